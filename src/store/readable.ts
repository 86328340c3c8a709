import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Viewer } from '../domain/viewer.ts';

/** Whoever is not signed in: what they may read, everyone may. */
export const ANYBODY: Viewer = { memberId: null, authorId: null, role: 'reader' };

/**
 * The one condition by which entries are read for somebody. Pages, feeds, searches and counts all pass
 * through here: it knows visibility, what is withheld or deleted, and batches that are not (or no longer) visible.
 *
 * @param table the name under which the query knows the entries
 */
export function readable(viewer: Viewer, table = 'entries'): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const standing = settled(table);
  if (viewer.memberId === null) return sql<SqlBool>`(${column('everyone')} = 1 and ${standing})`;
  return sql<SqlBool>`(${standing} and (${column('everyone')} = 1
    or (${column('visibility')} = 'members' and ${column('withheld')} is null)
    or (${column('author_id')} = ${viewer.authorId} and ${column('deleted')} is null)))`;
}

/**
 * The one condition by which marks and lists are read for somebody.
 *
 * @param table the name under which the query knows them
 */
export function readableState(viewer: Viewer, table: 'marks' | 'lists'): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  if (viewer.memberId === null)
    return sql<SqlBool>`(${column('visibility')} = 'everyone' and ${settled(table)})`;
  return sql<SqlBool>`(${settled(table)} and (${column('visibility')} in ('everyone', 'members')
    or ${column('author_id')} = ${viewer.authorId}))`;
}

/** The condition that a row belongs to no batch that is still being staged, or being undone. */
export function settled(table: string): RawBuilder<SqlBool> {
  const batch = sql.ref(`${table}.batch_id`);
  return sql<SqlBool>`(${batch} is null
    or ${batch} not in (select id from batches where state in ('staging', 'undoing')))`;
}

/**
 * The condition that a film was not merged into another. Nearly none was: said so, the index of those that were is
 * kept from being walked in place of the one the films are asked by.
 */
export const standsForItself: RawBuilder<SqlBool> = sql<SqlBool>`coalesce(films.canonical_id, '') = ''`;

/** The condition that a column names a film, or one that was merged into it. */
export function ofFilm(column: string, filmId: string): RawBuilder<SqlBool> {
  // Said as one list, because PostgreSQL reads the whole table where two conditions are joined by `or`.
  return sql<SqlBool>`${sql.ref(column)} in (select cast(${filmId} as text)
    union all select id from films where canonical_id = ${filmId})`;
}

/** The order in which what is a film's own comes before what came with films merged into it. */
export function ownFirst(column: string, filmId: string): RawBuilder<number> {
  return sql<number>`case when ${sql.ref(column)} = ${filmId} then 0 else 1 end`;
}
