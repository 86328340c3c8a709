import type { ReadDb, WriteDb } from './engines/engine.ts';
import { inOrder, newId } from './ids.ts';
import { settled } from './readable.ts';

/** Somebody who made films. */
export interface Person {
  id: string;
  slug: string;
  name: string;
}

export function personReader(db: ReadDb) {
  return {
    async byName(name: string): Promise<Person | null> {
      const row = await db
        .selectFrom('people')
        .select(['id', 'slug', 'name'])
        .where('name', '=', name)
        .where(settled('people'))
        .orderBy('id')
        .executeTakeFirst();
      return row ?? null;
    },
    async bySlug(slug: string): Promise<Person | null> {
      const row = await db
        .selectFrom('people')
        .select(['id', 'slug', 'name'])
        .where('slug', '=', slug)
        .where(settled('people'))
        .executeTakeFirst();
      return row ?? null;
    },
    /** People by id, in the order asked. */
    async byIds(ids: readonly string[]): Promise<Person[]> {
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom('people')
        .select(['id', 'slug', 'name'])
        .where('id', 'in', ids)
        .execute();
      return inOrder(ids, rows);
    },
    async slugTaken(slug: string): Promise<boolean> {
      return (
        (await db.selectFrom('people').select('id').where('slug', '=', slug).executeTakeFirst()) !== undefined
      );
    },
    /** A person's films, newest first, with the parts they had in each. */
    async credits(
      id: string,
    ): Promise<{ filmId: string; slug: string; title: string; year: number | null; role: string }[]> {
      return db
        .selectFrom('credits')
        .innerJoin('films', 'films.id', 'credits.film_id')
        .select(['films.id as filmId', 'films.slug', 'films.title', 'films.year', 'credits.role'])
        .where('credits.person_id', '=', id)
        .where('films.canonical_id', 'is', null)
        .where(settled('films'))
        .where(settled('credits'))
        .orderBy('films.year', 'desc')
        .orderBy('films.id')
        .execute();
    },
  };
}

export function personWriter(db: WriteDb) {
  return {
    async add(input: { name: string; slug: string; batchId?: string | null }, now: number): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('people')
        .values({ id, slug: input.slug, name: input.name, batch_id: input.batchId ?? null, created: now })
        .execute();
      return id;
    },
  };
}
