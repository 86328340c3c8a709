import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';
import { index } from './001/named-index.ts';

/** Which films were looked up where, with what outcome, and when that is to be done again. */
export async function filmSources(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('film_sources')
    .addColumn('film_id', text, (c) => c.notNull().references('films.id').onDelete('cascade'))
    .addColumn('source', text, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('asked', integer)
    .addColumn('next', integer, (c) => c.notNull())
    .addColumn('tries', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('error', text)
    .addPrimaryKeyConstraint('film_sources_key', ['film_id', 'source'])
    .execute();
  await index(db, 'film_sources', 'film_sources_by_next', ['source', 'next', 'film_id']);
  await index(db, 'film_sources', 'film_sources_by_state', ['source', 'state', 'asked']);
}
