import { type RawBuilder, sql } from 'kysely';
import type { ReadDb } from './engines/engine.ts';
import { among } from './engines/many.ts';
import { type Film, filmOf } from './film.ts';
import { conditionsOf, type FilmFilter } from './film-filter.ts';
import { settled, standsForItself } from './readable.ts';
import type { FilmsTable, TermKind } from './schema.ts';

export type FilmSort = 'reviews' | 'rating' | 'title' | 'year' | 'newest' | 'shortest';

/** Where a page of films ended: the last film's sort value, title key and id. */
export type FilmPlace = readonly [string | number, string, string];

/** A film as a line of a list of films. */
export interface FilmLine extends Film {
  directors: string[];
}

/** Films of which nobody knows the length come after the longest film there is. */
const NO_LENGTH = 1_000_000;
/** Films that were sifted are counted up to so many. */
const MOST_COUNTED = 10_000;

/** What each order begins with, and where a film stands in it. Titles and ids follow. */
const ORDERS: Record<
  Exclude<FilmSort, 'title' | 'newest'>,
  { by: RawBuilder<number>; up: boolean; of: (film: FilmsTable) => number }
> = {
  reviews: { by: sql<number>`films.reviews`, up: false, of: (film) => film.reviews },
  rating: {
    by: sql<number>`coalesce(films.average_here, 0)`,
    up: false,
    of: (film) => film.average_here ?? 0,
  },
  year: { by: sql<number>`coalesce(films.year, 0)`, up: false, of: (film) => film.year ?? 0 },
  shortest: {
    by: sql<number>`coalesce(films.runtime, ${sql.lit(NO_LENGTH)})`,
    up: true,
    of: (film) => film.runtime ?? NO_LENGTH,
  },
};

/** Reads the catalogue, page by page. */
export function filmsReader(db: ReadDb) {
  return {
    /** How many films the site has, or how many a filter means; of those no more than 10,001 are counted. */
    async count(filter?: Partial<FilmFilter>): Promise<number> {
      const conditions = await conditionsOf(db, filter);
      const some = db
        .selectFrom('films')
        .select('films.id')
        .where((eb) => eb.and(conditions))
        .$if(filter !== undefined, (query) => query.limit(MOST_COUNTED + 1));
      const { n } = await db
        .selectFrom(some.as('some'))
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return Number(n);
    },
    /** A page of films after a place in their order, `limit` at most. */
    async list(options: {
      sort: FilmSort;
      filter?: Partial<FilmFilter>;
      after?: FilmPlace | null;
      limit: number;
    }): Promise<{ films: FilmLine[]; next: FilmPlace | null }> {
      const { sort, after, limit } = options;
      const conditions = await conditionsOf(db, options.filter);
      let query = db
        .selectFrom('films')
        .selectAll()
        .where((eb) => eb.and(conditions));
      const beyond = after && sql<boolean>`(films.title_key, films.id) > (${after[1]}, ${after[2]})`;
      if (sort === 'newest') {
        query = query.orderBy('films.id', 'desc');
        if (after) query = query.where('films.id', '<', after[2]);
      } else if (sort === 'title') {
        query = query.orderBy('films.title_key').orderBy('films.id');
        if (beyond) query = query.where(beyond);
      } else {
        const { by, up } = ORDERS[sort];
        const further = sql.raw(up ? '>' : '<');
        query = query
          .orderBy(by, up ? 'asc' : 'desc')
          .orderBy('films.title_key')
          .orderBy('films.id');
        if (after)
          query = query.where(
            // The first condition alone says where in the index to begin.
            sql<boolean>`(${by} ${further}= ${after[0]} and (${by} ${further} ${after[0]} or ${beyond}))`,
          );
      }
      const rows = await query.limit(limit + 1).execute();
      const shown = rows.slice(0, limit);
      const directors = await directorsOf(
        db,
        shown.map((row) => row.id),
      );
      const last = shown.at(-1);
      const of = sort === 'title' || sort === 'newest' ? () => 0 : ORDERS[sort].of;
      return {
        films: shown.map((row) => ({ ...filmOf(row), directors: directors.get(row.id) ?? [] })),
        next: rows.length > limit && last ? [of(last), last.title_key, last.id] : null,
      };
    },
    /** Directors' names of several films. */
    directors: (ids: readonly string[]) => directorsOf(db, ids),
    /**
     * Every term of some kinds that some film has, by kind and term, with its name as one of the films writes it.
     * Only for kinds of few terms: each is looked for after the one before it, so that their films are not walked.
     */
    async terms(
      kinds: readonly Exclude<TermKind, 'studio'>[],
    ): Promise<{ kind: TermKind; term: string; name: string }[]> {
      const asked = sql.join(
        kinds.map((kind) => sql`select cast(${kind} as text) as kind`),
        sql` union all `,
      );
      // A term that only films of an unfinished import have is none yet.
      const first = (which: RawBuilder<unknown>) => sql`(select film_terms.term
        from film_terms cross join films
        where ${which} and films.id = film_terms.film_id and ${standsForItself} and ${settled('films')}
        order by film_terms.term limit 1)`;
      const { rows } = await sql<{ kind: TermKind; term: string; name: string }>`with recursive
        kinds as (${asked}),
        found (kind, term) as (
          select kind, ${first(sql`film_terms.kind = kinds.kind`)} from kinds
          union all
          select kind, ${first(sql`film_terms.kind = found.kind and film_terms.term > found.term`)}
            from found where found.term is not null)
        select kind, term, (select name from film_terms cross join films
            where film_terms.kind = found.kind and film_terms.term = found.term
            and films.id = film_terms.film_id and ${standsForItself} and ${settled('films')} limit 1) as name
          from found where term is not null order by kind, term`.execute(db);
      return rows;
    },
    /** A term's name as one of its films writes it; null where no film has it. */
    async termName(kind: TermKind, term: string): Promise<string | null> {
      const row = await db
        .selectFrom('film_terms')
        .innerJoin('films', 'films.id', 'film_terms.film_id')
        .select('name')
        .where('kind', '=', kind)
        .where('term', '=', term)
        .where(standsForItself)
        .where(settled('films'))
        .executeTakeFirst();
      return row?.name ?? null;
    },
  };
}

async function directorsOf(db: ReadDb, ids: readonly string[]): Promise<Map<string, string[]>> {
  const directors = new Map<string, string[]>();
  if (ids.length === 0) return directors;
  const rows = await db
    .selectFrom('credits')
    .innerJoin('people', 'people.id', 'credits.person_id')
    .select(['credits.film_id', 'people.name'])
    .where(among(db, 'credits.film_id', ids))
    .where('credits.role', '=', 'director')
    .orderBy('credits.position')
    .execute();
  for (const row of rows) directors.set(row.film_id, [...(directors.get(row.film_id) ?? []), row.name]);
  return directors;
}
