import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';
import { index } from './001/named-index.ts';

/** Sentences of reviews that a curator chose for cards and posters, and the word that lets a review onto posters. */
export async function quotes(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('quotes')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('entry_id', text, (c) => c.notNull().references('entries.id'))
    .addColumn('passages', text, (c) => c.notNull())
    .addColumn('maker_id', text, (c) => c.notNull())
    .addColumn('created', integer, (c) => c.notNull())
    .addColumn('removed', integer)
    .execute();
  await index(db, 'quotes', 'quotes_by_entry', ['entry_id', 'id']);
  await db.schema
    .createTable('poster_words')
    .addColumn('entry_id', text, (c) => c.primaryKey().references('entries.id'))
    .addColumn('word', text)
    .addColumn('given_by', text, (c) => c.notNull())
    .addColumn('given', integer, (c) => c.notNull())
    .addColumn('until', text)
    .execute();
}
