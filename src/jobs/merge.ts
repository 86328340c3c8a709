import { DomainError } from '../domain/errors.ts';
import { carryOnMerge, MERGE_JOB } from '../interchange/films/carry-on.ts';
import type { ImportStore } from '../interchange/hold.ts';
import type { JobHandler } from './work.ts';

/** The handler of merges that move too much to be done at once. */
export function mergeHandlers(store: ImportStore, now: () => number): Readonly<Record<string, JobHandler>> {
  return {
    [MERGE_JOB]: async ({ id }) => {
      const batch = await store.reader.batches.byId(String(id));
      if (batch?.state !== 'done' || batch.finished !== null) return;
      try {
        await carryOnMerge(store, batch, now);
      } catch (error) {
        // Somebody else has done it in the meantime, or undoes it.
        if (!(error instanceof DomainError)) throw error;
      }
    },
  };
}
