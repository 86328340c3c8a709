import type { KeptKind, KeptWhy, StoredRow, UndoReport } from '../../domain/import.ts';
import type { MovedTable, Writer } from '../../domain/reader.ts';

/** The most things an undo names. */
const MOST_KEPT = 200;

/** Something an undo of a merge or a split has to say. */
export interface KeptRow {
  what: KeptKind;
  why: KeptWhy;
  row: StoredRow;
  table: MovedTable;
}

/** Notes it in the report; it is named where everyone may see it, and else only counted. */
export async function noteKept(
  writer: Writer,
  report: UndoReport,
  { what, why, row, table }: KeptRow,
): Promise<void> {
  report.keptTotal += 1;
  if (report.kept.length >= MOST_KEPT || !(await isPublic(writer, table, row))) return;
  const id = String(table === 'entries' ? row.id : row.film_id);
  report.kept.push({ what, why, id, name: await nameOf(writer, table, row) });
}

async function isPublic(writer: Writer, table: MovedTable, row: StoredRow): Promise<boolean> {
  if (table === 'entries') return row.everyone === 1;
  if (table === 'marks') return row.visibility === 'everyone';
  const list = await writer.batches.stored('lists', { id: row.list_id ?? null });
  return list?.visibility === 'everyone';
}

async function nameOf(writer: Writer, table: MovedTable, row: StoredRow): Promise<string> {
  const stored = async (of: 'lists' | 'authors' | 'films', id: unknown) =>
    typeof id === 'string' ? await writer.batches.stored(of, { id }) : null;
  const film = (await stored('films', row.film_id))?.title;
  const whose =
    table === 'list_items'
      ? (await stored('lists', row.list_id))?.title
      : (await stored('authors', row.author_id))?.name;
  return [whose, film].filter(Boolean).join(', ');
}
