/**
 * The thread in which something is looked for, beside the one that answers readers: thousands of titles may be
 * compared with what was typed.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { openReads } from '../engines/reads.ts';
import { answerer } from './answer.ts';
import type { SearchAnswer, SearchTask } from './search.ts';

const { database } = workerData as { database: string };
const reads = await openReads(database);
const answer = answerer(reads);

parentPort?.on('message', async (task: SearchTask | 'close') => {
  if (task === 'close') {
    await reads.close();
    parentPort?.close();
    return;
  }
  const { number, question } = task;
  try {
    parentPort?.postMessage({ number, found: await answer(question) } satisfies SearchAnswer);
  } catch (error) {
    parentPort?.postMessage({
      number,
      error: (error as Error).stack ?? String(error),
    } satisfies SearchAnswer);
  }
});
