import type { copy as english } from '../en/copy.ts';
import { number } from '../german.ts';

export const copy: typeof english = {
  ask: 'Titel in jeder Sprache: der Anfang eines Titels oder eines Wortes darin.',
  none: 'So fängt hier kein Titel an.',
  titles: 'Alle Titel nach ihrem Anfang',
  title: (beginning) => `Titel, die mit ${beginning} anfangen`,
  others: 'Titel ohne Buchstaben',
  films: (count) => (count === 1 ? '1 Film' : `${number(count)} Filme`),
  all: 'Alle Titel',
};
