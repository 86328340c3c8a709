import { sql } from 'kysely';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { newId } from './ids.ts';
import { nameableWriter } from './nameable.ts';
import { settled } from './readable.ts';
import type {
  Basis,
  EntriesTable,
  Source,
  SpoilerState,
  TextFormat,
  Visibility,
  Withheld,
} from './schema.ts';

/** The words of an entry: the source as written, and what was derived from it when it was written. */
export interface ReviewText {
  format: TextFormat;
  source: string;
  html: string;
  text: string;
  length: number;
  fold: number | null;
  cut: number | null;
}

/** One author's one occasion with one film, as it is kept. Rating in half-stars, `viewed` a calendar date. */
export interface EntryFacts {
  filmId: string;
  authorId: string;
  source: Source;
  key: string | null;
  link: string | null;
  place: string | null;
  viewed: string | null;
  rating: number | null;
  score: string | null;
  liked: boolean;
  rewatch: boolean;
  venue: string | null;
  tags: string[];
  title: string | null;
  language: string | null;
  spoiler: SpoilerState;
  visibility: Visibility;
  withheld: Withheld | null;
  basis: Basis;
  counted: boolean;
  /** The day it was written as its source says. */
  written: string | null;
  writtenKey: string;
  viewedKey: string;
}

/** An entry as a writer of it needs it. */
export interface Entry extends EntryFacts {
  id: string;
  likes: number;
  created: number;
  updated: number;
  edited: number | null;
  deleted: number | null;
  review: ReviewText | null;
}

/** Keeps an entry, or the words of one, and its history. */
export function entryWriter(db: WriteDb) {
  return {
    /** Adds an entry, with its words where it has some. */
    async add(
      facts: EntryFacts,
      review: ReviewText | null,
      now: number,
      batchId: string | null = null,
    ): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('entries')
        .values({
          ...columns(facts, review),
          id,
          first_film_id: facts.filmId,
          first_author_id: facts.authorId,
          likes: 0,
          batch_id: batchId,
          created: now,
          updated: now,
          edited: null,
          deleted: null,
        })
        .execute();
      if (review) await this.keepReview(id, review, batchId);
      return id;
    },
    /** Replaces an entry's facts and words; its first film and author, likes and birth stay. */
    async change(id: string, facts: EntryFacts, review: ReviewText | null, now: number, edited: boolean) {
      await db
        .updateTable('entries')
        .set({ ...columns(facts, review), updated: now, ...(edited ? { edited: now } : {}) })
        .where('id', '=', id)
        .execute();
      await db.deleteFrom('reviews').where('entry_id', '=', id).execute();
      // What its author has said of the films it names holds for other words too; what was found does not.
      await db.deleteFrom('mentions').where('entry_id', '=', id).where('state', '=', 'found').execute();
      if (!review) return;
      await this.keepReview(id, review, null);
      await nameableWriter(db).queue([id]);
    },
    async keepReview(id: string, review: ReviewText, batchId: string | null): Promise<void> {
      const { format, source, html, text, fold, cut } = review;
      await db
        .insertInto('reviews')
        .values({ entry_id: id, format, source, html, text, fold, cut, batch_id: batchId })
        .execute();
    },
    /** Withholds an entry from readers, or shows it again. */
    async withhold(id: string, withheld: Exclude<Withheld, 'deleted'> | null, now: number): Promise<void> {
      await db
        .updateTable('entries')
        .set({
          withheld,
          everyone: sql<
            0 | 1
          >`case when visibility = 'everyone' and ${withheld === null ? 1 : 0} = 1 then 1 else 0 end`,
          updated: now,
        })
        .where('id', '=', id)
        .execute();
    },
    /** Takes an entry away from everybody; what withheld it before is kept for when it comes back. */
    async remove(id: string, now: number): Promise<void> {
      await db
        .updateTable('entries')
        .set({
          withheld: sql<Withheld>`coalesce(withheld, 'deleted')`,
          everyone: 0,
          deleted: now,
          updated: now,
        })
        .where('id', '=', id)
        .execute();
    },
    /** Brings a removed entry back to where it was. */
    async bringBack(id: string, now: number): Promise<void> {
      await db
        .updateTable('entries')
        .set({
          withheld: sql<Withheld | null>`nullif(withheld, 'deleted')`,
          everyone: sql<0 | 1>`case when visibility = 'everyone' and withheld = 'deleted' then 1 else 0 end`,
          deleted: null,
          updated: now,
        })
        .where('id', '=', id)
        .execute();
    },
    async setSpoiler(id: string, spoiler: SpoilerState, now: number): Promise<void> {
      await db.updateTable('entries').set({ spoiler, updated: now }).where('id', '=', id).execute();
    },
  };
}

/** Reads entries for those who write them: no reader's rights apply, so no page reads by these. */
export function entryReader(db: ReadDb) {
  const whole = () =>
    db
      .selectFrom('entries')
      .leftJoin('reviews', 'reviews.entry_id', 'entries.id')
      .selectAll('entries')
      .select(['reviews.format', 'reviews.source as words', 'reviews.html', 'reviews.text'])
      .select(['reviews.fold', 'reviews.cut']);
  return {
    /** An entry to be changed, whoever may see it. */
    async toChange(id: string): Promise<Entry | null> {
      const row = await whole().where('entries.id', '=', id).executeTakeFirst();
      return row ? entry(row) : null;
    },
    /** The entry that came under this key before. */
    async byKey(key: string): Promise<Entry | null> {
      const row = await whole().where('entries.key', '=', key).executeTakeFirst();
      return row ? entry(row) : null;
    },
    /** An author's entries on one film that are not deleted. */
    async onFilm(filmId: string, authorId: string): Promise<Entry[]> {
      const rows = await whole()
        .where('entries.film_id', '=', filmId)
        .where('entries.author_id', '=', authorId)
        .where('entries.deleted', 'is', null)
        .where(settled('entries'))
        .execute();
      return rows.map(entry);
    },
    /** What an author wrote here on a film since an instant and has not deleted, latest first. */
    async madeSince(filmId: string, authorId: string, since: number): Promise<Entry[]> {
      const rows = await whole()
        .where('entries.film_id', '=', filmId)
        .where('entries.author_id', '=', authorId)
        .where('entries.source', '=', 'local')
        .where('entries.created', '>=', since)
        .where('entries.deleted', 'is', null)
        .orderBy('entries.id', 'desc')
        .execute();
      return rows.map(entry);
    },
  };
}

function columns(facts: EntryFacts, review: ReviewText | null) {
  return {
    film_id: facts.filmId,
    author_id: facts.authorId,
    source: facts.source,
    key: facts.key,
    link: facts.link,
    place: facts.place,
    viewed: facts.viewed,
    rating: facts.rating,
    score: facts.score,
    liked: flag(facts.liked),
    rewatch: flag(facts.rewatch),
    venue: facts.venue,
    tags: JSON.stringify(facts.tags),
    title: facts.title,
    has_text: flag(review !== null),
    length: review?.length ?? 0,
    language: facts.language,
    spoiler: facts.spoiler,
    visibility: facts.visibility,
    withheld: facts.withheld,
    everyone: flag(facts.visibility === 'everyone' && facts.withheld === null),
    basis: facts.basis,
    counted: flag(facts.counted),
    written: facts.written,
    written_key: facts.writtenKey,
    viewed_key: facts.viewedKey,
  };
}

function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}

type Whole = EntriesTable & {
  format: TextFormat | null;
  words: string | null;
  html: string | null;
  text: string | null;
  fold: number | null;
  cut: number | null;
};

function entry(row: Whole): Entry {
  return {
    id: row.id,
    filmId: row.film_id,
    authorId: row.author_id,
    source: row.source,
    key: row.key,
    link: row.link,
    place: row.place,
    viewed: row.viewed,
    rating: row.rating,
    score: row.score,
    liked: row.liked === 1,
    rewatch: row.rewatch === 1,
    venue: row.venue,
    tags: JSON.parse(row.tags) as string[],
    title: row.title,
    language: row.language,
    spoiler: row.spoiler,
    visibility: row.visibility,
    withheld: row.withheld,
    basis: row.basis,
    counted: row.counted === 1,
    written: row.written,
    writtenKey: row.written_key,
    viewedKey: row.viewed_key,
    likes: row.likes,
    created: row.created,
    updated: row.updated,
    edited: row.edited,
    deleted: row.deleted,
    review:
      row.format === null
        ? null
        : {
            format: row.format,
            source: row.words ?? '',
            html: row.html ?? '',
            text: row.text ?? '',
            length: row.length,
            fold: row.fold,
            cut: row.cut,
          },
  };
}
