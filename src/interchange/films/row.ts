import type { Details, ProblemCode } from '../../domain/import.ts';
import type { FilmFacts } from '../row.ts';

/** What a film is, as IMDb's data set names it: all that are kept here. */
export const FILM_KINDS = ['movie', 'short', 'tvMovie', 'video'] as const;
export type FilmKind = (typeof FILM_KINDS)[number];

/** What a file of films says of one. */
export interface ListedFilm extends FilmFacts {
  title: string;
  originalTitle: string | null;
  studios: readonly string[];
  /** The licence of its texts. */
  licence: string | null;
  /** Where it is said, for whoever wants to see. */
  link: string | null;
  /** Null where the file does not say. */
  kind: FilmKind | null;
  adult: boolean;
}

/** What stands in the way of a row. */
export interface Rejected {
  code: ProblemCode;
  details: Details;
}

/** One row of a file of films, and where it stands. */
export interface ListedRow {
  row: string;
  said: ListedFilm | Rejected;
}

/** Rows of a file as they are read, and how many others were left out because nobody asked for such. */
export interface ReadRows {
  rows: ListedRow[];
  leftOut: number;
}

/** What every reader gives; a film says of itself what it knows. */
export const UNSAID: Omit<ListedFilm, 'title'> = {
  year: null,
  released: null,
  runtime: null,
  synopsis: null,
  synopsisLanguage: null,
  countries: [],
  languages: [],
  genres: [],
  credits: [],
  ids: [],
  originalTitle: null,
  studios: [],
  licence: null,
  link: null,
  kind: null,
  adult: false,
};

/** The formats of files of films, as reports name them. */
export const FILM_FORMATS = ['films-imdb', 'films-csv', 'films-wikipedia', 'films-jsonld'] as const;
export type FilmFormat = (typeof FILM_FORMATS)[number];

export function isRejected(said: ListedRow['said']): said is Rejected {
  return 'code' in said;
}
