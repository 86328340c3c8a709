import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';

/**
 * Sessions are known by a hash of their token and say when the mailed link was opened that began them, 0 for others;
 * deletions that are final have a ledger; what waits can be counted without reading it.
 */
export async function sessionsAndDeletions(
  db: Kysely<unknown>,
  { text, integer }: ColumnTypes,
): Promise<void> {
  await db.schema
    .alterTable('sessions')
    .addColumn('linkOpened', integer, (c) => c.notNull().defaultTo(0))
    .execute();
  // Tokens that lie open are good for nobody any more: whoever had one signs in again.
  await sql`delete from sessions`.execute(db);
  await db.schema
    .createTable('deletions')
    .addColumn('thing_id', text, (c) => c.primaryKey())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('film_id', text)
    .addColumn('asked', integer, (c) => c.notNull())
    .addColumn('done', integer, (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('entries_deleted')
    .on('entries')
    .column('deleted')
    .where('deleted', 'is not', null)
    .execute();
  await db.schema
    .createIndex('waiting_reviews_open')
    .on('waiting_reviews')
    .columns(['entry_id', 'mail_hash', 'created'])
    .execute();
}
