import { createHash } from 'node:crypto';
import type { EntryFacts, ReviewText, Entry as StoredEntry } from '../store/entry.ts';
import type { Member } from '../store/member.ts';
import type { Writer } from '../store/open.ts';
import type { SpoilerState, TextFormat, Visibility } from '../store/schema.ts';
import type { SiteSettings } from '../store/site.ts';
import { announce } from './announce.ts';
import { conflict, invalid, notFound } from './errors.ts';
import { logOnMark, takeOffMark } from './mark.ts';
import { askForMentions } from './mentions/work.ts';
import { isRating, type Rating } from './rating.ts';
import { guessLanguage } from './text/language.ts';
import { type RenderOptions, renderText } from './text/render.ts';
import { versionOf } from './version.ts';
import { viewedKey, viewingDate, writtenKey } from './viewing-date.ts';

/** The longest review, in characters. */
export const LONGEST_REVIEW = 100_000;
const LONGEST_TITLE = 300;
const MOST_TAGS = 50;
const LONGEST_TAG = 100;

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
  /** Where it was seen, in plain text. */
  venue?: string | null;
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

/** What is written here may hide words between bars; what is brought from elsewhere may mean the bars. */
const WRITTEN_HERE: RenderOptions = { inlineSpoilers: true };

/** The words of an entry with what is derived from them once; null when there are none. */
export function reviewText(
  source: string,
  format: TextFormat,
  options: RenderOptions = {},
): ReviewText | null {
  if (source.trim() === '') return null;
  const { html, text, length, fold, cut } = renderText(source, format, options);
  return length === 0 ? null : { format, source, html, text, length, fold, cut };
}

/** The film that is meant: one that was merged into another in the meantime is part of that one. */
export async function standingFilm(writer: Writer, filmId: string): Promise<string> {
  return (await writer.films.standing([filmId])).get(filmId) ?? filmId;
}

/** The words of what somebody writes on this site. */
export function wordsHere(source: string, format: TextFormat = 'lbml'): ReviewText | null {
  return reviewText(source, format, WRITTEN_HERE);
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
  const silent = input.rating === null && input.viewed === null && !input.liked;
  if (silent && wordsHere(input.text, input.format) === null) throw invalid('nothing-said');
}

/**
 * Keeps what a member wrote about a film and sets their mark; answers the entry's id. The same words sent twice
 * within minutes (a slow line, a second click, a draft that is published after all) are one entry.
 */
export async function writeEntry(
  writer: Writer,
  asked: string,
  input: EntryInput,
  by: Writing,
): Promise<string> {
  checkEntry(input);
  // Whoever sends the same twice at once waits here for their first, and whoever else writes on the film too.
  await writer.versions.raise(by.memberId, asked);
  const filmId = await standingFilm(writer, asked);
  const since = by.now - TWICE_MINUTES * 60_000;
  const recent = await writer.entries.madeSince(filmId, by.authorId, since);
  const twin = recent.find((entry) => sameSaid({ ...inputOf(entry), visibility: input.visibility }, input));
  if (twin) {
    await editEntry(writer, twin.id, input, by);
    return twin.id;
  }
  const review = wordsHere(input.text, input.format);
  const facts: EntryFacts = {
    ...said(input, review),
    filmId,
    authorId: by.authorId,
    source: 'local',
    key: null,
    link: null,
    place: null,
    score: null,
    venue: input.venue ?? null,
    withheld: by.waits && isShared(input.visibility) ? 'awaiting' : null,
    basis: 'own',
    counted: true,
    ...writtenNow(by),
    viewedKey: viewedKey(input.viewed),
  };
  const id = await writer.entries.add(facts, review, by.now);
  await writer.entries.setRights(
    id,
    { basis: 'own', allowed: ['here', 'strips'], word: null, givenBy: by.memberId, batchId: null },
    by.now,
  );
  await logOnMark(writer, facts);
  if (review) await askForMentions(writer, id, by.now);
  await pageChanged(writer, filmId, by.memberId);
  await announce(writer, id, by.now);
  return id;
}

/**
 * Changes one's own entry; how it was before is kept, unless nothing is changed. The mark follows where it came
 * from this entry, and else as if the entry were logged anew. A draft is written on the day it is published.
 *
 * @param seen the stamp (`editStamp`) of the entry that the author had before them; null does not ask
 * @throws DomainError `not-found` when there is no such entry of theirs; `conflict` when it was changed elsewhere
 * since, and says something else now
 */
export async function editEntry(
  writer: Writer,
  entryId: string,
  input: EntryInput,
  by: Writing,
  seen: string | null = null,
): Promise<void> {
  checkEntry(input);
  await writer.versions.raise(by.memberId);
  const before = await ownEntry(writer, entryId, by.authorId);
  if (sameSaid(inputOf(before), input) && (input.language ?? before.language) === before.language) return;
  if (seen !== null && seen !== editStamp(before)) throw conflict('edited-elsewhere');
  // What was brought from elsewhere stays in the markup it came in.
  const format = before.review?.format ?? input.format;
  const review = reviewText(input.text, format, before.source === 'local' ? WRITTEN_HERE : {});
  const publishes = before.visibility === 'draft' && input.visibility !== 'draft';
  const facts: EntryFacts = {
    ...before,
    ...said(input, review),
    ...(publishes ? writtenNow(by) : {}),
    viewedKey: viewedKey(input.viewed),
    withheld: before.withheld ?? (by.waits && isShared(input.visibility) ? 'awaiting' : null),
  };
  const named = await writer.mentions.filmsNamedIn(entryId);
  await takeOffMark(writer, before);
  await writer.entries.keepVersion(entryId, versionOf(before), by.memberId, by.now);
  await writer.entries.change(entryId, facts, review, by.now, before.visibility !== 'draft');
  await logOnMark(writer, facts);
  if (review) await askForMentions(writer, entryId, by.now);
  await pageChanged(writer, before.filmId, by.memberId, ...named);
  if (before.source === 'local') await announce(writer, entryId, by.now);
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

/** What tells whether an entry still says what its author had before them. */
export function editStamp(entry: StoredEntry): string {
  return createHash('sha256')
    .update(JSON.stringify(inputOf(entry)))
    .digest('base64url')
    .slice(0, 22);
}

/**
 * Whether what a member writes waits until the house has read it: the owner wants it so, and nobody but its author
 * has read anything of theirs yet.
 */
export async function firstWaits(writer: Writer, settings: SiteSettings, member: Member): Promise<boolean> {
  if (!settings.firstReviewWaits || member.role !== 'member') return false;
  return (await writer.members.published(member.authorId)) === 0;
}

/** An entry as nobody else changes it until this is done: whoever writes on its film at the same time waits. */
export async function heldEntry(writer: Writer, entryId: string): Promise<StoredEntry | null> {
  const entry = await writer.entries.toChange(entryId);
  if (!entry) return null;
  await writer.versions.raise(entry.filmId);
  return writer.entries.toChange(entryId);
}

/** The entry when it is the author's own and not deleted, held as by `heldEntry`. */
export async function ownEntry(writer: Writer, entryId: string, authorId: string): Promise<StoredEntry> {
  const entry = await heldEntry(writer, entryId);
  if (!entry || entry.authorId !== authorId || entry.deleted !== null) throw notFound('review');
  return entry;
}

/** Counts a film anew and raises the versions of every page that shows it. */
export async function pageChanged(writer: Writer, filmId: string, ...alsoIds: string[]): Promise<void> {
  await writer.films.reckon(filmId);
  await writer.versions.raise(filmId, 'films', ...alsoIds);
}

/** Whether others than its author may read what has this visibility. */
export function isShared(visibility: Visibility): boolean {
  return visibility !== 'draft' && visibility !== 'me';
}

/** Whether two forms say the same; the language may have been guessed. */
export function sameSaid(one: EntryInput, other: EntryInput): boolean {
  const plain = ({ rating, liked, viewed, rewatch, tags, title, text, spoiler, visibility }: EntryInput) => [
    [rating, liked, viewed, rewatch, tags, title?.trim() || null],
    [text.trim(), spoiler, visibility],
  ];
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

function writtenNow({ now, today }: Writing): Pick<EntryFacts, 'written' | 'writtenKey'> {
  return { written: today, writtenKey: writtenKey(new Date(now).toISOString()) };
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
