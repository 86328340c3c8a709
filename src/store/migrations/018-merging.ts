import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';
import { index } from './001/named-index.ts';

/** Finds merges and splits among imports, and keeps which films look alike and are two. */
export async function merging(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await index(db, 'batches', 'batches_by_kind', ['kind', 'id']);
  await db.schema
    .createTable('films_apart')
    .addColumn('film_id', text, (c) => c.notNull().references('films.id').onDelete('cascade'))
    .addColumn('other_id', text, (c) => c.notNull().references('films.id').onDelete('cascade'))
    .addColumn('member_id', text)
    .addColumn('created', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('films_apart_key', ['film_id', 'other_id'])
    .execute();
  await index(db, 'films_apart', 'films_apart_by_other', ['other_id']);
}
