import type { FactSource, Instant } from './values.ts';

/** How looking a film up went the last time: `none` where the source has no film that is surely meant. */
export type LookupState = 'waiting' | 'done' | 'none' | 'gone' | 'failed';

/** What became of looking a film up at a source, and when it is done again. */
export interface FilmSourcesTable {
  film_id: string;
  source: FactSource;
  state: LookupState;
  asked: Instant | null;
  next: Instant;
  /** How often in a row it failed. */
  tries: number;
  /** The kind of the last failure; null where the last try did not fail. */
  error: string | null;
  /** The film's id with the source, as it was found the last time. */
  there: string | null;
  /** When it was found the last time. */
  found: Instant | null;
}

/** How far it is known what has changed with a source. */
export interface SourceChangesTable {
  source: FactSource;
  /** When it was read the last time. */
  read: Instant;
  /** Up to when changes are known; null for a source that is asked film by film. */
  until: Instant | null;
  /** The kind of the last failure; null where the last reading did not fail. */
  error: string | null;
}
