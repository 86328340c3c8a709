import type { Change, KeptKind, StoredRow, UndoReport } from '../../domain/import.ts';
import { askAgain, askForFilms } from '../../domain/mentions/work.ts';
import type { Batch, MovedTable, Writer } from '../../domain/reader.ts';
import { reshape } from '../../domain/reshape.ts';
import { type ImportStore, type Step, stepOf } from '../hold.ts';
import { paceBetween } from '../pace.ts';
import { standing } from '../undoing.ts';
import { bringBack } from './bring-back.ts';
import { raiseShowing, reportOf } from './carry-on.ts';
import { noteKept } from './kept.ts';
import { MOVED_TABLES } from './move.ts';

const [FEWEST_CHANGES, MOST_CHANGES] = [20, 1000];

/** What is known while a curator's hand on films is taken back. */
interface Undoing {
  batch: Batch;
  /** Where what was moved is now. */
  to: string;
  report: UndoReport;
}

/** What a kept row is called in the report. */
const KINDS: Record<MovedTable, KeptKind> = {
  entries: 'review',
  marks: 'rating',
  list_items: 'list',
  mentions: 'film',
  screenings: 'film',
};

/**
 * Takes back a merge or a split whose undoing has begun, in short transactions: every row goes back to the film it
 * was on, with whatever somebody changed of it since, and what was joined comes apart where nobody has changed it.
 * May be called again after a kill.
 */
export async function takeBackFilms(
  store: ImportStore,
  batch: Batch,
  now: () => number,
): Promise<UndoReport> {
  const { from, into } = reportOf(batch);
  const step = stepOf(store, batch.id, 'undoing', now);
  if (batch.kind === 'removal') return takeBackRemoval(step, batch, now);
  const undoing: Undoing = {
    batch,
    to: into.id,
    report: { removed: 0, restored: 0, kept: [], keptTotal: 0 },
  };
  await step(async (writer) => {
    await writer.batches.staging.raise([from.id, into.id]);
    await raiseShowing(writer, [from.id, into.id]);
    await putFactsBack(writer, undoing);
    await writer.filmMoves.putPartsBack(batch.id);
    const { back, otherwise } = await writer.filmMoves.putShapesBack(batch.id);
    for (const id of otherwise) await reshape(writer, id, now());
    for (const id of back) {
      const titles = (await writer.facts.titles(id)).map(({ title }) => title);
      await askForFilms(writer, [{ id, titles }], now());
    }
  });
  for (const table of MOVED_TABLES.toReversed()) await pass(step, undoing, table, moveBack);
  await pass(step, undoing, 'pins', putPinsBack);
  await step(async (writer) => {
    if (batch.kind === 'merge') await noteWrittenSince(writer, undoing);
    else await removeMade(writer, undoing);
    const films = [from.id, into.id];
    await writer.batches.staging.reckon(films, null);
    await raiseShowing(writer, films);
    const present = (await writer.batches.byId(batch.id)) ?? batch;
    const report = { ...present.report, undone: undoing.report };
    await writer.batches.setState(batch.id, 'undone', now(), report);
    await askAgain(writer, now());
  });
  return undoing.report;
}

async function takeBackRemoval(step: Step, batch: Batch, now: () => number): Promise<UndoReport> {
  return step(async (writer) => {
    const restored = await bringBack(writer, batch.id, reportOf(batch).from.id);
    const undone: UndoReport = { removed: 0, restored, kept: [], keptTotal: 0 };
    await writer.batches.setState(batch.id, 'undone', now(), { ...batch.report, undone });
    return undone;
  });
}

async function pass<Table extends MovedTable | 'pins'>(
  step: Step,
  undoing: Undoing,
  table: Table,
  work: (writer: Writer, undoing: Undoing, table: Table, changes: Change[]) => Promise<void>,
): Promise<void> {
  const { from, into } = reportOf(undoing.batch);
  const pace = paceBetween(FEWEST_CHANGES, MOST_CHANGES);
  for (let below = Number.MAX_SAFE_INTEGER; below > 0; )
    below = await step(
      async (writer) => {
        await writer.versions.raise(from.id, into.id);
        const changes = await writer.batches.undoing.changes(undoing.batch.id, table, below, pace.size());
        if (changes.length > 0) await work(writer, undoing, table, changes);
        return changes.at(-1)?.number ?? 0;
      },
      { pace, things: pace.size() },
    );
}

/** Whether a before-image is of a row that was only moved, and holds no more than where from. */
function isMoved({ was }: Change): boolean {
  return was !== null && Object.keys(was).length === 1 && 'film_id' in was;
}

async function moveBack(
  writer: Writer,
  undoing: Undoing,
  table: MovedTable,
  changes: Change[],
): Promise<void> {
  const moved = Map.groupBy(changes.filter(isMoved), ({ was }) => String(was?.film_id));
  for (const [from, some] of moved) await moveRowsBack(writer, undoing, table, from, some);
  const joined = changes.filter((change) => !isMoved(change));
  for (const change of joined) await putApart(writer, undoing, table, change);
}

async function moveRowsBack(
  writer: Writer,
  undoing: Undoing,
  table: MovedTable,
  from: string,
  changes: readonly Change[],
): Promise<void> {
  const { filmMoves } = writer;
  const changeOf = new Map(changes.map((change) => [nameOf(change.key), change]));
  const names = [...changeOf.keys()];
  const rows = await filmMoves.rowsNamed(table, undoing.to, names);
  // Where somebody has said something on the other film since, that stands.
  const taken = isAlone(table) ? [] : await filmMoves.rowsNamed(table, from, names);
  const stays = new Set(taken.map(nameOf));
  const back: string[] = [];
  for (const row of rows) {
    const name = nameOf(row);
    const change = changeOf.get(name);
    const changed = change !== undefined && filmMoves.movedDigest(table, row) !== change.became;
    if (stays.has(name)) await note(writer, undoing, table, row, 'changed');
    else if (changed && (await takeFromLater(writer, undoing, table, change, from))) continue;
    else {
      back.push(name);
      if (changed) await note(writer, undoing, table, { ...row, film_id: from }, 'back');
    }
  }
  await filmMoves.move(table, back, undoing.to, from);
  undoing.report.restored += back.length;
}

/** Whether a film may have any number of a row's name: it has one id of its own. */
function isAlone(table: MovedTable): boolean {
  return table === 'entries' || table === 'screenings';
}

/** What tells a row apart from others of its film. */
function nameOf({ id, author_id, list_id, entry_id }: StoredRow): string {
  return String(id ?? list_id ?? entry_id ?? author_id);
}

/** Where a later merge or import made something else of a row, puts it back as this one had left it. */
async function takeFromLater(
  writer: Writer,
  { batch, to, report }: Undoing,
  table: MovedTable,
  change: Change,
  from: string,
): Promise<boolean> {
  if (isAlone(table)) return false;
  const isSame = (row: StoredRow) => writer.filmMoves.movedDigest(table, row) === change.became;
  const key = { ...change.key, film_id: to };
  const was = await writer.batches.undoing.takenFrom(batch.id, table, key, isSame);
  if (was === null) return false;
  await writer.batches.putBack(table, { ...key, film_id: from }, { ...was, film_id: from });
  report.restored += 1;
  return true;
}

async function note(
  writer: Writer,
  { report }: Undoing,
  table: MovedTable,
  row: StoredRow,
  why: 'changed' | 'back',
): Promise<void> {
  if (table === 'mentions' || table === 'screenings') return;
  await noteKept(writer, report, { what: KINDS[table], why, row, table });
}

/** Rows that became one are two again, where nobody has changed the one since. */
async function putApart(
  writer: Writer,
  { batch, report }: Undoing,
  table: MovedTable | 'facts' | 'external_ids',
  change: Change,
): Promise<void> {
  const row = await writer.batches.stored(table, change.key);
  const stands = await standing(writer, change, row);
  if (stands === 'was') return;
  if (stands === 'became') {
    if (change.was === null) await writer.batches.removeStored(table, change.key);
    else await writer.batches.putBack(table, change.key, change.was);
    report.restored += 1;
    return;
  }
  await writer.batches.undoing.handOn(batch.id, change);
  if (row && (table === 'marks' || table === 'list_items'))
    await noteKept(writer, report, { what: KINDS[table], why: 'changed', row, table });
}

/** The most facts and ids that are moved at once by hand. */
const MOST_FACTS = 10_000;

async function putFactsBack(writer: Writer, undoing: Undoing): Promise<void> {
  for (const table of ['facts', 'external_ids'] as const) {
    const { changes } = writer.batches.undoing;
    for (const change of await changes(undoing.batch.id, table, Number.MAX_SAFE_INTEGER, MOST_FACTS))
      await putApart(writer, undoing, table, change);
  }
}

/** A film that a split has made goes, unless something is on it by now. */
async function removeMade(writer: Writer, { batch, to, report }: Undoing): Promise<void> {
  const { undoing } = writer.batches;
  const changes = await undoing.changes(batch.id, 'films', Number.MAX_SAFE_INTEGER, 1);
  if (!changes.some(({ was, key }) => was === null && key.id === to)) return;
  const film = await writer.batches.stored('films', { id: to });
  if (!film) return;
  if ((await undoing.usedFilms([to], batch.id)).size === 0) {
    await undoing.removeFilms([to]);
    report.removed += 1;
    return;
  }
  await undoing.release('films', [to]);
  report.keptTotal += 1;
  report.kept.push({ what: 'film', id: to, name: String(film.title), why: 'used' });
}

/** Reviews that led the page of the film they go back to lead it again, but those that were taken down since. */
async function putPinsBack(
  writer: Writer,
  { to, report }: Undoing,
  _table: 'pins',
  changes: Change[],
): Promise<void> {
  for (const { key, was } of changes) {
    const moved = { ...key, film_id: to };
    if (was === null || !(await writer.batches.stored('pins', moved))) continue;
    await writer.batches.removeStored('pins', moved);
    if (!(await writer.batches.stored('pins', key))) await writer.batches.putBack('pins', key, was);
    report.restored += 1;
  }
}

/** What was written on the film that stayed, since: nobody knows which of the two was meant, and it stays. */
async function noteWrittenSince(writer: Writer, { batch, to, report }: Undoing): Promise<void> {
  for (const row of await writer.filmMoves.writtenSince(to, batch.id))
    await noteKept(writer, report, { what: 'review', why: 'since', row, table: 'entries' });
}
