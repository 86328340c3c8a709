/** Under so many ratings an average says more about chance than about the film. */
export const FEWEST = 5;

/** What a set of ratings says: `average` in stars (0.5–5) to one decimal, null under five ratings. */
export interface Average {
  count: number;
  average: number | null;
  /** Ten counts, half a star first; null under five ratings. */
  histogram: readonly number[] | null;
}

/**
 * The average of marks: the plain mean of each author's one standing rating, shown with one decimal.
 * Withheld, like the histogram, under five ratings.
 *
 * @param histogram ten counts, half a star first
 */
export function average(histogram: readonly number[]): Average {
  const count = histogram.reduce((sum, n) => sum + n, 0);
  if (count < FEWEST) return { count, average: null, histogram: null };
  const halves = histogram.reduce((sum, n, index) => sum + n * (index + 1), 0);
  return { count, average: Math.round((halves / 2 / count) * 10) / 10, histogram };
}
