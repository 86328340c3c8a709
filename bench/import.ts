/**
 * `node bench/import.ts [--reviews 20000] [--films 400] [--letters 350] [--steps read,import,again,undo]
 * [--database URL]`: imports the reviews of one JSON-LD document, again, and undoes them; prints rows a second (by
 * the clock, and by the process's own processor time), the most memory, and how long the write lock was held at a
 * stretch while somebody else wanted it. A process of its own for each step, so that each has its own memory.
 */
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importRead, readFiles } from '../src/interchange/import.ts';
import { fileOnDisk } from '../src/interchange/input.ts';
import { undo } from '../src/interchange/undo.ts';
import { openStore } from '../src/store/open.ts';
import { type LockTimes, watchLock } from './lock.ts';
import { chance } from './seed.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reviews: { type: 'string', default: '20000' },
    films: { type: 'string', default: '400' },
    letters: { type: 'string', default: '350' },
    database: { type: 'string' },
    steps: { type: 'string', default: 'read,import,again,undo' },
  },
});

const WORDS =
  'the lamp is lit and the reel turns, but nobody in the row looks away from it: that was for the café, as 灯 “quiet” & rain'.split(
    ' ',
  );

const [step, database = '', input = ''] = positionals;
if (step) process.stdout.write(`${JSON.stringify(await one(step, database, input))}\n`);
else await all();

async function all(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'houselights-bench-import-'));
  try {
    const file = join(folder, 'reviews.jsonld');
    await write(file, Number(values.reviews), Number(values.films), Number(values.letters));
    const where = values.database ?? join(folder, 'houselights.sqlite');
    say(`${values.reviews} reviews of ${values.films} films, ${megabytes(statSync(file).size)}`);
    say('step         rows  seconds  rows/s  CPU s  rows/CPU s  memory  lock p50   p99  longest (ms)');
    for (const name of values.steps.split(',')) {
      const self = fileURLToPath(import.meta.url);
      const said = execFileSync(process.execPath, [self, name, where, file], { encoding: 'utf8' });
      const { rows, seconds, cpu, memory, lock } = JSON.parse(said) as Measured;
      const per = (time: number) => String(Math.round(rows / time));
      const locks = lock ? [lock.p50, lock.p99, lock.longest].map((ms) => ms.toFixed(0)) : ['–', '–', '–'];
      const cells = [
        name,
        rows,
        seconds.toFixed(1),
        per(seconds),
        cpu.toFixed(1),
        per(cpu),
        megabytes(memory),
      ];
      const widths = [10, 7, 9, 8, 7, 12, 8];
      const line = cells.map((cell, at) =>
        at === 0 ? String(cell).padEnd(widths[at]!) : String(cell).padStart(widths[at]!),
      );
      say(`${line.join('')}${locks.map((ms, at) => ms.padStart([10, 6, 9][at]!)).join('')}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Measured {
  rows: number;
  seconds: number;
  /** Processor time of the process and its threads, in seconds. */
  cpu: number;
  /** The most memory the process held, in bytes. */
  memory: number;
  /** How long the write lock was held by others than the watcher, in milliseconds; null on PostgreSQL. */
  lock: LockTimes | null;
}

async function one(name: string, where: string, file: string): Promise<Measured> {
  const store = await openStore(where);
  const watch = where.includes('://') ? null : await watchLock(where);
  const began = performance.now();
  const before = process.cpuUsage();
  const rows = await { read, import: bring, again: bring, undo: takeBack }[name]!(store, file);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1_000_000;
  const lock = watch ? await watch() : null;
  await store.close();
  return { rows, seconds, cpu, memory: process.resourceUsage().maxRSS * 1024, lock };
}

type Store = Awaited<ReturnType<typeof openStore>>;

async function read(_store: Store, file: string): Promise<number> {
  return (await readFiles([fileOnDisk(file)])).rows.length;
}

async function bring(store: Store, file: string): Promise<number> {
  const options = { memberId: null, visibility: 'everyone' as const, word: 'A bench.', now: Date.now };
  const report = await importRead(store, await readFiles([fileOnDisk(file)]), options);
  if (report.batch === null) throw new Error(JSON.stringify(report));
  return report.rows;
}

/** Undoes the imports there are, the latest first. */
async function takeBack(store: Store): Promise<number> {
  let rows = 0;
  for (const batch of await store.reader.batches.list(10)) {
    rows += Number(batch.report.rows);
    await undo(store, batch.id, Date.now);
  }
  return rows;
}

/** Writes a document of films with their reviews, piece by piece. */
async function write(file: string, reviews: number, films: number, letters: number): Promise<void> {
  const random = chance(3);
  const out = createWriteStream(file);
  const each = Math.ceil(reviews / films);
  const body = () => {
    const most = random() < 0.1 ? letters * 4 : letters * (0.3 + random());
    let text = '';
    while (text.length < most)
      text += `${WORDS[Math.floor(random() * WORDS.length)]}${random() < 0.02 ? '\n\n' : ' '}`;
    return text;
  };
  for (let film = 0, left = reviews; left > 0; film += 1) {
    const review = Array.from({ length: Math.min(each, left) }, () => ({
      '@type': 'Review',
      author: { '@type': 'Person', name: `Somebody ${Math.floor(random() * (reviews / 4))}` },
      publisher: { '@type': 'Organization', name: 'Elsewhere' },
      datePublished: `20${10 + Math.floor(random() * 15)}-0${1 + Math.floor(random() * 9)}-11`,
      reviewRating: { '@type': 'Rating', ratingValue: 1 + Math.floor(random() * 5), bestRating: 5 },
      reviewBody: body(),
    }));
    left -= review.length;
    const name = `Bench film ${film}`;
    const node = { '@type': 'Movie', name, datePublished: '1990', director: `Maker ${film % 90}`, review };
    const before = film === 0 ? '{"@context":"https://schema.org","@graph":[' : ',';
    if (!out.write(before + JSON.stringify(node)))
      await new Promise((resolve) => out.once('drain', () => resolve(null)));
  }
  out.end(']}');
  await finished(out);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
