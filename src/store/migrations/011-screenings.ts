import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';
import { index } from './001/named-index.ts';

/** Venues, what they show when, and the files that brought it. */
export async function screenings(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('venues')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('slug', text, (c) => c.notNull().unique())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('street', text)
    .addColumn('town', text)
    .addColumn('country', text)
    .addColumn('time_zone', text, (c) => c.notNull())
    .addColumn('website', text)
    .addColumn('created', integer, (c) => c.notNull())
    .addColumn('updated', integer, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('screenings')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('film_id', text, (c) => c.notNull().references('films.id'))
    .addColumn('venue_id', text, (c) => c.notNull().references('venues.id'))
    .addColumn('day', text, (c) => c.notNull())
    .addColumn('time', text, (c) => c.notNull())
    .addColumn('starts', integer, (c) => c.notNull())
    .addColumn('doors', text)
    .addColumn('ends', text)
    .addColumn('room', text)
    .addColumn('format', text)
    .addColumn('spoken', text)
    .addColumn('language', text)
    .addColumn('subtitles', text)
    .addColumn('tickets', text)
    .addColumn('note', text)
    .addColumn('series', text)
    .addColumn('state', text, (c) => c.notNull().defaultTo('on'))
    .addColumn('draft', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('key', text)
    .addColumn('created', integer, (c) => c.notNull())
    .addColumn('updated', integer, (c) => c.notNull())
    .execute();
  await index(db, 'screenings', 'screenings_by_film', ['film_id', 'starts', 'id']);
  await index(db, 'screenings', 'screenings_by_venue', ['venue_id', 'starts', 'id']);
  await index(db, 'screenings', 'screenings_by_start', ['starts', 'id']);
  await index(db, 'screenings', 'screenings_by_key', ['venue_id', 'key']);
  await db.schema
    .createTable('screening_imports')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('member_id', text, (c) => c.notNull().references('members.id'))
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('rows', text, (c) => c.notNull())
    .addColumn('choices', text, (c) => c.notNull().defaultTo('{}'))
    .addColumn('report', text)
    .addColumn('changes', text, (c) => c.notNull().defaultTo('[]'))
    .addColumn('created', integer, (c) => c.notNull())
    .execute();
  await index(db, 'screening_imports', 'screening_imports_by_member', ['member_id', 'created']);
}
