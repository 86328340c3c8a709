import type { Film } from '../store/film.ts';
import type { FilmKey } from '../store/film-address.ts';
import type { ListLine } from '../store/list.ts';
import type { Reader } from '../store/open.ts';
import type { Review } from '../store/review.ts';
import { notFound } from './errors.ts';
import { passage } from './text/passage.ts';
import { READER } from './viewer.ts';

/** So many signs of a review stand on its card. */
const LONGEST_WORDS = 150;
/** So many films of a list stand on its card. */
const FIRST_FILMS = 4;

/** A film with who directed it, leading first. */
export type DirectedFilm = Film & { directors: string[] };

/**
 * What a film's social card says.
 *
 * @throws DomainError `not-found`
 */
export async function filmOnCard(reader: Reader, id: FilmKey['id']): Promise<DirectedFilm> {
  const film = await reader.films.byId(id);
  if (!film) throw notFound('film');
  const credits = await reader.films.credits(film.id);
  return { ...film, directors: credits.filter(({ role }) => role === 'director').map(({ name }) => name) };
}

/** A review on its card. */
export interface ReviewOnCard {
  film: DirectedFilm;
  review: Review;
  /** How it begins, without markup; null where its words stay at home. */
  words: string | null;
}

/**
 * What a review's social card says. Its words go along only where its author lets them out, as into strips, and where
 * it is known that they do not tell the story; nor do they where they hide some of themselves.
 *
 * @param today the calendar date until when a permission has to reach
 * @throws DomainError `not-found` for one that not everyone may read
 */
export async function reviewOnCard(reader: Reader, id: string, today: string): Promise<ReviewOnCard> {
  const review = await reader.reviews.byId(id, READER);
  if (!review) throw notFound('review');
  const film = await filmOnCard(reader, review.filmId);
  const tells = review.spoiler !== 'no' || review.html === null || review.html.includes('class="spoiler"');
  const out = !tells && (await reader.strips.letOutOf([id], today)).has(id);
  return { film, review, words: out ? passage(review.html ?? '', '', LONGEST_WORDS) || null : null };
}

/**
 * What a list's social card says, and the films that stand first on it.
 *
 * @throws DomainError `not-found` for one that not everyone may see
 */
export async function listOnCard(
  reader: Reader,
  of: { authorId: string; slug: string },
): Promise<{ list: ListLine; films: Film[] }> {
  const list = await reader.lists.bySlug(of.authorId, of.slug.normalize('NFC').toLowerCase(), READER);
  if (!list) throw notFound('list');
  const first = (await reader.lists.firstFilms([list.id], FIRST_FILMS)).get(list.id) ?? [];
  const ids = first.map(({ id }) => id);
  const known = new Map((await reader.films.byIds(ids)).map((film) => [film.id, film]));
  return { list, films: ids.flatMap((id) => known.get(id) ?? []) };
}
