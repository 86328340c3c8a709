import { number } from '../english.ts';

/** The search of a copy of the site in files. */
export const copy = {
  ask: 'Films in any language, people, members and lists: the beginning of what they are called, or of a word in it.',
  none: 'Nothing here begins like that.',
  titles: 'All films, by how their titles begin',
  title: (beginning: string) => `Titles that begin with ${beginning}`,
  others: 'Titles without letters',
  films: (count: number) => (count === 1 ? '1 film' : `${number(count)} films`),
  all: 'All titles',
};
