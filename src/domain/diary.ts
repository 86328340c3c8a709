import type { DiaryCursor, Viewing } from '../store/diary.ts';
import type { Reader } from '../store/open.ts';
import type { Viewer } from './viewer.ts';

export type { DiaryCursor, Viewing };

const VIEWINGS_ON_A_PAGE = 50;

/** A page of somebody's diary: their viewings, latest first. */
export interface DiaryPage {
  viewings: Viewing[];
  years: { year: string; viewings: number }[];
  /** The one year that is shown; null when all are. */
  year: number | null;
  next: DiaryCursor | null;
}

/**
 * A page of somebody's diary for somebody.
 *
 * @param asked.year the calendar year asked for; null for all of them
 */
export async function diaryPage(
  reader: Reader,
  authorId: string,
  viewer: Viewer,
  asked: { year: number | null; after: DiaryCursor | null },
): Promise<DiaryPage> {
  const rows = await reader.diary.viewings(authorId, viewer, { ...asked, limit: VIEWINGS_ON_A_PAGE + 1 });
  const viewings = rows.slice(0, VIEWINGS_ON_A_PAGE);
  const last = viewings.at(-1);
  const more = rows.length > VIEWINGS_ON_A_PAGE && last !== undefined;
  return {
    viewings,
    years: await reader.diary.years(authorId, viewer),
    year: asked.year,
    next: more ? [last.viewed, last.id] : null,
  };
}
