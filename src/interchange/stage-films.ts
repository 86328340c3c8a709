import { insertFilms } from '../domain/new-film.ts';
import type { Writer } from '../domain/reader.ts';
import { guessLanguage } from '../domain/text/language.ts';
import type { FilmRef } from './plan-films.ts';
import type { FilmFacts } from './row.ts';

/**
 * Makes films, with all the files say of them.
 *
 * @param made the films, each with the language of its synopsis
 */
export async function addFilms(
  writer: Writer,
  { batchId, now }: { batchId: string; now: number },
  made: ReadonlyMap<FilmRef, string | null>,
): Promise<void> {
  const films = [...made.keys()];
  for (const film of films) film.id = writer.batches.staging.mintId(now);
  await insertFilms(
    writer,
    films.map((film) => ({
      id: film.id ?? '',
      facts: factsOfFile({ ...film.facts, synopsisLanguage: made.get(film) ?? null }),
      ids: film.facts.ids,
    })),
    { source: 'import', batchId, now },
  );
}

/** What a file says of a film, field by field. */
export function factsOfFile(said: Partial<FilmFacts>): { field: string; value: unknown }[] {
  const { title, year, released, runtime, synopsis, synopsisLanguage, credits = [] } = said;
  const facts: [field: string, value: unknown][] = [
    ['title', title],
    ['year', year],
    ['released', released],
    ['runtime', runtime],
    [`synopsis:${synopsisLanguage ?? 'und'}`, synopsis],
    ['countries', said.countries],
    ['languages', said.languages],
    ['genres', said.genres],
  ];
  for (const [role, some] of Map.groupBy(credits, (credit) => credit.role))
    facts.push([
      `credits:${role}`,
      some.map(({ name, character }) => (character === null ? { name } : { name, character })),
    ]);
  return facts
    .filter(([, value]) => (value ?? null) !== null && !(Array.isArray(value) && value.length === 0))
    .map(([field, value]) => ({ field, value }));
}

/** Ties external ids to films. */
export async function addIds(
  writer: Writer,
  batchId: string,
  films: readonly { filmId: string; ids: FilmFacts['ids'] }[],
): Promise<void> {
  await writer.batches.staging.insertExternalIds(
    batchId,
    films.flatMap(({ filmId, ids }) =>
      ids.map(({ scheme, value }) => ({
        thing_id: filmId,
        scheme,
        value,
        kind: 'film' as const,
        batch_id: batchId,
      })),
    ),
  );
}

/** A synopsis is taken for what it seems written in, where the file does not say. */
export function synopsisLanguage({ synopsis, synopsisLanguage: said }: FilmFacts): string | null {
  return synopsis === null ? null : (said ?? guessLanguage(synopsis));
}
