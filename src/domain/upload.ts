import type { Batch } from '../store/batch.ts';
import type { Reader, Writer } from '../store/open.ts';
import type { SpoilerState, Visibility } from '../store/schema.ts';
import type { Upload, UploadFile } from '../store/upload.ts';
import { forbidden, notFound } from './errors.ts';
import type { ImportReport, LoadReport } from './import.ts';
import type { Rating } from './rating.ts';
import { curates, type Viewer } from './viewer.ts';

/** How long files are kept that nobody imports, in milliseconds. */
export const KEPT_FOR = 86_400_000;
/** The most files of one upload, and the most bytes of all of them together. */
export const MOST_FILES = 20;
export const MOST_BYTES = 50_000_000;
/** Who may see what is imported, as its importer can choose. */
export const IMPORT_VISIBILITIES = ['everyone', 'members', 'followers', 'me'] as const;

/** A film the files speak of. */
export interface LookFilm {
  title: string;
  year: number | null;
  /** Its address here; null when the import would make it. */
  slug: string | null;
  reviews: number;
}

/** A name reviews are signed with, and where they were written; several people may bear it. */
export interface LookPerson {
  name: string;
  place: string | null;
  reviews: number;
}

/** A review as it would look, its words sanitised and rendered. */
export interface LookReview {
  filmTitle: string;
  authorName: string;
  authorLink: string | null;
  place: string | null;
  link: string | null;
  rating: Rating | null;
  score: string | null;
  title: string | null;
  written: string | null;
  language: string | null;
  spoiler: SpoilerState;
  html: string | null;
  fold: number | null;
  cut: number | null;
}

/** A row that could mean several films here. */
export interface LookQuestion {
  file: string;
  row: string;
  title: string;
  year: number | null;
  /** Whose review it is; null for a film alone. */
  authorName: string | null;
  candidates: LookCandidate[];
  /** Further rows that name the same film, as `file#row`: one answer is for all of them. */
  also?: string[];
}

/** A film a row could mean. */
export interface LookCandidate {
  /** Its id; `link:SCHEME:VALUE` for one that only the import makes. */
  id: string;
  /** Its address here; empty for one that only the import makes. */
  slug: string;
  title: string;
  year: number | null;
  directors: string[];
  /** Its address elsewhere, which tells it from namesakes that are as new. */
  link?: string | null;
}

/** What the records of an account's export are. */
export type AccountKind =
  | 'viewings'
  | 'ratings'
  | 'watched'
  | 'reviews'
  | 'likes'
  | 'watchlist'
  | 'lists'
  | 'comments';

/** A line of somebody's diary, as it would look. */
export interface LookViewing {
  filmTitle: string;
  year: number | null;
  viewed: string;
  rating: Rating | null;
  rewatch: boolean;
  tags: string[];
}

/** What was found in the export of somebody's account before anything of it was imported. */
export interface AccountLook {
  kind: 'account';
  report: ImportReport;
  /** Whose it is, as it says itself. */
  whose: { name: string; username: string; link: string } | null;
  counts: Record<AccountKind, number>;
  /** How many films are new here. */
  filmsNew: number;
  /** The first lines of the diary, and the first reviews. */
  viewings: LookViewing[];
  samples: LookReview[];
  questions: LookQuestion[];
  questionsTotal: number;
  /** How many of its files hold what its owner had deleted. */
  removedFiles: number;
}

/** What was found in files before anything of them was imported. */
export interface Look {
  report: ImportReport;
  /** The first films, in the order of the files, how many there are, and how many of them are new here. */
  films: LookFilm[];
  filmsTotal: number;
  filmsNew: number;
  /** The names reviews are signed with, those of most reviews first, and how many there are. */
  people: LookPerson[];
  peopleTotal: number;
  /** The first reviews. */
  samples: LookReview[];
  questions: LookQuestion[];
}

/** What was found in files of films before anything of them was loaded. */
export interface ListLook {
  kind: 'films';
  report: LoadReport;
  /** The first films it would make. */
  films: { title: string; year: number | null }[];
}

/** Whether what was found is a list of films. */
export function isList(look: object | null): look is ListLook {
  return look !== null && 'kind' in look && look.kind === 'films';
}

/** Whether what was found is somebody's own account. */
export function isAccount(look: object | null): look is AccountLook {
  return look !== null && 'kind' in look && look.kind === 'account';
}

/** How many rows an import would do something with. */
export function possibleRows({ report }: { report: ImportReport }): number {
  return report.created + report.updated + report.unmatched;
}

/** The jobs of an import; each is given the id of an upload or of a batch. */
export type ImportJob = 'import-look' | 'import-commit' | 'import-undo' | 'import-uses' | 'import-forget';

/** Whether somebody may bring in what others wrote: whoever looks after the site. */
export const mayImportOthers = curates;

/** The decision that none of the films offered is meant, but a new one. */
export const NEW_FILM = 'new';

/** By this name among an upload's decisions stands, as JSON, which films of a file of films are wanted. */
export const FILMS_WANTED = 'films';

/** Whether files were brought as a list of films. */
export function isOfFilms({ decisions }: Upload): boolean {
  return decisions[FILMS_WANTED] !== undefined;
}

/** By this name among an upload's decisions stands whether what its owner had deleted comes too. */
export const REMOVED_TOO = 'removed';

/** By this name among an upload's decisions stands where else than here it may be shown, parted by commas. */
export const ALLOWED_TOO = 'allowed';

/**
 * Takes files somebody has brought: they are read next, and forgotten after a day. Any member may bring their own
 * account; what else files hold is found when they are read.
 *
 * @param decisions what was decided with them
 * @throws DomainError `forbidden` for whoever is no member
 */
export async function bringFiles(
  writer: Writer,
  files: readonly UploadFile[],
  viewer: Viewer,
  now: number,
  decisions: Record<string, string> = {},
): Promise<string> {
  if (viewer.memberId === null) throw forbidden('role');
  const expires = now + KEPT_FOR;
  const id = await writer.uploads.add({ memberId: viewer.memberId, files, expires, decisions }, now);
  await enqueue(writer, 'import-look', id, now);
  await enqueue(writer, 'import-forget', id, now, expires);
  return id;
}

/** Wishes an upload to be imported; false for whoever comes second. */
export async function askImport(
  writer: Writer,
  upload: Upload,
  answers: { visibility: Visibility; word: string; decisions: Record<string, string> },
  now: number,
): Promise<boolean> {
  if (!(await writer.uploads.move(upload.id, ['read'], 'importing', answers))) return false;
  await enqueue(writer, 'import-commit', upload.id, now);
  return true;
}

/** Wishes files to be forgotten before they are imported; answers the hashes that no upload needs any more. */
export async function leaveUpload(writer: Writer, upload: Upload): Promise<string[]> {
  const left = await writer.uploads.move(upload.id, ['reading', 'read', 'broken'], 'read');
  return left ? writer.uploads.letGo(upload.id, true) : [];
}

/** Wishes an import to be undone; once, however often it is asked. */
export async function askUndo(writer: Writer, batch: Batch, now: number): Promise<void> {
  if (batch.state !== 'done') return;
  await writer.versions.raise('imports');
  if (await writer.jobs.stands('import-undo', { id: batch.id })) return;
  await enqueue(writer, 'import-undo', batch.id, now);
}

/**
 * An upload or an import, for whom it is: the one who brought it and the owner. For anybody else it is not there.
 *
 * @throws DomainError `not-found` with code `import`
 */
export async function importFor(
  reader: Reader,
  id: string,
  viewer: Viewer,
): Promise<{ upload: Upload; batch: null } | { upload: null; batch: Batch }> {
  const upload = await reader.uploads.byId(id);
  // Nobody but whoever brought it looks into somebody's own account.
  if (upload && isAccount(upload.look) && upload.memberId !== viewer.memberId) throw notFound('import');
  if (upload && isTheirs(upload, viewer)) return { upload, batch: null };
  const batch = upload ? null : await reader.batches.byId(id);
  if (batch?.kind !== 'import' || batch.state === 'refused' || !isTheirs(batch, viewer))
    throw notFound('import');
  return { upload: null, batch };
}

/** What somebody has brought and not imported yet, and the imports they may see, latest first. */
export async function importsOf(
  reader: Reader,
  viewer: Viewer,
  now: number,
): Promise<{ waiting: Upload[]; imports: Batch[] }> {
  if (viewer.memberId === null) return { waiting: [], imports: [] };
  const all = await reader.uploads.waiting(viewer.memberId, now);
  // Of what was refused no file is kept.
  const waiting = all.filter(({ files }) => files.length > 0);
  const imports = await reader.batches.shown(viewer.role === 'owner' ? null : viewer.memberId, 50);
  return { waiting, imports };
}

/** Asks for a job of an import. */
async function enqueue(
  writer: Writer,
  kind: ImportJob,
  id: string,
  now: number,
  due?: number,
): Promise<void> {
  await writer.jobs.enqueue(kind, { id }, now, due);
}

function isTheirs(thing: { memberId: string | null }, viewer: Viewer): boolean {
  if (viewer.memberId === null) return false;
  return viewer.role === 'owner' || thing.memberId === viewer.memberId;
}
