import type { Instant, Json } from './values.ts';

/** Why another film stands on a film's page. */
export type MoreReason = 'director' | 'cast' | 'lists' | 'named';

/** The films that stand on a film's page, each with the one reason that is said. */
export interface MoreFilmsTable {
  film_id: string;
  position: number;
  other_id: string;
  reason: MoreReason;
  /** Who made or plays in both, where that is the reason. */
  person_id: string | null;
}

/** By what a film leads to others, as it was when its row was reckoned last. */
export interface MoreLinksTable {
  film_id: string;
  links: Json;
  reckoned: Instant;
}

/** Films whose row is to be reckoned anew. */
export interface MoreQueueTable {
  film_id: string;
  noted: Instant;
  /** How often it was asked for since: by this it is told whether somebody asked again meanwhile. */
  times: number;
}
