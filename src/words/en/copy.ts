import { number } from '../english.ts';

/** The search of a copy of the site in files. */
export const copy = {
  ask: 'Titles in any language: the beginning of a title, or of one of its words.',
  none: 'No title here begins like that.',
  titles: 'All titles, by how they begin',
  title: (beginning: string) => `Titles that begin with ${beginning}`,
  others: 'Titles without letters',
  films: (count: number) => (count === 1 ? '1 film' : `${number(count)} films`),
  all: 'All titles',
};
