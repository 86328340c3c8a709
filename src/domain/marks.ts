import type { z } from 'zod';
import type { Mark } from '../store/mark.ts';
import type { MarkedAs, MarkedCursor, MarkedFilm, MarkedSort } from '../store/marks.ts';
import type { Reader, Writer } from '../store/open.ts';
import { BY_NUMBER, BY_TEXT } from './cursor.ts';
import { pageChanged } from './entry.ts';
import { forbidden, notFound } from './errors.ts';
import { type MarkChange, markChanged, NO_MARK } from './mark.ts';
import type { Viewer } from './viewer.ts';

export type { MarkedAs, MarkedCursor, MarkedFilm, MarkedSort };

export const MARKED_SORTS: readonly MarkedSort[] = ['added', 'title', 'year', 'rating'];

const FILMS_ON_A_PAGE = 72;

/** Where a page of marked films in an order ended, as its cursor has it; one of another order is none. */
export function markedCursor(sort: MarkedSort): z.ZodType<MarkedCursor> {
  return sort === 'year' || sort === 'rating' ? BY_NUMBER : BY_TEXT;
}

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

/** How somebody stands to a film; a mark with nothing in it where they do not. */
export async function markOf(reader: Reader, authorId: string, filmId: string): Promise<Mark> {
  const none: Mark = { authorId, filmId, ...NO_MARK, visibility: 'everyone', here: true, counted: true };
  return (await reader.marks.get(authorId, filmId)) ?? none;
}

/**
 * Changes how a member stands to a film: seen, liked, rated, wanted. Diary entries stay as they are.
 *
 * @param today the calendar date where the site is
 * @throws DomainError `forbidden` for whoever is no member; `not-found` `film`
 */
export async function changeMark(
  writer: Writer,
  filmId: string,
  change: MarkChange,
  viewer: Viewer,
  today: string,
): Promise<void> {
  const { memberId, authorId } = viewer;
  if (memberId === null || authorId === null) throw forbidden('role');
  // Whoever changes the same at once waits here.
  await writer.versions.raise(memberId, filmId);
  if (!(await writer.films.byId(filmId))) throw notFound('film');
  const after = markChanged(await markOf(writer, authorId, filmId), change, today);
  const { watched, liked, rating, watchlist } = after;
  if (watched === null && liked === null && rating === null && watchlist === null)
    await writer.marks.remove(authorId, filmId);
  else await writer.marks.set(after);
  await pageChanged(writer, filmId, memberId);
}
