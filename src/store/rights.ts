import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import type { AllowedUse, Basis } from './schema.ts';

/** Where what somebody wrote may be shown beside this site. */
export type Outside = Exclude<AllowedUse, 'here'>;

/** Keeps by what right entries are shown, and where. */
export function rightsWriter(db: WriteDb) {
  return {
    /** Records by what right an entry is shown. */
    async setRights(
      entryId: string,
      rights: {
        basis: Basis;
        allowed: readonly AllowedUse[];
        word: string | null;
        givenBy: string | null;
        batchId: string | null;
      },
      now: number,
    ): Promise<void> {
      await db.deleteFrom('rights').where('entry_id', '=', entryId).execute();
      await db
        .insertInto('rights')
        .values({
          entry_id: entryId,
          basis: rights.basis,
          allowed: JSON.stringify(rights.allowed),
          word: rights.word,
          given_by: rights.givenBy,
          given: now,
          until: null,
          batch_id: rights.batchId,
        })
        .execute();
    },
  };
}

export function rightsReader(db: ReadDb) {
  return {
    /** By what right an entry is shown. */
    async rights(entryId: string) {
      return (
        (await db.selectFrom('rights').selectAll().where('entry_id', '=', entryId).executeTakeFirst()) ?? null
      );
    },
  };
}

/**
 * The condition (within a query that knows the author's `members` row) that its author allows an entry outside: by
 * their own word for all they wrote, else by what was said of it.
 *
 * @param today the calendar date until when a permission has to reach
 */
export function allows(where: Outside, table: string, today: string): RawBuilder<SqlBool> {
  const word = sql`coalesce(members.settings, '')`;
  const entry = sql.ref(`${table}.id`);
  // A value and no `exists`, which PostgreSQL may answer by reading what was said of every entry there is.
  const rights = sql<SqlBool>`coalesce((select 1 from rights where rights.entry_id = ${entry}
    and rights.allowed like ${`%"${where}"%`} and (rights.until is null or rights.until >= ${today})), 0) = 1`;
  const said =
    where === 'strips'
      ? rights
      : sql<SqlBool>`(${rights} or coalesce((select 1 from poster_words where poster_words.entry_id = ${entry}
          and (poster_words.until is null or poster_words.until >= ${today})), 0) = 1)`;
  return sql<SqlBool>`(${word} not like ${`%"${where}":"none"%`}
    and (${word} like ${`%"${where}":"all"%`} or ${said}))`;
}

/** Which of some entries may be shown in a place, by their authors' word for all they wrote or for each. */
export async function allowedAmong(
  db: ReadDb,
  where: Outside,
  ids: readonly string[],
  today: string,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('entries')
    .leftJoin('members', 'members.author_id', 'entries.author_id')
    .select('entries.id')
    .where('entries.id', 'in', ids)
    .where(allows(where, 'entries', today))
    .execute();
  return new Set(rows.map(({ id }) => id));
}
