import { genreTerm } from '../../domain/genre.ts';
import type { FilmKind, ListedFilm } from './row.ts';

/** Which films of a file are wanted. */
export interface Sift {
  kinds: ReadonlySet<FilmKind>;
  /** Years, both included; a film of no year is in none. */
  from: number | null;
  to: number | null;
  /** Terms as `genreTerm` makes them; a film of any of them is wanted, and of none given all are. */
  genres: ReadonlySet<string>;
  adult: boolean;
}

/** What is taken where nobody says otherwise. */
export const EVERYTHING: Sift = {
  kinds: new Set(['movie', 'short']),
  from: null,
  to: null,
  genres: new Set(),
  adult: false,
};

/** Whether a film is wanted. A film of which its file does not say what kind it is may be of any. */
export function passes(
  { kind, year, genres, adult }: Pick<ListedFilm, 'kind' | 'year' | 'genres' | 'adult'>,
  sift: Sift,
): boolean {
  if (kind !== null && !sift.kinds.has(kind)) return false;
  if (adult && !sift.adult) return false;
  if (sift.from !== null && (year === null || year < sift.from)) return false;
  if (sift.to !== null && (year === null || year > sift.to)) return false;
  return sift.genres.size === 0 || genres.some((genre) => sift.genres.has(genreTerm(genre)));
}
