import { describeHostile, SAMPLE } from './hostile.ts';

// All of them, and each field alone: test/slow/api-hostile.test.ts.
describeHostile(
  SAMPLE.filter((_, index) => index % 5 === 0 || index >= SAMPLE.length - 3),
  false,
);
