import { number } from '../english.ts';

/** The list of films. */
export const films = {
  title: 'Films',
  found: (search: string) => `Films with “${search}” in the title`,
  count: (count: number) => (count === 1 ? '1 film' : `${number(count)} films`),
  search: 'Part of a title',
  sort: 'In order of',
  sorts: { reviews: 'Most reviewed', title: 'Title', year: 'Newest year', newest: 'Latest added' },
  as: 'Show as',
  ways: { cards: 'Cards', table: 'Table' },
  show: 'Show',
  nothingYet: 'No films are here yet. They come in with the first file that is imported.',
  noneFound: (search: string) => `No title here has “${search}” in it.`,
  all: 'See all films',
  more: 'More films',
  first: 'From the beginning',
  pages: 'Pages',
  span: (from: number, to: number, all: number) => `${number(from)} to ${number(to)} of ${number(all)}`,
  columns: {
    title: 'Title',
    year: 'Year',
    directors: 'Directed by',
    reviews: 'Reviews',
    average: 'Average here',
  },
  average: (average: number) => number(average, 1),
  noAverage: 'under five ratings',
};
