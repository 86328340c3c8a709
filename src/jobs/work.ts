import type { Reader, Transact } from '../domain/reader.ts';

/** Does one kind of job. It may be done twice: whoever does it sees to it that this harms nobody. */
export type JobHandler = (payload: Record<string, unknown>) => Promise<void>;

/** The jobs of this process. */
export interface Work {
  /** Looks for due jobs now instead of at the next round. */
  wake(): void;
  /** Resolves when no job is due and none is being done. */
  settled(): Promise<void>;
  /** Finishes the job at hand and takes no other. */
  stop(): Promise<void>;
}

const ROUND_MS = 5_000;
const LEASE_MS = 60_000;
const TRIES = 12;

/**
 * Takes the jobs it has handlers for one after another, again after a failure with growing pauses, and those whose
 * holder died.
 */
export function startWork(parts: {
  reader: Reader;
  transact: Transact;
  handlers: Readonly<Record<string, JobHandler>>;
  holder: string;
  now: () => number;
  failed: (kind: string, error: unknown) => void;
}): Work {
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;
  const round = async (): Promise<void> => {
    do {
      again = false;
      while (!stopped && (await doOne(parts)));
    } while (again && !stopped);
  };
  const wake = () => {
    again = true;
    if (running || stopped) return;
    running = round()
      .catch((error) => parts.failed('jobs', error))
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(wake, ROUND_MS);
  timer.unref();
  wake();
  return {
    wake,
    async settled() {
      wake();
      while (running) await running;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      while (running) await running;
    },
  };
}

/** Several works as one: none waits for another's jobs. */
export function together(works: readonly Work[]): Work {
  return {
    wake: () => works.forEach((work) => void work.wake()),
    async settled() {
      for (const work of works) await work.settled();
    },
    async stop() {
      await Promise.all(works.map((work) => work.stop()));
    },
  };
}

async function doOne(parts: Parameters<typeof startWork>[0]): Promise<boolean> {
  const { reader, transact, handlers, holder, now } = parts;
  const kinds = Object.keys(handlers);
  if (!(await reader.jobs.due(now(), kinds))) return false;
  const job = await transact((writer) => writer.jobs.take(holder, now(), LEASE_MS, kinds));
  if (!job) return false;
  const beat = setInterval(
    () => transact((writer) => writer.jobs.hold(job.id, now() + LEASE_MS)).catch(() => undefined),
    LEASE_MS / 3,
  );
  try {
    const handler = handlers[job.kind];
    if (!handler) throw new Error(`Nobody here does jobs of the kind ${job.kind}.`);
    await handler(job.payload);
    await transact((writer) => writer.jobs.done(job.id));
  } catch (error) {
    parts.failed(job.kind, error);
    const due = job.attempts >= TRIES ? null : now() + Math.min(2 ** job.attempts, 3600) * 1000;
    await transact((writer) => writer.jobs.failed(job.id, String(error), due));
  } finally {
    clearInterval(beat);
  }
  return true;
}
