import type { ReadDb, WriteDb } from './engines/engine.ts';
import { newId } from './ids.ts';
import type { Source } from './schema.ts';

/** Whoever wrote something. */
export interface Author {
  id: string;
  name: string;
  source: Source;
  key: string;
  link: string | null;
  place: string | null;
  canonicalId: string | null;
}

export function authorReader(db: ReadDb) {
  const author = () =>
    db
      .selectFrom('authors')
      .select(['id', 'name', 'source', 'key', 'link', 'place', 'canonical_id as canonicalId']);
  return {
    async byId(id: string): Promise<Author | null> {
      return (await author().where('id', '=', id).executeTakeFirst()) ?? null;
    },
    /** The author by what makes them the same: see domain/author.ts. */
    async byKey(key: string): Promise<Author | null> {
      return (await author().where('key', '=', key).executeTakeFirst()) ?? null;
    },
  };
}

export function authorWriter(db: WriteDb) {
  return {
    async add(
      input: {
        name: string;
        source: Source;
        key: string;
        link?: string | null;
        place?: string | null;
        batchId?: string | null;
      },
      now: number,
    ): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('authors')
        .values({
          id,
          name: input.name,
          source: input.source,
          key: input.key,
          link: input.link ?? null,
          place: input.place ?? null,
          canonical_id: null,
          batch_id: input.batchId ?? null,
          created: now,
        })
        .execute();
      return id;
    },
    async rename(id: string, name: string): Promise<void> {
      await db.updateTable('authors').set({ name }).where('id', '=', id).execute();
    },
  };
}
