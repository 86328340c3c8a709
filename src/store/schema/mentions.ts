import type { Flag, MentionState } from './values.ts';

/** That a review names a film; decisions of its author outlast an edit. */
export interface MentionsTable {
  entry_id: string;
  film_id: string;
  state: MentionState;
  /** Where in the stored HTML its words stand; null where none are known to name it. */
  start_at: number | null;
  end_at: number | null;
  /** The HTML between them: where something else stands there now, they hold no more. */
  said: string | null;
  /** Tenths of points; null where somebody said it. */
  score: number | null;
}

/** The words by which films can be named, folded: their titles, and what stands before a colon. */
export interface MentionTitlesTable {
  key: string;
  film_id: string;
  part: Flag;
}

/** Reviews that are to be looked through. */
export interface MentionQueueTable {
  entry_id: string;
}
