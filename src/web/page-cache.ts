import { LRUCache } from 'lru-cache';
import type { Ready } from './reply.ts';

/** Bytes of ready pages that are kept. */
const KEPT = 32 * 1024 * 1024;

/**
 * Ready pages by what they show: path, language, encoding and the versions of everything on them. A page whose
 * versions have moved on is simply never asked for again.
 */
export interface PageCache {
  get(key: string): Ready | undefined;
  set(key: string, made: Ready): void;
}

/** A cache of pages; `size` 0 keeps none, to measure what rendering costs. */
export function openPageCache(size = KEPT): PageCache {
  if (size === 0) return { get: () => undefined, set: () => undefined };
  const kept = new LRUCache<string, Ready>({
    maxSize: size,
    sizeCalculation: (made, key) => (made.body?.length ?? 0) + key.length * 2 + 1500,
  });
  return {
    get: (key) => kept.get(key),
    // What a compressor answers lies in a buffer several times its size.
    set: (key, made) => void kept.set(key, { ...made, body: made.body && new Uint8Array(made.body) }),
  };
}
