import { type SqlBool, sql } from 'kysely';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { ANYBODY, readable, settled, standsForItself } from './readable.ts';
import type { MentionState } from './schema.ts';

/** A film as another page names it. */
export interface NamedFilm {
  id: string;
  slug: string;
  title: string;
  year: number | null;
}

/** That a review names a film. Offsets in its stored HTML; null where no words of it do. */
export interface StoredMention {
  filmId: string;
  state: MentionState;
  start: number | null;
  end: number | null;
  /** The HTML between them, by which it is told whether they still hold. */
  said: string | null;
  /** Tenths of points. */
  score: number | null;
}

/** Of a film named by very many reviews, or of one with very many reviews, so many of the latest are counted. */
const COUNTED = 60;
const LOOKED_AT = 300;
const REJECTED: MentionState = 'rejected';

/** Between the parts of a name, and between names, where a query answers several as one text. */
export const PARTS = { within: '\u001f', between: '\u001e' } as const;

/**
 * The films an entry names, as one text, so that reviews bring it along: of each where it stands, its slug, its
 * title and the words that name it.
 *
 * @param table the name under which the query knows the entries
 */
export function namesOf(table = 'entries') {
  const [within, between] = [sql.lit(PARTS.within), sql.lit(PARTS.between)];
  return sql<string | null>`(
    select string_agg(coalesce(mentions.start_at, -1) || ${within} || coalesce(mentions.end_at, -1) || ${within}
      || named.slug || ${within} || named.title || ${within} || coalesce(mentions.said, ''), ${between})
    from mentions join films as named on named.id = mentions.film_id
    where mentions.entry_id = ${sql.ref(`${table}.id`)} and mentions.state <> ${sql.lit(REJECTED)}
    and mentions.film_id <> ${sql.ref(`${table}.film_id`)} and ${settled('named')})`;
}

export function mentionReader(db: ReadDb) {
  return {
    /** The other films that reviews of a film name, those named by most first; of reviews that tell no story. */
    async filmsNamedOn(filmId: string, limit: number): Promise<(NamedFilm & { reviews: number })[]> {
      const { rows } = await sql<NamedFilm & { n: number }>`
        select films.id, films.slug, films.title, films.year, count(*) as n
        from (select id from entries where entries.film_id = ${filmId} and ${telling} and ${readable(ANYBODY)}
          order by written_key desc, id desc limit ${sql.lit(LOOKED_AT)}) as latest
        cross join mentions cross join films
        where mentions.entry_id = latest.id and mentions.state <> ${sql.lit(REJECTED)}
        and films.id = mentions.film_id and films.id <> ${filmId} and ${standsForItself} and ${settled('films')}
        group by films.id, films.slug, films.title, films.year
        order by count(*) desc, films.id limit ${limit}`.execute(db);
      return rows.map(({ n, ...film }) => ({ ...film, reviews: Number(n) }));
    },
    /** What is said of the films an entry names, by its author or by us, and of those it was said not to name. */
    async ofEntry(entryId: string): Promise<(StoredMention & { film: NamedFilm })[]> {
      const rows = await db
        .selectFrom('mentions')
        .innerJoin('films', 'films.id', 'mentions.film_id')
        .select(['mentions.film_id as filmId', 'mentions.state', 'mentions.start_at as start'])
        .select(['mentions.end_at as end', 'mentions.said', 'mentions.score'])
        .select(['films.slug', 'films.title', 'films.year'])
        .where('mentions.entry_id', '=', entryId)
        .where(settled('films'))
        .orderBy('mentions.start_at')
        .orderBy('films.title_key')
        .execute();
      return rows.map(({ slug, title, year, ...mention }) => ({
        ...mention,
        film: { id: mention.filmId, slug, title, year },
      }));
    },
  };
}

export function mentionWriter(db: WriteDb) {
  return {
    /** What is known of the films that entries name, decisions included. */
    async known(entryIds: readonly string[]): Promise<(StoredMention & { entryId: string })[]> {
      if (entryIds.length === 0) return [];
      return db
        .selectFrom('mentions')
        .select(['entry_id as entryId', 'film_id as filmId', 'state', 'start_at as start', 'end_at as end'])
        .select(['said', 'score'])
        .where('entry_id', 'in', entryIds)
        .execute();
    },
    async put(entryId: string, mention: StoredMention): Promise<void> {
      const { filmId, state, start, end, said, score } = mention;
      const values = { state, start_at: start, end_at: end, said, score };
      await db
        .insertInto('mentions')
        .values({ entry_id: entryId, film_id: filmId, ...values })
        .onConflict((oc) => oc.columns(['entry_id', 'film_id']).doUpdateSet(values))
        .execute();
    },
    async remove(entryId: string, filmIds: readonly string[]): Promise<void> {
      if (filmIds.length === 0) return;
      await db
        .deleteFrom('mentions')
        .where('entry_id', '=', entryId)
        .where('film_id', 'in', filmIds)
        .execute();
    },
    /** The films an entry names, whose pages show that it does. */
    async filmsNamedIn(entryId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('mentions')
        .select('film_id')
        .where('entry_id', '=', entryId)
        .where('state', '<>', REJECTED)
        .execute();
      return rows.map((row) => row.film_id);
    },
  };
}

/** What may be said of a review away from its film's own pages: one that may tell the story names nothing there. */
const telling = sql<SqlBool>`(entries.has_text = 1 and entries.spoiler = 'no')`;

/** The same; the plus keeps SQLite from starting with every review of the site instead of the few latest. */
const tellingNone = sql<SqlBool>`(+entries.has_text = 1 and entries.spoiler = 'no')`;

/**
 * The films whose reviews name a film, as one text: how many reviews, slug, year and title of each. It is part of
 * the question for the film, so that its page asks none more.
 *
 * @param filmId the value, or the place of a value, of the film that is named
 */
export function namedInReviewsOf(filmId: string, limit: number) {
  const [within, between] = [sql.lit(PARTS.within), sql.lit(PARTS.between)];
  return sql<string | null>`(
    select string_agg(naming.n || ${within} || films.slug || ${within} || coalesce(films.year, -1) || ${within}
      || films.title, ${between})
    from (
      select entries.film_id, count(*) as n
      from (select entry_id from mentions where film_id = ${filmId} and state <> ${sql.lit(REJECTED)}
        order by entry_id desc limit ${sql.lit(COUNTED)}) as latest
      cross join entries
      where entries.id = latest.entry_id and ${readable(ANYBODY)} and ${tellingNone} and entries.film_id <> ${filmId}
      group by entries.film_id order by count(*) desc, entries.film_id limit ${sql.lit(limit)}
    ) as naming join films on films.id = naming.film_id where ${settled('films')})`;
}
