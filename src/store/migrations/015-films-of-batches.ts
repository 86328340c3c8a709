import { type Kysely, sql } from 'kysely';
import { index } from './001/named-index.ts';

/**
 * A batch may bring something to a million films: they are gone through in the order of their ids, some at a time,
 * and what its rows have still to do is found without reading those that have done.
 */
export async function filmsOfBatches(db: Kysely<unknown>): Promise<void> {
  for (const [table, film] of [
    ['marks', 'film_id'],
    ['entries', 'film_id'],
    ['films', 'id'],
  ] as const) {
    await db.schema.dropIndex(`${table}_by_batch`).execute();
    await index(db, table, `${table}_by_batch`, ['batch_id', film]);
  }
  await db.schema
    .createIndex('batch_rows_planned')
    .on('batch_rows')
    .columns(['batch_id', 'number'])
    .where(sql.ref('plan'), 'is not', null)
    .execute();
}
