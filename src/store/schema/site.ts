import type { Generated } from 'kysely';
import type { Instant, Json } from './values.ts';

export interface SiteTable {
  id: string;
  name: string;
  settings: Json;
  created: Instant;
}

/** Secrets made once and shared by every process of the site. */
export interface SecretsTable {
  name: string;
  value: string;
}

/** How often what a page shows has changed. `id` is a film's, member's or list's id, or `site` or `films`. */
export interface ChangeVersionsTable {
  id: string;
  version: number;
}

export interface RedirectsTable {
  kind: 'film' | 'person' | 'member' | 'list';
  slug: string;
  target_id: string;
}

export interface JobsTable {
  id: string;
  kind: string;
  payload: Json;
  state: 'waiting' | 'running' | 'failed';
  due: Instant;
  lease: Instant | null;
  holder: string | null;
  attempts: number;
  error: string | null;
  created: Instant;
}

export interface FilesTable {
  hash: string;
  type: string;
  size: number;
  created: Instant;
  /** How many hold it who may come to need it, and until when they are believed to. */
  held: Generated<number>;
  held_until: Generated<Instant | null>;
  /** Until when somebody is taking it away; null while nobody is. */
  leaving: Generated<Instant | null>;
}
