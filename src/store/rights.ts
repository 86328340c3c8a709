import type { ReadDb, WriteDb } from './engines/engine.ts';
import type { AllowedUse, Basis } from './schema.ts';

/** Keeps by what right entries are shown, and where. */
export function rightsWriter(db: WriteDb) {
  return {
    /** Records by what right an entry is shown. */
    async setRights(
      entryId: string,
      rights: {
        basis: Basis;
        allowed: readonly AllowedUse[];
        word: string | null;
        givenBy: string | null;
        batchId: string | null;
      },
      now: number,
    ): Promise<void> {
      await db.deleteFrom('rights').where('entry_id', '=', entryId).execute();
      await db
        .insertInto('rights')
        .values({
          entry_id: entryId,
          basis: rights.basis,
          allowed: JSON.stringify(rights.allowed),
          word: rights.word,
          given_by: rights.givenBy,
          given: now,
          until: null,
          batch_id: rights.batchId,
        })
        .execute();
    },
  };
}

export function rightsReader(db: ReadDb) {
  return {
    /** By what right an entry is shown. */
    async rights(entryId: string) {
      return (
        (await db.selectFrom('rights').selectAll().where('entry_id', '=', entryId).executeTakeFirst()) ?? null
      );
    },
  };
}
