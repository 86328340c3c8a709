/**
 * The thread in which imports are read, carried out and undone: parsing tens of megabytes would keep every reader
 * waiting in the main one. It works on the database as another process would.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { ImportJob } from './domain/upload.ts';
import { doImportJob, type ImportParts } from './jobs/import.ts';
import type { ThreadAnswer, ThreadTask } from './jobs/thread.ts';
import { type FilesPlace, openKeptFiles } from './outside/kept-files.ts';
import { openStore } from './store/open.ts';

/** What the thread is begun with. */
export interface ImportThreadData {
  database: string;
  files: FilesPlace;
  /** Milliseconds by which the site's clock is ahead of the machine's. */
  ahead: number;
}

const { database, files, ahead } = workerData as ImportThreadData;
const parts: Promise<ImportParts> = openStore(database).then((store) => ({
  store,
  files: openKeptFiles(files),
  now: () => Date.now() + ahead,
}));

parentPort?.on('message', async ({ number, job, id }: ThreadTask) => {
  let error: ThreadAnswer['error'] = null;
  try {
    await doImportJob(await parts, job as ImportJob, id);
  } catch (failure) {
    const { name, stack } = failure as Error;
    error = { name, text: stack ?? String(failure) };
  }
  parentPort?.postMessage({ number, error } satisfies ThreadAnswer);
});
