import type { FilmLine } from '../store/films.ts';
import type { Reader } from '../store/open.ts';
import { type ShownEntry, shownElsewhere } from './member.ts';
import { thisWeek } from './programme.ts';
import type { ScreeningLine } from './screening.ts';
import type { Viewer } from './viewer.ts';

const NEWEST = 6;
const FILMS = 12;

/** What the front of the house shows. */
export interface Home {
  /** The site's newest reviews with words. */
  newest: ShownEntry[];
  /** The films with most reviews. */
  films: FilmLine[];
  /** What is shown within seven days; empty where nothing is, or nothing is ever entered. */
  week: ScreeningLine[];
}

/** The front page for somebody. */
export async function home(
  reader: Reader,
  viewer: Viewer,
  at: { now: number; today: string; timeZone: string; programme: boolean },
): Promise<Home> {
  const newest = await reader.reviews.newest(viewer, NEWEST);
  const { films } = await reader.films.list({ sort: 'reviews', limit: FILMS });
  const week = at.programme ? await thisWeek(reader, at) : [];
  return { week, newest: await shownElsewhere(reader, newest, viewer), films };
}
