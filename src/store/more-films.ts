import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { PARTS } from './mention.ts';
import { LONGEST_LIST } from './more-queue.ts';
import { ANYBODY, readableState, settled, standsForItself } from './readable.ts';
import type { MoreReason } from './schema.ts';

export type { MoreReason };

/** By what a film leads to others. */
export interface FilmLinks {
  /** Whether it is there for everyone and stands for itself. */
  stands: boolean;
  /** Whether people here have something on it. */
  known: boolean;
  year: number | null;
  directors: readonly string[];
  cast: readonly string[];
  /** The latest of the lists it is on that everyone may see and that are short enough to mean something. */
  lists: readonly string[];
}

/** A further film, and who made or plays in both where that is the reason. */
export interface MoreFilm {
  filmId: string;
  reason: MoreReason;
  personId: string | null;
}

/** Of somebody's films, of a film's cast and of the lists it is on, no more than so many are looked at. */
const FILMS_OF_ONE = 300;
const CAST = 5;
const LISTS = 40;

/**
 * The further films of a film, as one text: place, reason, id, slug, year, title of each, the person they have in
 * common, and its poster. It is part of the question for the film, so that its page asks none more. They are named as they are called
 * now; one that is gone or hidden since they were reckoned is left out.
 *
 * @param filmId the value, or the place of a value, of the film whose page it is
 */
export function moreFilmsOf(filmId: string) {
  const [within, between] = [sql.lit(PARTS.within), sql.lit(PARTS.between)];
  return sql<string | null>`(
    select string_agg(more_films.position || ${within} || more_films.reason || ${within} || films.id || ${within}
      || films.slug || ${within} || coalesce(films.year, -1) || ${within} || films.title || ${within}
      || coalesce(people.name, '') || ${within} || coalesce(films.poster, ''), ${between})
    from more_films cross join films left join people on people.id = more_films.person_id
    where more_films.film_id = ${filmId} and films.id = more_films.other_id
    and ${standsForItself} and ${settled('films')})`;
}

/** What people here have something on: a review, or more than a rating or two, of which the film's tier tells. */
const known = sql<SqlBool>`(films.reviews > 0 or films.tier > 0)`;

/** Which films a row may name. */
const shown = (not: string) =>
  sql<SqlBool>`(films.id <> ${not} and ${standsForItself} and ${settled('films')})`;

/** Reads by what films are alike. Every question looks at a bounded number of rows, however much there is. */
export function moreFilmsReader(db: ReadDb) {
  return {
    /** By what a film leads to others; null where there is none of this id. */
    async links(filmId: string): Promise<FilmLinks | null> {
      const { rows } = await sql<{ stands: number; known: number; year: number | null }>`
        select case when ${standsForItself} and ${settled('films')} then 1 else 0 end as stands,
          case when ${known} then 1 else 0 end as known, year from films where id = ${filmId}`.execute(db);
      const film = rows[0];
      if (!film) return null;
      const makers = (role: string, most: number) =>
        db
          .selectFrom('credits')
          .select('person_id')
          .where('film_id', '=', filmId)
          .where('role', '=', role)
          .where(settled('credits'))
          .orderBy('position')
          .limit(most)
          .execute();
      const people = async (role: string, most: number) => [
        ...new Set((await makers(role, most)).map((row) => row.person_id)),
      ];
      const lists = await sql<{ id: string }>`
        select lists.id from (select list_id from list_items where film_id = ${filmId}
          order by list_id desc limit ${sql.lit(LISTS)}) as latest cross join lists
        where lists.id = latest.list_id and ${readableState(ANYBODY, 'lists')} and not exists (
          select 1 from list_items where list_id = lists.id and position > ${sql.lit(LONGEST_LIST)})
        order by lists.id`.execute(db);
      return {
        stands: film.stands === 1,
        known: film.known === 1,
        year: film.year,
        directors: await people('director', CAST),
        cast: await people('actor', CAST),
        lists: lists.rows.map(({ id }) => id),
      };
    },
    /**
     * Films in which somebody has a part, those people here say most about first, then the nearest in time.
     *
     * @param of the film they are looked for from; `onlyKnown` leaves out those people here have nothing on
     */
    async ofPerson(
      of: { filmId: string; year: number | null; personId: string; role: string; onlyKnown: boolean },
      limit: number,
    ): Promise<string[]> {
      const { filmId, year, personId, role, onlyKnown } = of;
      const condition: RawBuilder<SqlBool> = onlyKnown ? known : sql<SqlBool>`1 = 1`;
      const { rows } = await sql<{ id: string }>`
        select films.id from (select distinct film_id from (select film_id from credits
            where person_id = ${personId} and role = ${role} and ${settled('credits')}
            limit ${sql.lit(FILMS_OF_ONE)}) as parts) as theirs
          cross join films
        where films.id = theirs.film_id and ${shown(filmId)} and ${condition}
        order by films.reviews desc, abs(coalesce(films.year, 0) - ${year ?? 0}), films.id
        limit ${sql.lit(limit)}`.execute(db);
      return rows.map(({ id }) => id);
    },
    /** Films that stand on lists with a film: those that most people put there with it first, then those on short ones. */
    async onLists(filmId: string, listIds: readonly string[], limit: number): Promise<string[]> {
      if (listIds.length === 0) return [];
      const { rows } = await sql<{ id: string }>`
        select films.id from (select id, author_id,
            (select max(position) from list_items where list_id = lists.id) as films
          from lists where id in (${sql.join([...listIds])})) as ours
          cross join list_items cross join films
        where list_items.list_id = ours.id and list_items.position <= ${sql.lit(LONGEST_LIST)}
          and ${settled('list_items')} and films.id = list_items.film_id and ${shown(filmId)}
        group by films.id, films.reviews
        order by count(distinct ours.author_id) desc, sum(1000 / ours.films) desc, films.reviews desc, films.id
        limit ${sql.lit(limit)}`.execute(db);
      return rows.map(({ id }) => id);
    },
    /** Of these films, those people here have something on. */
    async knownAmong(filmIds: readonly string[]): Promise<Set<string>> {
      if (filmIds.length === 0) return new Set();
      const rows = await db
        .selectFrom('films')
        .select('id')
        .where('id', 'in', filmIds)
        .where(known)
        .execute();
      return new Set(rows.map(({ id }) => id));
    },
  };
}

export function moreFilmsWriter(db: WriteDb) {
  return {
    /** Notes that a film may lead to others from now on; what triggers notice needs no note. */
    async note(filmId: string): Promise<void> {
      await db.insertInto('search_changed').values({ kind: 'more', thing_id: filmId, whole: 0 }).execute();
    },
    /** Films whose rows are to be reckoned anew, those that have waited longest first. */
    async queued(limit: number): Promise<{ filmId: string; noted: number; times: number }[]> {
      return db
        .selectFrom('more_queue')
        .select(['film_id as filmId', 'noted', 'times'])
        .orderBy('noted')
        .orderBy('film_id')
        .limit(limit)
        .execute();
    },
    /** Takes a film off the queue, unless somebody has asked for it again since. */
    async unqueue({ filmId, times }: { filmId: string; times: number }): Promise<void> {
      await db.deleteFrom('more_queue').where('film_id', '=', filmId).where('times', '=', times).execute();
    },
    /** Whether something is being brought or taken back, of which nothing can be told yet. */
    async unsettled(): Promise<boolean> {
      const row = await db
        .selectFrom('batches')
        .select('id')
        .where('state', 'in', ['staging', 'undoing'])
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    /** What is kept of a film: its row, and by what it led to others when that was reckoned; null where nothing is. */
    async kept(filmId: string): Promise<{ films: MoreFilm[]; links: string | null }> {
      const films = await db
        .selectFrom('more_films')
        .select(['other_id as filmId', 'reason', 'person_id as personId'])
        .where('film_id', '=', filmId)
        .orderBy('position')
        .execute();
      const row = await db
        .selectFrom('more_links')
        .select('links')
        .where('film_id', '=', filmId)
        .executeTakeFirst();
      return { films, links: row?.links ?? null };
    },
    /** Keeps a film's row. */
    async put(filmId: string, films: readonly MoreFilm[]): Promise<void> {
      await db.deleteFrom('more_films').where('film_id', '=', filmId).execute();
      if (films.length === 0) return;
      await db
        .insertInto('more_films')
        .values(
          films.map((one, at) => ({
            film_id: filmId,
            position: at,
            other_id: one.filmId,
            reason: one.reason,
            person_id: one.personId,
          })),
        )
        .execute();
    },
    /** Keeps by what a film leads to others, and that it was reckoned just now. */
    async putLinks(filmId: string, links: string): Promise<void> {
      const reckoned = Date.now();
      await db
        .insertInto('more_links')
        .values({ film_id: filmId, links, reckoned })
        .onConflict((oc) => oc.column('film_id').doUpdateSet({ links, reckoned }))
        .execute();
    },
    /**
     * Queues the films that may show a film, or may do so from now on: those of its people, those on its lists, and
     * those that show it. What was reckoned at `since` or later knows of it already.
     */
    async queueAround(
      filmId: string,
      { people, lists }: { people: readonly string[]; lists: readonly string[] },
      since: number,
    ): Promise<void> {
      const around = [
        sql`select film_id from more_films where other_id = ${filmId}`,
        ...people.map(
          (id) =>
            sql`select film_id from (select film_id from credits where person_id = ${id}
              limit ${sql.lit(FILMS_OF_ONE)}) as theirs`,
        ),
        ...lists.map(
          (id) =>
            sql`select film_id from list_items where list_id = ${id} and position <= ${sql.lit(LONGEST_LIST)}`,
        ),
      ];
      for (const some of around)
        await sql`insert into more_queue (film_id, noted, times)
          select film_id, ${Date.now()}, 0 from more_links where film_id in (${some})
          and reckoned < ${since} and film_id <> ${filmId} order by film_id
          on conflict (film_id) do nothing`.execute(db);
    },
    /** The films whose pages show one of these. */
    async showing(filmIds: readonly string[]): Promise<string[]> {
      if (filmIds.length === 0) return [];
      const rows = await db
        .selectFrom('more_films')
        .select('film_id')
        .distinct()
        .where('other_id', 'in', filmIds)
        .execute();
      return rows.map((row) => row.film_id);
    },
  };
}
