import type { Credit } from '../store/credit.ts';
import type { Film } from '../store/film.ts';
import type { FilmKey } from '../store/film-address.ts';
import type { Reader } from '../store/open.ts';
import { type Average, average } from './average.ts';
import { notFound } from './errors.ts';
import { type ShapedTerm, termsOf } from './film-term.ts';
import { loggedAmong } from './logged.ts';
import { type NamedFilm, namingFilms } from './mentions/names.ts';
import { type FurtherFilm, furtherFilms } from './more-films.ts';
import { type ShownReview, shown as shownTo } from './review.ts';
import type { ScreeningLine } from './screening.ts';
import type { Viewer } from './viewer.ts';

/** Everything a film's page shows. */
export interface FilmPage {
  film: Film;
  directors: Credit[];
  /** The leading ones, directors first. */
  credits: Credit[];
  /** What it is found together with others by. */
  terms: ShapedTerm[];
  /** Pinned ones first, then those that lead. */
  reviews: ShownReview[];
  /** How many of `reviews` a curator has chosen. */
  pinned: number;
  here: Average;
  elsewhere: Average;
  /** Films for whoever looks at this one, each with its reason. */
  more: FurtherFilm[];
  /** Films whose reviews name this one. */
  namedIn: Omit<NamedFilm, 'id'>[];
  /** The next few screenings, and how many are to come in all. */
  screenings: { first: ScreeningLine[]; total: number };
}

/**
 * The page of a film for somebody: chosen reviews first, then one per author, most liked, then newest, undated
 * last in the order of their file.
 *
 * @param shown how many reviews the owner wants on the page
 * @param now the instant after which screenings are to come, epoch milliseconds
 */
export async function filmPage(
  reader: Reader,
  key: FilmKey,
  viewer: Viewer,
  shown: number,
  now: number,
): Promise<FilmPage | null> {
  const film = await reader.films.forPage(key.id);
  if (!film) return null;
  const pins = Boolean(film.pins);
  const [credits, pinned, leading] = [
    await reader.films.leadingCredits(film.id),
    pins ? await reader.reviews.pinned(film.id, viewer) : [],
    film.reviews > 0 || viewer.authorId ? await reader.reviews.leading(film.id, viewer, shown, pins) : [],
  ];
  // Most films are shown nowhere, which their key tells.
  const screenings =
    key.due === null ? { first: [], total: 0 } : await reader.screenings.ofFilm(film.id, now);
  const seen = (await loggedAmong(reader, viewer, [film.id])).has(film.id);
  return {
    film,
    directors: credits.filter((credit) => credit.role === 'director'),
    credits,
    terms: termsOf({ ...film, studios: film.details.studios ?? [] }),
    reviews: [...pinned, ...leading]
      .slice(0, Math.max(shown, pinned.length))
      .map((review) => shownTo(review, seen || review.authorId === viewer.authorId)),
    pinned: pinned.length,
    here: average(film.ratingsHere),
    elsewhere: average(film.ratingsElsewhere),
    more: furtherFilms(film.more),
    namedIn: namingFilms(film.namedIn),
    screenings,
  };
}

/**
 * The film that is meant by a slug, a former one, or an id.
 *
 * @param now the instant after which its screenings are to come, epoch milliseconds
 * @throws DomainError `not-found` `film`
 */
export async function filmAsked(reader: Reader, asked: string, now: number): Promise<FilmKey> {
  const named = asked.includes('\0') ? null : await reader.films.key(asked.normalize('NFC'), now);
  if (named) return named;
  const byId = /^[0-9a-v]{26}$/.test(asked) ? await reader.films.byId(asked) : null;
  const key = byId && (await reader.films.key(byId.slug, now));
  if (!key) throw notFound('film');
  return key;
}
