import type { ReadDb, SearchEngine } from './engine.ts';
import { postgresSearch } from './postgres-search.ts';
import { openSqliteReads } from './sqlite-reads.ts';
import { sqliteSearch } from './sqlite-search.ts';

/** A database that is read and never written. */
export interface Reads {
  db: ReadDb;
  search: SearchEngine;
  close(): Promise<void>;
}

/** Whether an address is PostgreSQL's; any other is the path of an SQLite file. */
export function isPostgres(where: string): boolean {
  return /^postgres(ql)?:\/\//.test(where);
}

/** Opens a database that is there and has the newest schema, for a thread that only asks. */
export async function openReads(where: string): Promise<Reads> {
  if (isPostgres(where)) {
    const { openPostgresReads } = await import('./postgres.ts');
    const db = openPostgresReads(where, 2);
    return { db, search: postgresSearch, close: () => db.destroy() };
  }
  const { db, raw } = openSqliteReads(where, true);
  return {
    db,
    search: sqliteSearch,
    async close() {
      await db.destroy();
      raw.close();
    },
  };
}
