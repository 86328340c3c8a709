import { takeFacts } from '../domain/fact.ts';
import {
  ask,
  FACTS_JOB,
  type FactsStep,
  LOOKED_UP,
  type LookedUp,
  lookUpAll,
  sourcesAsked,
} from '../domain/film-source.ts';
import type { Film, Reader, Transact, Writer } from '../domain/reader.ts';
import { FetchError } from '../outside/fetch-error.ts';
import { type FilmSource, type SourceAnswer, SourceError } from '../outside/source.ts';
import type { DailyHandler, JobHandler } from './work.ts';

/** What looking films up works with. */
export interface FactsParts {
  reader: Reader;
  transact: Transact;
  sources: Readonly<Record<LookedUp, FilmSource>>;
  now: () => number;
}

const QUEUED_AT_ONCE = 500;
/** So many films are looked up in one job: a site that stops waits for no more. */
const FILMS_AT_ONCE = 3;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** After so long a film is looked up again, by how it went. */
const AGAIN = { done: 30 * DAY, none: 60 * DAY, gone: 90 * DAY } as const;
const LONGEST_WAIT = 30 * DAY;
/** A source that does not answer is left alone for so long. */
const REST = HOUR / 4;

/** The handler of the work that looks films up at the sources the site asks. */
export function factsHandlers(parts: FactsParts): Readonly<Record<string, JobHandler>> {
  return { [FACTS_JOB]: (payload) => doStep(parts, payload as unknown as FactsStep) };
}

/** Every day it is looked for films that nobody asked about, and for facts that have grown old. */
export function factsDaily({ transact, now }: FactsParts): Readonly<Record<string, DailyHandler>> {
  return { 'facts-again': () => transact((writer) => lookUpAll(writer, now())) };
}

/** Does one step. Done twice it asks twice and changes nothing. */
async function doStep(parts: FactsParts, step: FactsStep): Promise<void> {
  const { reader, transact, now } = parts;
  const { source } = step;
  const { settings } = await reader.site.get();
  if (!LOOKED_UP.includes(source) || !sourcesAsked(settings).includes(source)) return;
  if (step.queue !== undefined) return queue(parts, step, step.queue);
  if (step.film !== undefined) {
    const { film } = step;
    const there = (await reader.films.byId(film)) !== null;
    if (there) await transact((writer) => writer.filmSources.await([film], source, now()));
  }
  const due = await reader.filmSources.due(source, now(), FILMS_AT_ONCE);
  for (const { filmId, tries } of due) {
    const rest = await lookUp(parts, source, filmId, tries, settings.language);
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
  { reader, transact, sources, now }: FactsParts,
  source: LookedUp,
  filmId: string,
  tries: number,
  language: string,
): Promise<number | null> {
  const film = await reader.films.byId(filmId);
  const keep = (writer: Writer, state: 'done' | 'none' | 'gone') => {
    const asked = now();
    return writer.filmSources.looked(filmId, source, {
      state,
      asked,
      next: asked + AGAIN[state],
      tries: 0,
      error: null,
    });
  };
  if (!film) {
    await transact((writer) => keep(writer, 'none'));
    return null;
  }
  let answer: SourceAnswer;
  try {
    answer = await sources[source].look(await asked(reader, film, language));
  } catch (error) {
    if (!(error instanceof FetchError || error instanceof SourceError)) throw error;
    return failed({ transact, now }, { source, filmId, tries }, error);
  }
  await transact(async (writer) => {
    if (!answer.found) return keep(writer, answer.why === 'gone' ? 'gone' : 'none');
    const { licence, link, facts } = answer;
    await takeFacts(writer, filmId, source, facts, { licence, link, fetched: now(), whole: true });
    return keep(writer, 'done');
  });
  return null;
}

/** What is known of a film here, to ask a source about it. */
async function asked(reader: Reader, film: Film, language: string) {
  const ids = await reader.films.externalIds(film.id);
  const credits = await reader.films.leadingCredits(film.id);
  return {
    ids: new Map(ids.map(({ scheme, value }) => [scheme, value])),
    title: film.title,
    year: film.year,
    directors: credits.filter(({ role }) => role === 'director').map(({ name }) => name),
    language,
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
  const rest = Math.max(asked + 1, Math.min(until ?? asked + REST, asked + DAY));
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
