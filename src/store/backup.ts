import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely';
import type { Engine, ReadDb, WriteDb } from './engines/engine.ts';
import { SQLITE_TYPES } from './engines/sqlite-types.ts';
import { MIGRATIONS } from './migrations/migrate.ts';
import type { DeletionsTable } from './schema.ts';
import { indexChanged } from './search/index-changed.ts';

/** A line of a backup that begins a table; the lines that follow are its rows, as arrays in this order. */
export interface TableLine {
  table: string;
  columns: readonly string[];
}

/** What comes back from a backup, one line after another. */
export type BackupLines = AsyncIterable<TableLine | readonly unknown[]>;

/** What comes back from a backup is not what the tables take: a row of none, or one that breaks a rule. */
export class Unfit extends Error {
  override name = 'Unfit';
}

/** Tables that every opened database has something in: they alone make no site. */
const OF_EVERY_SITE = new Set(['secrets', 'change_versions']);

/** Tables that follow from the others, and are made anew from them. */
function isDerived(table: string): boolean {
  return /^(search|more)_/.test(table);
}

/** So far the site's version goes up at a restore: pages that readers kept must never count as current again. */
const VERSIONS_APART = 2 ** 32;

/** The migrations a database has been through, oldest first. */
export async function migrationsOf(engine: Engine): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    engine.read,
  );
  return rows.map((row) => row.name);
}

/** Whether these migrations are known here; those of a newer Houselights are not. */
export function knowsMigrations(names: readonly string[]): boolean {
  return names.every((name) => name in MIGRATIONS);
}

/** Whether nothing was ever put into a database. */
export async function isEmpty(engine: Engine): Promise<boolean> {
  for (const table of await ownTables()) {
    if (OF_EVERY_SITE.has(table) || isDerived(table)) continue;
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(engine.read);
    if (rows.length > 0) return false;
  }
  return true;
}

/**
 * Hands out every row of the site as it is at one moment, table by table.
 *
 * @returns how many rows there were
 */
export async function copyOut(
  engine: Engine,
  put: (line: TableLine | readonly unknown[]) => Promise<void>,
): Promise<number> {
  const tables = (await ownTables()).filter((table) => !isDerived(table));
  return engine.snapshot(async (snapshot) => {
    let count = 0;
    for (const table of tables) {
      const columns = await columnsOf(snapshot.db, table);
      await put({ table, columns });
      for await (const rows of snapshot.rows(table))
        for (const row of rows) {
          await put(columns.map((column) => row[column] ?? null));
          count += 1;
        }
    }
    return count;
  });
}

/**
 * Replaces everything in the database by a backup, in one transaction: as the schema was when the backup was made,
 * then brought up to date. When anything fails, nothing has changed.
 *
 * @param migrations those the backup's database had been through
 * @returns how many rows there are now
 * @throws Unfit when the backup holds what this database does not take
 */
export async function copyIn(
  engine: Engine,
  migrations: readonly string[],
  lines: BackupLines,
): Promise<number> {
  const rebuilt = engine.rebuild((db) => replaceAll(engine, db, migrations, lines));
  return rebuilt.catch((error: unknown) => {
    // All that the database is told in there follows from what the backup says.
    throw engine.refused(error) ? new Unfit((error as Error).message, { cause: error }) : error;
  });
}

async function replaceAll(
  engine: Engine,
  db: WriteDb,
  migrations: readonly string[],
  lines: BackupLines,
): Promise<number> {
  const tables = await ownTables();
  const before = await greatestVersion(db);
  const ledger = await db.selectFrom('deletions').selectAll().execute();
  for (const table of tables.reverse()) await sql`drop table ${sql.table(table)}`.execute(db);
  const raw = db as unknown as Kysely<unknown>;
  for (const [name, up] of Object.entries(MIGRATIONS))
    if (migrations.includes(name)) await up(raw, engine.types);
  const inOrder = await engine.inAnyOrder(db);
  const count = await insertAll(db, lines);
  await inOrder();
  for (const [name, up] of Object.entries(MIGRATIONS))
    if (!migrations.includes(name)) await up(raw, engine.types);
  await keepDeleted(db, ledger);
  const version = Math.max(before, await greatestVersion(db)) + VERSIONS_APART;
  await db
    .insertInto('change_versions')
    .values({ id: 'site', version })
    .onConflict((oc) => oc.column('id').doUpdateSet({ version }))
    .execute();
  await indexChanged(db, engine.search);
  return count;
}

/**
 * What was deleted here for good stays so, whatever an older copy says: the ledger goes on, and what has come back
 * is seen by nobody until it is made final again.
 */
async function keepDeleted(db: WriteDb, ledger: readonly DeletionsTable[]): Promise<void> {
  for (const row of ledger)
    await db
      .insertInto('deletions')
      .values(row)
      .onConflict((oc) => oc.column('thing_id').doNothing())
      .execute();
  await sql`
    update entries set everyone = 0, withheld = 'deleted',
      deleted = (select asked from deletions where thing_id = entries.id)
    where id in (select thing_id from deletions)`.execute(db);
}

/** Rows of one statement. Of thirty columns or of long texts they are still few enough for both engines. */
const ROWS_AT_ONCE = 200;

async function insertAll(db: WriteDb, lines: BackupLines): Promise<number> {
  let count = 0;
  let into: TableLine | null = null;
  let rows: (readonly unknown[])[] = [];
  const flush = async () => {
    if (into && rows.length > 0) {
      const columns = sql.join(into.columns.map((column) => sql.ref(column)));
      const values = rows.map((row) => sql`(${sql.join(row)})`);
      await sql`insert into ${sql.table(into.table)} (${columns}) values ${sql.join(values)}`.execute(db);
    }
    count += rows.length;
    rows = [];
  };
  for await (const line of lines) {
    if ('table' in line) {
      await flush();
      into = line;
      continue;
    }
    if (line.length !== into?.columns.length || !line.every(isCell)) throw new Unfit('A row fits no table.');
    rows.push(line);
    if (rows.length === ROWS_AT_ONCE) await flush();
  }
  await flush();
  return count;
}

function isCell(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

async function greatestVersion(db: WriteDb): Promise<number> {
  const row = await db
    .selectFrom('change_versions')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst();
  return Number(row?.version ?? 0);
}

async function columnsOf(db: ReadDb, table: string): Promise<string[]> {
  const known = (await db.introspection.getTables()).find(({ name }) => name === table);
  return known?.columns.map(({ name }) => name) ?? [];
}

/** The tables the migrations make, in that order: a database may hold somebody else's too. */
async function ownTables(): Promise<string[]> {
  const tables: string[] = [];
  const nowhere = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
    log: ({ query }) => {
      const made = /^create (?:virtual )?table "(\w+)"/.exec(query.sql)?.[1];
      const dropped = /^drop table "(\w+)"/.exec(query.sql)?.[1];
      if (made) tables.push(made);
      if (dropped) tables.splice(tables.indexOf(dropped), 1);
    },
  });
  for (const up of Object.values(MIGRATIONS)) await up(nowhere, SQLITE_TYPES);
  return tables;
}
