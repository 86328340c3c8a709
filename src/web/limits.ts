import { RateLimiterMemory } from 'rate-limiter-flexible';
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
};

/** Counts how often addresses come. */
export interface Limits {
  /** Seconds to wait before the next time, or 0 when it may be now. */
  take(limit: LimitName, address: string): Promise<number>;
}

/** Limits in the memory of this process. */
export function openLimits(): Limits {
  const limiters = new Map(
    Object.entries(LIMITS).map(([name, limit]) => [name, new RateLimiterMemory(limit)] as const),
  );
  return {
    async take(limit, address) {
      try {
        await limiters.get(limit)?.consume(networkOf(address));
        return 0;
      } catch (refused) {
        return Math.max(1, Math.ceil((refused as { msBeforeNext?: number }).msBeforeNext ?? 1000) / 1000);
      }
    },
  };
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
