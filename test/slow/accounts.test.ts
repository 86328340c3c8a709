import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importAccount } from '../../src/interchange/account/import.ts';
import { COMMAND_LIMITS, openFolder } from '../../src/interchange/archive.ts';
import { findLetterboxd } from '../../src/interchange/formats/letterboxd/export.ts';
import { undo } from '../../src/interchange/undo.ts';
import { describeWithShared, shared } from '../engines/shared.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { clock, dump } from '../store/importing.ts';

describeOnBothEngines('real accounts', (engine) => {
  describeWithShared('each comes once, twice changes nothing, and goes without a trace', () => {
    test.each(readdirSync(shared('data/letterboxd')))('%s', { timeout: 300_000 }, async (name) => {
      const { store, drop } = await freshStore(engine);
      try {
        const folder = await openFolder(shared(`data/letterboxd/${name}`), COMMAND_LIMITS);
        const found = findLetterboxd(folder, { removed: false });
        if (!found) throw new Error(`${name} is not known as an export`);
        const account = { found, fileName: 'letterboxd-somebody-2025-01-01.zip' };
        const options = {
          asMember: null,
          memberId: null,
          visibility: 'everyone' as const,
          word: 'Mine.',
          now: clock(),
        };
        const before = await dump(store);
        const began = performance.now();
        const first = await importAccount(store, account, options);
        const seconds = (performance.now() - began) / 1000;
        const { rows, created, updated, unchanged, unmatched, rejected } = first;
        const megabytes = Math.round(process.memoryUsage().rss / 1e6);
        console.info(
          [
            engine,
            name,
            rows,
            created,
            updated,
            unchanged,
            unmatched,
            rejected,
            `${seconds.toFixed(1)} s`,
            `${megabytes} MB`,
          ].join(' | '),
        );
        expect((created + unchanged) / rows).toBeGreaterThan(0.95);
        const again = await importAccount(store, account, options);
        expect([again.created, again.updated]).toEqual([0, 0]);
        for (const batch of [again.batch, first.batch])
          expect((await undo(store, batch ?? '', options.now)).kept).toEqual([]);
        expect(await dump(store)).toEqual(before);
      } finally {
        await drop();
      }
    });
  }, ['data/letterboxd']);
});
