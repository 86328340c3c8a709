import type { ImportStore } from '../interchange/hold.ts';
import { sweepBatches } from '../interchange/sweep.ts';

/** How often it is looked for imports that a killed process left, in milliseconds. */
const ROUND_MS = 15_000;

/** Ends imports whose process has gone: at once, and again for as long as the site runs. */
export function startSweeping(parts: {
  store: ImportStore;
  now: () => number;
  failed: (error: unknown) => void;
}): { stop(): Promise<void> } {
  let running: Promise<void> | null = null;
  const round = () => {
    running ??= sweepBatches(parts.store, parts.now)
      .then(() => undefined)
      .catch(parts.failed)
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(round, ROUND_MS);
  timer.unref();
  round();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
