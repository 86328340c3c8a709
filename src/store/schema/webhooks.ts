import type { Instant } from './values.ts';

/** Addresses elsewhere that are told of new reviews. */
export interface WebhooksTable {
  id: string;
  url: string;
  /** What messages are signed with: `whsec_` and 32 bytes as base64. */
  secret: string;
  state: 'on' | 'off';
  created: Instant;
  /** When it was told last, and how that went: a status of HTTP, or what kept it from being told. */
  told: Instant | null;
  status: number | null;
  fault: string | null;
}

/** Reviews that the world was told of, each once, however often it is hidden and shown again. */
export interface AnnouncedTable {
  entry_id: string;
}
