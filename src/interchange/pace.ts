/** What one short transaction should take, in milliseconds: readers and writers hardly notice. */
const AIM_MS = 10;
/** How long others wait at most for their turn on this thread while much is worked through, in milliseconds. */
const STRETCH_MS = 2;

/** How much fits into one short transaction, found by trying. */
export interface Pace {
  /** How many things to take next. */
  size(): number;
  /** Tells how long so many took, in milliseconds. */
  took(things: number, ms: number): void;
}

/**
 * A pace between bounds. The least keeps a slow disk from making a transaction of every row; growth is by
 * doubling at most, so that one quick slice misleads nobody.
 *
 * @param aim what one transaction should take, in milliseconds
 */
export function paceBetween(least: number, most: number, aim = AIM_MS): Pace {
  let size = least;
  return {
    size: () => size,
    took(things, ms) {
      const ideal = (things * aim) / Math.max(ms, 0.1);
      size = Math.round(Math.min(most, Math.max(least, Math.min(ideal, size * 2))));
    },
  };
}

/** Gives others their turn: to be awaited often; it waits only once a stretch of work has grown long. */
export function turnTaking(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < STRETCH_MS) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}
