import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeMember } from '../../src/domain/member.ts';
import { importAccount } from '../../src/interchange/account/import.ts';
import { type ImportStore, LEASE } from '../../src/interchange/hold.ts';
import { sweepBatches } from '../../src/interchange/sweep.ts';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { clock, differences, dump } from './importing.ts';
import { dyingAfter, Killed, shape } from './killing.ts';
import { exportOf, NEWER, OLDER } from './letterboxd-files.ts';

const now = clock();
/** A clock by which whoever held a batch has long been silent. */
const later = () => now() + 2 * LEASE;

describeOnBothEngines('An import of an account whose process is killed', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  let ana: string;
  beforeAll(async () => {
    ({ store, drop } = await freshStore(engine));
    const member = { accountId: null, name: 'Ana', username: 'ana', role: 'member' as const };
    ana = (await store.transact((writer) => makeMember(writer, member, 1))).id;
    await bring(store, OLDER);
  });
  afterAll(() => drop());

  const bring = (to: ImportStore, files: Record<string, string>) => {
    const options = { asMember: ana, memberId: ana, visibility: 'everyone' as const, word: 'Mine.', now };
    return importAccount(to, { found: exportOf(files), fileName: 'x.zip' }, options);
  };

  test('at any moment, comes to the same when it is run again, and nothing is doubled or lost', async () => {
    const before = await dump(store);
    const never = await bring(store, NEWER);
    const whole = shape(await dump(store));
    await undo(store, never.batch ?? '', now);
    expect(differences(await dump(store), before)).toEqual([]);

    for (let transactions = 0, stride = 0; ; transactions += stride) {
      // Closer at the beginning, where most different things happen.
      stride += 1;
      const report = await bring(dyingAfter(store, transactions), NEWER).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Killed);
        return null;
      });
      const [batch] = await store.reader.batches.unfinished();
      await sweepBatches(store, later);
      const swept = await dump(store);
      const visible = report !== null || batch?.state === 'done';
      expect(differences(visible ? shape(swept) : swept, visible ? whole : before)).toEqual([]);
      const again = await bring(store, NEWER);
      const { rows, created, updated, unchanged } = again;
      expect([rows, created + updated + unchanged]).toEqual([15, 15]);
      if (visible) expect([created, updated]).toEqual([0, 0]);
      expect(differences(shape(await dump(store)), whole)).toEqual([]);
      for (const { id, state } of await store.reader.batches.list(2))
        if (state === 'done' && (id === again.batch || id === batch?.id || id === report?.batch))
          await undo(store, id, now);
      expect(differences(await dump(store), before)).toEqual([]);
      if (report) break;
    }
  });

  test('and so does its undoing', async () => {
    const before = await dump(store);
    for (let transactions = 1, stride = 0; ; transactions += stride) {
      stride += 1;
      const { batch } = await bring(store, NEWER);
      const report = await undo(dyingAfter(store, transactions), batch ?? '', now).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Killed);
        return null;
      });
      await sweepBatches(store, later);
      expect(differences(await dump(store), before)).toEqual([]);
      if (report) break;
    }
  });
});
