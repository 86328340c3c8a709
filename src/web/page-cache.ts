import { LRUCache } from 'lru-cache';
import type { Ready } from './reply.ts';

/** Bytes of ready pages that are kept in memory. */
const KEPT = 32 * 1024 * 1024;
/** So many pages that memory has no room for are put on the shelf at a time. */
const TOGETHER = 32;

/**
 * Ready pages, each in one version. `page` says which one it is (path, language, encoding, who may frame it), its
 * ETag what it is exact for: one that has moved on is never answered again.
 */
export interface PageCache {
  get(page: string, etag: string): Ready | undefined;
  /** Keeps a page that anybody may be shown, in place of its former version. */
  set(page: string, etag: string, made: Ready): void;
  close(): void;
}

/** Where pages lie for which there is no room in memory. What it throws means that it is of no use any more. */
export interface Shelf {
  get(page: string, etag: string): Pick<Ready, 'headers' | 'body'> | undefined;
  put(pages: readonly ShelvedPage[]): void;
  close(): void;
}

interface ShelvedPage extends Pick<Ready, 'headers' | 'body'> {
  page: string;
  etag: string;
}

interface Kept {
  etag: string;
  made: Ready;
  /** Whether it comes from the shelf. */
  shelved: boolean;
}

/**
 * A cache of pages, in memory and, once that is full, on a shelf.
 *
 * @param parts.size bytes of memory; 0 keeps nothing at all, to measure what rendering costs
 * @param parts.shelf opens the shelf; asked for when the first pages have to leave memory
 * @param parts.failed told once, when there is no shelf to be had any more; pages are then made anew
 */
export function openPageCache(
  parts: { size?: number | undefined; shelf?: () => Shelf; failed?: (error: unknown) => void } = {},
): PageCache {
  const { size = KEPT } = parts;
  if (size === 0) return { get: () => undefined, set: () => undefined, close: () => undefined };
  const below = openBelow(parts);
  const kept = new LRUCache<string, Kept>({
    maxSize: size,
    sizeCalculation: ({ made }, page) => (made.body?.length ?? 0) + page.length * 2 + 1500,
    dispose(old, page, reason) {
      if (reason === 'evict' && !old.shelved) below.put({ ...old.made, page, etag: old.etag });
    },
  });
  return {
    get(page, etag) {
      const known = kept.get(page);
      if (known?.etag === etag) return known.made;
      const found = below.get(page, etag);
      if (!found) return undefined;
      // No other answer is kept.
      const made = { status: 200, headers: found.headers, body: found.body, cookies: [] };
      kept.set(page, { etag, made, shelved: true });
      return made;
    },
    set(page, etag, made) {
      // What a compressor answers lies in a buffer several times its size.
      const body = made.body && new Uint8Array(made.body);
      kept.set(page, { etag, made: { ...made, body }, shelved: false });
    },
    close: below.close,
  };
}

/** The shelf, with what is about to be put on it; empty once it has failed. */
function openBelow(parts: { shelf?: () => Shelf; failed?: (error: unknown) => void }) {
  const waiting = new Map<string, ShelvedPage>();
  let shelf: Shelf | null = null;
  let open = parts.shelf;
  const close = () => {
    open = undefined;
    waiting.clear();
    const last = shelf;
    shelf = null;
    last?.close();
  };
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      parts.failed?.(error);
      close();
      return undefined;
    }
  };
  const putAll = () =>
    attempt(() => {
      shelf ??= open?.() ?? null;
      shelf?.put([...waiting.values()]);
      waiting.clear();
    });
  return {
    get(page: string, etag: string) {
      const found = waiting.get(page);
      if (found?.etag === etag) return found;
      return attempt(() => shelf?.get(page, etag));
    },
    put(page: ShelvedPage) {
      if (!open) return;
      waiting.set(page.page, page);
      // Not while somebody waits for an answer.
      if (waiting.size === TOGETHER) setImmediate(putAll);
    },
    close,
  };
}
