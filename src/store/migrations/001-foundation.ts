import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';

/** Films, people, authors, members, entries and all that hangs on them. */
export async function foundation(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('site')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('settings', text, (c) => c.notNull())
    .addColumn('created', integer, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('secrets')
    .addColumn('name', text, (c) => c.primaryKey())
    .addColumn('value', text, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('change_versions')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('version', integer, (c) => c.notNull())
    .execute();

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
  await index(db, 'films', 'films_by_year', ['year desc', 'title_key', 'id']);
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

  await db.schema
    .createTable('authors')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('source', text, (c) => c.notNull())
    .addColumn('key', text, (c) => c.notNull().unique())
    .addColumn('link', text)
    .addColumn('place', text)
    .addColumn('canonical_id', text, (c) => c.references('authors.id'))
    .addColumn('batch_id', text)
    .addColumn('created', integer, (c) => c.notNull())
    .execute();
  await index(db, 'authors', 'authors_by_canonical', ['canonical_id']);
  await db.schema
    .createTable('members')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('account_id', text, (c) => c.unique())
    .addColumn('author_id', text, (c) => c.notNull().unique().references('authors.id'))
    .addColumn('username', text, (c) => c.notNull().unique())
    .addColumn('role', text, (c) => c.notNull())
    .addColumn('settings', text, (c) => c.notNull().defaultTo('{}'))
    .addColumn('created', integer, (c) => c.notNull())
    .execute();

  await entries(db, text, integer);
  await listsAndRedirects(db, text, integer);
  await batchesAndJobs(db, text, integer);
}

type Column = ColumnTypes['text'];

async function entries(db: Kysely<unknown>, text: Column, integer: Column): Promise<void> {
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
  await db.schema
    .createTable('waiting_reviews')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('token_hash', text, (c) => c.notNull().unique())
    .addColumn('mail_hash', text, (c) => c.unique())
    .addColumn('film_id', text, (c) => c.notNull().references('films.id'))
    .addColumn('email', text)
    .addColumn('name', text)
    .addColumn('form', text, (c) => c.notNull())
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('created', integer, (c) => c.notNull())
    .addColumn('expires', integer, (c) => c.notNull())
    .addColumn('entry_id', text)
    .execute();
  await index(db, 'waiting_reviews', 'waiting_reviews_by_end', ['expires']);
  await db.schema
    .createTable('waiting_mails')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('email', text, (c) => c.notNull())
    .addColumn('sent', integer, (c) => c.notNull())
    .execute();
  await index(db, 'waiting_mails', 'waiting_mails_by_address', ['email', 'sent']);
  await index(db, 'waiting_mails', 'waiting_mails_by_time', ['sent']);
  await db.schema
    .createTable('reports')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('entry_id', text, (c) => c.notNull().references('entries.id'))
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('reason', text, (c) => c.notNull())
    .addColumn('message', text, (c) => c.notNull())
    .addColumn('contact', text)
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('created', integer, (c) => c.notNull())
    .addColumn('decided', integer)
    .addColumn('decided_by', text)
    .execute();
  await index(db, 'reports', 'reports_by_state', ['state', 'id']);
  await index(db, 'reports', 'reports_by_entry', ['entry_id']);
}

async function listsAndRedirects(db: Kysely<unknown>, text: Column, integer: Column): Promise<void> {
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

async function batchesAndJobs(db: Kysely<unknown>, text: Column, integer: Column): Promise<void> {
  await db.schema
    .createTable('batches')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('format', text, (c) => c.notNull())
    .addColumn('source_name', text, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('member_id', text)
    .addColumn('visibility', text, (c) => c.notNull())
    .addColumn('word', text)
    .addColumn('report', text, (c) => c.notNull().defaultTo('{}'))
    .addColumn('lease', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('created', integer, (c) => c.notNull())
    .addColumn('finished', integer)
    .execute();
  await index(db, 'batches', 'batches_by_state', ['state']);
  await db.schema
    .createTable('batch_rows')
    .addColumn('batch_id', text, (c) => c.notNull().references('batches.id'))
    .addColumn('number', integer, (c) => c.notNull())
    .addColumn('file', text, (c) => c.notNull())
    .addColumn('row', text, (c) => c.notNull())
    .addColumn('outcome', text, (c) => c.notNull())
    .addColumn('code', text)
    .addColumn('message', text)
    .addColumn('target_id', text)
    .addColumn('plan', text)
    .addPrimaryKeyConstraint('batch_rows_key', ['batch_id', 'number'])
    .execute();
  await db.schema
    .createTable('changes')
    .addColumn('batch_id', text, (c) => c.notNull().references('batches.id'))
    .addColumn('number', integer, (c) => c.notNull())
    .addColumn('table_name', text, (c) => c.notNull())
    .addColumn('row_key', text, (c) => c.notNull())
    .addColumn('was', text)
    .addColumn('became', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('changes_key', ['batch_id', 'number'])
    .execute();
  await db.schema
    .createTable('jobs')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('payload', text, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('due', integer, (c) => c.notNull())
    .addColumn('lease', integer)
    .addColumn('holder', text)
    .addColumn('attempts', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('error', text)
    .addColumn('created', integer, (c) => c.notNull())
    .execute();
  await index(db, 'jobs', 'jobs_due', ['state', 'due']);
  await db.schema
    .createTable('files')
    .addColumn('hash', text, (c) => c.primaryKey())
    .addColumn('type', text, (c) => c.notNull())
    .addColumn('size', integer, (c) => c.notNull())
    .addColumn('created', integer, (c) => c.notNull())
    .execute();
}

async function index(db: Kysely<unknown>, table: string, name: string, columns: string[]): Promise<void> {
  let builder = db.schema.createIndex(name).on(table);
  for (const column of columns) {
    const [field = '', order] = column.split(' ');
    builder = order === 'desc' ? builder.column(`${field} desc`) : builder.column(field);
  }
  await builder.execute();
}
