import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../../engines/engine.ts';
import { index } from './named-index.ts';

/** Entries, their words and history, and all that hangs on them. */
export async function entries(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('entries')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('film_id', text, (c) => c.notNull().references('films.id'))
    .addColumn('author_id', text, (c) => c.notNull().references('authors.id'))
    .addColumn('first_film_id', text, (c) => c.notNull().references('films.id'))
    .addColumn('first_author_id', text, (c) => c.notNull().references('authors.id'))
    .addColumn('source', text, (c) => c.notNull())
    .addColumn('key', text, (c) => c.unique())
    .addColumn('link', text)
    .addColumn('place', text)
    .addColumn('viewed', text)
    .addColumn('rating', integer, (c) => c.check(sql`rating between 1 and 10`))
    .addColumn('score', text)
    .addColumn('liked', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('rewatch', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('venue', text)
    .addColumn('tags', text, (c) => c.notNull().defaultTo('[]'))
    .addColumn('title', text)
    .addColumn('has_text', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('length', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('language', text)
    .addColumn('spoiler', text, (c) => c.notNull().defaultTo('no'))
    .addColumn('visibility', text, (c) => c.notNull().defaultTo('everyone'))
    .addColumn('withheld', text)
    .addColumn('everyone', integer, (c) => c.notNull())
    .addColumn('basis', text, (c) => c.notNull())
    .addColumn('counted', integer, (c) => c.notNull().defaultTo(1))
    .addColumn('likes', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('written', text)
    .addColumn('written_key', text, (c) => c.notNull())
    .addColumn('viewed_key', text, (c) => c.notNull())
    .addColumn('batch_id', text)
    .addColumn('created', integer, (c) => c.notNull())
    .addColumn('updated', integer, (c) => c.notNull())
    .addColumn('edited', integer)
    .addColumn('deleted', integer)
    .execute();
  const film = ['film_id', 'has_text desc'];
  const last = ['written_key desc', 'id desc'];
  await index(db, 'entries', 'entries_leading', [...film, 'likes desc', ...last]);
  await index(db, 'entries', 'entries_newest', [...film, ...last]);
  await index(db, 'entries', 'entries_by_length', [...film, 'length desc', ...last]);
  await index(db, 'entries', 'entries_by_viewing', [...film, 'viewed_key', 'id']);
  await index(db, 'entries', 'entries_of_author', ['author_id', ...last]);
  await index(db, 'entries', 'entries_of_author_on_film', ['film_id', 'author_id', 'likes desc', ...last]);
  await index(db, 'entries', 'entries_by_batch', ['batch_id']);
  await index(db, 'entries', 'entries_site_newest', ['has_text desc', ...last]);
  await index(db, 'entries', 'entries_withheld', ['withheld', 'id']);

  await db.schema
    .createTable('reviews')
    .addColumn('entry_id', text, (c) => c.primaryKey().references('entries.id'))
    .addColumn('format', text, (c) => c.notNull())
    .addColumn('source', text, (c) => c.notNull())
    .addColumn('html', text, (c) => c.notNull())
    .addColumn('text', text, (c) => c.notNull())
    .addColumn('fold', integer)
    .addColumn('cut', integer)
    .addColumn('batch_id', text)
    .execute();
  await db.schema
    .createTable('review_versions')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('entry_id', text, (c) => c.notNull().references('entries.id'))
    .addColumn('was', text)
    .addColumn('editor_id', text)
    .addColumn('saved', integer, (c) => c.notNull())
    .execute();
  await index(db, 'review_versions', 'review_versions_by_entry', ['entry_id', 'id']);
  await db.schema
    .createTable('rights')
    .addColumn('entry_id', text, (c) => c.primaryKey().references('entries.id'))
    .addColumn('basis', text, (c) => c.notNull())
    .addColumn('allowed', text, (c) => c.notNull())
    .addColumn('word', text)
    .addColumn('given_by', text)
    .addColumn('given', integer, (c) => c.notNull())
    .addColumn('until', text)
    .addColumn('batch_id', text)
    .execute();
  await db.schema
    .createTable('marks')
    .addColumn('author_id', text, (c) => c.notNull().references('authors.id'))
    .addColumn('film_id', text, (c) => c.notNull().references('films.id'))
    .addColumn('first_author_id', text, (c) => c.notNull())
    .addColumn('first_film_id', text, (c) => c.notNull())
    .addColumn('watched', text)
    .addColumn('liked', text)
    .addColumn('rating', integer, (c) => c.check(sql`rating between 1 and 10`))
    .addColumn('rated', text)
    .addColumn('watchlist', text)
    .addColumn('visibility', text, (c) => c.notNull().defaultTo('everyone'))
    .addColumn('here', integer, (c) => c.notNull())
    .addColumn('counted', integer, (c) => c.notNull().defaultTo(1))
    .addColumn('batch_id', text)
    .addPrimaryKeyConstraint('marks_key', ['author_id', 'film_id'])
    .execute();
  await index(db, 'marks', 'marks_of_film', ['film_id', 'visibility', 'counted', 'here', 'rating']);
  await index(db, 'marks', 'marks_by_batch', ['batch_id']);
  await db.schema
    .createTable('likes')
    .addColumn('entry_id', text, (c) => c.notNull().references('entries.id'))
    .addColumn('author_id', text, (c) => c.notNull().references('authors.id'))
    .addColumn('created', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('likes_key', ['entry_id', 'author_id'])
    .execute();
  await db.schema
    .createTable('pins')
    .addColumn('film_id', text, (c) => c.notNull().references('films.id'))
    .addColumn('entry_id', text, (c) => c.notNull().references('entries.id'))
    .addColumn('position', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('pins_key', ['film_id', 'entry_id'])
    .execute();
  await index(db, 'pins', 'pins_by_entry', ['entry_id']);
}
