import type { DateText, Instant, Json } from './values.ts';

export interface FilmsTable {
  id: string;
  slug: string;
  title: string;
  original_title: string | null;
  title_key: string;
  year: number | null;
  released: DateText | null;
  runtime: number | null;
  synopsis: string | null;
  synopsis_language: string | null;
  countries: Json;
  languages: Json;
  genres: Json;
  /** The film this one was merged into; null while it stands for itself. */
  canonical_id: string | null;
  batch_id: string | null;
  created: Instant;
  updated: Instant;
  /** Reviews with text that everyone may see. */
  reviews: number;
  /** Ratings of members here, and elsewhere: ten counts, half a star first, as JSON. */
  ratings_here: Json;
  ratings_elsewhere: Json;
}

export interface ExternalIdsTable {
  thing_id: string;
  scheme: string;
  value: string;
  kind: 'film' | 'person';
  batch_id: string | null;
}

export interface PeopleTable {
  id: string;
  slug: string;
  name: string;
  batch_id: string | null;
  created: Instant;
}

export interface CreditsTable {
  id: string;
  film_id: string;
  person_id: string;
  role: string;
  position: number;
  character: string | null;
  batch_id: string | null;
}
