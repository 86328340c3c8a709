import { join } from 'node:path';
import { openStore } from '../src/store/open.ts';
import { chance, pick, type Size, seed, zipf } from './seed.ts';

/** A folder with a site in it, and the addresses of its films, most reviewed first. */
export interface Seeded {
  folder: string;
  size: Size;
  slugs: readonly string[];
  /** Seconds it took. */
  seconds: number;
  /** The page of a film, chosen by a Zipf law over all of them. */
  anyFilm: () => string;
  /** The page of a film, each as likely as any other. */
  eachFilm: () => string;
}

/** Makes a site of a size in a folder of its own. */
export async function seedSite(parent: string, name: string, size: Size): Promise<Seeded> {
  const folder = join(parent, name);
  const began = performance.now();
  const store = await openStore(join(folder, 'houselights.sqlite'));
  const slugs = await seed(store, size).finally(() => store.close());
  // What was filled in past the store is found from the next opening on. Its rows of further films are there already.
  const opened = await openStore(join(folder, 'houselights.sqlite'));
  await opened.engine.transact(async (db) => {
    await db.deleteFrom('more_queue').execute();
    await db.deleteFrom('jobs').where('kind', '=', 'more-films').execute();
  });
  await opened.close();
  const sums = zipf(slugs.length);
  const random = chance(11);
  return {
    folder,
    size,
    slugs,
    seconds: (performance.now() - began) / 1000,
    anyFilm: () => `/film/${slugs[pick(sums, random())]}`,
    eachFilm: () => `/film/${slugs[Math.floor(random() * slugs.length)]}`,
  };
}
