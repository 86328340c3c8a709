import { renderText } from '../src/domain/text/render.ts';
import { viewedKey, writtenKey } from '../src/domain/viewing-date.ts';
import { newId } from '../src/store/ids.ts';
import type { Store } from '../src/store/open.ts';
import { tierOf } from '../src/store/tier.ts';
import { openBulk, type Rows } from './bulk.ts';

/** Numbers that look like chance and are the same in every run. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  `the lamp house screen row aisle reel light dark film cut face window train rain letter door street coat hand
  silence voice piano smoke river bridge station kitchen stairs mirror boat winter summer morning nobody somebody
  waits leaves returns listens forgets remembers opens closes turns slowly twice again always never almost because
  although until while before after under over between beautiful tired patient cruel funny strange ordinary`
    .trim()
    .split(/\s+/);

/** How large a site is to be. Entries beyond the reviews are a date and a rating alone. */
export interface Size {
  films: number;
  reviews: number;
  entries?: number;
}

const AT_ONCE = 5000;
/** So many different texts are rendered; a larger site repeats them, which its database cannot know. */
const TEXTS = 5000;
const NOW = Date.UTC(2026, 0, 1);

/** A site's worth of films and entries of real shape; a Zipf law says which film an entry is of. */
export async function seed(store: Store, size: Size): Promise<string[]> {
  const random = chance(7);
  const bulk = await openBulk(store);
  const some = async (table: string, count: number, row: (n: number) => Rows[number] | null) => {
    for (let from = 0; from < count; from += AT_ONCE) {
      const rows = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => row(from + n));
      await bulk.insert(
        table,
        rows.filter((one) => one !== null),
      );
    }
  };
  const ids = (count: number) => Array.from({ length: count }, (_, n) => newId(NOW + n));
  const films = ids(size.films);
  const people = ids(Math.max(10, size.films / 5));
  const authors = ids(Math.max(50, size.reviews / 50));
  const said = choose(size, authors.length, random);
  await some('people', people.length, (n) => person(people[n]!, n, random));
  await some('films', films.length, (n) => film(films[n]!, n, said, random));
  await some('credits', films.length, (n) => credit(films[n]!, people[n % people.length]!));
  await some('more_films', films.length * FURTHER, (n) => further(films, people, n));
  await some('authors', authors.length, (n) => author(authors[n]!, n));
  const texts = Array.from({ length: Math.min(TEXTS, size.reviews) }, () => {
    const source = text(random);
    return { source, ...renderText(source, 'lbml') };
  });
  const entries: string[] = [];
  const isOf = (n: number) => ({ film_id: films[said.film[n]!]!, author_id: authors[said.author[n]!]! });
  await some('entries', said.film.length, (n) => {
    const id = newId(NOW + n);
    if (n < size.reviews) entries.push(id);
    return entry(id, n, isOf(n), said, n < size.reviews ? texts[n % texts.length]! : null, random);
  });
  await some('reviews', size.reviews, (n) => {
    const { source, html, text, fold, cut } = texts[n % texts.length]!;
    return { entry_id: entries[n]!, format: 'lbml', source, html, text, fold, cut };
  });
  await some('marks', size.reviews, (n) => (said.mark[n] ? mark(isOf(n), n, said.rating[n]!) : null));
  await bulk.finish();
  return films.map((_, n) => slugOf(n));
}

/** Who says what of which film, by their places in their lists; `mark` where it is the author's standing rating. */
interface Said {
  film: Int32Array;
  author: Int32Array;
  /** Half-stars, 0 for none. */
  rating: Uint8Array;
  mark: Uint8Array;
  /** By film: reviews, then ten counts of ratings here, then ten elsewhere. */
  counts: Uint32Array;
}

const COUNTS = 21;

function choose(size: Size, authors: number, random: () => number): Said {
  const count = Math.max(size.reviews, size.entries ?? 0);
  const said = {
    film: new Int32Array(count),
    author: new Int32Array(count),
    rating: new Uint8Array(count),
    mark: new Uint8Array(size.reviews),
    counts: new Uint32Array(size.films * COUNTS),
  };
  const weights = zipf(size.films);
  const marked = new Set<number>();
  for (let n = 0; n < count; n += 1) {
    const film = pick(weights, random());
    const author = Math.floor(random() * authors);
    const rating = random() < 0.1 ? 0 : 1 + Math.floor(random() * 10);
    said.film[n] = film;
    said.author[n] = author;
    said.rating[n] = rating;
    if (n >= size.reviews) continue;
    said.counts[film * COUNTS]! += 1;
    const key = author * size.films + film;
    if (rating === 0 || marked.has(key)) continue;
    marked.add(key);
    said.mark[n] = 1;
    said.counts[film * COUNTS + (n % 2 ? 0 : 10) + rating]! += 1;
  }
  return said;
}

function slugOf(n: number): string {
  return `film-${n}-${1920 + (n % 100)}`;
}

function film(id: string, n: number, { counts }: Said, random: () => number): Rows[number] {
  const own = [...counts.subarray(n * COUNTS, (n + 1) * COUNTS)];
  return {
    id,
    slug: slugOf(n),
    title: title(random),
    title_key: `film ${n}`,
    year: 1920 + (n % 100),
    runtime: 60 + (n % 120),
    synopsis: sentence(random, 40),
    synopsis_language: 'en',
    countries: '["FR"]',
    languages: '["fr"]',
    genres: '["Drama"]',
    created: NOW,
    updated: NOW,
    reviews: own[0]!,
    ratings_here: JSON.stringify(own.slice(1, 11)),
    ratings_elsewhere: JSON.stringify(own.slice(11)),
    tier: tierOf(own.reduce((sum, n) => sum + n, 0)),
  };
}

function person(id: string, n: number, random: () => number): Rows[number] {
  return { id, slug: `person-${n}`, name: `${title(random)} ${n}`, created: NOW };
}

function credit(film_id: string, person_id: string): Rows[number] {
  return { id: newId(NOW), film_id, person_id, role: 'director', position: 0 };
}

/** So many further films stand on each film's page: those of its director, as many as there are, and those beside it. */
const FURTHER = 6;

function further(films: readonly string[], people: readonly string[], n: number): Rows[number] | null {
  const [at, position] = [Math.floor(n / FURTHER), n % FURTHER];
  const ofDirector = (at + (position + 1) * people.length) % films.length;
  const same = position < 4 && ofDirector !== at;
  const other = films[same ? ofDirector : (at + position + 1) % films.length]!;
  if (other === films[at]) return null;
  const [reason, person_id] = same ? ['director', people[at % people.length]!] : ['lists', null];
  return { film_id: films[at]!, position, other_id: other, reason, person_id };
}

function author(id: string, n: number): Rows[number] {
  const place = n % 3 ? 'Elsewhere' : null;
  return { id, name: `Author ${n}`, source: 'jsonld', key: `bench:${n}`, place, created: NOW };
}

type IsOf = { film_id: string; author_id: string };

function entry(
  id: string,
  n: number,
  { film_id, author_id }: IsOf,
  { rating }: Said,
  words: { length: number } | null,
  random: () => number,
): Rows[number] {
  const written = new Date(NOW - n * 60_000).toISOString();
  return {
    id,
    film_id,
    author_id,
    first_film_id: film_id,
    first_author_id: author_id,
    source: 'jsonld',
    key: `bench:${n}`,
    place: 'Elsewhere',
    viewed: words ? null : written.slice(0, 10),
    rating: rating[n] || null,
    tags: '[]',
    has_text: words ? 1 : 0,
    length: words?.length ?? 0,
    language: words ? 'en' : null,
    spoiler: random() < 0.05 ? 'yes' : words && random() < 0.3 ? 'unknown' : 'no',
    everyone: 1,
    basis: 'permission',
    written: written.slice(0, 10),
    written_key: writtenKey(written, n % 1_000_000),
    viewed_key: viewedKey(words ? null : (written.slice(0, 10) as never)),
    created: NOW,
    updated: NOW,
  };
}

function mark({ film_id, author_id }: IsOf, n: number, rating: number): Rows[number] {
  const rated = new Date(NOW - n * 60_000).toISOString().slice(0, 10);
  const first = { first_author_id: author_id, first_film_id: film_id };
  return { author_id, film_id, ...first, rating, rated, here: n % 2 };
}

/** The running sums of a Zipf law: the first of `count` things is `count` times as frequent as the last. */
export function zipf(count: number): Float64Array {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let n = 0; n < count; n += 1) {
    sum += 1 / (n + 1);
    sums[n] = sum;
  }
  return sums.map((value) => value / sum);
}

/** Which thing a number from 0 to 1 falls on. */
export function pick(sums: Float64Array, at: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sentence(random: () => number, words: number): string {
  return Array.from({ length: words }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
}

function title(random: () => number): string {
  return sentence(random, 1 + Math.floor(random() * 4));
}

/** Review text: median near 250 characters, one in ten over 900, a few of one word, a few of 30,000 characters. */
function text(random: () => number): string {
  const roll = random();
  if (roll < 0.02) return WORDS[Math.floor(random() * WORDS.length)]!;
  if (roll > 0.9998) return Array.from({ length: 60 }, () => sentence(random, 90)).join('\n\n');
  const characters = 250 * Math.exp((random() + random() + random() - 1.5) * 2);
  const words = Math.max(2, Math.round(characters / 6));
  const plain = sentence(random, words);
  if (random() < 0.15) return plain.replace(/ (\w+) /, ' <i>$1</i> ');
  return words > 60 ? plain.replace(/((?:\S+ ){50})/g, '$1\n\n') : plain;
}
