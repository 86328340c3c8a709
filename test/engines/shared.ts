import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeUnlessMissing } from './not-run.ts';

const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = resolve(checkout, process.env.HOUSELIGHTS_SHARED ?? '../shared');

/**
 * Where a file of the shared data lies. The data is not part of this repository: it is looked for in
 * `HOUSELIGHTS_SHARED`, else in `../shared` beside the checkout. Use inside {@link describeWithShared} only.
 *
 * @param path relative to the shared folder, e.g. `data/rss`
 */
export function shared(path = ''): string {
  return join(folder, path);
}

/**
 * A `describe` that reads shared data: skipped with a sentence where the data is absent, failed when `CI=true`.
 *
 * @param paths what it reads, relative to the shared folder
 */
export function describeWithShared(name: string, tests: () => void, paths: string[] = ['data']): void {
  const absent = paths.find((path) => !existsSync(shared(path)));
  const missing =
    absent === undefined
      ? null
      : `The shared data (${absent}) is not beside the checkout; HOUSELIGHTS_SHARED may name its folder.`;
  describeUnlessMissing(name, missing, tests);
}
