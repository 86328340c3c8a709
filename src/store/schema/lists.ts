import type { DateText, Flag, Instant, Json, Source, TextFormat, Visibility } from './values.ts';

export interface ListsTable {
  id: string;
  author_id: string;
  slug: string;
  title: string;
  /** As it was written, in its format; the HTML is derived when it is written. */
  description: string | null;
  description_format: TextFormat | null;
  description_html: string | null;
  ranked: Flag;
  tags: Json;
  visibility: Visibility;
  source: Source;
  /** What makes a list from elsewhere the same list when it comes again. */
  key: string | null;
  link: string | null;
  /** The day it was made, as its source says; null when the source does not say. */
  written: DateText | null;
  batch_id: string | null;
  created: Instant;
  updated: Instant;
}

export interface ListItemsTable {
  list_id: string;
  film_id: string;
  position: number;
  note: string | null;
  note_format: TextFormat | null;
  note_html: string | null;
  batch_id: string | null;
}
