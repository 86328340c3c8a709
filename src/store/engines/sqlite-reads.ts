import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Schema } from '../schema.ts';
import { openDirectWay } from './direct.ts';
import type { ReadDb } from './engine.ts';
import { askedForRows } from './rows.ts';
import { cachedStatements } from './statement-cache.ts';

/**
 * Bytes of the file that are read where the system keeps them, instead of being copied page by page first: what
 * pages for readers gain by. A process is said to hold what it has read so; one that only works on the data does
 * without.
 */
const MAPPED = 1024 ** 3;

/**
 * Reads of a file that is there, on this thread; `raw` is the connection below them.
 *
 * @param mapped whether they map the file into memory
 */
export function openSqliteReads(file: string, mapped: boolean): { db: ReadDb; raw: DatabaseSync } {
  const raw = new DatabaseSync(file, { readOnly: true, timeout: 100 });
  if (mapped) raw.exec(`PRAGMA mmap_size = ${MAPPED}`);
  const db = new Kysely<Schema>({ dialect: sqliteDialect(() => readConnection(raw)) });
  const revision = askedForRows(raw.prepare('PRAGMA data_version'));
  openDirectWay(db, {
    prepare(text) {
      const ask = askedForRows(raw.prepare(text));
      return async (values) => ask(values);
    },
    revision: () => Number(revision([])[0]?.data_version),
  });
  return { db, raw };
}

/** A connection that reads on this thread. */
export function readConnection(db: DatabaseSync): DatabaseConnection {
  const statements = cachedStatements((text) => askedForRows(db.prepare(text)));
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      return { rows: statements(query.sql)(query.parameters) as R[] };
    },
    async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
      // A statement of its own: the shared one may be asked again while this one is read.
      for (const row of db.prepare(query.sql).iterate(...(query.parameters as SQLInputValue[])))
        yield { rows: [row as R] };
    },
  };
}

/** Kysely's way to one connection. */
export function sqliteDialect(connect: () => DatabaseConnection): Dialect {
  return {
    createAdapter: adapter,
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () => oneConnectionDriver(connect()),
  };
}

/**
 * SQLite takes back what a transaction did to tables too. Kysely says it cannot, for the sake of migrations that switch
 * foreign keys off, which no transaction can; none of ours does.
 */
function adapter(): SqliteAdapter {
  return Object.defineProperty(new SqliteAdapter(), 'supportsTransactionalDdl', { value: true });
}

/** One connection, taken in turn: a statement outside a transaction never slips into somebody else's. */
function oneConnectionDriver(connection: DatabaseConnection): Driver {
  const queue: (() => void)[] = [];
  let taken = false;
  return {
    async init() {},
    async acquireConnection() {
      if (taken) await new Promise<void>((resolve) => queue.push(resolve));
      taken = true;
      return connection;
    },
    async releaseConnection() {
      const next = queue.shift();
      if (next) next();
      else taken = false;
    },
    async beginTransaction() {
      await connection.executeQuery(CompiledQuery.raw('BEGIN IMMEDIATE'));
    },
    async commitTransaction() {
      await connection.executeQuery(CompiledQuery.raw('COMMIT'));
    },
    async rollbackTransaction() {
      // A transaction that SQLite itself has ended (a full disk) has nothing left to roll back.
      await connection.executeQuery(CompiledQuery.raw('ROLLBACK')).catch(() => undefined);
    },
    async destroy() {},
  };
}
