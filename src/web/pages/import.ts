import { z } from 'zod';
import { DomainError } from '../../domain/errors.ts';
import type { AllowedUse, Upload, Visibility } from '../../domain/reader.ts';
import { USES_ELSEWHERE, usesSaid, wordFor } from '../../domain/rights.ts';
import {
  ALLOWED_TOO,
  askImport,
  bringFiles,
  FILMS_WANTED,
  IMPORT_VISIBILITIES,
  importsOf,
  isAccount,
  isList,
  isOfFilms,
  type Look,
  type LookQuestion,
  leaveUpload,
  MOST_BYTES,
  MOST_FILES,
  mayImportOthers,
  NEW_FILM,
  possibleRows,
  REMOVED_TOO,
} from '../../domain/upload.ts';
import { PAGE_LIMITS } from '../../interchange/archive.ts';
import { wantedIn } from '../../interchange/films/sift.ts';
import { readUpload } from '../../interchange/upload.ts';
import {
  importBrokenView,
  importGoneView,
  importNotYoursView,
  importStartView,
  importWaitView,
  type UploadWrong,
} from '../../views/import.ts';
import { accountPreviewView } from '../../views/import-account.ts';
import { importPreviewView } from '../../views/import-preview.ts';
import { listPreviewView } from '../../views/load.ts';
import { field, fields } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { batchPage } from './import-batch.ts';
import { comeIn, mine, namesOf, until } from './import-visit.ts';

const VISIBILITY = z.enum(IMPORT_VISIBILITIES);
/** What a form of files has beside them. */
const AROUND = 100_000;

/** The page on which files are brought in, with the imports so far. */
export async function showImport(visit: Visit): Promise<Answer> {
  if (visit.member === null) return comeIn(visit, '/import');
  return page(await startPage(visit, null));
}

/** Keeps the files that were sent, and has them read. */
export async function postImport(visit: Visit): Promise<Answer> {
  if (visit.member === null) return comeIn(visit, '/import');
  const { request, services, transact, viewer, now } = visit;
  const { files } = services;
  const limits = { most: MOST_BYTES + AROUND, files: MOST_FILES };
  let brought: Awaited<ReturnType<typeof readUpload>>;
  try {
    brought = await readUpload(request, limits, files.put, files.release);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const wrong = WRONG[error.code] ?? 'broken';
    return page(await startPage(visit, wrong), wrong === 'too-large' ? 413 : 400);
  }
  if (brought.length === 0) return page(await startPage(visit, 'no-file'), 400);
  const id = await transact(async (writer) => {
    writer.afterCommit(services.wakeJobs);
    return bringFiles(writer, brought, viewer, now);
  });
  await until(async () => (await visit.reader.uploads.byId(id))?.state !== 'reading');
  return redirect(`/import/${id}`);
}

const WRONG: Readonly<Record<string, UploadWrong>> = {
  'form-too-large': 'too-large',
  'too-many-files': 'too-many-files',
};

/** One import, wherever it stands: being read, asked about, under way, done or undone. */
export async function showOneImport(visit: Visit): Promise<Answer> {
  const { params, url } = visit;
  if (visit.member === null) return comeIn(visit, `/import/${params.id}`);
  const found = await mine(visit);
  if (found === null) return page(importGoneView(visit.frame), 404);
  if (found.batch) return batchPage(visit, found.batch);
  const { upload } = found;
  if (upload.state === 'imported' && upload.batchId !== null) return redirect(`/import/${upload.batchId}`);
  if (upload.state !== 'read') return page(await waitPage(visit, upload));
  const visibility = VISIBILITY.safeParse(url.searchParams.get('visibility')).data ?? upload.visibility;
  const chosen = {
    ...{ visibility, word: false, allowed: usesSaid([]), removed: false },
    films: new Map<string, string>(),
  };
  return page(previewPage(visit, upload, { chosen, back: url.searchParams.has('back') }));
}

/** Imports what was looked at, once, or lets go of it. Whoever was signed out meanwhile comes back to it. */
export async function postOneImport(visit: Visit): Promise<Answer> {
  const form = await visit.form();
  const at = `/import/${visit.params.id}`;
  const visibility = VISIBILITY.safeParse(field(form, 'visibility')).data ?? null;
  if (visit.member === null)
    return comeIn(visit, `${at}?back=1${visibility ? `&visibility=${visibility}` : ''}`);
  const found = await mine(visit);
  if (found === null) return page(importGoneView(visit.frame), 404);
  const { upload } = found;
  if (upload === null) return redirect(at);
  if (field(form, 'do') === 'leave') {
    await visit.services.files.sweep(await visit.transact((writer) => leaveUpload(writer, upload)));
    return redirect('/import');
  }
  if (!isAccount(upload.look) && !mayImportOthers(visit.viewer))
    return page(importNotYoursView(visit.frame), 403);
  if (upload.state !== 'read' || !asks(upload)) return redirect(at);
  if (isList(upload.look)) return askLoad(visit, upload);
  const films = filmsChosen(form, upload);
  const removed = isAccount(upload.look) && field(form, 'removed') !== '';
  const allowed = usesSaid(isAccount(upload.look) ? [] : fields(form, 'allows'));
  const chosen = { visibility, word: field(form, 'word') !== '', allowed, removed, films };
  if (visibility === null || !chosen.word) {
    const wrong = { visibility: visibility === null, word: !chosen.word };
    return page(previewPage(visit, upload, { chosen, wrong }), 400);
  }
  const { word, ownWord, further } = visit.words.imports;
  const said = isAccount(upload.look) ? ownWord : wordFor(word, allowed, further);
  const decisions = {
    ...Object.fromEntries(films),
    ...(removed ? { [REMOVED_TOO]: 'yes' } : {}),
    [ALLOWED_TOO]: USES_ELSEWHERE.filter((use) => allowed.includes(use)).join(','),
  };
  return asked(visit, upload, { visibility, word: said, decisions });
}

/** Loads a list of films; what was to be said of it was said when it was brought. */
function askLoad(visit: Visit, upload: Upload): Promise<Answer> {
  const { load } = visit.words;
  const licensed = wantedIn(upload.decisions[FILMS_WANTED])?.licensed ?? false;
  const word = licensed ? load.licence : load.ownWord;
  return asked(visit, upload, { visibility: 'everyone', word, decisions: upload.decisions });
}

async function asked(
  visit: Visit,
  upload: Upload,
  answers: { visibility: Visibility; word: string; decisions: Record<string, string> },
): Promise<Answer> {
  await visit.transact(async (writer) => {
    writer.afterCommit(visit.services.wakeJobs);
    await askImport(writer, upload, answers, visit.now);
  });
  await until(async () => (await visit.reader.uploads.byId(upload.id))?.state !== 'importing');
  return redirect(`/import/${upload.id}`);
}

/** Whether there is anything an import of it could do. */
function asks({ look }: Upload): boolean {
  if (look === null) return false;
  if (isAccount(look)) return possibleRows(look) > 0 || look.removedFiles > 0;
  return possibleRows(look as unknown as Look) > 0;
}

async function startPage(visit: Visit, wrong: UploadWrong | null) {
  const { reader, viewer, now, site, frame } = visit;
  const { waiting, imports } = await importsOf(reader, viewer, now);
  const names = await namesOf(visit, imports);
  return importStartView(frame, {
    wrong,
    own: visit.url.searchParams.has('own'),
    others: mayImportOthers(viewer),
    most: { files: MOST_FILES, bytes: MOST_BYTES },
    inside: { files: PAGE_LIMITS.files, bytes: PAGE_LIMITS.inflated },
    waiting,
    imports: imports.map((batch) => ({ ...batch, memberName: names.get(batch.memberId ?? '') ?? null })),
    timeZone: site.settings.timeZone,
  });
}

/** What was answered so far, and what is wrong with it. */
interface Answered {
  chosen: {
    visibility: Visibility | null;
    word: boolean;
    allowed: readonly AllowedUse[];
    removed: boolean;
    films: ReadonlyMap<string, string>;
  };
  wrong?: { visibility: boolean; word: boolean };
  back?: boolean;
}

function previewPage({ frame, site }: Visit, upload: Upload, { chosen, wrong, back = false }: Answered) {
  const { look } = upload;
  const common = {
    upload,
    chosen,
    wrong: wrong ?? { visibility: false, word: false },
    back,
    timeZone: site.settings.timeZone,
  };
  if (isList(look)) return listPreviewView(frame, { ...common, look, possible: possibleRows(look) });
  if (isAccount(look)) return accountPreviewView(frame, { ...common, look, possible: possibleRows(look) });
  const others = look as unknown as Look;
  return importPreviewView(frame, { ...common, look: others, possible: possibleRows(others) });
}

async function waitPage(visit: Visit, upload: Upload) {
  const { frame, reader } = visit;
  const { state, done, rows, batchId, problem } = upload;
  const files = upload.files.map(({ name }) => name).join(', ');
  const address = `/import/${upload.id}`;
  const ofFilms = isOfFilms(upload);
  if (state === 'broken') {
    const why = problem === 'too-large' ? problem : 'broken';
    return importBrokenView(frame, { files, address, why, ofFilms });
  }
  const behind = batchId === null && (await reader.batches.unfinished()).length > 0;
  const kind = state === 'reading' ? 'reading' : 'importing';
  return importWaitView(frame, {
    kind,
    files,
    address,
    done,
    rows,
    behind: behind && kind === 'importing',
    ofFilms,
  });
}

/**
 * The films that were chosen where several could be meant, by `file#row`: each one of those that were offered, or
 * for one's own account a new one.
 */
function filmsChosen(form: FormData, { look }: Upload): Map<string, string> {
  const own = isAccount(look);
  const questions = (look as { questions?: LookQuestion[] } | null)?.questions ?? [];
  const chosen = new Map<string, string>();
  for (const [at, { file, row, candidates, also = [] }] of questions.entries()) {
    const id = field(form, `film-${at}`);
    if (!candidates.some((film) => film.id === id) && !(own && id === NEW_FILM)) continue;
    for (const one of [`${file}#${row}`, ...also]) chosen.set(one, id);
  }
  return chosen;
}
