import type { ReadDb } from './engine.ts';

/** A statement of known text: takes the values of its slots in their order, answers its rows. */
export type Ask = (values: readonly unknown[]) => Promise<Record<string, unknown>[]>;

const ways = new WeakMap<ReadDb, (text: string) => Ask>();

/**
 * Opens a way past Kysely's executor, which for each question takes the connection in turn, goes through plugins
 * and looks at the query's tree: more work than SQLite has with the answer of a small one.
 *
 * @param prepare makes a statement ready; it is asked outside any transaction
 */
export function openDirectWay(db: ReadDb, prepare: (text: string) => Ask): void {
  ways.set(db, prepare);
}

/** The way past Kysely of a reading connection; a transaction has none. */
export function directWay(db: ReadDb): ((text: string) => Ask) | undefined {
  return ways.get(db);
}
