import { type Kysely, sql } from 'kysely';

/**
 * Somebody's films in the order of the days they were marked on, in an index that knows months alone: within one,
 * rows stand as they came. An import writes marks in the order of their films, whose days are any of ten years; kept
 * in the order of days, each would be written into a page of its own, which took most of an import's time. A page of
 * somebody's films sorts the month or two it shows.
 */
export async function marksByMonth(db: Kysely<unknown>): Promise<void> {
  for (const state of ['watched', 'watchlist']) {
    await db.schema.dropIndex(`marks_by_author_${state}`).execute();
    await sql`create index ${sql.ref(`marks_by_month_${state}`)}
      on marks (author_id, substr(${sql.ref(state)}, 1, 7)) where ${sql.ref(state)} is not null`.execute(db);
  }
}
