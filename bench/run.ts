/**
 * `npm run bench`: seeds a site, measures the server's own processor time per request beside a bare node:http
 * server that sends the same bytes, and prints a table of ratios. `--full` seeds 100k films and a million reviews;
 * `--quick` shortens every stretch, to see that it runs.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../src/store/open.ts';
import { ensureBuilt } from '../tools/build.js';
import { type Cost, load, type Served, start } from './load.ts';
import { chance, pick, seed, zipf } from './seed.ts';

const full = process.argv.includes('--full');
const quick = process.argv.includes('--quick');
const size = full ? { films: 100_000, reviews: 1_000_000 } : { films: 10_000, reviews: 100_000 };
const RUNS = quick ? 1 : 5;
const WARM_MS = quick ? 500 : 5000;
const RUN_MS = quick ? 500 : 2000;

interface Row {
  what: string;
  goal: number;
  ours: Cost;
  bare: Cost;
}

await ensureBuilt();
const folder = mkdtempSync(join(tmpdir(), 'houselights-bench-'));
try {
  await bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const store = await openStore(join(folder, 'houselights.sqlite'));
  const began = Date.now();
  const slugs = await seed(store, size);
  await store.close();
  say(
    `Seeded ${size.films} films and ${size.reviews} reviews in ${Math.round((Date.now() - began) / 1000)} s.`,
  );
  const sums = zipf(slugs.length);
  const random = chance(11);
  const anyFilm = () => `/film/${slugs[pick(sums, random())]}`;
  const middling = `/film/${slugs[Math.floor(slugs.length / 400)]}`;
  const most = `/film/${slugs[0]}`;

  const rendering = await start('bench/server.ts', folder, '0');
  const keeping = await start('bench/server.ts', folder, '1');
  const rows: Row[] = [];
  try {
    const bytes = await sample(rendering, middling, 'middling.html');
    const largest = await sample(rendering, most, 'most.html');
    rows.push(
      await pair('film page, rendered and compressed, Zipf over all', 3, rendering, anyFilm, [
        'compress',
        bytes,
      ]),
    );
    rows.push(
      await pair('the page with most reviews, rendered', 3, rendering, () => most, ['compress', largest]),
    );
    rows.push(await pair('the same page again, kept', 1.5, keeping, () => middling, ['ready', bytes]));
    const etags = new Map([[middling, await etagOf(keeping, middling)]]);
    const unchanged = (path: string) => ({ 'if-none-match': etags.get(path) ?? '' });
    rows.push(await pair('answered 304', 1.5, keeping, () => middling, ['unchanged', bytes], unchanged));
  } finally {
    await rendering.stop();
    await keeping.stop();
  }
  print(rows);
}

/** Measures ours and a bare server in turn; the medians of their processor time. */
async function pair(
  what: string,
  goal: number,
  ours: Served,
  paths: () => string,
  [mode, file]: [string, string],
  headers?: (path: string) => Record<string, string>,
): Promise<Row> {
  const bare = await start('bench/bare.ts', file, mode);
  try {
    const options = { milliseconds: RUN_MS, ...(headers ? { headers } : {}) };
    await load(ours, paths, { ...options, milliseconds: WARM_MS });
    await load(bare, paths, { ...options, milliseconds: WARM_MS });
    const costs: { ours: Cost[]; bare: Cost[] } = { ours: [], bare: [] };
    for (let run = 0; run < RUNS; run += 1) {
      costs.ours.push(await load(ours, paths, options));
      costs.bare.push(await load(bare, paths, options));
    }
    return { what, goal, ours: median(costs.ours), bare: median(costs.bare) };
  } finally {
    await bare.stop();
  }
}

function median(costs: Cost[]): Cost {
  return costs.toSorted((a, b) => a.cpu - b.cpu)[Math.floor(costs.length / 2)]!;
}

/** Keeps a page's bytes in a file, for the bare server to send. */
async function sample(served: Served, path: string, name: string): Promise<string> {
  const response = await fetch(`${served.url}${path}`);
  const text = await response.text();
  const file = join(folder, name);
  writeFileSync(file, text);
  const packed = await load(served, () => path, { milliseconds: 1 });
  say(`${path}: ${Buffer.byteLength(text)} bytes of HTML, first answers in ${packed.p50.toFixed(1)} ms`);
  return file;
}

async function etagOf(served: Served, path: string): Promise<string> {
  const response = await fetch(`${served.url}${path}`, { headers: { 'accept-encoding': 'br' } });
  await response.arrayBuffer();
  return response.headers.get('etag') ?? '';
}

function print(rows: Row[]): void {
  say('');
  say('| what | ours µs | bare µs | ratio | goal | p50 ms | p99 ms |');
  say('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const { what, goal, ours, bare } of rows) {
    const ratio = ours.cpu / bare.cpu;
    const figures = [ours.cpu.toFixed(0), bare.cpu.toFixed(0), ratio.toFixed(2), `≤ ${goal}`];
    say(`| ${[what, ...figures, ours.p50.toFixed(2), ours.p99.toFixed(2)].join(' | ')} |`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
