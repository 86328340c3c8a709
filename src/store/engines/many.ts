import { CompiledQuery, PostgresAdapter, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadDb, WriteDb } from './engine.ts';

/** What goes into a column. */
type Value = string | number | null;

/**
 * Many values as one parameter: the text of a statement is then the same however many there are, so that it is
 * built, sent and planned once, and no value passes through a query builder.
 */
interface ManyValues {
  among(column: string, values: readonly string[]): RawBuilder<SqlBool>;
  /** `insert into … select` of rows that differ in `own` columns and are alike in `alike`. */
  insert(table: string, alike: readonly string[], own: readonly string[]): string;
}

const SQLITE: ManyValues = {
  among: (column, values) =>
    sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`,
  insert: (table, alike, own) =>
    `insert into "${table}" (${named([...alike, ...own])})
      select ${[...alike.map(() => '?'), ...own.map((_, at) => `value->>${at}`)]} from json_each(?) where true`,
};

const POSTGRES: ManyValues = {
  among: (column, values) => sql<SqlBool>`${sql.ref(column)} = any(${values}::text[])`,
  insert: (table, alike, own) =>
    `insert into "${table}" (${named([...alike, ...own])})
      select ${[...alike.map((name) => `alike."${name}"`), ...own.map((name) => `own."${name}"`)]}
      from json_populate_record(null::"${table}", $1) as alike,
        json_populate_recordset(null::"${table}", $2) as own`,
};

function named(columns: readonly string[]): string {
  return columns.map((name) => `"${name}"`).join(', ');
}

function manyValues(db: ReadDb | WriteDb): { way: ManyValues; postgres: boolean } {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  return { way: postgres ? POSTGRES : SQLITE, postgres };
}

/** The condition that a column holds one of these values; they are looked up in its index, however many. */
export function among(db: ReadDb | WriteDb, column: string, values: readonly string[]): RawBuilder<SqlBool> {
  return manyValues(db).way.among(column, values);
}

/**
 * Inserts whole rows of a table in one statement. All say the same columns.
 *
 * @param conflict what is to be done with rows that are there: `on conflict …`
 * @returns how many rows it inserted or changed
 */
export async function insertMany(
  db: WriteDb,
  table: string,
  rows: readonly Readonly<Record<string, Value>>[],
  conflict = '',
): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const alike: string[] = [];
  const own: string[] = [];
  for (const column of Object.keys(first))
    (rows.every((row) => row[column] === first[column]) ? alike : own).push(column);
  const { way, postgres } = manyValues(db);
  const text = `${way.insert(table, alike, own)} ${conflict}`;
  const same = alike.map((column) => first[column] ?? null);
  const values = postgres
    ? [json(Object.fromEntries(alike.map((column, at) => [column, same[at]]))), json(rows, own)]
    : [...same, json(rows.map((row) => own.map((column) => row[column] ?? null)))];
  const { numAffectedRows } = await db.executeQuery(CompiledQuery.raw(text, values));
  return Number(numAffectedRows ?? 0);
}

/** Goes through rows so many at a time, as many as one statement takes. */
export async function inSlices<Row>(
  rows: readonly Row[],
  most: number,
  each: (some: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += most) await each(rows.slice(start, start + most));
}

/** As JSON that both engines take: half of a character, and no character at all, are written as unreadable ones. */
function json(value: unknown, columns?: string[]): string {
  const text = JSON.stringify(value, columns);
  if (!/\\u(?:d[89a-f]|0000)/.test(text)) return text;
  const readable = (_: string, one: unknown) =>
    typeof one === 'string' ? one.toWellFormed().replaceAll('\0', '\ufffd') : one;
  return JSON.stringify(JSON.parse(text), readable);
}
