import type { DateText, Instant, Json, TextFormat } from './values.ts';

/** What somebody says of themselves. */
export interface ProfilesTable {
  author_id: string;
  bio_format: TextFormat | null;
  bio: string | null;
  bio_html: string | null;
  location: string | null;
  website: string | null;
  pronoun: string | null;
  /** The day they joined where they wrote before. */
  joined: DateText | null;
  /** Ids of at most four films. */
  favourites: Json;
  batch_id: string | null;
  updated: Instant;
}

/** Remarks an author made under what others wrote elsewhere; kept for them, shown to nobody else. */
export interface KeptCommentsTable {
  id: string;
  author_id: string;
  key: string;
  on_link: string;
  written: DateText | null;
  format: TextFormat;
  source: string;
  html: string;
  batch_id: string | null;
  created: Instant;
}
