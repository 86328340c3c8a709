/**
 * The thread that writes to SQLite. A sync of the disk takes tens of milliseconds on a small board and
 * another process may hold the lock, so the main thread only posts statements here and awaits the answer.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { cachedStatements } from './statement-cache.ts';

export interface WriteRequest {
  id: number;
  sql: string;
  parameters: readonly SQLInputValue[];
}

export type WriteAnswer =
  | { id: number; rows: unknown[]; changes: number }
  | { id: number; error: { message: string; errcode: number | undefined } };

const { file, bulk } = workerData as { file: string; bulk: boolean };
/**
 * For a process that writes much: memory for the ends of indexes that are written to again and again (32 MB), and
 * pages are copied from the log into the database every 80 MB instead of every 4, each once.
 */
const BULK = 'PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 20000';
// Turning to WAL wants the lock for a moment; afterwards a lock is never waited for here, but asked for again.
const db = new DatabaseSync(file, { timeout: 5000 });
// Twelve megabytes hold what one short transaction changes, so that none of it is written before its end.
db.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 0;' +
    ' PRAGMA cache_size = -12000',
);
if (bulk) db.exec(BULK);
const statements = cachedStatements((sql) => db.prepare(sql));

function answer(request: WriteRequest): WriteAnswer {
  try {
    const statement: StatementSync = statements(request.sql);
    if (statement.columns().length > 0)
      return { id: request.id, rows: statement.all(...request.parameters), changes: 0 };
    return { id: request.id, rows: [], changes: Number(statement.run(...request.parameters).changes) };
  } catch (error) {
    const { message, errcode } = error as Error & { errcode?: number };
    return { id: request.id, error: { message, errcode } };
  }
}

parentPort?.on('message', (request: WriteRequest | 'close') => {
  if (request === 'close') {
    db.close();
    parentPort?.close();
    return;
  }
  parentPort?.postMessage(answer(request));
});
parentPort?.postMessage('open');
