import type { EntryFacts, ReviewText, Entry as StoredEntry } from '../store/entry.ts';
import type { Member } from '../store/member.ts';
import type { Writer } from '../store/open.ts';
import type { SpoilerState, TextFormat, Visibility } from '../store/schema.ts';
import type { SiteSettings } from '../store/site.ts';
import { conflict, DomainError, forbidden, invalid, notFound } from './errors.ts';
import { markAfter } from './mark.ts';
import { isRating, type Rating } from './rating.ts';
import { guessLanguage } from './text/language.ts';
import { renderText } from './text/render.ts';
import { curates, moderates, type Viewer } from './viewer.ts';
import { viewedKey, viewingDate, writtenKey } from './viewing-date.ts';

/** The longest review, in characters. */
export const LONGEST_REVIEW = 100_000;
const LONGEST_TITLE = 300;
const MOST_TAGS = 50;
const LONGEST_TAG = 100;

/** How long an author can bring back what they took away. */
export const GRACE_DAYS = 30;
/** Within so many minutes the same words sent again are one entry sent twice. */
const TWICE_MINUTES = 10;

/** What somebody says in one go about a film: the form of a review, or a row of an import. */
export interface EntryInput {
  rating: Rating | null;
  liked: boolean;
  /** A calendar date, a month or a year; null when not said. */
  viewed: string | null;
  rewatch: boolean;
  tags: string[];
  title: string | null;
  text: string;
  format: TextFormat;
  spoiler: SpoilerState;
  /** BCP 47; null lets it be guessed. */
  language: string | null;
  visibility: Visibility;
}

/** Who writes, from the domain's eye. */
export interface Writing {
  authorId: string;
  memberId: string;
  /** Epoch milliseconds. */
  now: number;
  /** The calendar date of `now` where the site is. */
  today: string;
  /** Whether it waits for the owner before others may read it. */
  waits: boolean;
}

/** The words of an entry with what is derived from them once; null when there are none. */
export function reviewText(source: string, format: TextFormat): ReviewText | null {
  if (source.trim() === '') return null;
  const { html, text, length, fold, cut } = renderText(source, format);
  return length === 0 ? null : { format, source, html, text, length, fold, cut };
}

/**
 * Checks what somebody wrote, so that it can be kept.
 *
 * @throws DomainError `invalid` with the code of the field's sentence
 */
export function checkEntry(input: EntryInput): void {
  if (input.rating !== null && !isRating(input.rating)) throw invalid('rating');
  if (input.viewed !== null && viewingDate(input.viewed) === null)
    throw invalid('viewed', { value: input.viewed });
  if ([...input.text].length > LONGEST_REVIEW) throw invalid('too-long', { most: LONGEST_REVIEW });
  if (input.title !== null && [...input.title].length > LONGEST_TITLE)
    throw invalid('title-too-long', { most: LONGEST_TITLE });
  if (input.tags.length > MOST_TAGS) throw invalid('too-many-tags', { most: MOST_TAGS });
  if (input.tags.some((tag) => tag.length > LONGEST_TAG))
    throw invalid('tag-too-long', { most: LONGEST_TAG });
  if (input.text.trim() === '' && input.rating === null && input.viewed === null && !input.liked)
    throw invalid('nothing-said');
}

/**
 * Keeps what a member wrote about a film and sets their mark; answers the entry's id. The same words sent twice
 * within minutes (a slow line, a second click) are one entry.
 */
export async function writeEntry(
  writer: Writer,
  filmId: string,
  input: EntryInput,
  by: Writing,
): Promise<string> {
  checkEntry(input);
  // Whoever sends the same twice at once waits here for their first.
  await writer.versions.raise(by.memberId);
  const twin = await twinOf(writer, filmId, input, by);
  if (twin !== null) return twin;
  const review = reviewText(input.text, input.format);
  const waits = by.waits && isShared(input.visibility);
  const instant = new Date(by.now).toISOString();
  const facts: EntryFacts = {
    ...said(input, review),
    filmId,
    authorId: by.authorId,
    source: 'local',
    key: null,
    link: null,
    place: null,
    score: null,
    venue: null,
    withheld: waits ? 'awaiting' : null,
    basis: 'own',
    counted: true,
    written: by.today,
    writtenKey: writtenKey(instant),
    viewedKey: viewedKey(input.viewed),
  };
  const id = await writer.entries.add(facts, review, by.now);
  await writer.entries.setRights(
    id,
    { basis: 'own', allowed: ['here', 'strips'], word: null, givenBy: by.memberId, batchId: null },
    by.now,
  );
  if (input.visibility !== 'draft' && !waits) await logMark(writer, filmId, by.authorId, input, by.today);
  await pageChanged(writer, filmId, by.memberId);
  return id;
}

/**
 * Changes one's own entry; how it was before is kept. Changing an entry leaves the mark, but where the mark
 * came from the rating that is changed.
 *
 * @param seen the `updated` stamp of the entry that the author had before them; null does not ask
 * @throws DomainError `not-found` when there is no such entry of theirs; `conflict` when it was changed elsewhere
 * since, and says something else now
 */
export async function editEntry(
  writer: Writer,
  entryId: string,
  input: EntryInput,
  by: Writing,
  seen: number | null = null,
): Promise<void> {
  checkEntry(input);
  await writer.versions.raise(by.memberId);
  const before = await ownEntry(writer, entryId, by.authorId);
  if (seen !== null && seen !== before.updated) {
    if (sameSaid(inputOf(before), input)) return;
    throw conflict('edited-elsewhere');
  }
  // What was brought from elsewhere stays in the markup it came in.
  const review = reviewText(input.text, before.review?.format ?? input.format);
  const facts: EntryFacts = {
    ...before,
    ...said(input, review),
    viewedKey: viewedKey(input.viewed),
    withheld: before.withheld ?? (by.waits && isShared(input.visibility) ? 'awaiting' : null),
  };
  await writer.entries.keepVersion(entryId, versionOf(before), by.memberId, by.now);
  const published = before.visibility !== 'draft';
  await writer.entries.change(entryId, facts, review, by.now, published);
  const mark = await writer.marks.get(by.authorId, before.filmId);
  const markWasThis = mark !== null && mark.rating === before.rating;
  if (input.visibility !== 'draft' && facts.withheld === null) {
    if (markWasThis && mark)
      await writer.marks.set({
        ...mark,
        rating: input.rating,
        rated: input.rating === null ? null : by.today,
      });
    else if (!mark) await logMark(writer, before.filmId, by.authorId, input, by.today);
  }
  await pageChanged(writer, before.filmId, by.memberId);
}

/** Takes an entry of one's own away from every reader. It can be brought back until its grace has passed. */
export async function deleteEntry(writer: Writer, entryId: string, by: Writing): Promise<void> {
  const entry = await ownEntry(writer, entryId, by.authorId);
  await writer.entries.remove(entryId, by.now);
  const mark = await writer.marks.get(by.authorId, entry.filmId);
  if (mark && mark.rating !== null && mark.rating === entry.rating) {
    const others = await writer.reviews.byAuthorOnFilm(entry.filmId, by.authorId, {
      memberId: by.memberId,
      authorId: by.authorId,
      role: 'member',
    });
    // The rating goes with the only entry that said it; another entry keeps what its author thinks now.
    if (others.length === 0) await writer.marks.set({ ...mark, rating: null, rated: null });
  }
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
  const mark = await writer.marks.get(by.authorId, entry.filmId);
  if (entry.withheld === 'deleted' && entry.visibility !== 'draft' && (mark?.rating ?? null) === null)
    await logMark(writer, entry.filmId, by.authorId, inputOf(entry), entry.written);
  await pageChanged(writer, entry.filmId, by.memberId);
}

/** Whether the author of a deleted entry can still bring it back. */
export function canComeBack(entry: { deleted: number | null }, now: number): boolean {
  return entry.deleted !== null && now < entry.deleted + GRACE_DAYS * 86_400_000;
}

/** Says whether a review tells the story: its author may, and whoever looks after the site. */
export async function settleSpoiler(
  writer: Writer,
  entryId: string,
  tells: boolean,
  viewer: Viewer,
  now: number,
): Promise<void> {
  const entry = await writer.entries.toChange(entryId);
  if (!entry || entry.deleted !== null) throw notFound('review');
  if (entry.authorId !== viewer.authorId && !curates(viewer) && !moderates(viewer))
    throw forbidden('curators-only');
  await writer.entries.setSpoiler(entryId, tells ? 'yes' : 'no', now);
  await pageChanged(writer, entry.filmId);
}

/** Empties a former version of one's own review for good; that there was one stays known. */
export async function purgeVersion(
  writer: Writer,
  entryId: string,
  versionId: string,
  by: Writing,
): Promise<void> {
  await ownEntry(writer, entryId, by.authorId);
  await writer.entries.purgeVersion(entryId, versionId);
}

/** Shows a review that waited for the owner, or one that was hidden. */
export async function showEntry(writer: Writer, entryId: string, viewer: Viewer, now: number): Promise<void> {
  if (!moderates(viewer)) throw forbidden('moderators-only');
  const entry = await writer.entries.toChange(entryId);
  if (!entry || entry.deleted !== null) throw notFound('review');
  if (entry.withheld !== 'awaiting' && entry.withheld !== 'hidden') throw notFound('review');
  await writer.entries.withhold(entryId, null, now);
  if (entry.withheld === 'awaiting' && entry.source === 'local')
    await logMark(writer, entry.filmId, entry.authorId, inputOf(entry), entry.written);
  await pageChanged(writer, entry.filmId);
}

/** Hides a review from readers; nothing of it is lost. */
export async function hideEntry(writer: Writer, entryId: string, now: number): Promise<void> {
  const entry = await writer.entries.toChange(entryId);
  if (!entry || entry.deleted !== null) throw notFound('review');
  await writer.entries.withhold(entryId, 'hidden', now);
  await pageChanged(writer, entry.filmId);
}

/** An entry as the form that changes it shows it. */
export function inputOf(entry: StoredEntry): EntryInput {
  return {
    rating: entry.rating as Rating | null,
    liked: entry.liked,
    viewed: entry.viewed,
    rewatch: entry.rewatch,
    tags: entry.tags,
    title: entry.title,
    text: entry.review?.source ?? '',
    format: entry.review?.format ?? 'lbml',
    spoiler: entry.spoiler,
    language: entry.language,
    visibility: entry.visibility,
  };
}

/**
 * Whether what a member writes waits until the house has read it: the owner wants it so, and nobody but its author
 * has read anything of theirs yet.
 */
export async function firstWaits(writer: Writer, settings: SiteSettings, member: Member): Promise<boolean> {
  if (!settings.firstReviewWaits || member.role !== 'member') return false;
  return (await writer.members.published(member.authorId)) === 0;
}

/** The entry when it is the author's own and not deleted. */
export async function ownEntry(writer: Writer, entryId: string, authorId: string): Promise<StoredEntry> {
  const entry = await writer.entries.toChange(entryId);
  if (!entry || entry.authorId !== authorId || entry.deleted !== null) throw notFound('review');
  return entry;
}

/** Counts a film anew and raises the versions of every page that shows it. */
export async function pageChanged(writer: Writer, filmId: string, ...alsoIds: string[]): Promise<void> {
  await writer.films.reckon(filmId);
  await writer.versions.raise(filmId, 'films', ...alsoIds);
}

/** Whether others than its author may read what has this visibility. */
function isShared(visibility: Visibility): boolean {
  return visibility !== 'draft' && visibility !== 'me';
}

async function twinOf(
  writer: Writer,
  filmId: string,
  input: EntryInput,
  by: Writing,
): Promise<string | null> {
  const viewer: Viewer = { memberId: by.memberId, authorId: by.authorId, role: 'member' };
  const since = by.now - TWICE_MINUTES * 60_000;
  for (const { id, created } of await writer.reviews.byAuthorOnFilm(filmId, by.authorId, viewer)) {
    if (created < since) continue;
    const entry = await writer.entries.toChange(id);
    if (entry?.source === 'local' && sameSaid(inputOf(entry), input)) return id;
  }
  return null;
}

/** Whether two forms say the same; the language may have been guessed. */
export function sameSaid(one: EntryInput, other: EntryInput): boolean {
  const plain = ({ language: _, format: __, ...rest }: EntryInput) =>
    JSON.stringify(
      { ...rest, title: rest.title?.trim() || null, text: rest.text.trim() },
      Object.keys(rest).sort(),
    );
  return plain(one) === plain(other);
}

async function logMark(
  writer: Writer,
  filmId: string,
  authorId: string,
  input: EntryInput,
  day: string | null,
): Promise<void> {
  const mark = await writer.marks.get(authorId, filmId);
  const logged = {
    rating: input.rating,
    liked: input.liked,
    day: input.viewed ?? day,
    visibility: input.visibility,
    here: true,
    counted: true,
  };
  await writer.marks.set(markAfter(mark, { authorId, filmId }, logged));
}

function said(input: EntryInput, review: ReviewText | null) {
  return {
    rating: input.rating,
    liked: input.liked,
    viewed: input.viewed,
    rewatch: input.rewatch,
    tags: input.tags,
    title: input.title?.trim() || null,
    spoiler: input.spoiler,
    visibility: input.visibility,
    language: input.language ?? (review ? guessLanguage(review.text) : null),
  };
}

function versionOf(entry: StoredEntry) {
  const { title, rating, viewed, liked, rewatch, tags, spoiler, review, updated } = entry;
  return {
    title,
    rating,
    viewed,
    liked,
    rewatch,
    tags,
    spoiler,
    html: review?.html ?? null,
    source: review?.source ?? '',
    updated,
  };
}
