import { heldEntry, reviewText } from '../domain/entry.ts';
import { putImported } from '../domain/fact.ts';
import type { StoredRow } from '../domain/import.ts';
import { markAfter } from '../domain/mark.ts';
import type { Writer } from '../domain/reader.ts';
import { guessLanguage } from '../domain/text/language.ts';
import { versionOf } from '../domain/version.ts';
import { changeLogged } from './account/entries.ts';
import type { AccountLater } from './account/later.ts';
import { changeList } from './account/lists.ts';
import { patchMark } from './account/marks.ts';
import { changeProfile } from './account/profile.ts';
import { fillListed, type ListedLater } from './films/fill.ts';
import type { FilmFill } from './plan-films.ts';
import type { EntryChange, Log } from './row-plan.ts';
import { addIds, factsOfFile } from './stage-films.ts';

/** What a row of a batch still has to do when the batch becomes visible. */
export interface Later {
  change: EntryChange | null;
  fill: FilmFill | null;
  log: Log | null;
  account?: AccountLater;
  listed?: ListedLater;
}

/**
 * Does what a row planned to things that were there before, and records how they were.
 *
 * @returns the films whose pages show it
 */
export async function applyLater(
  writer: Writer,
  batchId: string,
  { change, fill, log, account, listed }: Later,
  now: number,
): Promise<string[]> {
  const films: string[] = [];
  if (account?.mark) films.push(...(await patchMark(writer, batchId, account.mark)));
  if (account?.logged) films.push(...(await changeLogged(writer, batchId, account.logged, now)));
  if (account?.list) await changeList(writer, batchId, account.list, now);
  if (account?.profile) await changeProfile(writer, batchId, account.profile, now);
  if (listed) films.push(...(await fillListed(writer, batchId, listed, now)));
  if (fill) films.push(...(await fillFilm(writer, batchId, fill, now)));
  if (change) films.push(...(await changeEntry(writer, batchId, change, now)));
  if (log) films.push(...(await logMark(writer, batchId, log)));
  return films;
}

async function fillFilm(writer: Writer, batchId: string, fill: FilmFill, now: number): Promise<string[]> {
  const { filmId, columns, ids, credits } = fill;
  const said = (await writer.facts.fields([filmId])).get(filmId) ?? new Set();
  const synopsisLanguage = columns.synopsis
    ? (columns.synopsis_language ?? guessLanguage(columns.synopsis))
    : null;
  const list = (json: string | undefined) => JSON.parse(json ?? '[]') as string[];
  const facts = factsOfFile({
    ...columns,
    synopsisLanguage,
    countries: list(columns.countries),
    languages: list(columns.languages),
    genres: list(columns.genres),
    credits,
  })
    // What somebody said in the meantime stands.
    .filter(({ field }) => !said.has(field))
    .map((fact) => ({
      ...fact,
      ...{ filmId, source: 'import' as const, language: null, licence: null, link: null },
      ...{ fetched: now, memberId: null, batchId },
    }));
  await putImported(writer, filmId, facts, { batchId, now });
  await writer.batches.record(
    batchId,
    facts.map(({ field, source }) => ({
      table: 'facts',
      key: { film_id: filmId, field, source },
      was: null,
    })),
  );
  await addIds(writer, batchId, [{ filmId, ids }]);
  return [filmId];
}

async function changeEntry(
  writer: Writer,
  batchId: string,
  change: EntryChange,
  now: number,
): Promise<string[]> {
  const { entryId } = change;
  const entry = await heldEntry(writer, entryId);
  if (!entry || entry.edited !== null || entry.deleted !== null) return [];
  const before = {
    entry: await writer.batches.stored('entries', { id: entryId }),
    review: await writer.batches.stored('reviews', { entry_id: entryId }),
  };
  const versionId = await writer.entries.keepVersion(entryId, versionOf(entry), null, now);
  const words = change.words ? reviewText(change.words.source, change.words.format) : entry.review;
  const { rating, score, title, link, place, written, written_key, language } = change.set;
  const spoken = language ?? (words ? guessLanguage(words.text) : null);
  await writer.entries.change(
    entryId,
    { ...entry, rating, score, title, link, place, written, writtenKey: written_key, language: spoken },
    words,
    now,
    false,
  );
  const changed: {
    table: 'entries' | 'reviews' | 'review_versions';
    key: StoredRow;
    was: StoredRow | null;
  }[] = [
    { table: 'entries', key: { id: entryId }, was: before.entry },
    { table: 'review_versions', key: { id: versionId }, was: null },
  ];
  if (before.review || words)
    changed.push({ table: 'reviews', key: { entry_id: entryId }, was: before.review });
  await writer.batches.record(batchId, changed);
  return [entry.filmId];
}

async function logMark(writer: Writer, batchId: string, log: Log): Promise<string[]> {
  const { authorId, filmId, replaces } = log;
  const mark = await writer.marks.get(authorId, filmId);
  if (replaces !== undefined && mark !== null && mark.rating !== replaces) return [];
  const key = { author_id: authorId, film_id: filmId };
  const was = await writer.batches.stored('marks', key);
  const logged = { ...log, liked: false, counted: mark?.counted ?? true };
  const after = markAfter(mark, { authorId, filmId }, logged);
  // A rating that a file takes back is taken back from the mark it had set.
  const rating = replaces !== undefined ? log.rating : after.rating;
  await writer.marks.set({ ...after, rating, rated: rating === null ? null : after.rated }, batchId);
  await writer.batches.record(batchId, [{ table: 'marks', key, was }]);
  return [filmId];
}
