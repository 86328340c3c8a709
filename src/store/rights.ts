import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Batch } from './batch.ts';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import type { AllowedUse, Basis } from './schema.ts';

/** Where what somebody wrote may be shown beside this site. */
export type Outside = Exclude<AllowedUse, 'here'>;

/** No more reviews of a batch than these are counted: one more stands for more. */
const MOST_COUNTED = 10_000;

/**
 * The condition (within a query that knows an entry and its `rights`) that the word of a batch holds of it: nothing
 * else was said of it alone, and it is by no member but the one who speaks.
 */
function spokenFor(batchId: string, memberId: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(rights.batch_id = ${batchId} and not exists (select 1 from members
    where members.author_id = entries.author_id and members.id <> ${memberId}))`;
}

/** Keeps by what right entries are shown, and where. */
export function rightsWriter(db: WriteDb) {
  return {
    /** Keeps what is said now of a whole batch. */
    async sayOfBatch({ id, word, report }: Pick<Batch, 'id' | 'word' | 'report'>): Promise<void> {
      await db
        .updateTable('batches')
        .set({ word, report: JSON.stringify(report) })
        .where('id', '=', id)
        .execute();
    },
    /**
     * Says of some entries what is said of their batch, wherever its word holds.
     *
     * @param word what was promised, and by whom; null keeps what was promised before
     */
    async sayOf(
      ids: readonly string[],
      batchId: string,
      {
        allowed,
        memberId,
        word,
        now,
      }: {
        allowed: readonly AllowedUse[];
        memberId: string;
        word: string | null;
        now: number;
      },
    ): Promise<void> {
      if (ids.length === 0) return;
      const promise = word === null ? {} : { word, given_by: memberId, given: now };
      await db
        .updateTable('rights')
        .set({ allowed: JSON.stringify(allowed), ...promise })
        .where('entry_id', 'in', ids)
        .where(
          sql<SqlBool>`exists (select 1 from entries where entries.id = rights.entry_id
            and ${spokenFor(batchId, memberId)})`,
        )
        .execute();
    },
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
    /**
     * How many reviews of a batch its word holds of, and how many were spoken of otherwise; of the first 10,000, and
     * whether there are more.
     */
    async ofBatch(
      batchId: string,
      memberId: string,
    ): Promise<{ reviews: number; apart: number; more: boolean }> {
      const { rows } = await sql<{ n: number; spoken: number | null }>`
        select count(*) as n, sum(spoken) as spoken from (
          select case when ${spokenFor(batchId, memberId)} then 1 else 0 end as spoken
          from entries join rights on rights.entry_id = entries.id
          where entries.batch_id = ${batchId} and entries.has_text = 1
          limit ${sql.lit(MOST_COUNTED + 1)}) as came`.execute(db);
      const [all, spoken] = [Number(rows[0]?.n ?? 0), Number(rows[0]?.spoken ?? 0)];
      return {
        reviews: Math.min(spoken, MOST_COUNTED),
        apart: all - spoken,
        more: all > MOST_COUNTED,
      };
    },
    /**
     * Entries of which something else is said than of their batch though its word holds, in the order of their films
     * from one on.
     */
    async behind(
      batchId: string,
      memberId: string,
      allowed: readonly AllowedUse[],
      fromFilm: string,
      limit: number,
    ): Promise<{ id: string; filmId: string }[]> {
      return db
        .selectFrom('entries')
        .innerJoin('rights', 'rights.entry_id', 'entries.id')
        .select(['entries.id', 'entries.film_id as filmId'])
        .where('entries.batch_id', '=', batchId)
        .where('entries.film_id', '>=', fromFilm)
        .where('rights.allowed', '<>', JSON.stringify(allowed))
        .where(spokenFor(batchId, memberId))
        .orderBy('entries.film_id')
        .limit(limit)
        .execute();
    },
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
