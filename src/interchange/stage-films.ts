import type { Writer } from '../domain/reader.ts';
import { filmSlug, slugOf, titleKey } from '../domain/slug.ts';
import { guessLanguage } from '../domain/text/language.ts';
import type { FilmRef } from './plan-films.ts';
import type { FilmFacts } from './row.ts';

/**
 * Makes films, with their ids, people and credits.
 *
 * @param made the films, each with the language of its synopsis
 */
export async function addFilms(
  writer: Writer,
  { batchId, now }: { batchId: string; now: number },
  made: ReadonlyMap<FilmRef, string | null>,
): Promise<void> {
  const { staging: store } = writer.batches;
  const films = [...made.keys()];
  const slugs = await freeSlugs(
    writer,
    'film',
    films.map(({ facts }) => filmSlug(facts.title ?? '', facts.year)),
  );
  const rows = films.map((film, index) => {
    const { facts } = film;
    film.id = store.mintId(now);
    const { title, year } = facts;
    const named = { id: film.id, slug: slugs[index] ?? film.id, title: title ?? '', year };
    return {
      ...filmRow(named, batchId, now),
      released: facts.released,
      runtime: facts.runtime,
      synopsis: facts.synopsis,
      synopsis_language: made.get(film) ?? null,
      countries: JSON.stringify(facts.countries),
      languages: JSON.stringify(facts.languages),
      genres: JSON.stringify(facts.genres),
    };
  });
  await store.insert(batchId, 'films', rows);
  const of = films.flatMap((film) => (film.id === null ? [] : [{ filmId: film.id, ...film.facts }]));
  await addIds(writer, batchId, of);
  await addCredits(writer, batchId, of, now);
}

/** A film's row with nothing known of it but its name; every column is said. */
export function filmRow(
  film: { id: string; slug: string; title: string; year: number | null },
  batchId: string,
  now: number,
) {
  return {
    ...film,
    original_title: null,
    title_key: titleKey(film.title),
    released: null,
    runtime: null,
    synopsis: null,
    synopsis_language: null,
    countries: '[]',
    languages: '[]',
    genres: '[]',
    canonical_id: null,
    batch_id: batchId,
    created: now,
    updated: now,
    reviews: 0,
    ratings_here: NONE,
    ratings_elsewhere: NONE,
  };
}

/** Ties external ids to films. */
export async function addIds(
  writer: Writer,
  batchId: string,
  films: readonly { filmId: string; ids: FilmFacts['ids'] }[],
): Promise<void> {
  await writer.batches.staging.insertExternalIds(
    batchId,
    films.flatMap(({ filmId, ids }) =>
      ids.map(({ scheme, value }) => ({
        thing_id: filmId,
        scheme,
        value,
        kind: 'film' as const,
        batch_id: batchId,
      })),
    ),
  );
}

/** Adds credits, and the people nobody knows. */
export async function addCredits(
  writer: Writer,
  batchId: string,
  films: readonly { filmId: string; credits: FilmFacts['credits'] }[],
  now: number,
): Promise<void> {
  const { staging: store } = writer.batches;
  const names = [...new Set(films.flatMap(({ credits }) => credits.map(({ name }) => name)))];
  const people = new Map<string, string>();
  for (let start = 0; start < names.length; start += 500)
    for (const [name, id] of await store.peopleNamed(names.slice(start, start + 500))) people.set(name, id);
  const strangers = names.filter((name) => !people.has(name));
  const slugs = await freeSlugs(
    writer,
    'person',
    strangers.map((name) => slugOf(name) || 'person'),
  );
  const added = strangers.map((name, index) => {
    const id = store.mintId(now);
    people.set(name, id);
    return { id, slug: slugs[index] ?? id, name, batch_id: batchId, created: now };
  });
  await store.insert(batchId, 'people', added);
  await store.insert(
    batchId,
    'credits',
    films.flatMap(({ filmId, credits }) =>
      credits.map(({ name, role, character }, position) => ({
        id: store.mintId(now),
        film_id: filmId,
        person_id: people.get(name) ?? '',
        role,
        position,
        character,
        batch_id: batchId,
      })),
    ),
  );
}

/** Numbers asked for at once when a slug is taken: few at first, more where a name is very common. */
const FEWEST_NUMBERS = 8;
const MOST_NUMBERS = 1000;

/** One free slug for each wanted one, in few questions, however many want the same. */
export async function freeSlugs(
  writer: Writer,
  kind: 'film' | 'person',
  wanted: readonly string[],
): Promise<string[]> {
  const { takenSlugs } = writer.batches.staging;
  const taken = await takenSlugs(kind, [...new Set(wanted)]);
  /** The last number that was looked at for a slug, and the last that was asked for. */
  const numbers = new Map<string, { last: number; asked: number }>();
  const slugs: string[] = [];
  for (const slug of wanted) {
    let free = slug;
    if (taken.has(slug)) {
      const seen = numbers.get(slug) ?? { last: 1, asked: 1 };
      numbers.set(slug, seen);
      do {
        seen.last += 1;
        free = `${slug}-${seen.last}`;
        if (seen.last <= seen.asked) continue;
        const more = Math.min(MOST_NUMBERS, Math.max(FEWEST_NUMBERS, seen.asked));
        const next = Array.from({ length: more }, (_, index) => `${slug}-${seen.last + index}`);
        for (const one of await takenSlugs(kind, next)) taken.add(one);
        seen.asked = seen.last + more - 1;
      } while (taken.has(free));
    }
    taken.add(free);
    slugs.push(free);
  }
  return slugs;
}

/** A synopsis is taken for what it seems written in, where the file does not say. */
export function synopsisLanguage({ synopsis, synopsisLanguage: said }: FilmFacts): string | null {
  return synopsis === null ? null : (said ?? guessLanguage(synopsis));
}

/** Nobody has rated it yet. */
const NONE = '[0,0,0,0,0,0,0,0,0,0]';
