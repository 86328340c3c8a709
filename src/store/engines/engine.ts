import type { Kysely, RawBuilder, Transaction } from 'kysely';
import type { Schema } from '../schema.ts';

/** A connection that answers questions. Queries never wait for a lock or a sync of the disk. */
export type ReadDb = Kysely<Schema>;
/** A connection inside a write transaction. */
export type WriteDb = Transaction<Schema>;

/** The column types of one set of migrations; everything else about a column is the same on both engines. */
export interface ColumnTypes {
  /** Text in binary order. */
  text: RawBuilder<unknown>;
  /** A whole number of eight bytes, read as a JavaScript number. */
  integer: RawBuilder<unknown>;
}

/** A row of any table, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** Every table as it was at one moment, whatever is written meanwhile. */
export interface Snapshot {
  readonly db: ReadDb;
  /** All rows of a table, some at a time. */
  rows(table: string): AsyncIterable<readonly Row[]>;
}

/** What is wrong with a database: damage as it was found, or rows that point at none. */
export type Fault =
  | { kind: 'damaged'; found: string }
  | { kind: 'dangling'; table: string; parent: string; rows: number };

/** What the store needs of a database. Differences between engines live behind this and nowhere else. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  readonly types: ColumnTypes;
  /** Reads; on SQLite a read-only connection on the main thread. */
  readonly read: ReadDb;
  /** Single statements outside a transaction, for accounts and migrations; on SQLite the write thread. */
  readonly write: Kysely<Schema>;
  /**
   * Runs `work` in one write transaction and retries the whole of it while another process holds the lock.
   *
   * @throws Busy when the lock was not to be had within the time allowed
   */
  transact<T>(work: (db: WriteDb) => Promise<T>): Promise<T>;
  /** Reads all tables as they are at one moment, while others read and write. */
  snapshot<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in one write transaction in which tables may be dropped and made. Others wait for all of it, and see
   * all or nothing.
   *
   * @throws Busy when the lock was not to be had within the time allowed
   */
  rebuild<T>(work: (db: WriteDb) => Promise<T>): Promise<T>;
  /**
   * Within `rebuild`: lets rows of the tables there are come in any order, until what it answers is called, which
   * fails when one points at a missing row. SQLite finds out at the end of the transaction instead.
   */
  inAnyOrder(db: WriteDb): Promise<() => Promise<void>>;
  /** Looks through the whole database; empty when it is sound. */
  faults(): Promise<Fault[]>;
  close(): Promise<void>;
}

/** The database could not be written in time: locked by another, full, or read-only. */
export class Busy extends Error {
  override name = 'Busy';
}
