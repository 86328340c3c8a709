import { spokenOf, usesOf } from '../domain/rights.ts';
import { type ImportStore, inSteps, isLost, stepOf } from './hold.ts';
import { paceBetween } from './pace.ts';

/** So many reviews are looked up at once, and said of in short transactions of these. */
const AT_ONCE = 5000;
const FEWEST = 20;
const MOST = 400;

/**
 * Lets the reviews of an import follow what was said of the whole of it, in short transactions. What is said meanwhile
 * is followed by whoever comes next; an import that is undone meanwhile is left to that. May be done again after a kill.
 */
export async function followUses(store: ImportStore, batchId: string, now: () => number): Promise<void> {
  const batch = await store.reader.batches.byId(batchId);
  const spoken = batch && spokenOf(batch);
  if (batch?.state !== 'done' || !spoken) return;
  const said = {
    allowed: usesOf(batch),
    memberId: spoken.by,
    word: spoken.promised ? batch.word : null,
    now: spoken.at,
  };
  const step = stepOf(store, batchId, 'done', now);
  try {
    for (let from = ''; ; ) {
      const { memberId, allowed } = said;
      const some = await store.reader.entries.behind(batchId, memberId, allowed, from, AT_ONCE);
      const last = some.at(-1);
      if (!last) break;
      await inSteps(step, some, paceBetween(FEWEST, MOST), async (writer, these) => {
        await writer.entries.sayOf(
          these.map(({ id }) => id),
          batchId,
          said,
        );
        await writer.batches.staging.raise(['films', ...these.map(({ filmId }) => filmId)]);
      });
      from = last.filmId;
    }
  } catch (error) {
    if (!isLost(error)) throw error;
  }
}
