import type { BatchKind, BatchState, Instant, Json, UploadState, Visibility } from './values.ts';

export interface BatchesTable {
  id: string;
  kind: BatchKind;
  format: string;
  source_name: string;
  state: BatchState;
  member_id: string | null;
  visibility: Visibility;
  /** The importer's word for the right to show what it brings, as given. */
  word: string | null;
  report: Json;
  /** Until when a living process holds the staging. */
  lease: Instant;
  created: Instant;
  finished: Instant | null;
}

export interface BatchRowsTable {
  batch_id: string;
  number: number;
  file: string;
  row: string;
  outcome: 'created' | 'updated' | 'unchanged' | 'unmatched' | 'rejected';
  code: string | null;
  message: string | null;
  target_id: string | null;
  /** What is still to be done when the batch becomes visible, as JSON. */
  plan: Json | null;
}

/** Before-images of a bulk change, restored in reverse by undo. */
export interface ChangesTable {
  batch_id: string;
  number: number;
  table_name: string;
  row_key: Json;
  /** The row before, or null where the change made it. */
  was: Json | null;
  /** A digest of the row after, by which a later hand is noticed. */
  became: string;
}

/** Files brought to be imported. */
export interface UploadsTable {
  id: string;
  member_id: string;
  state: UploadState;
  look: Json | null;
  visibility: Visibility | null;
  word: string | null;
  /** Films chosen for rows that could mean several, by `file#row`. */
  decisions: Json;
  problem: string | null;
  batch_id: string | null;
  done: number;
  rows: number;
  created: Instant;
  expires: Instant;
}

export interface UploadFilesTable {
  upload_id: string;
  position: number;
  name: string;
  hash: string;
  size: number;
}
