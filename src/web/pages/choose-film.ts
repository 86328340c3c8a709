import { notFound } from '../../domain/errors.ts';
import { filmsMeant } from '../../domain/programme.ts';
import type { Film, FilmLine, Reader } from '../../domain/reader.ts';

const FOUND = 20;

/** What a page shows on which somebody looks for another film than the one it is about, and what they typed. */
export async function filmsToChoose(
  reader: Reader,
  filmId: string,
  url: URL,
): Promise<{ film: Film; asked: string; found: FilmLine[] }> {
  const film = await reader.films.byId(filmId);
  if (!film) throw notFound('film');
  const asked = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
  const films = await filmsMeant(reader, asked, FOUND);
  const directors = await reader.films.directors(films.map(({ id }) => id));
  return { film, asked, found: films.map((one) => ({ ...one, directors: directors.get(one.id) ?? [] })) };
}
