import { type SqlBool, sql } from 'kysely';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { insertMany } from './engines/many.ts';
import { PARTS } from './mention.ts';
import { BRANCHES, FILMS_OF_ONE, LONGEST_LIST } from './more-queue.ts';
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

/** Of a film's cast and of the lists it is on no more than so many are looked at. */
const CAST = 5;
const LISTS = 40;

/** A film's row as `links` reads it. */
interface LinkingFilm {
  id: string;
  year: number | null;
  stands: number;
  known: number;
  listed: number;
}

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

/** A film of somebody's as `ofPeople` reads it. */
interface PartIn {
  person_id: string;
  id: string;
  reviews: number;
  year: number | null;
}

/** The latest of a film's lists that everyone may see and that are short enough to mean something. */
async function listsOf(db: ReadDb, filmId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select lists.id from (select list_id from list_items where film_id = ${filmId}
      order by list_id desc limit ${sql.lit(LISTS)}) as latest cross join lists
    where lists.id = latest.list_id and ${readableState(ANYBODY, 'lists')} and not exists (
      select 1 from list_items where list_id = lists.id and position > ${sql.lit(LONGEST_LIST)})
    order by lists.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Reads by what films are alike. Every question looks at a bounded number of rows, however much there is. */
export function moreFilmsReader(db: ReadDb) {
  return {
    /** By what films lead to others; those that are there, in the order of their ids. */
    async links(filmIds: readonly string[]): Promise<(FilmLinks & { filmId: string })[]> {
      if (filmIds.length === 0) return [];
      const ids = sql.join([...filmIds]);
      const { rows: films } = await sql<LinkingFilm>`
        select id, year, case when ${standsForItself} and ${settled('films')} then 1 else 0 end as stands,
          case when ${known} then 1 else 0 end as known,
          case when exists (select 1 from list_items where film_id = films.id) then 1 else 0 end as listed
        from films where id in (${ids}) order by id`.execute(db);
      const { rows: credits } = await sql<{ film_id: string; role: string; person_id: string }>`
        select film_id, role, person_id from (select film_id, role, person_id, position,
            row_number() over (partition by film_id, role order by position) as place
          from credits where film_id in (${ids}) and role in ('director', 'actor')
          and ${settled('credits')}) as parts
        where place <= ${sql.lit(CAST)} order by film_id, position`.execute(db);
      const parts = Map.groupBy(credits, ({ film_id, role }) => `${film_id} ${role}`);
      const people = (id: string, role: string) => [
        ...new Set((parts.get(`${id} ${role}`) ?? []).map((part) => part.person_id)),
      ];
      const linking = [];
      for (const { id, year, ...film } of films)
        linking.push({
          filmId: id,
          stands: film.stands === 1,
          known: film.known === 1,
          year,
          directors: people(id, 'director'),
          cast: people(id, 'actor'),
          lists: film.listed === 1 ? await listsOf(db, id) : [],
        });
      return linking;
    },
    /**
     * Films in which people have a part: of each, those people here say most about first, then the nearest in time
     * to the film they are asked about.
     *
     * @param which the part; `onlyKnown` leaves out films that people here have nothing on
     * @param each so many of one person for one film
     */
    async ofPeople(
      pairs: readonly { filmId: string; year: number | null; personId: string }[],
      { role, onlyKnown }: { role: string; onlyKnown: boolean },
      each: number,
    ): Promise<{ about: string; personId: string; filmId: string }[]> {
      const people = [...new Set(pairs.map(({ personId }) => personId))];
      const films = new Map<string, PartIn[]>();
      for (let start = 0; start < people.length; start += BRANCHES) {
        const theirs = people.slice(start, start + BRANCHES).map(
          (id) => sql`select distinct person_id, film_id from (select person_id, film_id from credits
            where person_id = ${id} and role = ${role} and ${settled('credits')}
            limit ${sql.lit(FILMS_OF_ONE)}) as parts`,
        );
        const { rows } = await sql<PartIn>`
          select theirs.person_id, films.id, films.reviews, films.year
          from (${sql.join(theirs, sql` union all `)}) as theirs cross join films
          where films.id = theirs.film_id and ${standsForItself} and ${settled('films')}
          and ${onlyKnown ? known : sql<SqlBool>`1 = 1`}`.execute(db);
        for (const [id, parts] of Map.groupBy(rows, ({ person_id }) => person_id)) films.set(id, parts);
      }
      return pairs.flatMap(({ filmId, year, personId }) => {
        const far = (part: PartIn) => Math.abs((part.year ?? 0) - (year ?? 0));
        return (films.get(personId) ?? [])
          .filter(({ id }) => id !== filmId)
          .sort((a, b) => b.reviews - a.reviews || far(a) - far(b) || (a.id < b.id ? -1 : 1))
          .slice(0, each)
          .map(({ id }) => ({ about: filmId, personId, filmId: id }));
      });
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
    /** What is kept of films: their rows, and by what they led to others when those were reckoned. */
    async kept(
      filmIds: readonly string[],
    ): Promise<{ films: Map<string, MoreFilm[]>; links: Map<string, string> }> {
      const rows = await db
        .selectFrom('more_films')
        .select(['film_id', 'other_id as filmId', 'reason', 'person_id as personId'])
        .where('film_id', 'in', filmIds)
        .orderBy('film_id')
        .orderBy('position')
        .execute();
      const films = new Map<string, MoreFilm[]>();
      for (const { film_id, ...film } of rows) films.set(film_id, [...(films.get(film_id) ?? []), film]);
      const links = await db
        .selectFrom('more_links')
        .select(['film_id', 'links'])
        .where('film_id', 'in', filmIds)
        .execute();
      return { films, links: new Map(links.map((row) => [row.film_id, row.links])) };
    },
    /** Keeps films' rows, whole. */
    async put(films: ReadonlyMap<string, readonly MoreFilm[]>): Promise<void> {
      if (films.size === 0) return;
      await db
        .deleteFrom('more_films')
        .where('film_id', 'in', [...films.keys()])
        .execute();
      const rows = [...films].flatMap(([film_id, row]) =>
        row.map(({ filmId, reason, personId }, position) => ({
          ...{ film_id, position, other_id: filmId, reason, person_id: personId },
        })),
      );
      await insertMany(db, 'more_films', rows);
    },
    /** Keeps by what films lead to others, and that they were reckoned just now. */
    async putLinks(films: readonly { filmId: string; links: string }[]): Promise<void> {
      const reckoned = Date.now();
      await insertMany(
        db,
        'more_links',
        films.map(({ filmId, links }) => ({ film_id: filmId, links, reckoned })),
        'on conflict (film_id) do update set links = excluded.links, reckoned = excluded.reckoned',
      );
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
