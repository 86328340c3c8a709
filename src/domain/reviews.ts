import type { Entry } from '../store/entry.ts';
import type { Film } from '../store/film.ts';
import type { FilmKey } from '../store/film-address.ts';
import type { Reader } from '../store/open.ts';
import type { Review } from '../store/review.ts';
import type { ReviewCursor, ReviewFacets, ReviewFilter, ReviewSort } from '../store/reviews.ts';
import { canComeBack } from './deletion.ts';
import { DomainError, notFound } from './errors.ts';
import { loggedAmong } from './logged.ts';
import { type ShownReview, shown } from './review.ts';
import { curates, moderates, type Viewer } from './viewer.ts';

/** How many reviews one page of all of them holds. */
const A_PAGE = 20;

/** What is asked of all reviews of a film: their order, which of them, and from where on. */
export interface Sift {
  sort: ReviewSort;
  filter: ReviewFilter;
  /** The end of the page before; null for the first page. */
  after: ReviewCursor | null;
}

/** A page of all reviews of a film. */
export interface AllReviews {
  film: Film;
  reviews: ShownReview[];
  /** How many match: entries, or people when one of each is shown. */
  count: number;
  facets: ReviewFacets;
  next: ReviewCursor | null;
  /** The ids of the film's pinned reviews that readers see, for curators; empty for everybody else. */
  pins: string[];
}

/** A page of a film's reviews, sifted; null when the film is gone. */
export async function allReviews(
  reader: Reader,
  key: FilmKey,
  viewer: Viewer,
  sift: Sift,
): Promise<AllReviews | null> {
  const film = await reader.films.byId(key.id);
  if (!film) return null;
  const { sort, filter, after } = sift;
  const page = await reader.reviews.ofFilm(film.id, viewer, { sort, filter, after, limit: A_PAGE });
  const known = viewer.memberId === null && isPlain(filter);
  const count = known ? film.reviews : await reader.reviews.countOfFilm(film.id, viewer, filter);
  const facets = await reader.reviews.facets(film.id);
  const seen = (await loggedAmong(reader, viewer, [film.id])).has(film.id);
  return {
    film,
    reviews: page.reviews.map((review) => shown(review, seen || review.authorId === viewer.authorId)),
    count,
    facets,
    next: page.next,
    pins: curates(viewer) ? await reader.reviews.pinsSeen(film.id) : [],
  };
}

/** Whether a filter asks for no more than reviews with words, which every film has counted. */
function isPlain(filter: ReviewFilter): boolean {
  const { withText, noSpoilers, onePerPerson, place, rating, language } = filter;
  return Boolean(withText) && !noSpoilers && !onePerPerson && !place && !rating && !language;
}

/** One review's own page. */
export interface ReviewPage {
  film: Film;
  review: ShownReview;
  /** What else its author said of the film, earliest first. */
  others: Review[];
  /** The ids of the film's pinned reviews that readers see; null for those who could not change them. */
  pins: string[] | null;
}

/**
 * A review on a page of its own. What is withheld from readers is shown to its author and to those who decide.
 *
 * @throws DomainError `not-found`; `gone` for one that everyone could read and its author took away
 */
export async function reviewPage(reader: Reader, id: string, viewer: Viewer): Promise<ReviewPage> {
  const review =
    (await reader.reviews.byId(id, viewer)) ??
    (moderates(viewer) ? await reader.reviews.withheldById(id) : null);
  if (!review) {
    const entry = await reader.entries.toChange(id);
    const goneOf = entry ? filmWithout(entry) : await reader.deletions.filmOf(id);
    const film = goneOf && (await reader.films.byId(goneOf));
    if (!film) throw notFound('review');
    throw new DomainError('gone', 'review', { film: film.slug, title: film.title });
  }
  const film = await reader.films.byId(review.filmId);
  if (!film) throw notFound('review');
  const entries = await reader.reviews.byAuthorOnFilm(film.id, review.authorId, viewer);
  const own = review.authorId === viewer.authorId;
  const seen = own || (await loggedAmong(reader, viewer, [film.id])).has(film.id);
  return {
    film,
    review: shown(review, seen),
    others: entries.filter((entry) => entry.id !== id),
    pins: curates(viewer) ? await reader.reviews.pinsSeen(film.id) : null,
  };
}

/** The film that a deleted entry is missed on; null where not everyone could see it. */
function filmWithout(entry: Entry): string | null {
  const seen = entry.visibility === 'everyone' && entry.withheld !== 'awaiting';
  return entry.deleted && seen ? entry.filmId : null;
}

/** What a deleted review's author sees where it was: its film, and that it can come back. */
export async function deletedReview(reader: Reader, id: string, viewer: Viewer, now: number) {
  const entry = await reader.entries.toChange(id);
  if (!entry || entry.authorId !== viewer.authorId || !canComeBack(entry, now)) return null;
  const film = await reader.films.byId(entry.filmId);
  return film && { film, entry };
}
