import type { Entry } from '../store/entry.ts';
import type { Writer } from '../store/open.ts';
import type { Report } from '../store/report.ts';
import type { Review } from '../store/review.ts';
import { heldEntry, pageChanged } from './entry.ts';
import { conflict, forbidden, invalid, notFound } from './errors.ts';
import { takeOffMark } from './mark.ts';
import { settleSpoiler } from './review.ts';
import { curates, moderates, READER, type Viewer } from './viewer.ts';
import { showAgain, withhold } from './withholding.ts';

/** Why a reader points at a review. */
export const REPORT_REASONS = ['abuse', 'spoilers', 'spam', 'plagiarism', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** What the author of a review from elsewhere asks for. */
export const WISHES = ['change', 'remove'] as const;
export type Wish = (typeof WISHES)[number];

/** The longest message with a report or a request, in characters. */
export const LONGEST_MESSAGE = 2000;

/** What comes with a report or a request: words, and an address to answer to; either may be missing. */
export interface Said {
  message: string;
  contact: string | null;
}

/**
 * Whether somebody without an account may ask for a review: what a member wrote or brought is changed by signing
 * in, and nobody else hides it.
 */
export function canBeAsked(review: Pick<Review, 'username' | 'source'>): boolean {
  return review.username === null && review.source !== 'local';
}

/**
 * Its author asks to have a review from elsewhere changed or removed. It is hidden from readers at once, until
 * somebody decides.
 *
 * @throws DomainError `not-found`; `conflict` for a member's own review; `invalid`
 */
export async function askForMine(
  writer: Writer,
  entryId: string,
  wish: Wish,
  said: Said,
  now: number,
): Promise<void> {
  const review = await writer.reviews.byId(entryId, READER);
  if (!review) {
    // Asked for twice: it is hidden already, and what is said now is kept beside what was said then.
    const [asked] = (await writer.reports.openAbout(entryId)).filter((report) => report.kind === 'mine');
    if (!asked) throw notFound('review');
  } else if (!canBeAsked(review)) throw conflict('of-a-member');
  checkSaid(said);
  await writer.reports.add({ entryId, kind: 'mine', reason: wish, ...said }, now);
  const entry = review && (await heldEntry(writer, entryId));
  if (entry) await withhold(writer, entry, 'hidden', now);
}

/**
 * A reader points at a review. It stays where it is; only where somebody who may says that it tells the story is
 * that settled on the spot.
 *
 * @returns whether it is settled; else it waits for a decision
 * @throws DomainError `not-found`, `invalid`
 */
export async function reportReview(
  writer: Writer,
  entryId: string,
  reason: ReportReason,
  said: Said,
  viewer: Viewer,
  now: number,
): Promise<boolean> {
  const review = await writer.reviews.byId(entryId, viewer);
  if (!review) throw notFound('review');
  checkSaid(said);
  if (reason === 'spoilers' && (moderates(viewer) || curates(viewer))) {
    await settleSpoiler(writer, entryId, true, viewer, now);
    return true;
  }
  await writer.reports.add({ entryId, kind: 'report', reason, ...said }, now);
  return false;
}

/**
 * Decides a report or a request, and with it every other one that is open about the same review when that goes.
 * Kept: a review that was hidden for it is shown again once no request about it is open. Removed: what its author
 * asked for is deleted with its rating; what was reported is kept from readers, and its author sees why.
 *
 * @returns every report and request that is decided by it
 * @throws DomainError `forbidden`, `not-found`, or `conflict` when it has been decided
 */
export async function decideReport(
  writer: Writer,
  id: string,
  decision: 'kept' | 'removed',
  viewer: Viewer,
  now: number,
): Promise<Report[]> {
  if (!moderates(viewer)) throw forbidden('moderators-only');
  const asked = await writer.reports.byId(id);
  const entry = asked && (await heldEntry(writer, asked.entryId));
  // Read again: of two who decide at once, the second sees what the first has decided.
  const report = await writer.reports.byId(id);
  if (!report || !entry) throw notFound('report');
  if (report.state !== 'open') throw conflict('decided');
  const others = (await writer.reports.openAbout(entry.id)).filter((other) => other.id !== id);
  await writer.reports.decide(id, decision, viewer.memberId, now);
  if (decision === 'removed') {
    for (const other of others) await writer.reports.decide(other.id, 'removed', viewer.memberId, now);
    const wished = [report, ...others].some((one) => one.kind === 'mine');
    await remove(writer, entry, wished ? 'mine' : 'report', now);
  } else if (report.kind === 'mine' && entry.withheld === 'hidden' && entry.deleted === null) {
    if (!others.some((other) => other.kind === 'mine')) await showAgain(writer, entry, now);
  }
  await pageChanged(writer, entry.filmId);
  return decision === 'removed' ? [report, ...others] : [report];
}

async function remove(writer: Writer, entry: Entry, kind: 'mine' | 'report', now: number): Promise<void> {
  if (entry.deleted !== null) return;
  if (kind === 'report') {
    await withhold(writer, entry, 'rights', now);
    return;
  }
  await takeOffMark(writer, entry);
  await writer.entries.remove(entry.id, now);
  const left = await writer.reviews.byAuthorOnFilm(entry.filmId, entry.authorId, READER);
  if (left.length === 0) await writer.marks.remove(entry.authorId, entry.filmId);
}

function checkSaid({ message, contact }: Said): void {
  if ([...message].length > LONGEST_MESSAGE) throw invalid('message-too-long', { most: LONGEST_MESSAGE });
  if (contact !== null && contact.length > 254) throw invalid('email');
}
