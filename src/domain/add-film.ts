import type { Film } from '../store/film.ts';
import type { Reader, Writer } from '../store/open.ts';
import { forbidden, invalid, notFound } from './errors.ts';
import { checkFact, type FactFault } from './fact-field.ts';
import { insertFilms } from './new-film.ts';
import { curates, type Viewer } from './viewer.ts';

/** Films of the same title and year, which may be the one somebody is about to add. */
export async function namesakes(reader: Reader, title: string, year: number | null): Promise<Film[]> {
  return reader.films.byTitle(title, year);
}

/**
 * Adds a film by hand. A title is enough.
 *
 * @param said by field; null where nothing is said
 * @returns its slug
 * @throws DomainError `forbidden` `curators-only`; `invalid` with a `FactFault` and the `field`
 */
export async function addFilm(
  writer: Writer,
  said: Readonly<Record<string, unknown>>,
  viewer: Viewer,
  now: number,
): Promise<string> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const facts = Object.entries({ title: '', ...said })
    .filter(([, value]) => value !== null)
    .map(([field, value]) => {
      const checked = checkFact(field, value);
      if ('fault' in checked) throw invalid(checked.fault satisfies FactFault, { field });
      return { field, value: checked.value };
    });
  const memberId = viewer.memberId;
  const [id = ''] = await insertFilms(writer, [{ facts }], {
    source: 'curator',
    batchId: null,
    memberId,
    now,
  });
  await writer.versions.raise(id, 'films');
  const film = await writer.films.byId(id);
  if (!film) throw notFound('film');
  return film.slug;
}
