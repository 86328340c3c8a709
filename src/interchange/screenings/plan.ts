import { filmsMeant } from '../../domain/programme.ts';
import type { Film, Reader, Screening, ScreeningChange, Venue } from '../../domain/reader.ts';
import { titleKey } from '../../domain/slug.ts';
import { instantOf, isDay, wallTime } from '../../domain/zoned-time.ts';
import type { RejectedRow, ScreeningFile, ScreeningRow } from './row.ts';

/** What an import would do, or did. `rows` is the sum of the five counts. */
export interface ScreeningReport {
  format: ScreeningFile['format'];
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  unmatched: number;
  rejected: number;
  problems: RejectedRow[];
  /** Screenings that stay as they are when it is taken back, because somebody changed them since. */
  kept?: number;
}

/** A film that a file names and that could not be told without guessing. */
export interface FilmQuestion {
  /** By which the answer is remembered. */
  name: string;
  title: string;
  year: number | null;
  rows: number;
  candidates: Pick<Film, 'id' | 'title' | 'year'>[];
}

export interface ScreeningPlan {
  report: ScreeningReport;
  questions: FilmQuestion[];
  /** Whether rows name no venue that is known, so that one has to be said for them. */
  asksVenue: boolean;
  changes: ScreeningChange[];
}

/** The choice of a venue for rows that name none that is known. */
export const VENUE = 'venue';
const CANDIDATES = 8;
const SERIES_AHEAD = 400 * 86_400_000;
const DAY = 86_400_000;

/** The name under which a choice of film is remembered. */
export function filmChoice({ title, year }: Pick<ScreeningRow, 'title' | 'year'>): string {
  return `film:${titleKey(title)}:${year ?? ''}`;
}

/**
 * Settles what each row of a file does. A film is the one of exactly that title and year, or of the id the file
 * gives, or the one somebody chose; it is never guessed. A screening is known again by the file's own name for it,
 * else by film, time and room.
 *
 * @param choices what was decided, by `filmChoice` and `VENUE`
 */
export async function planScreenings(
  reader: Reader,
  file: ScreeningFile,
  choices: Readonly<Record<string, string>>,
  now: number,
): Promise<ScreeningPlan> {
  const report: ScreeningReport = {
    format: file.format,
    rows: file.rows.length + file.rejected.length,
    created: 0,
    updated: 0,
    unchanged: 0,
    unmatched: 0,
    rejected: file.rejected.length,
    problems: [...file.rejected],
  };
  const plan: ScreeningPlan = { report, questions: [], asksVenue: false, changes: [] };
  const venues = await reader.venues.list();
  const chosen = venues.find(({ id }) => id === choices[VENUE]) ?? null;
  const known = await knownAt(reader, venues, file);
  const films = new Map<string, Awaited<ReturnType<typeof filmsOf>>>();
  const touched = new Set<string>();
  let made = 0;
  const problem = (row: ScreeningRow, code: RejectedRow['code']) =>
    report.problems.push({ row: row.row, said: saidOf(row), code });
  for (const row of file.rows) {
    const named = row.venue === null ? null : venueNamed(venues, row.venue);
    const venue = named ?? chosen;
    if (venue === null) {
      plan.asksVenue = true;
      report.unmatched += 1;
      problem(row, 'venue');
      continue;
    }
    const asked = `${filmChoice(row)}:${row.film ?? ''}`;
    const found = films.get(asked) ?? (await filmsOf(reader, row, choices));
    films.set(asked, found);
    if (typeof found !== 'string') {
      ask(plan, row, found);
      report.unmatched += 1;
      problem(row, 'film');
      continue;
    }
    const at = whenAt(row, venue);
    if (at === null) {
      report.rejected += 1;
      problem(row, 'skipped');
      continue;
    }
    const before = known.find(venue.id, { ...row, filmId: found, starts: at.starts });
    if (before && touched.has(before.id)) {
      report.unchanged += 1;
      continue;
    }
    const after = become(row, before, { filmId: found, venueId: venue.id, ...at });
    if (before === null) {
      made += 1;
      after.id = `new:${made}`;
    }
    touched.add(after.id);
    if (before === null && row.state === 'cancelled') report.unchanged += 1;
    else if (before !== null && same(before, after)) report.unchanged += 1;
    else {
      report[before === null ? 'created' : 'updated'] += 1;
      plan.changes.push({ before, after });
      if (before === null) known.add(after);
    }
  }
  report.problems.sort((a, b) => Number(a.row) - Number(b.row));
  await endSeries(reader, file, { venues, now, touched, plan });
  return plan;
}

/** Dates of a series that its file no longer holds, and that were to come, take place no more. */
async function endSeries(
  reader: Reader,
  file: ScreeningFile,
  { venues, now, touched, plan }: { venues: Venue[]; now: number; touched: Set<string>; plan: ScreeningPlan },
): Promise<void> {
  if (file.series.length === 0) return;
  const names = new Set(file.series.map((name) => `${name}#`));
  const told = new Set(file.rows.map(({ key }) => key));
  for (const venue of venues)
    for (const one of await reader.screenings.ofVenue(venue.id, now, now + SERIES_AHEAD)) {
      const series = one.key?.replace(/#\d{4}-\d\d-\d\d$/, '#') ?? '';
      if (!names.has(series) || told.has(one.key) || touched.has(one.id) || one.state === 'cancelled')
        continue;
      plan.changes.push({ before: one, after: { ...one, state: 'cancelled' } });
      plan.report.rows += 1;
      plan.report.updated += 1;
    }
}

function ask({ questions }: ScreeningPlan, row: ScreeningRow, candidates: FilmQuestion['candidates']): void {
  const name = filmChoice(row);
  const known = questions.find((one) => one.name === name);
  if (known) known.rows += 1;
  else questions.push({ name, title: row.title || (row.film ?? ''), year: row.year, rows: 1, candidates });
}

/** A film's id, or those that could be meant. */
async function filmsOf(
  reader: Reader,
  row: ScreeningRow,
  choices: Readonly<Record<string, string>>,
): Promise<string | FilmQuestion['candidates']> {
  if (row.film !== null) {
    const [byId] = /^[0-9a-v]{26}$/.test(row.film) ? await reader.films.byIds([row.film]) : [];
    const id =
      byId?.id ??
      (/^tt\d+$/.test(row.film) ? await reader.films.idByExternal('imdb', row.film) : null) ??
      (await reader.films.key(row.film))?.id;
    if (id) return id;
  }
  if (row.title === '') return [];
  const choice = choices[filmChoice(row)];
  if (choice) {
    const [film] = await reader.films.byIds([choice]);
    if (film) return film.id;
  }
  const exact = row.year === null ? [] : await reader.films.byTitle(row.title, row.year);
  const [one, another] = exact;
  if (one && !another) return one.id;
  const near = await filmsMeant(reader, row.title, CANDIDATES);
  const all = [...exact, ...(await reader.films.byTitle(row.title, null)), ...near];
  const once = new Map(all.map(({ id, title, year }) => [id, { id, title, year }]));
  return [...once.values()].slice(0, CANDIDATES);
}

/** A venue by its slug or name, or where a longer description of a place begins with its name. */
function venueNamed(venues: readonly Venue[], written: string): Venue | null {
  const plain = (text: string) => text.normalize('NFC').toLowerCase().trim();
  const said = plain(written);
  const exact = venues.filter(({ slug, name }) => slug === said || plain(name) === said);
  const begins = venues.filter(({ name }) => said.startsWith(`${plain(name)},`));
  const found = exact.length > 0 ? exact : begins;
  return found.length === 1 ? (found[0] ?? null) : null;
}

function whenAt({ when }: ScreeningRow, venue: Venue): Pick<Screening, 'day' | 'time' | 'starts'> | null {
  if (typeof when === 'number') {
    const wall = wallTime(venue.timeZone, when);
    return isDay(wall.day) ? { ...wall, starts: when } : null;
  }
  const { instant, odd } = instantOf(when, venue.timeZone);
  return odd === 'skipped' ? null : { ...when, starts: instant };
}

/** What a screening is after a row: what the row says, and what was there where it says nothing. */
function become(
  row: ScreeningRow,
  before: Screening | null,
  at: Pick<Screening, 'filmId' | 'venueId' | 'day' | 'time' | 'starts'>,
): Screening {
  const said = Object.fromEntries(Object.entries(row.details).filter(([, value]) => value !== null));
  const was = before?.state ?? 'on';
  const revived = row.state === 'confirmed' && was === 'cancelled' ? 'on' : was;
  const state = row.state === null || row.state === 'confirmed' ? revived : row.state;
  const base = before ?? { ...row.details, id: '', draft: false, key: null };
  return { ...base, ...said, ...at, state, key: row.key ?? before?.key ?? null };
}

/** Whether two screenings say the same. */
export function same(one: Screening, other: Screening): boolean {
  const plain = (screening: Screening) => JSON.stringify(Object.entries(screening).sort());
  return plain(one) === plain(other);
}

/** The screenings a file may mean, by its own names for them and by film, time and room. */
async function knownAt(reader: Reader, venues: readonly Venue[], file: ScreeningFile) {
  const byKey = new Map<string, Screening>();
  const byPlace = new Map<string, Screening>();
  const place = (venueId: string, one: { filmId: string; starts: number }, room: string | null) =>
    `${venueId} ${one.filmId} ${one.starts} ${room ?? ''}`;
  const add = (one: Screening) => {
    if (one.key !== null) byKey.set(`${one.venueId} ${one.key}`, one);
    byPlace.set(place(one.venueId, one, one.room), one);
  };
  const keys = file.rows.flatMap(({ key }) => key ?? []);
  const times = file.rows.map(({ when }) =>
    typeof when === 'number' ? when : Date.parse(`${when.day}T${when.time}:00Z`),
  );
  const from = times.reduce((least, one) => Math.min(least, one), Number.MAX_SAFE_INTEGER) - 2 * DAY;
  const to = times.reduce((most, one) => Math.max(most, one), 0) + 2 * DAY;
  for (const { id } of venues) {
    for (const one of await reader.screenings.ofVenue(id, from, to)) add(one);
    for (const one of await reader.screenings.byKeys(id, keys)) add(one);
  }
  return {
    add,
    find(venueId: string, row: ScreeningRow & { filmId: string; starts: number }): Screening | null {
      const named = row.key === null ? undefined : byKey.get(`${venueId} ${row.key}`);
      if (named) return named;
      const there = byPlace.get(place(venueId, row, row.details.room));
      return there && (there.key === null || row.key === null) ? there : null;
    },
  };
}

function saidOf({ title, year, venue, when }: ScreeningRow): string {
  const at =
    typeof when === 'number' ? new Date(when).toISOString().slice(0, 16) : `${when.day} ${when.time}`;
  return [year === null ? title : `${title} (${year})`, at.replace('T', ' '), venue]
    .filter(Boolean)
    .join(', ');
}
