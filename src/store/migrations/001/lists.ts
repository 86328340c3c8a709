import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../../engines/engine.ts';
import { index } from './named-index.ts';

/** Lists, and where former addresses lead. */
export async function lists(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('lists')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('author_id', text, (c) => c.notNull().references('authors.id'))
    .addColumn('slug', text, (c) => c.notNull())
    .addColumn('title', text, (c) => c.notNull())
    .addColumn('description', text)
    .addColumn('ranked', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('visibility', text, (c) => c.notNull().defaultTo('everyone'))
    .addColumn('source', text, (c) => c.notNull())
    .addColumn('key', text, (c) => c.unique())
    .addColumn('batch_id', text)
    .addColumn('created', integer, (c) => c.notNull())
    .addColumn('updated', integer, (c) => c.notNull())
    .addUniqueConstraint('lists_slug', ['author_id', 'slug'])
    .execute();
  await db.schema
    .createTable('list_items')
    .addColumn('list_id', text, (c) => c.notNull().references('lists.id'))
    .addColumn('film_id', text, (c) => c.notNull().references('films.id'))
    .addColumn('position', integer, (c) => c.notNull())
    .addColumn('note', text)
    .addColumn('batch_id', text)
    .addPrimaryKeyConstraint('list_items_key', ['list_id', 'film_id'])
    .execute();
  await index(db, 'list_items', 'list_items_in_order', ['list_id', 'position']);
  await index(db, 'list_items', 'list_items_by_film', ['film_id']);
  await db.schema
    .createTable('redirects')
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('slug', text, (c) => c.notNull())
    .addColumn('target_id', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('redirects_key', ['kind', 'slug'])
    .execute();
}
