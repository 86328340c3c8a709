import type { Entry } from '../store/entry.ts';
import type { Writer } from '../store/open.ts';
import { announce } from './announce.ts';
import { heldEntry, pageChanged } from './entry.ts';
import { forbidden, notFound } from './errors.ts';
import { logOnMark, takeOffMark } from './mark.ts';
import { moderates, type Viewer } from './viewer.ts';

/**
 * Keeps an entry and its rating from readers; nothing of it is lost.
 *
 * @param entry held by `heldEntry`
 * @param why `hidden` until somebody decides; `rights` when that is decided
 */
export async function withhold(
  writer: Writer,
  entry: Entry,
  why: 'hidden' | 'rights',
  now: number,
): Promise<void> {
  await takeOffMark(writer, entry);
  await writer.entries.withhold(entry.id, why, now);
  await pageChanged(writer, entry.filmId, ...(await writer.mentions.filmsNamedIn(entry.id)));
}

/** Shows an entry again, held by `heldEntry`, and its rating with it. */
export async function showAgain(writer: Writer, entry: Entry, now: number): Promise<void> {
  await writer.entries.withhold(entry.id, null, now);
  await logOnMark(writer, { ...entry, withheld: null });
  await pageChanged(writer, entry.filmId, ...(await writer.mentions.filmsNamedIn(entry.id)));
  if (entry.source === 'local') await announce(writer, entry.id, now);
}

/**
 * Shows a review that waited for the house, or one that was hidden or taken off the pages.
 *
 * @throws DomainError `forbidden`; `not-found` when it waits for nobody
 */
export async function showEntry(writer: Writer, entryId: string, viewer: Viewer, now: number): Promise<void> {
  const entry = await decidedOn(writer, entryId, viewer);
  if (entry.withheld === null) throw notFound('review');
  await showAgain(writer, entry, now);
}

/** Hides a review from readers. */
export async function hideEntry(writer: Writer, entryId: string, viewer: Viewer, now: number): Promise<void> {
  await withhold(writer, await decidedOn(writer, entryId, viewer), 'hidden', now);
}

async function decidedOn(writer: Writer, entryId: string, viewer: Viewer): Promise<Entry> {
  if (!moderates(viewer)) throw forbidden('moderators-only');
  const entry = await heldEntry(writer, entryId);
  if (!entry || entry.deleted !== null) throw notFound('review');
  return entry;
}
