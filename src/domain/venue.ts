import type { Writer } from '../store/open.ts';
import type { Venue, VenueFacts } from '../store/venue.ts';
import { conflict, forbidden, invalid, notFound } from './errors.ts';
import { isTimeZone } from './site.ts';
import { freeSlug, slugOf } from './slug.ts';
import { cleanLine } from './text/characters.ts';
import { safeHref } from './text/link.ts';
import { curates, type Viewer } from './viewer.ts';
import { instantOf } from './zoned-time.ts';

export type { Venue, VenueFacts };

const LONGEST_NAME = 120;
const LONGEST_LINE = 200;

/** A venue as a form says it. */
export type VenueInput = Record<keyof VenueFacts, string>;

/**
 * What a form says of a venue, as it is kept.
 *
 * @throws DomainError `invalid` with the name of the field that needs another look
 */
export function venueFacts(input: VenueInput): VenueFacts {
  const name = cleanLine(input.name);
  if (!/[\p{L}\p{N}]/u.test(name) || [...name].length > LONGEST_NAME) throw invalid('name');
  const timeZone = input.timeZone.trim();
  if (!isTimeZone(timeZone)) throw invalid('timeZone');
  const country = input.country.trim().toUpperCase();
  if (country !== '' && !isCountry(country)) throw invalid('country');
  return {
    name,
    street: line(input.street, 'street'),
    town: line(input.town, 'town'),
    country: country || null,
    timeZone,
    website: webAddress(input.website, 'website'),
  };
}

/**
 * Keeps what is said of a venue, a new one where `id` is null, and answers its slug. When its clocks turn out to be
 * in another zone, every time stays as it was written and means another instant.
 *
 * @throws DomainError `forbidden` for whoever is no curator; `not-found`; `invalid` as `venueFacts`
 */
export async function saveVenue(
  writer: Writer,
  id: string | null,
  input: VenueInput,
  viewer: Viewer,
  now: number,
): Promise<string> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const facts = venueFacts(input);
  // Two who add at once would find the same slug free.
  await writer.versions.raise('programme');
  if (id === null) {
    const slug = await freeSlug(slugOf(facts.name) || 'venue', writer.venues.slugTaken);
    await writer.venues.add(facts, slug, now);
    // From the first venue on, every page leads to the programme.
    await writer.site.set({ settings: { programme: true } }, now);
    await writer.versions.raise('site');
    return slug;
  }
  const venue = await writer.venues.byId(id);
  if (!venue) throw notFound('venue');
  await writer.venues.change(id, facts, now);
  if (venue.timeZone !== facts.timeZone) await setClocks(writer, id, facts.timeZone, now);
  await writer.versions.raise(...(await writer.screenings.filmsOfVenue(id)));
  return venue.slug;
}

/**
 * Removes a venue at which nothing was ever shown.
 *
 * @throws DomainError `forbidden`; `not-found`; `conflict` with code `venue-in-use`
 */
export async function removeVenue(writer: Writer, id: string, viewer: Viewer): Promise<void> {
  if (!curates(viewer)) throw forbidden('curators-only');
  await writer.versions.raise('programme');
  if (!(await writer.venues.byId(id))) throw notFound('venue');
  if ((await writer.screenings.filmsOfVenue(id)).length > 0) throw conflict('venue-in-use');
  await writer.venues.remove(id);
}

async function setClocks(writer: Writer, venueId: string, timeZone: string, now: number): Promise<void> {
  for (const { id, ...facts } of await writer.screenings.ofVenue(venueId, 0, Number.MAX_SAFE_INTEGER)) {
    const { instant } = instantOf(facts, timeZone);
    await writer.screenings.change(id, { ...facts, starts: instant }, now);
  }
}

/**
 * An http or https address as it may stand in a link; null where none is said.
 *
 * @throws DomainError `invalid` with `code` for any other
 */
export function webAddress(written: string, code: string): string | null {
  const text = written.trim();
  if (text === '') return null;
  const href = safeHref(text);
  if (href === null || !/^https?:/.test(href)) throw invalid(code);
  return href;
}

function line(written: string, code: string): string | null {
  const text = cleanLine(written);
  if ([...text].length > LONGEST_LINE) throw invalid(code);
  return text || null;
}

function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code)) return false;
  return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) !== undefined;
}
