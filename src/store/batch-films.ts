import { sql } from 'kysely';
import type { ReadDb } from './engines/engine.ts';

/** Reads which films a batch has to do with; there may be a million, so they come some at a time. */
export function batchFilmReader(db: ReadDb) {
  return {
    /**
     * The films a batch brought something to, in the order of their ids: the next after one.
     *
     * @param tables what it brought: anything at all unless said
     */
    async filmsAfter(
      id: string,
      after: string,
      limit: number,
      tables: readonly ('entries' | 'marks' | 'films')[] = ['entries', 'marks', 'films'],
    ): Promise<string[]> {
      const from = (table: (typeof tables)[number]) => {
        const column = sql.ref(table === 'films' ? 'id' : 'film_id');
        return sql`select * from (select distinct ${column} as film_id from ${sql.table(table)}
          where batch_id = ${id} and ${column} > ${after} order by ${column} limit ${sql.lit(limit)}) as ${sql.ref(`of_${table}`)}`;
      };
      const { rows } = await sql<{ film_id: string }>`
        ${sql.join(tables.map(from), sql` union `)}
        order by film_id limit ${sql.lit(limit)}`.execute(db);
      return rows.map((row) => row.film_id);
    },
    /** The films a batch makes, in the order of their ids: the next after one. */
    async filmsMadeAfter(id: string, after: string, limit: number): Promise<string[]> {
      const rows = await db
        .selectFrom('films')
        .select('id')
        .where('batch_id', '=', id)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },
    /** How many films a batch brought something to. */
    async filmCount(id: string): Promise<number> {
      const { rows } = await sql<{ n: number }>`select count(*) as n from (
        select film_id from entries where batch_id = ${id}
        union select film_id from marks where batch_id = ${id}
        union select id from films where batch_id = ${id}) as brought`.execute(db);
      return Number(rows[0]?.n);
    },
    /** The films that reviews of a batch name, and those whose reviews name films of it. */
    async filmsMentioned(id: string): Promise<string[]> {
      const { rows } = await sql<{ film_id: string }>`
        select mentions.film_id from entries join mentions on mentions.entry_id = entries.id
          where entries.batch_id = ${id}
        union select entries.film_id from films join mentions on mentions.film_id = films.id
          join entries on entries.id = mentions.entry_id where films.batch_id = ${id}`.execute(db);
      return rows.map((row) => row.film_id);
    },
  };
}
