import { renderText } from '../src/domain/text/render.ts';
import { viewedKey, writtenKey } from '../src/domain/viewing-date.ts';
import { newId } from '../src/store/ids.ts';
import type { Store } from '../src/store/open.ts';

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

const ROWS = 100;

/** A site's worth of films and reviews of real shape; a Zipf law says which film a review is of. */
export async function seed(store: Store, size: { films: number; reviews: number }): Promise<string[]> {
  const random = chance(7);
  const now = Date.UTC(2026, 0, 1);
  const films = Array.from({ length: size.films }, (_, n) => ({
    id: newId(now + n),
    slug: `film-${n}-${1920 + (n % 100)}`,
  }));
  const authors = Array.from({ length: Math.max(50, size.reviews / 50) }, (_, n) => ({
    id: newId(now),
    name: `Author ${n}`,
  }));
  await insert(
    store,
    'films',
    films.map(({ id, slug }, n) => ({
      id,
      slug,
      title: title(random),
      title_key: `film ${n}`,
      year: 1920 + (n % 100),
      runtime: 60 + (n % 120),
      synopsis: sentence(random, 40),
      synopsis_language: 'en',
      countries: '["FR"]',
      languages: '["fr"]',
      genres: '["Drama"]',
      created: now,
      updated: now,
    })),
  );
  const people = Array.from({ length: Math.max(10, size.films / 5) }, (_, n) => ({
    id: newId(now),
    slug: `person-${n}`,
    name: `${title(random)} ${n}`,
    created: now,
  }));
  await insert(store, 'people', people);
  await insert(
    store,
    'credits',
    films.map(({ id }, n) => ({
      id: newId(now),
      film_id: id,
      person_id: people[n % people.length]!.id,
      role: 'director',
      position: 0,
    })),
  );
  await insert(
    store,
    'authors',
    authors.map(({ id, name }, n) => ({
      id,
      name,
      source: 'jsonld',
      key: `bench:${n}`,
      place: n % 3 ? 'Elsewhere' : null,
      created: now,
    })),
  );
  const weights = zipf(size.films);
  const entries: object[] = [];
  const reviews: object[] = [];
  const marks = new Map<string, object>();
  const flush = async () => {
    await insert(store, 'entries', entries.splice(0));
    await insert(store, 'reviews', reviews.splice(0));
  };
  for (let n = 0; n < size.reviews; n += 1) {
    const film = films[pick(weights, random())]!;
    const author = authors[Math.floor(random() * authors.length)]!;
    const id = newId(now + n);
    const source = text(random);
    const rendered = renderText(source, 'lbml');
    const rating = random() < 0.1 ? null : 1 + Math.floor(random() * 10);
    const written = new Date(now - n * 60_000).toISOString();
    const spoiler = random() < 0.05 ? 'yes' : random() < 0.3 ? 'unknown' : 'no';
    entries.push({
      id,
      film_id: film.id,
      author_id: author.id,
      first_film_id: film.id,
      first_author_id: author.id,
      source: 'jsonld',
      key: `bench:${n}`,
      place: 'Elsewhere',
      rating,
      tags: '[]',
      has_text: 1,
      length: rendered.length,
      language: 'en',
      spoiler,
      everyone: 1,
      basis: 'permission',
      written: written.slice(0, 10),
      written_key: writtenKey(written, n),
      viewed_key: viewedKey(null),
      created: now,
      updated: now,
    });
    reviews.push({
      entry_id: id,
      format: 'lbml',
      source,
      html: rendered.html,
      text: rendered.text,
      fold: rendered.fold,
      cut: rendered.cut,
    });
    if (rating)
      marks.set(`${author.id} ${film.id}`, {
        author_id: author.id,
        film_id: film.id,
        first_author_id: author.id,
        first_film_id: film.id,
        rating,
        rated: written.slice(0, 10),
        here: n % 2,
      });
    if (entries.length === 5000) await flush();
  }
  await flush();
  await insert(store, 'marks', [...marks.values()]);
  for (let at = 0; at < films.length; at += 200)
    await store.transact(async (writer) => {
      for (const film of films.slice(at, at + 200)) await writer.films.reckon(film.id);
    });
  return films.map((film) => film.slug);
}

async function insert(store: Store, table: string, rows: object[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS * 50)
    await store.engine.transact(async (db) => {
      for (let from = at; from < Math.min(rows.length, at + ROWS * 50); from += ROWS)
        await db
          .insertInto(table as 'films')
          .values(rows.slice(from, from + ROWS) as never)
          .execute();
    });
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
