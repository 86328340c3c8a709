import type { Writer } from '../store/open.ts';
import { heldEntry, ownEntry, pageChanged, type Writing } from './entry.ts';
import { DomainError, notFound } from './errors.ts';
import { logOnMark, takeOffMark } from './mark.ts';

/** How long an author can bring back what they took away. */
export const GRACE_DAYS = 30;

/**
 * Takes an entry of one's own away from every reader, and from the mark what the entry alone said. It can be
 * brought back until its grace has passed.
 */
export async function deleteEntry(writer: Writer, entryId: string, by: Writing): Promise<void> {
  const entry = await ownEntry(writer, entryId, by.authorId);
  await takeOffMark(writer, entry);
  await writer.entries.remove(entryId, by.now);
  await pageChanged(writer, entry.filmId, by.memberId, ...(await writer.mentions.filmsNamedIn(entryId)));
}

/**
 * Brings back what its author took away, as it was.
 *
 * @throws DomainError `not-found` when it is not theirs or not away; `gone` when its grace has passed
 */
export async function restoreEntry(writer: Writer, entryId: string, by: Writing): Promise<void> {
  const entry = await heldEntry(writer, entryId);
  if (!entry || entry.authorId !== by.authorId || entry.deleted === null) throw notFound('review');
  if (!canComeBack(entry, by.now)) throw new DomainError('gone', 'review');
  await writer.entries.bringBack(entryId, by.now);
  await logOnMark(writer, { ...entry, withheld: entry.withheld === 'deleted' ? null : entry.withheld });
  await pageChanged(writer, entry.filmId, by.memberId, ...(await writer.mentions.filmsNamedIn(entryId)));
}

/**
 * Makes deletions final whose grace has passed, and those again that an older copy of the database has brought
 * back. The author's mark on the film stays: what the entry alone said went from it when the entry was taken away.
 *
 * @param most how many at once, so that others write between
 * @returns how many were made final; fewer than `most` when none is left
 */
export async function finishDeletions(writer: Writer, now: number, most: number): Promise<number> {
  const due = await writer.deletions.due(now - GRACE_DAYS * 86_400_000, most);
  const gone = due.length > 0 ? due : await writer.deletions.returned(most);
  for (const deletion of gone) {
    await writer.deletions.finish(deletion, now);
    await pageChanged(writer, deletion.filmId, ...(deletion.memberId ? [deletion.memberId] : []));
  }
  return gone.length;
}

/** Whether the author of a deleted entry can still bring it back. */
export function canComeBack(entry: { deleted: number | null }, now: number): boolean {
  return entry.deleted !== null && now < entry.deleted + GRACE_DAYS * 86_400_000;
}
