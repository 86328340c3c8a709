import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Schema } from '../schema.ts';
import { openDirectWay } from './direct.ts';
import { Busy, type Engine, type Fault, type Row, type Snapshot, type WriteDb } from './engine.ts';
import { postgresSearch } from './postgres-search.ts';
import { POSTGRES_TYPES } from './postgres-types.ts';

const INT8 = 20;
/** How often a transaction that lost a race is tried again. */
const TRIES = 8;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const DISK_FULL = '53100';
const READ_ONLY = '25006';
/** Classes of errors: what cannot be counted or read, a broken rule, no such table or column, too much. */
const REFUSALS = /^(21|22|23|42|54)/;

const CONNECTIONS = 10;

/** Reads through so many connections, which are made when they are needed. */
export function openPostgresReads(url: string, connections: number): Kysely<Schema> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  openDirectWay(db, {
    prepare: (text) => async (values) => (await pool.query(text, [...values])).rows,
    revision: () => null,
  });
  return db;
}

/**
 * PostgreSQL, 13 or newer.
 *
 * @param url a connection string, `postgres://…`
 */
export async function openPostgres(url: string): Promise<Engine> {
  const db = openPostgresReads(url, CONNECTIONS);
  await sql`select 1`.execute(db);
  return {
    name: 'postgres',
    types: POSTGRES_TYPES,
    search: postgresSearch,
    read: db,
    write: db,
    transact: (work) => transact(db, work),
    snapshot: (work) => snapshot(db, work),
    rebuild: (work) => transact(db, work),
    inAnyOrder,
    refused: (error) => REFUSALS.test((error as { code?: string }).code ?? ''),
    faults: () => faults(db),
    close: () => db.destroy(),
  };
}

async function transact<T>(
  db: Kysely<Schema>,
  work: (transaction: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code === DISK_FULL || code === READ_ONLY) throw new Busy((error as Error).message);
      if ((code !== SERIALIZATION_FAILURE && code !== DEADLOCK) || attempt === TRIES) throw error;
      await sleep(5 * 2 ** attempt * Math.random());
    }
  }
}

const ROWS_AT_ONCE = 500;

async function snapshot<T>(db: Kysely<Schema>, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((transaction) => work({ db: transaction, rows: (table) => rowsOf(transaction, table) }));
}

async function* rowsOf(db: Transaction<Schema>, table: string): AsyncGenerator<Row[]> {
  await sql`declare all_rows no scroll cursor for select * from ${sql.table(table)}`.execute(db);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(ROWS_AT_ONCE)} from all_rows`.execute(db);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close all_rows`.execute(db);
}

interface ForeignKey {
  name: string;
  child: string;
  parent: string;
  columns: string[];
  parent_columns: string[];
}

async function foreignKeys(db: Kysely<Schema>): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select c.conname as name, child.relname as child, parent.relname as parent,
      array(select a.attname::text from unnest(c.conkey) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number order by k.place) as columns,
      array(select a.attname::text from unnest(c.confkey) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number order by k.place) as parent_columns
    from pg_constraint c
    join pg_class child on child.oid = c.conrelid
    join pg_class parent on parent.oid = c.confrelid
    where c.contype = 'f' and child.relnamespace = current_schema()::regnamespace
    order by child.relname, c.conname`.execute(db);
  return rows;
}

async function inAnyOrder(db: WriteDb): Promise<() => Promise<void>> {
  const keys = await foreignKeys(db);
  const set = async (when: 'deferrable' | 'not deferrable') => {
    for (const { child, name } of keys)
      await sql`alter table ${sql.table(child)} alter constraint ${sql.ref(name)} ${sql.raw(when)}`.execute(
        db,
      );
  };
  await set('deferrable');
  await sql`set constraints all deferred`.execute(db);
  return async () => {
    await sql`set constraints all immediate`.execute(db);
    await set('not deferrable');
  };
}

/** The server looks after its own pages; what can be asked is whether indexes are whole and keys hold. */
async function faults(db: Kysely<Schema>): Promise<Fault[]> {
  const { rows: broken } = await sql<{ name: string }>`
    select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
    where not i.indisvalid and c.relnamespace = current_schema()::regnamespace`.execute(db);
  const found: Fault[] = broken.map(({ name }) => ({ kind: 'damaged', found: `index ${name}` }));
  for (const { child, parent, columns, parent_columns } of await foreignKeys(db)) {
    const joined = columns.map(
      (column, place) => sql`p.${sql.ref(parent_columns[place] ?? '')} = c.${sql.ref(column)}`,
    );
    const set = columns.map((column) => sql`c.${sql.ref(column)} is not null`);
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from ${sql.table(child)} c
      where ${sql.join(set, sql` and `)} and not exists (
        select 1 from ${sql.table(parent)} p where ${sql.join(joined, sql` and `)})`.execute(db);
    const dangling = Number(rows[0]?.n);
    if (dangling > 0) found.push({ kind: 'dangling', table: child, parent, rows: dangling });
  }
  return found;
}
