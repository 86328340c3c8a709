/** A time of day on a calendar date, as a clock on a wall shows it: `YYYY-MM-DD` and `HH:MM`. */
export interface WallTime {
  day: string;
  time: string;
}

const DAY = 86_400_000;

/** Calendars with clocks by time zone: making one costs more than reading it a hundred times. */
const walls = new Map<string, Intl.DateTimeFormat>();

function wallOf(timeZone: string): Intl.DateTimeFormat {
  let wall = walls.get(timeZone);
  if (!wall) {
    wall = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    walls.set(timeZone, wall);
  }
  return wall;
}

/** What the clocks of an IANA time zone show at an instant. */
export function wallTime(timeZone: string, instant: number): WallTime {
  const said: Record<string, string> = {};
  for (const { type, value } of wallOf(timeZone).formatToParts(instant)) said[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '' } = said;
  return { day: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` };
}

/** How far the clocks of a zone are ahead of UTC at an instant, in minutes. */
export function offsetAt(timeZone: string, instant: number): number {
  const wall = wallTime(timeZone, instant);
  return Math.round((asUtc(wall) - Math.floor(instant / 60_000) * 60_000) / 60_000);
}

/**
 * The instant at which the clocks of a zone show a time. `odd` tells of the two days a year on which a clock is put
 * right: `skipped` for a time no clock shows, which is read by the offset before (RFC 5545, 3.3.5), so that 02:30
 * becomes 03:30; `twice` for one shown twice, of which the first is meant.
 */
export function instantOf(
  { day, time }: WallTime,
  timeZone: string,
): { instant: number; odd: 'skipped' | 'twice' | null } {
  const utc = asUtc({ day, time });
  const before = utc - offsetAt(timeZone, utc - DAY) * 60_000;
  const after = utc - offsetAt(timeZone, utc + DAY) * 60_000;
  const shows = (instant: number) => {
    const wall = wallTime(timeZone, instant);
    return wall.day === day && wall.time === time;
  };
  const [first, second] = before <= after ? [before, after] : [after, before];
  if (first === second) return { instant: first, odd: shows(first) ? null : 'skipped' };
  if (shows(first)) return { instant: first, odd: shows(second) ? 'twice' : null };
  if (shows(second)) return { instant: second, odd: null };
  return { instant: before, odd: 'skipped' };
}

/** A time as ISO 8601 writes it with its offset: `2026-12-04T20:15:00+01:00`. */
export function isoWithOffset(timeZone: string, instant: number): string {
  const { day, time } = wallTime(timeZone, instant);
  const minutes = offsetAt(timeZone, instant);
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${day}T${time}:00${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The calendar date so many days later, or earlier. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Whether a text is a date of the calendar, `YYYY-MM-DD`, in years in which films are announced. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [, year, month, date] = match.map(Number) as [number, number, number, number];
  if (year < 1895 || year > 2199 || month < 1 || month > 12 || date < 1) return false;
  return new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date;
}

/** Whether a text is a time of day, `HH:MM`. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

function asUtc({ day, time }: WallTime): number {
  return Date.parse(`${day}T${time}:00Z`);
}
