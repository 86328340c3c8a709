import type { Reader, Writer } from '../store/open.ts';
import type { FactSource } from '../store/schema.ts';
import type { SiteSettings } from '../store/site.ts';
import { forbidden, invalid } from './errors.ts';
import { curates, type Viewer } from './viewer.ts';

/** The kind of job that looks films up. */
export const FACTS_JOB = 'facts';

/** The sources that can be asked over the network. */
export const LOOKED_UP = ['wikidata', 'tmdb'] as const satisfies readonly FactSource[];
export type LookedUp = (typeof LOOKED_UP)[number];

/** Where the reading of what has changed with a source stands: before a page of some days, or behind a film. */
export type ChangesPlace = { from: string; to: string; page: number } | { after: string } | 'begin';

/**
 * One step of that work; each asks for the one behind it. `queue`: lets the films after an id wait to be looked up,
 * those of one import where `batch` names it. `film`: this one. `changes`: reads what has changed there. None of
 * them: the next that are due.
 */
export interface FactsStep {
  source: LookedUp;
  queue?: string;
  batch?: string;
  film?: string;
  changes?: ChangesPlace;
}

/** The sources this site asks; none while it shows the demonstration, whose films nobody else knows. */
export function sourcesAsked({ demonstration, factSources = [] }: SiteSettings): LookedUp[] {
  return demonstration ? [] : LOOKED_UP.filter((source) => factSources.includes(source));
}

/** Asks that the films of an import are looked up. */
export async function lookUpBatch(writer: Writer, batchId: string, now: number): Promise<void> {
  for (const source of await asked(writer)) await ask(writer, { source, queue: '', batch: batchId }, now);
}

/** Asks that new films are looked up. */
export async function lookUpFilms(writer: Writer, filmIds: readonly string[], now: number): Promise<void> {
  for (const source of await asked(writer))
    for (const film of filmIds) await ask(writer, { source, film }, now);
}

/**
 * Asks that all films are looked up that were not yet, and again those whose facts have grown old or have changed
 * with their source.
 */
export async function lookUpAll(writer: Writer, now: number): Promise<void> {
  for (const source of await asked(writer)) await askForAll(writer, source, now);
}

/**
 * Lets a source be asked for facts of the films here, or no more. What it said stays.
 *
 * @throws DomainError `forbidden` for anybody but an owner; `invalid` `no-key` for TMDB without a key
 */
export async function setSource(
  writer: Writer,
  source: LookedUp,
  on: boolean,
  viewer: Viewer,
  now: number,
): Promise<void> {
  ownersOnly(viewer);
  if (on && source === 'tmdb' && (await tmdbKey(writer)) === null) throw invalid('no-key');
  const { settings } = await writer.site.get();
  const others = (settings.factSources ?? []).filter((one) => one !== source);
  await writer.site.set({ settings: { factSources: on ? [...others, source] : others } }, now);
  await writer.versions.raise('site');
  if (on) await askForAll(writer, source, now);
}

/**
 * Has a source asked at once for what waits and for what failed, instead of when it is due.
 *
 * @throws DomainError `forbidden` for anybody but an owner
 */
export async function trySource(
  writer: Writer,
  source: LookedUp,
  viewer: Viewer,
  now: number,
): Promise<void> {
  ownersOnly(viewer);
  if (!(await asked(writer)).includes(source)) return;
  await writer.filmSources.hurry(source, now);
  await askForAll(writer, source, now);
}

/**
 * Has one film looked up again at once, wherever films are.
 *
 * @throws DomainError `forbidden` `curators-only`
 */
export async function lookUpAgain(
  writer: Writer,
  filmId: string,
  viewer: Viewer,
  now: number,
): Promise<void> {
  if (!curates(viewer)) throw forbidden('curators-only');
  await writer.filmSources.askAgainAbout(filmId, await asked(writer), now);
  await lookUpFilms(writer, [filmId], now);
}

/** The key with which TMDB is asked; null where the owner gave none. */
export function tmdbKey(reader: Reader | Writer): Promise<string | null> {
  return reader.site.secret('tmdb');
}

/** A key of version 3 is 32 hexadecimal digits; a token of version 4 is three parts of base64url. */
const TMDB_KEY = /^(?:[0-9a-f]{32}|[\w-]{8,600}\.[\w-]{8,1200}\.[\w-]{8,600})$/i;
const MOST_COUNTRIES = 20;

/** What the owner says of their use of TMDB, as typed. */
export interface TmdbGiven {
  /** The key or the token; empty keeps the one that is there. */
  key: string;
  /** Null where the question is not answered. */
  use: 'private' | 'commercial' | null;
  /** Whether there is a written agreement with TMDB, which it wants for commercial use. */
  agreement: boolean;
  /** Countries of which it is told where a film can be watched, by their codes. */
  countries: string;
}

/**
 * Keeps the owner's key to TMDB, and has it asked from now on. The key is a secret: it is given to nobody but TMDB.
 *
 * @throws DomainError `forbidden` for anybody but an owner; `invalid` with `tmdb-use`, `tmdb-agreement`, `tmdb-key` or
 * `tmdb-countries`
 */
export async function setTmdb(writer: Writer, given: TmdbGiven, viewer: Viewer, now: number): Promise<void> {
  ownersOnly(viewer);
  const { use, agreement } = given;
  const key = given.key.trim();
  const countries = given.countries
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((code) => code !== '');
  if (use === null) throw invalid('tmdb-use');
  if (use === 'commercial' && !agreement) throw invalid('tmdb-agreement');
  if (key === '' ? (await tmdbKey(writer)) === null : !TMDB_KEY.test(key)) throw invalid('tmdb-key');
  const known = countries.every((code) => /^[A-Z]{2}$/.test(code));
  if (!known || countries.length > MOST_COUNTRIES) throw invalid('tmdb-countries');
  if (key !== '') await writer.site.secretSet('tmdb', key);
  const settings = { tmdbUse: use, watchCountries: [...new Set(countries)] };
  await writer.site.set({ settings }, now);
  await setSource(writer, 'tmdb', true, viewer, now);
  await writer.filmSources.hurry('tmdb', now);
}

/**
 * Forgets the key to TMDB, which is then asked no more.
 *
 * @throws DomainError `forbidden` for anybody but an owner
 */
export async function forgetTmdb(writer: Writer, viewer: Viewer, now: number): Promise<void> {
  await setSource(writer, 'tmdb', false, viewer, now);
  await writer.site.secretSet('tmdb', null);
}

function ownersOnly(viewer: Viewer): void {
  if (viewer.role !== 'owner') throw forbidden('owners-only');
}

async function asked(reader: Reader | Writer): Promise<LookedUp[]> {
  return sourcesAsked((await reader.site.get()).settings);
}

/** Asks a source for the films that wait, and for what has changed there. */
async function askForAll(writer: Writer, source: LookedUp, now: number): Promise<void> {
  await ask(writer, { source, queue: '' }, now);
  await ask(writer, { source, changes: 'begin' }, now);
}

/** Asks for one step, to be done at once or from `due` on, in place of the very same that waits. */
export async function ask(writer: Writer, step: FactsStep, now: number, due = now): Promise<void> {
  await writer.jobs.enqueueOnce(FACTS_JOB, { ...step }, now, due);
}
