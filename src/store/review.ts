import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Viewer } from '../domain/viewer.ts';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { prepared } from './prepared.ts';
import { readable } from './readable.ts';
import type { Basis, Source, SpoilerState, Visibility, Withheld } from './schema.ts';

/** An entry as somebody reads it: who wrote it, where, and its words as stored HTML. */
export interface Review {
  id: string;
  filmId: string;
  authorId: string;
  authorName: string;
  authorLink: string | null;
  /** The member's username when the author is a member here, else null. */
  username: string | null;
  source: Source;
  /** Where it lives or was first written, in plain text: "Letterboxd". */
  place: string | null;
  link: string | null;
  viewed: string | null;
  rating: number | null;
  score: string | null;
  liked: number;
  rewatch: number;
  venue: string | null;
  /** JSON text of the tags. */
  tags: string;
  title: string | null;
  length: number;
  language: string | null;
  spoiler: SpoilerState;
  visibility: Visibility;
  withheld: Withheld | null;
  basis: Basis;
  likes: number;
  written: string | null;
  created: number;
  edited: number | null;
  /** Null for an entry without words. */
  html: string | null;
  fold: number | null;
  cut: number | null;
  writtenKey: string;
  viewedKey: string;
}

export type ReviewSort = 'newest' | 'highest' | 'lowest' | 'longest' | 'viewed' | 'liked';

export interface ReviewFilter {
  /** Leave out entries that are a rating or a date alone. */
  withText?: boolean;
  noSpoilers?: boolean;
  onePerPerson?: boolean;
  /** `here`, or the name of the place it was written on. */
  place?: string | null;
  rating?: number | null;
  language?: string | null;
}

/** Where a page of reviews ended: the last one's sort values. */
export type ReviewCursor = readonly [string | number, string, string];

interface Order {
  first: RawBuilder<string | number>;
  direction: 'asc' | 'desc';
  value: (review: Review) => string | number;
}

const ORDERS: Record<ReviewSort, Order> = {
  newest: { first: sql`entries.written_key`, direction: 'desc', value: (r) => r.writtenKey },
  highest: { first: sql`coalesce(entries.rating, 0)`, direction: 'desc', value: (r) => r.rating ?? 0 },
  lowest: { first: sql`coalesce(entries.rating, 11)`, direction: 'asc', value: (r) => r.rating ?? 11 },
  longest: { first: sql`entries.length`, direction: 'desc', value: (r) => r.length },
  viewed: { first: sql`entries.viewed_key`, direction: 'asc', value: (r) => r.viewedKey },
  liked: { first: sql`entries.likes`, direction: 'desc', value: (r) => r.likes },
};

/** Whoever is not signed in: what they may read, everyone may. */
const ANYBODY: Viewer = { memberId: null, authorId: null, role: 'reader' };

export function reviewReader(db: ReadDb) {
  const leadingForReaders = prepared<{ film: string; limit: number }, Review>(db, (slot) =>
    leading(db, ANYBODY, slot('film')).limit(slot('limit')),
  );
  const pinnedForReaders = prepared<{ film: string }, Review>(db, (slot) =>
    pinned(db, ANYBODY, slot('film')),
  );
  return {
    /** A film's pinned reviews that somebody may see, in the curator's order. */
    pinned(filmId: string, viewer: Viewer): Promise<Review[]> {
      return viewer.memberId === null
        ? pinnedForReaders({ film: filmId })
        : pinned(db, viewer, filmId).execute();
    },
    /** The film's unpinned reviews that lead: one per author, most liked, then newest, undated last. */
    leading(filmId: string, viewer: Viewer, limit: number): Promise<Review[]> {
      return viewer.memberId === null
        ? leadingForReaders({ film: filmId, limit })
        : leading(db, viewer, filmId).limit(limit).execute();
    },
    /** One entry, when it is there for this viewer. */
    async byId(id: string, viewer: Viewer): Promise<Review | null> {
      const row = await reviews(db).where('entries.id', '=', id).where(readable(viewer)).executeTakeFirst();
      return row ?? null;
    },
    /** An entry that is withheld from readers, for those who decide on it. */
    async withheldById(id: string): Promise<Review | null> {
      const row = await reviews(db)
        .where('entries.id', '=', id)
        .where('entries.withheld', 'in', ['awaiting', 'hidden', 'rights'])
        .executeTakeFirst();
      return row ?? null;
    },
    /** Entries that wait for a decision, oldest first. */
    async withheld(limit: number): Promise<(Review & { filmTitle: string; filmSlug: string })[]> {
      return reviews(db)
        .innerJoin('films', 'films.id', 'entries.film_id')
        .select(['films.title as filmTitle', 'films.slug as filmSlug'])
        .where('entries.withheld', 'in', ['awaiting', 'hidden'])
        .orderBy('entries.id')
        .limit(limit)
        .execute();
    },
    /** A page of a film's reviews. */
    async ofFilm(
      filmId: string,
      viewer: Viewer,
      options: { sort: ReviewSort; filter: ReviewFilter; after: ReviewCursor | null; limit: number },
    ): Promise<{ reviews: Review[]; next: ReviewCursor | null }> {
      const order = ORDERS[options.sort];
      let query = reviews(db)
        .where('entries.film_id', '=', filmId)
        .where(readable(viewer))
        .where(matching(options.filter, viewer))
        .orderBy(order.first, order.direction)
        .orderBy('entries.written_key', 'desc')
        .orderBy('entries.id', 'desc');
      if (options.after) query = query.where(afterCursor(order, options.after));
      const rows = await query.limit(options.limit + 1).execute();
      const shown = rows.slice(0, options.limit);
      const last = shown.at(-1);
      return {
        reviews: shown,
        next: rows.length > options.limit && last ? [order.value(last), last.writtenKey, last.id] : null,
      };
    },
    /** How many of a film's entries match. */
    async countOfFilm(filmId: string, viewer: Viewer, filter: ReviewFilter): Promise<number> {
      const row = await db
        .selectFrom('entries')
        .leftJoin('members', 'members.author_id', 'entries.author_id')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('entries.film_id', '=', filmId)
        .where(readable(viewer))
        .where(matching(filter, viewer))
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
    /** The places and languages a film's reviews were written in, most frequent first. */
    async facets(filmId: string): Promise<{ places: (string | null)[]; languages: string[] }> {
      const rows = await db
        .selectFrom('entries')
        .leftJoin('members', 'members.author_id', 'entries.author_id')
        .select((eb) => [
          sql<string | null>`case when members.id is null then entries.place end`.as('place'),
          'entries.language',
          eb.fn.countAll<number>().as('n'),
        ])
        .where('entries.film_id', '=', filmId)
        .where('entries.has_text', '=', 1)
        .where(readable(ANYBODY))
        .groupBy([sql`case when members.id is null then entries.place end`, 'entries.language'])
        .orderBy('n', 'desc')
        .execute();
      return {
        places: [...new Set(rows.map((row) => row.place))],
        languages: [...new Set(rows.flatMap((row) => row.language ?? []))],
      };
    },
    /** An author's entries on one film, earliest writing first. */
    async byAuthorOnFilm(filmId: string, authorId: string, viewer: Viewer): Promise<Review[]> {
      return reviews(db)
        .where('entries.film_id', '=', filmId)
        .where('entries.author_id', '=', authorId)
        .where(readable(viewer))
        .orderBy('entries.written_key')
        .orderBy('entries.id')
        .limit(100)
        .execute();
    },
    /** An author's entries, latest writing first, with the film each is about. */
    async byAuthor(
      authorId: string,
      viewer: Viewer,
      after: readonly [string, string] | null,
      limit: number,
    ): Promise<(Review & { filmTitle: string; filmSlug: string; filmYear: number | null })[]> {
      let query = withFilm(db)
        .where('entries.author_id', '=', authorId)
        .where(readable(viewer))
        .orderBy('entries.written_key', 'desc')
        .orderBy('entries.id', 'desc');
      if (after)
        query = query.where(sql<SqlBool>`(entries.written_key, entries.id) < (${after[0]}, ${after[1]})`);
      return query.limit(limit).execute();
    },
    /** The site's newest reviews with text, with the film each is about. */
    async newest(
      viewer: Viewer,
      limit: number,
    ): Promise<(Review & { filmTitle: string; filmSlug: string; filmYear: number | null })[]> {
      return withFilm(db)
        .where('entries.has_text', '=', 1)
        .where(readable(viewer))
        .orderBy('entries.written_key', 'desc')
        .orderBy('entries.id', 'desc')
        .limit(limit)
        .execute();
    },
  };
}

/** Arranges which reviews lead on a film's page. */
export function pinWriter(db: WriteDb) {
  return {
    /** Sets a film's pins, in this order. */
    async set(filmId: string, entryIds: readonly string[]): Promise<void> {
      await db.deleteFrom('pins').where('film_id', '=', filmId).execute();
      if (entryIds.length === 0) return;
      await db
        .insertInto('pins')
        .values(entryIds.map((entry_id, position) => ({ film_id: filmId, entry_id, position })))
        .execute();
    },
  };
}

function reviews(db: ReadDb) {
  return db
    .selectFrom('entries')
    .innerJoin('authors', 'authors.id', 'entries.author_id')
    .leftJoin('members', 'members.author_id', 'entries.author_id')
    .leftJoin('reviews', 'reviews.entry_id', 'entries.id')
    .select([
      'entries.id',
      'entries.film_id as filmId',
      'entries.author_id as authorId',
      'authors.name as authorName',
      'authors.link as authorLink',
      'members.username',
      'entries.source',
      'entries.place',
      'entries.link',
      'entries.viewed',
      'entries.rating',
      'entries.score',
      'entries.liked',
      'entries.rewatch',
      'entries.venue',
      'entries.tags',
      'entries.title',
      'entries.length',
      'entries.language',
      'entries.spoiler',
      'entries.visibility',
      'entries.withheld',
      'entries.basis',
      'entries.likes',
      'entries.written',
      'entries.created',
      'entries.edited',
      'reviews.html',
      'reviews.fold',
      'reviews.cut',
      'entries.written_key as writtenKey',
      'entries.viewed_key as viewedKey',
    ]);
}

function withFilm(db: ReadDb) {
  return reviews(db)
    .innerJoin('films', 'films.id', 'entries.film_id')
    .select(['films.title as filmTitle', 'films.slug as filmSlug', 'films.year as filmYear']);
}

function pinned(db: ReadDb, viewer: Viewer, filmId: string) {
  return (
    reviews(db)
      .innerJoin('pins', 'pins.entry_id', 'entries.id')
      .where('pins.film_id', '=', filmId)
      // The plus keeps SQLite from starting with every review of the site instead of the film's few pins.
      .where(sql<SqlBool>`+entries.has_text = 1`)
      .where(readable(viewer))
      .orderBy('pins.position')
  );
}

function leading(db: ReadDb, viewer: Viewer, filmId: string) {
  const betterByAuthor = sql<SqlBool>`not exists (
    select 1 from entries as other
    where other.film_id = entries.film_id and other.author_id = entries.author_id and other.has_text = 1
    and (other.likes, other.written_key, other.id) > (entries.likes, entries.written_key, entries.id)
    and ${readable(viewer, 'other')})`;
  const authorPinned = sql<SqlBool>`entries.author_id not in (
    select chosen.author_id from pins join entries as chosen on chosen.id = pins.entry_id
    where pins.film_id = ${filmId} and ${readable(viewer, 'chosen')})`;
  return reviews(db)
    .where('entries.film_id', '=', filmId)
    .where('entries.has_text', '=', 1)
    .where(readable(viewer))
    .where(authorPinned)
    .where(betterByAuthor)
    .orderBy('entries.likes', 'desc')
    .orderBy('entries.written_key', 'desc')
    .orderBy('entries.id', 'desc');
}

function matching(filter: ReviewFilter, viewer: Viewer): RawBuilder<SqlBool> {
  const conditions: RawBuilder<SqlBool>[] = [sql<SqlBool>`1 = 1`];
  if (filter.withText) conditions.push(sql<SqlBool>`entries.has_text = 1`);
  if (filter.noSpoilers) conditions.push(sql<SqlBool>`entries.spoiler = 'no'`);
  if (filter.rating) conditions.push(sql<SqlBool>`entries.rating = ${filter.rating}`);
  if (filter.language) conditions.push(sql<SqlBool>`entries.language = ${filter.language}`);
  if (filter.place === 'here') conditions.push(sql<SqlBool>`members.id is not null`);
  else if (filter.place)
    conditions.push(sql<SqlBool>`members.id is null and entries.place = ${filter.place}`);
  if (filter.onePerPerson)
    conditions.push(sql<SqlBool>`not exists (
      select 1 from entries as other
      where other.film_id = entries.film_id and other.author_id = entries.author_id
      and (other.has_text, other.written_key, other.id) > (entries.has_text, entries.written_key, entries.id)
      and ${readable(viewer, 'other')})`);
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

function afterCursor(order: Order, [first, writtenKey, id]: ReviewCursor): RawBuilder<SqlBool> {
  const beyond =
    order.direction === 'desc'
      ? sql<SqlBool>`${order.first} < ${first}`
      : sql<SqlBool>`${order.first} > ${first}`;
  return sql<SqlBool>`(${beyond} or (${order.first} = ${first}
    and (entries.written_key, entries.id) < (${writtenKey}, ${id})))`;
}
