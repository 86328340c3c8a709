import type { Credit } from '../store/credit.ts';
import type { Film } from '../store/film.ts';
import type { FilmKey } from '../store/film-address.ts';
import type { Reader } from '../store/open.ts';
import { notFound } from './errors.ts';
import { type ShapedTerm, termsOf } from './film-term.ts';

/** All that is known of a film. */
export interface KnownPage {
  film: Film;
  /** In the film's own order, directors first. */
  credits: Credit[];
  /** Every title it also goes by. */
  titles: { title: string; language: string | null; kind: 'title' | 'original' | 'other' }[];
  ids: { scheme: string; value: string }[];
  /** What it is found together with others by. */
  terms: ShapedTerm[];
}

/**
 * All that is known of a film.
 *
 * @throws DomainError `not-found` `film`
 */
export async function knownPage(reader: Reader, key: Pick<FilmKey, 'id'>): Promise<KnownPage> {
  const film = await reader.films.byId(key.id);
  if (!film) throw notFound('film');
  return {
    film,
    credits: await reader.films.credits(film.id),
    titles: (await reader.facts.titles(film.id)).filter(({ kind }) => kind !== 'title'),
    terms: termsOf({ ...film, studios: film.details.studios ?? [] }),
    ids: await reader.films.externalIds(film.id),
  };
}
