import type { Writer } from '../domain/reader.ts';
import { applyLater, type Later } from './apply.ts';
import { type ImportStore, inSteps, stepOf } from './hold.ts';
import { paceBetween } from './pace.ts';

/** So many changes to things that were there before, and films to be counted anew, fit into one transaction. */
export const SMALL = 20;
const MOST_CHANGES = 100;
/** Films counted anew in one short transaction. */
export const FEWEST_FILMS = 5;
export const MOST_FILMS = 200;

/** Carries out what is left of a batch that is visible: the plans of its rows, then the counts of its films. */
export async function finish(store: ImportStore, batchId: string, now: () => number): Promise<void> {
  const step = stepOf(store, batchId, 'done', now);
  const pace = paceBetween(SMALL, MOST_CHANGES);
  for (let more = true; more; )
    more = await step(
      async (writer) => {
        const { films, rows } = await applySome(writer, batchId, pace.size(), now());
        await countAnew(writer, films);
        return rows > 0;
      },
      { pace, things: pace.size() },
    );
  const films = await store.reader.batches.films(batchId);
  await inSteps(step, films, paceBetween(FEWEST_FILMS, MOST_FILMS), countAnew);
  await step(async (writer) => {
    await writer.batches.setState(batchId, 'done', now());
    await writer.batches.staging.raise(['films']);
  });
}

/** Carries out the next plans of a batch's rows; answers the films they touched. */
export async function applySome(
  writer: Writer,
  batchId: string,
  most: number,
  now: number,
): Promise<{ films: string[]; rows: number }> {
  const planned = await writer.batches.planned(batchId, most);
  const films = new Set<string>();
  for (const row of planned)
    for (const film of await applyLater(writer, batchId, row.plan as unknown as Later, now)) films.add(film);
  await writer.batches.planDone(
    batchId,
    planned.map((row) => row.number),
  );
  return { films: [...films], rows: planned.length };
}

/** Counts films' reviews and ratings anew, and renders their pages anew. */
export async function countAnew(writer: Writer, films: readonly string[]): Promise<void> {
  await writer.batches.staging.reckon(films, null);
  await writer.batches.staging.raise(films);
}
