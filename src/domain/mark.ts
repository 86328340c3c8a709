import type { Mark } from '../store/mark.ts';
import type { Visibility } from '../store/schema.ts';
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

/**
 * The mark after an entry was logged: the film is watched and leaves the watchlist; the entry's rating becomes
 * the mark's unless one of a later date stands. A mark that is not there begins here.
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
  return {
    ...base,
    here: logged.here,
    counted: logged.counted,
    watched: base.watched ?? day,
    watchlist: null,
    liked: logged.liked ? (base.liked ?? day) : base.liked,
    rating: rates ? logged.rating : base.rating,
    rated: rates ? day : base.rated,
  };
}
