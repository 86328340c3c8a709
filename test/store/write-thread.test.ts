import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { READER } from '../../src/domain/viewer.ts';
import { openStore } from '../../src/store/open.ts';
import { freshDatabase } from '../engines/store.ts';
import { seedFilm } from './seed-film.ts';

/** Another process that takes the write lock, says so, and gives it back when its input ends. */
const HOLDER = `
import { DatabaseSync } from 'node:sqlite';
const db = new DatabaseSync(process.argv[1], { timeout: 5000 });
db.exec('BEGIN IMMEDIATE');
process.stdout.write('held');
process.stdin.on('end', () => { db.exec('ROLLBACK'); db.close(); process.exit(0); }).resume();
`;

describe('the write thread', () => {
  const cleanups: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  async function heldByAnother(): Promise<{ store: Awaited<ReturnType<typeof openStore>>; letGo(): void }> {
    const fresh = await freshDatabase('sqlite');
    cleanups.push(() => fresh.drop());
    const store = await openStore(fresh.database);
    cleanups.push(() => store.close());
    const holder: ChildProcess = spawn(
      process.execPath,
      ['--input-type=module', '-e', HOLDER, fresh.database],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    cleanups.push(() => void holder.kill('SIGKILL'));
    await once(holder.stdout!, 'data');
    return { store, letGo: () => void holder.stdin!.end() };
  }

  test('readers are answered and the event loop turns while another process holds the write lock', async () => {
    const { store, letGo } = await heldByAnother();
    let written = false;
    const writing = store
      .transact((writer) => seedFilm(writer, { title: 'Nosferatu', slug: 'nosferatu' }, 1))
      .then(() => {
        written = true;
      });
    // Three seconds of the lock being held, told by turns of the loop and not by one long wait.
    let answered = 0;
    for (const until = Date.now() + 3000; Date.now() < until; ) {
      await store.reader.reviews.newest(READER, 5);
      answered += 1;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(answered).toBeGreaterThan(50);
    expect(written).toBe(false);
    letGo();
    await writing;
    expect(await store.reader.films.key('nosferatu')).not.toBeNull();
  });

  test('a transaction that fails leaves nothing, and its effects are not run', async () => {
    const fresh = await freshDatabase('sqlite');
    cleanups.push(() => fresh.drop());
    const store = await openStore(fresh.database);
    cleanups.push(() => store.close());
    let ran = false;
    const failing = store.transact(async (writer) => {
      await seedFilm(writer, { title: 'Nosferatu', slug: 'nosferatu' }, 1);
      writer.afterCommit(() => {
        ran = true;
      });
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await store.reader.films.key('nosferatu')).toBeNull();
    expect(ran).toBe(false);
  });

  test('two transactions never mix: the second sees all of the first or nothing', async () => {
    const fresh = await freshDatabase('sqlite');
    cleanups.push(() => fresh.drop());
    const store = await openStore(fresh.database);
    cleanups.push(() => store.close());
    const raise = () => store.transact((writer) => writer.versions.raise('site', 'films'));
    await Promise.all(Array.from({ length: 40 }, raise));
    expect(await store.reader.versions.of('site', 'films')).toEqual([40, 40]);
  });
});
