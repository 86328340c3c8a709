import { DomainError } from '../domain/errors.ts';
import { lookUpBatch } from '../domain/film-source.ts';
import type { Problem } from '../domain/import.ts';
import { askForBatch } from '../domain/mentions/work.ts';
import type { AllowedUse, Visibility, Writer } from '../domain/reader.ts';
import { usesSaid } from '../domain/rights.ts';
import { applySome, countAnew, finish, SMALL } from './finish.ts';
import { type ImportStore, inSteps, LEASE, type Step, stepOf } from './hold.ts';
import { paceBetween, turnTaking } from './pace.ts';
import { type Plan, startPlan } from './plan.ts';
import type { FilmRef } from './plan-films.ts';
import { count, emptyTally, reportOf, type Tally } from './report.ts';
import type { ImportRow } from './row.ts';
import type { RowPlan } from './row-plan.ts';
import { prepare, type Staging, stageMarks, stageSlice } from './stage.ts';
import { whenFree } from './sweep.ts';
import { discard } from './undo.ts';

/** Rows of one short transaction, and the letters of their texts. */
const FEWEST_ROWS = 25;
const MOST_ROWS = 300;
const LETTERS_AT_ONCE = 400_000;
/** A credit, with its person, takes about as long to write as a text of so many letters. */
const LETTERS_OF_A_CREDIT = 400;

/** Whose import it is and what it brings. */
export interface CommitOptions {
  format: string;
  sourceName: string;
  memberId: string | null;
  visibility: Visibility;
  /** The importer's word for the right to show the reviews, as it was given. */
  word: string;
  /** Where that word lets them be shown; here alone unless it says more. */
  allowed?: readonly AllowedUse[];
  now: () => number;
  /** Films somebody chose for rows that could mean several, by `file#row`. */
  decisions?: ReadonlyMap<string, string>;
  /** How long to wait for another import to end, in milliseconds. */
  patience?: number;
  progress?: (done: number, all: number) => void;
  /** Called in the transaction that begins the batch, each time one is begun. */
  begun?: (writer: Writer, batch: string) => Promise<void>;
}

/**
 * Imports rows as one batch: staged in short transactions, invisible, and shown in one. When it fails nothing of
 * it is left; where it lost a race against somebody's writing it begins again, once.
 *
 * @param problems those of whole files, which lead the report
 * @throws DomainError `conflict` `another-running` when another import does not end in time
 */
export async function commit(
  store: ImportStore,
  rows: readonly ImportRow[],
  options: CommitOptions,
  problems: readonly Problem[] = [],
): Promise<{ batch: string; tally: Tally }> {
  for (let attempt = 1; ; attempt += 1) {
    const batch = await begin(store, options);
    try {
      return { batch, tally: await stageAndShow(store, batch, rows, options, problems) };
    } catch (error) {
      await discard(store, batch, options.now);
      if (attempt === 2 || error instanceof DomainError || (error as Error).name === 'Busy') throw error;
    }
  }
}

/** Begins a batch once no other is unfinished; those whose holder has gone are ended first. */
export async function begin(store: ImportStore, options: CommitOptions): Promise<string> {
  const { now, patience, format, sourceName, memberId, visibility, word, begun } = options;
  return whenFree(
    store,
    now,
    async (writer) => {
      const lease = now() + LEASE;
      const batch = await writer.batches.start(
        { format, sourceName, memberId, visibility, word, lease },
        now(),
      );
      if (batch !== null) await begun?.(writer, batch);
      return batch;
    },
    patience,
  );
}

async function stageAndShow(
  store: ImportStore,
  batchId: string,
  rows: readonly ImportRow[],
  options: CommitOptions,
  problems: readonly Problem[],
): Promise<Tally> {
  const { now, visibility, memberId, word, allowed = usesSaid([]) } = options;
  const staging = (): Staging => ({ batchId, visibility, memberId, word, allowed, now: now() });
  const step = stepOf(store, batchId, 'staging', now);
  const plan = await startPlan(store.reader, rows, visibility, options.decisions);
  const tally = emptyTally(problems);
  const touched: Touched = { films: new Set(), members: new Set(), later: 0 };
  const pace = paceBetween(FEWEST_ROWS, MOST_ROWS);
  const turns = turnTaking();
  for (let done = 0; done < rows.length; ) {
    const slice = shortSlice(rows, done, pace.size());
    const plans = await plan.next(slice);
    const prepared = await prepare(plans, turns);
    await step((writer) => stageSlice(writer, plans, prepared, staging()), { pace, things: slice.length });
    count(tally, plans);
    for (const one of plans) touch(touched, one);
    done += slice.length;
    options.progress?.(done, rows.length);
  }
  await stageRest(plan, touched, step, staging);
  await show(store, batchId, touched, { ...reportOf(options.format, batchId, tally), allowed }, now);
  return tally;
}

/** What will have changed once the batch is visible. */
interface Touched {
  films: Set<FilmRef>;
  members: Set<string>;
  /** Rows that still change something that was there before. */
  later: number;
}

function touch(touched: Touched, { film, create, change, fill, log }: RowPlan): void {
  if (film && create) touched.films.add(film);
  if (create?.author.memberId) touched.members.add(create.author.memberId);
  if (change || fill || log) touched.later += 1;
}

/** Marks, and what the films the batch makes will show. */
async function stageRest(plan: Plan, touched: Touched, step: Step, staging: () => Staging): Promise<void> {
  await inSteps(step, plan.marks(), paceBetween(FEWEST_ROWS, MOST_ROWS), (writer, some) =>
    stageMarks(writer, some, staging()),
  );
  const made = [...touched.films].flatMap((film) => (film.known ? [] : (film.id ?? [])));
  await inSteps(step, made, paceBetween(FEWEST_ROWS, MOST_ROWS), (writer, some) =>
    writer.batches.staging.reckon(some, staging().batchId),
  );
}

/** Makes a staged batch visible, with all it does to things that were there before. */
async function show(
  store: ImportStore,
  batchId: string,
  touched: Touched,
  report: object,
  now: () => number,
): Promise<void> {
  const films = [...touched.films].flatMap((film) => (film.known ? (film.id ?? []) : []));
  const small = touched.later + films.length <= SMALL;
  await stepOf(
    store,
    batchId,
    'staging',
    now,
  )(async (writer) => {
    await writer.batches.setState(batchId, 'done', small ? now() : null, report);
    if (small) {
      const { films: changed } = await applySome(writer, batchId, { after: 0, most: SMALL }, now());
      await countAnew(writer, [...new Set([...films, ...changed])]);
      await askForBatch(writer, batchId, now());
      await lookUpBatch(writer, batchId, now());
    }
    await writer.batches.staging.raise(['films', ...touched.members, ...(small ? [] : ['site'])]);
  });
  if (!small) await finish(store, batchId, now);
}

/** The next rows of one short transaction: not too many, nor too many letters and credits. */
function shortSlice(rows: readonly ImportRow[], from: number, most: number): ImportRow[] {
  const slice: ImportRow[] = [];
  const films = new Set<object>();
  let letters = 0;
  for (let at = from; at < rows.length && slice.length < most && letters < LETTERS_AT_ONCE; at += 1) {
    const row = rows[at]!;
    slice.push(row);
    if (!('film' in row.record)) continue;
    const { film, review } = row.record;
    letters += review?.text.length ?? 0;
    if (!films.has(film)) letters += film.credits.length * LETTERS_OF_A_CREDIT;
    films.add(film);
  }
  return slice;
}
