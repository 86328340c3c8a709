import type { MarkedAs, MarkedCursor, MarkedFilm, MarkedSort } from '../store/marks.ts';
import type { Reader } from '../store/open.ts';
import type { Viewer } from './viewer.ts';

export type { MarkedAs, MarkedCursor, MarkedFilm, MarkedSort };

export const MARKED_SORTS: readonly MarkedSort[] = ['added', 'title', 'year', 'rating'];

const FILMS_ON_A_PAGE = 72;

/** A page of somebody's films: those they have seen, or those they mean to see. */
export interface MarkedPage {
  as: MarkedAs;
  sort: MarkedSort;
  films: MarkedFilm[];
  next: MarkedCursor | null;
}

/** A page of somebody's films for somebody. */
export async function markedPage(
  reader: Reader,
  authorId: string,
  viewer: Viewer,
  asked: { as: MarkedAs; sort: MarkedSort; after: MarkedCursor | null },
): Promise<MarkedPage> {
  const found = await reader.marks.films(authorId, viewer, { ...asked, limit: FILMS_ON_A_PAGE });
  return { as: asked.as, sort: asked.sort, ...found };
}
