import { authorKey } from '../domain/author.ts';
import { reviewText } from '../domain/entry.ts';
import type { ReviewText, Visibility, Writer } from '../domain/reader.ts';
import { guessLanguage } from '../domain/text/language.ts';
import { viewedKey, writtenKey } from '../domain/viewing-date.ts';
import type { FilmRef } from './plan-films.ts';
import { entryKey } from './plan-reviews.ts';
import type { AuthorRef, NewEntry, NewMark, RowPlan } from './row-plan.ts';
import { addFilms, synopsisLanguage } from './stage-films.ts';

/** What every row of a batch is written with. */
export interface Staging {
  batchId: string;
  visibility: Visibility;
  memberId: string | null;
  /** The importer's word for the right to show what it brings. */
  word: string;
  now: number;
}

/** What takes time to find out of new reviews and films, found before a transaction begins. */
export interface Prepared {
  words: ReadonlyMap<NewEntry, { text: ReviewText | null; language: string | null }>;
  /** The languages of new films' synopses. */
  synopses: ReadonlyMap<FilmRef, string | null>;
}

/** Renders new reviews and guesses what they are written in. Others have their turn meanwhile. */
export async function prepare(plans: readonly RowPlan[], turns: () => Promise<void>): Promise<Prepared> {
  const words = new Map<NewEntry, { text: ReviewText | null; language: string | null }>();
  const synopses = new Map<FilmRef, string | null>();
  for (const { create, film, outcome } of plans) {
    if (create) {
      const { review } = create;
      const text = reviewText(review.text, review.format);
      words.set(create, { text, language: review.language ?? (text && guessLanguage(text.text)) });
    }
    if (outcome === 'created' && film && film.id === null && !synopses.has(film))
      synopses.set(film, synopsisLanguage(film.facts));
    await turns();
  }
  return { words, synopses };
}

/** Writes what a slice of rows makes, invisible until the batch is done, and the rows of the report. */
export async function stageSlice(
  writer: Writer,
  plans: readonly RowPlan[],
  prepared: Prepared,
  staging: Staging,
): Promise<void> {
  const made = plans.filter((plan) => plan.outcome === 'created');
  await addFilms(writer, staging, unmade(made.map((plan) => plan.film)), prepared.synopses);
  const creates = made.flatMap((plan) => plan.create ?? []);
  await addAuthors(writer, staging, creates);
  const ids = await addEntries(writer, staging, creates, prepared.words);
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
  prepared: Prepared['words'],
): Promise<Map<NewEntry, string>> {
  const { staging: store } = writer.batches;
  const ids = new Map(creates.map((create) => [create, store.mintId(now)]));
  const entries = creates.map((create) => {
    const { film, author, review } = create;
    const { text: words = null, language = null } = prepared.get(create) ?? {};
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
      language,
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
      const words = prepared.get(create)?.text;
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

function unmade(films: readonly (FilmRef | null)[]): FilmRef[] {
  return [...new Set(films)].filter((film): film is FilmRef => film !== null && film.id === null);
}
