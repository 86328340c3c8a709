import type { FilmLine, FilmSort } from '../store/films.ts';
import type { Reader } from '../store/open.ts';
import { type Average, average } from './average.ts';
import { titleKey } from './slug.ts';

export const FILM_SORTS: readonly FilmSort[] = ['reviews', 'title', 'year', 'newest'];

const FILMS_ON_A_PAGE = 60;
const LONGEST_SEARCH = 200;

/** Where a page of films ended: the last one's sort values, and how many came before. */
export type FilmsCursor = readonly [string | number, string, string, number];

/** A film of the list, with what members here and people elsewhere gave it. */
export type ListedFilm = FilmLine & { here: Average; elsewhere: Average };

/** A page of the catalogue. */
export interface FilmsPage {
  films: ListedFilm[];
  /** How many films match in all. */
  count: number;
  /** How many come before the first one shown. */
  before: number;
  next: FilmsCursor | null;
}

/** A page of films. `search` is part of a title, in any case and with or without marks above letters. */
export async function filmsPage(
  reader: Reader,
  asked: { sort: FilmSort; search: string; after: FilmsCursor | null },
): Promise<FilmsPage> {
  const words = asked.search
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST_SEARCH);
  const search = words === '' ? '' : titleKey(words);
  const after = asked.after;
  const { films, next } = await reader.films.list({
    sort: asked.sort,
    search,
    after: after ? [after[0], after[1], after[2]] : null,
    limit: FILMS_ON_A_PAGE,
  });
  const before = after?.[3] ?? 0;
  return {
    films: films.map((film) => ({
      ...film,
      here: average(film.ratingsHere),
      elsewhere: average(film.ratingsElsewhere),
    })),
    count: await reader.films.count(search),
    before,
    next: next ? [...next, before + films.length] : null,
  };
}
