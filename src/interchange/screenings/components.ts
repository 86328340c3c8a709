import { Refusal } from '../row.ts';

/** The pieces of a calendar that matter here, each as its own lines, unfolded. */
export interface CalendarParts {
  /** Properties of the calendar itself. */
  head: string[];
  events: string[][];
  zones: string[][];
}

/** A longer line says nothing a programme needs. */
const LONGEST_LINE = 20_000;
const LONGEST_PART = 200;
/** Deeper than an alarm in an event, nothing is a calendar's. */
const DEEPEST = 8;
const MOST_EVENTS = 2000;
const MOST_ZONES = 60;

/**
 * Takes a calendar apart (RFC 5545, 3.1, 3.4, 3.6): its events and time zones, so that each is read by itself and a
 * broken one spoils no other. What stands inside an event, such as an alarm, is left out.
 *
 * @throws Refusal `unknown-format` for what is no calendar; `truncated` where it does not end, or is nested beyond
 * any calendar; `too-large` for more events than are taken
 */
export function calendarParts(text: string): CalendarParts {
  const parts: CalendarParts = { head: [], events: [], zones: [] };
  const open: string[] = [];
  let part: string[] | null = null;
  let begun = false;
  let ended = false;
  for (const line of unfolded(text)) {
    const [, edge = '', name = ''] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(line) ?? [];
    const kind = name.toUpperCase();
    if (edge.toUpperCase() === 'BEGIN') {
      if (open.length === 0 && kind !== 'VCALENDAR') throw new Refusal('unknown-format');
      begun = true;
      open.push(kind);
      if (open.length > DEEPEST) throw new Refusal('truncated');
      if (open.length === 2) part = [];
    } else if (edge !== '') {
      if (open.pop() !== kind) throw new Refusal('truncated');
      if (open.length === 0) ended = true;
    }
    if (open.length === 0 && edge === '' && !ended) throw new Refusal('unknown-format');
    if (part === null) {
      if (open.length === 1 && edge === '' && parts.head.length < LONGEST_PART) parts.head.push(line);
      continue;
    }
    const inZone = open[1] === 'VTIMEZONE' || kind === 'VTIMEZONE';
    const own = open.length === 2 || (edge !== '' && open.length === 1) || inZone;
    const kept = line.length <= LONGEST_LINE && part.length < LONGEST_PART;
    if (own && kept && !(edge !== '' && open.length > 1 && !inZone && part.length > 0)) part.push(line);
    if (open.length > 1) continue;
    if (kind === 'VEVENT') parts.events.push(part);
    if (kind === 'VTIMEZONE') parts.zones.push(part);
    if (parts.events.length > MOST_EVENTS) throw new Refusal('too-large', { most: MOST_EVENTS });
    if (parts.zones.length > MOST_ZONES) throw new Refusal('truncated');
    part = null;
  }
  if (!ended || open.length > 0) throw new Refusal(begun ? 'truncated' : 'unknown-format');
  return parts;
}

/** Lines without their folds; a space or tab at the beginning goes on with the line before. */
function* unfolded(text: string): Generator<string> {
  let line = '';
  for (const piece of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    if (/^[ \t]/.test(piece)) {
      if (line.length <= LONGEST_LINE) line += piece.slice(1);
      continue;
    }
    if (line !== '') yield line;
    line = piece;
  }
  if (line !== '') yield line;
}
