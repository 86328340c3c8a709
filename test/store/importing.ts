import { importAccount } from '../../src/interchange/account/import.ts';
import { type CommitOptions, commit } from '../../src/interchange/commit.ts';
import { importRead, readFiles } from '../../src/interchange/import.ts';
import { fileAtHand } from '../../src/interchange/input.ts';
import type { Store } from '../../src/store/open.ts';
import { exportOf } from './letterboxd-files.ts';

/** Noon of a day long ago; each call is a second later, as a clock goes. */
export function clock(start = Date.UTC(2026, 10, 25, 12)): () => number {
  let now = start;
  return () => {
    now += 1;
    return now;
  };
}

export const OWNER: Omit<CommitOptions, 'format' | 'sourceName'> = {
  memberId: null,
  visibility: 'everyone',
  word: 'The owner has the authors’ leave.',
  now: clock(),
};

/** Imports a document, or several, as files of one import. */
export async function importing(store: Store, ...documents: unknown[]) {
  const files = documents.map((document, index) =>
    fileAtHand(
      documents.length === 1 ? 'reviews.jsonld' : `reviews-${index + 1}.jsonld`,
      document instanceof Uint8Array
        ? document
        : Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)),
    ),
  );
  return importRead(store, await readFiles(files), OWNER);
}

/** Brings an export's files to a member, for everyone to see. */
export function bringAs(store: Store, memberId: string, files: Record<string, string>, now: () => number) {
  const options = { asMember: memberId, memberId, visibility: 'everyone' as const, word: 'Mine.', now };
  return importAccount(store, { found: exportOf(files), fileName: 'x.zip' }, options);
}

export { commit };

/** Tables that record what was or is to be done, and what people see of the site by: not the site itself. */
const RECORDS = new Set(['batches', 'batch_rows', 'changes', 'change_versions', 'session', 'mention_queue']);

/** Every table of the site with all its rows, in an order of their own. */
export async function dump(store: Store): Promise<Record<string, string[]>> {
  const tables = await store.engine.read.introspection.getTables();
  const all: Record<string, string[]> = {};
  for (const { name } of tables.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    // What things are found by follows from the rest; test/store/search.test.ts asks whether it does.
    if (RECORDS.has(name) || /^(search|more)_/.test(name)) continue;
    const rows = await store.engine.read
      .selectFrom(name as 'films')
      .selectAll()
      .execute();
    all[name] = rows
      .map((row) => JSON.stringify(Object.entries(row).sort()))
      // What a running site does each day, or has still to look for, comes and goes by itself.
      .filter((row) => name !== 'jobs' || !/"daily |"mentions"|"more-films"/.test(row))
      .sort();
  }
  return all;
}

/** The first rows that only one of two dumps has, by table. */
export function differences(one: Record<string, string[]>, other: Record<string, string[]>): string[] {
  return Object.keys({ ...one, ...other }).flatMap((table) => {
    const [here, there] = [one[table] ?? [], other[table] ?? []];
    const only = here.find((row) => !there.includes(row)) ?? there.find((row) => !here.includes(row));
    return only === undefined && here.length === there.length
      ? []
      : [`${table}: ${here.length}, ${there.length}: ${only}`];
  });
}

/** A film in schema.org's words. */
export function movie(name: string, reviews: unknown[], more: object = {}) {
  return { '@context': 'https://schema.org', '@type': 'Movie', name, review: reviews, ...more };
}

/** A review in schema.org's words. */
export function review(author: string, reviewBody: string, more: object = {}) {
  return { '@type': 'Review', author: { '@type': 'Person', name: author }, reviewBody, ...more };
}

export const stars = (ratingValue: unknown, more: object = {}) => ({
  reviewRating: { '@type': 'Rating', ratingValue, ...more },
});
