import type { FilmLine } from '../store/films.ts';
import type { Reader } from '../store/open.ts';
import { type ShownEntry, shownElsewhere } from './member.ts';
import type { Viewer } from './viewer.ts';

const NEWEST = 6;
const FILMS = 12;

/** What the front of the house shows. */
export interface Home {
  /** The site's newest reviews with words. */
  newest: ShownEntry[];
  /** The films with most reviews. */
  films: FilmLine[];
}

/** The front page for somebody. */
export async function home(reader: Reader, viewer: Viewer): Promise<Home> {
  const newest = await reader.reviews.newest(viewer, NEWEST);
  const { films } = await reader.films.list({ sort: 'reviews', limit: FILMS });
  return { newest: await shownElsewhere(reader, newest, viewer), films };
}
