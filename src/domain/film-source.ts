import type { Reader, Writer } from '../store/open.ts';
import type { FactSource } from '../store/schema.ts';
import type { SiteSettings } from '../store/site.ts';
import { forbidden } from './errors.ts';
import type { Viewer } from './viewer.ts';

/** The kind of job that looks films up. */
export const FACTS_JOB = 'facts';

/** The sources that can be asked over the network. */
export const LOOKED_UP = ['wikidata'] as const satisfies readonly FactSource[];
export type LookedUp = (typeof LOOKED_UP)[number];

/**
 * One step of that work; each asks for the one behind it. `queue`: lets the films after an id wait to be looked up,
 * those of one import where `batch` names it. `film`: this one. Neither: the next that are due.
 */
export interface FactsStep {
  source: LookedUp;
  queue?: string;
  batch?: string;
  film?: string;
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

/** Asks that all films are looked up that were not yet, and again those whose facts have grown old. */
export async function lookUpAll(writer: Writer, now: number): Promise<void> {
  for (const source of await asked(writer)) await ask(writer, { source, queue: '' }, now);
}

/**
 * Lets a source be asked for facts of the films here, or no more. What it said stays.
 *
 * @throws DomainError `forbidden` for anybody but an owner
 */
export async function setSource(
  writer: Writer,
  source: LookedUp,
  on: boolean,
  viewer: Viewer,
  now: number,
): Promise<void> {
  if (viewer.role !== 'owner') throw forbidden('owners-only');
  const { settings } = await writer.site.get();
  const others = (settings.factSources ?? []).filter((one) => one !== source);
  await writer.site.set({ settings: { factSources: on ? [...others, source] : others } }, now);
  await writer.versions.raise('site');
  if (on) await lookUpAll(writer, now);
}

async function asked(reader: Reader | Writer): Promise<LookedUp[]> {
  return sourcesAsked((await reader.site.get()).settings);
}

/** Asks for one step, to be done at once or from `due` on. */
export async function ask(writer: Writer, step: FactsStep, now: number, due = now): Promise<void> {
  await writer.jobs.enqueue(FACTS_JOB, { ...step }, now, due);
}
