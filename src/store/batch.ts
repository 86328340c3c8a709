import { batchFilmReader } from './batch-films.ts';
import { batchRowReader, batchRowWriter } from './batch-rows.ts';
import { changeWriter } from './change.ts';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { insertMany } from './engines/many.ts';
import { newId } from './ids.ts';
import { knownReader } from './known.ts';
import { listedReader } from './listed.ts';
import { nextNumber } from './numbering.ts';
import type { BatchesTable, BatchKind, BatchRowsTable, BatchState, Visibility } from './schema.ts';
import { stagingWriter } from './staging.ts';
import { undoingWriter } from './undoing.ts';

/** One import, or one hand of a curator on films. */
export interface Batch {
  id: string;
  kind: BatchKind;
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

export function batchReader(db: ReadDb) {
  const rowsOf = (id: string) =>
    db
      .selectFrom('batch_rows')
      .select(['file', 'row', 'outcome', 'code', 'message', 'target_id as targetId', 'plan'])
      .where('batch_id', '=', id)
      .orderBy('number');
  const ofKinds = (kinds: readonly BatchKind[]) =>
    db.selectFrom('batches').selectAll().where('kind', 'in', kinds).orderBy('id', 'desc');
  return {
    known: knownReader(db),
    listed: listedReader(db),
    ...batchFilmReader(db),
    ...batchRowReader(db),
    async byId(id: string): Promise<Batch | null> {
      const row = await db.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? batch(row) : null;
    },
    /** The latest imports first. */
    async list(limit: number): Promise<Batch[]> {
      return (await ofKinds(['import']).limit(limit).execute()).map(batch);
    },
    /** What curators did to films, the latest first. */
    async onFilms(limit: number): Promise<Batch[]> {
      return (await ofKinds(['merge', 'split', 'removal']).limit(limit).execute()).map(batch);
    },
    /** Imports that came to be visible or may yet, latest first: a member's own, or everybody's for null. */
    async shown(memberId: string | null, limit: number): Promise<Batch[]> {
      let rows = ofKinds(['import']).where('state', '!=', 'refused');
      if (memberId !== null) rows = rows.where('member_id', '=', memberId);
      return (await rows.limit(limit).execute()).map(batch);
    },
    /** Batches that are not finished: being staged, carried out or undone. */
    async unfinished(): Promise<Batch[]> {
      const rows = await db
        .selectFrom('batches')
        .selectAll()
        .where('finished', 'is', null)
        .orderBy('id')
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
    /** The next rows whose plan is still to be carried out; those that wait for a decision are none of them. */
    async planned(id: string, after: number, limit: number): Promise<(BatchRow & { number: number })[]> {
      const rows = await rowsOf(id)
        .select('number')
        .where('number', '>', after)
        .where('plan', 'is not', null)
        .where('outcome', '!=', 'unmatched')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...batchRow(row), number: row.number }));
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
  };
}

export function batchWriter(db: WriteDb) {
  const reader = batchReader(db);
  return {
    ...reader,
    staging: stagingWriter(db),
    undoing: undoingWriter(db),
    ...changeWriter(db),
    ...batchRowWriter(db),
    /**
     * Begins a batch, unless another is unfinished: then answers null. Two that begin at the same moment meet at
     * one row, and the later finds the earlier.
     */
    start(
      input: Pick<Batch, 'format' | 'sourceName' | 'memberId' | 'visibility' | 'word' | 'lease'>,
      now: number,
    ): Promise<string | null> {
      return this.begin({ ...input, kind: 'import', state: 'staging' }, now);
    },
    /** Begins to do something to films, as `start` begins an import; what it does is seen at once. */
    startOnFilms(
      kind: Exclude<BatchKind, 'import'>,
      input: Pick<Batch, 'memberId' | 'lease'>,
      now: number,
    ): Promise<string | null> {
      const rest = { format: kind, sourceName: '', visibility: 'everyone', word: null } as const;
      return this.begin({ ...input, ...rest, kind, state: 'done' }, now);
    },
    async begin(
      input: Omit<Batch, 'id' | 'report' | 'created' | 'finished'>,
      now: number,
    ): Promise<string | null> {
      await this.staging.raise(['imports']);
      if ((await reader.unfinished()).length > 0) return null;
      const id = newId(now);
      await db
        .insertInto('batches')
        .values({
          id,
          kind: input.kind,
          format: input.format,
          source_name: input.sourceName,
          state: input.state,
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
    /** Begins to undo a batch that is done, unless another is unfinished: then answers false. */
    async startUndo(id: string, lease: number): Promise<boolean> {
      await this.staging.raise(['imports']);
      if ((await reader.unfinished()).length > 0) return false;
      const { numUpdatedRows } = await db
        .updateTable('batches')
        .set({ state: 'undoing', lease, finished: null })
        .where('id', '=', id)
        .where('state', '=', 'done')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /** Begins to take away a batch that is still being staged; false when it is not. */
    async startDiscard(id: string, lease: number): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('batches')
        .set({ state: 'undoing', report: DISCARDED, lease })
        .where('id', '=', id)
        .where('state', '=', 'staging')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /** Sets where a batch stands. `finished` is null while something of it is still to be done. */
    async setState(id: string, state: BatchState, finished: number | null, report?: object): Promise<void> {
      await db
        .updateTable('batches')
        .set({ state, finished, ...(report ? { report: JSON.stringify(report) } : {}) })
        .where('id', '=', id)
        .execute();
    },
    /**
     * Says in the transaction of each of its steps that whoever works on a batch lives, until an instant. False
     * when the batch is no longer in that state: another has taken it for abandoned, and the step must not be.
     */
    async hold(id: string, state: BatchState, lease: number): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('batches')
        .set({ lease })
        .where('id', '=', id)
        .where('state', '=', state)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /**
     * Takes over an unfinished batch whose holder has gone; false when somebody else was quicker. One that was
     * being staged is from then on being undone, so that a holder who only slept finds it is no longer theirs.
     */
    async takeOver(taken: Batch, now: number, lease: number): Promise<boolean> {
      const given = taken.state === 'staging' ? { state: 'undoing' as const, report: DISCARDED } : {};
      const { numUpdatedRows } = await db
        .updateTable('batches')
        .set({ lease, ...given })
        .where('id', '=', taken.id)
        .where('state', '=', taken.state)
        .where('finished', 'is', null)
        .where('lease', '<', now)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /** Forgets the rows and before-images of a batch of which nothing is left. */
    async forget(id: string): Promise<void> {
      await db.deleteFrom('batch_rows').where('batch_id', '=', id).execute();
      await db.deleteFrom('changes').where('batch_id', '=', id).execute();
    },
    /** Adds rows to the report, after those that are there. */
    async addRows(batchId: string, rows: readonly BatchRow[]): Promise<void> {
      let number = rows.length === 0 ? 0 : await nextNumber(db, 'batch_rows', batchId);
      await insertMany(
        db,
        'batch_rows',
        rows.map((row) => ({
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
      );
    },
    /** Says anew how rows of a report ended, by their numbers. */
    async endAnew(batchId: string, outcome: BatchRow['outcome'], numbers: readonly number[]): Promise<void> {
      if (numbers.length === 0) return;
      await db
        .updateTable('batch_rows')
        .set({ outcome })
        .where('batch_id', '=', batchId)
        .where('number', 'in', numbers)
        .execute();
    },
    /** Marks plans of a batch as carried out. */
    async planDone(batchId: string, numbers: readonly number[]): Promise<void> {
      if (numbers.length === 0) return;
      await db
        .updateTable('batch_rows')
        .set({ plan: null })
        .where('batch_id', '=', batchId)
        .where('number', 'in', numbers)
        .execute();
    },
  };
}

/** What stands as the report of a batch that never came to be visible. */
const DISCARDED = '{"discarded":true}';

function batch(row: BatchesTable): Batch {
  return {
    id: row.id,
    kind: row.kind,
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
