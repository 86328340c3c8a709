import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { sql } from 'kysely';
import type { Store } from '../src/store/open.ts';

/** Rows of one table, all with the same columns. */
export type Rows = Record<string, string | number | null>[];

/** Fills tables faster than the site ever writes; `finish` leaves the database as the site keeps it. */
export interface Bulk {
  insert(table: string, rows: Rows): Promise<void>;
  finish(): Promise<void>;
}

/** Opens a store's database for filling; nothing else may use it meanwhile. */
export async function openBulk(store: Store): Promise<Bulk> {
  if (store.engine.name === 'postgres') return throughStore(store);
  const { rows } = await sql<{ file: string }>`PRAGMA database_list`.execute(store.engine.read);
  return intoFile(rows[0]?.file ?? '');
}

function throughStore(store: Store): Bulk {
  return {
    insert: async (table, rows) => {
      const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
      await sql`insert into ${sql.table(table)} (${columns}) select ${columns}
        from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(
        store.engine.write,
      );
    },
    finish: async () => void (await sql`analyze`.execute(store.engine.write)),
  };
}

/** Without a sync and without indexes, which are made anew at the end: sorted once instead of kept in order. */
function intoFile(file: string): Bulk {
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: false, timeout: 5000 });
  db.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; PRAGMA temp_store = MEMORY');
  const indexes = db
    .prepare("select name, sql from sqlite_master where type = 'index' and sql is not null")
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`);
  return {
    async insert(table, rows) {
      const columns = Object.keys(rows[0] ?? {});
      if (columns.length === 0) return;
      const statement = db.prepare(
        `insert into "${table}" (${columns.map((name) => `"${name}"`)}) values (${columns.map(() => '?')})`,
      );
      db.exec('BEGIN');
      for (const row of rows) statement.run(...(Object.values(row) as SQLInputValue[]));
      db.exec('COMMIT');
    },
    async finish() {
      for (const index of indexes) db.exec(index.sql);
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
}
