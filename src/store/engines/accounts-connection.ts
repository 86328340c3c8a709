import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { Busy, type Engine } from './engine.ts';

/** How long a write waits for a lock that another process holds. */
const PATIENCE_MS = 10_000;
const SQLITE_BUSY = 5;
/** Full or read-only, as SQLite and as PostgreSQL say it. */
const UNWRITABLE: ReadonlySet<number | string> = new Set([13, 8, '53100', '25006']);

/**
 * The store's connections as the accounts library is given them: questions go to the reading connection, so that
 * who is signed in is known while somebody else holds the lock; single writes go to the writing one and are tried
 * again while it is held. There are no transactions across these.
 *
 * @throws Busy from a write when the lock was not to be had within ten seconds, or nothing can be written at all
 */
export function accountsConnection(engine: Engine): Kysely<Record<string, Record<string, unknown>>> {
  const connection: DatabaseConnection = {
    executeQuery: (query) => execute(engine, query),
    // biome-ignore lint/correctness/useYield: nothing here is read row by row
    async *streamQuery() {
      throw new Error('The accounts connection does not stream.');
    },
  };
  const postgres = engine.name === 'postgres';
  return new Kysely({
    dialect: {
      createAdapter: () => (postgres ? new PostgresAdapter() : new SqliteAdapter()),
      createIntrospector: (db) => (postgres ? new PostgresIntrospector(db) : new SqliteIntrospector(db)),
      createQueryCompiler: () => (postgres ? new PostgresQueryCompiler() : new SqliteQueryCompiler()),
      createDriver: () => ({
        init: async () => undefined,
        acquireConnection: async () => connection,
        releaseConnection: async () => undefined,
        beginTransaction: () => Promise.reject(new Error('Accounts are written statement by statement.')),
        commitTransaction: async () => undefined,
        rollbackTransaction: async () => undefined,
        destroy: async () => undefined,
      }),
    },
  });
}

async function execute<R>(engine: Engine, query: CompiledQuery) {
  if (query.query.kind === 'SelectQueryNode') return engine.read.executeQuery<R>(query as CompiledQuery<R>);
  const until = Date.now() + PATIENCE_MS;
  for (let wait = 5; ; wait = Math.min(wait * 2, 100)) {
    try {
      return await engine.write.executeQuery<R>(query as CompiledQuery<R>);
    } catch (error) {
      const { code } = error as { code?: number | string };
      if (code !== undefined && UNWRITABLE.has(code)) throw new Busy((error as Error).message);
      if (code !== SQLITE_BUSY) throw error;
      if (Date.now() > until) throw new Busy('Another process holds the database.');
      await sleep(wait);
    }
  }
}
