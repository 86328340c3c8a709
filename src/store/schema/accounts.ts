import type { Flag, Instant } from './values.ts';

/** What we read of the tables of better-auth, which writes them and names their columns. */
export interface AccountsTable {
  id: string;
  name: string;
  email: string;
  emailVerified: Flag;
}

export interface SessionsTable {
  id: string;
  userId: string;
  /** SHA-256 of the token in the cookie. */
  token: string;
  /** ISO 8601, in UTC. */
  expiresAt: string;
  /** When the mailed link was opened that began it; 0 where none did. */
  linkOpened: Instant;
}
