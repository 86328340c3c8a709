import type { ReadDb, WriteDb } from './engines/engine.ts';
import { newId } from './ids.ts';

/** Keeps how entries were before they were changed. */
export function historyWriter(db: WriteDb) {
  return {
    /** Keeps how an entry was before an edit. */
    async keepVersion(entryId: string, was: object, editorId: string | null, now: number): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('review_versions')
        .values({ id, entry_id: entryId, was: JSON.stringify(was), editor_id: editorId, saved: now })
        .execute();
      return id;
    },
    /** Empties a former version for good. The record that there was one stays. */
    async purgeVersion(entryId: string, versionId: string): Promise<void> {
      await db
        .updateTable('review_versions')
        .set({ was: null })
        .where('entry_id', '=', entryId)
        .where('id', '=', versionId)
        .execute();
    },
  };
}

export function historyReader(db: ReadDb) {
  return {
    /** Former versions of an entry, newest first; `was` is null for a purged one. */
    async versions(entryId: string): Promise<{ id: string; was: unknown; saved: number }[]> {
      const rows = await db
        .selectFrom('review_versions')
        .select(['id', 'was', 'saved'])
        .where('entry_id', '=', entryId)
        .orderBy('id', 'desc')
        .execute();
      return rows.map((row) => ({ ...row, was: row.was === null ? null : JSON.parse(row.was) }));
    },
  };
}
