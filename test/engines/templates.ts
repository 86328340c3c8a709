import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openStore } from '../../src/store/open.ts';
import type { Engine } from './broker.ts';
import { placeForDatabases } from './place.ts';

/** The name of the database that others are copied from. */
const TEMPLATE = 'migrated';

/** An SQLite file with the newest schema and nothing in it, to be copied: cheaper than every migration each time. */
export async function migratedFile(): Promise<Engine> {
  const folder = mkdtempSync(join(placeForDatabases(), 'houselights-template-'));
  const address = join(folder, 'houselights.sqlite');
  await (await openStore(address)).close();
  return { address, stop: async () => rmSync(folder, { recursive: true, force: true }) };
}

/** The same on a PostgreSQL server; answers the database's name. */
export async function migratedTemplate(server: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${TEMPLATE} TEMPLATE template0`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = `/${TEMPLATE}`;
  await (await openStore(url.href)).close();
  return TEMPLATE;
}
