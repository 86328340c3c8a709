import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';

/** What somebody says of themselves, lists with words that may hold markup, and remarks brought from elsewhere. */
export async function profilesAndLists(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('profiles')
    .addColumn('author_id', text, (c) => c.primaryKey().references('authors.id'))
    .addColumn('bio_format', text)
    .addColumn('bio', text)
    .addColumn('bio_html', text)
    .addColumn('location', text)
    .addColumn('website', text)
    .addColumn('pronoun', text)
    .addColumn('joined', text)
    .addColumn('favourites', text, (c) => c.notNull().defaultTo('[]'))
    .addColumn('batch_id', text)
    .addColumn('updated', integer, (c) => c.notNull())
    .execute();
  for (const column of ['description_format', 'description_html', 'link'])
    await db.schema.alterTable('lists').addColumn(column, text).execute();
  await db.schema
    .alterTable('lists')
    .addColumn('tags', text, (c) => c.notNull().defaultTo('[]'))
    .execute();
  await db.schema.alterTable('lists').addColumn('written', text).execute();
  for (const column of ['note_format', 'note_html'])
    await db.schema.alterTable('list_items').addColumn(column, text).execute();
  await db.schema
    .createTable('kept_comments')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('author_id', text, (c) => c.notNull().references('authors.id'))
    .addColumn('key', text, (c) => c.notNull().unique())
    .addColumn('on_link', text, (c) => c.notNull())
    .addColumn('written', text)
    .addColumn('format', text, (c) => c.notNull())
    .addColumn('source', text, (c) => c.notNull())
    .addColumn('html', text, (c) => c.notNull())
    .addColumn('batch_id', text)
    .addColumn('created', integer, (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('kept_comments_by_author')
    .on('kept_comments')
    .columns(['author_id', 'written'])
    .execute();
  await db.schema
    .createIndex('changes_by_row')
    .on('changes')
    .columns(['table_name', 'row_key', 'batch_id'])
    .execute();
  await db.schema
    .createIndex('entries_diary')
    .on('entries')
    .columns(['author_id', 'viewed', 'id'])
    .where('viewed', 'is not', null)
    .execute();
  await db.schema.createIndex('lists_newest').on('lists').columns(['updated', 'id']).execute();
  await db.schema
    .createIndex('marks_by_author_watched')
    .on('marks')
    .columns(['author_id', 'watched', 'film_id'])
    .where('watched', 'is not', null)
    .execute();
  await db.schema
    .createIndex('marks_by_author_watchlist')
    .on('marks')
    .columns(['author_id', 'watchlist', 'film_id'])
    .where('watchlist', 'is not', null)
    .execute();
}
