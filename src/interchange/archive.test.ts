import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { type ArchiveLimits, type ExportFile, openFolder, openZip } from './archive.ts';
import { Refusal } from './row.ts';

const LIMITS: ArchiveLimits = { inflated: 20_000_000, files: 50, ratio: 100 };
const folder = mkdtempSync(join(tmpdir(), 'houselights-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a zip is read without a byte of it on disk', async () => {
  const opened = await openZip(await zipOf({ 'a/one.csv': 'one', 'two.csv': 'zwei' }), LIMITS);
  const read = await Promise.all(opened.files.map(async (file) => [file.path, await textOf(file)]));
  expect(read).toEqual([
    ['a/one.csv', 'one'],
    ['two.csv', 'zwei'],
  ]);
  await opened.close();
});

test('a zip on disk is read piece by piece', async () => {
  const path = join(folder, 'export.zip');
  writeFileSync(path, await zipOf({ 'one.csv': 'x'.repeat(300_000) }));
  const opened = await openZip(path, { ...LIMITS, ratio: 1e6 });
  expect((await textOf(opened.files[0] as ExportFile)).length).toBe(300_000);
  await opened.close();
});

test('what is no zip is damaged, and half a zip too', async () => {
  const whole = await zipOf({ 'one.csv': 'some words that do not end' });
  expect(await codeOf(openZip(Buffer.from('Date,Name'), LIMITS))).toBe('archive-broken');
  expect(await codeOf(openZip(whole.subarray(0, whole.length - 30), LIMITS))).toBe('archive-broken');
});

test('bytes changed inside are noticed where they stand', async () => {
  const bytes = await zipOf({ 'one.csv': randomBytes(500) });
  bytes.fill(0, 100, 120);
  const opened = await openZip(bytes, LIMITS);
  await expect(textOf(opened.files[0] as ExportFile)).rejects.toThrow(Refusal);
});

test('a flat bomb is refused by what it declares', async () => {
  const bomb = await zipOf({ 'bomb.csv': Buffer.alloc(15_000_000) });
  expect(bomb.length).toBeLessThan(20_000);
  expect(await codeOf(openZip(bomb, LIMITS))).toBe('archive-unsafe');
});

test('many files that are small alone are counted together', async () => {
  const each = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [`${n}.csv`, Buffer.alloc(900_000, n)]),
  );
  expect(await codeOf(openZip(await zipOf(each), LIMITS))).toBe('too-large');
});

test('a bomb that lies about its size is stopped while it inflates', async () => {
  const bytes = await zipOf({ 'bomb.csv': Buffer.alloc(15_000_000) });
  const central = bytes.indexOf(Buffer.from('504b0102', 'hex'));
  bytes.writeUInt32LE(1000, central + 24);
  const opened = await openZip(bytes, LIMITS);
  let read = 0;
  await expect(
    (async () => {
      for await (const piece of (opened.files[0] as ExportFile).pieces()) read += piece.length;
    })(),
  ).rejects.toThrow(Refusal);
  expect(read).toBeLessThanOrEqual(1_000_000);
});

test('a folder of more files than allowed is refused by their number', async () => {
  const each = Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`${n}.csv`, 'x']));
  expect(await codeOf(openZip(await zipOf(each), LIMITS))).toBe('too-large');
});

test('two entries over the same bytes are refused', async () => {
  const bytes = await zipOf({ 'one.csv': 'the same bytes', 'two.csv': 'other bytes' });
  const first = bytes.indexOf(Buffer.from('504b0102', 'hex'));
  const second = bytes.indexOf(Buffer.from('504b0102', 'hex'), first + 4);
  bytes.copy(bytes, second + 42, first + 42, first + 46);
  bytes.copy(bytes, second + 16, first + 16, first + 28);
  expect(await codeOf(openZip(bytes, LIMITS))).toBe('archive-unsafe');
});

test.each(['../evil.csv', '/etc/evil.cs', 'C:/evil/a.cs'])('the name %s goes nowhere', async (name) => {
  const innocent = 'x'.repeat(name.length);
  const bytes = await zipOf({ [innocent]: 'text' });
  for (let at = bytes.indexOf(innocent); at >= 0; at = bytes.indexOf(innocent)) bytes.write(name, at);
  const before = readdirSync(folder);
  expect(await codeOf(openZip(bytes, LIMITS))).toBe('archive-unsafe');
  expect(readdirSync(folder)).toEqual(before);
});

test('a link in a zip is refused', async () => {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from('/etc/passwd'), 'diary.csv', { mode: 0o120777 });
  expect(await codeOf(openZip(await bytesOf(zip), LIMITS))).toBe('archive-unsafe');
});

test('the same name twice is refused: which one would count?', async () => {
  const bytes = await zipOf({ 'diary.csv': 'one', 'diarz.csv': 'two' });
  for (let at = bytes.indexOf('diarz'); at >= 0; at = bytes.indexOf('diarz')) bytes.write('diary', at);
  expect(await codeOf(openZip(bytes, LIMITS))).toBe('archive-unsafe');
});

test('a zip with a password is refused as such', async () => {
  const bytes = await zipOf({ 'diary.csv': 'one' });
  const central = bytes.indexOf(Buffer.from('504b0102', 'hex'));
  bytes.writeUInt16LE(bytes.readUInt16LE(central + 8) | 1, central + 8);
  expect(await codeOf(openZip(bytes, LIMITS))).toBe('archive-locked');
});

test('a zip inside a zip is a file like another', async () => {
  const inner = await zipOf({ 'diary.csv': 'inner' });
  const opened = await openZip(await zipOf({ 'inner.zip': inner }), LIMITS);
  expect(opened.files.map(({ path }) => path)).toEqual(['inner.zip']);
  await opened.close();
});

test('a folder is read by paths with slashes, and counted', async () => {
  const root = join(folder, 'unpacked');
  mkdirSync(join(root, 'lists'), { recursive: true });
  writeFileSync(join(root, 'diary.csv'), 'Date,Name');
  writeFileSync(join(root, 'lists', 'best.csv'), 'Position,Name');
  const opened = await openFolder(root, LIMITS);
  expect(opened.files.map(({ path }) => path)).toEqual(['diary.csv', 'lists/best.csv']);
  expect(await textOf(opened.files[1] as ExportFile)).toBe('Position,Name');
  expect(await codeOf(openFolder(root, { ...LIMITS, inflated: 10 }))).toBe('too-large');
  expect(await codeOf(openFolder(root, { ...LIMITS, files: 1 }))).toBe('too-large');
});

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof Refusal ? error.code : String(error);
}

async function textOf(file: ExportFile): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.pieces()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

function zipOf(files: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  return bytesOf(zip);
}

async function bytesOf(zip: ZipFile): Promise<Buffer> {
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
