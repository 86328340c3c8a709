import type { DateText, Flag, Instant, Json } from './values.ts';

/** Whether a screening takes place, and whether there are seats. */
export type ScreeningState = 'on' | 'sold-out' | 'cancelled';
/** Whether actors are heard in their own voices; null where nobody says. */
export type Spoken = 'original' | 'dubbed';
/** Where a file of screenings stands: looked at, brought in, or taken back. */
export type ScreeningImportState = 'looked' | 'done' | 'undone';

export interface VenuesTable {
  id: string;
  slug: string;
  name: string;
  street: string | null;
  town: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** The IANA time zone of its clocks. */
  time_zone: string;
  website: string | null;
  created: Instant;
  updated: Instant;
}

export interface ScreeningsTable {
  id: string;
  film_id: string;
  venue_id: string;
  /** What the venue's clocks show when it begins: a calendar date, and `HH:MM`. */
  day: DateText;
  time: string;
  /** The same as an instant. */
  starts: Instant;
  /** `HH:MM` on the venue's clocks; an end before the beginning is on the next day. */
  doors: string | null;
  ends: string | null;
  /** The screen or auditorium. */
  room: string | null;
  /** `35 mm`, `DCP`, …, as people write it. */
  format: string | null;
  spoken: Spoken | null;
  /** BCP 47. */
  language: string | null;
  subtitles: string | null;
  tickets: string | null;
  note: string | null;
  series: string | null;
  state: ScreeningState;
  /** Whether only those who curate see it. */
  draft: Flag;
  /** What makes a screening from a file the same one when it comes again; told apart by venue. */
  key: string | null;
  created: Instant;
  updated: Instant;
}

export interface ScreeningImportsTable {
  id: string;
  member_id: string;
  /** The file's name, as its bringer knows it. */
  name: string;
  state: ScreeningImportState;
  /** What the file says, row by row. */
  rows: Json;
  /** What was decided where the file leaves something open. */
  choices: Json;
  /** What became of each row; null while it is only looked at. */
  report: Json | null;
  /** Screenings as they were before and after, for taking it back. */
  changes: Json;
  created: Instant;
}
