import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';
import { index } from './001/named-index.ts';

/** Which films a review names, what films can be named by, and which reviews are still to be looked through. */
export async function mentions(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('mentions')
    .addColumn('entry_id', text, (c) => c.notNull().references('entries.id').onDelete('cascade'))
    .addColumn('film_id', text, (c) => c.notNull().references('films.id').onDelete('cascade'))
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('start_at', integer)
    .addColumn('end_at', integer)
    .addColumn('said', text)
    .addColumn('score', integer)
    .addPrimaryKeyConstraint('mentions_key', ['entry_id', 'film_id'])
    .execute();
  await index(db, 'mentions', 'mentions_by_film', ['film_id', 'entry_id']);
  await db.schema
    .createTable('mention_titles')
    .addColumn('key', text, (c) => c.notNull())
    .addColumn('film_id', text, (c) => c.notNull().references('films.id').onDelete('cascade'))
    .addColumn('part', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('mention_titles_key', ['key', 'film_id'])
    .execute();
  await index(db, 'mention_titles', 'mention_titles_by_film', ['film_id']);
  await db.schema
    .createTable('mention_queue')
    .addColumn('entry_id', text, (c) => c.primaryKey().references('entries.id').onDelete('cascade'))
    .execute();
  // What is there already is looked through in the background.
  await sql`
    insert into jobs (id, kind, payload, state, due, attempts, created)
    select 'mentions of all', 'mentions', '{"films":""}', 'waiting', 0, 0, 0
    where exists (select 1 from films)`.execute(db);
}
