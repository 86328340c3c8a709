import type { ReadDb, WriteDb } from './engines/engine.ts';
import { newId } from './ids.ts';

/** Work to be done after the transaction that asked for it: at least once, by whoever takes it first. */
export interface Job {
  id: string;
  kind: string;
  payload: Record<string, unknown>;
  attempts: number;
}

export function jobReader(db: ReadDb) {
  return {
    async waiting(): Promise<number> {
      const row = await db
        .selectFrom('jobs')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('state', 'in', ['waiting', 'running'])
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
    /** Whether somebody has asked for this very work and it is not done yet. */
    async stands(kind: string, payload: Record<string, unknown>): Promise<boolean> {
      const row = await db
        .selectFrom('jobs')
        .select('id')
        .where('kind', '=', kind)
        .where('payload', '=', JSON.stringify(payload))
        .where('state', 'in', ['waiting', 'running'])
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    /** Whether a job of these kinds is due, without taking it. */
    async due(now: number, kinds: readonly string[]): Promise<boolean> {
      const row = await db
        .selectFrom('jobs')
        .select('id')
        .where('kind', 'in', kinds)
        .where((eb) =>
          eb.or([
            eb.and([eb('state', '=', 'waiting'), eb('due', '<=', now)]),
            eb.and([eb('state', '=', 'running'), eb('lease', '<', now)]),
          ]),
        )
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

export function jobWriter(db: WriteDb) {
  return {
    /** Asks for work; it is seen by others when this transaction commits. */
    async enqueue(kind: string, payload: Record<string, unknown>, now: number): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('jobs')
        .values({
          id,
          kind,
          payload: JSON.stringify(payload),
          state: 'waiting',
          due: now,
          lease: null,
          holder: null,
          attempts: 0,
          error: null,
          created: now,
        })
        .execute();
      return id;
    },
    /**
     * Takes the job of these kinds that has been due longest and holds it for `lease` milliseconds; null when
     * none is due.
     */
    async take(holder: string, now: number, lease: number, kinds: readonly string[]): Promise<Job | null> {
      const row = await db
        .selectFrom('jobs')
        .select(['id', 'kind', 'payload', 'attempts', 'state', 'lease'])
        .where('kind', 'in', kinds)
        .where((eb) =>
          eb.or([
            eb.and([eb('state', '=', 'waiting'), eb('due', '<=', now)]),
            eb.and([eb('state', '=', 'running'), eb('lease', '<', now)]),
          ]),
        )
        .orderBy('due')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      if (!row) return null;
      const taken = await db
        .updateTable('jobs')
        .set({ state: 'running', holder, lease: now + lease, attempts: row.attempts + 1 })
        .where('id', '=', row.id)
        .where('attempts', '=', row.attempts)
        .executeTakeFirst();
      // On PostgreSQL two may have read the same row; the one whose update found it unchanged has it.
      if (Number(taken.numUpdatedRows) === 0) return null;
      return {
        id: row.id,
        kind: row.kind,
        payload: JSON.parse(row.payload) as Record<string, unknown>,
        attempts: row.attempts + 1,
      };
    },
    /** Says that whoever does a job lives. */
    async hold(id: string, lease: number): Promise<void> {
      await db.updateTable('jobs').set({ lease }).where('id', '=', id).execute();
    },
    /** Forgets a job that is done; what it carried (an address, a text) is not kept. */
    async done(id: string): Promise<void> {
      await db.deleteFrom('jobs').where('id', '=', id).execute();
    },
    /** Puts a failed job back to be tried at `due`, or gives it up when `due` is null. */
    async failed(id: string, error: string, due: number | null): Promise<void> {
      await db
        .updateTable('jobs')
        .set(
          due === null
            ? { state: 'failed', error, lease: null }
            : { state: 'waiting', error, due, lease: null, holder: null },
        )
        .where('id', '=', id)
        .execute();
    },
  };
}
