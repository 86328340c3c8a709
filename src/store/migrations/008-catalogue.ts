import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';
import { index } from './001/named-index.ts';
import { changesOfFilms } from './008/changes.ts';
import { factsOfFilms } from './008/facts.ts';

/**
 * Facts with their sources and history, and what of them films are found by. What films held before becomes
 * facts, and what imports have recorded of it becomes a record of those.
 */
export async function catalogueFacts(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await changesOfFilms(db, async () => {
    await db.schema
      .alterTable('films')
      .addColumn('details', text, (c) => c.notNull().defaultTo('{}'))
      .execute();
    await db.schema
      .createTable('facts')
      .addColumn('film_id', text, (c) => c.notNull().references('films.id'))
      .addColumn('field', text, (c) => c.notNull())
      .addColumn('source', text, (c) => c.notNull())
      .addColumn('value', text, (c) => c.notNull())
      .addColumn('language', text)
      .addColumn('licence', text)
      .addColumn('link', text)
      .addColumn('fetched', integer, (c) => c.notNull())
      .addColumn('member_id', text)
      .addColumn('batch_id', text)
      .addPrimaryKeyConstraint('facts_key', ['film_id', 'field', 'source'])
      .execute();
    await db.schema
      .createTable('fact_history')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('film_id', text, (c) => c.notNull().references('films.id'))
      .addColumn('field', text, (c) => c.notNull())
      .addColumn('source', text, (c) => c.notNull())
      .addColumn('value', text, (c) => c.notNull())
      .addColumn('language', text)
      .addColumn('licence', text)
      .addColumn('link', text)
      .addColumn('fetched', integer, (c) => c.notNull())
      .addColumn('replaced', integer, (c) => c.notNull())
      .addColumn('member_id', text)
      .addColumn('batch_id', text)
      .execute();
    await index(db, 'fact_history', 'fact_history_by_film', ['film_id', 'id']);
    await db.schema
      .createTable('film_titles')
      .addColumn('film_id', text, (c) => c.notNull().references('films.id'))
      .addColumn('position', integer, (c) => c.notNull())
      .addColumn('title', text, (c) => c.notNull())
      .addColumn('language', text)
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('title_key', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('film_titles_place', ['film_id', 'position'])
      .execute();
    await index(db, 'film_titles', 'film_titles_by_key', ['title_key', 'film_id']);
    await db.schema
      .createTable('film_terms')
      .addColumn('film_id', text, (c) => c.notNull().references('films.id'))
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('term', text, (c) => c.notNull())
      .addColumn('name', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('film_terms_of', ['film_id', 'kind', 'term'])
      .execute();
    await index(db, 'film_terms', 'film_terms_by_term', ['kind', 'term', 'film_id']);
    await factsOfFilms(db);
  });
}
