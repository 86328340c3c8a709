import { DomainError } from '../../domain/errors.ts';
import { lookUpBatch } from '../../domain/film-source.ts';
import type { ListedLine, LoadReport, ProblemCode } from '../../domain/import.ts';
import { askForBatch } from '../../domain/mentions/work.ts';
import { drawFilms, insertDrawn } from '../../domain/new-film.ts';
import type { Reader, Writer } from '../../domain/reader.ts';
import { begin } from '../commit.ts';
import { finish } from '../finish.ts';
import { type ImportStore, oneAhead, type Step, stepOf } from '../hold.ts';
import { paceBetween } from '../pace.ts';
import { count, emptyTally, reportOf, type Tally } from '../report.ts';
import { discard } from '../undo.ts';
import { type ListedPlan, type PlanParts, planListed, type SlicePlan, type Told } from './plan.ts';
import { type ReadList, refusedList, sourceOf } from './read.ts';

/** Films of one short transaction. */
const FEWEST = 100;
const MOST = 1000;
/** What one transaction should take, in milliseconds: less than half of what others may be kept waiting for. */
const AIM_MS = 20;
const LOOKED_AT = 500;

export interface LoadOptions {
  /** Who loads. */
  memberId: string | null;
  /** The files' names, as the record of the load shows them. */
  sourceName: string;
  /** Whose word it is that the films may be shown, as it was given. */
  word: string;
  now: () => number;
  /** How long to wait for another import to end, in milliseconds. */
  patience?: number;
  progress?: (done: number, all: number) => void;
  begun?: (writer: Writer, batch: string) => Promise<void>;
}

/**
 * What a load would do, without doing it.
 *
 * @param met is told what each slice of rows would do
 */
export async function previewLoad(
  reader: Reader,
  read: ReadList,
  now: () => number,
  met: (slice: SlicePlan, lines: readonly ListedLine[]) => void = () => undefined,
): Promise<LoadReport> {
  const { format, listed, leftOut, problems } = read;
  if (format === null) return refusedList(read, problems);
  const tally = emptyTally(problems);
  listed.begin();
  const told: Told = { told: async (ids) => listed.told(ids), tell: listed.tell };
  const parts = partsOf(reader, read, told, now);
  for (const lines of listed.byTitle(() => LOOKED_AT)) {
    const slice = await planListed(reader, lines, parts);
    count(tally, slice.plans);
    met(slice, lines);
  }
  return { ...reportOf(format, null, tally), leftOut };
}

/**
 * Loads films as one batch: staged in short transactions, invisible, and shown in one. When it fails nothing of it
 * is left. A load that is refused writes nothing: no file could be read, another import does not end, or the
 * database cannot be written.
 */
export async function loadFilms(
  store: ImportStore,
  read: ReadList,
  options: LoadOptions,
): Promise<LoadReport> {
  const { format, problems } = read;
  if (format === null) return refusedList(read, problems);
  try {
    for (let attempt = 1; ; attempt += 1) {
      const batch = await begin(store, { ...options, format, visibility: 'everyone' });
      try {
        return await stageAndShow(store, batch, { ...read, format }, options);
      } catch (error) {
        await discard(store, batch, options.now);
        // Where it lost a race against somebody's writing it begins again, once.
        if (attempt === 2 || error instanceof DomainError || (error as Error).name === 'Busy') throw error;
      }
    }
  } catch (error) {
    const code = whyNot(error);
    return refusedList(read, [...problems, { file: '', row: '', code, details: {} }]);
  }
}

function whyNot(error: unknown): ProblemCode {
  if (error instanceof DomainError && error.code === 'another-running') return 'another-running';
  if ((error as Error).name === 'Busy') return 'could-not-write';
  throw error;
}

async function stageAndShow(
  store: ImportStore,
  batchId: string,
  read: ReadList & { format: string },
  { now, progress }: LoadOptions,
): Promise<LoadReport> {
  const { listed, format, leftOut, problems } = read;
  listed.begin();
  const step = stepOf(store, batchId, 'staging', now);
  const pace = paceBetween(FEWEST, MOST, AIM_MS);
  const ahead = oneAhead();
  const tally = emptyTally(problems);
  const told: Told = {
    async told(ids) {
      const films = listed.told(ids);
      if (films.size > 0) await ahead.done();
      return films;
    },
    tell: listed.tell,
  };
  const parts = partsOf(store.reader, read, told, now);
  const all = listed.count();
  let done = 0;
  let later = 0;
  for (const lines of listed.byTitle(pace.size)) {
    const slice = await planListed(store.reader, lines, parts);
    for (const stage of stagesOf(slice, pace.size(), { read, batchId, now }))
      await ahead.begin(() => step(stage.work, { pace, things: stage.things }));
    count(tally, slice.plans);
    later += slice.plans.filter(({ lacks }) => lacks !== null).length;
    done += lines.length;
    progress?.(done, all);
  }
  await ahead.done();
  const report: LoadReport = { ...reportOf(format, batchId, inOrderOfFiles(tally)), leftOut };
  await show(step, batchId, report, later > 0, now);
  if (later > 0) await finish(store, batchId, now);
  return report;
}

function partsOf(reader: Reader, read: ReadList, told: Told, now: () => number): PlanParts {
  return {
    told,
    mint: () => reader.batches.known.mintId(now()),
    sourceOf: (file) => sourceOf(read, file),
  };
}

interface Stage {
  work: (writer: Writer) => Promise<void>;
  things: number;
}

/** The short transactions of a slice: one, but where very many films go by one title. */
function* stagesOf(
  { plans, made }: SlicePlan,
  most: number,
  { read, batchId, now }: { read: ReadList; batchId: string; now: () => number },
): Generator<Stage> {
  for (const [source, films] of Map.groupBy(made, (film) => film.source))
    for (let start = 0; start < films.length; start += most) {
      const origin = { source, batchId, now: now() };
      const drawn = drawFilms(films.slice(start, start + most), origin, () => '');
      yield { work: (writer) => insertDrawn(writer, drawn, origin), things: drawn.length };
    }
  const told = plans.filter(({ outcome }) => outcome !== 'created' && outcome !== 'unchanged');
  for (let start = 0; start < told.length; start += most) {
    const rows = told.slice(start, start + most).map((plan) => rowOf(plan, read));
    yield { work: (writer) => writer.batches.addRows(batchId, rows), things: rows.length };
  }
}

/** A row of the report; those that made a film are the films themselves, and of those that did nothing none is kept. */
function rowOf(plan: ListedPlan, read: ReadList) {
  const { row, outcome, code, details, targetId, lacks, candidates, film } = plan;
  const source = sourceOf(read, row.file);
  const waits = outcome === 'unmatched' && film;
  const later = lacks ? { listed: { ...lacks, source } } : null;
  return {
    file: row.file,
    row: row.row,
    outcome,
    code,
    message: code === null ? null : JSON.stringify(details),
    targetId,
    plan: waits ? { candidates, record: { film, review: null }, source } : later,
  };
}

/** Rows were met in the order of their titles; people look for them in that of their files. */
function inOrderOfFiles(tally: Tally): Tally {
  const places = (row: string) => Number(/\d+/.exec(row)?.[0] ?? 0);
  tally.problems.sort((a, b) => (a.file === b.file ? places(a.row) - places(b.row) : 0));
  return tally;
}

/** Makes a staged load visible. What it still does to films that were there before follows from its rows. */
async function show(
  step: Step,
  batchId: string,
  report: LoadReport,
  later: boolean,
  now: () => number,
): Promise<void> {
  await step(async (writer) => {
    await writer.batches.setState(batchId, 'done', later ? null : now(), report);
    if (!later) {
      await askForBatch(writer, batchId, now());
      await lookUpBatch(writer, batchId, now());
    }
    await writer.batches.staging.raise(['films', ...(later ? ['site'] : [])]);
  });
}
