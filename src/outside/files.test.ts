import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Files, openFiles } from './files.ts';

let folder: string;
let files: Files;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'houselights-files-'));
  files = openFiles(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pieces = (...texts: string[]) => texts.map((text) => Buffer.from(text));
const all = (path = folder): string[] =>
  readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));

async function textOf(hash: string): Promise<string> {
  const held: Uint8Array[] = [];
  for await (const piece of files.get(hash)) held.push(piece);
  return Buffer.concat(held).toString();
}

test('keeps bytes under their hash and gives them back', async () => {
  const kept = await files.put(pieces('one ', 'two'));
  expect(kept).toEqual({ hash: createHash('sha256').update('one two').digest('hex'), size: 7 });
  expect(await textOf(kept.hash)).toBe('one two');
});

test('keeps the same bytes once, also when they come at the same time', async () => {
  const [a, b] = await Promise.all([files.put(pieces('same')), files.put(pieces('sa', 'me'))]);
  expect(a).toEqual(b);
  expect(all()).toHaveLength(1);
});

test('keeps an empty file', async () => {
  const kept = await files.put([]);
  expect(kept.size).toBe(0);
  expect(await textOf(kept.hash)).toBe('');
});

test('leaves nothing behind when the sender breaks off', async () => {
  async function* broken() {
    yield Buffer.from('half a fi');
    throw new Error('gone');
  }
  await expect(files.put(broken())).rejects.toThrow('gone');
  expect(all()).toEqual([]);
});

test('can be read by this user only', async () => {
  await files.put(pieces('secret'));
  for (const path of all()) expect(statSync(path).mode & 0o777, path).toBe(0o600);
});

test('takes nothing but a hash for a name', async () => {
  writeFileSync(join(folder, 'other'), 'not yours');
  for (const name of ['../other', 'other', '', '/etc/passwd', `${'a'.repeat(62)}..`, 'A'.repeat(64)]) {
    expect(() => files.get(name), name).toThrow(RangeError);
    expect(() => files.remove(name), name).toThrow(RangeError);
  }
  expect(readFileSync(join(folder, 'other'), 'utf8')).toBe('not yours');
});

test('forgets, and forgetting twice is no error', async () => {
  const { hash } = await files.put(pieces('gone'));
  await files.remove(hash);
  await files.remove(hash);
  await expect(textOf(hash)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('clears away what a killed process left half written, and nothing that is being written now', async () => {
  await files.put(pieces('x'));
  for (const name of ['old', 'new']) writeFileSync(join(folder, 'incoming', name), 'half');
  const long = new Date(Date.now() - 90_000_000);
  utimesSync(join(folder, 'incoming', 'old'), long, long);
  await openFiles(folder).put(pieces('y'));
  expect(readdirSync(join(folder, 'incoming'))).toEqual(['new']);
});
