import type { Writer } from '../store/open.ts';
import type { ScreeningState, Spoken } from '../store/schema.ts';
import type { Screening, ScreeningCursor, ScreeningFacts, ScreeningLine } from '../store/screening.ts';
import { standingFilm } from './entry.ts';
import { forbidden, invalid, notFound } from './errors.ts';
import { readTime } from './showings.ts';
import { cleanLine } from './text/characters.ts';
import { webAddress } from './venue.ts';
import { curates, type Viewer } from './viewer.ts';
import { instantOf, isDay, isTime, type WallTime } from './zoned-time.ts';

export type { Screening, ScreeningCursor, ScreeningLine, ScreeningState, Spoken };

export const STATES: readonly ScreeningState[] = ['on', 'sold-out', 'cancelled'];
export const SPOKEN: readonly Spoken[] = ['original', 'dubbed'];

const LONGEST_WORD = 60;
const LONGEST_NOTE = 200;

/** What is said of a screening beside what is shown, where and when; as a form sends it. */
export interface ScreeningInput {
  doors: string;
  ends: string;
  room: string;
  format: string;
  spoken: string;
  language: string;
  subtitles: string;
  tickets: string;
  note: string;
  series: string;
  state: string;
  draft: boolean;
}

export type ScreeningDetails = Omit<ScreeningFacts, 'filmId' | 'venueId' | 'day' | 'time' | 'starts' | 'key'>;

/**
 * The details of a form, as they are kept.
 *
 * @throws DomainError `invalid` with the name of the field that needs another look
 */
export function screeningDetails(input: ScreeningInput): ScreeningDetails {
  return {
    doors: timeOfDay(input.doors, 'doors'),
    ends: timeOfDay(input.ends, 'ends'),
    room: short(input.room, 'room', LONGEST_WORD),
    format: short(input.format, 'format', LONGEST_WORD),
    spoken: SPOKEN.find((one) => one === input.spoken) ?? null,
    language: languageTag(input.language, 'language'),
    subtitles: languageTag(input.subtitles, 'subtitles'),
    tickets: webAddress(input.tickets, 'tickets'),
    note: short(input.note, 'note', LONGEST_NOTE),
    series: short(input.series, 'series', LONGEST_NOTE),
    state: STATES.find((one) => one === input.state) ?? 'on',
    draft: input.draft,
  };
}

/**
 * When a screening begins.
 *
 * @throws DomainError `invalid`: `when` for what is no date or time, `skipped` (with `day` and `time`) for a time
 * that no clock of the zone shows, because it is the hour that is left out in spring
 */
export function beginning({ day, time }: WallTime, timeZone: string): number {
  if (!isDay(day) || !isTime(time)) throw invalid('when');
  const { instant, odd } = instantOf({ day, time }, timeZone);
  if (odd === 'skipped') throw invalid('skipped', { day, time });
  return instant;
}

/**
 * Enters a film's screenings at one venue. One that is there already, at the same time in the same room, is left as
 * it is.
 *
 * @returns how many were entered
 * @throws DomainError `forbidden` for whoever is no curator; `not-found`; `invalid` as `screeningDetails`,
 * `beginning`, or `no-showings`
 */
export async function addScreenings(
  writer: Writer,
  input: { filmId: string; venueId: string; showings: readonly WallTime[]; details: ScreeningInput },
  viewer: Viewer,
  now: number,
): Promise<number> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const { venueId, showings } = input;
  if (showings.length === 0) throw invalid('no-showings');
  const details = screeningDetails(input.details);
  await programmeChanged(writer, input.filmId);
  const filmId = await standingFilm(writer, input.filmId);
  const venue = await writer.venues.byId(venueId);
  if (!venue || !(await writer.films.byId(filmId))) throw notFound(venue ? 'film' : 'venue');
  let added = 0;
  for (const { day, time } of showings) {
    const starts = beginning({ day, time }, venue.timeZone);
    const there = await writer.screenings.ofVenue(venueId, starts, starts);
    if (there.some((one) => one.filmId === filmId && one.room === details.room)) continue;
    await writer.screenings.add({ ...details, filmId, venueId, day, time, starts, key: null }, now);
    added += 1;
  }
  return added;
}

/**
 * Changes one screening.
 *
 * @throws DomainError as `addScreenings`
 */
export async function changeScreening(
  writer: Writer,
  id: string,
  input: { venueId: string; showing: WallTime; details: ScreeningInput },
  viewer: Viewer,
  now: number,
): Promise<void> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const details = screeningDetails(input.details);
  const before = await writer.screenings.byId(id);
  if (!before) throw notFound('screening');
  const { filmId, key } = before;
  await programmeChanged(writer, filmId);
  const venue = await writer.venues.byId(input.venueId);
  if (!venue) throw notFound('venue');
  const starts = beginning(input.showing, venue.timeZone);
  const { day, time } = input.showing;
  await writer.screenings.change(id, { ...details, filmId, venueId: venue.id, day, time, starts, key }, now);
}

/**
 * Removes one screening without a trace; one that was announced is better cancelled.
 *
 * @throws DomainError `forbidden`; `not-found`
 */
export async function removeScreening(writer: Writer, id: string, viewer: Viewer): Promise<ScreeningLine> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const before = await writer.screenings.byId(id);
  if (!before) throw notFound('screening');
  await programmeChanged(writer, before.filmId);
  await writer.screenings.remove([id]);
  return before;
}

/** Raises the versions of every page that shows the screenings of these films. */
export async function programmeChanged(writer: Writer, ...filmIds: string[]): Promise<void> {
  await writer.versions.raise('programme', ...filmIds);
}

/** A time as it was typed, as `HH:MM`; null where none is said. */
function timeOfDay(written: string, code: string): string | null {
  if (written.trim() === '') return null;
  const time = readTime(written);
  if (time === null) throw invalid(code);
  return time;
}

function short(written: string, code: string, most: number): string | null {
  const text = cleanLine(written);
  if ([...text].length > most) throw invalid(code);
  return text || null;
}

/** A language by its tag (BCP 47), as `Intl` writes it; null where none is said. */
export function languageTag(written: string, code: string): string | null {
  const text = written.trim();
  if (text === '') return null;
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    if (tag && tag.length <= 20 && /^[a-z]{2,3}(-|$)/.test(tag)) return tag;
  } catch {
    // Not a tag at all.
  }
  throw invalid(code);
}
