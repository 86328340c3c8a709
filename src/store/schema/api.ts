import type { Instant, Json } from './values.ts';

/** By what a program acts for a member. */
export interface ApiTokensTable {
  id: string;
  member_id: string;
  name: string;
  /** SHA-256 of the token. */
  token_hash: string;
  /** What it may be used for, as a JSON array. */
  scopes: Json;
  created: Instant;
  /** About when it was used last; null where it never was. */
  used: Instant | null;
}

/** What a program was answered that sent a key with its request. */
export interface IdempotencyKeysTable {
  /** A member's id, or `anyone`. */
  owner: string;
  key: string;
  /** SHA-256 of what was asked. */
  fingerprint: string;
  /** Under way, carried out and not answered yet, or answered. */
  state: 'running' | 'written' | 'answered';
  status: number | null;
  answer: Json | null;
  /** Until when whoever carries it out is taken to be alive. */
  lease: Instant;
  created: Instant;
}
