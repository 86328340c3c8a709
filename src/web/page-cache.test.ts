import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openKeptPages } from '../store/kept-pages.ts';
import { openPageCache, type Shelf } from './page-cache.ts';
import type { Ready } from './reply.ts';

/** A page of four kilobytes, some fifteen of which fit into the memory of these tests. */
const SIZE = 90_000;
const MANY = Array.from({ length: 100 }, (_, n) => `/film/${n}`);
const made = (page: string): Ready => ({
  status: 200,
  headers: { 'x-page': page },
  body: new Uint8Array(4000).fill(page.length),
  cookies: [],
});

/** Keeps many pages, as requests would: the process turns to other things in between. */
async function keepMany(cache: ReturnType<typeof openPageCache>, etag = '"1"'): Promise<void> {
  for (const page of MANY) {
    cache.set(page, etag, made(page));
    await turn();
  }
}

/** A shelf in memory that counts. */
function shelf(broken: () => boolean = () => false) {
  const pages = new Map<string, Pick<Ready, 'headers' | 'body'>>();
  const told = { put: 0, closed: 0 };
  const open = (): Shelf => ({
    get: (page, etag) => pages.get(`${page} ${etag}`),
    put(some) {
      if (broken()) throw new Error('No space is left.');
      for (const { page, etag, headers, body } of some) pages.set(`${page} ${etag}`, { headers, body });
      told.put += some.length;
    },
    close() {
      told.closed += 1;
    },
  });
  return { open, told };
}

test('what memory has no room for comes back from the shelf, and is put there once', async () => {
  const { open, told } = shelf();
  const cache = openPageCache({ size: SIZE, shelf: open });
  await keepMany(cache);
  expect(MANY.map((page) => cache.get(page, '"1"'))).toEqual(MANY.map(made));
  await turn();
  expect(MANY.map((page) => cache.get(page, '"1"'))).toEqual(MANY.map(made));
  await turn();
  expect(told.put).toBeGreaterThan(0);
  expect(told.put).toBeLessThanOrEqual(MANY.length);
  expect(MANY.filter((page) => cache.get(page, '"2"'))).toEqual([]);
});

test('a shelf is opened once there is something to put on it', async () => {
  let opened = 0;
  const { open, told } = shelf();
  const cache = openPageCache({
    size: SIZE,
    shelf: () => {
      opened += 1;
      return open();
    },
  });
  for (let times = 0; times < 10; times += 1) cache.set('/film/0', `"${times}"`, made('/film/0'));
  await turn();
  expect(opened).toBe(0);
  await keepMany(cache);
  cache.close();
  expect([opened, told.closed]).toEqual([1, 1]);
});

test('a shelf that fails is told of once and let go of; memory goes on', async () => {
  let full = false;
  const { open, told } = shelf(() => full);
  const failures: unknown[] = [];
  const cache = openPageCache({ size: SIZE, shelf: open, failed: (error) => failures.push(error) });
  await keepMany(cache);
  full = true;
  await keepMany(cache, '"2"');
  await keepMany(cache, '"3"');
  expect([failures.length, told.closed]).toEqual([1, 1]);
  expect(cache.get(MANY[0]!, '"3"')).toBeUndefined();
  expect(cache.get(MANY.at(-1)!, '"3"')).toEqual(made(MANY.at(-1)!));
});

test('where nothing can be written, memory is all there is', async () => {
  const failures: unknown[] = [];
  const cache = openPageCache({
    size: SIZE,
    shelf: () => openKeptPages('/nowhere/at-all'),
    failed: (error) => failures.push(error),
  });
  await keepMany(cache);
  expect(failures.length).toBe(1);
  expect(cache.get(MANY.at(-1)!, '"1"')).toEqual(made(MANY.at(-1)!));
});
