import { ask, type ChangesPlace, type FactsStep } from '../domain/film-source.ts';
import { FetchError } from '../outside/fetch-error.ts';
import { type Changes, type FilmSource, SourceError } from '../outside/source.ts';
import type { FactsParts } from './fact-parts.ts';

const DAY = 86_400_000;
/** A film that was looked up so short a while before is not looked up again for a change of the same day. */
const FRESH = DAY / 2;
/** So many pages of changes are read in one go, and no more, whatever a source says there were. */
const MOST_PAGES = 1_000;

/**
 * Reads some of what has changed with a source, lets the films here that did be looked up again, and asks for the
 * step behind it. A site that is killed goes on where it was.
 *
 * @returns why it could not be read; null where it could
 */
export async function readChanges(
  parts: FactsParts,
  { changes }: FilmSource,
  step: FactsStep,
  place: ChangesPlace,
): Promise<FetchError | SourceError | null> {
  try {
    const from = place === 'begin' ? await beginning(parts, changes, step) : place;
    if (from === null) return null;
    if (changes.told === 'by-day' && 'page' in from) await onePage(parts, changes, step, from);
    if (changes.told === 'by-film' && 'after' in from) await someFilms(parts, changes, step, from.after);
    return null;
  } catch (error) {
    if (error instanceof FetchError || error instanceof SourceError) return error;
    throw error;
  }
}

/** Where reading begins; null where there is nothing to read yet: films that are there are looked up all the same. */
async function beginning(
  { reader, transact, now }: FactsParts,
  changes: Changes,
  { source }: FactsStep,
): Promise<Exclude<ChangesPlace, 'begin'> | null> {
  if (changes.told === 'by-film') return { after: '' };
  const read = now();
  const until = (await reader.filmSources.changes(source))?.until ?? null;
  if (until === null) {
    await transact((writer) => writer.filmSources.changesRead(source, { read, until: read, error: null }));
    return null;
  }
  // Facts that are older than what is told are looked up again by their age.
  const from = Math.max(until, read - (changes.days - 1) * DAY);
  return { from: dayOf(from), to: dayOf(read), page: 1 };
}

async function onePage(
  { transact, now }: FactsParts,
  changes: Extract<Changes, { told: 'by-day' }>,
  step: FactsStep,
  days: { from: string; to: string; page: number },
): Promise<void> {
  const { ids, pages } = await changes.page(days, days.page);
  const { source } = step;
  const read = now();
  const last = days.page >= Math.min(pages, MOST_PAGES);
  await transact(async (writer) => {
    await writer.filmSources.askAgain(source, ids, read - FRESH, read);
    // The last day is read once more the next time: it was not over yet.
    if (last) await writer.filmSources.changesRead(source, { read, until: Date.parse(days.to), error: null });
    const next = { ...days, page: days.page + 1 };
    await ask(writer, last ? { source } : { ...step, changes: next }, read);
  });
}

async function someFilms(
  { reader, transact, now }: FactsParts,
  changes: Extract<Changes, { told: 'by-film' }>,
  step: FactsStep,
  after: string,
): Promise<void> {
  const { source } = step;
  const films = await reader.filmSources.thereAfter(source, after, changes.most);
  const changed = films.length === 0 ? [] : await changes.among(films);
  const read = now();
  const last = films.length < changes.most ? null : (films.at(-1)?.filmId ?? null);
  await transact(async (writer) => {
    await writer.filmSources.askAgain(source, changed, read, read);
    if (last === null) await writer.filmSources.changesRead(source, { read, until: null, error: null });
    await ask(writer, last === null ? { source } : { ...step, changes: { after: last } }, read);
  });
}

/** The day an instant falls on in UTC, `YYYY-MM-DD`. */
function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
