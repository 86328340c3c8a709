import { putImported } from '../../domain/fact.ts';
import type { FactSource, Writer } from '../../domain/reader.ts';
import { addIds } from '../stage-films.ts';
import type { FilmLacks } from './plan.ts';

/** What a row of a file of films still has to do to a film that was there before. */
export interface ListedLater extends FilmLacks {
  source: FactSource;
}

/** Writes what a film lacks and a file says, and records that it was not said before. */
export async function fillListed(
  writer: Writer,
  batchId: string,
  { filmId, source, facts: lacking }: ListedLater,
  now: number,
): Promise<string[]> {
  const said = (await writer.facts.fields([filmId])).get(filmId) ?? new Set();
  const facts = lacking
    // What somebody said in the meantime stands.
    .filter(({ field }) => !said.has(field))
    .map(({ field, value, licence = null, link = null }) => ({
      ...{ field, value, licence, link, filmId, source },
      ...{ language: null, fetched: now, memberId: null, batchId },
    }));
  if (facts.length === 0) return [];
  // Before the facts: an id that is tied here is untied by an undo.
  const ids = facts.flatMap(({ field, value }) =>
    field.startsWith('id:') ? { scheme: field.slice('id:'.length), value: String(value) } : [],
  );
  await addIds(writer, batchId, [{ filmId, ids }]);
  await putImported(writer, filmId, facts, { batchId, now });
  await writer.batches.record(
    batchId,
    facts.map(({ field }) => ({ table: 'facts', key: { film_id: filmId, field, source }, was: null })),
  );
  return [filmId];
}
