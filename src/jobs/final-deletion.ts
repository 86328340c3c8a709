import { finishDeletions } from '../domain/deletion.ts';
import type { Transact } from '../domain/reader.ts';

const AT_ONCE = 10;

/**
 * Makes every deletion final whose grace has passed, a few at a time; done again it finds nothing to do. What is
 * searched forgets their words in steps of its own, because that may take as long as there are reviews.
 */
export async function finishAllDeletions(transact: Transact, now: () => number): Promise<void> {
  let gone = 0;
  for (let some = 1; some > 0; gone += some)
    some = await transact((writer) => finishDeletions(writer, now(), AT_ONCE));
  if (gone === 0) return;
  for (let more = await transact((writer) => writer.deletions.forgetWords(true)); more; )
    more = await transact((writer) => writer.deletions.forgetWords(false));
}
