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
  /** Problems of the database file itself, in words; empty when sound. */
  integrity(): Promise<string[]>;
  /** Writes a whole copy of the database to a new file while others read and write. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

/** The database could not be written in time: locked by another, full, or read-only. */
export class Busy extends Error {
  override name = 'Busy';
}
