import { sql } from 'kysely';
import type { ReadDb } from './engines/engine.ts';
import { type Film, filmOf } from './film.ts';
import { settled } from './readable.ts';

export type FilmSort = 'reviews' | 'title' | 'year' | 'newest';

/** A film as a line of a list of films. */
export interface FilmLine extends Film {
  directors: string[];
}

/** Reads the catalogue, page by page. */
export function filmsReader(db: ReadDb) {
  return {
    /** How many films the site has. */
    async count(search = ''): Promise<number> {
      const row = await listed(db, search)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
    /** A page of films after a cursor (the last film's sort values), `limit` at most. */
    async list(options: {
      sort: FilmSort;
      search?: string;
      after?: readonly [string | number, string, string] | null;
      limit: number;
    }): Promise<{ films: FilmLine[]; next: [string | number, string, string] | null }> {
      const { sort, after, limit } = options;
      let query = listed(db, options.search ?? '').selectAll();
      if (sort === 'reviews' || sort === 'year') {
        const first = sort === 'reviews' ? sql<number>`reviews` : sql<number>`coalesce(year, 0)`;
        query = query.orderBy(first, 'desc').orderBy('title_key').orderBy('id');
        if (after)
          query = query.where(
            // The first condition alone says where in the index to begin.
            sql<boolean>`(${first} <= ${after[0]} and (${first} < ${after[0]}
              or (title_key, id) > (${after[1]}, ${after[2]})))`,
          );
      } else if (sort === 'title') {
        query = query.orderBy('title_key').orderBy('id');
        if (after) query = query.where(sql<boolean>`(title_key, id) > (${after[1]}, ${after[2]})`);
      } else {
        query = query.orderBy('id', 'desc');
        if (after) query = query.where('id', '<', after[2]);
      }
      const rows = await query.limit(limit + 1).execute();
      const shown = rows.slice(0, limit);
      const directors = await directorsOf(
        db,
        shown.map((row) => row.id),
      );
      const last = shown.at(-1);
      const next: [string | number, string, string] | null =
        rows.length > limit && last
          ? [sort === 'year' ? (last.year ?? 0) : last.reviews, last.title_key, last.id]
          : null;
      return {
        films: shown.map((row) => ({ ...filmOf(row), directors: directors.get(row.id) ?? [] })),
        next,
      };
    },
    /** Directors' names of several films. */
    directors: (ids: readonly string[]) => directorsOf(db, ids),
  };
}

function listed(db: ReadDb, search: string) {
  // Nearly every film stands for itself: the index of those that do not is kept from being walked in their place.
  let query = db
    .selectFrom('films')
    .where(sql<boolean>`coalesce(canonical_id, '') = ''`)
    .where(settled('films'));
  const pattern = `%${search.replace(/[%_\\]/g, '\\$&')}%`;
  if (search) query = query.where(sql<boolean>`title_key like ${pattern} escape '\\'`);
  return query;
}

async function directorsOf(db: ReadDb, ids: readonly string[]): Promise<Map<string, string[]>> {
  const directors = new Map<string, string[]>();
  if (ids.length === 0) return directors;
  const rows = await db
    .selectFrom('credits')
    .innerJoin('people', 'people.id', 'credits.person_id')
    .select(['credits.film_id', 'people.name'])
    .where('credits.film_id', 'in', ids)
    .where('credits.role', '=', 'director')
    .orderBy('credits.position')
    .execute();
  for (const row of rows) directors.set(row.film_id, [...(directors.get(row.film_id) ?? []), row.name]);
  return directors;
}
