import { conflict, DomainError } from '../domain/errors.ts';
import type { Reader, Transact, Writer } from '../domain/reader.ts';

/** The store as imports use it. */
export interface ImportStore {
  reader: Reader;
  transact: Transact;
}

/** How long a batch whose holder is silent counts as alive, in milliseconds. Each step says so anew. */
export const LEASE = 10_000;

/**
 * One short transaction of work on a batch. It says that the holder lives, and fails where another process has
 * taken the batch for abandoned.
 */
export function stepOf(
  store: ImportStore,
  batchId: string,
  state: 'staging' | 'done' | 'undoing',
  now: () => number,
): <T>(work: (writer: Writer) => Promise<T>) => Promise<T> {
  return (work) =>
    store.transact(async (writer) => {
      if (!(await writer.batches.hold(batchId, state, now() + LEASE))) throw conflict('batch-lost');
      return work(writer);
    });
}

/** Whether somebody else has taken a batch over. */
export function isLost(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'batch-lost';
}

export function* slicesOf<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
