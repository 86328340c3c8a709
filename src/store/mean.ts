import { type RawBuilder, sql } from 'kysely';

/** Under so many ratings a film has no average, as `domain/average.ts` has it. */
const FEWEST = 5;

/** The mean of ratings, ten counts with half a star first, in hundredths of a half-star, 100 to 1000, by which films are put in order; null under five. */
export function meanOf(histogram: readonly number[]): number | null {
  const count = histogram.reduce((sum, n) => sum + n, 0);
  if (count < FEWEST) return null;
  return Math.round((histogram.reduce((sum, n, index) => sum + n * (index + 1), 0) / count) * 100);
}

/** The same of the ratings a query finds, in the same steps, so that both round alike. */
export const MEAN: RawBuilder<number | null> = sql`case when count(*) >= ${sql.lit(FEWEST)} then
  cast(floor((cast(sum(rating) as double precision) / count(*)) * 100 + 0.5) as bigint) end`;
