import type { DateText, FactSource, Instant, Json } from './values.ts';

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
  /** Whatever else a film's page shows of its facts, so that it asks for nothing more: `FilmDetails` as JSON. */
  details: Json;
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
  /** The mean of `ratings_here` in hundredths of a half-star; null under five. */
  average_here: number | null;
  /** Its poster: its id, its height and the widths it is here in, apart by blanks; null for a drawn card. */
  poster: string | null;
  /** How much used it is, by its reviews and ratings: see `tier.ts`. Films are found by that. */
  tier: number;
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

/** Other names of people, as sources write them. */
export interface PersonNamesTable {
  person_id: string;
  name: string;
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

/** What one source says of one field of a film. What holds of them is worked out into the film's other tables. */
export interface FactsTable {
  film_id: string;
  /** `title`, `title:fr`, `release:GB:theatrical`, `credits:director`, …: see `domain/fact-field.ts`. */
  field: string;
  source: FactSource;
  value: Json;
  /** The language of a value that is text, BCP 47, where the field does not say it. */
  language: string | null;
  licence: string | null;
  link: string | null;
  /** When the source was asked, or somebody said it. */
  fetched: Instant;
  /** Who said it by hand. */
  member_id: string | null;
  batch_id: string | null;
}

/** What a source said before it said something else, or nothing more. */
export interface FactHistoryTable {
  id: string;
  film_id: string;
  field: string;
  source: FactSource;
  value: Json;
  language: string | null;
  licence: string | null;
  link: string | null;
  /** Since when it had been said. */
  fetched: Instant;
  /** When it was replaced or taken back, and who did; nobody where the source itself says otherwise. */
  replaced: Instant;
  member_id: string | null;
  batch_id: string | null;
}

/** Every title a film goes by, for searching. */
export interface FilmTitlesTable {
  film_id: string;
  position: number;
  title: string;
  /** BCP 47 */
  language: string | null;
  kind: 'title' | 'original' | 'other';
  title_key: string;
}

/** What films are found together by. */
export interface FilmTermsTable {
  film_id: string;
  kind: TermKind;
  /** As it stands in an address: `gb`, `film-noir`, `1990s`. */
  term: string;
  /** As the source writes it. */
  name: string;
}

/** That somebody has said of two films that look alike that they are two; the lesser id stands first. */
export interface FilmsApartTable {
  film_id: string;
  other_id: string;
  member_id: string | null;
  created: Instant;
}

export type TermKind = 'genre' | 'country' | 'language' | 'studio' | 'decade';
