import type { Outcome } from '../../domain/import.ts';
import { insertFilms } from '../../domain/new-film.ts';
import type { FactSource, Writer } from '../../domain/reader.ts';
import { factsOf } from './facts.ts';
import { fillListed } from './fill.ts';
import type { ListedFilm } from './row.ts';

/** A row of a file of films that waited for a decision. */
export interface WaitingFilm {
  film: ListedFilm;
  source: FactSource;
}

/**
 * Carries out a decision for a row that could mean several films: fills the one that is meant, or makes a new one.
 *
 * @param choice the film's id; null for a new one
 */
export async function settleListed(
  writer: Writer,
  batchId: string,
  { film, source }: WaitingFilm,
  choice: string | null,
  now: number,
): Promise<{ filmId: string; outcome: Outcome }> {
  const facts = factsOf(film);
  if (choice === null) {
    const [filmId = ''] = await insertFilms(writer, [{ facts }], { source, batchId, now });
    return { filmId, outcome: 'created' };
  }
  const filled = await fillListed(writer, batchId, { filmId: choice, source, facts }, now);
  return { filmId: choice, outcome: filled.length > 0 ? 'updated' : 'unchanged' };
}
