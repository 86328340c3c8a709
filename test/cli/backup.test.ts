import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { finishAllDeletions } from '../../src/jobs/final-deletion.ts';
import { openStore } from '../../src/store/open.ts';
import { describeOnBothEngines, type FreshDatabase, freshDatabase } from '../engines/store.ts';
import { seedFilm } from '../store/seed-film.ts';
import {
  at,
  dropBoth,
  everything,
  FILES,
  furnish,
  furnishWhole,
  inStore,
  siteVersion,
  twoPlaces,
} from './backed-up.ts';
import { filmWithReviews, houselights } from './command.ts';

vi.setConfig({ testTimeout: 90_000 });

describeOnBothEngines('houselights backup and restore', (engine) => {
  let fresh: FreshDatabase;
  let other: FreshDatabase;
  let file: string;
  beforeEach(async () => {
    ({ fresh, other, file } = await twoPlaces(engine));
  });
  afterEach(() => dropBoth(fresh, other));

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
    expect(readdirSync(join(other.folder, 'files/incoming'))).toEqual([]);
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

  test('a file that is there, or a folder that is not, is named and left alone', async () => {
    await furnish(fresh);
    writeFileSync(file, 'precious');
    const { code, err } = await houselights(['backup', file, ...at(fresh)]);
    expect({ code, err }).toEqual({ code: 1, err: `${file} is there already, and is not written over.\n` });
    expect(readFileSync(file, 'utf8')).toBe('precious');
    const nowhere = await houselights(['backup', join(fresh.folder, 'none/site.gz'), '--json', ...at(fresh)]);
    const message = `${join(fresh.folder, 'none/site.gz')} cannot be written: there is no such file or folder.`;
    expect(nowhere.json()).toMatchObject({ error: { code: 'not-to-be-written', message } });
    expect(readdirSync(fresh.folder).filter((name) => name.includes('part'))).toEqual([]);
  });
});

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
        // Somebody who writes fifty times a second, and not one who never lets go.
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
