const HOUR_MS = 3_600_000;
/** Wrong passwords in a row that cost no wait. */
const FREE = 4;
/** Wrong passwords within an hour after which the rest of it is waited for. */
const MOST = 10;
const FIRST_WAIT_MS = 15_000;
/** Accounts that are remembered; the longest unheard of is forgotten first. */
const REMEMBERED = 20_000;

interface Tried {
  first: number;
  last: number;
  count: number;
}

/** Counts wrong passwords by whose they were to be, so that nobody guesses on from many addresses. */
export interface Tries {
  /** Counts a try before it is made; answers 0, or the seconds to wait where it may not be made now. */
  take(whose: string): number;
  /** The password was right: nothing is held against its person. */
  passed(whose: string): void;
}

/** Tries in the memory of this process; each process of a site counts its own. */
export function openTries(now: () => number): Tries {
  const tried = new Map<string, Tried>();
  return {
    take(whose) {
      const time = now();
      const known = tried.get(whose);
      const standing = known && time - known.first < HOUR_MS ? known : null;
      const until = standing ? openAgain(standing) : 0;
      if (until > time) return Math.ceil((until - time) / 1000);
      tried.delete(whose);
      tried.set(whose, { first: standing?.first ?? time, last: time, count: (standing?.count ?? 0) + 1 });
      const oldest = tried.size > REMEMBERED ? tried.keys().next().value : undefined;
      if (oldest !== undefined) tried.delete(oldest);
      return 0;
    },
    passed(whose) {
      tried.delete(whose);
    },
  };
}

/** When the next try may be made: at once for the first few, then twice as long after each. */
function openAgain({ first, last, count }: Tried): number {
  if (count >= MOST) return first + HOUR_MS;
  return count <= FREE ? last : last + FIRST_WAIT_MS * 2 ** (count - FREE - 1);
}
