import { type Insertable, type RawBuilder, type SqlBool, sql } from 'kysely';
import { type ChangedTable, imagesOfMade, recordImages, type StoredRow } from './change.ts';
import type { WriteDb } from './engines/engine.ts';
import { among, inSlices, insertMany } from './engines/many.ts';
import { newId } from './ids.ts';
import { MEAN } from './mean.ts';
import { settled } from './readable.ts';
import type { Schema } from './schema.ts';
import { tierIn } from './tier.ts';

/** Whole rows to be inserted, every column said, so that their digest is known without reading them back. */
export type Rows<Table extends ChangedTable> = readonly Insertable<Schema[Table]>[];

const SLUGS_AT_ONCE = 1000;

/**
 * Writes many rows of a batch at once. What is inserted here bears the batch's id, is recorded as made by it in
 * the same transaction, and stays invisible until the batch is done.
 */
export function stagingWriter(db: WriteDb) {
  const insert = async <Table extends ChangedTable>(batchId: string, table: Table, rows: Rows<Table>) => {
    await insertMany(db, table, rows as unknown as readonly StoredRow[]);
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
    /** Writes marks a batch makes. A mark that somebody has set meanwhile stands. */
    async insertMarks(batchId: string, rows: Rows<'marks'>): Promise<void> {
      const made = await insertMany(db, 'marks', rows, 'on conflict do nothing');
      if (made === rows.length) return recordMade(db, batchId, 'marks', rows as unknown as StoredRow[]);
      const ours = await db
        .selectFrom('marks')
        .select(['author_id', 'film_id'])
        .where('batch_id', '=', batchId)
        .where(
          among(
            db,
            'film_id',
            rows.map((row) => row.film_id),
          ),
        )
        .execute();
      const own = new Set(ours.map((row) => `${row.author_id} ${row.film_id}`));
      const there = rows.filter((row) => own.has(`${row.author_id} ${row.film_id}`));
      await recordMade(db, batchId, 'marks', there as unknown as StoredRow[]);
    },
    /** Of these slugs, those that are or were somebody's. */
    async takenSlugs(kind: 'film' | 'person', slugs: readonly string[]): Promise<Set<string>> {
      const table = kind === 'film' ? 'films' : 'people';
      const taken = new Set<string>();
      await inSlices(slugs, SLUGS_AT_ONCE, async (some) => {
        const now = await db.selectFrom(table).select('slug').where('slug', 'in', some).execute();
        const before = await db
          .selectFrom('redirects')
          .select('slug')
          .where('kind', '=', kind)
          .where('slug', 'in', some)
          .execute();
        for (const { slug } of [...now, ...before]) taken.add(slug);
      });
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
      if (filmIds.length > 0) await reckon(db, filmIds, batchId);
    },
    /** Raises many versions in one statement, in the order every writer raises them. */
    async raise(ids: readonly string[]): Promise<void> {
      await insertMany(
        db,
        'change_versions',
        [...new Set(ids)].sort().map((id) => ({ id, version: 1 })),
        'on conflict (id) do update set version = change_versions.version + 1',
      );
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
  if (rows.length > 0) await recordImages(db, batchId, imagesOfMade(table, rows));
}

const NO_RATINGS = '[0,0,0,0,0,0,0,0,0,0]';

/** Counts of ratings as a film holds them: a JSON array of ten, from half a star to five. */
function histogram(here: 0 | 1, shown: RawBuilder<SqlBool>): RawBuilder<string> {
  const counts = Array.from(
    { length: 10 },
    (_, at) => sql`count(*) filter (where rating = ${sql.lit(at + 1)})`,
  );
  // Grouped, so that nothing is counted where nothing is there.
  return sql`coalesce((select '[' || ${sql.join(counts, sql` || ',' || `)} || ']' from marks
    where ${rated(shown)} and here = ${sql.lit(here)} group by film_id), ${sql.lit(NO_RATINGS)})`;
}

/** Marks of a film that its ratings are counted from. */
function rated(shown: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  return sql`marks.film_id = films.id and visibility = 'everyone' and counted = 1 and rating is not null
    and ${shown}`;
}

async function reckon(db: WriteDb, filmIds: readonly string[], batchId: string | null): Promise<void> {
  const shown = (table: string) =>
    sql<SqlBool>`(${sql.ref(`${table}.batch_id`)} = ${batchId ?? ''} or ${settled(table)})`;
  const these = among(db, 'films.id', filmIds);
  await sql`update films set ratings_here = ${histogram(1, shown('marks'))},
    ratings_elsewhere = ${histogram(0, shown('marks'))} where ${these}`.execute(db);
  // Apart, because an order of films is written anew for each film whose place in it is said, changed or not.
  const change = (column: string, value: RawBuilder<unknown>) =>
    sql`update films set ${sql.ref(column)} = ${value}
      where ${these} and ${sql.ref(column)} is distinct from ${value}`.execute(db);
  await change(
    'reviews',
    sql`(select count(*) from entries where entries.film_id = films.id
      and has_text = 1 and everyone = 1 and ${shown('entries')})`,
  );
  await change('average_here', sql`(select ${MEAN} from marks where ${rated(shown('marks'))} and here = 1)`);
  const uses = sql<number>`count(*) + films.reviews`;
  await change('tier', sql`(select ${tierIn(uses)} from marks where ${rated(shown('marks'))})`);
}
