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

/** What a film's reviews can be sifted by. */
export interface ReviewFacets {
  /** Whether members here wrote some. */
  here: boolean;
  places: string[];
  languages: string[];
}

interface Order {
  /** The value an entry is ordered by before its time of writing; `table` is how the query knows the entries. */
  first: (table: string) => RawBuilder<string | number>;
  direction: 'asc' | 'desc';
  value: (review: Review) => string | number;
}

const column = (name: string) => (table: string) => sql<string | number>`${sql.ref(`${table}.${name}`)}`;
const ratingOr = (unrated: number) => (table: string) =>
  sql<number>`coalesce(${sql.ref(`${table}.rating`)}, ${sql.lit(unrated)})`;

const ORDERS: Record<ReviewSort, Order> = {
  newest: { first: column('written_key'), direction: 'desc', value: (r) => r.writtenKey },
  highest: { first: ratingOr(0), direction: 'desc', value: (r) => r.rating ?? 0 },
  lowest: { first: ratingOr(11), direction: 'asc', value: (r) => r.rating ?? 11 },
  longest: { first: column('length'), direction: 'desc', value: (r) => r.length },
  viewed: { first: column('viewed_key'), direction: 'asc', value: (r) => r.viewedKey },
  liked: { first: column('likes'), direction: 'desc', value: (r) => r.likes },
};

/** Whoever is not signed in: what they may read, everyone may. */
const ANYBODY: Viewer = { memberId: null, authorId: null, role: 'reader' };

export function reviewReader(db: ReadDb) {
  // A limit that SQLite does not know when it plans makes it sort all of a film's reviews: one query per limit.
  const leadingByLimit = new Map<number, (values: { film: string }) => Promise<Review[]>>();
  const leadingForReaders = (limit: number) => {
    const known = leadingByLimit.get(limit);
    if (known) return known;
    const made = prepared<{ film: string }, Review>(db, (slot) =>
      leading(db, ANYBODY, slot('film')).limit(sql.lit(limit)),
    );
    leadingByLimit.set(limit, made);
    return made;
  };
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
        ? leadingForReaders(limit)({ film: filmId })
        : leading(db, viewer, filmId).limit(limit).execute();
    },
    /** Every entry pinned to a film, seen or not, in the curator's order. */
    async pins(filmId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('pins')
        .select('entry_id as id')
        .where('film_id', '=', filmId)
        .orderBy('position')
        .execute();
      return rows.map((row) => row.id);
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
        .where('entries.deleted', 'is', null)
        .executeTakeFirst();
      return row ?? null;
    },
    /** Entries that wait for a decision, oldest first. */
    async withheld(limit: number): Promise<(Review & { filmTitle: string; filmSlug: string })[]> {
      return reviews(db)
        .innerJoin('films', 'films.id', 'entries.film_id')
        .select(['films.title as filmTitle', 'films.slug as filmSlug'])
        .where('entries.withheld', 'in', ['awaiting', 'hidden'])
        .where('entries.deleted', 'is', null)
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
      const first = order.first('entries');
      let query = reviews(db)
        .where('entries.film_id', '=', filmId)
        .where(readable(viewer))
        .where(matching(options.filter))
        .orderBy(first, order.direction)
        .orderBy('entries.written_key', 'desc')
        .orderBy('entries.id', 'desc');
      if (options.filter.onePerPerson) query = query.where(firstOfAuthor(order, options.filter, viewer));
      if (options.after) query = query.where(afterCursor(order, options.after));
      const rows = await query.limit(options.limit + 1).execute();
      const shown = rows.slice(0, options.limit);
      const last = shown.at(-1);
      return {
        reviews: shown,
        next: rows.length > options.limit && last ? [order.value(last), last.writtenKey, last.id] : null,
      };
    },
    /** How many of a film's entries match; of people, when only one of each person is shown. */
    async countOfFilm(filmId: string, viewer: Viewer, filter: ReviewFilter): Promise<number> {
      const row = await db
        .selectFrom('entries')
        .leftJoin('members', 'members.author_id', 'entries.author_id')
        .select((eb) =>
          filter.onePerPerson
            ? eb.fn.count<number>('entries.author_id').distinct().as('n')
            : eb.fn.countAll<number>().as('n'),
        )
        .where('entries.film_id', '=', filmId)
        .where(readable(viewer))
        .where(matching(filter))
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
    /** Where and in which languages a film's reviews were written, most frequent first. */
    async facets(filmId: string): Promise<ReviewFacets> {
      const here = sql<0 | 1>`case when members.id is null then 0 else 1 end`;
      const place = sql<string | null>`case when members.id is null then entries.place end`;
      const rows = await db
        .selectFrom('entries')
        .leftJoin('members', 'members.author_id', 'entries.author_id')
        .select((eb) => [
          here.as('here'),
          place.as('place'),
          'entries.language',
          eb.fn.countAll<number>().as('n'),
        ])
        .where('entries.film_id', '=', filmId)
        .where('entries.has_text', '=', 1)
        .where(readable(ANYBODY))
        .groupBy([here, place, 'entries.language'])
        .execute();
      return {
        here: rows.some((row) => row.here === 1),
        places: byFrequency(rows, (row) => row.place),
        languages: byFrequency(rows, (row) => row.language),
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

/** The condition of a filter; `members` is the author's row of that table, joined to `table`. */
function matching(filter: ReviewFilter, table = 'entries', members = 'members'): RawBuilder<SqlBool> {
  const of = (name: string) => sql.ref(`${table}.${name}`);
  const conditions: RawBuilder<SqlBool>[] = [sql<SqlBool>`1 = 1`];
  if (filter.withText) conditions.push(sql<SqlBool>`${of('has_text')} = 1`);
  if (filter.noSpoilers) conditions.push(sql<SqlBool>`${of('spoiler')} = 'no'`);
  if (filter.rating) conditions.push(sql<SqlBool>`${of('rating')} = ${filter.rating}`);
  if (filter.language) conditions.push(sql<SqlBool>`${of('language')} = ${filter.language}`);
  const isMember = sql.ref(`${members}.id`);
  if (filter.place === 'here') conditions.push(sql<SqlBool>`${isMember} is not null`);
  else if (filter.place)
    conditions.push(sql<SqlBool>`${isMember} is null and ${of('place')} = ${filter.place}`);
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

/** Of all that match, only the one of each author that comes first in this order. */
function firstOfAuthor(order: Order, filter: ReviewFilter, viewer: Viewer): RawBuilder<SqlBool> {
  const [mine, others] = [order.first('entries'), order.first('other')];
  const before =
    order.direction === 'desc' ? sql<SqlBool>`${others} > ${mine}` : sql<SqlBool>`${others} < ${mine}`;
  return sql<SqlBool>`not exists (
    select 1 from entries as other left join members as writer on writer.author_id = other.author_id
    where other.film_id = entries.film_id and other.author_id = entries.author_id
    and (${before} or (${others} = ${mine}
      and (other.written_key, other.id) > (entries.written_key, entries.id)))
    and ${matching(filter, 'other', 'writer')} and ${readable(viewer, 'other')})`;
}

function afterCursor(order: Order, [value, writtenKey, id]: ReviewCursor): RawBuilder<SqlBool> {
  const first = order.first('entries');
  const beyond =
    order.direction === 'desc' ? sql<SqlBool>`${first} < ${value}` : sql<SqlBool>`${first} > ${value}`;
  return sql<SqlBool>`(${beyond} or (${first} = ${value}
    and (entries.written_key, entries.id) < (${writtenKey}, ${id})))`;
}

function byFrequency<R extends { n: number }>(rows: R[], value: (row: R) => string | null): string[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const one = value(row);
    if (one !== null) counts.set(one, (counts.get(one) ?? 0) + Number(row.n));
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([one]) => one);
}
