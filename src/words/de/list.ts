import type { list as English } from '../en/list.ts';
import { number } from '../german.ts';

export const list: typeof English = {
  lists: 'Listen',
  listsOf: (name) => `Listen von ${name}`,
  listBy: 'Eine Liste von',
  titled: (title, name) => `${title}, eine Liste von ${name}`,
  nothing: (name) => `Von ${name} gibt es hier keine Listen, die du sehen kannst.`,
  nothingYet: 'Hier gibt es noch keine Listen.',
  empty: 'Es steht kein Film darauf.',
  films: (count) => (count === 1 ? '1 Film' : `${number(count)} Filme`),
  by: 'von',
  made: (day) => `Angelegt am ${day}`,
};
