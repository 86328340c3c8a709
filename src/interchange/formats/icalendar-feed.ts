import type { ScreeningLine } from '../../domain/screening.ts';

/** A screening as a calendar is told of it. */
export interface CalendarEvent {
  screening: ScreeningLine;
  /** All that is worth knowing beside time, film and place. */
  description: string;
  /** The address of the page about it. */
  url: string;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** RFC 5545, 3.1: so many octets to a line, without its end. */
const LINE = 75;

/**
 * Screenings as an iCalendar object (RFC 5545). Times are instants, in UTC, so that no rules of a time zone need to
 * be told; nothing in it depends on when it is asked for, but what is to come.
 *
 * @param name what the calendar is called where it is subscribed to
 */
export function calendarOf(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Houselights//Programme//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventLines({ screening: one, description, url }: CalendarEvent): string[] {
  const { filmTitle, filmYear, venueName, street, town } = one;
  const where = [venueName, street, town].filter((part) => part !== null).join(', ');
  return [
    'BEGIN:VEVENT',
    `UID:${one.id}@screening.houselights`,
    `DTSTAMP:${utc(one.updated)}`,
    `LAST-MODIFIED:${utc(one.updated)}`,
    `DTSTART:${utc(one.starts)}`,
    `DTEND:${utc(endOf(one))}`,
    `SUMMARY:${text(filmYear === null ? filmTitle : `${filmTitle} (${filmYear})`)}`,
    `LOCATION:${text(where)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${text(description)}`]),
    `URL:${url}`,
    `STATUS:${one.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** When it ends: as is said, else by the length of the film, else two hours later. */
function endOf({ starts, time, ends, runtime }: ScreeningLine): number {
  if (ends === null) return starts + (runtime ?? 120) * MINUTE;
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const length = minutes(ends) - minutes(time);
  return starts + length * MINUTE + (length <= 0 ? DAY : 0);
}

/** An instant in UTC, as 3.3.5 writes it: `20261204T191500Z`. */
function utc(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** A text as 3.3.11 writes it; controls, which none may hold, are left out. */
function text(value: string): string {
  return (
    value
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it takes out
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
      .replace(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}

/** A line in pieces of at most 75 octets, never within a character; each further one begins with a space. */
function folded(line: string): string {
  if (line.length <= LINE / 3) return line;
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  pieces.push(piece);
  return pieces.join('\r\n');
}
