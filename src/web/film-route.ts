import { notFound } from '../domain/errors.ts';
import type { FilmKey } from '../domain/reader.ts';
import type { Visit } from './route.ts';

/**
 * The film whose page an address is below; where its slug is a former one, the key bears the present.
 *
 * @throws DomainError `not-found` `film`
 */
export async function filmKey({ reader, params }: Visit): Promise<FilmKey> {
  const key = await reader.films.key(params.slug ?? '');
  if (!key) throw notFound('film');
  return key;
}
