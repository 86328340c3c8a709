import { authorKey } from '../domain/author.ts';
import { reviewText } from '../domain/entry.ts';
import type { Problem } from '../domain/import.ts';
import type { ReviewText, Visibility, Writer } from '../domain/reader.ts';
import { filmSlug, freeSlug, slugOf, titleKey } from '../domain/slug.ts';
import { guessLanguage } from '../domain/text/language.ts';
import { viewedKey, writtenKey } from '../domain/viewing-date.ts';
import { type AuthorRef, entryKey, type NewEntry, type NewMark, type RowPlan } from './plan.ts';
import type { FilmRef } from './plan-films.ts';
import type { FilmFacts } from './row.ts';

/** What every row of a batch is written with. */
export interface Staging {
  batchId: string;
  visibility: Visibility;
  memberId: string | null;
  /** The importer's word for the right to show what it brings. */
  word: string;
  now: number;
}

/** The words of new reviews, rendered before a transaction begins. */
export type Rendered = ReadonlyMap<NewEntry, ReviewText | null>;

export function render(plans: readonly RowPlan[]): Rendered {
  return new Map(
    plans.flatMap(({ create }) =>
      create ? [[create, reviewText(create.review.text, create.review.format)] as const] : [],
    ),
  );
}

/** Writes what a slice of rows makes, invisible until the batch is done, and the rows of the report. */
export async function stageSlice(
  writer: Writer,
  plans: readonly RowPlan[],
  rendered: Rendered,
  staging: Staging,
): Promise<void> {
  const made = plans.filter((plan) => plan.outcome === 'created');
  await addFilms(writer, staging, unmade(made.map((plan) => plan.film)));
  const creates = made.flatMap((plan) => plan.create ?? []);
  await addAuthors(writer, staging, creates);
  const ids = await addEntries(writer, staging, creates, rendered);
  await writer.batches.addRows(
    staging.batchId,
    plans.map((plan) => ({
      file: plan.row.file,
      row: plan.row.row,
      outcome: plan.outcome,
      code: plan.code,
      message: plan.code === null ? null : JSON.stringify(plan.details),
      targetId: (plan.create ? ids.get(plan.create) : plan.targetId) ?? plan.film?.id ?? null,
      plan: laterOf(plan),
    })),
  );
}

/** What a row does once its batch becomes visible, or what it waits for. */
function laterOf({ outcome, row, candidates, change, fill, log }: RowPlan): Record<string, unknown> | null {
  if (outcome === 'unmatched') return { candidates, record: row.record };
  return change || fill || log ? { change, fill, log } : null;
}

/** Makes the films that have no id yet, with their ids, people and credits. */
async function addFilms(writer: Writer, staging: Staging, films: readonly FilmRef[]): Promise<void> {
  const { batchId, now } = staging;
  const { staging: store } = writer.batches;
  const slugs = await freeSlugs(
    writer,
    'film',
    films.map(({ facts }) => filmSlug(facts.title ?? '', facts.year)),
  );
  const rows = films.map((film, index) => {
    const { facts } = film;
    film.id = store.mintId(now);
    return {
      id: film.id,
      slug: slugs[index] ?? film.id,
      title: facts.title ?? '',
      original_title: null,
      title_key: titleKey(facts.title ?? ''),
      year: facts.year,
      released: facts.released,
      runtime: facts.runtime,
      synopsis: facts.synopsis,
      synopsis_language: languageOf(facts),
      countries: JSON.stringify(facts.countries),
      languages: JSON.stringify(facts.languages),
      genres: JSON.stringify(facts.genres),
      canonical_id: null,
      batch_id: batchId,
      created: now,
      updated: now,
      reviews: 0,
      ratings_here: NONE,
      ratings_elsewhere: NONE,
    };
  });
  await store.insert(batchId, 'films', rows);
  const of = films.flatMap((film) => (film.id === null ? [] : [{ filmId: film.id, ...film.facts }]));
  await addIds(writer, batchId, of);
  await addCredits(writer, batchId, of, now);
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

async function addAuthors(writer: Writer, staging: Staging, creates: readonly NewEntry[]): Promise<void> {
  const { staging: store } = writer.batches;
  const strangers = [...new Set(creates.map(({ author }) => author))].filter((author) => author.id === null);
  const rows = strangers.map((author) => {
    const id = store.mintId(staging.now);
    Object.assign(author, { id, canonicalId: id } satisfies Partial<AuthorRef>);
    return {
      id,
      name: author.name,
      source: 'jsonld' as const,
      key: authorKey(author, { filmId: author.film.id ?? '', place: author.place }),
      link: author.link,
      place: author.place,
      canonical_id: null,
      batch_id: staging.batchId,
      created: staging.now,
    };
  });
  await store.insert(staging.batchId, 'authors', rows);
}

async function addEntries(
  writer: Writer,
  { batchId, visibility, memberId, word, now }: Staging,
  creates: readonly NewEntry[],
  rendered: Rendered,
): Promise<Map<NewEntry, string>> {
  const { staging: store } = writer.batches;
  const ids = new Map(creates.map((create) => [create, store.mintId(now)]));
  const entries = creates.map((create) => {
    const { film, author, review } = create;
    const words = rendered.get(create) ?? null;
    const filmId = film.id ?? '';
    return {
      id: ids.get(create) ?? '',
      film_id: filmId,
      author_id: author.canonicalId ?? '',
      first_film_id: filmId,
      first_author_id: author.id ?? '',
      source: 'jsonld' as const,
      key: entryKey(review, create.ordinal, filmId),
      link: review.link,
      place: review.place,
      viewed: null,
      rating: review.rating,
      score: review.score,
      liked: 0 as const,
      rewatch: 0 as const,
      venue: null,
      tags: '[]',
      title: review.title,
      has_text: words ? (1 as const) : (0 as const),
      length: words?.length ?? 0,
      language: review.language ?? (words ? guessLanguage(words.text) : null),
      spoiler: words ? review.spoiler : ('no' as const),
      visibility,
      withheld: null,
      everyone: visibility === 'everyone' ? (1 as const) : (0 as const),
      basis: 'permission' as const,
      counted: 1 as const,
      likes: 0,
      written: review.written,
      written_key: writtenKey(review.ordered, create.position),
      viewed_key: viewedKey(null),
      batch_id: batchId,
      created: now,
      updated: now,
      edited: null,
      deleted: null,
    };
  });
  await store.insert(batchId, 'entries', entries);
  await store.insert(
    batchId,
    'reviews',
    creates.flatMap((create) => {
      const words = rendered.get(create);
      if (!words) return [];
      const { format, source, html, text, fold, cut } = words;
      const entryId = ids.get(create) ?? '';
      return [{ entry_id: entryId, format, source, html, text, fold, cut, batch_id: batchId }];
    }),
  );
  await store.insert(
    batchId,
    'rights',
    creates.map((create) => ({
      entry_id: ids.get(create) ?? '',
      basis: 'permission' as const,
      allowed: '["here"]',
      word,
      given_by: memberId,
      given: now,
      until: null,
      batch_id: batchId,
    })),
  );
  return ids;
}

/** Writes marks that are not there yet. */
export async function stageMarks(
  writer: Writer,
  marks: readonly NewMark[],
  { batchId }: Staging,
): Promise<void> {
  await writer.batches.staging.insert(
    batchId,
    'marks',
    marks.map(({ film, author, mark }) => ({
      author_id: author.canonicalId ?? '',
      film_id: film.id ?? '',
      first_author_id: author.id ?? '',
      first_film_id: film.id ?? '',
      watched: mark.watched,
      liked: mark.liked,
      rating: mark.rating,
      rated: mark.rated,
      watchlist: mark.watchlist,
      visibility: mark.visibility,
      here: mark.here ? (1 as const) : (0 as const),
      counted: mark.counted ? (1 as const) : (0 as const),
      batch_id: batchId,
    })),
  );
}

/** The problems of planned rows. */
export function problemsOf(plans: readonly RowPlan[]): Problem[] {
  return plans.flatMap(({ row, code, details }) =>
    code === null ? [] : [{ file: row.file, row: row.row, code, details }],
  );
}

/** One free slug for each wanted one, in few questions. */
async function freeSlugs(
  writer: Writer,
  kind: 'film' | 'person',
  wanted: readonly string[],
): Promise<string[]> {
  const { takenSlugs } = writer.batches.staging;
  const taken = await takenSlugs(kind, [...new Set(wanted)]);
  const slugs: string[] = [];
  for (const slug of wanted) {
    const free = await freeSlug(
      slug,
      async (one) => taken.has(one) || (one !== slug && (await takenSlugs(kind, [one])).has(one)),
    );
    taken.add(free);
    slugs.push(free);
  }
  return slugs;
}

/** A synopsis is taken for what it seems written in, where the file does not say. */
export function languageOf({ synopsis, synopsisLanguage }: FilmFacts): string | null {
  return synopsis === null ? null : (synopsisLanguage ?? guessLanguage(synopsis));
}

function unmade(films: readonly (FilmRef | null)[]): FilmRef[] {
  return [...new Set(films)].filter((film): film is FilmRef => film !== null && film.id === null);
}

const NONE = '[0,0,0,0,0,0,0,0,0,0]';
