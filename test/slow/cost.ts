/** Below so many microseconds a measurement says more about the machine than about the work. */
const LEAST = 2000;

/** The processor's time that some work takes, in microseconds, and never under 2 ms. */
function costOf(work: () => unknown, runs = 1): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    work();
    least = Math.min(least, process.cpuUsage(before).user);
  }
  return Math.max(LEAST, least);
}

const SMALL = 1500;
/** How many times as long the larger text is. */
export const TIMES = 8;

/**
 * How many times as long some work takes when what it is given grows eight-fold: about 8 when it takes time in
 * step with it, 64 when with its square. Infinity for what takes for ever with little already. What is measured
 * as bad is measured again.
 *
 * @param work is given a length in characters
 */
export function growthOf(work: (length: number) => unknown): number {
  // What doubles with every character shows with a few of them.
  if (costOf(() => work(28)) > 50 * LEAST) return Number.POSITIVE_INFINITY;
  const small = costOf(() => work(SMALL));
  if (small > 200 * LEAST) return Number.POSITIVE_INFINITY;
  const large = costOf(() => work(SMALL * TIMES));
  if (large <= TIMES * LEAST) return 1;
  if (large / small < 2 * TIMES) return large / small;
  return costOf(() => work(SMALL * TIMES), 2) / costOf(() => work(SMALL), 2);
}
