import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type QueryResult,
  sql,
  type Transaction,
} from 'kysely';
import type { Schema } from '../schema.ts';
import { Busy, type Engine, type Fault, type Row, type Snapshot } from './engine.ts';
import { openSqliteReads, readConnection, sqliteDialect } from './sqlite-reads.ts';
import { sqliteSearch } from './sqlite-search.ts';
import { SQLITE_TYPES } from './sqlite-types.ts';
import type { WriteAnswer, WriteRequest } from './write-thread.ts';

/** How long a write waits for a lock that another process holds. */
const PATIENCE_MS = 10_000;
/**
 * So many times a lock is asked for at short distances, for some two hundred milliseconds: bulk work leaves it free
 * for a few at a time, and whoever sleeps longer than that misses it again and again.
 */
const OFTEN = 100;
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_FULL = 13;
/** No such table or column; too long; a broken rule; of another type; no such parameter. */
const REFUSALS = new Set([1, 18, 19, 20, 25]);

type Ask = (sql: string, parameters: readonly unknown[]) => Promise<{ rows: unknown[]; changes: number }>;

class SqliteError extends Error {
  override name = 'SqliteError';
  readonly code: number;
  constructor(message: string, errcode: number | undefined) {
    super(message);
    this.code = (errcode ?? 0) & 0xff;
  }
}

/**
 * SQLite in a file: reads on this thread through a read-only connection, writes in a thread of their own.
 *
 * @param file the database file; made when missing
 * @param options.mapped whether reading maps the file
 * @param options.bulk whether very much is to be written
 */
export async function openSqlite(file: string, { mapped = false, bulk = false } = {}): Promise<Engine> {
  const thread = await startWriteThread(file, bulk);
  const write = new Kysely<Schema>({ dialect: sqliteDialect(() => threadConnection(thread.ask)) });
  const { db: read, raw: reading } = openSqliteReads(file, mapped);
  let short: Promise<void> | null = null;
  return {
    name: 'sqlite',
    types: SQLITE_TYPES,
    search: sqliteSearch,
    read,
    write,
    transact: async (work) => {
      short ??= setShort(write);
      await short;
      return transact(write, work);
    },
    snapshot: (work) => snapshot(file, work),
    // Single statements of one connection run in turn, so a pragma within the transaction is its own.
    rebuild: (work) =>
      transact(write, async (db) => {
        await sql`pragma defer_foreign_keys = on`.execute(db);
        return work(db);
      }),
    inAnyOrder: async () => async () => undefined,
    refused: (error) => error instanceof SqliteError && REFUSALS.has(error.code),
    faults: async () => faults(reading),
    close: async () => {
      await read.destroy();
      await write.destroy();
      reading.close();
      await thread.stop();
    },
  };
}

/**
 * Keeps what it takes to take a statement back in memory, instead of writing it to the disk for every statement that
 * changes more than a few pages. Migrations, which sort whole tables there, come before.
 */
async function setShort(db: Kysely<Schema>): Promise<void> {
  await sql`pragma temp_store = memory`.execute(db);
}

async function transact<T>(
  db: Kysely<Schema>,
  work: (transaction: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (let tried = 0; ; tried += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const code = error instanceof SqliteError ? error.code : 0;
      if (code === SQLITE_FULL || code === SQLITE_READONLY) throw new Busy((error as Error).message);
      if (code !== SQLITE_BUSY) throw error;
      if (Date.now() > until) throw new Busy('Another process holds the database.');
      const wait = tried < OFTEN ? 1 : Math.min(2 ** (tried - OFTEN), 50);
      await sleep(wait + Math.random() * 2 * wait);
    }
  }
}

async function startWriteThread(
  file: string,
  bulk: boolean,
): Promise<{ ask: Ask; stop: () => Promise<void> }> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./write-thread.${extension}`, import.meta.url), {
    workerData: { file, bulk },
  });
  const waiting = new Map<
    number,
    { resolve: (answer: WriteAnswer) => void; reject: (error: Error) => void }
  >();
  let asked = 0;
  let failure: Error | null = null;
  const fail = (error: Error) => {
    failure = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  worker.on('error', fail);
  worker.on('message', (answer: WriteAnswer) => {
    waiting.get(answer.id)?.resolve(answer);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
  });
  worker.unref();
  const ask: Ask = async (text, parameters) => {
    if (failure) throw failure;
    const id = ++asked;
    worker.ref();
    const answer = await new Promise<WriteAnswer>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      const request: WriteRequest = { id, sql: text, parameters: parameters as SQLInputValue[] };
      worker.postMessage(request);
    });
    if ('error' in answer) throw new SqliteError(answer.error.message, answer.error.errcode);
    return answer;
  };
  const stop = async () => {
    const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.ref();
    worker.postMessage('close');
    await gone;
  };
  return { ask, stop };
}

function threadConnection(ask: Ask): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, changes } = await ask(query.sql, query.parameters);
      return { rows: rows as R[], numAffectedRows: BigInt(changes) };
    },
    // biome-ignore lint/correctness/useYield: the write connection does not stream
    async *streamQuery() {
      throw new Error('The write connection does not stream.');
    },
  };
}

const ROWS_AT_ONCE = 500;

/** A connection of its own, in one read transaction: what it first reads is what it sees from then on. */
async function snapshot<T>(file: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const reading = new DatabaseSync(file, { readOnly: true, timeout: 100 });
  const db = new Kysely<Schema>({ dialect: sqliteDialect(() => readConnection(reading)) });
  try {
    reading.exec('BEGIN');
    reading.prepare('select count(*) from sqlite_master').get();
    return await work({ db, rows: (table) => rowsOf(reading, table) });
  } finally {
    await db.destroy();
    reading.close();
  }
}

async function* rowsOf(reading: DatabaseSync, table: string): AsyncGenerator<Row[]> {
  let rows: Row[] = [];
  for (const row of reading.prepare(`select * from "${table}"`).iterate()) {
    rows.push(row as Row);
    if (rows.length < ROWS_AT_ONCE) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

function faults(reading: DatabaseSync): Fault[] {
  const found = reading.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
  const damaged = found.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  const dangling = reading
    .prepare(
      'select "table", parent, count(*) as "rows" from pragma_foreign_key_check group by "table", parent',
    )
    .all() as { table: string; parent: string; rows: number }[];
  return [
    ...damaged.map((text): Fault => ({ kind: 'damaged', found: text })),
    ...dangling.map(({ table, parent, rows }): Fault => ({ kind: 'dangling', table, parent, rows })),
  ];
}
