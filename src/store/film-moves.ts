import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type ChangedTable, digest, keyOf, recordImages, type StoredRow } from './change.ts';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { among } from './engines/many.ts';
import { ANYBODY, readableState } from './readable.ts';
import type { FilmsTable } from './schema.ts';

/** What hangs on a film and may be moved to another, with the column that tells one film's rows apart. */
export const MOVED = {
  entries: 'id',
  marks: 'author_id',
  list_items: 'list_id',
  mentions: 'entry_id',
  screenings: 'id',
} as const satisfies Partial<Record<ChangedTable, string>>;
export type MovedTable = keyof typeof MOVED;

/** So many of what was written since are named. */
const MOST_NAMED = 100;
/** So many rows that were moved are one before-image. */
const TOGETHER = 50;
/** So much of what everyone may see of a film is counted. */
const MOST_COUNTED = 10_000;

/** How much of each kind hangs on a film, as far as everyone may see it; never more than 10,001. */
export interface Hanging {
  entries: number;
  ratings: number;
  lists: number;
  mentions: number;
  screenings: number;
}

export function filmMoveReader(db: ReadDb) {
  return {
    /** What hangs on a film, as far as everyone may see it. */
    async hangingOn(filmId: string): Promise<Hanging> {
      const upTo = (rows: RawBuilder<unknown>) =>
        sql`(select count(*) from (${rows} limit ${sql.lit(MOST_COUNTED + 1)}) as some)`;
      const { rows } = await sql<Record<keyof Hanging, number>>`select
        ${upTo(sql`select 1 from entries where film_id = ${filmId} and everyone = 1`)} as entries,
        ${upTo(sql`select 1 from marks where film_id = ${filmId} and visibility = 'everyone' and rating is not null`)} as ratings,
        ${upTo(sql`select 1 from list_items join lists on lists.id = list_items.list_id
          where film_id = ${filmId} and lists.visibility = 'everyone'`)} as lists,
        ${upTo(sql`select 1 from mentions where film_id = ${filmId} and state <> 'rejected'`)} as mentions,
        ${upTo(sql`select 1 from screenings where film_id = ${filmId} and draft = 0`)} as screenings`.execute(
        db,
      );
      const [row] = rows;
      const of = (name: keyof Hanging) => Number(row?.[name] ?? 0);
      return {
        entries: of('entries'),
        ratings: of('ratings'),
        lists: of('lists'),
        mentions: of('mentions'),
        screenings: of('screenings'),
      };
    },
    /** Films whose pages show something of one: that its reviews name, and whose reviews name it; some of them. */
    async filmsShowing(filmId: string, most: number): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`
        select mentions.film_id as id from entries join mentions on mentions.entry_id = entries.id
          where entries.film_id = ${filmId} and mentions.state <> 'rejected'
        union select entries.film_id from mentions join entries on entries.id = mentions.entry_id
          where mentions.film_id = ${filmId} and mentions.state <> 'rejected' limit ${most}`.execute(db);
      return rows.map(({ id }) => id);
    },
    /** Lists on which a film stands and that everyone may see, the latest first. */
    async listsHolding(
      filmId: string,
      limit: number,
    ): Promise<{ id: string; title: string; authorName: string }[]> {
      return db
        .selectFrom('list_items')
        .innerJoin('lists', 'lists.id', 'list_items.list_id')
        .innerJoin('authors', 'authors.id', 'lists.author_id')
        .select(['lists.id', 'lists.title', 'authors.name as authorName'])
        .where('list_items.film_id', '=', filmId)
        .where(readableState(ANYBODY, 'lists'))
        .orderBy('lists.updated', 'desc')
        .limit(limit)
        .execute();
    },
    /** The films merged into one. */
    async partsOf(filmId: string): Promise<string[]> {
      const rows = await db.selectFrom('films').select('id').where('canonical_id', '=', filmId).execute();
      return rows.map(({ id }) => id);
    },
  };
}

/** Moves what hangs on one film to another, and records where it was. */
export function filmMoveWriter(db: WriteDb) {
  return {
    ...filmMoveReader(db),
    /** Whether so much hangs on a film, seen or not. */
    async hangsAtLeast(filmId: string, least: number): Promise<boolean> {
      const some = Object.keys(MOVED).map(
        (table) => sql`select * from (select 1 as one from ${sql.table(table)} where film_id = ${filmId}
          limit ${sql.lit(least)}) as ${sql.ref(`of_${table}`)}`,
      );
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from (${sql.join(some, sql` union all `)}) as hanging`.execute(db);
      return Number(rows[0]?.n) >= least;
    },
    /** The next rows of a film. */
    async rowsOn(table: MovedTable, filmId: string, limit: number): Promise<StoredRow[]> {
      const { rows } = await sql<StoredRow>`select * from ${sql.table(table)} where film_id = ${filmId}
        limit ${sql.lit(limit)}`.execute(db);
      return rows;
    },
    /** The rows of a film that have these names. */
    async rowsNamed(table: MovedTable, filmId: string, names: readonly string[]): Promise<StoredRow[]> {
      if (names.length === 0) return [];
      const { rows } = await sql<StoredRow>`select * from ${sql.table(table)}
        where ${onFilm(table, filmId)} and ${among(db, MOVED[table], names)}`.execute(db);
      return rows;
    },
    /** Moves rows of a film to another, on which nothing may have their names. */
    async move(table: MovedTable, names: readonly string[], from: string, to: string): Promise<void> {
      if (names.length === 0) return;
      await sql`update ${sql.table(table)} set film_id = ${to} where ${onFilm(table, from)}
        and ${among(db, MOVED[table], names)}`.execute(db);
    },
    movedDigest,
    /** The first entries that were written on a film after a batch had begun. */
    async writtenSince(filmId: string, batchId: string): Promise<StoredRow[]> {
      const { rows } = await sql<StoredRow>`select * from entries where film_id = ${filmId}
        and first_film_id = ${filmId} and id > ${batchId} and deleted is null order by id
        limit ${sql.lit(MOST_NAMED)}`.execute(db);
      return rows;
    },
    /** Records that rows are about to be moved from the film they are on. */
    async recordMoved(batchId: string, table: MovedTable, rows: readonly StoredRow[]): Promise<void> {
      const images = [];
      for (let start = 0; start < rows.length; start += TOGETHER) {
        const some = rows.slice(start, start + TOGETHER);
        images.push({
          table_name: table,
          row_key: JSON.stringify(some.map((row) => keyOf(table, row))),
          was: JSON.stringify({ film_id: some[0]?.film_id }),
          became: some.map((row) => movedDigest(table, row)).join(' '),
        });
      }
      await recordImages(db, batchId, images);
    },
    /** Lets films be part of another, or stand for themselves again; those they were part of are recorded. */
    async setPartOf(batchId: string, filmIds: readonly string[], canonicalId: string | null): Promise<void> {
      if (filmIds.length === 0) return;
      const before = await db
        .selectFrom('films')
        .select(['id', 'canonical_id'])
        .where('id', 'in', filmIds)
        .execute();
      await recordImages(
        db,
        batchId,
        before.map(({ id, canonical_id }) => ({
          table_name: 'films',
          row_key: JSON.stringify({ id }),
          was: JSON.stringify({ canonical_id }),
          became: canonicalId ?? '',
        })),
      );
      await db.updateTable('films').set({ canonical_id: canonicalId }).where('id', 'in', filmIds).execute();
    },
    /** Puts back what `setPartOf` changed, where nobody has changed it since. */
    async putPartsBack(batchId: string): Promise<void> {
      const rows = await db
        .selectFrom('changes')
        .select(['row_key', 'was', 'became'])
        .where('batch_id', '=', batchId)
        .where('table_name', '=', 'films')
        .where('was', 'is not', null)
        .execute();
      for (const { row_key, was, became } of rows) {
        const { id } = JSON.parse(row_key) as { id: string };
        const { canonical_id } = JSON.parse(was ?? '{}') as Pick<FilmsTable, 'canonical_id'>;
        await db
          .updateTable('films')
          .set({ canonical_id })
          .where('id', '=', id)
          .where((eb) => eb(eb.fn.coalesce('canonical_id', sql<string>`''`), '=', became))
          .execute();
      }
    },
  };
}

/**
 * That a row is on a film. What has an id of its own is looked up by it: said so, the index of the film, on which there
 * may be a hundred thousand, is kept from being walked.
 */
function onFilm(table: MovedTable, filmId: string): RawBuilder<SqlBool> {
  return MOVED[table] === 'id'
    ? sql<SqlBool>`coalesce(film_id, '') = ${filmId}`
    : sql<SqlBool>`film_id = ${filmId}`;
}

/** A digest of what a row says, whatever film it is on. */
export function movedDigest(table: MovedTable, row: StoredRow): string {
  return digest(table, { ...row, film_id: null });
}
