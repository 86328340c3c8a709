import { type Kysely, Migrator, sql } from 'kysely';
import { expect, test } from 'vitest';
import { undo } from '../../src/interchange/undo.ts';
import { openPostgres } from '../../src/store/engines/postgres.ts';
import { openSqlite } from '../../src/store/engines/sqlite.ts';
import { MIGRATIONS } from '../../src/store/migrations/migrate.ts';
import { openStore } from '../../src/store/open.ts';
import { describeOnBothEngines, freshDatabase } from '../engines/store.ts';
import { clock } from './importing.ts';

const now = clock();

/** What a digest of a film's row was before facts were kept, of the rows written below. */
async function digestOf(row: Record<string, unknown>): Promise<string> {
  const left = ['batch_id', 'reviews', 'ratings_here', 'ratings_elsewhere'];
  const columns = Object.keys(row).filter((column) => !left.includes(column));
  const text = JSON.stringify(columns.sort().map((column) => [column, row[column]]));
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(bytes).toString('base64url');
}

describeOnBothEngines('A site from before facts were kept', (engine) => {
  test('has its films’ facts, titles and terms afterwards, and its imports can still be undone', async () => {
    const fresh = await freshDatabase(engine);
    const old = await (engine === 'sqlite' ? openSqlite : openPostgres)(fresh.database);
    const db = old.write as unknown as Kysely<Record<string, Record<string, unknown>>>;
    const before = Object.entries(MIGRATIONS).filter(([name]) => name < '008');
    const migrations = Object.fromEntries(
      before.map(([name, up]) => [name, { up: (to: Kysely<unknown>) => up(to, old.types) }]),
    );
    await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();

    const film = (id: string, title: string, more: object = {}) => ({
      ...{ id, slug: id, title, original_title: null, title_key: title.toLowerCase(), year: null },
      ...{ released: null, runtime: null, synopsis: null, synopsis_language: null, countries: '[]' },
      ...{ languages: '[]', genres: '[]', canonical_id: null, batch_id: null, created: 1, updated: 1 },
      ...more,
    });
    const filled = film('filled', 'Filled', { runtime: 90, genres: '["Drama"]', updated: 2 });
    const made = film('made', 'The Made', { year: 1961, countries: '["GB"]', batch_id: 'b1', created: 2 });
    await db.insertInto('films').values([filled, made]).execute();
    await db.insertInto('people').values({ id: 'p', slug: 'p', name: 'Ines Bell', created: 1 }).execute();
    await db
      .insertInto('credits')
      .values({ id: 'c', film_id: 'filled', person_id: 'p', role: 'director', position: 0, batch_id: 'b1' })
      .execute();
    await db
      .insertInto('batches')
      .values({
        ...{ id: 'b1', kind: 'import', format: 'jsonld', source_name: 'x', state: 'done', report: '{}' },
        ...{ visibility: 'everyone', lease: 0, created: 2, finished: 2 },
      })
      .execute();
    const stored = async (id: string) =>
      (await sql<Record<string, unknown>>`select * from films where id = ${id}`.execute(db)).rows[0]!;
    const credit = (await sql<Record<string, unknown>>`select * from credits`.execute(db)).rows[0]!;
    const change = async (
      number: number,
      table: string,
      row: Record<string, unknown>,
      was: object | null,
    ) => ({
      ...{ batch_id: 'b1', number, table_name: table, row_key: JSON.stringify({ id: row.id }) },
      ...{ was: was && JSON.stringify(was), became: await digestOf(row) },
    });
    await db
      .insertInto('changes')
      .values([
        await change(1, 'films', await stored('made'), null),
        await change(2, 'films', await stored('filled'), film('filled', 'Filled')),
        await change(3, 'credits', credit, null),
      ])
      .execute();
    await old.close();

    const store = await openStore(fresh.database);
    const facts = (id: string) => store.reader.facts.of(id);
    expect(
      (await facts('filled')).map(({ field, source, value, batchId }) => [field, source, value, batchId]),
    ).toEqual([
      ['credits:director', 'import', [{ name: 'Ines Bell' }], 'b1'],
      ['genres', 'import', ['Drama'], 'b1'],
      ['runtime', 'import', 90, 'b1'],
      ['title', 'import', 'Filled', null],
    ]);
    expect(await store.reader.facts.titles('made')).toMatchObject([{ title: 'The Made', kind: 'title' }]);
    expect((await store.reader.facts.terms('made')).map(({ kind, term }) => `${kind} ${term}`)).toEqual([
      'country gb',
      'decade 1960s',
    ]);

    const undone = await undo(store, 'b1', now);
    expect(undone.kept).toEqual([]);
    expect(await store.reader.films.byId('made')).toBeNull();
    expect(await store.reader.films.byId('filled')).toMatchObject({
      title: 'Filled',
      runtime: null,
      genres: [],
    });
    expect(await store.reader.films.credits('filled')).toEqual([]);
    expect(await facts('filled')).toHaveLength(1);
    await store.close();
    await fresh.drop();
  });
});
