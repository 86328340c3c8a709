import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Viewer } from '../domain/viewer.ts';
import type { ReadDb } from './engines/engine.ts';
import { ANYBODY, readable } from './readable.ts';
import { type Review, reviews } from './review.ts';

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

/** Reads all reviews of a film, in an order and sifted. */
export function reviewsReader(db: ReadDb) {
  return {
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
        .$if(options.sort !== 'newest', (q) => q.orderBy('entries.written_key', 'desc'))
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
  };
}

/** The condition of a filter; `members` is the author's row of that table, joined to `table`. */
function matching(filter: ReviewFilter, table = 'entries', members = 'members'): RawBuilder<SqlBool> {
  const of = (name: string) => sql.ref(`${table}.${name}`);
  const conditions: RawBuilder<SqlBool>[] = [sql<SqlBool>`1 = 1`];
  // Another of the same author is found by the author: the plus keeps SQLite from walking all reviews of the film.
  const hasText = table === 'entries' ? of('has_text') : sql`+${of('has_text')}`;
  if (filter.withText) conditions.push(sql<SqlBool>`${hasText} = 1`);
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
  const [beyond, reached] = order.direction === 'desc' ? [sql`<`, sql`<=`] : [sql`>`, sql`>=`];
  // The first condition alone says where in an index to begin.
  return sql<SqlBool>`(${first} ${reached} ${value} and (${first} ${beyond} ${value}
    or (entries.written_key, entries.id) < (${writtenKey}, ${id})))`;
}

function byFrequency<R extends { n: number }>(rows: R[], value: (row: R) => string | null): string[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const one = value(row);
    if (one !== null) counts.set(one, (counts.get(one) ?? 0) + Number(row.n));
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([one]) => one);
}
