import type { Worker } from 'node:worker_threads';

/** A task for a thread, and what it answers: nothing when done, else what it failed of. */
export interface ThreadTask {
  number: number;
  job: string;
  id: string;
}
export interface ThreadAnswer {
  number: number;
  error: { name: string; text: string } | null;
}

/** A thread that does heavy work beside the one that answers readers. */
export interface Thread {
  /**
   * @throws ThreadDied when the thread ended under the task; ThreadStopped when it was ended; else an Error of the
   * name and words of what the task failed of
   */
  ask(job: string, id: string): Promise<void>;
  /** Ends the thread at once; a task that was being done is rejected. */
  stop(): Promise<void>;
}

/** The thread ended while a task was being done: there was not enough memory for it. */
export class ThreadDied extends Error {
  override name = 'ThreadDied';
}

/** The site is being stopped; the task is for whoever runs it next. */
export class ThreadStopped extends Error {
  override name = 'ThreadStopped';
}

/** How long a thread without a task is kept, in milliseconds: what it holds in memory is given back then. */
const IDLE = 30_000;

/** Starts a thread when the first task comes, and again when one is needed after it has ended. */
export function openThread(start: () => Worker): Thread {
  let worker: Worker | null = null;
  let asked = 0;
  let idle: NodeJS.Timeout | undefined;
  let stopped = false;
  const waiting = new Map<number, { done: () => void; failed: (error: Error) => void }>();
  const failAll = (error: Error) => {
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  };
  const begin = (): Worker => {
    const begun = start();
    begun.on('message', ({ number, error }: ThreadAnswer) => {
      const task = waiting.get(number);
      waiting.delete(number);
      if (error === null) task?.done();
      else task?.failed(Object.assign(new Error(error.text), { name: error.name }));
      if (waiting.size === 0 && !stopped) idle = setTimeout(end, IDLE).unref();
    });
    let cause: Error | null = null;
    begun.on('error', (error) => {
      cause = error;
    });
    begun.on('exit', () => {
      if (worker === begun) worker = null;
      if (stopped) failAll(new ThreadStopped());
      else failAll(new ThreadDied('The thread ended under its task.', { cause }));
    });
    begun.unref();
    return begun;
  };
  const end = async () => {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };
  return {
    ask(job, id) {
      if (stopped) return Promise.reject(new ThreadStopped());
      clearTimeout(idle);
      worker ??= begin();
      const at = worker;
      asked += 1;
      const number = asked;
      return new Promise((done, failed) => {
        waiting.set(number, { done, failed });
        at.postMessage({ number, job, id } satisfies ThreadTask);
      });
    },
    async stop() {
      stopped = true;
      clearTimeout(idle);
      await end();
    },
  };
}
