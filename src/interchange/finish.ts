import { lookUpBatch } from '../domain/film-source.ts';
import { askForBatch } from '../domain/mentions/work.ts';
import type { Writer } from '../domain/reader.ts';
import { applyLater, type Later } from './apply.ts';
import { type ImportStore, inSteps, stepOf } from './hold.ts';
import { paceBetween } from './pace.ts';

/** So many changes to things that were there before, and films to be counted anew, fit into one transaction. */
export const SMALL = 20;
const MOST_CHANGES = 100;
/** Films counted anew in one short transaction. */
export const FEWEST_FILMS = 5;
export const MOST_FILMS = 2000;

/** Carries out what is left of a batch that is visible: the plans of its rows, then the counts of its films. */
export async function finish(store: ImportStore, batchId: string, now: () => number): Promise<void> {
  const step = stepOf(store, batchId, 'done', now);
  const pace = paceBetween(SMALL, MOST_CHANGES);
  for (let after: number | null = 0; after !== null; )
    after = await step(
      async (writer) => {
        const { films, last } = await applySome(
          writer,
          batchId,
          { after: after ?? 0, most: pace.size() },
          now(),
        );
        await countAnew(writer, films);
        return last;
      },
      { pace, things: pace.size() },
    );
  const films = paceBetween(FEWEST_FILMS, MOST_FILMS);
  for (let from = ''; ; ) {
    const some = await store.reader.batches.filmsAfter(batchId, from, films.size(), ['entries', 'marks']);
    if (some.length === 0) break;
    from = some.at(-1) ?? from;
    await step((writer) => countAnew(writer, some), { pace: films, things: some.length });
  }
  const mentioned = await store.reader.batches.filmsMentioned(batchId);
  await inSteps(step, mentioned, paceBetween(FEWEST_FILMS, MOST_FILMS), countAnew);
  await step(async (writer) => {
    await writer.batches.setState(batchId, 'done', now());
    await askForBatch(writer, batchId, now());
    await lookUpBatch(writer, batchId, now());
    await writer.batches.staging.raise(['films']);
  });
}

/**
 * Carries out the next plans of a batch's rows.
 *
 * @returns the films they touched, and the number of the last row; null when there are no more
 */
export async function applySome(
  writer: Writer,
  batchId: string,
  { after, most }: { after: number; most: number },
  now: number,
): Promise<{ films: string[]; last: number | null }> {
  const planned = await writer.batches.planned(batchId, after, most);
  const films = new Set<string>();
  for (const row of planned)
    for (const film of await applyLater(writer, batchId, row.plan as unknown as Later, now)) films.add(film);
  const numbers = planned.map((row) => row.number);
  await writer.batches.planDone(batchId, numbers);
  return { films: [...films], last: numbers.at(-1) ?? null };
}

/** Counts films' reviews and ratings anew, and renders their pages anew. */
export async function countAnew(writer: Writer, films: readonly string[]): Promise<void> {
  await writer.batches.staging.reckon(films, null);
  await writer.batches.staging.raise(films);
}
