import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';
import { index } from './001/named-index.ts';

/** Under which id a source knows a film, when it last did, and how far what has changed there was read. */
export async function sourceChanges(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema.alterTable('film_sources').addColumn('there', text).execute();
  await db.schema.alterTable('film_sources').addColumn('found', integer).execute();
  await sql`update film_sources set found = asked, there = (
    select min(value) from external_ids
    where thing_id = film_sources.film_id and kind = 'film' and scheme = film_sources.source
  ) where state = 'done'`.execute(db);
  await index(db, 'film_sources', 'film_sources_by_there', ['source', 'there']);
  await index(db, 'film_sources', 'film_sources_by_found', ['source', 'found']);
  await db.schema
    .createTable('source_changes')
    .addColumn('source', text, (c) => c.primaryKey().notNull())
    .addColumn('read', integer, (c) => c.notNull())
    .addColumn('until', integer)
    .addColumn('error', text)
    .execute();
}
