import { isTimeZone } from '../../domain/site.ts';
import { cleanLine } from '../../domain/text/characters.ts';
import { webAddress } from '../../domain/venue.ts';
import { instantOf, isDay, type WallTime, wallTime } from '../../domain/zoned-time.ts';
import { calendarParts } from './components.ts';
import { MOST_ROWS, NOTHING_SAID, type RejectedRow, type ScreeningFile, type ScreeningRow } from './row.ts';

type Ical = typeof import('ical.js').default;
type Property = InstanceType<Ical['Property']>;
type Component = InstanceType<Ical['Component']>;
type Time = InstanceType<Ical['Time']>;
/** When something begins, on the clocks of a zone; without one, on those of the venue. */
type Clocks = (wall: WallTime) => WallTime | number;

/** Of a series so many dates are looked at, and those are kept that begin before this many days are over. */
const MOST_DATES = 1500;
const MOST_IN_SERIES = 400;
const HORIZON = 400 * 86_400_000;
const SERIES = /^FREQ=(DAILY|WEEKLY|MONTHLY)$/i;
const PLAIN_PARTS = /^(FREQ=\w+|INTERVAL=\d{1,4}|COUNT=\d{1,6}|UNTIL=[\dTZ]+|BYDAY=[\w,+-]+|WKST=\w\w)$/i;
const LONGEST_NOTE = 140;
const PAUSE_EVERY = 50;

/**
 * Reads the events of a calendar (RFC 5545) as screenings: a title, with its year in brackets where it says one,
 * and a beginning. Series of days, weeks and months are written out for a year and a bit.
 *
 * @throws Refusal as `calendarParts`
 */
export async function readCalendar(text: string, now: number): Promise<ScreeningFile> {
  const { default: ical } = await import('ical.js');
  const parts = calendarParts(text);
  const zones = zonesOf(ical, parts.zones);
  const called = parts.head.some((line) => /^METHOD:\s*CANCEL\s*$/i.test(line));
  const file: ScreeningFile = { format: 'icalendar', rows: [], rejected: [], series: [] };
  const known = new Map<string, ScreeningRow>();
  for (const [index, lines] of parts.events.entries()) {
    // Others are answered meanwhile.
    if (index % PAUSE_EVERY === PAUSE_EVERY - 1) await new Promise((resolve) => setImmediate(resolve));
    const place = `${index + 1}`;
    const read = readEvent(ical, lines, { place, zones, now, called });
    if ('code' in read) file.rejected.push(read);
    else {
      // A single date that is told of anew stands for the one of its series.
      for (const row of read.rows) known.set(row.key ?? row.row, row);
      if (read.series !== null) file.series.push(read.series);
    }
    if (known.size > MOST_ROWS) break;
  }
  file.rows = [...known.values()].slice(0, MOST_ROWS);
  return file;
}

interface Around {
  place: string;
  zones: ReadonlyMap<string, Component>;
  now: number;
  called: boolean;
}

function readEvent(
  ical: Ical,
  lines: readonly string[],
  around: Around,
): { rows: ScreeningRow[]; series: string | null } | RejectedRow {
  const { place: row, called } = around;
  const reject = (code: RejectedRow['code'], said = ''): RejectedRow => ({
    row,
    said: said.slice(0, 200),
    code,
  });
  try {
    const event = new ical.Component(ical.parse(lines.join('\r\n')) as never);
    const text = (name: string) => cleanLine(String(event.getFirstPropertyValue(name) ?? ''));
    const summary = text('summary').slice(0, 400);
    if (summary === '') return reject('no-title', text('uid'));
    const begins = event.getFirstProperty('dtstart');
    const start = begins?.getFirstValue() as Time | null;
    if (!begins || !start || start.isDate || !isDay(wallOf(start).day)) return reject('no-time', summary);
    const clocks = clocksOf(ical, begins, around.zones);
    if (clocks === null) return reject('time-zone', summary);
    const titled = /^(.*\S)\s*\((\d{4})\)$/.exec(summary);
    const uid = text('uid').slice(0, 180) || null;
    const status = text('status').toUpperCase();
    const said = {
      row,
      title: titled?.[1] ?? summary,
      year: titled ? Number(titled[2]) : null,
      film: null,
      venue: text('location').slice(0, 300) || null,
      state:
        called || status === 'CANCELLED' ? ('cancelled' as const) : status ? ('confirmed' as const) : null,
      details: { ...NOTHING_SAID, tickets: ticketsOf(text('url')), note: noteOf(event) },
    };
    const recurs = event.getFirstPropertyValue('recurrence-id') as Time | null;
    if (recurs)
      return { rows: [{ ...said, key: keyOf(uid, recurs), when: clocks(wallOf(start)) }], series: null };
    if (!event.hasProperty('rrule') && !event.hasProperty('rdate'))
      return { rows: [{ ...said, key: uid, when: clocks(wallOf(start)) }], series: null };
    const dates = datesOf(event, start, around.now);
    if (dates === null) return reject('rule', summary);
    const rows = dates.map((date) => ({ ...said, key: keyOf(uid, date), when: clocks(wallOf(date)) }));
    return { rows, series: uid };
  } catch {
    return reject('unreadable');
  }
}

/** The dates of a series; null for a rule that is none of days, weeks or months, or goes back too far. */
function datesOf(event: Component, start: Time, now: number): Time[] | null {
  const rules = event.getAllProperties('rrule');
  if (rules.length > 1) return null;
  const without = new Set(allTimes(event, 'exdate').map((one) => `${one}`));
  const dates = new Map<string, Time>();
  const keep = (date: Time) => {
    const wall = wallOf(date);
    const about = Date.parse(`${wall.day}T${wall.time}:00Z`);
    if (about < now + HORIZON && !without.has(`${date}`)) dates.set(`${date}`, date.clone());
    return about < now + HORIZON;
  };
  for (const date of [start, ...allTimes(event, 'rdate')]) keep(date);
  const [rule] = rules;
  if (rule) {
    const recur = rule.getFirstValue() as InstanceType<Ical['Recur']>;
    const parts = recur.toString().split(';');
    if (!parts.some((one) => SERIES.test(one)) || !parts.every((one) => PLAIN_PARTS.test(one))) return null;
    const steps = recur.iterator(start);
    for (let looked = 0; ; looked += 1) {
      const date = steps.next();
      if (!date || dates.size >= MOST_IN_SERIES || !keep(date)) break;
      if (looked >= MOST_DATES) return null;
    }
  }
  return [...dates.values()].slice(0, MOST_IN_SERIES);
}

function allTimes(event: Component, name: string): Time[] {
  return event
    .getAllProperties(name)
    .flatMap((one) => one.getValues() as Time[])
    .filter((one) => one.icaltype === 'date-time')
    .slice(0, MOST_IN_SERIES);
}

/** How the clocks of a property's time are read: UTC, a zone by its name, one the file itself describes, or none. */
function clocksOf(ical: Ical, property: Property, zones: ReadonlyMap<string, Component>): Clocks | null {
  const value = property.getFirstValue() as Time;
  if (value.zone === ical.Timezone.utcTimezone) return ({ day, time }) => Date.parse(`${day}T${time}:00Z`);
  const tzid = String(property.getParameter('tzid') ?? '');
  if (tzid === '') return (wall) => wall;
  // Some programs put their own name before that of the zone.
  const name = /(?:^|\/)((?:America\/\w+|[A-Z][a-z]+)\/[\w+-]+(?:\/[\w+-]+)?|UTC)$/.exec(tzid)?.[1] ?? tzid;
  if (isTimeZone(name)) return (wall) => instantOf(wall, name).instant;
  const described = zones.get(tzid);
  if (!described) return null;
  const zone = new ical.Timezone(described);
  return ({ day, time }) => {
    const [year, month, date, hour, minute] = `${day}-${time}`.split(/[-:]/).map(Number);
    return (
      new ical.Time(
        { year, month, day: date, hour, minute, second: 0, isDate: false } as never,
        zone,
      ).toUnixTime() * 1000
    );
  };
}

/** Time zones a file describes: those with a rule for each year at most, as clocks are put right. */
function zonesOf(ical: Ical, all: readonly (readonly string[])[]): Map<string, Component> {
  const zones = new Map<string, Component>();
  for (const lines of all) {
    const rules = lines.filter((line) => /^RRULE/i.test(line));
    if (rules.length > 40 || rules.some((line) => !/FREQ=YEARLY/i.test(line))) continue;
    if (rules.some((line) => /BY(?:HOUR|MINUTE|SECOND|SETPOS|YEARDAY|WEEKNO)/i.test(line))) continue;
    try {
      const zone = new ical.Component(ical.parse(lines.join('\r\n')) as never);
      zones.set(String(zone.getFirstPropertyValue('tzid') ?? ''), zone);
    } catch {
      // Times in this zone are told of one by one.
    }
  }
  return zones;
}

/** What a date of a series is known by: its day, so that a later hour is a change of the same date. */
function keyOf(uid: string | null, date: Time): string | null {
  return uid === null ? null : `${uid}#${wallOf(date).day}`;
}

function wallOf({ year, month, day, hour, minute }: Time): WallTime {
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    day: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`,
    time: `${two(hour)}:${two(minute)}`,
  };
}

function ticketsOf(address: string): string | null {
  try {
    return webAddress(address, 'tickets');
  } catch {
    return null;
  }
}

/** A description that is one short line is a note; a longer one is somebody's text about the film. */
function noteOf(event: Component): string | null {
  const written = String(event.getFirstPropertyValue('description') ?? '').trim();
  if (written === '' || written.includes('\n') || [...written].length > LONGEST_NOTE) return null;
  return cleanLine(written) || null;
}

/** The place of an instant on a venue's clocks, or what they show already. */
export function onClocks(when: WallTime | number, timeZone: string): WallTime {
  return typeof when === 'number' ? wallTime(timeZone, when) : when;
}
