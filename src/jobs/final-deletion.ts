import { finishDeletions } from '../domain/deletion.ts';
import type { Transact } from '../domain/reader.ts';

const AT_ONCE = 10;

/** Makes every deletion final whose grace has passed, a few at a time; done again it finds nothing to do. */
export async function finishAllDeletions(transact: Transact, now: () => number): Promise<void> {
  while ((await transact((writer) => finishDeletions(writer, now(), AT_ONCE))) > 0);
}
