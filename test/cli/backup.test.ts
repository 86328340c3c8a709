import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fillDemonstration } from '../../src/demo/fill.ts';
import { finishAllDeletions } from '../../src/jobs/final-deletion.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { describeWithPostgres } from '../engines/postgres.ts';
import { describeOnBothEngines, type FreshDatabase, freshDatabase } from '../engines/store.ts';
import { seedFilm } from '../store/seed-film.ts';
import { filmWithReviews, houselights } from './command.ts';

vi.setConfig({ testTimeout: 90_000 });

const at = (fresh: FreshDatabase) => ['--data', fresh.folder, '--database', fresh.database];

async function inStore<T>(fresh: FreshDatabase, ask: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(fresh.database);
  try {
    return await ask(store);
  } finally {
    await store.close();
  }
}

/** Every row of every table; how often the site's pages have changed goes up at a restore, and is left out. */
async function everything(store: Store): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const { name } of await store.engine.read.introspection.getTables()) {
    // What things are found by is no part of a backup, and is made anew from what is.
    if (/^(search|more)_/.test(name)) continue;
    const rows = await store.engine.read
      .selectFrom(name as 'change_versions')
      .selectAll()
      .execute();
    all[name] = rows
      .filter((row) => name !== 'change_versions' || row.id !== 'site')
      .map((row) => JSON.stringify(Object.entries(row).sort()))
      .sort();
  }
  return all;
}

const siteVersion = async (store: Store) => (await store.reader.versions.of('site'))[0] ?? 0;

/** Files where the site keeps them: by the hash of their bytes. */
const FILES = [Buffer.from([0, 10, 13, 255, 0, 10]), Buffer.alloc(1_000_000, 'film'), Buffer.alloc(0)].map(
  (bytes): [string, Buffer] => {
    const hash = createHash('sha256').update(bytes).digest('hex');
    return [`${hash.slice(0, 2)}/${hash.slice(2)}`, bytes];
  },
);

/** A site with an import and files. */
async function furnish(fresh: FreshDatabase): Promise<void> {
  const file = join(fresh.folder, 'reviews.json');
  writeFileSync(
    file,
    filmWithReviews('Separators', {
      author: 'Ann\u2028Line',
      reviewBody: 'One\u2028two\u2029three\u0085four\r\nfive “six” \ud83c\udfac',
    }),
  );
  expect(await houselights(['import', file, ...at(fresh)])).toMatchObject({ code: 0 });
  for (const [path, bytes] of FILES) {
    mkdirSync(join(fresh.folder, 'files', path, '..'), { recursive: true });
    writeFileSync(join(fresh.folder, 'files', path), bytes);
  }
  // One that is just being written.
  mkdirSync(join(fresh.folder, 'files/incoming'), { recursive: true });
  writeFileSync(join(fresh.folder, 'files/incoming/0123'), 'half of');
}

/** The same with the demonstration and an owner. */
async function furnishWhole(fresh: FreshDatabase): Promise<void> {
  await inStore(fresh, (store) => fillDemonstration(store, Date.UTC(2026, 10, 25)));
  const user = ['user', 'create', 'ada', '--email', 'ada@example.org', '--password-stdin', '--role', 'owner'];
  expect(await houselights([...user, ...at(fresh)], { input: 'a lamp in the aisle' })).toMatchObject({
    code: 0,
  });
  await furnish(fresh);
}

describeOnBothEngines('houselights backup, restore and check', (engine) => {
  let fresh: FreshDatabase;
  let other: FreshDatabase;
  let file: string;
  beforeEach(async () => {
    fresh = await freshDatabase(engine);
    other = await freshDatabase(engine);
    file = join(fresh.folder, 'site.jsonl.gz');
  });
  afterEach(async () => {
    await fresh.drop();
    await other.drop();
  });

  test('a backup put into an empty place makes every table and file equal', async () => {
    await furnishWhole(fresh);
    const before = await inStore(fresh, everything);
    const made = await houselights(['backup', file, '--json', ...at(fresh)]);
    expect(made.json()).toMatchObject({ file, files: 3, bytes: statSync(file).size });
    expect(Object.values(before).flat().length).toBeGreaterThan(300);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const restored = await houselights(['restore', file, '--json', ...at(other)]);
    expect(restored.json()).toMatchObject({ rows: made.json().rows, files: 3, aside: null });
    const after = await inStore(other, everything);
    // Each database has been through its migrations at a moment of its own.
    expect({ ...after, kysely_migration: [] }).toEqual({ ...before, kysely_migration: [] });
    expect(await inStore(other, siteVersion)).toBeGreaterThan(await inStore(fresh, siteVersion));
    for (const [path, bytes] of FILES) expect(readFileSync(join(other.folder, 'files', path))).toEqual(bytes);
    expect(existsSync(join(other.folder, 'files/incoming'))).toBe(false);
    expect(await houselights(['check', ...at(other)])).toEqual(
      expect.objectContaining({
        code: 0,
        out: expect.stringMatching(/^The database is sound, /),
        err: '',
      }),
    );
  });

  test('a restored site takes new reviews, and undoes what was imported before the backup', async () => {
    await furnish(fresh);
    const batch = await inStore(fresh, async (store) =>
      store.engine.read.selectFrom('batches').select('id').executeTakeFirstOrThrow(),
    );
    await houselights(['backup', file, ...at(fresh)]);
    await houselights(['restore', file, ...at(other)]);
    expect(await houselights(['undo', batch.id, ...at(other)])).toMatchObject({ code: 0 });
    const again = join(fresh.folder, 'reviews.json');
    expect((await houselights(['import', again, '--json', ...at(other)])).json()).toMatchObject({
      created: 1,
    });
  });

  test('a site gives way only when asked to, and what was there can be had back', async () => {
    await furnish(fresh);
    await houselights(['backup', file, ...at(fresh)]);
    writeFileSync(
      join(other.folder, 'own.json'),
      filmWithReviews('Own', { author: 'Eve', reviewBody: 'Mine.' }),
    );
    await houselights(['import', join(other.folder, 'own.json'), ...at(other)]);
    const before = await inStore(other, everything);

    const refused = await houselights(['restore', file, '--json', ...at(other)]);
    expect(refused.code).toBe(1);
    expect(refused.json()).toMatchObject({ error: { code: 'has-data' } });
    expect(await inStore(other, everything)).toEqual(before);

    const replaced = (await houselights(['restore', file, '--replace', '--json', ...at(other)])).json();
    const expected = await inStore(fresh, everything);
    expect({ ...(await inStore(other, everything)), kysely_migration: [] }).toEqual({
      ...expected,
      kysely_migration: [],
    });
    const back = await houselights(['restore', String(replaced.aside), '--replace', ...at(other)]);
    expect(back.code).toBe(0);
    expect(await inStore(other, everything)).toEqual(before);
  });

  test('what was deleted for good since stays deleted', async () => {
    await furnish(fresh);
    await houselights(['backup', file, ...at(fresh)]);
    const gone = await inStore(fresh, async (store) => {
      await store.engine.write
        .updateTable('entries')
        .set({ deleted: 1, withheld: 'deleted', everyone: 0 })
        .execute();
      await finishAllDeletions(store.transact, Date.now);
      return store.engine.read.selectFrom('deletions').select('thing_id as id').executeTakeFirstOrThrow();
    });
    const back = (await houselights(['restore', file, '--replace', '--json', ...at(fresh)])).json();
    expect(back).toMatchObject({ rows: expect.any(Number) });
    const after = await inStore(fresh, everything);
    expect(after).toMatchObject({ entries: [], reviews: [], rights: [] });
    expect(after.deletions).toEqual([expect.stringContaining(gone.id)]);
    expect(after.films).toHaveLength(1);
    expect(JSON.stringify({ ...after, batches: [] })).not.toContain('five');
  });

  test('a backup that is cut, damaged, foreign or of another time changes nothing', async () => {
    await furnish(fresh);
    await houselights(['backup', file, ...at(fresh)]);
    await houselights(['undo', 'none', ...at(other)]);
    const before = await inStore(other, everything);
    const packed = readFileSync(file);
    const lines = gunzipSync(packed).toString('utf8').split('\n');
    const begins = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    const flipped = Buffer.from(packed);
    flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 0xff;
    const of = (changed: string[]) => gzipSync(changed.join('\n'));
    const reviewAt = lines.findIndex((line) => line.startsWith('{"table":"reviews"')) + 1;
    const cases: [string, Uint8Array | string, string[]][] = [
      ['cut', packed.subarray(0, packed.length - 1000), ['truncated']],
      ['ended early', of(lines.slice(0, 40)), ['truncated', 'damaged']],
      ['without a row', of(lines.toSpliced(reviewAt, 1)), ['damaged']],
      ['a flipped bit', flipped, ['damaged', 'truncated']],
      ['a text', 'Dear diary', ['not-a-backup']],
      ['a packed text', gzipSync('Dear diary'), ['not-a-backup']],
      ['nothing', '', ['not-a-backup', 'truncated']],
      ['JSON', gzipSync('{"films": []}'), ['not-a-backup']],
      [
        'of a newer version',
        of([JSON.stringify({ ...begins, migrations: ['900-dreams'] })]),
        ['from-the-future'],
      ],
      ['of a newer format', of([JSON.stringify({ ...begins, format: 2 })]), ['from-the-future']],
      ['with a file that is not what its name says', of(otherBytes(lines)), ['damaged']],
      [
        'with a path that leads out',
        of([
          ...lines.slice(0, 1),
          '{"file":"../../out","size":1}',
          '"AA=="',
          '{"end":true,"rows":0,"files":1}',
        ]),
        ['damaged'],
      ],
    ];
    for (const [name, bytes, codes] of cases) {
      const bad = join(fresh.folder, 'bad.jsonl.gz');
      writeFileSync(bad, bytes);
      const { code, json } = await houselights(['restore', bad, '--json', ...at(other)]);
      const { error } = json() as { error: { code: string } };
      expect({ name, code, said: codes.includes(error.code) ? 'as expected' : error }).toEqual({
        name,
        code: 1,
        said: 'as expected',
      });
      expect(await inStore(other, everything)).toEqual(before);
    }
    expect(existsSync(join(other.folder, '../../out'))).toBe(false);
    const nowhere = await houselights(['restore', join(fresh.folder, 'nowhere'), '--json', ...at(other)]);
    expect(nowhere.json()).toMatchObject({ error: { code: 'not-to-be-read' } });
  });

  test('a row that points at none is told by check, with the table', async () => {
    await furnish(fresh);
    await houselights(['backup', file, ...at(fresh)]);
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
    const author = lines.findIndex((line) => line.startsWith('{"table":"authors"')) + 1;
    const ends = lines.findIndex((line) => line.startsWith('{"end"'));
    const { rows, files } = JSON.parse(lines[ends] ?? '') as { rows: number; files: number };
    const fewer = lines.toSpliced(ends, 1, JSON.stringify({ end: true, rows: rows - 1, files }));
    writeFileSync(join(fresh.folder, 'bad.gz'), gzipSync(fewer.toSpliced(author, 1).join('\n')));
    // The transaction itself refuses such a thing, so a backup cannot bring one in.
    expect(await houselights(['restore', join(fresh.folder, 'bad.gz'), ...at(other)])).toMatchObject({
      code: 1,
    });
    await breakKeys(fresh, engine);
    const { code, json } = await houselights(['check', '--json', ...at(fresh)]);
    expect(code).toBe(1);
    expect(json()).toMatchObject({
      sound: false,
      problems: [{ kind: 'dangling', table: 'pins', parent: 'films', rows: 1, message: expect.any(String) }],
    });
  });

  test('a file whose bytes have changed is told by check', async () => {
    await furnish(fresh);
    const [path = ''] = FILES[1] ?? [];
    writeFileSync(join(fresh.folder, 'files', path), 'something else');
    const { code, json } = await houselights(['check', '--json', ...at(fresh)]);
    expect(code).toBe(1);
    expect(json()).toMatchObject({ sound: false, problems: [{ kind: 'damaged', found: path }] });
  });

  test('a file that is there, or a folder that is not, is named and left alone', async () => {
    await furnish(fresh);
    writeFileSync(file, 'precious');
    const { code, err } = await houselights(['backup', file, ...at(fresh)]);
    expect({ code, err }).toEqual({ code: 1, err: `${file} is there already, and is not written over.\n` });
    expect(readFileSync(file, 'utf8')).toBe('precious');
    const nowhere = await houselights(['backup', join(fresh.folder, 'none/site.gz'), '--json', ...at(fresh)]);
    expect(nowhere.json()).toMatchObject({ error: { code: 'not-to-be-written' } });
    expect(readdirSync(fresh.folder).filter((name) => name.includes('part'))).toEqual([]);
  });
});

/** The lines of a backup with one byte of one file changed. */
function otherBytes(lines: readonly string[]): string[] {
  const file = lines.findIndex((line) => line.startsWith('{"file"') && line.includes('"size":6'));
  return lines.with(file + 1, JSON.stringify(Buffer.from([0, 10, 13, 254, 0, 10]).toString('base64')));
}

/** A pin of a film that is not there, as no engine would take it. */
async function breakKeys(fresh: FreshDatabase, engine: 'sqlite' | 'postgres'): Promise<void> {
  const pin = "insert into pins select 'gone', id, 1 from entries limit 1";
  if (engine === 'sqlite') {
    const db = new DatabaseSync(fresh.database, { enableForeignKeyConstraints: false, timeout: 5000 });
    db.exec(pin);
    db.close();
    return;
  }
  const key = 'pins_film_id_fkey';
  const client = new pg.Client({ connectionString: fresh.database });
  await client.connect();
  await client.query(
    `alter table pins drop constraint ${key}; ${pin};
     alter table pins add constraint ${key} foreign key (film_id) references films (id) not valid`,
  );
  await client.end();
}

describeOnBothEngines('a backup of a site that is being written to', (engine) => {
  test('holds one moment: what was written together is there together', async () => {
    const [fresh, other] = [await freshDatabase(engine), await freshDatabase(engine)];
    await furnish(fresh);
    const store = await openStore(fresh.database);
    let written = 0;
    let stop = false;
    const writing = (async () => {
      for (; !stop; written += 1) {
        const n = written;
        await store.transact(async (writer) => {
          const title = `Written meanwhile ${n}`;
          await seedFilm(writer, { title, slug: `written-${n}` }, n);
          await writer.authors.add({ name: title, source: 'jsonld', key: `written:${n}` }, n);
        });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const counts: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const before = written;
      while (written < before + 10) await new Promise((resolve) => setTimeout(resolve, 5));
      const file = join(fresh.folder, `round-${round}.gz`);
      expect(await houselights(['backup', file, ...at(fresh)])).toMatchObject({ code: 0 });
      const replace = round === 0 ? [] : ['--replace'];
      expect(await houselights(['restore', file, ...replace, ...at(other)])).toMatchObject({ code: 0 });
      const { films, authors } = await inStore(other, async ({ engine: { read } }) => ({
        films: await read.selectFrom('films').select('id').where('slug', 'like', 'written-%').execute(),
        authors: await read.selectFrom('authors').select('id').where('key', 'like', 'written:%').execute(),
      }));
      expect(films.length).toBe(authors.length);
      expect(films.length).toBeGreaterThanOrEqual(before + 10);
      counts.push(films.length);
      expect(await houselights(['check', ...at(other)])).toMatchObject({ code: 0 });
    }
    stop = true;
    await writing;
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    await store.close();
    await fresh.drop();
    await other.drop();
  });
});

describeOnBothEngines('a backup of an older version', (engine) => {
  test('is put back as its schema was, and then brought up to date', async () => {
    const fresh = await freshDatabase(engine);
    const file = join(fresh.folder, 'old.gz');
    const lines = [
      {
        houselights: 'backup',
        format: 1,
        made: '2026-11-25T12:00:00.000Z',
        migrations: ['001-foundation', '002-accounts'],
      },
      { table: 'films', columns: ['id', 'slug', 'title', 'title_key', 'canonical_id', 'created', 'updated'] },
      ['b', 'second', 'Second', 'second', 'a', 1, 1],
      ['a', 'first', 'First', 'first', null, 1, 1],
      { table: 'accounts', columns: ['id', 'name', 'email', 'emailVerified', 'createdAt', 'updatedAt'] },
      ['1', 'Ada', 'ada@example.org', 1, '2026-11-25', '2026-11-25'],
      { table: 'sessions', columns: ['id', 'userId', 'token', 'expiresAt', 'createdAt', 'updatedAt'] },
      ['1', '1', 'a token that lay open', '2027-11-25', '2026-11-25', '2026-11-25'],
      { end: true, rows: 4, files: 0 },
    ];
    writeFileSync(file, gzipSync(lines.map((line) => JSON.stringify(line)).join('\n')));
    expect(await houselights(['restore', file, ...at(fresh)])).toMatchObject({ code: 0, err: '' });
    const after = await inStore(fresh, everything);
    expect(after.films).toHaveLength(2);
    // A later migration ends sessions whose tokens lay open, and makes tables the backup knew nothing of.
    expect(after).toMatchObject({ sessions: [], deletions: [] });
    expect(await houselights(['check', ...at(fresh)])).toMatchObject({ code: 0 });
    await fresh.drop();
  });
});

describeWithPostgres('moving a site', () => {
  test('from SQLite to PostgreSQL and back leaves every row as it was', async () => {
    const sqlite = await freshDatabase('sqlite');
    const postgres = await freshDatabase('postgres');
    const home = await freshDatabase('sqlite');
    await furnishWhole(sqlite);
    const [there, back] = [join(sqlite.folder, 'there.gz'), join(sqlite.folder, 'back.gz')];
    await houselights(['backup', there, ...at(sqlite)]);
    expect(await houselights(['restore', there, ...at(postgres)])).toMatchObject({ code: 0, err: '' });
    await houselights(['backup', back, ...at(postgres)]);
    expect(await houselights(['restore', back, ...at(home)])).toMatchObject({ code: 0, err: '' });
    const before = await inStore(sqlite, everything);
    expect({ ...(await inStore(home, everything)), kysely_migration: [] }).toEqual({
      ...before,
      kysely_migration: [],
    });
    for (const one of [sqlite, postgres, home]) await one.drop();
  });
});
