import type { Details, ProblemCode } from '../domain/import.ts';
import type { Rating } from '../domain/rating.ts';
import type { SpoilerState, TextFormat } from '../domain/reader.ts';

/** What a file says of a film. Mentions of one film in one file share one object. */
export interface FilmFacts {
  /** Null when only an external id names the film. */
  title: string | null;
  year: number | null;
  /** A calendar date. */
  released: string | null;
  /** Minutes. */
  runtime: number | null;
  synopsis: string | null;
  synopsisLanguage: string | null;
  countries: readonly string[];
  languages: readonly string[];
  genres: readonly string[];
  credits: readonly { name: string; role: string; character: string | null }[];
  ids: readonly { scheme: string; value: string }[];
}

/** The names of those who a file says directed a film. */
export function directorsOf({ credits }: Pick<FilmFacts, 'credits'>): string[] {
  return credits.flatMap(({ role, name }) => (role === 'director' ? name : []));
}

/** What a file says of one review of a film. */
export interface ReviewFacts {
  author: { name: string; link: string | null };
  /** Where it lives, in plain text: "Letterboxd". */
  place: string | null;
  rating: Rating | null;
  /** The author's own score as written, where half-stars do not say all of it. */
  score: string | null;
  text: string;
  format: TextFormat;
  title: string | null;
  /** The calendar date it was written, as the file says. */
  written: string | null;
  /** ISO date or instant by which it is ordered; null when undated. */
  ordered: string | null;
  /** BCP 47; null when the file does not say. */
  language: string | null;
  link: string | null;
  /** The review's own address, by which it is known again; null when it has none. */
  address: string | null;
  spoiler: SpoilerState;
}

/** One data record of a file, and where in the file it stands. */
export interface ImportRow {
  file: string;
  row: string;
  record: { film: FilmFacts; review: ReviewFacts | null } | { code: ProblemCode; details: Details };
}

/** A file that was read: every format ends here. */
export interface ParsedFile {
  format: string;
  rows: ImportRow[];
}

/** Why a whole file is not taken. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: ProblemCode;
  readonly details: Details;
  constructor(code: ProblemCode, details: Details = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
