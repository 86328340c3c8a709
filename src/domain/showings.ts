import { daysLater, isDay, isTime, type WallTime } from './zoned-time.ts';

/** Times as somebody typed them, one day or run of days to a line. */
export interface Showings {
  showings: WallTime[];
  /** Lines that could not be read, as they were typed. */
  unread: string[];
}

/** So many showings fit into one form. */
export const MOST_SHOWINGS = 200;
const LONGEST_LINE = 200;
/** A run of days is at most a quarter of a year. */
const LONGEST_RUN = 92;

const DATE = String.raw`(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4})?|\d{1,2}\.?\s+\p{L}{3,}\.?(?:\s+\d{4})?)`;
const LINE = new RegExp(
  String.raw`^(?:\p{L}{2,}\.?,?\s+)?(${DATE})(?:\s*(?:–|—|-|\.\.|to|bis)\s*(?:\p{L}{2,}\.?,?\s+)?(${DATE}))?(?:,?\s+(?:at|um)?\s*|\s*[:,]\s+)(.+)$`,
  'iu',
);
const TIME = /^(\d{1,2})(?:[:.h](\d{2})|(?=\s*[ap]m)|h)\s*(am|pm)?$/i;

/**
 * Reads what a cinema's person types: `2026-12-04 20:15`, `4.12. 18:00, 20:30`, `Fri 4 Dec 8.15pm`,
 * `4.12.–10.12. 18:00 20:30`. A date without a year is the next such day.
 *
 * @param today the calendar date before which no date without a year is meant
 */
export function readShowings(text: string, today: string): Showings {
  const showings: WallTime[] = [];
  const unread: string[] = [];
  for (const line of text.split('\n').map((one) => one.replace(/\s+/g, ' ').trim())) {
    if (line === '') continue;
    const read = line.length > LONGEST_LINE ? null : readLine(line, today);
    if (read === null || showings.length + read.length > MOST_SHOWINGS)
      unread.push(line.slice(0, LONGEST_LINE));
    else showings.push(...read);
  }
  const once = new Map(showings.map((one) => [`${one.day} ${one.time}`, one]));
  return { showings: [...once.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one), unread };
}

function readLine(line: string, today: string): WallTime[] | null {
  const [, first = '', last, rest = ''] = LINE.exec(line) ?? [];
  const from = readDate(first, today);
  const to = last === undefined ? from : readDate(last, from ?? today);
  if (from === null || to === null || to < from || daysLater(from, LONGEST_RUN) < to) return null;
  const times = rest
    .replace(/\s+(?=[ap]m\b)/gi, '')
    .replace(/\b(?:Uhr|and|und)\b/gi, ' ')
    .split(/[\s,;/|+&]+/)
    .filter((one) => one !== '')
    .map(readTime);
  if (times.length === 0 || times.includes(null)) return null;
  const days: string[] = [];
  for (let day = from; day <= to; day = daysLater(day, 1)) days.push(day);
  return days.flatMap((day) => (times as string[]).map((time) => ({ day, time })));
}

/** A date as it is typed, or null. The day comes before the month; `04/12` could be either and is not read. */
export function readDate(written: string, today: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, day, month, year] =
    /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})?$/.exec(written) ??
    /^(\d{1,2})\.?\s+(\p{L}{3,})\.?(?:\s+(\d{4}))?$/u.exec(written) ??
    [];
  if (day === undefined || month === undefined) return null;
  const number = /^\d/.test(month) ? Number(month) : monthNamed(month);
  if (number === null) return null;
  if (year !== undefined) return checked(Number(year), number, Number(day));
  const thisYear = Number(today.slice(0, 4));
  // The 29th of February may be years away.
  for (let one = thisYear; one <= thisYear + 8; one += 1) {
    const next = checked(one, number, Number(day));
    if (next !== null && next >= today) return next;
  }
  return null;
}

/** A time of day as it is typed, `20:15`, `20.15`, `20h15`, `8:15pm`, as `HH:MM`; null for anything else. */
export function readTime(written: string): string | null {
  const [, hour, minute = '00', half] = TIME.exec(written.trim()) ?? [];
  if (hour === undefined) return null;
  let number = Number(hour);
  if (half !== undefined) {
    if (number < 1 || number > 12) return null;
    number = (number % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  const time = `${String(number).padStart(2, '0')}:${minute}`;
  return isTime(time) ? time : null;
}

function checked(year: number, month: number, day: number): string | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

const MONTHS = ['en', 'de', 'fr', 'es', 'it'].flatMap((language) =>
  (['long', 'short'] as const).map((month) => {
    const names = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, index) => plain(names.format(Date.UTC(2026, index, 15))));
  }),
);

function monthNamed(written: string): number | null {
  const name = plain(written);
  for (const months of MONTHS) {
    const exact = months.indexOf(name);
    if (exact >= 0) return exact + 1;
  }
  return null;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, '').normalize('NFD').replace(/\p{M}/gu, '');
}
