import { Worker } from 'node:worker_threads';

/** How long others held the write lock at a stretch, in milliseconds. */
export interface LockTimes {
  p50: number;
  p99: number;
  longest: number;
}

/** Begins to watch the write lock of an SQLite database; what it answers ends that and tells what was seen. */
export async function watchLock(file: string): Promise<() => Promise<LockTimes>> {
  const worker = new Worker(new URL('./lock-watch.ts', import.meta.url), { workerData: { file } });
  await new Promise((resolve) => worker.once('online', resolve));
  return () =>
    new Promise<LockTimes>((resolve) => {
      worker.once('message', resolve);
      worker.postMessage('stop');
    });
}
