import type { Mark } from '../store/mark.ts';
import type { Writer } from '../store/open.ts';
import type { Visibility, Withheld } from '../store/schema.ts';
import type { Rating } from './rating.ts';

/** What a diary entry says of its author's standing state. Days are calendar dates, '' when unknown. */
export interface Logged {
  rating: Rating | null;
  liked: boolean;
  /** The day it was seen, or else written. */
  day: string | null;
  visibility: Visibility;
  here: boolean;
  counted: boolean;
}

/** How many may see what has a visibility: more of them, the greater. */
const WIDTH: Readonly<Record<Visibility, number>> = {
  draft: 0,
  me: 1,
  followers: 2,
  members: 3,
  everyone: 4,
};

/**
 * The mark after an entry was logged: the film is watched and leaves the watchlist; the entry's rating becomes
 * the mark's unless one of a later date stands. A mark that is not there begins here.
 *
 * A mark has one visibility, that of the entry its rating came from. So an entry for fewer people adds nothing to
 * a mark for more of them, unless it brings a rating, which then takes the whole mark with it; and one for more
 * people leaves nothing in the mark that was said for fewer.
 */
export function markAfter(mark: Mark | null, of: { authorId: string; filmId: string }, logged: Logged): Mark {
  const day = logged.day ?? '';
  const base: Mark = mark ?? {
    ...of,
    watched: null,
    liked: null,
    rating: null,
    rated: null,
    watchlist: null,
    visibility: logged.visibility,
    here: logged.here,
    counted: logged.counted,
  };
  const standsLater = base.rating !== null && base.rated !== null && base.rated > day;
  const rates = logged.rating !== null && !standsLater;
  const wider = WIDTH[logged.visibility] - WIDTH[base.visibility];
  const after = { ...base, here: logged.here, counted: logged.counted, watchlist: null };
  if (!rates && wider < 0) return after;
  const opens = wider > 0 && (rates || base.rating === null);
  const liked = logged.liked ? day : null;
  return {
    ...after,
    watched: opens ? day : (base.watched ?? day),
    liked: opens ? liked : (base.liked ?? liked),
    rating: rates ? logged.rating : base.rating,
    rated: rates ? day : base.rated,
    visibility: rates || opens ? logged.visibility : base.visibility,
  };
}

/** What an entry says of its author's standing state. */
export interface Logging {
  filmId: string;
  authorId: string;
  rating: number | null;
  liked: boolean;
  viewed: string | null;
  written: string | null;
  visibility: Visibility;
  withheld: Withheld | null;
  counted: boolean;
}

/** Sets an author's mark by what an entry says. Drafts and what is withheld say nothing yet. */
export async function logOnMark(writer: Writer, entry: Logging): Promise<void> {
  if (!says(entry)) return;
  const mark = await writer.marks.get(entry.authorId, entry.filmId);
  await writer.marks.set(markAfter(mark, entry, logged(entry, mark)));
}

/**
 * Takes from an author's mark what an entry has set in it; asked before the entry changes or goes. What the
 * author's other entries on the film say then stands in its place, and what no entry has set stays.
 */
export async function takeOffMark(writer: Writer, entry: Logging & { id: string }): Promise<void> {
  const mark = await writer.marks.get(entry.authorId, entry.filmId);
  if (!mark || !says(entry)) return;
  const day = dayOf(entry);
  const rated = mark.rating !== null && mark.rating === entry.rating && mark.rated === day;
  const liked = entry.liked && mark.liked === day;
  const watched = mark.watched === day;
  if (!rated && !liked && !watched) return;
  let after: Mark = {
    ...mark,
    ...(rated ? { rating: null, rated: null } : {}),
    ...(liked ? { liked: null } : {}),
    ...(watched ? { watched: null } : {}),
  };
  const all = await writer.entries.onFilm(entry.filmId, entry.authorId);
  const others = all.filter((other) => other.id !== entry.id && says(other));
  for (const other of others.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)))
    after = markAfter(after, other, logged(other, after));
  await writer.marks.set({ ...after, watchlist: mark.watchlist });
}

function says({ visibility, withheld }: Logging): boolean {
  return visibility !== 'draft' && withheld === null;
}

function dayOf({ viewed, written }: Logging): string {
  return viewed ?? written ?? '';
}

function logged(entry: Logging, mark: Mark | null): Logged {
  return {
    rating: entry.rating as Rating | null,
    liked: entry.liked,
    day: dayOf(entry),
    visibility: entry.visibility,
    here: mark?.here ?? true,
    counted: mark?.counted ?? entry.counted,
  };
}

/** One standing state as an account's export says it, with the calendar day it was set; null when not said. */
export interface Standing {
  state: 'watched' | 'rated' | 'watchlist' | 'liked';
  day: string | null;
  /** Half-stars; only where the state is `rated`. */
  rating: Rating | null;
}

/** What a mark holds of its own. */
export type MarkState = Pick<Mark, 'watched' | 'liked' | 'rating' | 'rated' | 'watchlist'>;

export const NO_MARK: MarkState = { watched: null, liked: null, rating: null, rated: null, watchlist: null };

/**
 * The mark after an export said how things stand: what was not set is, and a rating takes the place of an earlier
 * one; one of a later date stands. A film that was seen since it was wanted leaves the watchlist.
 *
 * @returns the same object when nothing changes
 */
export function markSaid<M extends MarkState>(mark: M, { state, day, rating }: Standing): M {
  const on = day ?? '';
  if (state === 'rated') {
    const later = mark.rating !== null && mark.rated !== null && mark.rated > on;
    if (rating === null || later || (mark.rating === rating && mark.rated === on)) return mark;
    return { ...markSaid(mark, { state: 'watched', day, rating: null }), rating, rated: on };
  }
  if (mark[state] !== null) return mark;
  const waits = state === 'watched' && mark.watchlist !== null && mark.watchlist > on;
  return { ...mark, watchlist: state === 'watched' && !waits ? null : mark.watchlist, [state]: on };
}

/**
 * Sets how things stand between a member and a film, apart from any diary entry. What the film's page shows of it
 * is reckoned by whoever calls, once for all of a film's marks.
 */
export async function sayStanding(
  writer: Writer,
  of: { authorId: string; filmId: string },
  said: readonly Standing[],
  visibility: Visibility,
): Promise<void> {
  const before = await writer.marks.get(of.authorId, of.filmId);
  const mark: Mark = before ?? { ...of, ...NO_MARK, visibility, here: true, counted: true };
  const after = said.reduce<Mark>(markSaid, mark);
  if (after !== mark) await writer.marks.set(after);
}

/** What somebody changes of how they stand to a film; what is left out stays. Ratings in half-stars. */
export interface MarkChange {
  watched?: boolean | undefined;
  liked?: boolean | undefined;
  rating?: Rating | null | undefined;
  watchlist?: boolean | undefined;
  visibility?: Exclude<Visibility, 'draft'> | undefined;
}

/**
 * The mark after its author changed it by hand, on a day. No diary entry is touched. Whoever rates a film has seen
 * it, and what was seen today is wanted no more unless that is said.
 */
export function markChanged(mark: Mark, change: MarkChange, today: string): Mark {
  const since = (before: string | null, on: boolean | undefined) =>
    on === undefined ? before : on ? (before ?? today) : null;
  const rates = change.rating !== undefined;
  const rated = change.rating === null ? null : today;
  const again = rates && change.rating !== mark.rating;
  const watched = since(mark.watched, change.watched ?? (change.rating ? true : undefined));
  const seen = mark.watched === null && watched !== null;
  return {
    ...mark,
    watched,
    liked: since(mark.liked, change.liked),
    rating: rates ? (change.rating ?? null) : mark.rating,
    rated: again ? rated : mark.rated,
    watchlist: since(seen && !change.watchlist ? null : mark.watchlist, change.watchlist),
    visibility: change.visibility ?? mark.visibility,
  };
}
