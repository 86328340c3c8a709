import { defineConfig } from 'vitest/config';

/** The tests that take minutes: durability, soaks, attacks at length. One file at a time: they measure. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    name: 'slow',
    pool: 'forks',
    fileParallelism: false,
    // What they measured is said too.
    silent: false,
    reporters: ['./test/setup/reporter.ts'],
    globalSetup: ['test/setup/engines.ts'],
    include: ['test/slow/**/*.test.ts'],
    testTimeout: 20 * 60_000,
    hookTimeout: 5 * 60_000,
  },
});
