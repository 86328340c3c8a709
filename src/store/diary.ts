import { type SqlBool, sql } from 'kysely';
import type { Viewer } from '../domain/viewer.ts';
import type { ReadDb } from './engines/engine.ts';
import { readable } from './readable.ts';

/** One viewing, as a line of a diary. */
export interface Viewing {
  id: string;
  filmId: string;
  filmSlug: string;
  filmTitle: string;
  filmYear: number | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  viewed: string;
  /** Half-stars. */
  rating: number | null;
  liked: boolean;
  rewatch: boolean;
  hasText: boolean;
  tags: string[];
  venue: string | null;
}

/** Where a page of a diary ended. */
export type DiaryCursor = readonly [viewed: string, id: string];

export function diaryReader(db: ReadDb) {
  return {
    /**
     * Somebody's viewings, latest first.
     *
     * @param options.year only those of this year
     */
    async viewings(
      authorId: string,
      viewer: Viewer,
      options: { after: DiaryCursor | null; limit: number; year?: number | null },
    ): Promise<Viewing[]> {
      let query = db
        .selectFrom('entries')
        .innerJoin('films', 'films.id', 'entries.film_id')
        .select([
          'entries.id',
          'films.id as filmId',
          'films.slug as filmSlug',
          'films.title as filmTitle',
          'films.year as filmYear',
          'entries.viewed',
          'entries.rating',
          'entries.liked',
          'entries.rewatch',
          'entries.has_text',
          'entries.tags',
          'entries.venue',
        ])
        .where('entries.author_id', '=', authorId)
        .where('entries.viewed', 'is not', null)
        .where(readable(viewer))
        .orderBy('entries.viewed', 'desc')
        .orderBy('entries.id', 'desc');
      const { after, year } = options;
      if (after) query = query.where(sql<SqlBool>`(entries.viewed, entries.id) < (${after[0]}, ${after[1]})`);
      if (year)
        query = query
          .where('entries.viewed', '>=', String(year))
          .where('entries.viewed', '<', String(year + 1));
      const rows = await query.limit(options.limit).execute();
      return rows.map(({ has_text, liked, rewatch, tags, viewed, ...row }) => ({
        ...row,
        viewed: viewed ?? '',
        liked: liked === 1,
        rewatch: rewatch === 1,
        hasText: has_text === 1,
        tags: JSON.parse(tags) as string[],
      }));
    },
    /** The years of somebody's diary, latest first, with how many viewings each has. */
    async years(authorId: string, viewer: Viewer): Promise<{ year: string; viewings: number }[]> {
      const year = sql<string>`substr(entries.viewed, 1, 4)`;
      const rows = await db
        .selectFrom('entries')
        .select((eb) => [year.as('year'), eb.fn.countAll<number>().as('n')])
        .where('entries.author_id', '=', authorId)
        .where('entries.viewed', 'is not', null)
        .where(readable(viewer))
        .groupBy(year)
        .orderBy(year, 'desc')
        .execute();
      return rows.map((row) => ({ year: row.year, viewings: Number(row.n) }));
    },
  };
}
