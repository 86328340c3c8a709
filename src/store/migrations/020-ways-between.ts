import { type Kysely, sql } from 'kysely';
import type { ColumnTypes, Trigger } from '../engines/engine.ts';
import { index } from './001/named-index.ts';

/**
 * Ways from one thing to others: from a tag to the entries that bear it, from a film to further films, and from
 * another name to the person. All but the names follow from the other tables.
 */
export async function waysBetween(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const { text, keyOnly } = types;
  await db.schema
    .createTable('person_names')
    .addColumn('person_id', text, (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('name', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('person_names_key', ['person_id', 'name'])
    .modifyEnd(keyOnly)
    .execute();
  await db.schema
    .createTable('search_tags')
    .addColumn('entry_id', text, (c) => c.notNull().references('entries.id').onDelete('cascade'))
    .addColumn('tag', text, (c) => c.notNull())
    .addColumn('author_id', text, (c) => c.notNull())
    .addColumn('written_key', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('search_tags_key', ['entry_id', 'tag'])
    .modifyEnd(keyOnly)
    .execute();
  await index(db, 'search_tags', 'search_tags_newest', ['tag', 'written_key', 'entry_id']);
  await index(db, 'search_tags', 'search_tags_of_author', ['author_id', 'tag', 'written_key', 'entry_id']);
  await moreFilms(db, types);
  for (const change of CHANGES) await types.trigger(db, change);
  // What is there already is brought up to date when the site opens, and in the background.
  await sql`insert into search_changed (kind, thing_id, whole)
    select 'tags', id, 0 from entries where tags <> '[]'`.execute(db);
  await sql`insert into more_queue (film_id, noted, times) select id, 0, 0 from films`.execute(db);
  await sql`
    insert into jobs (id, kind, payload, state, due, attempts, created)
    select 'more films of all', 'more-films', '{}', 'waiting', 0, 0, 0
    where exists (select 1 from films)`.execute(db);
}

async function moreFilms(db: Kysely<unknown>, { text, integer, keyOnly }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('more_films')
    .addColumn('film_id', text, (c) => c.notNull().references('films.id').onDelete('cascade'))
    .addColumn('position', integer, (c) => c.notNull())
    .addColumn('other_id', text, (c) => c.notNull().references('films.id').onDelete('cascade'))
    .addColumn('reason', text, (c) => c.notNull())
    .addColumn('person_id', text, (c) => c.references('people.id').onDelete('set null'))
    .addPrimaryKeyConstraint('more_films_key', ['film_id', 'position'])
    .modifyEnd(keyOnly)
    .execute();
  await index(db, 'more_films', 'more_films_by_other', ['other_id', 'film_id']);
  await index(db, 'more_films', 'more_films_by_person', ['person_id']);
  await db.schema
    .createTable('more_links')
    .addColumn('film_id', text, (c) => c.primaryKey().references('films.id').onDelete('cascade'))
    .addColumn('links', text, (c) => c.notNull())
    .addColumn('reckoned', integer, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('more_queue')
    .addColumn('film_id', text, (c) => c.primaryKey().references('films.id').onDelete('cascade'))
    .addColumn('noted', integer, (c) => c.notNull())
    .addColumn('times', integer, (c) => c.notNull())
    .execute();
  await index(db, 'more_queue', 'more_queue_in_order', ['noted', 'film_id']);
  // A film may stand on very many lists, of which the latest are asked for.
  await db.schema.dropIndex('list_items_by_film').execute();
  await index(db, 'list_items', 'list_items_by_film', ['film_id', 'list_id']);
}

/** `more` is a film, and `listed` a list, of which nothing is to be found anew: only films may lead elsewhere. */
function note(kind: 'more' | 'listed' | 'person' | 'tags', thing: string, whole: 0 | 1 = 0): string {
  return `insert into search_changed (kind, thing_id, whole) select '${kind}', ${thing}, ${whole}`;
}

const differ = (...columns: string[]) =>
  columns.map((column) => `old.${column} is distinct from new.${column}`).join(' or ');

const ofMention = (row: 'new' | 'old') =>
  `insert into search_changed (kind, thing_id, whole) select 'more', film_id, 0 from entries where id = ${row}.entry_id`;

const CHANGES: readonly Trigger[] = [
  {
    // A film that stands on the pages of others is named there as it is called now, in the same transaction.
    name: 'more_films_renamed',
    table: 'films',
    when: 'update',
    columns: ['slug', 'title', 'year', 'canonical_id'],
    condition: differ('slug', 'title', 'year', 'canonical_id'),
    statements: [
      'insert into change_versions (id, version)' +
        ' select distinct film_id, 1 from more_films where other_id = new.id order by film_id' +
        ' on conflict (id) do update set version = change_versions.version + 1',
    ],
  },
  {
    name: 'more_list_items_come',
    table: 'list_items',
    when: 'insert',
    statements: [note('listed', 'new.list_id')],
  },
  {
    name: 'more_list_items_go',
    table: 'list_items',
    when: 'delete',
    statements: [note('listed', 'old.list_id'), note('more', 'old.film_id')],
  },
  { name: 'more_mentions_come', table: 'mentions', when: 'insert', statements: [ofMention('new')] },
  { name: 'more_mentions_go', table: 'mentions', when: 'delete', statements: [ofMention('old')] },
  {
    name: 'more_mentions_change',
    table: 'mentions',
    when: 'update',
    columns: ['state', 'film_id'],
    condition: differ('state', 'film_id'),
    statements: [ofMention('new')],
  },
  {
    // Only a review that tells no story names films away from its own.
    name: 'more_spoilers_change',
    table: 'entries',
    when: 'update',
    columns: ['spoiler'],
    condition: `new.has_text = 1 and old.spoiler <> new.spoiler`,
    statements: [note('more', 'new.film_id')],
  },
  {
    // Beside others stands only what people here have something on.
    name: 'more_films_reviewed',
    table: 'films',
    when: 'update',
    columns: ['reviews'],
    condition: '(old.reviews > 0) <> (new.reviews > 0)',
    statements: [note('more', 'new.id')],
  },
  {
    name: 'search_tags_come',
    table: 'entries',
    when: 'insert',
    condition: "new.tags <> '[]'",
    statements: [note('tags', 'new.id')],
  },
  {
    name: 'search_tags_change',
    table: 'entries',
    when: 'update',
    columns: ['tags', 'written_key', 'author_id'],
    condition: `(old.tags <> '[]' or new.tags <> '[]') and (${differ('tags', 'written_key', 'author_id')})`,
    statements: [note('tags', 'new.id')],
  },
  {
    name: 'search_person_names_come',
    table: 'person_names',
    when: 'insert',
    statements: [note('person', 'new.person_id', 1)],
  },
];
