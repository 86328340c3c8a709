import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { fillDemonstration } from '../../src/demo/fill.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type FreshDatabase, freshDatabase } from '../engines/store.ts';
import { filmWithReviews, houselights } from './command.ts';

/** What tells a command which site is meant. */
export const at = (fresh: FreshDatabase) => ['--data', fresh.folder, '--database', fresh.database];

/** A place to make a backup of, one to put it into, and the file between them. */
export async function twoPlaces(engine: Parameters<typeof freshDatabase>[0]) {
  const fresh = await freshDatabase(engine);
  const other = await freshDatabase(engine);
  return { fresh, other, file: join(fresh.folder, 'site.jsonl.gz') };
}

/** Lets go of both places. */
export async function dropBoth(...places: readonly FreshDatabase[]): Promise<void> {
  for (const place of places) await place.drop();
}

/** What a store answers that is opened for it alone. */
export async function inStore<T>(fresh: FreshDatabase, ask: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(fresh.database);
  try {
    return await ask(store);
  } finally {
    await store.close();
  }
}

/** Every row of every table; how often the site's pages have changed goes up at a restore, and is left out. */
export async function everything(store: Store): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const { name } of await store.engine.read.introspection.getTables()) {
    // What things are found by is no part of a backup, and is made anew from what is.
    if (/^(search|more)_/.test(name)) continue;
    const rows = await store.engine.read
      .selectFrom(name as 'change_versions')
      .selectAll()
      .execute();
    all[name] = rows
      .filter((row) => name !== 'change_versions' || row.id !== 'site')
      .map((row) => JSON.stringify(Object.entries(row).sort()))
      .sort();
  }
  return all;
}

/** How often the site's pages have changed. */
export const siteVersion = async (store: Store) => (await store.reader.versions.of('site'))[0] ?? 0;

/** Files where the site keeps them: by the hash of their bytes. */
export const FILES = [
  Buffer.from([0, 10, 13, 255, 0, 10]),
  Buffer.alloc(1_000_000, 'film'),
  Buffer.alloc(0),
].map((bytes): [string, Buffer] => {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return [`${hash.slice(0, 2)}/${hash.slice(2)}`, bytes];
});

/** A site with an import and files. */
export async function furnish(fresh: FreshDatabase): Promise<void> {
  const file = join(fresh.folder, 'reviews.json');
  writeFileSync(
    file,
    filmWithReviews('Separators', {
      author: 'Ann\u2028Line',
      reviewBody: 'One\u2028two\u2029three\u0085four\r\nfive “six” \ud83c\udfac',
    }),
  );
  expect(await houselights(['import', file, ...at(fresh)])).toMatchObject({ code: 0 });
  for (const [path, bytes] of FILES) {
    mkdirSync(join(fresh.folder, 'files', path, '..'), { recursive: true });
    writeFileSync(join(fresh.folder, 'files', path), bytes);
  }
  // One that is just being written.
  mkdirSync(join(fresh.folder, 'files/incoming'), { recursive: true });
  writeFileSync(join(fresh.folder, 'files/incoming/0123'), 'half of');
}

/** The same with the demonstration and an owner. */
export async function furnishWhole(fresh: FreshDatabase): Promise<void> {
  await inStore(fresh, (store) => fillDemonstration(store, Date.UTC(2026, 10, 25)));
  const user = ['user', 'create', 'ada', '--email', 'ada@example.org', '--password-stdin', '--role', 'owner'];
  expect(await houselights([...user, ...at(fresh)], { input: 'a lamp in the aisle' })).toMatchObject({
    code: 0,
  });
  await furnish(fresh);
}
