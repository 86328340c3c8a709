import type { ReadDb, WriteDb } from './engines/engine.ts';
import type { IdempotencyKeysTable } from './schema.ts';

/** What is known of a request that came with a key. */
export interface KeyedRequest {
  fingerprint: string;
  state: IdempotencyKeysTable['state'];
  status: number | null;
  /** What was answered, as it was kept. */
  answer: string | null;
  /** Until when whoever carries it out is taken to be alive, epoch milliseconds. */
  lease: number;
  created: number;
}

export function idempotencyReader(db: ReadDb) {
  return {
    async get(owner: string, key: string): Promise<KeyedRequest | null> {
      const row = await db
        .selectFrom('idempotency_keys')
        .select(['fingerprint', 'state', 'status', 'answer', 'lease', 'created'])
        .where('owner', '=', owner)
        .where('key', '=', key)
        .executeTakeFirst();
      return row ?? null;
    },
  };
}

export function idempotencyWriter(db: WriteDb) {
  const one = (owner: string, key: string) =>
    db.updateTable('idempotency_keys').where('owner', '=', owner).where('key', '=', key);
  return {
    /** Begins a request; false where the key is there already, and another has begun it. */
    async begin(owner: string, key: string, fingerprint: string, now: number, lease: number) {
      const made = await db
        .insertInto('idempotency_keys')
        .values({
          ...{ owner, key, fingerprint, state: 'running', status: null, answer: null },
          ...{ lease, created: now },
        })
        .onConflict((oc) => oc.columns(['owner', 'key']).doNothing())
        .executeTakeFirst();
      return Number(made.numInsertedOrUpdatedRows ?? 0) > 0;
    },
    /** Notes, with the change itself, that the change was made. */
    async written(owner: string, key: string): Promise<void> {
      await one(owner, key).set({ state: 'written' }).execute();
    },
    /** Keeps what was answered. */
    async answered(owner: string, key: string, status: number, answer: string): Promise<void> {
      await one(owner, key).set({ state: 'answered', status, answer }).execute();
    },
    /** Forgets a key: what was asked with it was not done. */
    async forget(owner: string, key: string): Promise<void> {
      await db.deleteFrom('idempotency_keys').where('owner', '=', owner).where('key', '=', key).execute();
    },
    /** Forgets the keys of before an instant. */
    async sweep(before: number): Promise<void> {
      await db.deleteFrom('idempotency_keys').where('created', '<', before).execute();
    },
  };
}
