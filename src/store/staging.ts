import { type Insertable, sql } from 'kysely';
import { type ChangedTable, digest, keyOf, type StoredRow } from './change.ts';
import type { WriteDb } from './engines/engine.ts';
import { newId } from './ids.ts';
import { meanOf } from './mean.ts';
import { nextNumber } from './numbering.ts';
import { settled } from './readable.ts';
import type { Schema } from './schema.ts';

/** Whole rows to be inserted, every column said, so that their digest is known without reading them back. */
export type Rows<Table extends ChangedTable> = readonly Insertable<Schema[Table]>[];

/** Rows of one statement: engines take some ten thousand values at once. */
const AT_ONCE = 200;
const SLUGS_AT_ONCE = 1000;

/**
 * Writes many rows of a batch at once. What is inserted here bears the batch's id, is recorded as made by it in
 * the same transaction, and stays invisible until the batch is done.
 */
export function stagingWriter(db: WriteDb) {
  const insert = async <Table extends ChangedTable>(batchId: string, table: Table, rows: Rows<Table>) => {
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const some = rows.slice(start, start + AT_ONCE) as Insertable<Schema[Table]>[];
      await db
        .insertInto(table)
        .values(some as never)
        .execute();
    }
    await recordMade(db, batchId, table, rows as unknown as readonly StoredRow[]);
  };
  return {
    mintId: (now: number) => newId(now),
    insert,
    /** Ties external ids to films, but those that are another film's already. */
    async insertExternalIds(batchId: string, rows: Rows<'external_ids'>): Promise<void> {
      if (rows.length === 0) return;
      const made = await db
        .insertInto('external_ids')
        .values([...rows])
        .onConflict((oc) => oc.columns(['kind', 'scheme', 'value']).doNothing())
        .returningAll()
        .execute();
      await recordMade(db, batchId, 'external_ids', made as unknown as StoredRow[]);
    },
    /**
     * Writes marks a batch makes, or anew those it has made and more is said of. Every row is whole, so that its
     * digest is known. A mark that somebody has set meanwhile stands.
     */
    async mergeMarks(batchId: string, rows: Rows<'marks'>): Promise<void> {
      for (let start = 0; start < rows.length; start += AT_ONCE) {
        const some = rows.slice(start, start + AT_ONCE);
        const films = some.map((row) => row.film_id);
        const before = await db
          .selectFrom('marks')
          .select(['film_id', 'batch_id'])
          .where('author_id', '=', some[0]?.author_id ?? '')
          .where('film_id', 'in', films)
          .execute();
        const there = new Map(before.map((row) => [row.film_id, row.batch_id]));
        const ours = some.filter((row) => !there.has(row.film_id) || there.get(row.film_id) === batchId);
        if (ours.length === 0) continue;
        await db
          .insertInto('marks')
          .values(ours)
          .onConflict((oc) =>
            oc.columns(['author_id', 'film_id']).doUpdateSet((eb) => ({
              watched: eb.ref('excluded.watched'),
              liked: eb.ref('excluded.liked'),
              rating: eb.ref('excluded.rating'),
              rated: eb.ref('excluded.rated'),
              watchlist: eb.ref('excluded.watchlist'),
            })),
          )
          .execute();
        const made = ours.filter((row) => !there.has(row.film_id));
        const anew = ours.filter((row) => there.has(row.film_id));
        await recordMade(db, batchId, 'marks', made as unknown as readonly StoredRow[]);
        await recordAnew(db, batchId, 'marks', anew as unknown as readonly StoredRow[]);
      }
    },
    /** Of these slugs, those that are or were somebody's. */
    async takenSlugs(kind: 'film' | 'person', slugs: readonly string[]): Promise<Set<string>> {
      const table = kind === 'film' ? 'films' : 'people';
      const taken = new Set<string>();
      for (let start = 0; start < slugs.length; start += SLUGS_AT_ONCE) {
        const some = slugs.slice(start, start + SLUGS_AT_ONCE);
        const now = await db.selectFrom(table).select('slug').where('slug', 'in', some).execute();
        const before = await db
          .selectFrom('redirects')
          .select('slug')
          .where('kind', '=', kind)
          .where('slug', 'in', some)
          .execute();
        for (const { slug } of [...now, ...before]) taken.add(slug);
      }
      return taken;
    },
    /** People of these names, the first where several bear one. */
    async peopleNamed(names: readonly string[]): Promise<Map<string, string>> {
      if (names.length === 0) return new Map();
      const rows = await db
        .selectFrom('people')
        .select(['id', 'name'])
        .where('name', 'in', names)
        .orderBy('id', 'desc')
        .execute();
      return new Map(rows.map(({ id, name }) => [name, id]));
    },
    /**
     * Counts films' reviews and ratings anew, from what everyone may see and what a batch is about to show.
     *
     * @param batchId the batch whose staged rows count already; null when there is none
     */
    async reckon(filmIds: readonly string[], batchId: string | null): Promise<void> {
      for (let start = 0; start < filmIds.length; start += AT_ONCE)
        await reckonSome(db, filmIds.slice(start, start + AT_ONCE), batchId);
    },
    /** Raises many versions in one statement, in the order every writer raises them. */
    async raise(ids: readonly string[]): Promise<void> {
      const sorted = [...new Set(ids)].sort();
      for (let start = 0; start < sorted.length; start += AT_ONCE)
        await db
          .insertInto('change_versions')
          .values(sorted.slice(start, start + AT_ONCE).map((id) => ({ id, version: 1 })))
          .onConflict((oc) =>
            oc.column('id').doUpdateSet({ version: sql<number>`change_versions.version + 1` }),
          )
          .execute();
    },
  };
}

/** Records rows that a batch has made. */
async function recordMade<Table extends ChangedTable>(
  db: WriteDb,
  batchId: string,
  table: Table,
  rows: readonly StoredRow[],
): Promise<void> {
  if (rows.length === 0) return;
  let number = await nextNumber(db, 'changes', batchId);
  for (let start = 0; start < rows.length; start += AT_ONCE)
    await db
      .insertInto('changes')
      .values(
        rows.slice(start, start + AT_ONCE).map((row) => ({
          batch_id: batchId,
          number: number++,
          table_name: table,
          row_key: JSON.stringify(keyOf(table, row)),
          was: null,
          became: digest(table, row),
        })),
      )
      .execute();
}

/** Records rows that a batch has made and now made more of. */
async function recordAnew<Table extends ChangedTable>(
  db: WriteDb,
  batchId: string,
  table: Table,
  rows: readonly StoredRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((row) => sql`(${JSON.stringify(keyOf(table, row))}, ${digest(table, row)})`);
  await sql`with anew (row_key, became) as (values ${sql.join(values)})
    update changes set became = anew.became from anew
    where changes.batch_id = ${batchId} and changes.table_name = ${table}
    and changes.row_key = anew.row_key`.execute(db);
}

async function reckonSome(db: WriteDb, filmIds: readonly string[], batchId: string | null): Promise<void> {
  const shown = (table: string) =>
    sql<boolean>`(${sql.ref(`${table}.batch_id`)} = ${batchId ?? ''} or ${settled(table)})`;
  const reviews = await db
    .selectFrom('entries')
    .select((eb) => ['film_id', eb.fn.countAll<number>().as('n')])
    .where('film_id', 'in', filmIds)
    .where('has_text', '=', 1)
    .where('everyone', '=', 1)
    .where(shown('entries'))
    .groupBy('film_id')
    .execute();
  const ratings = await db
    .selectFrom('marks')
    .select((eb) => ['film_id', 'here', 'rating', eb.fn.countAll<number>().as('n')])
    .where('film_id', 'in', filmIds)
    .where('visibility', '=', 'everyone')
    .where('counted', '=', 1)
    .where('rating', 'is not', null)
    .where(shown('marks'))
    .groupBy(['film_id', 'here', 'rating'])
    .execute();
  const counts = new Map(filmIds.map((id) => [id, { reviews: 0, here: none(), elsewhere: none() }]));
  for (const row of reviews) {
    const film = counts.get(row.film_id);
    if (film) film.reviews = Number(row.n);
  }
  for (const row of ratings) {
    const film = counts.get(row.film_id);
    if (film && row.rating) film[row.here === 1 ? 'here' : 'elsewhere'][row.rating - 1] = Number(row.n);
  }
  const values = [...counts].map(
    ([id, film]) =>
      sql`(${id}, ${String(film.reviews)}, ${JSON.stringify(film.here)}, ${JSON.stringify(film.elsewhere)},
        ${meanOf(film.here)?.toString() ?? null})`,
  );
  await sql`with counted (id, reviews, here, elsewhere, average) as (values ${sql.join(values)})
    update films set reviews = cast(counted.reviews as bigint),
      ratings_here = counted.here, ratings_elsewhere = counted.elsewhere,
      average_here = cast(counted.average as bigint)
    from counted where films.id = counted.id`.execute(db);
}

function none(): number[] {
  return [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
}
