import type { copy as english } from '../en/copy.ts';
import { number } from '../german.ts';

export const copy: typeof english = {
  ask: 'Filme in jeder Sprache, Leute, Mitglieder und Listen: der Anfang eines Titels oder Namens, oder eines Wortes darin.',
  none: 'So fängt hier nichts an.',
  titles: 'Alle Filme nach dem Anfang ihres Titels',
  title: (beginning) => `Titel, die mit ${beginning} anfangen`,
  others: 'Titel ohne Buchstaben',
  films: (count) => (count === 1 ? '1 Film' : `${number(count)} Filme`),
  all: 'Alle Titel',
};
