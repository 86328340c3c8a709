import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite } from '../../src/store/engines/sqlite.ts';
import { MIGRATIONS, migrate } from '../../src/store/migrations/migrate.ts';
import type { Store } from '../../src/store/open.ts';
import { describeOnBothEngines, freshDatabase, freshStore } from '../engines/store.ts';

/** A migration that gets as far as its last statement. */
const failing = async (db: Kysely<unknown>) => {
  await sql`create table half_made (id text)`.execute(db);
  await sql`insert into half_made values ('one'), ('one')`.execute(db);
  await sql`alter table films add column half_made text`.execute(db);
  await sql`create unique index half_made_by_id on half_made (id)`.execute(db);
};

describeOnBothEngines('migrations', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    ({ store, drop } = await freshStore(engine));
  });
  afterEach(() => drop());

  const schema = async () => {
    const tables = await store.engine.read.introspection.getTables();
    return tables.map(({ name, columns }) => `${name}: ${columns.map((column) => column.name).join()}`);
  };

  test('one that fails leaves nothing behind, and neither do those before it that were new', async () => {
    const before = await schema();
    const added = {
      ...MIGRATIONS,
      '900-works': async (db: Kysely<unknown>) => void (await sql`create table whole (id text)`.execute(db)),
      '901-fails': failing,
    };
    await expect(migrate(store.engine, added)).rejects.toThrow(/unique/i);
    expect(await schema()).toEqual(before);

    await migrate(store.engine, { ...added, '901-fails': async () => undefined });
    expect(await schema()).toContain('whole: id');
  });
});

test('a database that has been through later migrations goes through one that landed after them', async () => {
  const { engine, drop } = await freshEngine();
  const { '024-webhooks': late, ...others } = MIGRATIONS;
  await migrate(engine, others);
  await migrate(engine);
  const names = (await engine.read.introspection.getTables()).map(({ name }) => name);
  expect({ late: typeof late, webhooks: names.includes('webhooks') }).toEqual({
    late: 'function',
    webhooks: true,
  });
  await drop();
});

test('migrations are listed in the order in which they run', () => {
  expect(Object.keys(MIGRATIONS)).toEqual(Object.keys(MIGRATIONS).sort());
});

/** An SQLite database with nothing in it. */
async function freshEngine() {
  const fresh = await freshDatabase('sqlite');
  const engine = await openSqlite(fresh.database);
  const drop = async () => {
    await engine.close();
    await fresh.drop();
  };
  return { engine, drop };
}
