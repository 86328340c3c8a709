import { mkdtempSync, readdirSync, readlinkSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type KeptPages, openKeptPages } from './kept-pages.ts';

let folder: string;
const opened: KeptPages[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'houselights-kept-'));
});
afterEach(() => {
  for (const pages of opened.splice(0)) pages.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (most?: number) => {
  const pages = openKeptPages(folder, most);
  opened.push(pages);
  return pages;
};
const made = (page: string, etag = '"1"', length = 4000) => ({
  page,
  etag,
  headers: { etag, 'content-language': 'fa' },
  body: new Uint8Array(length).fill(page.length),
});

test('a page comes back as it was, and no other version of it', () => {
  const pages = open();
  pages.put([made('/a'), made('/film/b', '"2"'), { ...made('/none'), body: null }]);
  const { headers, body } = made('/film/b', '"2"');
  expect(pages.get('/film/b', '"2"')).toEqual({ headers, body });
  expect(pages.get('/film/b', '"1"')).toBeUndefined();
  expect(pages.get('/film/c', '"2"')).toBeUndefined();
  expect(pages.get('/none', '"1"')?.body).toBeNull();
});

test('a new version takes the place of the former', () => {
  const pages = open();
  pages.put([made('/a', '"1"')]);
  pages.put([made('/a', '"2"')]);
  expect([pages.get('/a', '"1"'), pages.get('/a', '"2"')?.headers.etag]).toEqual([undefined, '"2"']);
});

test('what was written longest ago makes room', () => {
  const pages = open(1_000_000);
  const names = Array.from({ length: 1000 }, (_, n) => `/film/${n}`);
  for (let from = 0; from < names.length; from += 20)
    pages.put(names.slice(from, from + 20).map((name) => made(name)));
  const left = names.map((name) => pages.get(name, '"1"') !== undefined);
  const first = left.indexOf(true);
  expect(left.slice(first)).not.toContain(false);
  // Whatever SQLite needs beside the bytes of the pages counts too.
  expect(left.length - first).toBeGreaterThan(100);
  expect(left.length - first).toBeLessThan(250);
});

test('nobody finds the file, and several at once have one each', () => {
  const pages = [open(), open()] as const;
  pages[0].put([made('/a', '"1"')]);
  pages[1].put([made('/a', '"2"')]);
  expect(readdirSync(folder)).toEqual([]);
  expect(pages.map((each) => each.get('/a', '"1"') !== undefined)).toEqual([true, false]);
});

test('what a process left that was killed while it began is taken away', () => {
  writeFileSync(join(folder, 'kept-pages-0123.tmp'), 'half');
  writeFileSync(join(folder, 'houselights.sqlite'), 'the site');
  open();
  expect(readdirSync(folder)).toEqual(['houselights.sqlite']);
});

test.runIf(process.platform === 'linux')('a broken file is told of', () => {
  const pages = open();
  const names = Array.from({ length: 1000 }, (_, n) => `/film/${n}`);
  pages.put(names.map((name) => made(name)));
  const file = readdirSync('/proc/self/fd')
    .map((fd) => `/proc/self/fd/${fd}`)
    .find((fd) => target(fd).startsWith(join(folder, 'kept-pages')));
  truncateSync(file ?? '', 20_000);
  expect(() => names.map((name) => pages.get(name, '"1"'))).toThrow(/malformed|disk/);
});

function target(fd: string): string {
  try {
    return readlinkSync(fd);
  } catch {
    return '';
  }
}
