/** The store as the rooms above know it: what can be asked, what can be written, and the shapes that come back. */
export type { Author } from '../store/author.ts';
export type { Batch, BatchRow } from '../store/batch.ts';
export type { NumberedRow, RowTarget, WaitingRow } from '../store/batch-rows.ts';
export type { CopyRecord, CopyRecords, CopyTitle } from '../store/copy.ts';
export type { Credit } from '../store/credit.ts';
export type { Entry, EntryFacts, ReviewText } from '../store/entry.ts';
export type { Fact, FormerFact } from '../store/fact.ts';
export type { Film, Histogram } from '../store/film.ts';
export type { FilmKey } from '../store/film-address.ts';
export type { FilmTerm } from '../store/film-filter.ts';
export type { Hanging, MovedTable } from '../store/film-moves.ts';
export type { LookedUpAt, Lookups } from '../store/film-source.ts';
export type { FilmLine, FilmSort } from '../store/films.ts';
export type { ListLine } from '../store/list.ts';
export type { Mark } from '../store/mark.ts';
export type { LetsOut, Member } from '../store/member.ts';
export type { NamedFilm } from '../store/mention.ts';
export type { Reader, Store, Transact, Writer } from '../store/open.ts';
export type { Person } from '../store/person.ts';
export type { Picture, PictureAct, PictureFile } from '../store/picture.ts';
export type { Report } from '../store/report.ts';
export type { Review, ReviewWithFilm } from '../store/review.ts';
export type { ReviewCursor, ReviewFacets, ReviewFilter, ReviewSort } from '../store/reviews.ts';
export type { SaidOfFilm } from '../store/said.ts';
export type {
  AllowedUse,
  Basis,
  FactSource,
  PictureFormat,
  PictureKind,
  PictureSource,
  Role,
  Source,
  SpoilerState,
  TermKind,
  TextFormat,
  Visibility,
  Withheld,
} from '../store/schema.ts';
export type { Screening, ScreeningCursor, ScreeningFacts, ScreeningLine } from '../store/screening.ts';
export type { ScreeningChange, ScreeningImport } from '../store/screening-import.ts';
export type { NamedKind, Search, SearchPage, SearchQuestion } from '../store/search/search.ts';
export type { Site, SiteSettings } from '../store/site.ts';
export type { Scope, Token } from '../store/token.ts';
export type { Upload, UploadFile } from '../store/upload.ts';
export type { Venue, VenueFacts } from '../store/venue.ts';
export type { WaitingReview } from '../store/waiting.ts';
