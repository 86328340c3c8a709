import type { ReadDb, WriteDb } from './engines/engine.ts';
import { allowedAmong } from './rights.ts';
import type { AllowedUse, PosterWordsTable } from './schema.ts';

/** Reads which reviews their authors let onto posters. */
export function posterWordReader(db: ReadDb) {
  return {
    /** Which of some entries may stand on posters, by the author's word for all they wrote or for each. */
    allowedOf: (ids: readonly string[], today: string) => allowedAmong(db, 'posters', ids, today),
    /** What was said of one entry; null where nothing was. */
    async of(entryId: string): Promise<PosterWordsTable | null> {
      return (
        (await db
          .selectFrom('poster_words')
          .selectAll()
          .where('entry_id', '=', entryId)
          .executeTakeFirst()) ?? null
      );
    },
  };
}

export function posterWordWriter(db: WriteDb) {
  return {
    /** Notes the word that lets an entry onto posters, in place of an earlier one. */
    async set(said: PosterWordsTable): Promise<void> {
      const { entry_id: _, ...rest } = said;
      await db
        .insertInto('poster_words')
        .values(said)
        .onConflict((oc) => oc.column('entry_id').doUpdateSet(rest))
        .execute();
    },
    /**
     * Takes an entry off posters: what was said of it, and what an import brought with it. From then on the word of
     * that import is not what holds of it.
     */
    async remove(entryId: string): Promise<void> {
      await db.deleteFrom('poster_words').where('entry_id', '=', entryId).execute();
      const rights = await db
        .selectFrom('rights')
        .select('allowed')
        .where('entry_id', '=', entryId)
        .executeTakeFirst();
      const uses = JSON.parse(rights?.allowed ?? '[]') as AllowedUse[];
      const allowed = JSON.stringify(uses.filter((use) => use !== 'posters'));
      await db
        .updateTable('rights')
        .set({ allowed, batch_id: null })
        .where('entry_id', '=', entryId)
        .execute();
    },
  };
}
