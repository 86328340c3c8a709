import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { READER } from '../../src/domain/viewer.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { describeOnBothEngines, type FreshDatabase, freshDatabase } from '../engines/store.ts';
import { filmWithReviews } from './command.ts';

const COMMAND = fileURLToPath(new URL('../../bin/houselights.js', import.meta.url));
const REVIEWS = 1200;
const MANY = filmWithReviews(
  'The Long Reel',
  ...Array.from({ length: REVIEWS }, (_, n) => ({
    author: `Somebody ${n}`,
    reviewBody: `Reel ${n} is longer than the one before. `.repeat(8),
    reviewRating: { ratingValue: (n % 5) + 1 },
  })),
);

describeOnBothEngines('an import whose process is killed', (engine) => {
  let fresh: FreshDatabase;
  let store: Store;
  let path: string;
  const running: ChildProcess[] = [];
  beforeEach(async () => {
    fresh = await freshDatabase(engine);
    store = await openStore(fresh.database);
    path = join(fresh.folder, 'many.jsonld');
    writeFileSync(path, MANY);
  });
  afterEach(async () => {
    for (const child of running.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await store.close();
    await fresh.drop();
  });

  const start = (...argv: string[]) => {
    const child = spawn(
      process.execPath,
      [COMMAND, ...argv, '--data', fresh.folder, '--database', fresh.database],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    running.push(child);
    let out = '';
    let err = '';
    child.stdout?.on('data', (text) => {
      out += text;
    });
    child.stderr?.on('data', (text) => {
      err += text;
    });
    const ended = once(child, 'close').then(([code, signal]) => ({ code: code ?? signal, out, err }));
    /** Waits for something that only a command that still runs can bring about. */
    const until = async (isSo: () => boolean | Promise<boolean>) => {
      while (!(await isSo())) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`The command ended early: ${JSON.stringify(await ended)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    return {
      child,
      ended,
      ready: () => until(() => out.includes('http://')),
      midway: () => until(async () => (await count('entries')) > 100),
      until,
    };
  };
  const count = async (table: 'entries' | 'films' | 'authors' | 'marks'): Promise<number> => {
    const { n } = await store.engine.read
      .selectFrom(table)
      .select((eb) => eb.fn.countAll().as('n'))
      .executeTakeFirstOrThrow();
    return Number(n);
  };
  const nothingIsLeft = async () => {
    expect(await store.reader.batches.unfinished()).toEqual([]);
    expect(await Promise.all((['entries', 'films', 'authors', 'marks'] as const).map(count))).toEqual([
      0, 0, 0, 0,
    ]);
  };
  /** As when ten seconds have gone by in which nobody said that the import lives. */
  const leaseRunsOut = () => store.engine.write.updateTable('batches').set({ lease: 0 }).execute();

  test('shows nothing of it, is cleared away when the site starts, and can be repeated', async () => {
    const killed = start('import', path);
    await killed.midway();
    killed.child.kill('SIGKILL');
    expect((await killed.ended).code).toBe('SIGKILL');
    expect(await count('entries')).toBeLessThan(REVIEWS);
    expect(await store.reader.batches.unfinished()).toMatchObject([{ state: 'staging' }]);
    expect(await store.reader.reviews.newest(READER, 5)).toEqual([]);

    await leaseRunsOut();
    const site = start('serve', '--port', '0');
    await site.ready();
    await site.until(async () => (await store.reader.batches.unfinished()).length === 0);
    await nothingIsLeft();

    const again = await start('import', path, '--json').ended;
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ rows: REVIEWS, created: REVIEWS, problemsTotal: 0 });
    expect(await count('entries')).toBe(REVIEWS);
    site.child.kill('SIGTERM');
    expect((await site.ended).code).toBe(0);
  }, 120_000);

  test('is cleared away by the next import too', async () => {
    const killed = start('import', path);
    await killed.midway();
    killed.child.kill('SIGKILL');
    await killed.ended;
    await leaseRunsOut();
    const again = await start('import', path, '--json').ended;
    expect(JSON.parse(again.out)).toMatchObject({ rows: REVIEWS, created: REVIEWS });
    expect(await count('entries')).toBe(REVIEWS);
    expect(await count('films')).toBe(1);
  }, 120_000);

  test('one that lives is left alone by a site that starts meanwhile', async () => {
    const living = start('import', path, '--json');
    await living.midway();
    const site = start('serve', '--port', '0');
    await site.ready();
    const { code, out } = await living.ended;
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ rows: REVIEWS, created: REVIEWS });
    expect(await count('entries')).toBe(REVIEWS);
  }, 120_000);
});
