import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { newId } from './ids.ts';
import type { Schema } from './schema.ts';

/** Work to be done after the transaction that asked for it: at least once, by whoever takes it first. */
export interface Job {
  id: string;
  kind: string;
  payload: Record<string, unknown>;
  attempts: number;
}

/** A job in somebody's hands. It is theirs until another has taken it after the lease ran out. */
export type HeldJob = Pick<Job, 'id' | 'attempts'> & { holder: string };

/** What daily work is known by: there is one row of it, however many processes ask for it. */
function daily(kind: string): string {
  return `daily ${kind}`;
}

/** Whether a job may be taken: it waits and is due, or whoever had it has not been heard of until its lease ran out. */
function free(now: number) {
  return (eb: ExpressionBuilder<Schema, 'jobs'>): Expression<SqlBool> =>
    eb.or([
      eb.and([eb('state', '=', 'waiting'), eb('due', '<=', now)]),
      eb.and([eb('state', '=', 'running'), eb('lease', '<', now)]),
    ]);
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
    /** Whether work of a kind waits that nobody has taken yet. */
    async waitsFor(kind: string): Promise<boolean> {
      const row = await db
        .selectFrom('jobs')
        .select('id')
        .where('kind', '=', kind)
        .where('state', '=', 'waiting')
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    /** Of these kinds of daily work, those that nobody has asked for yet. */
    async unplanned(kinds: readonly string[]): Promise<string[]> {
      if (kinds.length === 0) return [];
      const ids = kinds.map(daily);
      const rows = await db.selectFrom('jobs').select('id').where('id', 'in', ids).execute();
      return kinds.filter((kind) => !rows.some((row) => row.id === daily(kind)));
    },
    /** Whether a job of these kinds is due, without taking it. */
    async due(now: number, kinds: readonly string[]): Promise<boolean> {
      const row = await db
        .selectFrom('jobs')
        .select('id')
        .where('kind', 'in', kinds)
        .where(free(now))
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

export function jobWriter(db: WriteDb) {
  return {
    /** Asks for work, to be done at once or from `due` on; it is seen by others when this transaction commits. */
    async enqueue(kind: string, payload: Record<string, unknown>, now: number, due = now): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('jobs')
        .values({
          id,
          kind,
          payload: JSON.stringify(payload),
          state: 'waiting',
          due,
          lease: null,
          holder: null,
          attempts: 0,
          error: null,
          created: now,
        })
        .execute();
      return id;
    },
    /** Asks for work in place of the very same that waits, so that it is done once and at `due`. */
    async enqueueOnce(kind: string, payload: Record<string, unknown>, now: number, due = now): Promise<void> {
      await db
        .deleteFrom('jobs')
        .where('kind', '=', kind)
        .where('state', '=', 'waiting')
        .where('payload', '=', JSON.stringify(payload))
        .execute();
      await this.enqueue(kind, payload, now, due);
    },
    /** Asks for work that is to be done every day, once, however often it is asked for. */
    async plan(kind: string, due: number, now: number): Promise<void> {
      const row = { id: daily(kind), kind, payload: '{}', state: 'waiting' as const, due, created: now };
      await db
        .insertInto('jobs')
        .values({ ...row, lease: null, holder: null, attempts: 0, error: null })
        .onConflict((oc) => oc.column('id').doNothing())
        .execute();
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
        .where(free(now))
        .orderBy('due')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      if (!row) return null;
      // On PostgreSQL two may have read the same row, or its holder may just have said that it lives: the row is
      // looked at once more while it is locked, and whoever still finds it free has it.
      const taken = await db
        .updateTable('jobs')
        .set({ state: 'running', holder, lease: now + lease, attempts: row.attempts + 1 })
        .where('id', '=', row.id)
        .where('attempts', '=', row.attempts)
        .where(free(now))
        .executeTakeFirst();
      if (Number(taken.numUpdatedRows) === 0) return null;
      return {
        id: row.id,
        kind: row.kind,
        payload: JSON.parse(row.payload) as Record<string, unknown>,
        attempts: row.attempts + 1,
      };
    },
    /** Says that whoever does a job lives; false when it has become somebody else's. */
    async hold(job: HeldJob, lease: number): Promise<boolean> {
      const held = await db.updateTable('jobs').set({ lease }).where(heldBy(job)).executeTakeFirst();
      return Number(held.numUpdatedRows) > 0;
    },
    /** Forgets a job that is done; what it carried (an address, a text) is not kept. */
    async done(job: HeldJob): Promise<void> {
      await db.deleteFrom('jobs').where(heldBy(job)).execute();
    },
    /** Puts a job that was done back, to be done again at `due`. */
    async again(job: HeldJob, due: number): Promise<void> {
      await db
        .updateTable('jobs')
        .set({ state: 'waiting', due, attempts: 0, error: null, lease: null, holder: null })
        .where(heldBy(job))
        .execute();
    },
    /** Puts a failed job back to be tried at `due`, or gives it up when `due` is null. */
    async failed(job: HeldJob, error: string, due: number | null): Promise<void> {
      await db
        .updateTable('jobs')
        .set(
          due === null
            ? { state: 'failed', error, lease: null }
            : { state: 'waiting', error, due, lease: null, holder: null },
        )
        .where(heldBy(job))
        .execute();
    },
    /** Forgets work of a kind that waits and whose payload says this of a name: what it is about is gone. */
    async forgetAbout(kind: string, name: string, value: string): Promise<void> {
      await db
        .deleteFrom('jobs')
        .where('kind', '=', kind)
        .where('state', '=', 'waiting')
        .where('payload', 'like', `%"${name}":"${value}"%`)
        .execute();
    },
    /** Forgets jobs that were given up and are as old as that; what they carried is not kept for ever. */
    async forgetFailed(createdBefore: number): Promise<void> {
      await db
        .deleteFrom('jobs')
        .where('state', '=', 'failed')
        .where('created', '<', createdBefore)
        .execute();
    },
  };
}

/** Whether a job is still in these hands: nobody has taken it since. */
function heldBy({ id, holder, attempts }: HeldJob) {
  return (eb: ExpressionBuilder<Schema, 'jobs'>): Expression<SqlBool> =>
    eb.and([
      eb('id', '=', id),
      eb('state', '=', 'running'),
      eb('holder', '=', holder),
      eb('attempts', '=', attempts),
    ]);
}
