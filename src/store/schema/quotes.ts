import type { DateText, Instant, Json } from './values.ts';

/** Words of a review that a curator chose for a card. */
export interface QuotesTable {
  id: string;
  entry_id: string;
  /** Unbroken passages in the order of the review, as a JSON array of texts. */
  passages: Json;
  /** The member who chose them. */
  maker_id: string;
  created: Instant;
  /** When a curator took it away; null while it is there. */
  removed: Instant | null;
}

/** That an author lets one review onto posters. */
export interface PosterWordsTable {
  entry_id: string;
  /** How its author said so, as a curator wrote it down; null where the author said so here. */
  word: string | null;
  /** The member who noted it. */
  given_by: string;
  given: Instant;
  /** The last day it holds; null without an end. */
  until: DateText | null;
}
