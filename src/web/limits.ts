import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { LimitName } from './route.ts';

/** How many times one address may do a thing, in so many seconds. */
const LIMITS: Record<LimitName, { points: number; duration: number }> = {
  write: { points: 60, duration: 300 },
  preview: { points: 300, duration: 300 },
  'sign-in': { points: 10, duration: 60 },
  'sign-up': { points: 5, duration: 1800 },
  mail: { points: 10, duration: 3600 },
  import: { points: 20, duration: 3600 },
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

/** An IPv6 customer has a whole /64; an IPv4 one an address. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/, '');
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain;
}
