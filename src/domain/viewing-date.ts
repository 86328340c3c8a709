/** A viewing date: a plain calendar date, a year and month, or a year. Never an instant, never in a time zone. */
export type ViewingDate = string;

/** The year of the first projected films; nobody saw one before. */
const FIRST_YEAR = 1874;

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 *
 * @returns the same text, or null when it names no day, month or year in which a film could be seen
 */
export function viewingDate(text: string): ViewingDate | null {
  const match = SHAPE.exec(text.trim());
  if (!match) return null;
  const [whole, year = '', month, day] = match;
  if (Number(year) < FIRST_YEAR) return null;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return null;
  if (day !== undefined && (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))))
    return null;
  return whole;
}

/** How exactly a viewing date is known. */
export function precision(date: ViewingDate): 'year' | 'month' | 'day' {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

/** Calendars by time zone: making one costs more than reading it a hundred times. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar date of an instant in an IANA time zone: what "today" means there. */
export function dayIn(timeZone: string, instant: number): ViewingDate {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    calendar = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    calendars.set(timeZone, calendar);
  }
  return calendar.format(instant);
}

/** Clocks by time zone. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The time of day of an instant in an IANA time zone, as `HH:MM`. */
export function timeIn(timeZone: string, instant: number): string {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
    clocks.set(timeZone, clock);
  }
  return clock.format(instant);
}

/** The sort key of a viewing date: earlier is less, unknown is greatest, a bare year comes before its days. */
export function viewedKey(date: ViewingDate | null): string {
  return date ?? '9999';
}

/** The largest position a file can give; positions count from 0. */
const LAST_POSITION = 999_999_999;

/**
 * The sort key of writing: later is greater; undated writing is least; within one file the earlier row leads.
 *
 * @param written an ISO date or date-time of our own making, or null when the source does not say
 * @param position the row's place in its file, from 0
 */
export function writtenKey(written: string | null, position = 0): string {
  const order = String(LAST_POSITION - position).padStart(9, '0');
  return `${written ?? '0000'}/${order}`;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
