import type { ReadDb, WriteDb } from './engines/engine.ts';
import { settled } from './readable.ts';
import type { Visibility } from './schema.ts';

/** An author's standing state on a film; each part with the calendar day it was set. Rating in half-stars. */
export interface Mark {
  authorId: string;
  filmId: string;
  watched: string | null;
  liked: string | null;
  rating: number | null;
  rated: string | null;
  watchlist: string | null;
  visibility: Visibility;
  here: boolean;
  counted: boolean;
}

export function markReader(db: ReadDb) {
  return {
    /** Which of these films an author has logged: by a diary entry that is no draft, or by a mark alone. */
    async loggedAmong(authorId: string, filmIds: readonly string[]): Promise<Set<string>> {
      if (filmIds.length === 0) return new Set();
      const marked = db
        .selectFrom('marks')
        .select('film_id')
        .where('author_id', '=', authorId)
        .where('film_id', 'in', filmIds)
        .where((eb) => eb.or([eb('watched', 'is not', null), eb('rating', 'is not', null)]))
        .where(settled('marks'));
      const rows = await db
        .selectFrom('entries')
        .select('film_id')
        .where('author_id', '=', authorId)
        .where('film_id', 'in', filmIds)
        .where('visibility', '<>', 'draft')
        .where('deleted', 'is', null)
        .where(settled('entries'))
        .union(marked)
        .execute();
      return new Set(rows.map((row) => row.film_id));
    },
    async get(authorId: string, filmId: string): Promise<Mark | null> {
      const row = await db
        .selectFrom('marks')
        .selectAll()
        .where('author_id', '=', authorId)
        .where('film_id', '=', filmId)
        .executeTakeFirst();
      if (!row) return null;
      return {
        authorId: row.author_id,
        filmId: row.film_id,
        watched: row.watched,
        liked: row.liked,
        rating: row.rating,
        rated: row.rated,
        watchlist: row.watchlist,
        visibility: row.visibility,
        here: row.here === 1,
        counted: row.counted === 1,
      };
    },
  };
}

export function markWriter(db: WriteDb) {
  return {
    /** Sets the whole mark; the film and author it was first set with stay. */
    async set(mark: Mark, batchId: string | null = null): Promise<void> {
      const state = {
        watched: mark.watched,
        liked: mark.liked,
        rating: mark.rating,
        rated: mark.rated,
        watchlist: mark.watchlist,
        visibility: mark.visibility,
        here: mark.here ? (1 as const) : (0 as const),
        counted: mark.counted ? (1 as const) : (0 as const),
      };
      await db
        .insertInto('marks')
        .values({
          author_id: mark.authorId,
          film_id: mark.filmId,
          first_author_id: mark.authorId,
          first_film_id: mark.filmId,
          batch_id: batchId,
          ...state,
        })
        .onConflict((oc) => oc.columns(['author_id', 'film_id']).doUpdateSet(state))
        .execute();
    },
    async remove(authorId: string, filmId: string): Promise<void> {
      await db.deleteFrom('marks').where('author_id', '=', authorId).where('film_id', '=', filmId).execute();
    },
  };
}
