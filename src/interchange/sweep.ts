import { conflict } from '../domain/errors.ts';
import type { Batch, Writer } from '../domain/reader.ts';
import { carryOnMerge } from './films/carry-on.ts';
import { takeBackFilms } from './films/take-back.ts';
import { finish } from './finish.ts';
import { type ImportStore, isLost, LEASE } from './hold.ts';
import { takeBack } from './take-back.ts';

/** How long one import waits for another to end, in milliseconds, and how often it looks. */
const PATIENCE = 30_000;
const LOOK_EVERY = 200;

/**
 * Ends what a killed process left: a batch that was being staged is taken away, one that was being undone is
 * undone, one that is visible is finished. Called when the server starts, and before each import.
 *
 * @returns how many were ended
 */
export async function sweepBatches(store: ImportStore, now: () => number): Promise<number> {
  let ended = 0;
  for (const batch of await store.reader.batches.unfinished()) {
    if (batch.lease >= now()) continue;
    const taken = await store.transact((writer) => writer.batches.takeOver(batch, now(), now() + LEASE));
    if (!taken) continue;
    try {
      await end(store, batch, now);
      ended += 1;
    } catch (error) {
      if (!isLost(error)) throw error;
    }
  }
  return ended;
}

async function end(store: ImportStore, batch: Batch, now: () => number): Promise<void> {
  if (batch.kind === 'import') await (batch.state === 'done' ? finish : takeBack)(store, batch.id, now);
  else await (batch.state === 'done' ? carryOnMerge : takeBackFilms)(store, batch, now);
}

/**
 * Begins something that no two may do at once, as soon as nobody else does.
 *
 * @param start answers null while another import or undo is unfinished
 * @throws DomainError `conflict` `another-running` when that takes too long
 */
export async function whenFree<T>(
  store: ImportStore,
  now: () => number,
  start: (writer: Writer) => Promise<T | null>,
  patience = PATIENCE,
): Promise<T> {
  const until = performance.now() + patience;
  for (;;) {
    const started = await store.transact(start);
    if (started !== null) return started;
    if ((await sweepBatches(store, now)) > 0) continue;
    if (performance.now() > until) throw conflict('another-running');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}
