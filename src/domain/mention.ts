import type { Film } from '../store/film.ts';
import type { NamedFilm } from '../store/mention.ts';
import type { Reader, Writer } from '../store/open.ts';
import type { MentionState } from '../store/schema.ts';
import { pageChanged } from './entry.ts';
import { forbidden, notFound } from './errors.ts';
import { placeOf, readStored } from './mentions/reading.ts';
import { findTitle } from './mentions/span.ts';
import { mentionKey } from './mentions/title.ts';
import { type ShownReview, shown } from './review.ts';
import { curates, type Viewer } from './viewer.ts';

export type { NamedFilm };

/** How many films somebody is offered who says what a film is called. */
const MOST_OFFERED = 12;

/** A review with the films it names, for whoever may say that it does not, or names others. */
export interface NamedFilmsPage {
  film: Film;
  review: ShownReview;
  named: (NamedFilm & { state: MentionState })[];
  /** Films called as was asked, which it does not name yet; null where nothing was asked. */
  offered: NamedFilm[] | null;
}

/**
 * The films a review names, and those that one may have meant by a title.
 *
 * @param asked what somebody typed; empty for nothing
 * @throws DomainError `not-found`; `forbidden` for who may not say
 */
export async function namedFilmsPage(
  reader: Reader,
  entryId: string,
  viewer: Viewer,
  asked: string,
): Promise<NamedFilmsPage> {
  const review = await saysFor(reader, entryId, viewer);
  const film = await reader.films.byId(review.filmId);
  if (!film) throw notFound('review');
  const all = await reader.mentions.ofEntry(entryId);
  const named = all.flatMap(({ film: one, state }) => (state === 'rejected' ? [] : [{ ...one, state }]));
  return {
    film,
    review: shown(review, true),
    named,
    offered: await offered(reader, asked, [film, ...named]),
  };
}

async function offered(
  reader: Reader,
  asked: string,
  not: readonly { id: string }[],
): Promise<NamedFilm[] | null> {
  const [, title = '', year] = /^(.*?)\s*(?:[([]?((?:18|19|20)\d\d)[)\]]?)?\s*$/su.exec(asked) ?? [];
  const whole = mentionKey(asked);
  if (whole === '') return null;
  const found = await reader.mentions.calledLike(whole, MOST_OFFERED);
  // A year behind a title is the film's, unless a film is called so: "Blade Runner 2049".
  if (year !== undefined && mentionKey(title) !== '')
    for (const film of await reader.mentions.calledLike(mentionKey(title), MOST_OFFERED * 4))
      if (film.year === Number(year) && found.every(({ id }) => id !== film.id)) found.push(film);
  return found.filter((film) => not.every(({ id }) => id !== film.id)).slice(0, MOST_OFFERED);
}

/**
 * Says that a review names a film, or that it does not. Where its words are called so, they lead to the film.
 *
 * @throws DomainError `not-found` for a review or a film that is not there; `forbidden` for who may not say
 */
export async function sayNamed(
  writer: Writer,
  entryId: string,
  filmId: string,
  names: boolean,
  viewer: Viewer,
): Promise<void> {
  const review = await saysFor(writer, entryId, viewer);
  const film = await writer.films.byId(filmId);
  if (!film || film.id === review.filmId) throw notFound('film');
  const before = (await writer.mentions.known([entryId])).find((one) => one.filmId === filmId);
  const reading = readStored(review.html ?? '');
  const titles = film.originalTitle === null ? [film.title] : [film.title, film.originalTitle];
  const words = findTitle(reading, titles);
  const found = words && placeOf(reading, words.start, words.end);
  const place = before?.said
    ? { start: before.start, end: before.end, said: before.said }
    : found
      ? { ...found, said: (review.html ?? '').slice(found.start, found.end) }
      : { start: null, end: null, said: null };
  const state = !names ? 'rejected' : before?.state === 'found' ? 'confirmed' : 'added';
  await writer.mentions.put(entryId, { filmId, state, ...place, score: before?.score ?? null });
  await pageChanged(writer, review.filmId, filmId);
}

/** The review, for its author, and for whoever looks after the site's reviews. */
async function saysFor(reader: Reader, entryId: string, viewer: Viewer) {
  const review = await reader.reviews.byId(entryId, viewer);
  if (!review || review.html === null) throw notFound('review');
  if (review.authorId !== viewer.authorId && !curates(viewer)) throw forbidden('curators-only');
  return review;
}
