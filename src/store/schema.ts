/**
 * The tables as both engines hold them: ids and slugs are text, instants are epoch milliseconds, viewing dates
 * are `YYYY[-MM[-DD]]`, flags are 0 or 1, ratings are half-stars from 1 to 10, and structured values are JSON text.
 */

export type Flag = 0 | 1;
/** Epoch milliseconds. */
export type Instant = number;
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, without a time zone. */
export type DateText = string;
/** JSON text; the noun's own file in the store reads and writes it. */
export type Json = string;

export type Visibility = 'everyone' | 'members' | 'followers' | 'me' | 'draft';
/** Where an entry came from. */
export type Source = 'local' | 'letterboxd' | 'imdb' | 'trakt' | 'activitypub' | 'jsonld' | 'quote';
/** By what right an entry is shown. */
export type Basis = 'own' | 'permission' | 'excerpt' | 'federated';
/** Why an entry is kept from readers although its visibility would show it. */
export type Withheld = 'awaiting' | 'hidden' | 'rights' | 'deleted';
export type SpoilerState = 'yes' | 'no' | 'unknown';
export type TextFormat = 'plain' | 'lbml' | 'markdown' | 'html';
export type Role = 'owner' | 'curator' | 'moderator' | 'member';
/** Where files that were brought stand: being read, read, being imported, imported, or beyond our reading. */
export type UploadState = 'reading' | 'read' | 'importing' | 'imported' | 'broken';
export type BatchState = 'staging' | 'done' | 'undoing' | 'undone' | 'refused';

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

export interface ListsTable {
  id: string;
  author_id: string;
  slug: string;
  title: string;
  description: string | null;
  ranked: Flag;
  visibility: Visibility;
  source: Source;
  key: string | null;
  batch_id: string | null;
  created: Instant;
  updated: Instant;
}

export interface ListItemsTable {
  list_id: string;
  film_id: string;
  position: number;
  note: string | null;
  batch_id: string | null;
}

export interface RedirectsTable {
  kind: 'film' | 'person' | 'member' | 'list';
  slug: string;
  target_id: string;
}

export interface BatchesTable {
  id: string;
  kind: 'import';
  format: string;
  source_name: string;
  state: BatchState;
  member_id: string | null;
  visibility: Visibility;
  /** The importer's word for the right to show what it brings, as given. */
  word: string | null;
  report: Json;
  /** Until when a living process holds the staging. */
  lease: Instant;
  created: Instant;
  finished: Instant | null;
}

export interface BatchRowsTable {
  batch_id: string;
  number: number;
  file: string;
  row: string;
  outcome: 'created' | 'updated' | 'unchanged' | 'unmatched' | 'rejected';
  code: string | null;
  message: string | null;
  target_id: string | null;
  /** What is still to be done when the batch becomes visible, as JSON. */
  plan: Json | null;
}

/** Before-images of a bulk change, restored in reverse by undo. */
export interface ChangesTable {
  batch_id: string;
  number: number;
  table_name: string;
  row_key: Json;
  /** The row before, or null where the change made it. */
  was: Json | null;
  /** A digest of the row after, by which a later hand is noticed. */
  became: string;
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
}

/** Files brought to be imported. */
export interface UploadsTable {
  id: string;
  member_id: string;
  state: UploadState;
  look: Json | null;
  visibility: Visibility | null;
  word: string | null;
  problem: string | null;
  batch_id: string | null;
  done: number;
  rows: number;
  created: Instant;
  expires: Instant;
}

export interface UploadFilesTable {
  upload_id: string;
  position: number;
  name: string;
  hash: string;
  size: number;
}

/** A review that waits to be published: from the form's first sending on, until its mailed link is opened. */
export interface WaitingReviewsTable {
  id: string;
  /** SHA-256 of the token in the address of its own page. */
  token_hash: string;
  /** SHA-256 of the token in the mailed link; null before one was mailed. */
  mail_hash: string | null;
  film_id: string;
  email: string | null;
  name: string | null;
  form: Json;
  language: string;
  created: Instant;
  expires: Instant;
  /** The entry it became. */
  entry_id: string | null;
}

/** Links mailed for reviews that wait, so that nobody's letter box is flooded. */
export interface WaitingMailsTable {
  id: string;
  email: string;
  sent: Instant;
}

/** What readers and authors ask about a review. */
export interface ReportsTable {
  id: string;
  entry_id: string;
  kind: 'mine' | 'report';
  reason: string;
  message: string;
  contact: string | null;
  state: 'open' | 'kept' | 'removed';
  created: Instant;
  decided: Instant | null;
  decided_by: string | null;
}

export interface Schema {
  site: SiteTable;
  secrets: SecretsTable;
  change_versions: ChangeVersionsTable;
  films: FilmsTable;
  external_ids: ExternalIdsTable;
  people: PeopleTable;
  credits: CreditsTable;
  authors: AuthorsTable;
  members: MembersTable;
  entries: EntriesTable;
  reviews: ReviewsTable;
  review_versions: ReviewVersionsTable;
  rights: RightsTable;
  marks: MarksTable;
  likes: LikesTable;
  pins: PinsTable;
  lists: ListsTable;
  list_items: ListItemsTable;
  redirects: RedirectsTable;
  batches: BatchesTable;
  batch_rows: BatchRowsTable;
  changes: ChangesTable;
  jobs: JobsTable;
  files: FilesTable;
  uploads: UploadsTable;
  upload_files: UploadFilesTable;
  waiting_reviews: WaitingReviewsTable;
  waiting_mails: WaitingMailsTable;
  reports: ReportsTable;
}
