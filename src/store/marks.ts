import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Viewer } from '../domain/viewer.ts';
import type { ReadDb } from './engines/engine.ts';
import { readableState } from './readable.ts';

/** Which of somebody's films: those they have seen, or those they mean to see. */
export type MarkedAs = 'watched' | 'watchlist';
export type MarkedSort = 'added' | 'title' | 'year' | 'rating';

/** A film as it stands among somebody's films. */
export interface MarkedFilm {
  id: string;
  slug: string;
  title: string;
  titleKey: string;
  poster: string | null;
  year: number | null;
  /** Half-stars; null where they have not rated it, or keep the rating to themselves. */
  rating: number | null;
  liked: boolean;
  /** The calendar date it was marked; empty when unknown. */
  day: string;
}

/** Where a page of somebody's films ended: the last one's sort value and its id. */
export type MarkedCursor = readonly [string | number, string];

/** The month of a day, by which somebody's films are found; within it they are sorted. */
const MONTH = 'YYYY-MM'.length;

interface Order {
  /** What stands before what is ordered by, and says the same with less. */
  first?: (as: MarkedAs) => RawBuilder<string>;
  by: (as: MarkedAs) => RawBuilder<string | number>;
  desc: boolean;
}

const ORDERS: Record<MarkedSort, Order> = {
  added: {
    first: (as) => sql<string>`substr(${sql.ref(`marks.${as}`)}, 1, ${sql.lit(MONTH)})`,
    by: (as) => sql<string>`${sql.ref(`marks.${as}`)}`,
    desc: true,
  },
  title: { by: () => sql<string>`films.title_key`, desc: false },
  year: { by: () => sql<number>`coalesce(films.year, 0)`, desc: true },
  rating: { by: () => sql<number>`coalesce(marks.rating, 0)`, desc: true },
};

export function marksReader(db: ReadDb) {
  return {
    /** A page of somebody's films. */
    async films(
      authorId: string,
      viewer: Viewer,
      options: { as: MarkedAs; sort: MarkedSort; after: MarkedCursor | null; limit: number },
    ): Promise<{ films: MarkedFilm[]; next: MarkedCursor | null }> {
      const { as, after, limit } = options;
      const { first, by, desc } = ORDERS[options.sort];
      const order = by(as);
      const month = first?.(as);
      let query = db
        .selectFrom('marks')
        .innerJoin('films', 'films.id', 'marks.film_id')
        .select([
          'films.id',
          'films.slug',
          'films.title',
          'films.title_key as titleKey',
          'films.poster',
          'films.year',
          'marks.rating',
          'marks.liked',
          `marks.${as} as day`,
          order.as('place'),
        ])
        .where('marks.author_id', '=', authorId)
        .where(`marks.${as}`, 'is not', null)
        .where(readableState(viewer, 'marks'))
        .$if(month !== undefined, (qb) => qb.orderBy(month ?? order, 'desc'))
        .orderBy(order, desc ? 'desc' : 'asc')
        .orderBy('films.id', desc ? 'desc' : 'asc');
      if (after)
        query = query.where(
          desc
            ? sql<SqlBool>`(${order}, films.id) < (${after[0]}, ${after[1]})`
            : sql<SqlBool>`(${order}, films.id) > (${after[0]}, ${after[1]})`,
        );
      if (after && month) query = query.where(month, '<=', String(after[0]).slice(0, MONTH));
      const rows = await query.limit(limit + 1).execute();
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        films: shown.map(({ place: _, liked, day, ...film }) => ({
          ...film,
          liked: liked !== null,
          day: day ?? '',
        })),
        next: rows.length > limit && last ? [last.place, last.id] : null,
      };
    },
  };
}
