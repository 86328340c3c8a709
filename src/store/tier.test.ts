import { expect, test } from 'vitest';
import { MOST_TIERS, tierOf } from './tier.ts';

test('every second tier begins with twice as many uses, and there is a highest', () => {
  expect([0, 3, 4, 5, 6, 7, 8, 11, 12, 16].map(tierOf)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 5]);
  for (let doubled = 0; doubled < 12; doubled += 1) expect(tierOf(4 * 2 ** doubled)).toBe(1 + 2 * doubled);
  expect(tierOf(1e12)).toBe(MOST_TIERS - 1);
});
