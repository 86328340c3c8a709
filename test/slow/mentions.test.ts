import { expect, test } from 'vitest';
import { describeWithShared } from '../engines/shared.ts';
import { measure, wilson } from '../mentions/measure.ts';

describeWithShared('films named in texts', () => {
  test.each(['development', 'held-out'] as const)('are found in the labels of the %s half', (half) => {
    const { right, wrong, missed } = measure(half);
    const [lowest] = wilson(right, right + wrong);
    expect(lowest).toBeGreaterThanOrEqual(0.9);
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.7);
  });
});
