import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';
import { index } from './001/named-index.ts';

/** Posters and stills of films, the files they were drawn anew into, and what was done with them by hand. */
export async function pictures(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema.alterTable('films').addColumn('poster', text).execute();
  await db.schema
    .createTable('pictures')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('film_id', text, (c) => c.notNull().references('films.id').onDelete('cascade'))
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('source', text, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('file', text)
    .addColumn('link', text)
    .addColumn('licence', text)
    .addColumn('licence_link', text)
    .addColumn('credit', text)
    .addColumn('alt', text)
    .addColumn('width', integer)
    .addColumn('height', integer)
    .addColumn('original', text)
    .addColumn('problem', text)
    .addColumn('tries', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('due', integer)
    .addColumn('member_id', text)
    .addColumn('created', integer, (c) => c.notNull())
    .addColumn('removed', integer)
    .execute();
  await index(db, 'pictures', 'pictures_of_film', ['film_id', 'kind', 'id']);
  await index(db, 'pictures', 'pictures_due', ['state', 'due', 'id']);
  await index(db, 'pictures', 'pictures_removed', ['removed']);
  await db.schema
    .createTable('picture_files')
    .addColumn('picture_id', text, (c) => c.notNull().references('pictures.id').onDelete('cascade'))
    .addColumn('format', text, (c) => c.notNull())
    .addColumn('width', integer, (c) => c.notNull())
    .addColumn('hash', text, (c) => c.notNull().references('files.hash'))
    .addColumn('size', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('picture_files_key', ['picture_id', 'format', 'width'])
    .execute();
  await index(db, 'picture_files', 'picture_files_by_hash', ['hash']);
  await db.schema
    .createTable('picture_acts')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('picture_id', text, (c) => c.notNull().references('pictures.id').onDelete('cascade'))
    .addColumn('act', text, (c) => c.notNull())
    .addColumn('member_id', text)
    .addColumn('created', integer, (c) => c.notNull())
    .execute();
  await index(db, 'picture_acts', 'picture_acts_of_picture', ['picture_id', 'id']);
}
