import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '../src/store/ids.ts';
import { openStore } from '../src/store/open.ts';
import { openBulk, type Rows } from './bulk.ts';
import { chance } from './seed.ts';

const AT_ONCE = 5000;
const NOW = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;
const EMPTY = '[0,0,0,0,0,0,0,0,0,0]';

/** Fills an empty database with films that bear the links by which Letterboxd's exports name them. */
export async function seedKnownFilms(database: string, count: number): Promise<void> {
  const store = await openStore(database);
  const bulk = await openBulk(store);
  const some = async (table: string, row: (n: number) => Rows[number]) => {
    for (let from = 0; from < count; from += AT_ONCE)
      await bulk.insert(
        table,
        Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => row(from + n)),
      );
  };
  const ids: string[] = [];
  await some('films', (n) => {
    const id = newId(NOW + n);
    ids.push(id);
    const counts = { reviews: 0, ratings_here: EMPTY, ratings_elsewhere: EMPTY };
    return {
      id,
      slug: `bench-film-${n}`,
      title: titleOf(n),
      title_key: titleOf(n).toLowerCase(),
      year: yearOf(n),
      created: NOW,
      updated: NOW,
      ...counts,
    };
  });
  await some('external_ids', (n) => ({ thing_id: ids[n]!, scheme: 'boxd', value: codeOf(n), kind: 'film' }));
  await bulk.finish();
  await store.close();
}

/**
 * Writes an account's export that rates so many films, each once, in an order that has nothing to do with that of
 * the catalogue, over ten years; no more than the first files of a real one.
 *
 * @returns the folder
 */
export async function writeRatings(folder: string, count: number, films: number): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'profile.csv'), 'Date Joined,Username,Given Name\n2015-01-01,bench,Bench\n');
  await pipeline(Readable.from(lines(count, films)), createWriteStream(join(folder, 'ratings.csv')));
  return folder;
}

function* lines(count: number, films: number): Generator<string> {
  const random = chance(5);
  const step = strideFor(films);
  let text = 'Date,Name,Year,Letterboxd URI,Rating\n';
  for (let at = 0; at < count; at += 1) {
    const n = (at * step) % films;
    const date = new Date(NOW - Math.floor((1 - at / count) * 3650) * DAY).toISOString().slice(0, 10);
    const rating = (1 + Math.floor(random() * 10)) / 2;
    text += `${date},"${titleOf(n)}",${yearOf(n)},https://boxd.it/${codeOf(n)},${rating}\n`;
    if (text.length < 60_000) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** A stride that meets every film once and leaps over the catalogue. */
function strideFor(films: number): number {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  let step = Math.floor(films * 0.618);
  while (common(step, films) !== 1) step += 1;
  return step;
}

function titleOf(n: number): string {
  return `${FIRST[n % FIRST.length]} ${SECOND[Math.floor(n / 7) % SECOND.length]} ${n}`;
}

function yearOf(n: number): number {
  return 1920 + (n % 100);
}

function codeOf(n: number): string {
  return (1_000_000 + n).toString(36);
}

const FIRST = ['The Lamp', 'A Winter', 'Two Rooms', 'Nobody’s', 'Under the', 'La', 'After'];
const SECOND = ['of Rain', 'Station', 'and the Boat', 'Kitchen', 'Letters', 'Twice', 'in the Row', 'Été'];
