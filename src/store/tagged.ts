import { type SqlBool, sql } from 'kysely';
import type { Viewer } from '../domain/viewer.ts';
import type { ReadDb } from './engines/engine.ts';
import { readable } from './readable.ts';
import { type ReviewWithFilm, withFilm } from './review.ts';
import { tagKey } from './search/tags.ts';

/** Reads entries by their tags. */
export function taggedReader(db: ReadDb) {
  return {
    /** A tag as it stands in addresses, however it is written. */
    tagKey,
    /**
     * Entries with a tag that somebody may read, latest writing first: of everybody, or of one author.
     *
     * @param after the end of the page before: written key and id
     */
    async tagged(
      of: { tag: string; authorId: string | null },
      viewer: Viewer,
      after: readonly [string, string] | null,
      limit: number,
    ): Promise<ReviewWithFilm[]> {
      let query = withFilm(db)
        .innerJoin('search_tags', 'search_tags.entry_id', 'entries.id')
        .where('search_tags.tag', '=', tagKey(of.tag))
        .where(readable(viewer))
        .orderBy('search_tags.written_key', 'desc')
        .orderBy('search_tags.entry_id', 'desc');
      if (of.authorId !== null) query = query.where('search_tags.author_id', '=', of.authorId);
      if (after)
        query = query.where(
          sql<SqlBool>`(search_tags.written_key, search_tags.entry_id) < (${after[0]}, ${after[1]})`,
        );
      return query.limit(limit).execute();
    },
  };
}
