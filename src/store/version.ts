import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { directWay } from './engines/direct.ts';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { prepared } from './prepared.ts';
import { settled } from './readable.ts';

/** Counts what changes on the pages of a film, member or list, of the whole site, or of the catalogue. */
export function versionWriter(db: WriteDb) {
  return {
    /** Raises the versions of these things; every page that shows one of them is then rendered anew. */
    async raise(...ids: string[]): Promise<void> {
      // In one order everywhere, so that two writers never wait for each other.
      for (const id of [...new Set(ids)].sort()) {
        await db
          .insertInto('change_versions')
          .values({ id, version: 1 })
          .onConflict((oc) =>
            oc.column('id').doUpdateSet({ version: sql<number>`change_versions.version + 1` }),
          )
          .execute();
      }
    },
    /** Raises the versions of all films an author wrote on. */
    async raiseFilmsOf(authorId: string): Promise<void> {
      await sql`
        insert into change_versions (id, version)
        select distinct film_id, 1 from entries where author_id = ${authorId}
        on conflict (id) do update set version = change_versions.version + 1`.execute(db);
    },
  };
}

export type VersionWriter = ReturnType<typeof versionWriter>;

/** Something on a person's page: their name, another one, a film of theirs by its id; or the site, which every page shows. */
interface PersonPart {
  what: 'person' | 'name' | 'film' | 'site';
  name: string;
  version: number;
}

/** Reads the versions a page depends on. */
export function versionReader(db: ReadDb) {
  const byCount = new Map<
    number,
    (values: Record<string, string>) => Promise<{ id: string; version: number }[]>
  >();
  const ofSoMany = (count: number) => {
    const known = byCount.get(count);
    if (known) return known;
    const made = prepared<Record<string, string>, { id: string; version: number }>(db, (slot) =>
      db
        .selectFrom('change_versions')
        .select(['id', 'version'])
        .where(
          'id',
          'in',
          Array.from({ length: count }, (_, n) => slot(`${n}`)),
        ),
    );
    byCount.set(count, made);
    return made;
  };
  const programme = prepared<{ from: number }, { id: string; version: number | null }>(db, (slot) =>
    db
      .selectFrom('change_versions')
      .select((eb) => ['id', eb.ref('version').$castTo<number | null>().as('version')])
      .where('id', 'in', ['site', 'films', 'programme'])
      .unionAll(
        db
          .selectFrom('screenings')
          .select((eb) => [sql<string>`'due'`.as('id'), eb.fn.min('starts').as('version')])
          .where('starts', '>', slot('from'))
          .where('draft', '=', 0),
      ),
  );
  const review = prepared<{ id: string }, { film: string; version: number; site: number }>(db, (slot) =>
    db
      .selectFrom('entries')
      .select([
        'film_id as film',
        sql<number>`coalesce((select version from change_versions where id = film_id), 0)`.as('version'),
        sql<number>`coalesce((select version from change_versions where id = 'site'), 0)`.as('site'),
      ])
      .where('entries.id', '=', slot('id')),
  );
  const person = prepared<{ slug: string }, PersonPart>(db, (slot) => {
    const theirs = db.selectFrom('people').where('people.slug', '=', slot('slug')).where(settled('people'));
    return theirs
      .select([sql<PersonPart['what']>`'person'`.as('what'), 'people.name', sql<number>`0`.as('version')])
      .unionAll(
        theirs
          .innerJoin('person_names', 'person_names.person_id', 'people.id')
          .select([
            sql<PersonPart['what']>`'name'`.as('what'),
            'person_names.name',
            sql<number>`0`.as('version'),
          ]),
      )
      .unionAll(
        theirs
          .innerJoin('credits', 'credits.person_id', 'people.id')
          .innerJoin('films', 'films.id', 'credits.film_id')
          .leftJoin('change_versions', 'change_versions.id', 'films.id')
          .where(settled('credits'))
          .where(settled('films'))
          .select([
            sql<PersonPart['what']>`'film'`.as('what'),
            'films.id as name',
            sql<number>`coalesce(change_versions.version, 0)`.as('version'),
          ]),
      )
      .unionAll(
        db
          .selectFrom('change_versions')
          .where('id', '=', 'site')
          .select([sql<PersonPart['what']>`'site'`.as('what'), 'id as name', 'version']),
      );
  });
  return {
    /** The film of a review with its version, and the site's; null where there is no such review. */
    async ofReview(id: string): Promise<{ film: string; version: number; site: number } | null> {
      return (await review({ id }))[0] ?? null;
    },
    /** A digest of all that a person's page shows but the site, and the site's version; null where nobody has that slug. */
    async ofPerson(slug: string): Promise<{ digest: string; site: number } | null> {
      const rows = await person({ slug });
      if (!rows.some(({ what }) => what === 'person')) return null;
      const shown = rows.filter(({ what }) => what !== 'site').map((row) => JSON.stringify(row));
      const site = Number(rows.find(({ what }) => what === 'site')?.version ?? 0);
      return { digest: hash('sha256', shown.sort().join(), 'base64url'), site };
    },
    /** The versions of the given things, 0 for what never changed, in the order asked. */
    async of(...ids: string[]): Promise<number[]> {
      const rows = await ofSoMany(ids.length)(Object.fromEntries(ids.entries()));
      const known = new Map(rows.map((row) => [row.id, row.version]));
      return ids.map((id) => known.get(id) ?? 0);
    },
    /** Some of all versions there are, after an id, in the order of ids. */
    async page(after: string, limit: number): Promise<{ id: string; version: number }[]> {
      return db
        .selectFrom('change_versions')
        .select(['id', 'version'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute();
    },
    /** The versions of the site, its catalogue and its programme, and when the next screening after an instant begins. */
    async ofProgramme(
      from: number,
    ): Promise<{ site: number; films: number; programme: number; due: number | null }> {
      const rows = await programme({ from });
      const known = new Map(rows.map((row) => [row.id, row.version]));
      const at = (id: string) => Number(known.get(id) ?? 0);
      const due = known.get('due') ?? null;
      return { site: at('site'), films: at('films'), programme: at('programme'), due };
    },
    /**
     * A number that is another one as soon as anybody has written anything since it was asked last; null where
     * only the versions can be asked. It is told at once, and costs less than they do.
     */
    revision: (): number | null => directWay(db)?.revision() ?? null,
  };
}
