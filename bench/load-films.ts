/**
 * `node bench/load-films.ts [--films 100000] [--postgres]`: loads a file like IMDb's title.basics.tsv.gz by the
 * command, into an empty site; prints films a second of the clock and of processor time, the whole process counted,
 * its memory, and on SQLite how long the write lock was held at a stretch while somebody else wanted it.
 */
import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { createGzip } from 'node:zlib';
import { startPostgres } from '../test/engines/postgres-server.ts';
import { command, type ProcessCost } from './command.ts';
import { namedFilms, recombined } from './search/titles.ts';
import { chance } from './seed.ts';

/** What loading films cost. */
export interface LoadCost extends ProcessCost {
  films: number;
  /** How long others found the write lock held, in milliseconds; null on PostgreSQL. */
  lock: { p50: number; p99: number; longest: number } | null;
}

const GENRES = ['Drama', 'Comedy', 'Documentary', 'Thriller', 'Romance', 'Horror', 'Crime', 'Action'];
const HEADER =
  'tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n';

/**
 * Measures one load into a site of its own.
 *
 * @param parent a folder for its files
 * @param database an empty PostgreSQL database; null for SQLite
 */
export async function loadCost(parent: string, films: number, database: string | null): Promise<LoadCost> {
  const folder = mkdtempSync(join(parent, 'load-'));
  const where = ['--data', folder, ...(database === null ? [] : ['--database', database])];
  const file = join(folder, 'title.basics.tsv.gz');
  await pipeline(Readable.from(lines(films)), createGzip(), createWriteStream(file));
  // The schema is made when a site is opened, which is no part of a load.
  await command(['check', ...where, '--json']);
  const watch = database === null ? await watchLock(join(folder, 'houselights.sqlite')) : null;
  const load = ['films', 'load', file, '--licensed', ...where, '--json'];
  const { said, ...cost } = await command<{ created: number; unchanged: number }>(load);
  const lock = watch ? await watch() : null;
  if (said.created !== films) throw new Error(JSON.stringify(said).slice(0, 500));
  rmSync(folder, { recursive: true, force: true });
  return { ...cost, films, lock };
}

/** Films, and as many rows again that are none, as in the data set. */
function* lines(count: number): Generator<string> {
  const random = chance(11);
  const titles = titlesOf(count, random);
  let text = HEADER;
  for (let n = 0; n < count; n += 1) {
    const title = titles(n);
    const year = 1900 + Math.floor(random() ** 0.5 * 126);
    const genres = [...new Set([GENRES[Math.floor(random() * 8)], GENRES[Math.floor(random() * 8)]])];
    const tconst = (1_000_000 + n * 3).toString().padStart(7, '0');
    const minutes = random() < 0.7 ? 60 + Math.floor(random() * 90) : '\\N';
    text += `tt${tconst}\tmovie\t${title}\t${title}\t0\t${year}\t\\N\t${minutes}\t${genres.join(',')}\n`;
    text += `tt${1_000_001 + n * 3}\ttvEpisode\tEpisode ${n}\tEpisode ${n}\t0\t${year}\t\\N\t\\N\tDrama\n`;
    if (text.length < 60_000) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** Titles made of the words of real ones, where those are here. */
function titlesOf(count: number, random: () => number): (n: number) => string {
  const data = join(process.env.HOUSELIGHTS_SHARED ?? '../shared', 'data');
  if (existsSync(data)) {
    const many = recombined(namedFilms(data), count, random);
    return (n) => many[n]?.title ?? `Film ${n}`;
  }
  const syllables = 'ba den fi gor hul ja ker lo mi nau pre ra sto tur ve wi'.split(' ');
  const word = () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * 16)]).join('');
  return () => Array.from({ length: 1 + Math.floor(random() * 4) }, word).join(' ');
}

async function watchLock(file: string) {
  const worker = new Worker(new URL('./lock-watch.ts', import.meta.url), { workerData: { file } });
  await new Promise((resolve) => worker.once('online', resolve));
  return () =>
    new Promise<NonNullable<LoadCost['lock']>>((resolve) => {
      worker.once('message', resolve);
      worker.postMessage('stop');
    });
}

/** Films a second, of processor time. */
export function perSecond({ films, cpu }: LoadCost): number {
  return Math.round(films / cpu);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { films: { type: 'string', default: '100000' }, postgres: { type: 'boolean' } },
  });
  const parent = mkdtempSync(join(tmpdir(), 'houselights-bench-'));
  const server = values.postgres ? await startPostgres() : null;
  try {
    const cost = await loadCost(parent, Number(values.films), server?.url ?? null);
    const { films, seconds, cpu, memory, lock } = cost;
    const held = lock ? [lock.p50, lock.p99, lock.longest].map((ms) => ms.toFixed(0)).join(', ') : '–';
    process.stdout.write(
      `${films} films: ${seconds.toFixed(1)} s (${Math.round(films / seconds)}/s), CPU ${cpu.toFixed(1)} s ` +
        `(${perSecond(cost)}/s), ${Math.round(memory / 1e6)} MB, lock p50, p99, longest ms: ${held}\n`,
    );
  } finally {
    await server?.stop();
    rmSync(parent, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
