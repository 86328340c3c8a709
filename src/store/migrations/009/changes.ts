import type { Trigger } from '../../engines/engine.ts';

/** Notes things to be found anew: `whole` 1 where their words changed, 0 where only how much they are used did. */
function note(selected: string): string {
  return `insert into search_changed (kind, thing_id, whole) ${selected}`;
}

/** One thing for each row that comes, goes, or changes in one of these columns. */
function ofRows(
  table: string,
  columns: readonly string[],
  things: (row: 'new' | 'old') => string[],
): Trigger[] {
  const changed = columns.map((column) => `old.${column} is distinct from new.${column}`).join(' or ');
  const body = (row: 'new' | 'old') => things(row).map(note);
  return [
    { name: `search_${table}_come`, table, when: 'insert', statements: body('new') },
    { name: `search_${table}_go`, table, when: 'delete', statements: body('old') },
    {
      name: `search_${table}_change`,
      table,
      when: 'update',
      columns,
      condition: changed,
      statements: [...new Set([...body('old'), ...body('new')])],
    },
  ];
}

/** What of a row names the things that are found by it. */
export const changesToFind: readonly Trigger[] = [
  ...ofRows('films', ['title', 'original_title', 'year', 'canonical_id'], (row) => [
    `select 'film', ${row}.id, 1`,
    `select 'film', ${row}.canonical_id, 1 where ${row}.canonical_id is not null`,
  ]),
  {
    name: 'search_films_used',
    table: 'films',
    when: 'update',
    columns: ['reviews', 'ratings_here', 'ratings_elsewhere'],
    condition:
      'old.reviews is distinct from new.reviews or old.ratings_here is distinct from new.ratings_here' +
      ' or old.ratings_elsewhere is distinct from new.ratings_elsewhere',
    statements: [note("select 'film', new.id, 0")],
  },
  ...ofRows('film_titles', ['film_id', 'title', 'position'], (row) => [
    `select 'film', coalesce(canonical_id, id), 1 from films where id = ${row}.film_id`,
  ]),
  ...ofRows('credits', ['film_id', 'person_id', 'role', 'position'], (row) => [
    `select 'person', ${row}.person_id, 0`,
    `select 'film', ${row}.film_id, 1 where ${row}.role = 'director'`,
  ]),
  ...ofRows('people', ['name'], (row) => [
    `select 'person', ${row}.id, 1`,
    `select 'film', film_id, 1 from credits where person_id = ${row}.id and role = 'director'`,
  ]),
  ...ofRows('members', ['username', 'author_id'], (row) => [`select 'member', ${row}.id, 1`]),
  {
    name: 'search_authors_change',
    table: 'authors',
    when: 'update',
    columns: ['name'],
    condition: 'old.name is distinct from new.name',
    statements: [note("select 'member', id, 1 from members where author_id = new.id")],
  },
  ...ofRows('lists', ['title', 'visibility'], (row) => [`select 'list', ${row}.id, 1`]),
  ...ofRows('reviews', ['html'], (row) => [`select 'review', ${row}.entry_id, 1`]),
];
