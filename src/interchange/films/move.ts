import type { StoredRow } from '../../domain/import.ts';
import { joinMarks, joinMentions, joinPlaces, type MovedCounts } from '../../domain/merge.ts';
import type { MovedTable, Writer } from '../../domain/reader.ts';

/** What is moved from one film to another, and as part of what. */
export interface Move {
  batchId: string;
  from: string;
  to: string;
}

/** The order in which what hangs on a film is moved. */
export const MOVED_TABLES = [
  'entries',
  'marks',
  'list_items',
  'mentions',
  'screenings',
] as const satisfies readonly MovedTable[];

/** How two rows become one where a film has one of each author, list or review. */
const JOINED: Partial<Record<MovedTable, (kept: never, other: never) => object>> = {
  marks: joinMarks,
  list_items: joinPlaces,
  mentions: joinMentions,
};

const NAMES: Record<MovedTable, string> = {
  entries: 'id',
  marks: 'author_id',
  list_items: 'list_id',
  mentions: 'entry_id',
  screenings: 'id',
};

/**
 * Moves the next rows of one kind, and records how they were.
 *
 * @returns how many it met; none when all are moved
 */
export async function moveNext(
  writer: Writer,
  move: Move,
  table: MovedTable,
  most: number,
  counts: MovedCounts,
): Promise<number> {
  // Whoever writes on either film at the same time waits here, and then sees what this one has done.
  await writer.versions.raise(move.from, move.to);
  const rows = await writer.filmMoves.rowsOn(table, move.from, most);
  await moveRows(writer, move, table, rows, counts);
  return rows.length;
}

/** Moves these rows of a film; where the other has one of the same name, the two become one. */
export async function moveRows(
  writer: Writer,
  { batchId, from, to }: Move,
  table: MovedTable,
  rows: readonly StoredRow[],
  counts: MovedCounts,
): Promise<void> {
  const name = (row: StoredRow) => String(row[NAMES[table]]);
  const join = JOINED[table] as ((kept: StoredRow, other: StoredRow) => StoredRow) | undefined;
  const there = new Map<string, StoredRow>();
  if (join)
    for (const row of await writer.filmMoves.rowsNamed(table, to, rows.map(name))) there.set(name(row), row);
  const alone = rows.filter((row) => !there.has(name(row)));
  await writer.filmMoves.recordMoved(batchId, table, alone);
  await writer.filmMoves.move(table, alone.map(name), from, to);
  counts[table] += rows.length;
  for (const row of rows) {
    const kept = there.get(name(row));
    if (!kept || !join) continue;
    const key = { [NAMES[table]]: name(row) };
    await writer.batches.removeStored(table, { ...key, film_id: from });
    await writer.batches.putBack(table, { ...key, film_id: to }, join(kept, row));
    await writer.batches.record(batchId, [
      { table, key: keyOf(table, name(row), from), was: row },
      { table, key: keyOf(table, name(row), to), was: kept },
    ]);
    counts.joined += 1;
  }
}

/** A row's key as the before-images of imports write it. */
function keyOf(table: MovedTable, name: string, filmId: string): StoredRow {
  return { [NAMES[table]]: name, film_id: filmId };
}

/** Moves the chosen reviews of a film behind those of the other; all of them, or those among some entries. */
export async function movePins(
  writer: Writer,
  move: Move,
  counts: MovedCounts,
  among: ReadonlySet<string> | null = null,
): Promise<void> {
  const pins = (await writer.reviews.pins(move.from)).filter((id) => among?.has(id) ?? true);
  const last = (await writer.reviews.pins(move.to)).at(-1);
  const lastRow = await writer.batches.stored('pins', { film_id: move.to, entry_id: last ?? null });
  let position = Number(lastRow?.position ?? -1);
  for (const entry_id of pins) {
    const key = { film_id: move.from, entry_id };
    const was = await writer.batches.stored('pins', key);
    position += 1;
    await writer.batches.removeStored('pins', key);
    await writer.batches.putBack(
      'pins',
      { ...key, film_id: move.to },
      { film_id: move.to, entry_id, position },
    );
    await writer.batches.record(move.batchId, [{ table: 'pins', key, was }]);
    counts.pins += 1;
  }
}
