import { type RawBuilder, sql } from 'kysely';

/** How many tiers there are: from 0, which is hardly used, up. */
export const MOST_TIERS = 40;

/** Under so many uses all is alike: where one account with a million films comes, no key of theirs moves. */
const FEWEST_USES = 4;

/** How many uses each tier from 1 begins with: every second is twice the one below. */
const BEGINS = Array.from({ length: MOST_TIERS - 1 }, (_, at) => Math.ceil(FEWEST_USES * 2 ** (at / 2)));

/** How much used something is, by how many reviews and ratings or other uses it has. */
export function tierOf(uses: number): number {
  const above = BEGINS.findIndex((begins) => uses < begins);
  return above < 0 ? MOST_TIERS - 1 : above;
}

/** The same of a number that a query finds. */
export function tierIn(uses: RawBuilder<number>): RawBuilder<number> {
  const tiers = BEGINS.map((begins, tier) => sql`when ${uses} < ${sql.lit(begins)} then ${sql.lit(tier)}`);
  return sql`case ${sql.join(tiers, sql` `)} else ${sql.lit(MOST_TIERS - 1)} end`;
}
