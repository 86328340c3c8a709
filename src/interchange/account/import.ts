import { DomainError } from '../../domain/errors.ts';
import type { ImportReport } from '../../domain/import.ts';
import type { Visibility, Writer } from '../../domain/reader.ts';
import { begin } from '../commit.ts';
import { finish } from '../finish.ts';
import { type LetterboxdExport, profileIn, readLetterboxd } from '../formats/letterboxd/export.ts';
import { type ImportStore, inSteps, type Step, stepOf } from '../hold.ts';
import { type Pace, paceBetween } from '../pace.ts';
import { addProblem, count, emptyTally, refusedReport, reportOf, type Tally } from '../report.ts';
import { Refusal } from '../row.ts';
import { discard } from '../undo.ts';
import { LETTERBOXD, type Owner, ownerOf, type Place } from './owner.ts';
import type { AccountRow } from './rows.ts';
import { type AccountStaging, stageAccount, stageOwner } from './stage.ts';
import { type SlicePlan, type Walk, walkAccount } from './walk.ts';

const FORMAT = 'letterboxd';
const FEWEST_ROWS = 25;
const MOST_ROWS = 300;
/** Rows looked at together where nothing is written. */
const LOOKED_AT = 300;

/** An account's export as it was found. */
export interface AccountExport {
  found: LetterboxdExport;
  /** The name of the zip or folder, by which an export without a profile says whose it is. */
  fileName: string;
}

export interface AccountOptions {
  /** Whose the account is here; null for an author of its own, whom somebody may claim. */
  asMember: string | null;
  /** Who imports, and answers for it. */
  memberId: string | null;
  visibility: Visibility;
  word: string;
  now: () => number;
  /** Films somebody chose for records that could mean several, by `file#row`. */
  decisions?: ReadonlyMap<string, string>;
  /** How long to wait for another import to end, in milliseconds. */
  patience?: number;
  progress?: (done: number, all: number) => void;
  begun?: (writer: Writer, batch: string) => Promise<void>;
}

/** What is asked of whoever only looks. */
export type LookOptions = Pick<AccountOptions, 'asMember' | 'now' | 'decisions'>;

/**
 * Imports an account's export as one batch: staged in short transactions, invisible, and shown in one. It is
 * silent. What could mean several films waits for a decision.
 */
export async function importAccount(
  store: ImportStore,
  account: AccountExport,
  options: AccountOptions,
): Promise<ImportReport> {
  const all = await rowsIn(account.found);
  try {
    for (let attempt = 1; ; attempt += 1) {
      const begun = await start(store, account, options);
      const batch = await begin(store, { ...options, format: FORMAT, sourceName: account.fileName });
      try {
        return reportOf(FORMAT, batch, await stageAll(store, batch, account, begun, options, all));
      } catch (error) {
        await discard(store, batch, options.now);
        const refused = error instanceof DomainError || error instanceof Refusal;
        if (attempt === 2 || refused || (error as Error).name === 'Busy') throw error;
      }
    }
  } catch (error) {
    return refusedReport(FORMAT, all, [{ file: '', row: '', ...whyNot(error) }]);
  }
}

/**
 * What an import of an account would do, without doing it.
 *
 * @param met is told what each slice of records would do
 */
export async function previewAccount(
  store: Pick<ImportStore, 'reader'>,
  account: AccountExport,
  options: LookOptions,
  met: (slice: SlicePlan, walk: Walk) => void = () => undefined,
): Promise<ImportReport> {
  const tally = emptyTally();
  try {
    const { walk } = await start(store, account, options);
    for await (const rows of slicesOf(account.found, tally, () => LOOKED_AT)) {
      const slice = await walk.next(rows);
      count(tally, slice.plans);
      met(slice, walk);
    }
  } catch (error) {
    return refusedReport(FORMAT, await rowsIn(account.found), [{ file: '', row: '', ...whyNot(error) }]);
  }
  return reportOf(FORMAT, null, tally);
}

function whyNot(error: unknown): Pick<Refusal, 'code' | 'details'> {
  if (error instanceof Refusal) return error;
  if (error instanceof DomainError && error.code === 'another-running')
    return { code: 'another-running', details: {} };
  if ((error as Error).name === 'Busy') return { code: 'could-not-write', details: {} };
  throw error;
}

interface Begun {
  owner: Owner;
  place: Place;
  walk: Walk;
}

async function start(
  { reader }: Pick<ImportStore, 'reader'>,
  { found, fileName }: AccountExport,
  { asMember, now, decisions = new Map() }: LookOptions,
): Promise<Begun> {
  const place = LETTERBOXD;
  const make = () => reader.batches.known.mintId(now());
  const owner = await ownerOf(reader, place, { asMember, profile: await profileIn(found), fileName }, make);
  const saysRatings = found.files.some(({ kind }) => kind === 'ratings');
  return { owner, place, walk: walkAccount(reader, owner, place, { saysRatings, decisions, mint: make }) };
}

async function stageAll(
  store: ImportStore,
  batchId: string,
  { found }: AccountExport,
  { owner, place, walk }: Begun,
  options: AccountOptions,
  all: number,
): Promise<Tally> {
  const { now, visibility, word, memberId: givenBy } = options;
  const staging = (): AccountStaging => ({ batchId, visibility, word, givenBy, now: now() });
  const step = stepOf(store, batchId, 'staging', now);
  const tally = emptyTally();
  const pace = paceBetween(FEWEST_ROWS, MOST_ROWS);
  const made: string[] = [];
  let done = 0;
  await step((writer) => stageOwner(writer, owner, place, staging()));
  for await (const rows of slicesOf(found, tally, pace.size)) {
    const slice = await walk.next(rows);
    await stage(step, pace, slice, (writer) => stageAccount(writer, owner, place, slice, staging()));
    for (const film of slice.films) made.push(film.id);
    count(tally, slice.plans);
    done += rows.length;
    options.progress?.(done, all);
  }
  await inSteps(step, made, paceBetween(FEWEST_ROWS, MOST_ROWS), (writer, some) =>
    writer.batches.staging.reckon(some, batchId),
  );
  await step(async (writer) => {
    await writer.batches.setState(batchId, 'done', null, reportOf(FORMAT, batchId, tally));
    await writer.batches.staging.raise([
      'films',
      'site',
      ...(owner.memberId === null ? [] : [owner.memberId]),
    ]);
  });
  await finish(store, batchId, now);
  return tally;
}

function stage(step: Step, pace: Pace, { plans }: SlicePlan, work: (writer: Writer) => Promise<void>) {
  return step(work, { pace, things: plans.length });
}

/**
 * The records of an export, in slices of one transaction each; the records of a list come together. What
 * stands in the way of a whole file is told at once.
 */
async function* slicesOf(
  found: LetterboxdExport,
  tally: Tally,
  most: () => number,
): AsyncGenerator<AccountRow[]> {
  let slice: AccountRow[] = [];
  for await (const row of readLetterboxd(found)) {
    if ('code' in row) {
      addProblem(tally, { file: row.file, row: '', code: row.code, details: row.details });
      continue;
    }
    const sameList = isOfList(row) && row.file === slice.at(-1)?.file;
    if (slice.length >= most() && !sameList) {
      yield slice;
      slice = [];
    }
    slice.push(row);
  }
  if (slice.length > 0) yield slice;
}

function isOfList(row: AccountRow): boolean {
  return /(^|\/)lists\//.test(row.file);
}

/** How many data records an export has. */
async function rowsIn(found: LetterboxdExport): Promise<number> {
  let rows = 0;
  for await (const row of readLetterboxd(found)) if ('record' in row) rows += 1;
  return rows;
}
