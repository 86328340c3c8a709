import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';
import { index } from './001/named-index.ts';

/** Pages elsewhere whose film is not known for sure, and what the owner said of them. */
export async function hostPages(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('host_pages')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('address', text, (c) => c.notNull().unique())
    .addColumn('origin', text, (c) => c.notNull())
    .addColumn('said', text, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull().defaultTo('waiting'))
    .addColumn('film_id', text)
    .addColumn('created', integer, (c) => c.notNull())
    .execute();
  await index(db, 'host_pages', 'host_pages_by_state', ['state', 'created', 'id']);
}
