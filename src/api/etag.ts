import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** An answer's body as it is sent, and what tells it from every other. */
export interface Made {
  etag: string;
  body: string;
  headers: Record<string, string>;
}

/** Bytes of answers to readers without a token that are kept. */
const MOST_BYTES = 8_000_000;

/** Copies of answers, each under the versions of what it shows: exact as long as those are asked for each time. */
export function openKept(): { get(key: string): Made | undefined; set(key: string, made: Made): void } {
  const kept = new LRUCache<string, Made>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ body }, key) => body.length * 2 + key.length + 200,
  });
  return { get: (key) => kept.get(key), set: (key, made) => void kept.set(key, made) };
}

/** What tells a representation from every other: it changes with any letter of it. */
export function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** The tags of an `If-Match` or `If-None-Match`; null where the header is not there. */
export function tagsIn(header: string | null): readonly string[] | null {
  if (header === null) return null;
  if (header.trim() === '*') return ['*'];
  return header.slice(0, 5000).match(/(?:W\/)?"[^"]*"/g) ?? [];
}

/** Whether what a reader has is what would be sent (RFC 9110 §13.1.2: weak comparison). */
export function isKnown(tags: readonly string[] | null, etag: string): boolean {
  return tags?.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag) ?? false;
}

/** Whether what is there is what an asker had before them (RFC 9110 §13.1.1: strong comparison). */
export function isPresent(tags: readonly string[], present: unknown): boolean {
  const etag = etagOf(JSON.stringify(present));
  return tags.some((tag) => tag === '*' || tag === etag);
}
