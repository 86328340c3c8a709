import { createReadStream, readdirSync } from 'node:fs';
import { expect } from 'vitest';
import { undo } from '../../src/interchange/undo.ts';
import { shared } from '../engines/shared.ts';
import { type EngineName, freshStore } from '../engines/store.ts';
import { differences, dump } from './importing.ts';
import { loading } from './loading.ts';

/** Where the lists of films made from Wikipedia lie among the shared data. */
export const LISTS = 'data/wikipedia-movies';

/** Loads lists whole, loads them again without a change, and takes them back without a trace. */
export async function loadWhole(engine: EngineName, are: (name: string) => boolean): Promise<void> {
  const { store, drop } = await freshStore(engine);
  try {
    const before = await dump(store);
    const files = readdirSync(shared(LISTS))
      .filter(are)
      .sort()
      .map((path) => ({
        path,
        pieces: () => createReadStream(shared(`${LISTS}/${path}`)) as AsyncIterable<Uint8Array>,
      }));
    const report = await loading(store, files);
    expect(report.rows).toBeGreaterThan(300 * files.length);
    expect(report.created).toBeGreaterThanOrEqual(report.rows * 0.99);
    expect(report.created + report.unchanged).toBe(report.rows);
    const again = await loading(store, files);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: report.rows });
    await undo(store, again.batch ?? '', Date.now);
    expect(await undo(store, report.batch ?? '', Date.now)).toMatchObject({ keptTotal: 0 });
    expect(differences(await dump(store), before)).toEqual([]);
  } finally {
    await drop();
  }
}
