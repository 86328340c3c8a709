import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type ZipPart, zipBytes } from '../../../test/attacks/zip-bytes.ts';
import { ACCOUNT } from '../../../test/store/letterboxd-files.ts';
import { PAGE_LIMITS } from '../archive.ts';
import { openAccount } from './open.ts';

const folder = mkdtempSync(join(tmpdir(), 'houselights-open-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GOOD: ZipPart[] = Object.entries(ACCOUNT).map(([name, content]) => ({ name, content }));
const opening = (parts: ZipPart[], limits = PAGE_LIMITS) => {
  const path = join(folder, 'export.zip');
  writeFileSync(path, zipBytes(parts));
  return openAccount(path, limits, { removed: false });
};

test('an export of more lines than are taken is refused, however short they are', async () => {
  await expect(opening(GOOD, { ...PAGE_LIMITS, lines: 20 })).rejects.toMatchObject({
    code: 'too-large',
    details: { lines: 20 },
  });
  const opened = await opening(GOOD);
  expect(opened?.account.found.files).toHaveLength(9);
  await opened?.close();
});

test('a file that cannot be read to its end is left whole, and named', async () => {
  const parts = GOOD.map((part) =>
    part.name === 'diary.csv'
      ? { ...part, sum: 1 }
      : part.name === 'watched.csv'
        ? { ...part, content: Buffer.alloc(99) }
        : part,
  );
  const opened = await opening(parts);
  expect(opened?.account.found.left).toEqual(
    expect.arrayContaining([
      { file: 'diary.csv', code: 'archive-broken', details: { name: 'diary.csv' } },
      { file: 'watched.csv', code: 'nul-bytes', details: {} },
    ]),
  );
  expect(opened?.account.found.files.map(({ name }) => name)).not.toContain('diary.csv');
  await opened?.close();
});

test('a zip with a zip inside is not opened any deeper, and a zip of anything else is no export', async () => {
  const inner = zipBytes(GOOD);
  await expect(opening([{ name: 'export.ZIP', content: inner, method: 0 }])).rejects.toMatchObject({
    code: 'unknown-format',
    details: { kind: 'zip-inside' },
  });
  expect(await opening([{ name: 'holiday.txt', content: 'Sun.' }])).toBeNull();
});
