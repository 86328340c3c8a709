import { sql } from 'kysely';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { settled } from './readable.ts';

/** Two films that may be one, and why: the same title and year, or an id elsewhere that both are said to have. */
export interface Double {
  one: DoubledFilm;
  other: DoubledFilm;
  why: 'name' | 'id';
}

export interface DoubledFilm {
  id: string;
  slug: string;
  title: string;
  year: number | null;
  /** Reviews with text that everyone may see. */
  reviews: number;
}

/** So many films are looked at in one question, and so many pairs of them told. */
const LOOKED_AT = 1000;
const MOST_PAIRS = 40;

export function doubleReader(db: ReadDb) {
  return {
    /**
     * Films that may be one with an earlier one, among the latest before an id; pairs that somebody has said to be
     * two are left out.
     *
     * @param before a film's id, or '' for the latest of all
     * @returns the pairs, and the id before which it was not looked; null where no film is left
     */
    async doubles(before: string): Promise<{ pairs: Double[]; next: string | null }> {
      const end = before === '' ? '\u{10ffff}' : before;
      const standing = (table: string) => sql`coalesce(${sql.ref(`${table}.canonical_id`)}, '') = ''`;
      const latest = sql`(select id, slug, title, title_key, year, reviews from films
        where films.id < ${end} and ${standing('films')} and ${settled('films')}
        order by films.id desc limit ${sql.lit(LOOKED_AT)})`;
      const both = sql`one.id as id, one.slug as slug, one.title as title, one.year as year, one.reviews as reviews,
        other.id as "otherId", other.slug as "otherSlug", other.title as "otherTitle", other.year as "otherYear",
        other.reviews as "otherReviews"`;
      const apart = sql`not exists (select 1 from films_apart
        where (film_id, other_id) in (values (one.id, other.id), (other.id, one.id)))`;
      const { rows } = await sql<DoubleRow>`
        select * from (select ${both}, 'name' as why from ${latest} as one
          join films as other on other.title_key = one.title_key
          where other.id < one.id and (other.year = one.year or other.year is null or one.year is null)
          and ${standing('other')} and ${settled('other')} and ${apart}
          order by one.id desc, other.id limit ${sql.lit(MOST_PAIRS)}) as named
        union all
        select * from (select ${both}, 'id' as why from ${latest} as one
          join facts on facts.film_id = one.id and facts.field >= 'id:' and facts.field < 'id;'
          join external_ids on external_ids.kind = 'film' and external_ids.scheme = substr(facts.field, 4)
            and external_ids.value = substr(facts.value, 2, length(facts.value) - 2)
          join films as other on other.id = external_ids.thing_id
          where other.id <> one.id and ${standing('other')} and ${settled('other')} and ${apart}
          order by one.id desc, other.id limit ${sql.lit(MOST_PAIRS)}) as shared`.execute(db);
      const last = await sql<{
        id: string;
      }>`select id from films where films.id < ${end} and ${standing('films')}
        and ${settled('films')} order by films.id desc limit 1 offset ${sql.lit(LOOKED_AT)}`.execute(db);
      const pairs = new Map<string, Double>();
      for (const row of rows) pairs.set([row.id, row.otherId].sort().join(' '), doubleOf(row));
      return { pairs: [...pairs.values()].slice(0, MOST_PAIRS), next: nextOf(last.rows[0]?.id) };
    },
  };
}

/** The films behind one of which it is to be looked next: that one too. */
function nextOf(id: string | undefined): string | null {
  return id === undefined ? null : `${id}~`;
}

interface DoubleRow extends DoubledFilm {
  otherId: string;
  otherSlug: string;
  otherTitle: string;
  otherYear: number | null;
  otherReviews: number;
  why: 'name' | 'id';
}

function doubleOf(row: DoubleRow): Double {
  const { id, slug, title, year, reviews, why } = row;
  const other = {
    id: row.otherId,
    slug: row.otherSlug,
    title: row.otherTitle,
    year: row.otherYear,
    reviews: Number(row.otherReviews),
  };
  return { one: { id, slug, title, year, reviews: Number(reviews) }, other, why };
}

export function doubleWriter(db: WriteDb) {
  return {
    /** Keeps that two films which look alike are two. */
    async setApart(filmIds: readonly [string, string], memberId: string | null, now: number): Promise<void> {
      const [film_id, other_id] = filmIds.toSorted() as [string, string];
      await db
        .insertInto('films_apart')
        .values({ film_id, other_id, member_id: memberId, created: now })
        .onConflict((oc) => oc.doNothing())
        .execute();
    },
  };
}
