/**
 * What files that mean harm cost: each is read by a process of its own, whose time and memory are measured from the
 * moment everything is loaded. What becomes of them is told in the fast tests too; here are the large ones.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deflatedMegabytes, type ZipPart, zipBytes } from '../attacks/zip-bytes.ts';
import { ACCOUNT } from '../store/letterboxd-files.ts';
import { hostileTables } from './hostile-tables.ts';

const GOOD: ZipPart[] = Object.entries(ACCOUNT).map(([name, content]) => ({ name, content }));
const LISTS = (count: number, more: Partial<ZipPart> = {}): ZipPart[] =>
  Array.from({ length: count }, (_, n) => ({ name: `lists/${n}.csv`, content: 'x', method: 0, ...more }));

let folder: string;
let bomb: Buffer;
const table: string[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'houselights-slow-'));
  bomb = deflatedMegabytes(10_000);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  console.log(table.join('\n'));
});

/** What was measured of one file. */
interface Measured {
  verdict: string;
  ms: number;
  extra: number;
}

const source = (path: string) => JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href);

/** Reads a file as the page would before it asks anything, without a store. */
function opening(path: string): Measured {
  return measured(`
    const { openAccount } = await import(${source('interchange/account/open.ts')});
    const { readLetterboxd } = await import(${source('interchange/formats/letterboxd/export.ts')});
    const { PAGE_LIMITS } = await import(${source('interchange/archive.ts')});
    await measure(async () => {
      const opened = await openAccount(${JSON.stringify(path)}, PAGE_LIMITS, { removed: true });
      if (!opened) return 'no export';
      let rows = 0;
      for await (const row of readLetterboxd(opened.account.found)) if ('record' in row) rows += 1;
      return rows + ' rows; left: ' + (opened.account.found.left.map(({ code }) => code).join(' ') || 'nothing');
    });`);
}

/** Reads a table alone. */
function reading(path: string): Measured {
  return measured(`
    const { createReadStream } = await import('node:fs');
    const { readCsv } = await import(${source('interchange/csv.ts')});
    await measure(async () => {
      let records = 0;
      let zeros = 0;
      const file = { path: 'x.csv', pieces: () => createReadStream(${JSON.stringify(path)}) };
      try {
        for await (const record of readCsv(file)) {
          records += 1;
          if (record.zeros) zeros += 1;
        }
      } catch (error) {
        if (!error.code) throw error;
        return records + ' records, then ' + error.code + ' ' + JSON.stringify(error.details);
      }
      return records + ' records' + (zeros ? ', ' + zeros + ' with zeros' : '');
    });`);
}

function measured(work: string): Measured {
  const script = join(folder, 'measure.mjs');
  writeFileSync(
    script,
    `// What the system tells of a process's children counts what their parent had.
    async function peak() {
      const { readFileSync } = await import('node:fs');
      const [, kilobytes] = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
      return Number(kilobytes) * 1024;
    }
    async function measure(work) {
      const before = process.memoryUsage.rss();
      const start = performance.now();
      const verdict = await work().catch((error) => error.code ?? String(error.stack));
      const ms = Math.round(performance.now() - start);
      const extra = Math.round((await peak() - before) / 1e6);
      console.log(JSON.stringify({ verdict, ms, extra }));
    }${work}`,
  );
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

function noted(name: string, { verdict, ms, extra }: Measured): void {
  table.push(
    `${name.padEnd(44)} ${verdict.padEnd(64)} ${String(ms).padStart(6)} ms ${String(extra).padStart(4)} MB`,
  );
}

/** Lists over the bytes of one another, each quoting the head of the next (Fifield). */
function overlapping(): Buffer {
  const shared = bomb.subarray(0, 40_000);
  const first: ZipPart = { name: 'lists/first.csv', packed: shared, size: 900_000, sum: 0 };
  const others = LISTS(1500, { packed: shared, size: 40_000_000, claimed: true, offset: 0, method: 8 });
  return zipBytes([first, ...others.map((part, n) => ({ ...part, offset: n * 20 }))]);
}

/** Zips of zips of zips. */
function nested(): Buffer {
  let inner = zipBytes([{ name: '0.csv', packed: bomb.subarray(0, 1_000_000), size: 4e9 }]);
  for (let depth = 0; depth < 5; depth += 1)
    inner = zipBytes(Array.from({ length: 16 }, (_, n) => ({ name: `lib ${n}.zip`, content: inner })));
  return inner;
}

const WIDE = Buffer.alloc(65_535, 200);

test.each<[string, RegExp, () => Buffer]>([
  ['zips in zips in zips (42.zip)', /^unknown-format$/, nested],
  [
    '10 MB that become 10 GB, as they say',
    /^archive-unsafe$/,
    () =>
      zipBytes([
        ...GOOD,
        { name: 'x', packed: bomb, zip64: { size: 10_000_000_000n, packedSize: BigInt(bomb.length) } },
      ]),
  ],
  [
    'the same, saying 900 kB',
    /^archive-unsafe$/,
    () => zipBytes([...GOOD, { name: 'lists/x.csv', packed: bomb, size: 900_000 }]),
  ],
  [
    'the same, saying 90 MB',
    /^archive-unsafe$/,
    () => zipBytes([...GOOD, { name: 'lists/x.csv', packed: bomb, size: 90_000_000 }]),
  ],
  [
    'the same, its descriptor saying 10 GB',
    /^archive-unsafe$/,
    () =>
      zipBytes([
        ...GOOD,
        { name: 'lists/x.csv', packed: bomb, size: 900_000, flags: 8, descriptor: { size: 4e9 } },
      ]),
  ],
  [
    '500 files of a megabyte each from 500 kB',
    /^archive-unsafe$/,
    () => zipBytes([...GOOD, ...LISTS(490, { packed: deflatedMegabytes(1), size: 1_000_000, method: 8 })]),
  ],
  ['files over each other’s bytes (Fifield)', /^(archive-unsafe|too-large)$/, overlapping],
  ['100,000 files', /^too-large$/, () => zipBytes(LISTS(100_000), { entries64: 100_000n })],
  [
    '900,000 folders',
    /^too-large$/,
    () => zipBytes([...GOOD, ...LISTS(900_000, { name: 'l/', claimed: true })], { entries64: 900_011n }),
  ],
  ['2⁶⁰ files, says its end', /^too-large$/, () => zipBytes(GOOD, { entries64: 2n ** 60n })],
  [
    '65,000 files, says its end, of eleven',
    /^(archive-broken|too-large)$/,
    () => zipBytes(GOOD, { entries: 65_000 }),
  ],
  [
    'a size of 2⁶² (zip64)',
    /^archive-unsafe$/,
    () => zipBytes([...GOOD, { name: 'x', zip64: { size: 2n ** 62n, packedSize: 2n } }]),
  ],
  [
    '750 comments of 64 kB',
    /^17 rows/,
    () =>
      zipBytes([
        ...GOOD,
        ...LISTS(750, { comment: WIDE }).map((part) => ({ ...part, name: `x${part.name}` })),
      ]),
  ],
  [
    '380 names of 64 kB',
    /^archive-unsafe$/,
    () =>
      zipBytes([
        ...GOOD,
        ...LISTS(380).map((part, n) => ({ ...part, name: Buffer.concat([Buffer.of(n), WIDE.subarray(1)]) })),
      ]),
  ],
  [
    '2,000 names of a kilobyte',
    /^17 rows/,
    () => zipBytes([...GOOD, ...LISTS(1980).map((part, n) => ({ ...part, name: `${n}`.padEnd(990, 'x') }))]),
  ],
  ['a file with a password', /^archive-locked$/, () => zipBytes([...GOOD, { name: 'x', flags: 1 }])],
  ['an unknown method', /^archive-method$/, () => zipBytes([...GOOD, { name: 'x', method: 93 }])],
  [
    '50 MB of nothing after the end',
    /^archive-broken$/,
    () => zipBytes(GOOD, { trailing: Buffer.alloc(50_000_000) }),
  ],
  [
    '50 MB without an end',
    /^archive-broken$/,
    () => Buffer.concat([zipBytes(GOOD).subarray(0, 500), Buffer.alloc(50_000_000)]),
  ],
  [
    '50 MB of empty lines',
    /^too-large$/,
    () => zipBytes([...GOOD, { name: 'lists/x.csv', content: Buffer.alloc(50_000_000, 'a\n'), method: 0 }]),
  ],
  [
    'a thousand lists',
    /^3017 rows/,
    () => zipBytes([...GOOD, ...LISTS(1000, { content: ACCOUNT['lists/rain.csv'] ?? '' })]),
  ],
])('zip: %s', (name, verdict, bytes) => {
  const path = join(folder, 'letterboxd-rosa_w-2024-05-01.zip');
  writeFileSync(path, bytes());
  const found = opening(path);
  noted(name, found);
  expect(found.verdict).toMatch(verdict);
  expect(found.extra).toBeLessThan(100);
  // Whatever is refused is refused at once; a thousand honest files may take a little longer.
  if (!found.verdict.includes('rows')) expect(found.ms).toBeLessThan(1000);
});

test.each(hostileTables())('table: $name', ({ name, verdict, write }) => {
  const path = join(folder, 'table.csv');
  write(path);
  const found = reading(path);
  noted(name, found);
  expect(found.verdict).toMatch(verdict);
  expect(found.extra).toBeLessThan(150);
});

test('a million ratings by the command itself, which looks and writes nothing', () => {
  const million = hostileTables().find(({ name }) => name === 'a million rows');
  const home = join(folder, 'letterboxd-rosa_w-2024-05-01');
  spawnSync('mkdir', [home]);
  million?.write(join(home, 'ratings.csv'));
  writeFileSync(join(home, 'profile.csv'), ACCOUNT['profile.csv'] ?? '');
  const command = (...argv: string[]) =>
    measured(`
      const { run } = await import(${source('cli/run.ts')});
      const quiet = { environment: {}, input: [], out: (text) => { said += text; }, err: () => {}, terminal: false };
      let said = '';
      const code = await run(['import', ${argv.map((one) => JSON.stringify(one)).join(', ')}, '--dry-run', '--json', '--data', ${JSON.stringify(join(folder, 'data'))}], quiet);
      const { rows, created, rejected } = JSON.parse(said);
      console.log(JSON.stringify({ verdict: code + ': ' + JSON.stringify({ rows, created, rejected }), ms: Math.round(performance.now()), extra: Math.round((await peak()) / 1e6) }));
      process.exit();`);
  const small = join(folder, 'small.zip');
  writeFileSync(small, zipBytes(GOOD));
  const least = command(small);
  const large = command(home);
  noted('the command, with a small account (all of it)', least);
  noted('the command, with a million ratings (all of it)', large);
  expect(large.verdict).toMatch(/"rows":1000001/);
  noted('what the million adds', { ...large, verdict: '', extra: large.extra - least.extra });
});
