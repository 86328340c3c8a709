import type { Writer } from '../store/open.ts';
import { pageChanged } from './entry.ts';
import { forbidden, invalid, notFound } from './errors.ts';
import { curates, READER, type Viewer } from './viewer.ts';

/** What a curator does to a review on a film's page. */
export type Arranging = 'pin' | 'unpin' | 'up' | 'down';

/** What a curator has just asked for one review, and whether it was done: `full` when there was no room. */
export interface Arranged {
  id: string;
  act: Arranging | 'full';
  /** How many there is room for. */
  most: number;
}

/** So many reviews lead a page; more would be no choice. */
export const MOST_PINS = 20;

/**
 * Pins a review to its film's page, takes it down, or moves it among those pinned.
 *
 * @returns its place among the pinned ones that readers see, from 1, and how many those are; place 0 when it is
 * not among them
 * @throws DomainError `forbidden` for whoever is no curator; `not-found` for what is not there for everyone to
 * read; `invalid` (`too-many-pins`)
 */
export async function arrange(
  writer: Writer,
  filmId: string,
  entryId: string,
  act: Arranging,
  viewer: Viewer,
): Promise<{ place: number; of: number }> {
  if (!curates(viewer)) throw forbidden('curators-only');
  // Two curators at once: the second sees what the first has done.
  await writer.versions.raise(filmId);
  const pins = await writer.reviews.pins(filmId);
  const seen = new Set(await writer.reviews.pinsSeen(filmId));
  if (act === 'pin' && !pins.includes(entryId)) {
    const review = await writer.reviews.byId(entryId, READER);
    if (!review || review.filmId !== filmId || review.html === null) throw notFound('review');
    if (pins.length >= MOST_PINS) throw invalid('too-many-pins', { most: MOST_PINS });
    seen.add(entryId);
  }
  const order = arranged(pins, seen, entryId, act);
  await writer.pins.set(filmId, order);
  await pageChanged(writer, filmId);
  const shown = order.filter((id) => seen.has(id));
  return { place: shown.indexOf(entryId) + 1, of: shown.length };
}

/**
 * The order after one act. A review moves past the next one that readers see, so that one step is seen as one,
 * and those that are hidden for now keep their place beside the one they followed.
 */
export function arranged(
  pins: readonly string[],
  seen: ReadonlySet<string>,
  entryId: string,
  act: Arranging,
): string[] {
  const at = pins.indexOf(entryId);
  if (act === 'pin') return at < 0 ? [...pins, entryId] : [...pins];
  if (at < 0) return [...pins];
  const rest = pins.filter((id) => id !== entryId);
  if (act === 'unpin') return rest;
  const step = act === 'up' ? -1 : 1;
  let to = at + step;
  while (to >= 0 && to < pins.length && !seen.has(pins[to] ?? '')) to += step;
  if (to < 0 || to >= pins.length) return [...pins];
  return [...rest.slice(0, to), entryId, ...rest.slice(to)];
}
