import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { newId } from './ids.ts';
import type { BatchesTable, BatchRowsTable, BatchState, Schema, Visibility } from './schema.ts';

/** One import. */
export interface Batch {
  id: string;
  format: string;
  sourceName: string;
  state: BatchState;
  memberId: string | null;
  visibility: Visibility;
  word: string | null;
  report: Record<string, unknown>;
  lease: number;
  created: number;
  finished: number | null;
}

/** What became of one row of a file. `row` says where it stands, as its format counts. */
export interface BatchRow {
  file: string;
  row: string;
  outcome: BatchRowsTable['outcome'];
  code: string | null;
  message: string | null;
  targetId: string | null;
  plan: Record<string, unknown> | null;
}

/** A row of any table as the database holds it. */
export type StoredRow = Record<string, string | number | null>;

/** A before-image: `was` is null where the change made the row. */
export interface Change {
  number: number;
  table: ChangedTable;
  key: StoredRow;
  was: StoredRow | null;
  became: string;
}

/** The tables whose rows bulk changes may touch, each with the columns that name a row. */
export const CHANGED_TABLES = {
  films: ['id'],
  external_ids: ['kind', 'scheme', 'value'],
  people: ['id'],
  credits: ['id'],
  authors: ['id'],
  entries: ['id'],
  reviews: ['entry_id'],
  rights: ['entry_id'],
  review_versions: ['id'],
  marks: ['author_id', 'film_id'],
  lists: ['id'],
  list_items: ['list_id', 'film_id'],
  redirects: ['kind', 'slug'],
  pins: ['film_id', 'entry_id'],
} as const satisfies Partial<Record<keyof Schema, readonly string[]>>;

export type ChangedTable = keyof typeof CHANGED_TABLES;

/** Columns that are counted from other rows: no before-image needs them, and a change of theirs is no hand. */
const DERIVED: Partial<Record<ChangedTable, readonly string[]>> = {
  films: ['reviews', 'ratings_here', 'ratings_elsewhere'],
  entries: ['likes'],
};

export function batchReader(db: ReadDb) {
  const rowsOf = (id: string) =>
    db
      .selectFrom('batch_rows')
      .select(['file', 'row', 'outcome', 'code', 'message', 'target_id as targetId', 'plan'])
      .where('batch_id', '=', id)
      .orderBy('number');
  return {
    async byId(id: string): Promise<Batch | null> {
      const row = await db.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? batch(row) : null;
    },
    /** The latest imports first. */
    async list(limit: number): Promise<Batch[]> {
      const rows = await db.selectFrom('batches').selectAll().orderBy('id', 'desc').limit(limit).execute();
      return rows.map(batch);
    },
    /** Batches in a state whose holder has gone: staged and never finished. */
    async abandoned(now: number): Promise<Batch[]> {
      const rows = await db
        .selectFrom('batches')
        .selectAll()
        .where('state', 'in', ['staging', 'undoing'])
        .where('lease', '<', now)
        .execute();
      return rows.map(batch);
    },
    /** The rows of a report that want a reader's eye, in the order of the file. */
    async problems(id: string, limit: number): Promise<BatchRow[]> {
      const rows = await rowsOf(id).where('outcome', 'in', ['unmatched', 'rejected']).limit(limit).execute();
      return rows.map(batchRow);
    },
    async rows(id: string, after: number, limit: number): Promise<BatchRow[]> {
      return (await rowsOf(id).where('number', '>', after).limit(limit).execute()).map(batchRow);
    },
    /** Rows whose plan is still to be carried out. */
    async planned(id: string): Promise<BatchRow[]> {
      return (await rowsOf(id).where('plan', 'is not', null).execute()).map(batchRow);
    },
    /** How many rows ended in each way. */
    async counts(id: string): Promise<Record<BatchRow['outcome'], number>> {
      const rows = await db
        .selectFrom('batch_rows')
        .select((eb) => ['outcome', eb.fn.countAll<number>().as('n')])
        .where('batch_id', '=', id)
        .groupBy('outcome')
        .execute();
      const counts = { created: 0, updated: 0, unchanged: 0, unmatched: 0, rejected: 0 };
      for (const row of rows) counts[row.outcome] = Number(row.n);
      return counts;
    },
    /** Before-images, latest first. */
    async changes(id: string): Promise<Change[]> {
      const rows = await db
        .selectFrom('changes')
        .selectAll()
        .where('batch_id', '=', id)
        .orderBy('number', 'desc')
        .execute();
      return rows.map((row) => ({
        number: row.number,
        table: row.table_name as ChangedTable,
        key: JSON.parse(row.row_key) as StoredRow,
        was: row.was === null ? null : (JSON.parse(row.was) as StoredRow),
        became: row.became,
      }));
    },
    /** The films whose entries or marks a batch touched. */
    async films(id: string): Promise<string[]> {
      const { rows } = await sql<{ film_id: string }>`
        select film_id from entries where batch_id = ${id}
        union select film_id from marks where batch_id = ${id}
        union select id from films where batch_id = ${id}`.execute(db);
      return rows.map((row) => row.film_id);
    },
  };
}

export function batchWriter(db: WriteDb) {
  const reader = batchReader(db);
  const nextNumber = async (table: 'batch_rows' | 'changes', batchId: string) => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.max('number').as('last'))
      .where('batch_id', '=', batchId)
      .executeTakeFirst();
    return Number(row?.last ?? 0) + 1;
  };
  return {
    ...reader,
    async start(
      input: Pick<Batch, 'format' | 'sourceName' | 'memberId' | 'visibility' | 'word' | 'lease'>,
      now: number,
    ): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('batches')
        .values({
          id,
          kind: 'import',
          format: input.format,
          source_name: input.sourceName,
          state: 'staging',
          member_id: input.memberId,
          visibility: input.visibility,
          word: input.word,
          report: '{}',
          lease: input.lease,
          created: now,
          finished: null,
        })
        .execute();
      return id;
    },
    async setState(id: string, state: BatchState, now: number, report?: object): Promise<void> {
      await db
        .updateTable('batches')
        .set({ state, finished: now, ...(report ? { report: JSON.stringify(report) } : {}) })
        .where('id', '=', id)
        .execute();
    },
    /** Says that the holder of a staging batch lives, until an instant. */
    async hold(id: string, lease: number): Promise<void> {
      await db.updateTable('batches').set({ lease }).where('id', '=', id).execute();
    },
    /** Adds rows to the report, after those that are there. */
    async addRows(batchId: string, rows: readonly BatchRow[]): Promise<void> {
      let number = await nextNumber('batch_rows', batchId);
      for (const some of slices(rows, 100)) {
        await db
          .insertInto('batch_rows')
          .values(
            some.map((row) => ({
              batch_id: batchId,
              number: number++,
              file: row.file,
              row: row.row,
              outcome: row.outcome,
              code: row.code,
              message: row.message,
              target_id: row.targetId,
              plan: row.plan === null ? null : JSON.stringify(row.plan),
            })),
          )
          .execute();
      }
    },
    /** Marks every plan of a batch as carried out. */
    async planDone(batchId: string): Promise<void> {
      await db.updateTable('batch_rows').set({ plan: null }).where('batch_id', '=', batchId).execute();
    },
    /** Records rows this transaction has made or is about to leave, with how they were before. */
    async record(
      batchId: string,
      changes: readonly { table: ChangedTable; key: StoredRow; was: StoredRow | null }[],
    ): Promise<void> {
      let number = await nextNumber('changes', batchId);
      for (const { table, key, was } of changes) {
        const now = await this.stored(table, key);
        await db
          .insertInto('changes')
          .values({
            batch_id: batchId,
            number: number++,
            table_name: table,
            row_key: JSON.stringify(key),
            was: was === null ? null : JSON.stringify(plain(table, was)),
            became: digest(table, now),
          })
          .execute();
      }
    },
    /** A row as it stands, or null. */
    async stored(table: ChangedTable, key: StoredRow): Promise<StoredRow | null> {
      const { rows } = await sql<StoredRow>`select * from ${sql.table(table)} where ${where(key)}`.execute(
        db,
      );
      return rows[0] ?? null;
    },
    /** Removes a row a batch made. */
    async removeStored(table: ChangedTable, key: StoredRow): Promise<void> {
      await sql`delete from ${sql.table(table)} where ${where(key)}`.execute(db);
    },
    /** Puts a row back as it was, whether it is still there or gone. */
    async putBack(table: ChangedTable, key: StoredRow, was: StoredRow): Promise<void> {
      const columns = Object.keys(was);
      const sets = columns.map((column) => sql`${sql.ref(column)} = ${was[column] ?? null}`);
      if (await this.stored(table, key)) {
        await sql`update ${sql.table(table)} set ${sql.join(sets)} where ${where(key)}`.execute(db);
        return;
      }
      await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
        values (${sql.join(columns.map((column) => was[column] ?? null))})`.execute(db);
    },
  };
}

/** A digest of a row's own columns, by which a later change of it is noticed. */
export function digest(table: ChangedTable, row: StoredRow | null): string {
  if (row === null) return 'gone';
  const own = plain(table, row);
  const text = JSON.stringify(
    Object.keys(own)
      .sort()
      .map((column) => [column, own[column]]),
  );
  return createHash('sha256').update(text).digest('base64url');
}

function plain(table: ChangedTable, row: StoredRow): StoredRow {
  const derived = DERIVED[table] ?? [];
  return Object.fromEntries(Object.entries(row).filter(([column]) => !derived.includes(column)));
}

function where(key: StoredRow) {
  return sql.join(
    Object.entries(key).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
    sql` and `,
  );
}

function* slices<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

function batch(row: BatchesTable): Batch {
  return {
    id: row.id,
    format: row.format,
    sourceName: row.source_name,
    state: row.state,
    memberId: row.member_id,
    visibility: row.visibility,
    word: row.word,
    report: JSON.parse(row.report) as Record<string, unknown>,
    lease: row.lease,
    created: row.created,
    finished: row.finished,
  };
}

function batchRow(row: Omit<BatchRow, 'plan'> & { plan: string | null }): BatchRow {
  return { ...row, plan: row.plan === null ? null : (JSON.parse(row.plan) as Record<string, unknown>) };
}
