import { describe, test } from 'vitest';

/** Whether a missing engine is a failure (on CI) or only a thing that is told (on a reader's machine). */
export const mustRun = process.env.CI === 'true';

/**
 * A `describe` that needs something the machine may lack. Where nothing is missing it is an ordinary
 * `describe`; where something is, it counts as one skipped test with the reason as its note, or as one failed
 * test when `CI=true`, so that no engine goes untested unseen.
 *
 * @param missing why it cannot run, as a sentence; null when it can
 */
export function describeUnlessMissing(name: string, missing: string | null, tests: () => void): void {
  if (missing === null) {
    describe(name, tests);
    return;
  }
  describe(name, () => {
    test('has what it needs', ({ skip }) => {
      if (mustRun)
        throw new Error(`${missing} On a reader's machine this is skipped; with CI=true it fails.`);
      skip(missing);
    });
  });
}
