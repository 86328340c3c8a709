import { insertFilms } from '../../src/domain/new-film.ts';
import type { Film, Writer } from '../../src/domain/reader.ts';

/** What a test says of a film; at an address of its own choosing where it needs one. */
export type SeedFilm = Pick<Film, 'title'> &
  Partial<
    Pick<
      Film,
      | 'slug'
      | 'year'
      | 'originalTitle'
      | 'runtime'
      | 'released'
      | 'synopsis'
      | 'synopsisLanguage'
      | 'countries'
      | 'languages'
      | 'genres'
    >
  >;

/** Makes a film as the application makes one that a file names. */
export async function seedFilm(writer: Writer, film: SeedFilm, now: number): Promise<string> {
  const said: [field: string, value: unknown][] = [
    ['title', film.title],
    ['original-title', film.originalTitle],
    ['year', film.year],
    ['released', film.released],
    ['runtime', film.runtime],
    [`synopsis:${film.synopsisLanguage ?? 'und'}`, film.synopsis],
    ['countries', film.countries],
    ['languages', film.languages],
    ['genres', film.genres],
  ];
  const facts = said.flatMap(([field, value]) => (value == null ? [] : { field, value }));
  const [id = ''] = await insertFilms(writer, [{ facts }], { source: 'file', batchId: null, now });
  if (film.slug !== undefined) await writer.facts.setColumns(id, { slug: film.slug });
  return id;
}

/** Credits somebody with a film. */
export async function seedCredit(
  writer: Writer,
  { filmId, personId, position = 0 }: { filmId: string; personId: string; position?: number },
  now: number,
): Promise<void> {
  const credit = { film_id: filmId, person_id: personId, role: 'director', position };
  await writer.credits.put([{ ...credit, character: null, batch_id: null }], now);
}
