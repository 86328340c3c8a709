import type { Details, Outcome, ProblemCode } from '../domain/import.ts';
import type { Rating } from '../domain/rating.ts';
import type { Mark, TextFormat, Visibility } from '../domain/reader.ts';
import type { FilmFill, FilmRef } from './plan-films.ts';
import type { ImportRow, ReviewFacts } from './row.ts';

/** Somebody who wrote: an author of the store, or one to be made. */
export interface AuthorRef {
  /** The author as they sign, and as who they are since a claim; null until made. */
  id: string | null;
  canonicalId: string | null;
  memberId: string | null;
  name: string;
  link: string | null;
  place: string | null;
  /** The film that makes a name without a link one author. */
  film: FilmRef;
  /** Who this is, the same before and after it has an id. */
  same: string;
}

/** A review to be added. */
export interface NewEntry {
  film: FilmRef;
  author: AuthorRef;
  review: ReviewFacts;
  /** Which of several it is, where neither an address nor a date tells an author's reviews of a film apart. */
  ordinal: number;
  /** Its place among all rows. */
  position: number;
}

/** What a file says differently of a review the store has. */
export interface EntryChange {
  entryId: string;
  set: {
    rating: number | null;
    score: string | null;
    title: string | null;
    link: string | null;
    place: string | null;
    written: string | null;
    written_key: string;
    language: string | null;
  };
  /** New words; null when they stand. */
  words: { source: string; format: TextFormat } | null;
}

/** A rating or viewing that sets a mark which is there already. */
export interface Log {
  authorId: string;
  filmId: string;
  rating: Rating | null;
  day: string | null;
  visibility: Visibility;
  here: boolean;
  /** For a changed entry: the mark follows only when it was that entry's rating. */
  replaces: number | null | undefined;
}

/** What one row does. `create` is staged; `change`, `fill` and `log` wait until the batch becomes visible. */
export interface RowPlan {
  row: ImportRow;
  outcome: Outcome;
  code: ProblemCode | null;
  details: Details;
  film: FilmRef | null;
  create: NewEntry | null;
  change: EntryChange | null;
  fill: FilmFill | null;
  log: Log | null;
  /** The entry or film that is there already. */
  targetId: string | null;
  /** Films it could mean, and the ids of those that are there already. */
  films: FilmRef[];
  candidates: string[];
}

/** A row that does nothing yet. */
export function idle(row: ImportRow): RowPlan {
  return {
    row,
    outcome: 'unchanged',
    code: null,
    details: {},
    film: null,
    create: null,
    change: null,
    fill: null,
    log: null,
    targetId: null,
    films: [],
    candidates: [],
  };
}

/** A mark to be made. */
export interface NewMark {
  film: FilmRef;
  author: AuthorRef;
  mark: Mark;
}
