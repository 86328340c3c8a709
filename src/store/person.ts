import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { inOrder, newId } from './ids.ts';
import { settled, standsForItself } from './readable.ts';

/** Somebody who made films. */
export interface Person {
  id: string;
  slug: string;
  name: string;
}

/** A film in which somebody had a part. Ratings are ten counts, half a star first, as JSON. */
export interface PartRow {
  role: string;
  /** How many films they had this part in. */
  total: number;
  filmId: string;
  slug: string;
  title: string;
  year: number | null;
  poster: string | null;
  character: string | null;
  ratingsHere: string;
  ratingsElsewhere: string;
  titleKey: string;
}

/** Where a page of somebody's films ended: the last one's year (0 for none), title key and id. */
export type PartPlace = readonly [year: number, titleKey: string, id: string];

const NEWEST_FIRST = sql`coalesce(films.year, 0) desc, films.title_key, films.id`;

/** Somebody's films, each once for each part they had in it, newest first; of one part where it is said. */
function parts(personId: string, role: string | null, beyond: RawBuilder<SqlBool>) {
  const ofRole = role === null ? sql<SqlBool>`1 = 1` : sql<SqlBool>`credits.role = ${role}`;
  return sql`
    select theirs.role, films.id as "filmId", films.slug, films.title, films.year, films.poster, theirs.character,
      films.ratings_here as "ratingsHere", films.ratings_elsewhere as "ratingsElsewhere",
      films.title_key as "titleKey",
      row_number() over (partition by theirs.role order by ${NEWEST_FIRST}) as place,
      count(*) over (partition by theirs.role) as total
    from (select credits.role, credits.film_id, min(credits.character) as character from credits
        where credits.person_id = ${personId} and ${ofRole} and ${settled('credits')}
        group by credits.role, credits.film_id) as theirs
      cross join films
    where films.id = theirs.film_id and ${standsForItself} and ${settled('films')} and ${beyond}`;
}

export function personReader(db: ReadDb) {
  const people = () =>
    db.selectFrom('people').select(['people.id', 'people.slug', 'people.name']).where(settled('people'));
  const formerly = async (slug: string): Promise<Person | null> => {
    const row = await people()
      .innerJoin('redirects', 'redirects.target_id', 'people.id')
      .where('redirects.kind', '=', 'person')
      .where('redirects.slug', '=', slug)
      .executeTakeFirst();
    return row ?? null;
  };
  return {
    async byName(name: string): Promise<Person | null> {
      const row = await people().where('people.name', '=', name).orderBy('people.id').executeTakeFirst();
      return row ?? null;
    },
    async bySlug(slug: string): Promise<Person | null> {
      return (await people().where('people.slug', '=', slug).executeTakeFirst()) ?? null;
    },
    /** Who once had a slug. */
    formerly,
    /** People by id, in the order asked. */
    async byIds(ids: readonly string[]): Promise<Person[]> {
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom('people')
        .select(['id', 'slug', 'name'])
        .where('id', 'in', ids)
        .execute();
      return inOrder(ids, rows);
    },
    /** Whether a slug is or was somebody's. */
    async slugTaken(slug: string): Promise<boolean> {
      const row = await db.selectFrom('people').select('id').where('slug', '=', slug).executeTakeFirst();
      return row !== undefined || (await formerly(slug)) !== null;
    },
    /** What else somebody is called. */
    async otherNames(id: string): Promise<string[]> {
      const rows = await db
        .selectFrom('person_names')
        .select('name')
        .where('person_id', '=', id)
        .orderBy('name')
        .limit(MOST_NAMES)
        .execute();
      return rows.map(({ name }) => name);
    },
    /** The newest films of each part somebody had, `most` of each. */
    async parts(id: string, most: number): Promise<PartRow[]> {
      const { rows } = await sql<PartRow & { place: number }>`
        select * from (${parts(id, null, sql<SqlBool>`1 = 1`)}) as some_parts
        where place <= ${most} order by role, place`.execute(db);
      return rows.map((row) => ({ ...row, total: Number(row.total) }));
    },
    /** Films in which somebody had one part, newest first, after a place. `total` is of those that are left. */
    async part(id: string, role: string, after: PartPlace | null, limit: number): Promise<PartRow[]> {
      const beyond = after
        ? sql<SqlBool>`(coalesce(films.year, 0) < ${after[0]} or (coalesce(films.year, 0) = ${after[0]}
            and (films.title_key, films.id) > (${after[1]}, ${after[2]})))`
        : sql<SqlBool>`1 = 1`;
      const { rows } = await sql<PartRow & { place: number }>`
        select * from (${parts(id, role, beyond)}) as some_parts
        where place <= ${limit} order by place`.execute(db);
      return rows.map((row) => ({ ...row, total: Number(row.total) }));
    },
  };
}

const MOST_NAMES = 12;

export function personWriter(db: WriteDb) {
  return {
    async add(input: { name: string; slug: string; batchId?: string | null }, now: number): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('people')
        .values({ id, slug: input.slug, name: input.name, batch_id: input.batchId ?? null, created: now })
        .execute();
      return id;
    },
    /** Keeps what else people are called; their own names are none. */
    async putNames(names: readonly { personId: string; name: string }[]): Promise<void> {
      for (const { personId, name } of names)
        await sql`insert into person_names (person_id, name)
          select id, ${name} from people where id = ${personId} and name <> ${name}
          on conflict (person_id, name) do nothing`.execute(db);
    },
    /** Gives somebody another address; the former one leads to them. */
    async moveTo(id: string, slug: string): Promise<void> {
      const before = await db.selectFrom('people').select('slug').where('id', '=', id).executeTakeFirst();
      if (!before || before.slug === slug) return;
      await db.updateTable('people').set({ slug }).where('id', '=', id).execute();
      await db.deleteFrom('redirects').where('kind', '=', 'person').where('slug', '=', slug).execute();
      await db
        .insertInto('redirects')
        .values({ kind: 'person', slug: before.slug, target_id: id })
        .onConflict((oc) => oc.columns(['kind', 'slug']).doUpdateSet({ target_id: id }))
        .execute();
    },
  };
}
