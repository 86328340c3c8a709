import { authorKey } from '../domain/author.ts';
import { reviewText } from '../domain/entry.ts';
import type { AllowedUse, ReviewText, Visibility, Writer } from '../domain/reader.ts';
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
  /** Where that word lets it be shown. */
  allowed: readonly AllowedUse[];
  now: number;
}

/**
 * What a slice will make, and what takes time to find out of it, found before its transaction begins: that may
 * run more than once, and makes the same things each time.
 */
export interface Prepared {
  words: ReadonlyMap<NewEntry, { text: ReviewText | null; language: string | null }>;
  /** New films, with the languages of their synopses. */
  films: ReadonlyMap<FilmRef, string | null>;
  /** New authors. */
  authors: ReadonlySet<AuthorRef>;
}

/** Renders new reviews and guesses what they are written in. Others have their turn meanwhile. */
export async function prepare(plans: readonly RowPlan[], turns: () => Promise<void>): Promise<Prepared> {
  const words = new Map<NewEntry, { text: ReviewText | null; language: string | null }>();
  const films = new Map<FilmRef, string | null>();
  const authors = new Set<AuthorRef>();
  for (const plan of plans) {
    const { create } = plan;
    if (create) {
      const { review, author } = create;
      if (author.id === null) authors.add(author);
      const text = reviewText(review.text, review.format);
      words.set(create, { text, language: review.language ?? (text && guessLanguage(text.text)) });
    }
    for (const film of filmsOf(plan))
      if (film.id === null && !films.has(film)) films.set(film, synopsisLanguage(film.facts));
    await turns();
  }
  return { words, films, authors };
}

/** Writes what a slice of rows makes, invisible until the batch is done, and the rows of the report. */
export async function stageSlice(
  writer: Writer,
  plans: readonly RowPlan[],
  prepared: Prepared,
  staging: Staging,
): Promise<void> {
  await addFilms(writer, staging, prepared.films);
  await addAuthors(writer, staging, prepared.authors);
  const creates = plans.flatMap((plan) => plan.create ?? []);
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
function laterOf({ outcome, row, films, change, fill, log }: RowPlan): Record<string, unknown> | null {
  if (outcome === 'unmatched') return { candidates: films.map(({ id }) => id), record: row.record };
  return change || fill || log ? { change, fill, log } : null;
}

async function addAuthors(
  writer: Writer,
  staging: Staging,
  strangers: ReadonlySet<AuthorRef>,
): Promise<void> {
  const { staging: store } = writer.batches;
  const rows = [...strangers].map((author) => {
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
  { batchId, visibility, memberId, word, allowed, now }: Staging,
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
      allowed: JSON.stringify(allowed),
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

/** The films a row needs: its own, or those it could mean, which other rows bring. */
function filmsOf({ outcome, film, films }: RowPlan): FilmRef[] {
  if (outcome === 'unmatched') return films;
  return outcome === 'created' && film ? [film] : [];
}
