import { sql } from 'kysely';
import { directWay } from './engines/direct.ts';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { prepared } from './prepared.ts';

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
  return {
    /** The versions of the given things, 0 for what never changed, in the order asked. */
    async of(...ids: string[]): Promise<number[]> {
      const rows = await ofSoMany(ids.length)(Object.fromEntries(ids.entries()));
      const known = new Map(rows.map((row) => [row.id, row.version]));
      return ids.map((id) => known.get(id) ?? 0);
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
