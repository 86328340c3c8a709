import { conflict, DomainError } from '../domain/errors.ts';
import type { Reader, Transact, Writer } from '../domain/reader.ts';
import { type Pace, turnTaking } from './pace.ts';

/** The store as imports use it. */
export interface ImportStore {
  reader: Reader;
  transact: Transact;
}

/** How long a batch whose holder is silent counts as alive, in milliseconds. Each step says so anew. */
export const LEASE = 10_000;
/** Before a step the lock is free for so long, in milliseconds: writers of other processes ask again and again. */
const GAP_MS = 4;

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
  let free = 0;
  return async (work, paced) => {
    const gap = free + GAP_MS - performance.now();
    if (gap > 0) await new Promise((resolve) => setTimeout(resolve, gap));
    let began = 0;
    const value = await store.transact(async (writer) => {
      began = performance.now();
      if (!(await writer.batches.hold(batchId, state, now() + LEASE))) throw conflict('batch-lost');
      return work(writer);
    });
    free = performance.now();
    if (paced) {
      const { pace, things } = paced;
      pace.took(typeof things === 'number' ? things : things(value), free - began);
    }
    return value;
  };
}

/** Works through things in short transactions of as many as fit. */
export async function inSteps<T>(
  step: Step,
  things: Iterable<T>,
  pace: Pace,
  work: (writer: Writer, some: readonly T[]) => Promise<void>,
): Promise<void> {
  const ahead = oneAhead();
  let some: T[] = [];
  const write = () => {
    const these = some;
    some = [];
    return step((writer) => work(writer, these), { pace, things: these.length });
  };
  const turns = turnTaking();
  for (const thing of things) {
    await turns();
    some.push(thing);
    if (some.length >= pace.size()) await ahead.begin(write);
  }
  if (some.length > 0) await ahead.begin(write);
  await ahead.done();
}

/** Lets one step be carried out while the next is made ready. */
export function oneAhead(): { begin(step: () => Promise<unknown>): Promise<void>; done(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const done = async () => {
    await running;
  };
  return {
    async begin(step) {
      await running;
      running = step();
      // Whoever waits for it next is told.
      running.catch(() => undefined);
    },
    done,
  };
}

/** Whether somebody else has taken a batch over. */
export function isLost(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'batch-lost';
}
