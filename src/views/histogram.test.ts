import { expect, test } from 'vitest';
import { histogram, type RatingCounts } from './histogram.ts';
import { render } from './html.ts';

function heights(counts: RatingCounts): number[] {
  const svg = render(histogram(counts, 'Ratings'));
  return [...svg.matchAll(/M\d+ \d+h27v(\d+)h-27z/g)].map((bar) => Number(bar[1]));
}

test('the fullest bar fills the height, others are to its scale, none is a hairline', () => {
  expect(heights([0, 0, 0, 0, 0, 0, 5, 10, 20, 0])).toEqual([1, 1, 1, 1, 1, 1, 10, 20, 40, 1]);
});

test('one person among many is more than nobody', () => {
  expect(heights([1, 0, 0, 0, 0, 0, 0, 0, 0, 10_000]).slice(0, 2)).toEqual([2, 1]);
});

test('without ratings every bar is a hairline', () => {
  expect(heights([0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toEqual(Array(10).fill(1));
});

test("it is an image with the caller's words and no text or style of its own", () => {
  const svg = render(histogram([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 'one "and" two <b>'));
  expect(svg).toContain('role="img" aria-label="one &quot;and&quot; two &lt;b&gt;"');
  expect(svg).not.toMatch(/style|<text|<title/);
  expect(svg.replaceAll(/<[^>]*>/g, '')).toBe('');
});
