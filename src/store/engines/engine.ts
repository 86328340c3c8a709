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
  /** A primary key that the engine counts up. */
  counter: RawBuilder<unknown>;
  /** Said behind a table that is its primary key and little else. */
  keyOnly: RawBuilder<unknown>;
  trigger(db: Kysely<unknown>, trigger: Trigger): Promise<void>;
  dropTrigger(db: Kysely<unknown>, trigger: Pick<Trigger, 'name' | 'table'>): Promise<void>;
  /** Makes the table by which texts are found by their words; see `SearchEngine`. */
  textIndex(db: Kysely<unknown>, name: string): Promise<void>;
}

/** Statements that follow each changed row in its transaction; `new` and `old` are the row. */
export interface Trigger {
  name: string;
  table: string;
  when: 'insert' | 'update' | 'delete';
  /** Of an update: the columns it has to name, and what has to be true. */
  columns?: readonly string[];
  condition?: string;
  statements: readonly string[];
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

/** A part of what is looked for in texts: a word, or several that follow each other. */
export interface TextTerm {
  words: readonly string[];
  /** Whether the last word may go on. */
  begins: boolean;
}

/** Rows of the keys by which things are found: those of one bucket from one key on, before another. */
export interface KeyRange {
  bucket: number;
  from: string;
  before: string;
}

/** What engines do differently where something is looked for. */
export interface SearchEngine {
  /** Rows of values as a table named `given`, with these columns; one text for any number of them. */
  given(
    columns: Readonly<Record<string, 'text' | 'integer'>>,
    rows: readonly (readonly (string | number | null)[])[],
  ): RawBuilder<unknown>;
  /** Keeps texts by their numbers, as words. */
  addTexts(db: WriteDb, texts: readonly { number: number; words: readonly string[] }[]): Promise<void>;
  removeTexts(db: WriteDb, numbers: readonly number[]): Promise<void>;
  /**
   * Takes a step in forgetting the words of texts that were removed, where the engine keeps them for a while.
   *
   * @param first whether this begins it
   * @returns whether more steps are to be taken
   */
  forgetRemoved(db: WriteDb, first: boolean): Promise<boolean>;
  /** A subquery for the numbers of the texts in which all terms stand, those kept last first. */
  textsWith(terms: readonly TextTerm[], limit: number): RawBuilder<number>;
  /**
   * Makes ready to read keys: takes ranges, most wanted first, of each so many numbers at most, in the order of
   * their keys, and goes on to the next range until there are so many in all.
   */
  keys(db: ReadDb): (ranges: readonly KeyRange[], each: number, enough: number) => Promise<number[]>;
}

/** What the store needs of a database. Differences between engines live behind this and nowhere else. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  readonly types: ColumnTypes;
  readonly search: SearchEngine;
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
  /** Whether an error says that the database does not take what it was given, not that it could not work. */
  refused(error: unknown): boolean;
  /** Looks through the whole database; empty when it is sound. */
  faults(): Promise<Fault[]>;
  close(): Promise<void>;
}

/** The database could not be written in time: locked by another, full, or read-only. */
export class Busy extends Error {
  override name = 'Busy';
}
