import type { ReadDb, WriteDb } from './engines/engine.ts';
import { newId } from './ids.ts';
import type { WebhooksTable } from './schema.ts';

/** An address elsewhere that is told of new reviews. */
export type Webhook = WebhooksTable;

export function webhookReader(db: ReadDb) {
  return {
    /** All of them, the oldest first. */
    async list(): Promise<Webhook[]> {
      return db.selectFrom('webhooks').selectAll().orderBy('id').execute();
    },
    async byId(id: string): Promise<Webhook | null> {
      return (await db.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
    },
  };
}

export function webhookWriter(db: WriteDb) {
  return {
    async add(url: string, secret: string, now: number): Promise<string> {
      const id = newId(now);
      const unasked = { told: null, status: null, fault: null };
      await db
        .insertInto('webhooks')
        .values({ id, url, secret, state: 'on', created: now, ...unasked })
        .execute();
      return id;
    },
    async remove(id: string): Promise<void> {
      await db.deleteFrom('webhooks').where('id', '=', id).execute();
    },
    async setState(id: string, state: Webhook['state']): Promise<void> {
      await db.updateTable('webhooks').set({ state }).where('id', '=', id).execute();
    },
    /** Keeps how it went to tell one. */
    async told(id: string, how: { status: number | null; fault: string | null }, now: number): Promise<void> {
      await db
        .updateTable('webhooks')
        .set({ ...how, told: now })
        .where('id', '=', id)
        .execute();
    },
    /** Notes that the world is told of a review; false when it was before. */
    async announce(entryId: string): Promise<boolean> {
      const made = await db
        .insertInto('announced')
        .values({ entry_id: entryId })
        .onConflict((oc) => oc.column('entry_id').doNothing())
        .returning('entry_id')
        .executeTakeFirst();
      return made !== undefined;
    },
  };
}
