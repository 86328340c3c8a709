import type { ScreeningDetails, ScreeningState } from '../../domain/screening.ts';
import type { WallTime } from '../../domain/zoned-time.ts';

/** Why a record of a file of screenings is not taken as it stands. */
export type ScreeningProblem =
  | 'no-title'
  | 'no-time'
  | 'time-zone'
  | 'rule'
  | 'unreadable'
  | 'film'
  | 'venue'
  | 'skipped'
  | 'details';

/** What a file says beside film, place and time; null where it says nothing, so that nothing is overwritten. */
export type SaidDetails = Omit<ScreeningDetails, 'draft' | 'state'>;

/** One screening as a file says it. */
export interface ScreeningRow {
  /** Where it stands: a line number, or what the file calls it. */
  row: string;
  title: string;
  year: number | null;
  /** A film's own id, slug or IMDb number, where the file names one. */
  film: string | null;
  /** The place as the file names it. */
  venue: string | null;
  /** What the venue's clocks show, or the instant where the file says a time zone. */
  when: WallTime | number;
  /** By which the file knows it when it comes again; null where it has no name for it. */
  key: string | null;
  /** `confirmed`: takes place, which says nothing of seats. */
  state: ScreeningState | 'confirmed' | null;
  details: SaidDetails;
}

/** A record that is not taken. */
export interface RejectedRow {
  row: string;
  said: string;
  code: ScreeningProblem;
}

/** A file that was read. */
export interface ScreeningFile {
  format: 'csv' | 'icalendar';
  rows: ScreeningRow[];
  rejected: RejectedRow[];
  /** Names of series of which the file holds every date: what is missing from them takes place no more. */
  series: string[];
}

/** So many screenings are taken from one file. */
export const MOST_ROWS = 2000;

export const NOTHING_SAID: SaidDetails = {
  doors: null,
  ends: null,
  room: null,
  format: null,
  spoken: null,
  language: null,
  subtitles: null,
  tickets: null,
  note: null,
  series: null,
};
