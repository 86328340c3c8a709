/** Watches the write lock of an SQLite database from a thread: how long others held it at a stretch. */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

const { file } = workerData as { file: string };
const db = new DatabaseSync(file, { timeout: 0 });
const held: number[] = [];
let since = 0;

const look = setInterval(() => {
  const now = performance.now();
  try {
    db.exec('begin immediate');
    db.exec('rollback');
    if (since > 0) held.push(now - since);
    since = 0;
  } catch {
    if (since === 0) since = now;
  }
}, 1);

parentPort?.once('message', () => {
  clearInterval(look);
  db.close();
  held.sort((a, b) => a - b);
  const at = (share: number) => held[Math.min(held.length - 1, Math.floor(held.length * share))] ?? 0;
  parentPort?.postMessage({ p50: at(0.5), p99: at(0.99), longest: held.at(-1) ?? 0, times: held.length });
});
