/**
 * `node bench/beside-import.ts [--rows 300000] [--database URL]`: brings in an account that rates so many films by the
 * command, beside a server whose pages are read and a database somebody else writes to; prints how long both took
 * before and meanwhile, and on SQLite how long the write lock was held at a stretch. With a URL the films go into
 * that PostgreSQL database, which must be empty.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openStore, type Store } from '../src/store/open.ts';
import { BIN } from './command.ts';
import { seedKnownFilms, writeRatings } from './known-films.ts';
import { start } from './load.ts';
import { watchLock } from './lock.ts';
import { chance } from './seed.ts';

const QUIET_MS = 15_000;
/** Between two pages, and between two writes, in milliseconds. */
const [READS_EVERY, WRITES_EVERY] = [10, 20];

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '300000' }, database: { type: 'string' } },
});
const rows = Number(values.rows);
const parent = mkdtempSync(join(tmpdir(), 'houselights-bench-'));
try {
  await beside(join(parent, 'site'));
} finally {
  rmSync(parent, { recursive: true, force: true });
}

async function beside(folder: string): Promise<void> {
  const database = values.database ?? join(folder, 'houselights.sqlite');
  await seedKnownFilms(database, rows);
  const account = await writeRatings(join(parent, 'letterboxd-bench-2026-01-01'), rows, rows);
  const store = await openStore(database);
  const write = await writerOf(store);
  const served = await start(fileURLToPath(new URL('./server.ts', import.meta.url)), folder, '0', database);
  const random = chance(7);
  const any = () => Math.floor(random() * rows);
  const read = async () => {
    const answer = await fetch(`${served.url}/film/bench-film-${any()}`);
    if (answer.status !== 200) throw new Error(`${answer.url} was answered ${answer.status}`);
    await answer.arrayBuffer();
  };
  const both = (until: () => boolean) =>
    Promise.all([timesOf(read, READS_EVERY, until), timesOf(() => write(any()), WRITES_EVERY, until)]);
  try {
    const began = performance.now();
    const warm = await both(() => performance.now() - began > QUIET_MS / 3);
    const quietBegan = performance.now();
    const quiet = await both(() => performance.now() - quietBegan > QUIET_MS);
    const watch = values.database ? null : await watchLock(database);
    const where = values.database ? ['--data', folder, '--database', database] : ['--data', folder];
    const words = [BIN, 'import', account, ...where, '--json'];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
    let over = false;
    const gone = once(child, 'exit').then(() => {
      over = true;
    });
    const importBegan = performance.now();
    const meanwhile = await both(() => over);
    await gone;
    const lock = watch ? await watch() : null;
    if (child.exitCode !== 0) throw new Error(`The import ended with ${child.exitCode}.`);
    say(
      `${rows} ratings in ${((performance.now() - importBegan) / 1000).toFixed(0)} s; ${warm.flat().length} times to warm up`,
    );
    say('| ms | quiet p50 | p99 | longest | meanwhile p50 | p99 | longest |');
    say('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
    say(`| a film’s page | ${[quiet[0], meanwhile[0]].map(told).join(' | ')} |`);
    say(`| a rating | ${[quiet[1], meanwhile[1]].map(told).join(' | ')} |`);
    if (lock)
      say(
        `the lock: p50 ${lock.p50.toFixed(0)}, p99 ${lock.p99.toFixed(0)}, longest ${lock.longest.toFixed(0)} ms`,
      );
  } finally {
    await served.stop();
    await store.close();
  }
}

/** Somebody else rates a film, as a member here does. */
async function writerOf(store: Store): Promise<(n: number) => Promise<void>> {
  const author = { id: 'bench-author', key: 'bench-author', name: 'Bench', source: 'local' as const };
  await store.engine.write
    .insertInto('authors')
    .values({ ...author, link: null, place: null, canonical_id: null, batch_id: null, created: 0 })
    .execute();
  return async (n) => {
    const film = await store.reader.films.key(`bench-film-${n}`);
    const filmId = film?.id ?? '';
    await store.transact(async (writer) => {
      await writer.marks.set({
        ...{ authorId: author.id, filmId, watched: '2026-01-01', rated: '2026-01-01', rating: 1 + (n % 10) },
        ...{ liked: null, watchlist: null, visibility: 'everyone', here: true, counted: true },
      });
      await writer.films.reckon(filmId);
      await writer.versions.raise(filmId);
    });
  };
}

/** How long something took each time, in milliseconds, begun at even distances until it is enough. */
async function timesOf(work: () => Promise<void>, every: number, enough: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!enough()) {
    const began = performance.now();
    await work();
    const took = performance.now() - began;
    times.push(took);
    await sleep(Math.max(0, every - took));
  }
  return times.sort((a, b) => a - b);
}

function told(times: readonly number[]): string {
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return [at(0.5), at(0.99), times.at(-1) ?? 0].map((ms) => ms.toFixed(1)).join(' | ');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
