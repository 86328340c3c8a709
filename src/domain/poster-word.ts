import type { LetsOut, Member } from '../store/member.ts';
import type { Reader, Writer } from '../store/open.ts';
import type { Review } from '../store/review.ts';
import { forbidden, invalid, notFound } from './errors.ts';
import { cleanLine } from './text/characters.ts';
import { curates, READER, type Viewer } from './viewer.ts';
import { precision, viewingDate } from './viewing-date.ts';

/** A promise is kept in so many characters at most. */
export const LONGEST_WORD = 500;

/** What a curator notes of an author who is no member here: how they said yes, and until when it holds. */
export interface NotedWord {
  /** Such as "by mail, 3 May 2026". */
  word: string;
  /** The last calendar date it holds; null without an end. */
  until: string | null;
}

/** Whether a review may stand on posters, and what was said of it alone. */
export interface PosterWord {
  allowed: boolean;
  /** How its author said so, as a curator noted it. */
  word: string | null;
  /** The last calendar date it holds; null without an end. */
  until: string | null;
}

/**
 * Whether a review may stand on posters, for its author and those who curate.
 *
 * @throws DomainError `not-found` for everybody else
 */
export async function posterWordOf(
  reader: Reader,
  entryId: string,
  viewer: Viewer,
  today: string,
): Promise<PosterWord> {
  const review = await reader.reviews.byId(entryId, viewer);
  const own = review !== null && review.authorId === viewer.authorId;
  if (!review || review.html === null || !(own || curates(viewer))) throw notFound('review');
  return posterWord(reader, entryId, today);
}

/** The same, asked for nobody. */
export async function posterWord(reader: Reader, entryId: string, today: string): Promise<PosterWord> {
  const said = await reader.posterWords.of(entryId);
  const allowed = (await reader.posterWords.allowedOf([entryId], today)).has(entryId);
  return { allowed, word: said?.word ?? null, until: said?.until ?? null };
}

/** Says whether what a member wrote may stand on posters: all of it, none of it, or as they said of each. */
export async function setOnPosters(writer: Writer, member: Member, word: LetsOut | null): Promise<void> {
  await writer.versions.raise(member.id);
  await writer.members.setLetsOut(member.id, 'posters', word);
}

/**
 * Lets one's own review onto posters, or takes that back.
 *
 * @throws DomainError `not-found` for what is not one's own review
 */
export async function allowOnPosters(
  writer: Writer,
  entryId: string,
  allowed: boolean,
  viewer: Viewer,
  now: number,
): Promise<void> {
  const review = await writer.reviews.byId(entryId, viewer);
  const own = review !== null && viewer.memberId !== null && review.authorId === viewer.authorId;
  if (!own || review.html === null) throw notFound('review');
  if (!allowed) return writer.posterWords.remove(entryId);
  const given_by = viewer.memberId ?? '';
  await writer.posterWords.set({ entry_id: entryId, word: null, given_by, given: now, until: null });
}

/**
 * Notes that somebody who is no member lets a review onto posters, or that they do no more. A member says so
 * themselves, and nobody says it for them.
 *
 * @param noted null takes it back
 * @throws DomainError `not-found`; `forbidden` for who does not curate, and for a member's review; `invalid`
 */
export async function notePosterWord(
  writer: Writer,
  entryId: string,
  noted: NotedWord | null,
  viewer: Viewer,
  now: number,
): Promise<void> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const review = await writer.reviews.byId(entryId, READER);
  if (!review || review.html === null) throw notFound('review');
  if (!canBeNotedFor(review)) throw forbidden('members-say-so-themselves');
  if (noted === null) return writer.posterWords.remove(entryId);
  const word = cleanLine(noted.word);
  if (word === '') throw invalid('no-word');
  if ([...word].length > LONGEST_WORD) throw invalid('word-too-long', { most: LONGEST_WORD });
  if (noted.until !== null && !isDay(noted.until)) throw invalid('until');
  await writer.posterWords.set({
    ...{ entry_id: entryId, word, given_by: viewer.memberId ?? '', given: now, until: noted.until },
  });
}

/** Whether a curator may note the word of a review's author: only of somebody who cannot say so here. */
export function canBeNotedFor({ username }: Pick<Review, 'username'>): boolean {
  return username === null;
}

function isDay(text: string): boolean {
  return viewingDate(text) === text && precision(text) === 'day';
}
