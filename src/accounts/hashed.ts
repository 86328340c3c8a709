import { createHash } from 'node:crypto';

/** What is kept of a token: its SHA-256 in hex. Tokens are random, so a plain hash cannot be guessed back. */
export function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
