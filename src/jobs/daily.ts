import type { Transact } from '../domain/reader.ts';
import { finishAllDeletions } from './final-deletion.ts';
import { sweepWaiting } from './sweep-waiting.ts';
import type { DailyHandler } from './work.ts';

/** How long a job that was given up is kept, for whoever looks why. */
const FAILED_MS = 30 * 86_400_000;

/** How long a program can ask again for what it was answered. */
const KEYED_MS = 86_400_000;

/** What is done every day. */
export function dailyHandlers(transact: Transact, now: () => number): Readonly<Record<string, DailyHandler>> {
  return {
    'final-deletion': () => finishAllDeletions(transact, now),
    'sweep-waiting': () => sweepWaiting(transact, now),
    'forget-failed-jobs': () => transact((writer) => writer.jobs.forgetFailed(now() - FAILED_MS)),
    'forget-idempotency-keys': () => transact((writer) => writer.idempotency.sweep(now() - KEYED_MS)),
  };
}
