import type { Writer } from '../store/open.ts';
import { ownEntry, pageChanged, type Writing } from './entry.ts';
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
  await pageChanged(writer, entry.filmId, by.memberId);
}

/**
 * Brings back what its author took away, as it was.
 *
 * @throws DomainError `not-found` when it is not theirs or not away; `gone` when its grace has passed
 */
export async function restoreEntry(writer: Writer, entryId: string, by: Writing): Promise<void> {
  const entry = await writer.entries.toChange(entryId);
  if (!entry || entry.authorId !== by.authorId || entry.deleted === null) throw notFound('review');
  if (!canComeBack(entry, by.now)) throw new DomainError('gone', 'review');
  await writer.entries.bringBack(entryId, by.now);
  await logOnMark(writer, { ...entry, withheld: entry.withheld === 'deleted' ? null : entry.withheld });
  await pageChanged(writer, entry.filmId, by.memberId);
}

/** Whether the author of a deleted entry can still bring it back. */
export function canComeBack(entry: { deleted: number | null }, now: number): boolean {
  return entry.deleted !== null && now < entry.deleted + GRACE_DAYS * 86_400_000;
}
