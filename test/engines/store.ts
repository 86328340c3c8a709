import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openStore, type Store } from '../../src/store/open.ts';
import { addressOf } from './ask.ts';
import { placeForDatabases } from './place.ts';
import { describeWithPostgres, freshPostgres } from './postgres.ts';

/** An empty place for a site's data: a folder, and what `--database` would say. */
export interface FreshDatabase {
  folder: string;
  database: string;
  drop(): Promise<void>;
}

export type EngineName = 'sqlite' | 'postgres';

/** Describes the same behaviour on a real SQLite and on a real PostgreSQL. */
export function describeOnBothEngines(name: string, tests: (engine: EngineName) => void): void {
  describe(`${name} (SQLite)`, () => tests('sqlite'));
  describeWithPostgres(`${name} (PostgreSQL)`, () => tests('postgres'));
}

/**
 * A database of an engine with nothing in it, in a folder of its own.
 *
 * @param migrated whether it has the newest schema already, as a copy of one that was migrated
 */
export async function freshDatabase(engine: EngineName, migrated = false): Promise<FreshDatabase> {
  const folder = mkdtempSync(join(placeForDatabases(), 'houselights-test-'));
  const away = () => rmSync(folder, { recursive: true, force: true });
  if (engine === 'sqlite') {
    const database = join(folder, 'houselights.sqlite');
    if (migrated) copyFileSync(await addressOf('sqlite-template'), database);
    return { folder, database, drop: async () => away() };
  }
  const { url, drop } = await freshPostgres(migrated);
  return {
    folder,
    database: url,
    drop: async () => {
      away();
      await drop();
    },
  };
}

/** A store on an empty database; `drop` closes it and takes the database away. */
export async function freshStore(engine: EngineName): Promise<{ store: Store; drop(): Promise<void> }> {
  const fresh = await freshDatabase(engine, true);
  const store = await openStore(fresh.database);
  return {
    store,
    drop: async () => {
      await store.close();
      await fresh.drop();
    },
  };
}
