import type { Instant, Json } from './values.ts';

/** A review that waits to be published: from the form's first sending on, until its mailed link is opened. */
export interface WaitingReviewsTable {
  id: string;
  /** SHA-256 of the token in the address of its own page. */
  token_hash: string;
  /** SHA-256 of the token in the mailed link; null before one was mailed. */
  mail_hash: string | null;
  film_id: string;
  email: string | null;
  name: string | null;
  form: Json;
  language: string;
  created: Instant;
  expires: Instant;
  /** The entry it became. */
  entry_id: string | null;
}

/** Links mailed for reviews that wait, so that nobody's letter box is flooded. */
export interface WaitingMailsTable {
  id: string;
  email: string;
  sent: Instant;
}

/** What readers and authors ask about a review. */
export interface ReportsTable {
  id: string;
  entry_id: string;
  kind: 'mine' | 'report';
  reason: string;
  message: string;
  contact: string | null;
  state: 'open' | 'kept' | 'removed';
  created: Instant;
  decided: Instant | null;
  decided_by: string | null;
}
