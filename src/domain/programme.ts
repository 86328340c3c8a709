import type { Film } from '../store/film.ts';
import type { Reader } from '../store/open.ts';
import type { ScreeningCursor, ScreeningLine } from '../store/screening.ts';
import type { Venue } from '../store/venue.ts';
import { notFound } from './errors.ts';
import { curates, type Viewer } from './viewer.ts';
import { daysLater, instantOf, isDay } from './zoned-time.ts';

/** So many screenings stand on a page of the programme. */
const ON_A_PAGE = 100;
const IN_A_MONTH = 2000;
const IN_A_FEED = 1000;
const ON_THE_FRONT = 8;
const LONGEST_SEARCH = 200;
/** No zone is further from another than this: what a month holds is sought a day around it. */
const AROUND = 36 * 3_600_000;

export interface Programme {
  /** All that are to come, or a page of them, in order of their beginning. */
  screenings: ScreeningLine[];
  next: ScreeningCursor | null;
  venues: Venue[];
  /** The venue whose programme it is; null for all. */
  venue: Venue | null;
}

/**
 * What is to come, page by page.
 *
 * @param asked.venue a slug
 * @throws DomainError `not-found` for a venue nobody knows
 */
export async function programme(
  reader: Reader,
  viewer: Viewer,
  asked: { venue: string | null; after: ScreeningCursor | null; now: number },
): Promise<Programme> {
  const venues = await reader.venues.list();
  const venue = venueAsked(venues, asked.venue);
  const rows = await reader.screenings.list({
    from: asked.now,
    venueId: venue?.id,
    after: asked.after,
    drafts: curates(viewer),
    limit: ON_A_PAGE + 1,
  });
  const screenings = rows.slice(0, ON_A_PAGE);
  const last = screenings.at(-1);
  const next: ScreeningCursor | null = rows.length > ON_A_PAGE && last ? [last.starts, last.id] : null;
  return { screenings, next, venues, venue };
}

/** A month of the programme: what was, and what is to come. `month` is `YYYY-MM`. */
export async function programmeOfMonth(
  reader: Reader,
  viewer: Viewer,
  asked: { venue: string | null; month: string },
): Promise<Programme & { month: string }> {
  const venues = await reader.venues.list();
  const venue = venueAsked(venues, asked.venue);
  const first = `${asked.month}-01`;
  const rows = await reader.screenings.list({
    from: Date.parse(`${first}T00:00:00Z`) - AROUND,
    to: Date.parse(`${daysLater(first, 31)}T00:00:00Z`) + AROUND,
    venueId: venue?.id,
    drafts: curates(viewer),
    limit: IN_A_MONTH,
  });
  const screenings = rows.filter(({ day }) => day.startsWith(asked.month));
  return { screenings, next: null, venues, venue, month: asked.month };
}

/** What is to come of one film. */
export async function screeningsOfFilm(
  reader: Reader,
  viewer: Viewer,
  filmId: string,
  now: number,
): Promise<ScreeningLine[]> {
  return reader.screenings.list({ from: now, filmId, drafts: curates(viewer), limit: IN_A_MONTH });
}

/** What a calendar elsewhere is told: everything that everyone may see and that is to come. */
export async function screeningsForFeed(
  reader: Reader,
  of: { venueId?: string; filmId?: string },
  now: number,
): Promise<ScreeningLine[]> {
  return reader.screenings.list({ from: now, ...of, drafts: false, limit: IN_A_FEED });
}

/**
 * What is shown within seven days, today among them.
 *
 * @param today the calendar date where the site is, in `timeZone`
 */
export async function thisWeek(
  reader: Reader,
  { now, today, timeZone }: { now: number; today: string; timeZone: string },
): Promise<ScreeningLine[]> {
  const { instant } = instantOf({ day: daysLater(today, 7), time: '00:00' }, timeZone);
  return reader.screenings.list({ from: now, to: instant, drafts: false, limit: ON_THE_FRONT });
}

/** Films that may be meant by words somebody typed or a file says, the likeliest first. */
export async function filmsMeant(reader: Reader, words: string, most: number): Promise<Film[]> {
  const text = words
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST_SEARCH);
  if (text === '') return [];
  const { ids } = await reader.search.find({ kind: 'film', text, offset: 0, limit: most });
  return reader.films.byIds(ids);
}

/** A month as an address says it, `YYYY-MM`, or null. */
export function monthAsked(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`) ? text : null;
}

function venueAsked(venues: readonly Venue[], slug: string | null): Venue | null {
  if (slug === null || slug === '') return null;
  const venue = venues.find((one) => one.slug === slug);
  if (!venue) throw notFound('venue');
  return venue;
}
