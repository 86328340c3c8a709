import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deflatedMegabytes, type ZipPart, zipBytes } from '../attacks/zip-bytes.ts';
import { ACCOUNT } from '../store/letterboxd-files.ts';
import { houselights } from './command.ts';

const ESCAPES = '\u001b[2J\u009b31m\u202e\u2028';
const GOOD: ZipPart[] = Object.entries(ACCOUNT).map(([name, content]) => ({ name, content, flags: 0x800 }));
const BOMB: ZipPart = { name: 'lists/b.csv', packed: deflatedMegabytes(15) };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'houselights-hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const where = () => ['--data', join(folder, 'data')];
const bring = async (bytes: Buffer, ...more: string[]) => {
  const path = join(folder, 'letterboxd-rosa_w-2024-05-01.zip');
  writeFileSync(path, bytes);
  return houselights(['import', path, ...more, ...where()]);
};

test.each<[string, string, () => Buffer]>([
  ['a flat bomb', 'archive-unsafe', () => zipBytes([...GOOD, { ...BOMB, size: 15_000_000 }])],
  ['a bomb that lies', 'archive-unsafe', () => zipBytes([...GOOD, { ...BOMB, size: 1000 }])],
  ['a zip of zips', 'unknown-format', () => zipBytes([{ name: 'deeper.zip', content: zipBytes(GOOD) }])],
  ['a zip with a password', 'archive-locked', () => zipBytes([...GOOD, { name: 'x', flags: 1 }])],
  ['a zip packed in some other way', 'archive-method', () => zipBytes([...GOOD, { name: 'x', method: 93 }])],
  ['a path out of the zip', 'archive-unsafe', () => zipBytes([...GOOD, { name: '../../x.csv' }])],
  ['half a zip', 'archive-broken', () => zipBytes(GOOD).subarray(0, 700)],
])('%s is refused in both languages, and nothing is written', async (_, code, bytes) => {
  const ended = await bring(bytes(), '--json');
  expect(ended.code).toBe(1);
  expect(ended.json()).toMatchObject({
    batch: null,
    rows: 0,
    created: 0,
    problemsTotal: 1,
    problems: [{ code }],
  });
  const said = [];
  for (const LANG of ['en_GB.UTF-8', 'de_DE.UTF-8']) {
    const path = join(folder, 'letterboxd-rosa_w-2024-05-01.zip');
    said.push((await houselights(['import', path, ...where()], { environment: { LANG } })).err);
  }
  for (const text of said) expect(text).toMatch(/\S.*[.]\n$/);
  expect(said[0]).not.toBe(said[1]);
  expect(readdirSync(folder).sort()).toEqual(['data', 'letterboxd-rosa_w-2024-05-01.zip']);
});

test('a damaged file of a zip is one problem and no rows, and the others are taken', async () => {
  const parts = GOOD.map((part) => (part.name === 'diary.csv' ? { ...part, sum: 7 } : part));
  const ended = await bring(zipBytes(parts), '--dry-run', '--json');
  const { problems } = ended.json() as { problems: { file: string; code: string }[] };
  expect(ended.code).toBe(0);
  expect(problems.filter(({ file }) => file === 'diary.csv')).toMatchObject([
    { row: '', code: 'archive-broken' },
  ]);
  expect(ended.json()).toMatchObject({ rows: 14 });
});

test('a file of letters that cannot be told is one problem and no rows, told by its line', async () => {
  const latin = Buffer.from('Date,Name,Year\n2020-01-01,M,1931\n2020-01-02,Am\u00e9lie,2001\n', 'latin1');
  const parts = [
    ...GOOD.filter(({ name }) => name !== 'watched.csv'),
    { name: 'watched.csv', content: latin },
  ];
  const { problems } = (await bring(zipBytes(parts), '--dry-run', '--json')).json();
  expect(problems).toContainEqual(
    expect.objectContaining({
      file: 'watched.csv',
      row: '',
      code: 'not-utf8',
      message: expect.stringContaining('Line 3'),
    }),
  );
});

test('names and cells do nothing to the terminal they are shown on, and reach other programs whole', async () => {
  const head = 'Date,Name,Tags,URL,Description';
  const list = `${head}\n2020-01-01,Rain,,,\n\nPosition,Name,Year\n1,${'x'.repeat(600)},1951\n`;
  const parts: ZipPart[] = [
    ...GOOD,
    { name: `lists/a${ESCAPES}b.csv`, flags: 0x800, content: list },
    { name: 'lists/wrong.csv', content: `${ESCAPES},columns\n1,2\n` },
    { name: 'lists/date.csv', content: `${head}\n${ESCAPES},Rain,,,\n` },
  ];
  const people = await bring(zipBytes(parts), '--dry-run');
  expect(people.code).toBe(0);
  expect(people.out).toContain('lists/a[2J31mb.csv, 5: ');
  expect(people.out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\u202a-\u202e]/u);
  const programs = await bring(zipBytes(parts), '--dry-run', '--json');
  expect(programs.out.trimEnd()).not.toMatch(/[\p{Cc}\p{Zl}\u202a-\u202e]/u);
  const wrong = (programs.json().problems as { file: string; message: string }[]).find(
    ({ file }) => file === 'lists/date.csv',
  );
  expect(wrong?.message).toContain('\u001b[2J');
});

test('what the command takes is said by its help', async () => {
  const { out } = await houselights(['import', '--help']);
  expect(out).toContain('up to 20,000 files, and 4 GB unpacked');
  expect(out).toMatch(/read whole: up to \d+ MB with the memory of this machine/);
});
