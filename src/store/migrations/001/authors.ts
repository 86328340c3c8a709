import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../../engines/engine.ts';
import { index } from './named-index.ts';

/** Authors and members. */
export async function authors(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('authors')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('source', text, (c) => c.notNull())
    .addColumn('key', text, (c) => c.notNull().unique())
    .addColumn('link', text)
    .addColumn('place', text)
    .addColumn('canonical_id', text, (c) => c.references('authors.id'))
    .addColumn('batch_id', text)
    .addColumn('created', integer, (c) => c.notNull())
    .execute();
  await index(db, 'authors', 'authors_by_canonical', ['canonical_id']);
  await db.schema
    .createTable('members')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('account_id', text, (c) => c.unique())
    .addColumn('author_id', text, (c) => c.notNull().unique().references('authors.id'))
    .addColumn('username', text, (c) => c.notNull().unique())
    .addColumn('role', text, (c) => c.notNull())
    .addColumn('settings', text, (c) => c.notNull().defaultTo('{}'))
    .addColumn('created', integer, (c) => c.notNull())
    .execute();
}
