import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { seed } from '../../bench/seed.ts';
import { READER } from '../../src/domain/viewer.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type FreshDatabase, freshDatabase } from '../engines/store.ts';

/**
 * What a hot query may walk through: a whole table only where it is small by nature, and an index only where it
 * names the film, the author or the row that is asked for.
 */
const SMALL = new Set(['batches']);

describe('the plans of hot queries (SQLite)', () => {
  let fresh: FreshDatabase;
  let store: Store;
  let filmId: string;
  let slug: string;

  beforeAll(async () => {
    fresh = await freshDatabase('sqlite');
    const filling = await openStore(fresh.database);
    slug = (await seed(filling, { films: 300, reviews: 3000 }))[3] ?? '';
    filmId = (await filling.reader.films.key(slug))?.id ?? '';
    await filling.close();
  });
  afterAll(async () => {
    await store.close();
    await fresh.drop();
  });

  test('scan no table, and reach entries by the film alone', async () => {
    const asked = new Map<string, number>();
    const prepare = DatabaseSync.prototype.prepare;
    const spy = vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (
      this: DatabaseSync,
      text: string,
    ) {
      asked.set(text, (text.match(/\?/g) ?? []).length);
      return prepare.call(this, text);
    });
    store = await openStore(fresh.database);
    asked.clear();
    await store.reader.films.key(slug);
    await store.reader.films.byId(filmId);
    await store.reader.films.credits(filmId);
    await store.reader.reviews.pinned(filmId, READER);
    await store.reader.reviews.leading(filmId, READER, 5);
    const newest = { sort: 'newest', filter: { withText: true }, after: null, limit: 20 } as const;
    await store.reader.reviews.ofFilm(filmId, READER, newest);
    spy.mockRestore();
    expect(asked.size).toBe(6);

    const db = new DatabaseSync(fresh.database, { readOnly: true });
    for (const [text, slots] of asked) {
      const none: SQLInputValue[] = Array.from({ length: slots }, () => null);
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...none) as { detail: string }[];
      for (const { detail } of plan) {
        const scanned = /^SCAN (\w+)/.exec(detail)?.[1];
        if (scanned) expect(SMALL, `${detail} in ${text}`).toContain(scanned);
        expect(detail, text).not.toContain('entries_site_newest');
      }
    }
    db.close();
  });
});
