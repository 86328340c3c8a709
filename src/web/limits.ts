import type { LimitName } from './route.ts';

/** How many times one address may do a thing, in so many seconds. */
const LIMITS: Record<LimitName, { points: number; duration: number }> = {
  write: { points: 60, duration: 300 },
  preview: { points: 300, duration: 300 },
  'sign-in': { points: 5, duration: 60 },
  'sign-up': { points: 5, duration: 1800 },
  mail: { points: 10, duration: 3600 },
  import: { points: 20, duration: 3600 },
  search: { points: 30, duration: 60 },
  suggest: { points: 300, duration: 60 },
  'api-read': { points: 600, duration: 300 },
  'api-write': { points: 300, duration: 300 },
  match: { points: 120, duration: 60 },
  page: { points: 20, duration: 3600 },
};

/** Counts how often addresses come. */
export interface Limits {
  /** Seconds to wait before the next time, or 0 when it may be now. */
  take(limit: LimitName, address: string): Promise<number>;
  /** The same, and how much is left of the limit. */
  ask(limit: LimitName, address: string): Promise<Quota>;
}

/** How much of a limit is left: `of` times in `window` seconds, `left` of them, until `reset` seconds from now. */
export interface Quota {
  of: number;
  window: number;
  left: number;
  reset: number;
  /** Seconds to wait before the next time, or 0 when it may be now. */
  wait: number;
}

/** Limits in the memory of this process. */
export function openLimits(): Limits {
  let opened: ReturnType<typeof openLimiters> | undefined;
  const ask: Limits['ask'] = async (limit, address) => {
    const { points: of, duration: window } = LIMITS[limit];
    const seconds = ({ msBeforeNext = 1000 }: { msBeforeNext?: number }) => msBeforeNext / 1000;
    try {
      opened ??= openLimiters();
      const taken = await (await opened)[limit].consume(networkOf(address));
      const reset = Math.ceil(seconds(taken ?? {}));
      return { of, window, left: taken?.remainingPoints ?? 0, reset, wait: 0 };
    } catch (refused) {
      const wait = Math.max(1, seconds(refused as { msBeforeNext?: number }));
      return { of, window, left: 0, reset: Math.ceil(wait), wait };
    }
  };
  return { ask, take: async (limit, address) => (await ask(limit, address)).wait };
}

async function openLimiters() {
  // It brings counters for every database there is; readers are not counted.
  const { RateLimiterMemory } = await import('rate-limiter-flexible');
  const limiters = Object.entries(LIMITS).map(([name, limit]) => [name, new RateLimiterMemory(limit)]);
  return Object.fromEntries(limiters) as Record<LimitName, InstanceType<typeof RateLimiterMemory>>;
}

/**
 * What of an address is one customer's: of IPv6 the whole /64, of IPv4 the address, also where it comes written as
 * IPv6.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  if (!plain.includes(':')) return plain;
  const mapped = /^[0:]{0,40}:ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(plain);
  if (mapped?.[1]) return mapped[1];
  const [head = '', tail] = plain.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const first = groups(head);
  const last = tail === undefined ? [] : groups(tail);
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  const all = tail === undefined ? first : [...first, ...zeros, ...last];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
