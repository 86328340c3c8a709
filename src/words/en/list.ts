import { number } from '../english.ts';

/** Lists of films. */
export const list = {
  lists: 'Lists',
  listsOf: (name: string) => `Lists of ${name}`,
  listBy: 'A list by',
  titled: (title: string, name: string) => `${title}, a list by ${name}`,
  nothing: (name: string) => `${name} has no lists here that you can see.`,
  nothingYet: 'There are no lists here yet.',
  empty: 'There is no film on it.',
  films: (count: number) => (count === 1 ? '1 film' : `${number(count)} films`),
  by: 'by',
  made: (day: string) => `Made ${day}`,
};
