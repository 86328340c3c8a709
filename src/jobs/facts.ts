import { takeFacts } from '../domain/fact.ts';
import { ORDER_JOB } from '../domain/fact-order.ts';
import {
  ask,
  FACTS_JOB,
  type FactsStep,
  LOOKED_UP,
  type LookedUp,
  lookUpAll,
  sourcesAsked,
} from '../domain/film-source.ts';
import type { Film, SiteSettings, Writer } from '../domain/reader.ts';
import { FetchError } from '../outside/fetch-error.ts';
import { type FilmAsked, type SourceAnswer, SourceError } from '../outside/source.ts';
import { readChanges } from './fact-changes.ts';
import type { FactsParts } from './fact-parts.ts';
import { inOrder, letGo } from './fact-upkeep.ts';
import type { DailyHandler, JobHandler } from './work.ts';

const QUEUED_AT_ONCE = 500;
/** So many films are looked up in one job: a site that stops waits for no more. */
const FILMS_AT_ONCE = 3;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** After so long a film is looked up again, by how it went. */
const AGAIN = { done: 30 * DAY, none: 60 * DAY, gone: 90 * DAY } as const;
const LONGEST_WAIT = 30 * DAY;
/** A source that does not answer is left alone for so long; one that will not answer us at all, for longer. */
const REST = HOUR / 4;
const LONG_REST = DAY;

/** The handler of the work that looks films up at the sources the site asks. */
export function factsHandlers(parts: FactsParts): Readonly<Record<string, JobHandler>> {
  return {
    [FACTS_JOB]: (payload) => doStep(parts, payload as unknown as FactsStep),
    [ORDER_JOB]: ({ after }) => inOrder(parts, String(after)),
  };
}

/** Every day it is looked for films that nobody asked about, and for facts that have grown or changed. */
export function factsDaily(parts: FactsParts): Readonly<Record<string, DailyHandler>> {
  const { transact, now } = parts;
  return {
    'facts-again': () => transact((writer) => lookUpAll(writer, now())),
    'facts-kept-long-enough': () => letGo(parts),
  };
}

/** Does one step. Done twice it asks twice and changes nothing. */
async function doStep(parts: FactsParts, step: FactsStep): Promise<void> {
  const { reader, transact, sources, now } = parts;
  const { source } = step;
  const { settings } = await reader.site.get();
  if (!LOOKED_UP.includes(source) || !sourcesAsked(settings).includes(source)) return;
  if (step.queue !== undefined) return queue(parts, step, step.queue);
  if (step.changes !== undefined) {
    const failure = await readChanges(parts, sources[source], step, step.changes);
    return failure === null ? undefined : changesFailed(parts, step, failure);
  }
  if (step.film !== undefined) {
    const { film } = step;
    const there = (await reader.films.byId(film)) !== null;
    if (there) await transact((writer) => writer.filmSources.await([film], source, now()));
  }
  const due = await reader.filmSources.due(source, now(), FILMS_AT_ONCE);
  for (const { filmId, tries } of due) {
    const rest = await lookUp(parts, source, { filmId, tries }, settings);
    if (rest !== null) return transact((writer) => ask(writer, { source }, now(), rest));
  }
  if (due.length === FILMS_AT_ONCE) await transact((writer) => ask(writer, { source }, now()));
}

async function queue({ reader, transact, now }: FactsParts, step: FactsStep, after: string): Promise<void> {
  const { source, batch } = step;
  const films = await reader.filmSources.filmsAfter(after, QUEUED_AT_ONCE, batch ?? null);
  const last = films.at(-1);
  await transact(async (writer) => {
    await writer.filmSources.await(films, source, now());
    await ask(writer, last === undefined ? { source } : { ...step, queue: last }, now());
  });
}

/**
 * Looks one film up, and keeps what the source says and how it went.
 *
 * @returns until when the source is to be left alone; null where it answered
 */
async function lookUp(
  parts: FactsParts,
  source: LookedUp,
  { filmId, tries }: { filmId: string; tries: number },
  settings: SiteSettings,
): Promise<number | null> {
  const { reader, transact, sources, now } = parts;
  const film = await reader.films.byId(filmId);
  const keep = (writer: Writer, state: 'done' | 'none' | 'gone', there?: string) => {
    const asked = now();
    return writer.filmSources.looked(filmId, source, {
      state,
      asked,
      next: asked + AGAIN[state],
      tries: 0,
      error: null,
      ...(there === undefined ? {} : { there, found: asked }),
    });
  };
  if (!film) {
    await transact((writer) => keep(writer, 'none'));
    return null;
  }
  let answer: SourceAnswer;
  try {
    answer = await sources[source].look(await asked(parts, film, settings));
  } catch (error) {
    if (!(error instanceof FetchError || error instanceof SourceError)) throw error;
    return failed({ transact, now }, { source, filmId, tries }, error);
  }
  await transact(async (writer) => {
    if (!answer.found) return keep(writer, answer.why === 'gone' ? 'gone' : 'none');
    const { id, licence, link, facts } = answer;
    await takeFacts(writer, filmId, source, facts, { licence, link, fetched: now(), whole: true });
    return keep(writer, 'done', id);
  });
  return null;
}

/** What is known of a film here, to ask a source about it. */
async function asked(
  { reader, languages }: FactsParts,
  film: Film,
  { language, watchCountries = [] }: SiteSettings,
): Promise<FilmAsked> {
  const ids = await reader.films.externalIds(film.id);
  const credits = await reader.films.leadingCredits(film.id);
  return {
    // Its own ids come first, before those of films merged into it.
    ids: new Map(ids.toReversed().map(({ scheme, value }) => [scheme, value])),
    title: film.title,
    year: film.year,
    directors: credits.filter(({ role }) => role === 'director').map(({ name }) => name),
    ...{ language, languages, countries: watchCountries },
  };
}

/** What one film's answer failed of says nothing of the next film; all else is the source's bad day. */
const OF_THIS_FILM: ReadonlySet<string> = new Set([
  'nonsense',
  'too-large',
  'bad-answer',
  'forbidden-address',
]);

async function failed(
  { transact, now }: Pick<FactsParts, 'transact' | 'now'>,
  { source, filmId, tries }: { source: LookedUp; filmId: string; tries: number },
  { kind, until }: FetchError | SourceError,
): Promise<number | null> {
  const asked = now();
  if (kind === 'stopped') return asked;
  const ours = OF_THIS_FILM.has(kind);
  const rest = restAfter({ kind, until }, asked);
  const next = ours ? asked + Math.min(DAY * 2 ** tries, LONGEST_WAIT) : rest;
  await transact((writer) =>
    writer.filmSources.looked(filmId, source, {
      state: 'failed',
      asked,
      next,
      tries: tries + 1,
      error: kind,
    }),
  );
  return ours ? null : rest;
}

/** Until when a source is left alone after a failure. */
function restAfter({ kind, until }: Pick<FetchError | SourceError, 'kind' | 'until'>, now: number): number {
  const usual = kind === 'no-key' || kind === 'refused' ? LONG_REST : REST;
  return Math.max(now + 1, Math.min(until ?? now + usual, now + DAY));
}

/** Keeps why it could not be read what has changed, and goes on where it was when the source has rested. */
async function changesFailed(
  { transact, now }: FactsParts,
  step: FactsStep,
  failure: FetchError | SourceError,
): Promise<void> {
  const read = now();
  await transact(async (writer) => {
    if (failure.kind !== 'stopped')
      await writer.filmSources.changesRead(step.source, { read, error: failure.kind });
    await ask(writer, step, read, failure.kind === 'stopped' ? read : restAfter(failure, read));
  });
}
