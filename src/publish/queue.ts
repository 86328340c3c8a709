/**
 * The records that a run has met, each once, in the order in which they were met: some five bytes for each, because a
 * copy may hold millions.
 */
export function openQueue() {
  let seen = new Uint8Array(65_536);
  let waiting = new Uint32Array(65_536);
  let met = 0;
  let settled = 0;
  return {
    /** Meets a record, by its number. */
    mark(id: number): void {
      if (id >= seen.length) seen = grown(seen, id);
      if (seen[id] === 1) return;
      seen[id] = 1;
      if (met === waiting.length) waiting = grown(waiting, met);
      waiting[met] = id;
      met += 1;
    },
    /** Takes a record for one that was not met. */
    forget(id: number): void {
      seen[id] = 0;
    },
    isMet: (id: number): boolean => seen[id] === 1,
    /** The next that is still to be settled; null when there is none. */
    next(): number | null {
      if (settled === met) return null;
      settled += 1;
      return waiting[settled - 1] ?? null;
    },
    counts: () => ({ settled, met }),
  };
}

export type Queue = ReturnType<typeof openQueue>;

function grown<A extends Uint8Array | Uint32Array>(array: A, least: number): A {
  const Kind = array.constructor as new (length: number) => A;
  const made = new Kind(Math.max(array.length * 2, least + 1));
  made.set(array);
  return made;
}
