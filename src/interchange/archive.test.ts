import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ArchiveLimits, type ExportFile, openFolder } from './archive.ts';
import { Refusal } from './row.ts';

const LIMITS: ArchiveLimits = { inflated: 1000, files: 50, lines: 1000, ratio: 100 };
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'houselights-folder-'));
  mkdirSync(join(root, 'lists'));
  writeFileSync(join(root, 'diary.csv'), 'Date,Name');
  writeFileSync(join(root, 'lists', 'best.csv'), 'Position,Name');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a folder is read by paths with slashes, and counted', async () => {
  const opened = await openFolder(root, LIMITS);
  expect(opened.files.map(({ path }) => path)).toEqual(['diary.csv', 'lists/best.csv']);
  expect(await textOf(opened.files[1])).toBe('Position,Name');
  expect(await refusedWith(openFolder(root, { ...LIMITS, inflated: 10 }))).toMatchObject({
    code: 'too-large',
    details: { inside: 10 },
  });
  expect(await refusedWith(openFolder(root, { ...LIMITS, files: 1 }))).toMatchObject({
    code: 'too-large',
    details: { files: 1 },
  });
});

test('links in a folder are not followed, and what programs put beside files is not read', async () => {
  symlinkSync('/etc/passwd', join(root, 'ratings.csv'));
  symlinkSync('/', join(root, 'everything'));
  writeFileSync(join(root, '.DS_Store'), 'x');
  const opened = await openFolder(root, LIMITS);
  expect(opened.files.map(({ path }) => path)).toEqual(['diary.csv', 'lists/best.csv']);
});

test('a folder with more in it than any export is left after the first names', async () => {
  for (let n = 0; n < 160; n += 1) mkdirSync(join(root, 'lists', `${n}`));
  const refused = await refusedWith(openFolder(root, LIMITS));
  for (let n = 0; n < 160; n += 1) rmSync(join(root, 'lists', `${n}`), { recursive: true });
  expect(refused).toMatchObject({ code: 'too-large' });
});

test('a file that grows while it is read, or that goes, is refused by a sentence', async () => {
  writeFileSync(join(root, 'watched.csv'), 'Name');
  writeFileSync(join(root, 'watchlist.csv'), 'Name');
  const { files } = await openFolder(root, LIMITS);
  const file = (name: string) => files.find(({ path }) => path === name);
  appendFileSync(join(root, 'watched.csv'), 'x'.repeat(2000));
  rmSync(join(root, 'watchlist.csv'));
  expect(await refusedWith(textOf(file('watched.csv')))).toMatchObject({ code: 'too-large' });
  expect(await refusedWith(textOf(file('watchlist.csv')))).toMatchObject({
    code: 'unreadable-file',
    details: { reason: 'missing' },
  });
});

async function refusedWith(work: Promise<unknown>): Promise<Refusal | null> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof Refusal ? error : null;
}

async function textOf(file: ExportFile | undefined): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file?.pieces() ?? []) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
