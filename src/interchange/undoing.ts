import type { Change, Kept, KeptKind, KeptWhy, StoredRow, UndoReport } from '../domain/import.ts';
import type { Writer } from '../domain/reader.ts';

/** The most things an undo names that it kept. */
const MOST_KEPT = 1000;

/** What is known while a batch is taken back. All of it is found again when somebody else has to go on. */
export interface Undoing {
  batchId: string;
  /** Epoch milliseconds. */
  now: number;
  report: UndoReport;
  /** Entries whose words or rights somebody changed since. */
  rewritten: Set<string>;
  keptEntries: Set<string>;
  keptLists: Set<string>;
  keptFilms: Set<string>;
  films: Set<string>;
}

/** How a row stands to a change: as the change left it, as it was before, or changed by a later hand. */
export async function standing(
  writer: Writer,
  change: Change,
  row: StoredRow | null,
): Promise<'became' | 'was' | 'other'> {
  const { digest } = writer.batches;
  const now = digest(change.table, row);
  if (now === change.became) return 'became';
  return now === digest(change.table, change.was) ? 'was' : 'other';
}

/** Names something that an undo keeps, and why. */
export async function keep(
  writer: Writer,
  { report }: Undoing,
  what: KeptKind,
  id: string,
  why: KeptWhy,
  row: StoredRow,
): Promise<void> {
  if (report.kept.some((one) => one.what === what && one.id === id)) return;
  report.keptTotal += 1;
  if (report.kept.length >= MOST_KEPT) return;
  const named: Kept = { what, id, why, name: await nameOf(writer, row) };
  report.kept.push(named);
}

async function nameOf(writer: Writer, row: StoredRow): Promise<string> {
  if (typeof row.name === 'string') return row.name;
  const filmId = row.film_id ?? row.thing_id;
  const film = filmId ? (await writer.batches.stored('films', { id: filmId }))?.title : row.title;
  const author = row.author_id ? (await writer.batches.stored('authors', { id: row.author_id }))?.name : null;
  return [author, film].filter(Boolean).join(', ');
}

/** The row a change is about, by its one key. */
export function idOf(change: Change): string {
  return String(change.key.id ?? change.key.entry_id);
}

/** Where a mark or a place on a list that a change is about stands, since films may have been merged or split. */
export interface Whereabouts {
  key: StoredRow;
  /** Null where it is gone. */
  row: StoredRow | null;
}

/**
 * Finds a mark or a place on a list wherever merging or splitting films has put it since it was changed. One that
 * became one with another is gone: what it was before is handed on to what joined them.
 */
export async function whereabouts(
  writer: Writer,
  { batchId }: Undoing,
  { table, key, was }: Change,
): Promise<Whereabouts> {
  const here = await writer.batches.stored(table, key);
  if (here || (await writer.batches.undoing.isChangedLater(batchId, table, key))) return { key, row: here };
  const filmId = String(key.film_id);
  const standing = (await writer.films.standing([filmId])).get(filmId) ?? filmId;
  const films = [standing, was?.first_film_id].filter((id) => typeof id === 'string');
  for (const film_id of new Set(films)) {
    const row = await writer.batches.stored(table, { ...key, film_id });
    if (row) return { key: { ...key, film_id }, row };
  }
  return { key: { ...key, film_id: standing }, row: null };
}
