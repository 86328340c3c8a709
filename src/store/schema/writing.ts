import type {
  Basis,
  DateText,
  Flag,
  Instant,
  Json,
  Role,
  Source,
  SpoilerState,
  TextFormat,
  Visibility,
  Withheld,
} from './values.ts';

export interface AuthorsTable {
  id: string;
  name: string;
  source: Source;
  /** What makes two mentions the same author: a profile link, or for a name without one the film it signs. */
  key: string;
  link: string | null;
  /** Where the author writes, in plain text: "Letterboxd". Null for members. */
  place: string | null;
  /** The author this one was claimed by; null while it stands for itself. */
  canonical_id: string | null;
  batch_id: string | null;
  created: Instant;
}

export interface MembersTable {
  id: string;
  account_id: string | null;
  author_id: string;
  username: string;
  role: Role;
  settings: Json;
  created: Instant;
}

export interface EntriesTable {
  id: string;
  /** The canonical film and author, by which everything is read. */
  film_id: string;
  author_id: string;
  /** The film and author it was written with; these never change. */
  first_film_id: string;
  first_author_id: string;
  source: Source;
  /** What makes an entry from elsewhere the same entry when it comes again; null for one written here. */
  key: string | null;
  /** Where the entry still lives. */
  link: string | null;
  /** The name of the place it was or is written on: "Letterboxd". */
  place: string | null;
  viewed: DateText | null;
  rating: number | null;
  /** The author's own score as written: "84/100", "B+". */
  score: string | null;
  liked: Flag;
  rewatch: Flag;
  venue: string | null;
  tags: Json;
  title: string | null;
  has_text: Flag;
  /** Characters of the review's words. */
  length: number;
  language: string | null;
  spoiler: SpoilerState;
  visibility: Visibility;
  withheld: Withheld | null;
  /** 1 when everyone may see it: visibility is everyone and nothing withholds it. */
  everyone: Flag;
  basis: Basis;
  /** 0 for quotes and for authors with a declared connection: shown, not averaged. */
  counted: Flag;
  likes: number;
  /** The day it was written as its source says, for reading; null when the source does not say. */
  written: DateText | null;
  /** Sort key: later writing is greater, undated is least, in the order of its file. */
  written_key: string;
  /** Sort key of the viewing date: undated is greatest. */
  viewed_key: string;
  batch_id: string | null;
  created: Instant;
  updated: Instant;
  /** When somebody last changed the words after they were published. */
  edited: Instant | null;
  deleted: Instant | null;
}

/** The words of an entry that has some. */
export interface ReviewsTable {
  entry_id: string;
  format: TextFormat;
  source: string;
  html: string;
  text: string;
  fold: number | null;
  cut: number | null;
  batch_id: string | null;
}

export interface ReviewVersionsTable {
  id: string;
  entry_id: string;
  /** The entry and its review as they were, as JSON; null once the author purged this version. */
  was: Json | null;
  editor_id: string | null;
  saved: Instant;
}

/** By what right an entry is shown, and where its author allows it. */
export interface RightsTable {
  entry_id: string;
  basis: Basis;
  /** `here`, `strips`, `posters`, as JSON. */
  allowed: Json;
  /** The promise in the words it was given in. */
  word: string | null;
  given_by: string | null;
  given: Instant;
  until: DateText | null;
  /** The batch whose word it is; null where it was said of this one alone. */
  batch_id: string | null;
}

export interface MarksTable {
  author_id: string;
  film_id: string;
  first_author_id: string;
  first_film_id: string;
  watched: DateText | null;
  liked: DateText | null;
  rating: number | null;
  rated: DateText | null;
  watchlist: DateText | null;
  visibility: Visibility;
  /** 1 when the rating is a member's of this site. */
  here: Flag;
  counted: Flag;
  batch_id: string | null;
}

/** What is gone for good: that it was there, and no word of it. */
export interface DeletionsTable {
  thing_id: string;
  kind: 'entry';
  /** The film it was about, where everyone could see it. */
  film_id: string | null;
  /** When its author took it away, and when it went. */
  asked: Instant;
  done: Instant;
  /** A digest of the key an import knew it by; null for what was written here. */
  key_digest: string | null;
}

export interface LikesTable {
  entry_id: string;
  author_id: string;
  created: Instant;
}

export interface PinsTable {
  film_id: string;
  entry_id: string;
  position: number;
}
