import { slugOf } from './slug.ts';

/** Genres that have a name in every language of the interface. Others keep the name their source gives them. */
export const GENRES = [
  'action',
  'adventure',
  'animation',
  'biography',
  'comedy',
  'crime',
  'documentary',
  'drama',
  'experimental',
  'family',
  'fantasy',
  'film-noir',
  'heist',
  'history',
  'horror',
  'martial-arts',
  'melodrama',
  'music',
  'musical',
  'mystery',
  'romance',
  'science-fiction',
  'short',
  'silent',
  'sport',
  'spy',
  'thriller',
  'war',
  'western',
] as const;

export type Genre = (typeof GENRES)[number];

/** What catalogues also call them. */
const ALSO: ReadonlyMap<string, Genre> = new Map([
  ['sci-fi', 'science-fiction'],
  ['animated', 'animation'],
  ['biographical', 'biography'],
  ['biopic', 'biography'],
  ['historical', 'history'],
  ['noir', 'film-noir'],
  ['romance-film', 'romance'],
  ['romantic', 'romance'],
  ['sports', 'sport'],
  ['short-film', 'short'],
  ['detective', 'mystery'],
  ['crime-film', 'crime'],
  ['children', 'family'],
  ['childrens', 'family'],
]);

/** The term of a genre as a source names it: `Science Fiction`, `Sci-Fi`, `science fiction film` are one. */
export function genreTerm(name: string): string {
  const term = slugOf(name.replace(/\s+(?:film|movie)s?$/iu, ''));
  return ALSO.get(term) ?? (term === '' || term === 'film' ? slugOf(name) : term);
}
