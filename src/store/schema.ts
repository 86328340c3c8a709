import type { AccountsTable, SessionsTable } from './schema/accounts.ts';
import type { ApiTokensTable, IdempotencyKeysTable } from './schema/api.ts';
import type {
  CreditsTable,
  ExternalIdsTable,
  FactHistoryTable,
  FactsTable,
  FilmsApartTable,
  FilmsTable,
  FilmTermsTable,
  FilmTitlesTable,
  PeopleTable,
  PersonNamesTable,
} from './schema/catalogue.ts';
import type { ReportsTable, WaitingMailsTable, WaitingReviewsTable } from './schema/desk.ts';
import type { FilmSourcesTable, SourceChangesTable } from './schema/film-sources.ts';
import type { HostPagesTable } from './schema/host-pages.ts';
import type {
  BatchesTable,
  BatchRowsTable,
  ChangesTable,
  UploadFilesTable,
  UploadsTable,
} from './schema/imports.ts';
import type { ListItemsTable, ListsTable } from './schema/lists.ts';
import type { MentionQueueTable, MentionsTable, MentionTitlesTable } from './schema/mentions.ts';
import type { MoreFilmsTable, MoreLinksTable, MoreQueueTable } from './schema/more-films.ts';
import type { PictureActsTable, PictureFilesTable, PicturesTable } from './schema/pictures.ts';
import type { KeptCommentsTable, ProfilesTable } from './schema/profiles.ts';
import type { PosterWordsTable, QuotesTable } from './schema/quotes.ts';
import type { ScreeningImportsTable, ScreeningsTable, VenuesTable } from './schema/screenings.ts';
import type {
  SearchChangedTable,
  SearchKeysTable,
  SearchNearTable,
  SearchTagsTable,
  SearchThingsTable,
  SearchWordsTable,
} from './schema/search.ts';
import type {
  ChangeVersionsTable,
  FilesTable,
  JobsTable,
  RedirectsTable,
  SecretsTable,
  SiteTable,
} from './schema/site.ts';
import type { AnnouncedTable, WebhooksTable } from './schema/webhooks.ts';
import type {
  AuthorsTable,
  DeletionsTable,
  EntriesTable,
  LikesTable,
  MarksTable,
  MembersTable,
  PinsTable,
  ReviewsTable,
  ReviewVersionsTable,
  RightsTable,
} from './schema/writing.ts';

export type * from './schema/accounts.ts';
export type * from './schema/api.ts';
export type * from './schema/catalogue.ts';
export type * from './schema/desk.ts';
export type * from './schema/film-sources.ts';
export type * from './schema/host-pages.ts';
export type * from './schema/imports.ts';
export type * from './schema/lists.ts';
export type * from './schema/mentions.ts';
export type * from './schema/more-films.ts';
export type * from './schema/pictures.ts';
export type * from './schema/profiles.ts';
export type * from './schema/quotes.ts';
export type * from './schema/screenings.ts';
export type * from './schema/search.ts';
export type * from './schema/site.ts';
export type * from './schema/values.ts';
export type * from './schema/webhooks.ts';
export type * from './schema/writing.ts';

/** The tables as both engines hold them, by name. What their values are stands in `schema/values.ts`. */
export interface Schema {
  site: SiteTable;
  secrets: SecretsTable;
  change_versions: ChangeVersionsTable;
  films: FilmsTable;
  external_ids: ExternalIdsTable;
  people: PeopleTable;
  person_names: PersonNamesTable;
  credits: CreditsTable;
  facts: FactsTable;
  fact_history: FactHistoryTable;
  film_titles: FilmTitlesTable;
  film_terms: FilmTermsTable;
  film_sources: FilmSourcesTable;
  source_changes: SourceChangesTable;
  films_apart: FilmsApartTable;
  host_pages: HostPagesTable;
  webhooks: WebhooksTable;
  announced: AnnouncedTable;
  authors: AuthorsTable;
  members: MembersTable;
  accounts: AccountsTable;
  sessions: SessionsTable;
  entries: EntriesTable;
  reviews: ReviewsTable;
  review_versions: ReviewVersionsTable;
  rights: RightsTable;
  poster_words: PosterWordsTable;
  quotes: QuotesTable;
  deletions: DeletionsTable;
  marks: MarksTable;
  likes: LikesTable;
  pins: PinsTable;
  mentions: MentionsTable;
  mention_titles: MentionTitlesTable;
  mention_queue: MentionQueueTable;
  more_films: MoreFilmsTable;
  more_links: MoreLinksTable;
  more_queue: MoreQueueTable;
  lists: ListsTable;
  list_items: ListItemsTable;
  profiles: ProfilesTable;
  kept_comments: KeptCommentsTable;
  redirects: RedirectsTable;
  batches: BatchesTable;
  batch_rows: BatchRowsTable;
  changes: ChangesTable;
  jobs: JobsTable;
  files: FilesTable;
  pictures: PicturesTable;
  picture_files: PictureFilesTable;
  picture_acts: PictureActsTable;
  uploads: UploadsTable;
  upload_files: UploadFilesTable;
  waiting_reviews: WaitingReviewsTable;
  waiting_mails: WaitingMailsTable;
  reports: ReportsTable;
  venues: VenuesTable;
  screenings: ScreeningsTable;
  screening_imports: ScreeningImportsTable;
  api_tokens: ApiTokensTable;
  idempotency_keys: IdempotencyKeysTable;
  search_things: SearchThingsTable;
  search_keys: SearchKeysTable;
  search_words: SearchWordsTable;
  search_near: SearchNearTable;
  search_tags: SearchTagsTable;
  search_changed: SearchChangedTable;
}
