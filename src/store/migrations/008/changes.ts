import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

type Row = Record<string, string | number | null>;

interface FormerChange {
  batch_id: string;
  number: number;
  table_name: string;
  row_key: string;
  was: string | null;
  became: string;
}

const AT_ONCE = 500;
/** What of a film's row is not worked out from facts or counted: by this it is told whether a hand was there. */
const OWN = ['id', 'slug', 'canonical_id', 'created'];
const COUNTED = ['reviews', 'ratings_here', 'ratings_elsewhere'];
/** The columns in which an import filled what a film lacked, by field. */
const FILLED: Record<string, string> = {
  year: 'year',
  released: 'released',
  runtime: 'runtime',
  countries: 'countries',
  languages: 'languages',
  genres: 'genres',
};

/**
 * Carries over what imports recorded of films, so that they can still be undone: of films they made, what tells a
 * later hand; of films they filled, the facts they brought.
 *
 * @param make what turns films' columns into facts
 */
export async function changesOfFilms(any: Kysely<unknown>, make: () => Promise<void>): Promise<void> {
  const db = any as Kysely<Record<string, Row>>;
  const stands = new Set<string>();
  await each(db, `'films'`, async (change) => {
    const row = await filmOf(db, change);
    if (row && digest(row, COUNTED) === change.became) stands.add(`${change.batch_id} ${change.number}`);
  });
  await make();
  const brought = new Map<string, Set<string>>();
  const bring = (batch: string, film: string, field: string) => {
    const key = JSON.stringify([batch, film]);
    brought.set(key, (brought.get(key) ?? new Set()).add(field));
  };
  await each(db, `'films', 'credits'`, async (change) => {
    const row = await filmOf(db, change);
    if (!row) return;
    const film = String(row.id);
    if (change.table_name === 'credits') {
      const role = (await rowOf(db, 'credits', change))?.role;
      if (row.batch_id !== change.batch_id && role) bring(change.batch_id, film, `credits:${role}`);
    } else if (change.was === null) {
      if (!stands.has(`${change.batch_id} ${change.number}`)) return;
      const own = Object.fromEntries(OWN.map((column) => [column, row[column] ?? null]));
      await sql`update changes set became = ${digest(own, [])}
        where batch_id = ${change.batch_id} and number = ${change.number}`.execute(db);
    } else {
      const was = JSON.parse(change.was) as Row;
      for (const [column, field] of Object.entries(FILLED))
        if (was[column] !== row[column]) bring(change.batch_id, film, field);
      if (was.synopsis !== row.synopsis)
        bring(change.batch_id, film, `synopsis:${row.synopsis_language ?? 'und'}`);
      await sql`delete from changes
        where batch_id = ${change.batch_id} and number = ${change.number}`.execute(db);
    }
  });
  for (const [key, fields] of brought) {
    const [batch, film] = JSON.parse(key) as [string, string];
    for (const field of fields) await recordFact(db, batch, film, field);
  }
}

/** Every change of some tables, in their order. */
async function each(
  db: Kysely<Record<string, Row>>,
  tables: string,
  work: (change: FormerChange) => Promise<void>,
): Promise<void> {
  for (let batch = '', number = 0; ; ) {
    const { rows } = await sql<FormerChange>`select * from changes
      where table_name in (${sql.raw(tables)}) and (batch_id, number) > (${batch}, ${number})
      order by batch_id, number limit ${AT_ONCE}`.execute(db);
    for (const row of rows) await work(row);
    const last = rows.at(-1);
    if (!last) return;
    batch = last.batch_id;
    number = last.number;
  }
}

async function rowOf(db: Kysely<Record<string, Row>>, table: string, { row_key }: FormerChange) {
  const { id } = JSON.parse(row_key) as { id: string };
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** The film a change of it or of one of its credits is about. */
async function filmOf(db: Kysely<Record<string, Row>>, change: FormerChange): Promise<Row | null> {
  const row = await rowOf(db, change.table_name, change);
  if (!row || change.table_name === 'films') return row;
  return (await sql<Row>`select * from films where id = ${row.film_id ?? null}`.execute(db)).rows[0] ?? null;
}

/** Makes a fact one that an import brought, and records that it did. */
async function recordFact(
  db: Kysely<Record<string, Row>>,
  batch: string,
  film: string,
  field: string,
): Promise<void> {
  await sql`update facts set source = 'import', batch_id = ${batch}
    where film_id = ${film} and field = ${field}`.execute(db);
  const { rows } = await sql<Row>`select * from facts
    where film_id = ${film} and field = ${field} and source = 'import'`.execute(db);
  const fact = rows[0];
  if (!fact) return;
  const key = JSON.stringify({ film_id: film, field, source: 'import' });
  await sql`insert into changes (batch_id, number, table_name, row_key, was, became)
    select ${batch}, coalesce(max(number), 0) + 1, 'facts', ${key}, ${null}, ${digest(fact, [])}
    from changes where batch_id = ${batch}`.execute(db);
}

/** The digest of a row, as changes held it when this migration was written. */
function digest(row: Row, without: readonly string[]): string {
  const columns = Object.keys(row).filter((column) => column !== 'batch_id' && !without.includes(column));
  const text = JSON.stringify(columns.sort().map((column) => [column, row[column]]));
  return createHash('sha256').update(text).digest('base64url');
}
