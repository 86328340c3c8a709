import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that take minutes and run apart, by `npm run slow`. */
const slow = 'test/slow/**';

/** Tests that put something in a module's place and so need modules of their own; the others share them. */
const alone = ['test/app/guessing.test.ts'];

export default defineConfig({
  test: {
    pool: 'forks',
    isolate: false,
    // One more than there are processors: tests wait for databases, browsers and commands.
    maxWorkers: availableParallelism() + 1,
    silent: 'passed-only',
    reporters: ['./test/setup/reporter.ts'],
    globalSetup: ['test/setup/engines.ts'],
    exclude: ['node_modules/**', 'dist/**', slow],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['{src,browser,bench,tools}/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'app',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', slow, ...alone],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: alone, isolate: true, testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
