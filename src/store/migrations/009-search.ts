import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';
import { changesToFind } from './009/changes.ts';

/**
 * What things are found by. All of it follows from films, people, members, lists and reviews: triggers name what has
 * changed, and whoever changed it brings the rest up to date before the transaction ends.
 */
export async function search(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const { text, integer, counter } = types;
  await db.schema
    .createTable('search_things')
    .addColumn('number', counter, (c) => c.primaryKey())
    .addColumn('thing_id', text, (c) => c.notNull().unique())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('tier', integer, (c) => c.notNull())
    .addColumn('year', integer)
    .addColumn('titles', text, (c) => c.notNull())
    .addColumn('makers', text, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('search_keys')
    .addColumn('bucket', integer, (c) => c.notNull())
    .addColumn('key', text, (c) => c.notNull())
    .addColumn('number', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('search_keys_in_order', ['bucket', 'key', 'number'])
    .modifyEnd(types.keyOnly)
    .execute();
  await db.schema
    .createTable('search_words')
    .addColumn('word', text, (c) => c.primaryKey())
    .addColumn('things', integer, (c) => c.notNull())
    .modifyEnd(types.keyOnly)
    .execute();
  await db.schema
    .createTable('search_near')
    .addColumn('near', text, (c) => c.notNull())
    .addColumn('word', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('search_near_key', ['near', 'word'])
    .modifyEnd(types.keyOnly)
    .execute();
  await db.schema
    .createTable('search_changed')
    .addColumn('number', counter, (c) => c.primaryKey())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('thing_id', text, (c) => c.notNull())
    .addColumn('whole', integer, (c) => c.notNull())
    .execute();
  await types.textIndex(db, 'search_texts');
  for (const change of changesToFind) await types.trigger(db, change);
  for (const { kind, table, key } of THINGS)
    await sql`insert into search_changed (kind, thing_id, whole)
      select ${sql.lit(kind)}, ${sql.ref(key)}, 1 from ${sql.table(table)}`.execute(db);
}

/** What is found from now on although it was there before. */
const THINGS = [
  { kind: 'film', table: 'films', key: 'id' },
  { kind: 'person', table: 'people', key: 'id' },
  { kind: 'member', table: 'members', key: 'id' },
  { kind: 'list', table: 'lists', key: 'id' },
  { kind: 'review', table: 'reviews', key: 'entry_id' },
] as const;
