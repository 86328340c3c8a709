import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../../engines/engine.ts';
import { index } from './named-index.ts';

/** Films, their other ids, people and credits. */
export async function catalogue(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('films')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('slug', text, (c) => c.notNull().unique())
    .addColumn('title', text, (c) => c.notNull())
    .addColumn('original_title', text)
    .addColumn('title_key', text, (c) => c.notNull())
    .addColumn('year', integer)
    .addColumn('released', text)
    .addColumn('runtime', integer)
    .addColumn('synopsis', text)
    .addColumn('synopsis_language', text)
    .addColumn('countries', text, (c) => c.notNull().defaultTo('[]'))
    .addColumn('languages', text, (c) => c.notNull().defaultTo('[]'))
    .addColumn('genres', text, (c) => c.notNull().defaultTo('[]'))
    .addColumn('canonical_id', text, (c) => c.references('films.id'))
    .addColumn('batch_id', text)
    .addColumn('created', integer, (c) => c.notNull())
    .addColumn('updated', integer, (c) => c.notNull())
    .addColumn('reviews', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('ratings_here', text, (c) => c.notNull().defaultTo('[0,0,0,0,0,0,0,0,0,0]'))
    .addColumn('ratings_elsewhere', text, (c) => c.notNull().defaultTo('[0,0,0,0,0,0,0,0,0,0]'))
    .execute();
  await index(db, 'films', 'films_by_reviews', ['reviews desc', 'title_key', 'id']);
  await index(db, 'films', 'films_by_title', ['title_key', 'id']);
  await sql`create index films_by_year on films (coalesce(year, 0) desc, title_key, id)`.execute(db);
  await index(db, 'films', 'films_by_title_and_year', ['title', 'year']);
  await index(db, 'films', 'films_by_canonical', ['canonical_id']);
  await index(db, 'films', 'films_by_batch', ['batch_id']);

  await db.schema
    .createTable('external_ids')
    .addColumn('thing_id', text, (c) => c.notNull())
    .addColumn('scheme', text, (c) => c.notNull())
    .addColumn('value', text, (c) => c.notNull())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('batch_id', text)
    .addPrimaryKeyConstraint('external_ids_key', ['kind', 'scheme', 'value'])
    .execute();
  await index(db, 'external_ids', 'external_ids_by_thing', ['thing_id']);

  await db.schema
    .createTable('people')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('slug', text, (c) => c.notNull().unique())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('batch_id', text)
    .addColumn('created', integer, (c) => c.notNull())
    .execute();
  await index(db, 'people', 'people_by_name', ['name']);
  await db.schema
    .createTable('credits')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('film_id', text, (c) => c.notNull().references('films.id'))
    .addColumn('person_id', text, (c) => c.notNull().references('people.id'))
    .addColumn('role', text, (c) => c.notNull())
    .addColumn('position', integer, (c) => c.notNull())
    .addColumn('character', text)
    .addColumn('batch_id', text)
    .execute();
  await index(db, 'credits', 'credits_by_film', ['film_id', 'position']);
  await index(db, 'credits', 'credits_by_person', ['person_id']);
}
