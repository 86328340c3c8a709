import { conflict, DomainError } from '../domain/errors.ts';
import type { Reader, Transact, Writer } from '../domain/reader.ts';
import type { Pace } from './pace.ts';

/** The store as imports use it. */
export interface ImportStore {
  reader: Reader;
  transact: Transact;
}

/** How long a batch whose holder is silent counts as alive, in milliseconds. Each step says so anew. */
export const LEASE = 10_000;
/** Between two steps the lock is free for so long, in milliseconds: writers of other processes ask again and again. */
const GAP_MS = 2;

/** One short transaction of work. With a pace, how long it held the lock is told for so many things. */
export type Step = <T>(
  work: (writer: Writer) => Promise<T>,
  paced?: { pace: Pace; things: number | ((value: T) => number) },
) => Promise<T>;

/**
 * Short transactions of work on a batch. Each says that the holder lives, and fails where another process has
 * taken the batch for abandoned.
 */
export function stepOf(
  store: ImportStore,
  batchId: string,
  state: 'staging' | 'done' | 'undoing',
  now: () => number,
): Step {
  return async (work, paced) => {
    let began = 0;
    const value = await store.transact(async (writer) => {
      began = performance.now();
      if (!(await writer.batches.hold(batchId, state, now() + LEASE))) throw conflict('batch-lost');
      return work(writer);
    });
    if (paced) {
      const { pace, things } = paced;
      pace.took(typeof things === 'number' ? things : things(value), performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, GAP_MS));
    }
    return value;
  };
}

/** Works through things in short transactions of as many as fit. */
export async function inSteps<T>(
  step: Step,
  things: readonly T[],
  pace: Pace,
  work: (writer: Writer, some: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < things.length; ) {
    const some = things.slice(start, start + pace.size());
    await step((writer) => work(writer, some), { pace, things: some.length });
    start += some.length;
  }
}

/** Whether somebody else has taken a batch over. */
export function isLost(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'batch-lost';
}
