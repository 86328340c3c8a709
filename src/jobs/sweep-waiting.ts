import type { Transact } from '../domain/reader.ts';

/** Forgets reviews that wait and that nobody came back for, and to whom links were mailed long ago. */
export async function sweepWaiting(transact: Transact, now: () => number): Promise<void> {
  await transact((writer) => writer.waiting.sweep(now()));
}
