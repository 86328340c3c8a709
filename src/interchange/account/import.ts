import { DomainError } from '../../domain/errors.ts';
import type { ImportReport } from '../../domain/import.ts';
import { usesSaid } from '../../domain/rights.ts';
import { begin, type CommitOptions } from '../commit.ts';
import { linesIn } from '../csv.ts';
import { finish } from '../finish.ts';
import { type LetterboxdExport, profileIn, readLetterboxd } from '../formats/letterboxd/export.ts';
import { type ImportStore, inSteps, oneAhead, type Step, stepOf } from '../hold.ts';
import { paceBetween, turnTaking } from '../pace.ts';
import { addProblem, count, emptyTally, refusedReport, reportOf, type Tally } from '../report.ts';
import { Refusal } from '../row.ts';
import { discard } from '../undo.ts';
import type { AccountStaging } from './entries.ts';
import { type MadeMark, stageAccountMarks } from './marks.ts';
import { LETTERBOXD, type Owner, ownerOf, type Place } from './owner.ts';
import type { AccountRow } from './rows.ts';
import { stageAccount, stageOwner } from './stage.ts';
import { type SlicePlan, type Walk, walkAccount } from './walk.ts';

const FORMAT = 'letterboxd';
/** How much one short transaction takes, in rows that say how things stand; others weigh more. */
const FEWEST = 250;
const MOST = 1000;
/** Films that are made or marked in one short transaction. */
const MOST_FILMS = 2000;
/** What is looked at together where nothing is written. */
const LOOKED_AT = 1000;

/** An account's export as it was found. */
export interface AccountExport {
  found: LetterboxdExport;
  /** The name of the zip or folder, by which an export without a profile says whose it is. */
  fileName: string;
}

/** How an account is imported; its name says what it was called. */
export interface AccountOptions extends Omit<CommitOptions, 'format' | 'sourceName'> {
  /** Whose the account is here; null for an author of its own, whom somebody may claim. */
  asMember: string | null;
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
  try {
    for (let attempt = 1; ; attempt += 1) {
      const begun = await start(store, account, options);
      const batch = await begin(store, { ...options, format: FORMAT, sourceName: account.fileName });
      try {
        return reportOf(FORMAT, batch, await stageAll(store, batch, account, begun, options));
      } catch (error) {
        await discard(store, batch, options.now);
        const refused = error instanceof DomainError || error instanceof Refusal;
        if (attempt === 2 || refused || (error as Error).name === 'Busy') throw error;
      } finally {
        begun.walk.close();
      }
    }
  } catch (error) {
    return refusedReport(FORMAT, await rowsIn(account.found), [{ file: '', row: '', ...whyNot(error) }]);
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
    try {
      for await (const rows of slicesOf(account.found, tally, () => LOOKED_AT)) {
        const slice = await walk.next(rows);
        count(tally, slice.plans);
        met(slice, walk);
      }
      for (const mark of walk.marks()) countAnew(tally, mark);
    } finally {
      walk.close();
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
): Promise<Tally> {
  const { now, visibility, word, allowed = usesSaid([]), memberId: givenBy } = options;
  const staging = (): AccountStaging => ({ batchId, visibility, word, allowed, givenBy, now: now() });
  const step = stepOf(store, batchId, 'staging', now);
  const tally = emptyTally();
  const pace = paceBetween(FEWEST, MOST);
  const ahead = oneAhead();
  const all = await roughRowsIn(found);
  let done = 0;
  await step((writer) => stageOwner(writer, owner, place, staging()));
  for await (const rows of slicesOf(found, tally, pace.size)) {
    // What comes of a mark's record is not asked for again before all is staged; of others it may be.
    if (!rows.every(({ record }) => 'mark' in record)) await ahead.done();
    const slice = await walk.next(rows);
    const things = rows.reduce((sum, row) => sum + weightOf(row), 0);
    await ahead.begin(() =>
      step((writer) => stageAccount(writer, owner, place, slice, staging()), { pace, things }),
    );
    count(tally, slice.plans);
    done += rows.length;
    options.progress?.(done, Math.max(done, all));
  }
  await ahead.done();
  await inSteps(step, counted(walk.marks(), tally), paceBetween(FEWEST, MOST_FILMS), (writer, some) =>
    stageAccountMarks(writer, owner, some, staging()),
  );
  await reckonMade(store, step, batchId);
  await step(async (writer) => {
    await writer.batches.setState(batchId, 'done', null, { ...reportOf(FORMAT, batchId, tally), allowed });
    await writer.batches.staging.raise([
      'films',
      'site',
      ...(owner.memberId === null ? [] : [owner.memberId]),
    ]);
  });
  await finish(store, batchId, now);
  return tally;
}

/** Marks on their way to be written, counted where their records end otherwise than they seemed to. */
function* counted(marks: Iterable<MadeMark>, tally: Tally): Generator<MadeMark> {
  for (const mark of marks) {
    countAnew(tally, mark);
    yield mark;
  }
}

function countAnew({ counts }: Tally, { anew }: MadeMark): void {
  for (const { before, outcome } of anew) {
    counts[before] -= 1;
    counts[outcome] += 1;
  }
}

/** Counts the films the batch makes, so that they are right from the moment they are visible. */
async function reckonMade(store: ImportStore, step: Step, batchId: string): Promise<void> {
  const pace = paceBetween(FEWEST, MOST_FILMS);
  for (let after = ''; ; ) {
    const films = await store.reader.batches.filmsMadeAfter(batchId, after, pace.size());
    if (films.length === 0) return;
    after = films.at(-1) ?? after;
    await step((writer) => writer.batches.staging.reckon(films, batchId), { pace, things: films.length });
  }
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
  const turns = turnTaking();
  let slice: AccountRow[] = [];
  let weight = 0;
  for await (const row of readLetterboxd(found)) {
    await turns();
    if ('code' in row) {
      addProblem(tally, { file: row.file, row: '', code: row.code, details: row.details });
      continue;
    }
    const sameList = isOfList(row) && row.file === slice.at(-1)?.file;
    if (weight >= most() && !sameList) {
      yield slice;
      slice = [];
      weight = 0;
    }
    slice.push(row);
    weight += weightOf(row);
  }
  if (slice.length > 0) yield slice;
}

/** What a record costs to write, beside one that says how things stand with a film. */
function weightOf({ record }: AccountRow): number {
  if ('mark' in record) return 1;
  return 'logged' in record ? 8 + (record.logged.text?.length ?? 0) / 100 : 4;
}

function isOfList(row: AccountRow): boolean {
  return /(^|\/)lists\//.test(row.file);
}

/** About how many data records an export has, for a progress bar: lines outside quotation marks. */
async function roughRowsIn({ files }: LetterboxdExport): Promise<number> {
  let rows = 0;
  for (const { file, kind } of files) {
    const lines = await linesIn(file).catch((error: unknown) => {
      // Told when it is read.
      if (error instanceof Refusal) return 0;
      throw error;
    });
    rows += Math.max(0, lines - (kind === 'list' ? 4 : 1));
  }
  return rows;
}

/** How many data records an export has. */
async function rowsIn(found: LetterboxdExport): Promise<number> {
  let rows = 0;
  for await (const row of readLetterboxd(found)) if ('record' in row) rows += 1;
  return rows;
}
