import type { Instant, Json } from './values.ts';

/** A page on another site, with a strip that has to find its film by what the page says. */
export interface HostPagesTable {
  id: string;
  /** Without query and fragment. */
  address: string;
  origin: string;
  /** What the page says of its film: title, year, director, ids. */
  said: Json;
  state: 'waiting' | 'film' | 'none';
  /** The film the owner chose; it may be gone since. */
  film_id: string | null;
  created: Instant;
}
