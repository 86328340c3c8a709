import type { ReadDb } from './engines/engine.ts';
import { settled, standsForItself } from './readable.ts';

/** A film by its name and address alone. */
export interface FilmName {
  slug: string;
  title: string;
  year: number | null;
}

export function nearReader(db: ReadDb) {
  return {
    /** Films whose slug begins so, in the order of their slugs; the index on slugs answers it at any size. */
    async bySlugStart(start: string, limit: number): Promise<FilmName[]> {
      return db
        .selectFrom('films')
        .select(['slug', 'title', 'year'])
        .where('slug', '>=', start)
        .where('slug', '<', `${start}\u{10ffff}`)
        .where(standsForItself)
        .where(settled('films'))
        .orderBy('slug')
        .limit(limit)
        .execute();
    },
  };
}
