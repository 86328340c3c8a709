import { z } from 'zod';
import { genreTerm } from '../../domain/genre.ts';
import { FILM_KINDS, type FilmKind, type ListedFilm } from './row.ts';

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

const WANTED = z.object({
  kinds: z.array(z.enum(FILM_KINDS)),
  from: z.int().nullable(),
  to: z.int().nullable(),
  /** As they were typed. */
  genres: z.array(z.string()),
  adult: z.boolean(),
  licensed: z.boolean(),
});

/** What is wanted of files of films, as it is kept beside them. */
export type Wanted = z.output<typeof WANTED>;

/** What was kept beside files; null where they are no files of films. */
export function wantedIn(kept: string | undefined): Wanted | null {
  return kept === undefined ? null : WANTED.parse(JSON.parse(kept));
}

export function siftOf({ kinds, from, to, genres, adult }: Wanted): Sift {
  return { kinds: new Set(kinds), from, to, genres: new Set(genres.map(genreTerm)), adult };
}

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
