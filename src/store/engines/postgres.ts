import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Schema } from '../schema.ts';
import { Busy, type Engine } from './engine.ts';

const INT8 = 20;
/** How often a transaction that lost a race is tried again. */
const TRIES = 8;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const DISK_FULL = '53100';
const READ_ONLY = '25006';

/**
 * PostgreSQL, 13 or newer.
 *
 * @param url a connection string, `postgres://…`
 */
export async function openPostgres(url: string): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  await sql`select 1`.execute(db);
  return {
    name: 'postgres',
    types: { text: sql`text collate "C"`, integer: sql`bigint` },
    read: db,
    write: db,
    transact: (work) => transact(db, work),
    integrity: async () => [],
    backup: async () => {
      throw new Error('PostgreSQL is backed up by pg_dump.');
    },
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
