import type { Viewer } from '../domain/viewer.ts';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { readable } from './readable.ts';
import type { BatchRowsTable } from './schema.ts';

/** A row of an import's report with its number, by which the report is paged. */
export interface NumberedRow {
  number: number;
  file: string;
  row: string;
  outcome: BatchRowsTable['outcome'];
  code: string | null;
  message: string | null;
  targetId: string | null;
}

/** A row that waits for a decision, with what is kept of it. */
export interface WaitingRow {
  number: number;
  file: string;
  row: string;
  plan: Record<string, unknown>;
}

/** What a row is about, as far as somebody may see it. */
export interface RowTarget {
  what: 'film' | 'entry' | 'list';
  /** The film's title, or the list's. */
  title: string;
  /** Of the film or the list. */
  slug: string;
}

/** Reads the rows of an import's report. */
export function batchRowReader(db: ReadDb) {
  return {
    /** A page of rows, in the order of the files: those after a number, and of one outcome where it is named. */
    async rowsAfter(
      batchId: string,
      outcome: NumberedRow['outcome'] | null,
      after: number,
      limit: number,
    ): Promise<NumberedRow[]> {
      let rows = db
        .selectFrom('batch_rows')
        .select(['number', 'file', 'row', 'outcome', 'code', 'message', 'target_id as targetId'])
        .where('batch_id', '=', batchId)
        .where('number', '>', after);
      if (outcome !== null) rows = rows.where('outcome', '=', outcome);
      return rows.orderBy('number').limit(limit).execute();
    },
    /** The rows that wait for a decision, in the order of the files. */
    async waiting(batchId: string, limit: number): Promise<WaitingRow[]> {
      const rows = await db
        .selectFrom('batch_rows')
        .select(['number', 'file', 'row', 'plan'])
        .where('batch_id', '=', batchId)
        .where('outcome', '=', 'unmatched')
        .where('plan', 'is not', null)
        .orderBy('number')
        .limit(limit)
        .execute();
      return rows.map(({ plan, ...row }) => ({
        ...row,
        plan: JSON.parse(plan ?? '{}') as Record<string, unknown>,
      }));
    },
    /** What the first row of a file made or is about: of a list's file, the list. */
    async firstTarget(batchId: string, file: string): Promise<string | null> {
      const row = await db
        .selectFrom('batch_rows')
        .select('target_id')
        .where('batch_id', '=', batchId)
        .where('file', '=', file)
        .orderBy('number')
        .limit(1)
        .executeTakeFirst();
      return row?.target_id ?? null;
    },
    /** What rows are about, by the ids they name, as far as the viewer may see it. */
    async targets(ids: readonly string[], viewer: Viewer): Promise<Map<string, RowTarget>> {
      const found = new Map<string, RowTarget>();
      if (ids.length === 0) return found;
      const films = await db
        .selectFrom('films')
        .select(['id', 'title', 'slug'])
        .where('id', 'in', ids)
        .execute();
      for (const { id, title, slug } of films) found.set(id, { what: 'film', title, slug });
      const entries = await db
        .selectFrom('entries')
        .innerJoin('films', 'films.id', 'entries.film_id')
        .select(['entries.id', 'films.title', 'films.slug'])
        .where('entries.id', 'in', ids)
        .where(readable(viewer))
        .execute();
      for (const { id, title, slug } of entries) found.set(id, { what: 'entry', title, slug });
      if (viewer.authorId === null) return found;
      const lists = await db
        .selectFrom('lists')
        .select(['id', 'title', 'slug'])
        .where('id', 'in', ids)
        .where('author_id', '=', viewer.authorId)
        .execute();
      for (const { id, title, slug } of lists) found.set(id, { what: 'list', title, slug });
      return found;
    },
  };
}

export function batchRowWriter(db: WriteDb) {
  return {
    /** Puts the latest rows of a report in the places of those that stood there before, in their order. */
    async takePlaces(batchId: string, places: readonly number[]): Promise<void> {
      const latest = await db
        .selectFrom('batch_rows')
        .select('number')
        .where('batch_id', '=', batchId)
        .orderBy('number', 'desc')
        .limit(places.length)
        .execute();
      const numbers = latest.map(({ number }) => number).reverse();
      await db
        .deleteFrom('batch_rows')
        .where('batch_id', '=', batchId)
        .where('number', 'in', places)
        .execute();
      for (const [at, number] of numbers.entries())
        await db
          .updateTable('batch_rows')
          .set({ number: places[at] ?? number, plan: null })
          .where('batch_id', '=', batchId)
          .where('number', '=', number)
          .execute();
    },
  };
}
