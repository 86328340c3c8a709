import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadDb } from './engines/engine.ts';
import { ANYBODY, readable } from './readable.ts';
import { type Review, type ReviewWithFilm, reviews } from './review.ts';
import { allowedAmong, allows } from './rights.ts';

/** Which reviews of a film a strip elsewhere may hold. */
export interface StripFilter {
  sources: 'all' | 'here' | 'elsewhere';
  /** Half-stars; null takes the unrated too. */
  least: number | null;
  /** What they are written in, as a review says it; null for any. */
  language: string | null;
  /** The calendar date until when a permission has to reach. */
  today: string;
}

/** A review in a strip; `pinned` where a curator chose it. */
export type StripReview = Review & { pinned: 0 | 1 };

/** Reads what may stand in strips on other sites: what everyone may read here and its author lets out. */
export function stripReader(db: ReadDb) {
  return {
    /**
     * One review of each author. With `chosen` those that a curator pinned come first in their order, then the most
     * liked, then the newest; without, the newest.
     */
    async ofFilm(
      filmId: string,
      filter: StripFilter,
      chosen: boolean,
      limit: number,
    ): Promise<StripReview[]> {
      const position = sql<number | null>`pins.position`;
      const found = reviews(db)
        .leftJoin('pins', (join) =>
          join.onRef('pins.entry_id', '=', 'entries.id').onRef('pins.film_id', '=', 'entries.film_id'),
        )
        .select(sql<0 | 1>`case when pins.entry_id is null then 0 else 1 end`.as('pinned'))
        .where('entries.film_id', '=', filmId)
        .where(fits('entries', filter))
        .where(fromWhere(filter))
        .where(firstOfAuthor(filter, chosen));
      const ordered = chosen
        ? found
            .orderBy(sql`coalesce(${position}, 1000000)`)
            .orderBy('entries.likes', 'desc')
            .orderBy('entries.written_key', 'desc')
        : found.orderBy('entries.written_key', 'desc');
      return ordered.orderBy('entries.id', 'desc').limit(limit).execute();
    },
    /** One review, where its author lets it out; null for any other. */
    async one(id: string, today: string): Promise<ReviewWithFilm | null> {
      const any: StripFilter = { sources: 'all', least: null, language: null, today };
      const row = await reviews(db)
        .innerJoin('films', 'films.id', 'entries.film_id')
        .select(['films.title as filmTitle', 'films.slug as filmSlug', 'films.year as filmYear'])
        .where('entries.id', '=', id)
        .where(fits('entries', any))
        .executeTakeFirst();
      return row ?? null;
    },
    /** Which of some entries their authors let out to other sites. */
    letOutOf: (ids: readonly string[], today: string) => allowedAmong(db, 'strips', ids, today),
  };
}

/** The condition (within a query that knows the author's `members` row) that an entry has words, may be read by everyone, is let out by its author and is asked for. */
function fits(table: string, { least, language, today }: StripFilter): RawBuilder<SqlBool> {
  const of = (name: string) => sql.ref(`${table}.${name}`);
  const conditions = [
    sql<SqlBool>`${of('has_text')} = 1`,
    readable(ANYBODY, table),
    allows('strips', table, today),
  ];
  if (least !== null) conditions.push(sql<SqlBool>`${of('rating')} >= ${least}`);
  if (language !== null) conditions.push(sql<SqlBool>`${of('language')} = ${language}`);
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

function fromWhere({ sources }: StripFilter): RawBuilder<SqlBool> {
  if (sources === 'here') return sql<SqlBool>`members.id is not null`;
  return sources === 'elsewhere' ? sql<SqlBool>`members.id is null` : sql<SqlBool>`1 = 1`;
}

/** Of an author's reviews the one that comes first in the order; of several that are chosen, each. */
function firstOfAuthor(filter: StripFilter, chosen: boolean): RawBuilder<SqlBool> {
  const better = chosen
    ? sql<SqlBool>`(
        exists (select 1 from pins as lead where lead.film_id = other.film_id and lead.entry_id = other.id)
        or (other.likes, other.written_key, other.id) > (entries.likes, entries.written_key, entries.id))`
    : sql<SqlBool>`(other.written_key, other.id) > (entries.written_key, entries.id)`;
  const another = sql<SqlBool>`not exists (
    select 1 from entries as other
    where other.film_id = entries.film_id and other.author_id = entries.author_id and other.id <> entries.id
    and ${better} and ${fits('other', filter)})`;
  return chosen ? sql<SqlBool>`(pins.entry_id is not null or ${another})` : another;
}
