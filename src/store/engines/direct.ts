import type { ReadDb } from './engine.ts';

/** A statement of known text: takes the values of its slots in their order, answers its rows. */
export type Ask = (values: readonly unknown[]) => Promise<Record<string, unknown>[]>;

/**
 * A way past Kysely's executor, which for each question takes the connection in turn, goes through plugins and
 * looks at the query's tree.
 */
export interface DirectWay {
  /** Makes a statement ready; it is asked outside any transaction. */
  prepare(text: string): Ask;
  /**
   * A number that is another one as soon as anybody has written anything since it was asked last, told at once;
   * null where the engine cannot tell.
   */
  revision(): number | null;
}

const ways = new WeakMap<ReadDb, DirectWay>();

/** Gives a reading connection its way. */
export function openDirectWay(db: ReadDb, way: DirectWay): void {
  ways.set(db, way);
}

/** The way past Kysely of a reading connection; a transaction has none. */
export function directWay(db: ReadDb): DirectWay | undefined {
  return ways.get(db);
}
