/** The format of somebody's own account, which is theirs alone to look into. */
export const ACCOUNT = 'letterboxd';
/** Formats that bring what others wrote. */
export const OTHERS: readonly string[] = ['jsonld'];

/** Why a file or a row of it was not taken, or not as it stood. Stable: other programs rely on them. */
export const PROBLEM_CODES = [
  // A whole file.
  'unreadable-file',
  'empty-file',
  'too-large',
  'not-utf8',
  'truncated',
  'not-json',
  'no-jsonld',
  'unknown-format',
  'nothing-in-it',
  'archive-broken',
  'archive-unsafe',
  'archive-locked',
  'archive-method',
  'nul-bytes',
  'wrong-columns',
  'others-words',
  'left-out',
  'not-licensed',
  // A row.
  'too-deep',
  'no-author',
  'no-film',
  'no-film-name',
  'name-too-long',
  'too-long',
  'too-many-tags',
  'nothing-said',
  'not-a-review',
  'not-a-film',
  'television',
  'bad-date',
  'no-list-name',
  'rating-outside-scale',
  'two-films',
  'ids-disagree',
  'kept-here',
  // The import itself.
  'no-profile',
  'no-such-member',
  'another-running',
  'could-not-write',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What fills a problem's sentence. */
export type Details = Readonly<Record<string, string | number>>;

/** What stands in the way of a row or a file. `row` is empty when the whole file is meant. */
export interface Problem {
  file: string;
  row: string;
  code: ProblemCode;
  details: Details;
}

export type Outcome = 'created' | 'updated' | 'unchanged' | 'unmatched' | 'rejected';
export type Counts = Record<Outcome, number>;

/** What became of an import. `batch` is null when nothing was written: refused, or only looked at. */
export interface ImportReport extends Counts {
  format: string | null;
  batch: string | null;
  rows: number;
  /** At most 1,000. */
  problems: Problem[];
  problemsTotal: number;
}

/** What became of a load of films: its rows are those that were asked for. */
export interface LoadReport extends ImportReport {
  /** Further rows of the files: what is no film, and what was not asked for. */
  leftOut: number;
}

/** The most problems a report lists. */
export const MOST_PROBLEMS = 1000;

/** Why undo left something: changed or answered by a later hand, or used by what others wrote. */
/**
 * `settled`: nothing of a review was changed but that it was said whether it tells the story. Of merged films: `back`:
 * it went back to its film with what was changed since; `since`: it was written since, and stays where it is.
 */
export type KeptWhy = 'changed' | 'settled' | 'answered' | 'used' | 'back' | 'since';
export type KeptKind = 'review' | 'rating' | 'film' | 'author' | 'person' | 'fact' | 'list' | 'profile';

/** What an undo left behind. */
export interface Kept {
  what: KeptKind;
  /** The public id of the review, film, author or person. */
  id: string;
  name: string;
  why: KeptWhy;
}

/** What an undo did. Rows of the database counted. */
export interface UndoReport {
  removed: number;
  restored: number;
  /** At most 1,000. */
  kept: Kept[];
  keptTotal: number;
}

/** What an import asks of the store, and hands to it, besides what every writer does. */
export type { Change, ChangedTable, StoredRow } from '../store/change.ts';
export type { KnownEntry, KnownFilm, NamedFilmRow } from '../store/known.ts';
export type { Listed, ListedLine } from '../store/listed.ts';
export type { EntriesTable, FilmsTable } from '../store/schema.ts';
