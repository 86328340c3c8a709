import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deflatedMegabytes, type ZipPart, zipBytes } from '../../test/attacks/zip-bytes.ts';
import { type ArchiveLimits, COMMAND_LIMITS, type ExportFile, PAGE_LIMITS } from './archive.ts';
import { Refusal } from './row.ts';
import { openZip } from './zip.ts';

const LIMITS: ArchiveLimits = { inflated: 20_000_000, files: 50, lines: 1000, ratio: 100 };
const DIARY: ZipPart = { name: 'diary.csv', content: 'Date,Name\n2020-01-01,M\n' };
const SIZES = {
  size: BigInt(String(DIARY.content).length),
  packedSize: BigInt(deflateRawSync(String(DIARY.content)).length),
};
const STORED: ZipPart = { ...DIARY, method: 0 };

const folder = mkdtempSync(join(tmpdir(), 'houselights-zip-'));
let bomb: Buffer;
beforeAll(() => {
  bomb = deflatedMegabytes(15);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each<[string, ZipPart[], Parameters<typeof zipBytes>[1]?]>([
  ['deflated', [DIARY]],
  ['stored', [STORED]],
  ['with sizes after the data', [{ ...DIARY, flags: 8 }]],
  ['with sizes of 64 bits', [{ ...DIARY, zip64: SIZES }], { entries64: 1n }],
  ['with a folder and what a Mac puts beside', [{ name: 'lists/' }, DIARY, { name: '__MACOSX/._diary.csv' }]],
  [
    'with a comment and fields nobody knows',
    [{ ...DIARY, comment: Buffer.alloc(900), extra: fieldOf(0x9999) }],
  ],
])('an honest zip is read without a byte of it on disk: %s', async (_, parts, end) => {
  const opened = await openZip(zipBytes(parts, end), LIMITS);
  expect(opened.files.map(({ path }) => path)).toEqual(['diary.csv']);
  expect(await textOf(opened.files[0])).toBe(DIARY.content);
  await opened.close();
});

test('a zip on disk is read piece by piece', async () => {
  const path = join(folder, 'export.zip');
  writeFileSync(path, zipBytes([{ name: 'one.csv', content: 'x'.repeat(300_000) }]));
  const opened = await openZip(path, LIMITS);
  expect((await textOf(opened.files[0])).length).toBe(300_000);
  expect((await textOf(opened.files[0])).length, 'as often as it is wanted').toBe(300_000);
  await opened.close();
});

test.each<[string, string, () => Buffer]>([
  ['what is no zip', 'archive-broken', () => Buffer.from('Date,Name')],
  ['half a zip', 'archive-broken', () => zipBytes([DIARY]).subarray(0, 90)],
  ['a zip without its end', 'archive-broken', () => zipBytes([DIARY]).subarray(0, -30)],
  [
    'a zip with other bytes after it',
    'archive-broken',
    () => zipBytes([DIARY], { trailing: Buffer.alloc(99) }),
  ],
  ['fewer files than are counted', 'archive-broken', () => zipBytes([DIARY], { entries: 9 })],
  ['2⁶⁰ files of 64 bits', 'too-large', () => zipBytes([DIARY], { entries64: 2n ** 60n })],
  ['a directory beyond the end', 'archive-broken', () => zipBytes([DIARY], { directoryOffset: 9e8 })],
  ['a head beyond the end', 'archive-broken', () => zipBytes([{ ...DIARY, offset: 4e9 }])],
  ['data beyond the end', 'archive-broken', () => zipBytes([{ ...DIARY, packedSize: 9000 }])],
  ['a flat bomb', 'archive-unsafe', () => zipBytes([{ ...DIARY, packed: bomb, size: 15_000_000 }])],
  [
    'a bomb of 64 bits',
    'archive-unsafe',
    () => zipBytes([{ ...DIARY, zip64: { ...SIZES, size: 2n ** 62n } }]),
  ],
  [
    'packed sizes of 64 bits',
    'too-large',
    () => zipBytes([{ ...DIARY, zip64: { size: 2n ** 40n, packedSize: 2n ** 62n } }]),
  ],
  [
    'more than fits, honestly',
    'too-large',
    () => zipBytes([{ ...STORED, content: Buffer.alloc(20_000_001) }]),
  ],
  ['too many files', 'too-large', () => zipBytes(many(51))],
  ['too many folders', 'too-large', () => zipBytes([DIARY, ...many(151, '/')])],
  [
    'a stored file that is larger than itself',
    'archive-unsafe',
    () => zipBytes([{ ...STORED, size: 900_000 }]),
  ],
  ['a head that says less', 'archive-unsafe', () => zipBytes([{ ...DIARY, local: { size: 3 } }])],
  ['a head that says more', 'archive-unsafe', () => zipBytes([{ ...DIARY, local: { packedSize: 4e9 } }])],
  ['a file with a password', 'archive-locked', () => zipBytes([{ ...DIARY, flags: 1 }])],
  ['a file with a strong password', 'archive-locked', () => zipBytes([{ ...DIARY, flags: 0x41 }])],
  ['a file with a password of AES', 'archive-locked', () => zipBytes([{ ...DIARY, flags: 1, method: 99 }])],
  ...[1, 6, 9, 12, 14, 93, 95, 98].map(
    (method) =>
      [`method ${method}`, 'archive-method', () => zipBytes([{ ...DIARY, method }])] as [
        string,
        string,
        () => Buffer,
      ],
  ),
  ['a link', 'archive-unsafe', () => zipBytes([{ ...DIARY, attributes: 0o120777 << 16 }])],
  ['a device', 'archive-unsafe', () => zipBytes([{ ...DIARY, attributes: 0o060666 << 16 }])],
])('%s is refused when it is opened', async (_, code, bytes) => {
  expect(await codeOf(openZip(bytes(), LIMITS))).toBe(code);
});

test('many files that are small alone are counted together, and so is how well they pack', async () => {
  const parts = many(30).map((part) => ({ ...part, content: Buffer.alloc(900_000, 7), method: 8 }));
  expect(await codeOf(openZip(zipBytes(parts), LIMITS))).toBe('too-large');
  expect(await codeOf(openZip(zipBytes(parts), { ...LIMITS, inflated: 1e9 }))).toBe('archive-unsafe');
});

test('entries over the same bytes are refused: all on one, or each inside the one before', async () => {
  const one: ZipPart = { name: 'a.csv', content: 'x'.repeat(500), method: 0 };
  const all = many(40).map((part) => ({ ...part, ...one, name: part.name, claimed: true, offset: 0 }));
  expect(await codeOf(openZip(zipBytes([one, ...all]), LIMITS))).toBe('archive-unsafe');
  // The kernel's head is quoted by what stands before it, as Fifield does it.
  const inner = zipBytes([{ ...one, name: 'b.csv' }]).subarray(0, 535);
  const outer: ZipPart = { name: 'a.csv', content: inner, method: 0 };
  const quoted: ZipPart = { ...one, name: 'b.csv', claimed: true, offset: 35 };
  expect(await codeOf(openZip(zipBytes([outer, quoted]), LIMITS))).toBe('archive-unsafe');
});

test('a bomb that lies about its size is stopped while it inflates', async () => {
  for (const lying of [{ size: 1000 }, { size: 1000, flags: 8, descriptor: { size: 15_000_000 } }]) {
    const opened = await openZip(zipBytes([{ ...DIARY, packed: bomb, ...lying }]), LIMITS);
    let read = 0;
    const reading = async () => {
      for await (const piece of opened.files[0]?.pieces() ?? []) read += piece.length;
    };
    expect(await codeOf(reading())).toBe('archive-unsafe');
    expect(read).toBeLessThanOrEqual(1000);
  }
});

test('what follows the data is not believed: the directory is, and the bytes themselves', async () => {
  const lying = zipBytes([{ ...DIARY, flags: 8, descriptor: { size: 4e9, packedSize: 1 } }]);
  expect(await textOf((await openZip(lying, LIMITS)).files[0])).toBe(DIARY.content);
});

test('bytes changed inside are noticed where they stand', async () => {
  for (const broken of [{ sum: 1 }, { size: 40 }, { packed: Buffer.from('no deflated bytes at all') }]) {
    const opened = await openZip(zipBytes([{ ...DIARY, ...broken }]), LIMITS);
    expect(await codeOf(textOf(opened.files[0]))).toBe('archive-broken');
  }
});

test('comments and fields of 64 kB beside each name are let go of', async () => {
  const wide = { comment: Buffer.alloc(65_535, 200), extra: fieldOf(0x9999, 65_000) };
  const opened = await openZip(zipBytes(many(40).map((part) => ({ ...part, ...wide }))), LIMITS);
  expect(JSON.stringify(opened).length).toBeLessThan(10_000);
  await opened.close();
});

test.each([
  '../evil.csv',
  'lists/../../evil.csv',
  '..\\..\\evil.csv',
  '/etc/evil.csv',
  '\\\\host\\evil.csv',
  'C:/evil.csv',
  'c:\\evil.csv',
  '.\u200b./evil.csv',
])('the name %s goes nowhere', async (name) => {
  const before = readdirSync(folder);
  const error = await openZip(zipBytes([DIARY, { ...DIARY, name, flags: 0x800 }]), LIMITS).catch(
    (one) => one,
  );
  expect(error).toMatchObject({ code: 'archive-unsafe' });
  expect(error.details.name).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  expect(readdirSync(folder)).toEqual(before);
});

test.each<[string, string | Buffer]>([
  ['of 64 kB', `lists/${'x'.repeat(65_000)}.csv`],
  ['of 64 kB in an old code page', Buffer.alloc(65_535, 200)],
])('a name %s is refused, and not repeated', async (_, name) => {
  const error = await openZip(zipBytes([DIARY, { ...DIARY, name }]), LIMITS).catch((one) => one);
  expect(error).toMatchObject({ code: 'archive-unsafe' });
  expect(error.details.name.length).toBeLessThanOrEqual(120);
});

test('the same name twice is refused, in however many ways it can be written', async () => {
  for (const name of ['diary.csv', 'di\u200bary.csv', 'diary.csv\0', '\u202ediary.csv', 'diary\u001b.csv'])
    expect(await codeOf(openZip(zipBytes([DIARY, { ...DIARY, name, flags: 0x800 }]), LIMITS)), name).toBe(
      'archive-unsafe',
    );
  const composed = zipBytes(['é', 'e\u0301'].map((name) => ({ ...DIARY, name, flags: 0x800 })));
  expect(await codeOf(openZip(composed, LIMITS))).toBe('archive-unsafe');
});

test('names are read as they are flagged, and shown without what is not seen', async () => {
  const parts: ZipPart[] = [
    { ...DIARY, name: Buffer.of(0x81, 0x2e, 0x63) },
    { ...DIARY, name: 'größe/花.csv', flags: 0x800 },
    { ...DIARY, name: Buffer.of(0xff, 0xfe, 0x2e, 0x63), flags: 0x800 },
    { ...DIARY, name: 'a\u001b[2J\u202eb\u2028.csv', flags: 0x800 },
    { ...DIARY, name: 'lists\\back.csv' },
  ];
  const opened = await openZip(zipBytes(parts), LIMITS);
  expect(opened.files.map(({ path }) => path)).toEqual([
    'ü.c',
    'größe/花.csv',
    '\ufffd\ufffd.c',
    'a[2Jb.csv',
    'lists/back.csv',
  ]);
});

test('a thousand lists, packed on a Mac, are within the limits of a page', async () => {
  const parts = many(1000).flatMap((part) => [part, { ...part, name: `__MACOSX/._${part.name}` }]);
  const opened = await openZip(zipBytes(parts), PAGE_LIMITS);
  expect(opened.files).toHaveLength(1000);
  await opened.close();
  const more = await openZip(zipBytes(many(2001)), PAGE_LIMITS).catch((error) => error);
  expect(more).toMatchObject({ code: 'too-large', details: { files: 2000, command: COMMAND_LIMITS.files } });
});

function many(count: number, end = '.csv'): ZipPart[] {
  return Array.from({ length: count }, (_, n) => ({ name: `${n}${end}`, content: 'x', method: 0 }));
}

/** A field beside a name (APPNOTE 4.5.1). */
function fieldOf(id: number, length = 4): Buffer {
  const field = Buffer.alloc(4 + length);
  field.writeUInt16LE(id, 0);
  field.writeUInt16LE(length, 2);
  return field;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof Refusal ? error.code : String(error);
}

async function textOf(file: ExportFile | undefined): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file?.pieces() ?? []) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
