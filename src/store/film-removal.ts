import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type BeforeImage, recordImages, type StoredRow } from './change.ts';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { insertMany } from './engines/many.ts';
import { awayKey } from './file.ts';

/** What is said of a film and goes with it, in the order in which it comes back; with the column that names the film. */
const SAID = [
  ['films', 'id'],
  ['facts', 'film_id'],
  ['fact_history', 'film_id'],
  ['film_titles', 'film_id'],
  ['film_terms', 'film_id'],
  ['credits', 'film_id'],
  ['external_ids', 'thing_id'],
  ['film_sources', 'film_id'],
  ['pictures', 'film_id'],
  ['picture_files', 'picture_id'],
  ['picture_acts', 'picture_id'],
  ['films_apart', 'film_id'],
  ['films_apart', 'other_id'],
  ['mentions', 'film_id'],
  ['mention_titles', 'film_id'],
] as const;

/** Among the before-images of a removal: what was there, row by row, and the ways that were changed. */
const ROWS = 'film_rows';

export function filmRemovalReader(db: ReadDb) {
  return {
    /** Whether nobody has done anything with a film: what is said of it, and what was found by itself, is nothing. */
    async isBare(filmId: string): Promise<boolean> {
      const { rows } = await sql<{ one: number }>`
        select 1 as one from entries where film_id = ${filmId} or first_film_id = ${filmId}
        union all select 1 from marks where film_id = ${filmId} or first_film_id = ${filmId}
        union all select 1 from list_items where film_id = ${filmId}
        union all select 1 from screenings where film_id = ${filmId}
        union all select 1 from pins where film_id = ${filmId}
        union all select 1 from waiting_reviews where film_id = ${filmId}
        union all select 1 from mentions where film_id = ${filmId} and state <> 'found'
        union all select 1 from films where canonical_id = ${filmId}
        union all select 1 from films where id = ${filmId} and canonical_id is not null
        limit 1`.execute(db);
      return rows.length === 0;
    },
  };
}

/** Takes films away and brings them back. */
export function filmRemovalWriter(db: WriteDb) {
  return {
    ...filmRemovalReader(db),
    /**
     * Takes a film away with all that is said of it, and records it.
     *
     * @param leadsTo where its addresses lead from then on: another film, or itself, which is gone
     */
    async takeAway(batchId: string, filmId: string, leadsTo: string): Promise<void> {
      const images: BeforeImage[] = [];
      const keep = (table: string, row: StoredRow) =>
        images.push({
          table_name: ROWS,
          row_key: table === 'picture_files' ? awayKey(String(row.hash)) : JSON.stringify({ table }),
          was: JSON.stringify(row),
          became: '',
        });
      let slug = '';
      for (const [table, column] of SAID) {
        const { rows } = await sql<StoredRow>`select * from ${sql.table(table)}
          where ${ofFilm(column, filmId)}`.execute(db);
        for (const row of rows) keep(table, row);
        if (table === 'films') slug = String(rows[0]?.slug ?? '');
      }
      for (const [table, column] of SAID.toReversed())
        await sql`delete from ${sql.table(table)} where ${ofFilm(column, filmId)}`.execute(db);
      const ways = await db
        .selectFrom('redirects')
        .selectAll()
        .where('kind', '=', 'film')
        .where('target_id', '=', filmId)
        .execute();
      for (const way of ways) keep('redirects', { ...way });
      await recordImages(db, batchId, images);
      await insertMany(
        db,
        'redirects',
        [...ways.map((way) => way.slug), slug].map((one) => ({
          kind: 'film',
          slug: one,
          target_id: leadsTo,
        })),
        'on conflict (kind, slug) do update set target_id = excluded.target_id',
      );
    },
    /**
     * Brings back what a removal took away; nothing where that was done already.
     *
     * @returns how many rows
     */
    async bringBack(batchId: string): Promise<number> {
      const images = await db
        .selectFrom('changes')
        .select(['row_key', 'was'])
        .where('batch_id', '=', batchId)
        .where('table_name', '=', ROWS)
        .orderBy('number')
        .execute();
      const rows = images.map(({ row_key, was }) => ({
        table: (JSON.parse(row_key) as { table: string }).table,
        row: JSON.parse(was ?? '{}') as StoredRow,
      }));
      const film = rows.find(({ table }) => table === 'films')?.row;
      const there = await db.selectFrom('films').select('id').where('id', '=', String(film?.id)).execute();
      if (!film || there.length > 0) return 0;
      await sql`delete from redirects where kind = 'film' and slug = ${film.slug}`.execute(db);
      for (const { table, row } of rows) {
        const again =
          table === 'redirects'
            ? 'on conflict (kind, slug) do update set target_id = excluded.target_id'
            : 'on conflict do nothing';
        if (await isWhole(db, table, row)) await insertMany(db, table, [row], again);
      }
      return rows.length;
    },
  };
}

/** Whether what a row points at is there still: people, reviews and other films may have gone in the meantime. */
async function isWhole(db: WriteDb, table: string, row: StoredRow): Promise<boolean> {
  for (const [column, of, key] of POINTS[table] ?? []) {
    const { rows } = await sql`select 1 from ${sql.table(of)}
      where ${sql.ref(key)} = ${row[column] ?? null}`.execute(db);
    if (rows.length === 0) return false;
  }
  return true;
}

/** Columns that point at what does not come back with the film: the table and the column they point at. */
const POINTS: Readonly<Record<string, readonly (readonly [column: string, of: string, key: string])[]>> = {
  credits: [['person_id', 'people', 'id']],
  mentions: [['entry_id', 'entries', 'id']],
  films_apart: [
    ['film_id', 'films', 'id'],
    ['other_id', 'films', 'id'],
  ],
  picture_files: [['hash', 'files', 'hash']],
};

/** That a row belongs to a film by this column of it. */
function ofFilm(column: string, filmId: string): RawBuilder<SqlBool> {
  return column === 'picture_id'
    ? sql<SqlBool>`picture_id in (select id from pictures where film_id = ${filmId})`
    : sql<SqlBool>`${sql.ref(column)} = ${filmId}`;
}
