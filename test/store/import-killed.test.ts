import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportStore, LEASE } from '../../src/interchange/hold.ts';
import { importRead, readFiles } from '../../src/interchange/import.ts';
import { fileAtHand } from '../../src/interchange/input.ts';
import { sweepBatches } from '../../src/interchange/sweep.ts';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { clock, differences, dump, importing, movie, OWNER, review, stars } from './importing.ts';
import { dyingAfter, Killed, shape } from './killing.ts';

const now = clock();
const GIVEN = { ...OWNER, now };
/** A clock by which whoever held a batch has long been silent. */
const later = () => now() + 2 * LEASE;

const url = (n: number) => `https://reels.example/${n}`;
const reels = (words: string, more: object) =>
  movie(
    'Forty Reels',
    Array.from({ length: 40 }, (_, n) =>
      review(`Somebody ${n}`, `${words} ${n}`, { ...stars(1 + (n % 5)), url: url(n) }),
    ),
    more,
  );
const FIRST = [reels('Before', { datePublished: '1961' })];
const SECOND = [
  reels('After', {
    datePublished: '1961',
    duration: 'PT80M',
    director: 'Ottoline Varga',
    sameAs: 'https://www.imdb.com/title/tt9990021/',
  }),
  movie(
    'Sixty Newcomers',
    Array.from({ length: 60 }, (_, n) => review(`Somebody ${n}`, `Said ${n}.`, stars(4))),
  ),
  movie('Saltmarsh', [review('Ada Quill', 'Tidal.', stars(4))], {
    director: ['Ottoline Varga', 'Ines Bell'],
  }),
];
const read = () => readFiles([fileAtHand('reviews.jsonld', Buffer.from(JSON.stringify(SECOND)))]);

describeOnBothEngines('An import whose process is killed', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ store, drop } = await freshStore(engine));
    await importing(store, FIRST);
  });
  afterAll(() => drop());

  test('at any moment, is swept away or ended, and can be repeated as if nothing had happened', async () => {
    const before = await dump(store);
    const never = await importRead(store, await read(), GIVEN);
    expect(never).toMatchObject({ rows: 101, created: 61, updated: 40 });
    const whole = shape(await dump(store));
    expect(await undo(store, never.batch!, now)).toMatchObject({ kept: [] });
    expect(differences(await dump(store), before)).toEqual([]);

    for (let transactions = 0, stride = 0; ; transactions += stride) {
      // Closer at the beginning, where most different things happen.
      stride += 1;
      const dying = dyingAfter(store, transactions);
      const report = await importRead(dying, await read(), GIVEN).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Killed);
        return null;
      });
      const [batch] = await store.reader.batches.unfinished();
      // Whoever looks while the holder may still live leaves it alone.
      expect(await sweepBatches(store, now)).toBe(0);
      expect(await sweepBatches(store, later)).toBe(batch ? 1 : 0);
      expect(await store.reader.batches.unfinished()).toEqual([]);
      const after = await dump(store);
      if (report || batch?.state === 'done') {
        expect(differences(shape(after), whole)).toEqual([]);
      } else {
        expect(differences(after, before)).toEqual([]);
        if (batch) await expect(undo(store, batch.id, now)).rejects.toMatchObject({ code: 'never-shown' });
      }
      const again = await importRead(store, await read(), GIVEN);
      expect(again).toMatchObject({ rows: 101, rejected: 0, unmatched: 0 });
      expect(differences(shape(await dump(store)), whole)).toEqual([]);
      const done = (await store.reader.batches.list(2)).filter(
        (one) => one.state === 'done' && one.report.rows === 101,
      );
      for (const { id } of done) await undo(store, id, now);
      expect(differences(await dump(store), before)).toEqual([]);
      if (report) break;
    }
  }, 120_000);

  test('in the moment it has become visible, is ended by whoever comes next', async () => {
    const before = await dump(store);
    let visible = false;
    const dying: ImportStore = {
      reader: store.reader,
      transact: async (work) => {
        if (visible) throw new Killed();
        const value = await store.transact(work);
        visible = (await store.reader.batches.unfinished()).some(({ state }) => state === 'done');
        return value;
      },
    };
    await expect(importRead(dying, await read(), GIVEN)).rejects.toBeInstanceOf(Killed);
    const [batch] = await store.reader.batches.unfinished();
    expect(batch).toMatchObject({ state: 'done', report: { created: 61, updated: 40 } });
    expect(await sweepBatches(store, later)).toBe(1);
    expect(await importRead(store, await read(), GIVEN)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 101,
    });
    await undo(store, batch!.id, now);
    expect(differences(await dump(store), before)).toEqual([]);
  });

  test('an undo that is killed at any moment is carried on', async () => {
    const before = await dump(store);
    for (let transactions = 1, stride = 0; ; transactions += stride) {
      stride += 1;
      const { batch } = await importRead(store, await read(), GIVEN);
      const report = await undo(dyingAfter(store, transactions), batch!, now).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Killed);
        return null;
      });
      await sweepBatches(store, later);
      expect(differences(await dump(store), before)).toEqual([]);
      expect((await store.reader.batches.byId(batch!))?.state).toBe('undone');
      if (report) break;
    }
  }, 120_000);

  test('whoever only slept finds that the batch is no longer theirs, and writes nothing more', async () => {
    const before = await dump(store);
    let steps = 0;
    const sleeping: ImportStore = {
      reader: store.reader,
      transact: async (work) => {
        steps += 1;
        // While it sleeps another process takes it for dead, and takes back what there is.
        if (steps === 3) await sweepBatches(store, later);
        return store.transact(work);
      },
    };
    await expect(importRead(sleeping, await read(), GIVEN)).rejects.toMatchObject({ code: 'batch-lost' });
    expect(differences(await dump(store), before)).toEqual([]);
    expect(await store.reader.batches.unfinished()).toEqual([]);
  });

  test('whose transactions all have to be run twice, comes to the same', async () => {
    const before = await dump(store);
    const never = await importRead(store, await read(), GIVEN);
    const whole = shape(await dump(store));
    await undo(store, never.batch!, now);
    const stumbling: ImportStore = {
      reader: store.reader,
      transact: async (work) => {
        const tried = store.transact(async (writer) => {
          await work(writer);
          throw new Killed();
        });
        await expect(tried).rejects.toBeInstanceOf(Killed);
        return store.transact(work);
      },
    };
    const report = await importRead(stumbling, await read(), GIVEN);
    expect(report).toEqual({ ...never, batch: report.batch });
    expect(differences(shape(await dump(store)), whole)).toEqual([]);
    await undo(store, report.batch!, now);
    expect(differences(await dump(store), before)).toEqual([]);
  });

  test('two at once: one waits until the other is done, or says so when that takes too long', async () => {
    const before = await dump(store);
    const two = [importRead(store, await read(), GIVEN), importRead(store, await read(), GIVEN)];
    const reports = await Promise.all(two);
    expect(reports.map(({ created }) => created).sort()).toEqual([0, 61]);
    const done = (await store.reader.batches.list(2)).filter((one) => one.state === 'done');
    for (const { id } of done) await undo(store, id, now);
    expect(differences(await dump(store), before)).toEqual([]);

    const held = dyingAfter(store, 2);
    await expect(importRead(held, await read(), GIVEN)).rejects.toBeInstanceOf(Killed);
    const refused = await importRead(store, await read(), { ...GIVEN, patience: 0 });
    expect(refused).toMatchObject({
      batch: null,
      rows: 101,
      rejected: 101,
      problems: [{ code: 'another-running' }],
    });
    await sweepBatches(store, later);
    expect(differences(await dump(store), before)).toEqual([]);
  });
});
