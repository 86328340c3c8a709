/** A rating in half-stars: an integer from 1 (½) to 10 (★★★★★). No rating is `null`, never 0. */
export type Rating = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

export const RATINGS: readonly Rating[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Whether a value is a rating in half-stars. */
export function isRating(value: unknown): value is Rating {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 10;
}

/**
 * A score on any scale as half-stars, rounded to the nearest half-star; the lowest score of a scale is the
 * lowest rating it can mean, so 1 of 10 is ½ and 1 of 5 is ★. Returns null when the score lies outside its
 * scale, or is the 0 that many exports write for "not rated".
 *
 * @param score the score as given
 * @param best the top of the scale, e.g. 4, 5, 10 or 100
 * @param worst the bottom of the scale, e.g. 0, 0.5 or 1
 */
export function ratingOnScale(score: number, best: number, worst = 0): Rating | null {
  if (!Number.isFinite(score) || !Number.isFinite(best) || best <= 0 || worst >= best) return null;
  if (score > best || score <= 0 || score < worst) return null;
  const half = Math.round((score / best) * 10);
  return Math.min(10, Math.max(1, half)) as Rating;
}
