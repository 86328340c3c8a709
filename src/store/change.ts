import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { WriteDb } from './engines/engine.ts';
import { insertMany } from './engines/many.ts';
import { nextNumber } from './numbering.ts';
import type { ChangesTable, FilmsTable, Schema } from './schema.ts';

/** A row of any table as the database holds it. */
export type StoredRow = Record<string, string | number | null>;

/** A before-image: `was` is null where the change made the row. */
export interface Change {
  number: number;
  table: ChangedTable;
  key: StoredRow;
  was: StoredRow | null;
  became: string;
}

/** The tables whose rows bulk changes may touch, each with the columns that name a row. */
export const CHANGED_TABLES = {
  films: ['id'],
  external_ids: ['kind', 'scheme', 'value'],
  people: ['id'],
  credits: ['id'],
  facts: ['film_id', 'field', 'source'],
  authors: ['id'],
  entries: ['id'],
  reviews: ['entry_id'],
  rights: ['entry_id'],
  review_versions: ['id'],
  marks: ['author_id', 'film_id'],
  lists: ['id'],
  list_items: ['list_id', 'film_id'],
  profiles: ['author_id'],
  kept_comments: ['id'],
  mentions: ['entry_id', 'film_id'],
  screenings: ['id'],
  redirects: ['kind', 'slug'],
  pins: ['film_id', 'entry_id'],
} as const satisfies Partial<Record<keyof Schema, readonly string[]>>;

export type ChangedTable = keyof typeof CHANGED_TABLES;

/** The columns of a film's row that are worked out from its facts. */
export const SHAPED = [
  'title',
  'original_title',
  'title_key',
  'year',
  'released',
  'runtime',
  'synopsis',
  'synopsis_language',
  'countries',
  'languages',
  'genres',
  'details',
  'poster',
  'updated',
] as const satisfies (keyof FilmsTable)[];

/**
 * Columns that are counted from other rows or worked out from facts: no before-image needs them, and a change of
 * theirs is no hand.
 */
const DERIVED: Partial<Record<ChangedTable, readonly string[]>> = {
  films: [...SHAPED, ...['reviews', 'ratings_here', 'ratings_elsewhere', 'average_here', 'tier']],
  entries: ['likes'],
};

/** The columns that name a row. */
export function keyOf(table: ChangedTable, row: StoredRow): StoredRow {
  return Object.fromEntries(CHANGED_TABLES[table].map((column) => [column, row[column] ?? null]));
}

/**
 * A digest of what a row says, by which a later hand is noticed. Which batch it came with is not part of that:
 * a row that is kept when its batch is undone stays the row it was. Nor is the film it is read under, where it knows
 * the one it was written on: films are merged and split by other hands than those who wrote.
 */
export function digest(table: ChangedTable, row: StoredRow | null): string {
  return row === null ? 'gone' : digestsOf(table, Object.keys(row))(row);
}

/** Makes the digests of rows that all have these columns. */
function digestsOf(table: ChangedTable, columns: readonly string[]): (row: StoredRow) => string {
  const derived = DERIVED[table] ?? [];
  const own = columns.filter((column) => column !== 'batch_id' && !derived.includes(column)).sort();
  const heads = own.map((column, at) => `${at === 0 ? '[' : ','}[${JSON.stringify(column)},`);
  return (row) => {
    let text = '';
    for (let at = 0; at < own.length; at += 1) {
      const column = own[at]!;
      const film = column === 'film_id' ? row.first_film_id : undefined;
      text += `${heads[at]}${asJson(film ?? row[column] ?? null)}]`;
    }
    return hash('sha256', `${text}]`, 'base64url');
  };
}

/** Letters that stand in JSON as they are. */
const PLAIN = /^[ !#-[\]-~]*$/;

function asJson(value: string | number | null): string {
  return typeof value === 'string' && PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
}

/**
 * So many rows of these that a batch made are one before-image: a step of undoing takes them back together. There
 * may be a million of each, and none is ever looked up by its key.
 */
const TOGETHER: Partial<Record<ChangedTable, number>> = { marks: 50, films: 20, people: 20 };

/** What is kept of rows that a batch has made. */
interface MadeImage {
  table_name: ChangedTable;
  /** The row's key; of several rows what their keys have in common: of marks the author, of others nothing. */
  row_key: string;
  was: null;
  /** The row's digest; of several rows, one after another, the rest of each one's key and its digest. */
  became: string;
}

/** The column by which rows that stand together are told apart, which is the last of their key. */
const apart = (table: ChangedTable): string => CHANGED_TABLES[table].at(-1) ?? 'id';

/** The before-images of rows that were not there before; all have the same columns. */
export function imagesOfMade(table: ChangedTable, rows: readonly StoredRow[]): MadeImage[] {
  const [first] = rows;
  if (!first) return [];
  const digestOf = digestsOf(table, Object.keys(first));
  const image = (row_key: string, became: string): MadeImage => ({
    table_name: table,
    row_key,
    was: null,
    became,
  });
  const together = TOGETHER[table];
  if (!together) return rows.map((row) => image(JSON.stringify(keyOf(table, row)), digestOf(row)));
  const own = apart(table);
  const shared = CHANGED_TABLES[table].filter((column) => column !== own);
  const images: MadeImage[] = [];
  const alike = Map.groupBy(rows, (row) =>
    JSON.stringify(Object.fromEntries(shared.map((c) => [c, row[c]]))),
  );
  for (const [key, all] of alike)
    for (let start = 0; start < all.length; start += together) {
      const some = all.slice(start, start + together);
      images.push(image(key, some.map((row) => `${row[own]} ${digestOf(row)}`).join(' ')));
    }
  return images;
}

/** The changes that one before-image stands for, latest first. */
export function changesIn({ number, row_key, was, became }: ChangesTable, table: ChangedTable): Change[] {
  const before = was === null ? null : (JSON.parse(was) as StoredRow);
  return keysIn(JSON.parse(row_key) as StoredRow | StoredRow[], became, table)
    .map(([key, digest]) => ({ number, table, key, was: before, became: digest }))
    .reverse();
}

/** Keys of rows with their digests. Rows whose whole keys stand in an array have their digests in the same order. */
function keysIn(key: StoredRow | StoredRow[], became: string, table: ChangedTable): [StoredRow, string][] {
  const words = became.split(' ');
  if (Array.isArray(key)) return key.map((one, at) => [one, words[at] ?? '']);
  const own = apart(table);
  if (own in key) return [[key, became]];
  const keys: [StoredRow, string][] = [];
  for (let at = 0; at < words.length; at += 2)
    keys.push([{ ...key, [own]: words[at] ?? '' }, words[at + 1] ?? '']);
  return keys;
}

/** A row without what is counted from others. */
export function plain(table: ChangedTable, row: StoredRow): StoredRow {
  const derived = DERIVED[table] ?? [];
  return Object.fromEntries(Object.entries(row).filter(([column]) => !derived.includes(column)));
}

/** What is kept of rows that were changed, without its number in its batch. */
export type BeforeImage = Omit<ChangesTable, 'batch_id' | 'number'>;

/** Adds before-images to those of a batch. */
export async function recordImages(
  db: WriteDb,
  batchId: string,
  images: readonly BeforeImage[],
): Promise<void> {
  let number = await nextNumber(db, 'changes', batchId);
  await insertMany(
    db,
    'changes',
    images.map((image) => ({ batch_id: batchId, number: number++, ...image })),
  );
}

/** Records how rows were before a bulk change, and puts them back. */
export function changeWriter(db: WriteDb) {
  /** A row as it stands, or null. */
  const stored = async (table: ChangedTable, key: StoredRow): Promise<StoredRow | null> => {
    const { rows } = await sql<StoredRow>`select * from ${sql.table(table)} where ${where(key)}`.execute(db);
    return rows[0] ?? null;
  };
  return {
    digest,
    /** Records rows this transaction has made or is about to leave, with how they were before. */
    async record(
      batchId: string,
      changes: readonly { table: ChangedTable; key: StoredRow; was: StoredRow | null }[],
    ): Promise<void> {
      const images = [];
      for (const { table, key, was } of changes)
        images.push({
          table_name: table,
          row_key: JSON.stringify(key),
          was: was === null ? null : JSON.stringify(plain(table, was)),
          became: digest(table, await stored(table, key)),
        });
      await recordImages(db, batchId, images);
    },
    stored,
    /** Removes a row a batch made. */
    async removeStored(table: ChangedTable, key: StoredRow): Promise<void> {
      await sql`delete from ${sql.table(table)} where ${where(key)}`.execute(db);
    },
    /** Puts a row back as it was, whether it is still there or gone. */
    async putBack(table: ChangedTable, key: StoredRow, was: StoredRow): Promise<void> {
      const columns = Object.keys(was);
      const sets = columns.map((column) => sql`${sql.ref(column)} = ${was[column] ?? null}`);
      if (await stored(table, key)) {
        await sql`update ${sql.table(table)} set ${sql.join(sets)} where ${where(key)}`.execute(db);
        return;
      }
      await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
        values (${sql.join(columns.map((column) => was[column] ?? null))})`.execute(db);
    },
  };
}

function where(key: StoredRow) {
  return sql.join(
    Object.entries(key).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
    sql` and `,
  );
}
