import { FetchError } from './fetch-error.ts';

/** How each host is treated. */
export interface Manners {
  /**
   * Waits for one's turn with a host.
   *
   * @returns what ends the turn
   * @throws FetchError `asked-to-wait` while the host asks to be left alone
   */
  enter(host: string): Promise<() => void>;
  /** Keeps what a host asked for with its answer. */
  asked(host: string, status: number, until: number | null): void;
}

/** A host that wants a rest and does not say how long is given this one, in milliseconds. */
const REST = 60_000;
/** However long a host asks for, it is asked again the next day. */
const LONGEST_REST = 86_400_000;

/** One request to a host at a time, with a pause between, and none while it asks for a rest. */
export function openManners(now: () => number, pause: number, signal: AbortSignal): Manners {
  const turns = new Map<string, Promise<void>>();
  const rests = new Map<string, number>();
  return {
    async enter(host) {
      const before = turns.get(host);
      let end = () => {};
      const turn = new Promise<void>((resolve) => {
        end = resolve;
      });
      turns.set(host, turn);
      const leave = () => {
        const over = () => {
          clearTimeout(rest);
          signal.removeEventListener('abort', over);
          if (turns.get(host) === turn) turns.delete(host);
          end();
        };
        const rest = setTimeout(over, signal.aborted ? 0 : pause);
        signal.addEventListener('abort', over);
      };
      await before;
      const until = rests.get(host) ?? 0;
      if (until > now()) {
        if (turns.get(host) === turn) turns.delete(host);
        end();
        throw new FetchError('asked-to-wait', host, { until });
      }
      rests.delete(host);
      return leave;
    },
    asked(host, status, until) {
      if (status === 429 || (until !== null && status >= 500))
        rests.set(host, Math.min(until ?? now() + REST, now() + LONGEST_REST));
    },
  };
}
