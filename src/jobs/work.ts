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

/** Does work that is due every day. It may be done twice, and by another process the next time. */
export type DailyHandler = () => Promise<void>;

const ROUND_MS = 5_000;
const LEASE_MS = 60_000;
const TRIES = 12;
const DAY_MS = 86_400_000;
/** How long after a site began the first daily work is done. */
const FIRST_MS = 600_000;

export interface WorkParts {
  reader: Reader;
  transact: Transact;
  handlers: Readonly<Record<string, JobHandler>>;
  /** Work of every day, under names that no handler has. */
  daily?: Readonly<Record<string, DailyHandler>> | undefined;
  /** A name nobody else has, by which a job is known to be in these hands. */
  holder: string;
  now: () => number;
  failed: (kind: string, error: unknown) => void;
}

/**
 * Takes the jobs it has handlers for one after another, again after a failure with growing pauses, and those whose
 * holder died.
 */
export function startWork(parts: WorkParts): Work {
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;
  let planned = false;
  const round = async (): Promise<void> => {
    if (!planned) await planDaily(parts);
    planned = true;
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

/** Asks for the daily work that nobody has asked for; what stands keeps its time over restarts. */
async function planDaily({ reader, transact, daily = {}, now }: WorkParts): Promise<void> {
  const kinds = await reader.jobs.unplanned(Object.keys(daily));
  if (kinds.length === 0) return;
  await transact(async (writer) => {
    for (const kind of kinds) await writer.jobs.plan(kind, now() + FIRST_MS, now());
  });
}

/** Does one job; false when none is due. */
async function doOne(parts: WorkParts): Promise<boolean> {
  const { reader, transact, handlers, daily = {}, holder, now } = parts;
  const kinds = [...Object.keys(handlers), ...Object.keys(daily)];
  if (!(await reader.jobs.due(now(), kinds))) return false;
  const job = await transact((writer) => writer.jobs.take(holder, now(), LEASE_MS, kinds));
  // Somebody was quicker; there may be another.
  if (!job) return true;
  const held = { id: job.id, attempts: job.attempts, holder };
  const beat = setInterval(
    () => transact((writer) => writer.jobs.hold(held, now() + LEASE_MS)).catch(() => undefined),
    LEASE_MS / 3,
  );
  const everyDay = daily[job.kind];
  try {
    if (everyDay) await everyDay();
    else await handlers[job.kind]?.(job.payload);
    await transact((writer) => (everyDay ? writer.jobs.again(held, now() + DAY_MS) : writer.jobs.done(held)));
  } catch (error) {
    parts.failed(job.kind, error);
    const gaveUp = !everyDay && job.attempts >= TRIES;
    const due = gaveUp ? null : now() + Math.min(2 ** job.attempts, 3600) * 1000;
    await transact((writer) => writer.jobs.failed(held, String(error), due));
  } finally {
    clearInterval(beat);
  }
  return true;
}
