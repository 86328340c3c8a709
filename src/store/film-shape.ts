import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { recordImages, SHAPED, type StoredRow } from './change.ts';
import type { WriteDb } from './engines/engine.ts';
import { among, inSlices, insertMany } from './engines/many.ts';
import type { CreditsTable, FilmsTable } from './schema.ts';

/** What a film's facts are worked out into, whole. */
export interface StoredShape {
  columns: StoredRow;
  titles: StoredRow[];
  terms: StoredRow[];
  credits: StoredRow[];
}

/** Under this name stand, among the before-images, the shapes of films. */
const SHAPES = 'film_shapes';
/** Keeps what films' facts were worked out into before a merge or a split, and puts it back. */
export function filmShapeWriter(db: WriteDb) {
  const shape = async (filmId: string): Promise<StoredShape | null> => {
    const of = (table: 'film_titles' | 'film_terms' | 'credits', order: string) =>
      sql<StoredRow>`select * from ${sql.table(table)} where film_id = ${filmId}
        order by ${sql.raw(order)}`.execute(db);
    const film = await db.selectFrom('films').selectAll().where('id', '=', filmId).executeTakeFirst();
    if (!film) return null;
    return {
      columns: Object.fromEntries(SHAPED.map((column) => [column, film[column]])),
      titles: (await of('film_titles', 'position')).rows,
      terms: (await of('film_terms', 'kind, term')).rows,
      credits: (await of('credits', 'position, id')).rows,
    };
  };
  return {
    /** Records what a film's facts are worked out into, before `change` works it out anew. */
    async reshaped(batchId: string, filmId: string, change: () => Promise<unknown>): Promise<void> {
      const before = await shape(filmId);
      await change();
      const after = await shape(filmId);
      if (before === null || after === null || shapeDigest(before) === shapeDigest(after)) return;
      const row_key = JSON.stringify({ id: filmId });
      const was = JSON.stringify(before);
      await recordImages(db, batchId, [{ table_name: SHAPES, row_key, was, became: shapeDigest(after) }]);
    },
    /**
     * Puts films back into the shapes they had, where nobody has changed them since.
     *
     * @returns the films that are as they were, and those that are otherwise now and have to be worked out anew
     */
    async putShapesBack(batchId: string): Promise<{ back: string[]; otherwise: string[] }> {
      const rows = await db
        .selectFrom('changes')
        .select(['row_key', 'was', 'became'])
        .where('batch_id', '=', batchId)
        .where('table_name', '=', SHAPES)
        .orderBy('number', 'desc')
        .execute();
      const back: string[] = [];
      const otherwise: string[] = [];
      for (const { row_key, was, became } of rows) {
        const { id } = JSON.parse(row_key) as { id: string };
        const now = await shape(id);
        // A process that was killed may have put it back already.
        if (now === null || was === null || shapeDigest(now) === shapeDigest(JSON.parse(was))) continue;
        await restoreCredits(db, now.credits, (JSON.parse(was) as StoredShape).credits);
        const same = shapeDigest(now) === became;
        if (same) await restoreShape(db, id, JSON.parse(was) as StoredShape);
        else await handOnShape(db, batchId, { row_key, was, became });
        (same ? back : otherwise).push(id);
      }
      return { back, otherwise };
    },
  };
}

function shapeDigest(shape: StoredShape): string {
  return hash('sha256', JSON.stringify(shape), 'base64url');
}

/** Hands a later batch, which found a film as an earlier one had left it, the shape it had before that. */
async function handOnShape(
  db: WriteDb,
  batchId: string,
  { row_key, was, became }: { row_key: string; was: string; became: string },
): Promise<void> {
  const later = await db
    .selectFrom('changes')
    .select(['batch_id', 'number', 'was'])
    .where('batch_id', '>', batchId)
    .where('table_name', '=', SHAPES)
    .where('row_key', '=', row_key)
    .orderBy('batch_id')
    .limit(1)
    .executeTakeFirst();
  if (!later?.was || shapeDigest(JSON.parse(later.was) as StoredShape) !== became) return;
  await db
    .updateTable('changes')
    .set({ was })
    .where('batch_id', '=', later.batch_id)
    .where('number', '=', later.number)
    .execute();
}

/** Credits that are there still stay as they are, those that went come back, and those that came go. */
async function restoreCredits(
  db: WriteDb,
  now: readonly StoredRow[],
  was: readonly StoredRow[],
): Promise<void> {
  const before = new Map(was.map((row) => [String(row.id), row]));
  const there = new Map(now.map((row) => [String(row.id), row]));
  const gone = [...there.keys()].filter((id) => !before.has(id));
  await inSlices(gone, 500, (some) => db.deleteFrom('credits').where('id', 'in', some).execute());
  const missing = [...before].filter(([id]) => !there.has(id)).map(([, row]) => row);
  const people = await peopleAmong(db, missing);
  await insertMany(
    db,
    'credits',
    missing.filter((row) => people.has(row.person_id ?? null)),
  );
  for (const [id, row] of before) {
    const other = there.get(id);
    if (!other || JSON.stringify(other) === JSON.stringify(row)) continue;
    const { id: _, ...columns } = row as unknown as CreditsTable;
    await db.updateTable('credits').set(columns).where('id', '=', id).execute();
  }
}

async function peopleAmong(db: WriteDb, credits: readonly StoredRow[]): Promise<Set<string | number | null>> {
  const ids = [...new Set(credits.map((row) => String(row.person_id)))];
  const rows = await db
    .selectFrom('people')
    .select('id')
    .where(among(db, 'id', ids))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function restoreShape(db: WriteDb, id: string, was: StoredShape): Promise<void> {
  await db
    .updateTable('films')
    .set(was.columns as Partial<FilmsTable>)
    .where('id', '=', id)
    .execute();
  await db.deleteFrom('film_titles').where('film_id', '=', id).execute();
  await db.deleteFrom('film_terms').where('film_id', '=', id).execute();
  await insertMany(db, 'film_titles', was.titles);
  await insertMany(db, 'film_terms', was.terms);
}
