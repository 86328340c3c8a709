import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { addressOf, ask } from './ask.ts';
import { describeUnlessMissing } from './not-run.ts';

const answer = await ask('postgres');

/** An empty database of its own. */
export interface FreshPostgres {
  /** `postgres://user:password@host:port/name`, the user being the database's owner. */
  url: string;
  /** Ends whatever connections are left and drops the database. */
  drop(): Promise<void>;
}

/** A `describe` that needs PostgreSQL: skipped with a sentence where there is none, failed when `CI=true`. */
export function describeWithPostgres(name: string, tests: () => void): void {
  describeUnlessMissing(name, 'missing' in answer ? answer.missing : null, tests);
}

/**
 * Makes a database on the test run's one PostgreSQL: UTF-8, collation and character classes of `C.UTF-8`.
 *
 * @param migrated whether it has the newest schema; else there is nothing in it
 * @throws Error with a sentence where there is no PostgreSQL
 */
export async function freshPostgres(migrated = false): Promise<FreshPostgres> {
  if ('missing' in answer) throw new Error(answer.missing);
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = migrated ? await addressOf('postgres-template') : 'template0';
  await onServer(answer.address, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(answer.address);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(answer.address, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
