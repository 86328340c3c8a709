import { z } from 'zod';
import { DomainError } from '../../domain/errors.ts';
import type { ImportReport, UndoReport } from '../../domain/import.ts';
import type { Batch, Upload } from '../../domain/reader.ts';
import {
  askImport,
  askUndo,
  bringFiles,
  IMPORT_VISIBILITIES,
  importFor,
  importsOf,
  type Look,
  leaveUpload,
  MOST_BYTES,
  MOST_FILES,
  mayImport,
  possibleRows,
} from '../../domain/upload.ts';
import {
  importBrokenView,
  importGoneView,
  importNotYoursView,
  importStartView,
  importWaitView,
  type UploadWrong,
} from '../../views/import.ts';
import { type ImportPreview, importPreviewView } from '../../views/import-preview.ts';
import { importReportView, importUndoneView, importUndoView } from '../../views/import-report.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { readUpload } from '../upload.ts';

const VISIBILITY = z.enum(IMPORT_VISIBILITIES);
/** How long an answer waits for what is quickly done, in milliseconds; a page that says how far it is comes then. */
const PATIENCE = 3000;
const LOOK_EVERY = 60;
const FILMS_SHOWN = 60;
/** What a form of files has beside them. */
const AROUND = 100_000;

/** The page on which files are brought in, with the imports so far. */
export async function showImport(visit: Visit): Promise<Answer> {
  if (visit.member === null) return comeIn(visit, '/import');
  if (!mayImport(visit.viewer)) return page(importNotYoursView(visit.frame));
  return page(await startPage(visit, null));
}

/** Keeps the files that were sent, and has them read. */
export async function postImport(visit: Visit): Promise<Answer> {
  if (visit.member === null) return comeIn(visit, '/import');
  if (!mayImport(visit.viewer)) return page(importNotYoursView(visit.frame), 403);
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
  const visibility = VISIBILITY.safeParse(url.searchParams.get('visibility'));
  return page(
    previewPage(visit, upload, {
      chosen: { visibility: visibility.data ?? upload.visibility, word: false, films: new Map() },
      back: url.searchParams.has('back'),
    }),
  );
}

/** Imports what was looked at, once, or lets go of it. Whoever was signed out meanwhile comes back to it. */
export async function postOneImport(visit: Visit): Promise<Answer> {
  const form = await visit.form();
  const at = `/import/${visit.params.id}`;
  const visibility = VISIBILITY.safeParse(field(form, 'visibility')).data ?? null;
  if (visit.member === null)
    return comeIn(visit, `${at}?back=1${visibility ? `&visibility=${visibility}` : ''}`);
  if (!mayImport(visit.viewer)) return page(importNotYoursView(visit.frame), 403);
  const found = await mine(visit);
  if (found === null) return page(importGoneView(visit.frame), 404);
  const { upload } = found;
  if (upload === null) return redirect(at);
  if (field(form, 'do') === 'leave') {
    await visit.services.files.release(await visit.transact((writer) => leaveUpload(writer, upload)));
    return redirect('/import');
  }
  if (upload.state !== 'read' || possibleRows(upload.look as unknown as Look) === 0) return redirect(at);
  const films = filmsChosen(form, upload);
  const chosen = { visibility, word: field(form, 'word') !== '', films };
  if (visibility === null || !chosen.word) {
    const wrong = { visibility: visibility === null, word: !chosen.word };
    return page(previewPage(visit, upload, { chosen, wrong }), 400);
  }
  const answers = { visibility, word: visit.words.imports.word, decisions: Object.fromEntries(films) };
  await visit.transact(async (writer) => {
    writer.afterCommit(visit.services.wakeJobs);
    await askImport(writer, upload, answers, visit.now);
  });
  await until(async () => (await visit.reader.uploads.byId(upload.id))?.state !== 'importing');
  return redirect(at);
}

/** Asks once more before an import is undone. */
export async function showUndoImport(visit: Visit): Promise<Answer> {
  const at = `/import/${visit.params.id}`;
  if (visit.member === null) return comeIn(visit, `${at}/undo`);
  const found = await mine(visit);
  if (!found?.batch) return page(importGoneView(visit.frame), 404);
  if (found.batch.state !== 'done') return redirect(at);
  return page(importUndoView(visit.frame, await about(visit, found.batch)));
}

/** Undoes an import, once. */
export async function postUndoImport(visit: Visit): Promise<Answer> {
  const at = `/import/${visit.params.id}`;
  if (visit.member === null) return comeIn(visit, `${at}/undo`);
  if (!mayImport(visit.viewer)) return page(importNotYoursView(visit.frame), 403);
  const found = await mine(visit);
  if (!found?.batch) return page(importGoneView(visit.frame), 404);
  const { batch } = found;
  await visit.transact(async (writer) => {
    writer.afterCommit(visit.services.wakeJobs);
    await askUndo(writer, batch, visit.now);
  });
  await until(async () => (await visit.reader.batches.byId(batch.id))?.state === 'undone');
  return redirect(at);
}

/** The way in for whoever is not signed in: while nobody owns the site, its owner is made first. */
function comeIn({ site }: Visit, next: string): Answer {
  return redirect(`${site.owned ? '/sign-in' : '/setup'}?next=${encodeURIComponent(next)}`);
}

async function mine({ reader, params, viewer }: Visit) {
  try {
    return await importFor(reader, params.id ?? '', viewer);
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'not-found') return null;
    throw error;
  }
}

async function startPage(visit: Visit, wrong: UploadWrong | null) {
  const { reader, viewer, now, site, frame } = visit;
  const { waiting, imports } = await importsOf(reader, viewer, now);
  const names = await namesOf(visit, imports);
  return importStartView(frame, {
    wrong,
    most: { files: MOST_FILES, bytes: MOST_BYTES },
    waiting,
    imports: imports.map((batch) => ({ ...batch, memberName: names.get(batch.memberId ?? '') ?? null })),
    timeZone: site.settings.timeZone,
  });
}

async function namesOf({ reader }: Visit, imports: readonly Batch[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(imports.map(({ memberId }) => memberId))) {
    const member = id === null ? null : await reader.members.byId(id);
    if (member) names.set(member.id, member.name);
  }
  return names;
}

function previewPage(
  visit: Visit,
  upload: Upload,
  now: Pick<ImportPreview, 'chosen'> & Partial<ImportPreview>,
) {
  const look = upload.look as unknown as Look;
  return importPreviewView(visit.frame, {
    upload,
    look,
    possible: possibleRows(look),
    wrong: { visibility: false, word: false },
    back: false,
    timeZone: visit.site.settings.timeZone,
    ...now,
  });
}

async function waitPage(visit: Visit, upload: Upload) {
  const { frame, reader } = visit;
  const { state, done, rows, batchId, problem } = upload;
  const files = upload.files.map(({ name }) => name).join(', ');
  const address = `/import/${upload.id}`;
  if (state === 'broken') {
    const why = problem === 'too-large' ? problem : 'broken';
    return importBrokenView(frame, { files, address, why });
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
  });
}

async function batchPage(visit: Visit, batch: Batch): Promise<Answer> {
  const { frame, reader } = visit;
  const undoing = batch.state === 'undoing' || (await reader.jobs.stands('import-undo', { id: batch.id }));
  const address = `/import/${batch.id}`;
  if (batch.state === 'staging' || (undoing && batch.state !== 'undone')) {
    const kind = undoing ? 'undoing' : 'importing';
    const wait = { files: batch.sourceName, address, done: 0, rows: 0, behind: false };
    return page(importWaitView(frame, { kind, ...wait }));
  }
  const view = await about(visit, batch);
  if (batch.state === 'done')
    return page(importReportView(frame, { ...view, report: batch.report as unknown as ImportReport }));
  const undone = batch.report.undone as UndoReport;
  const kept = undone.kept.filter(({ what }) => what === 'film' || what === 'rating' || what === 'fact');
  const films = await reader.films.byIds(kept.map(({ id }) => id));
  const slugs = new Map(films.map(({ id, slug }) => [id, slug]));
  return page(importUndoneView(frame, { ...view, undone, slugs }));
}

async function about(visit: Visit, batch: Batch) {
  const { reader, site } = visit;
  const ids = batch.state === 'done' ? await reader.batches.films(batch.id) : [];
  const films = await reader.films.byIds(ids.slice(0, FILMS_SHOWN));
  const memberName = (await namesOf(visit, [batch])).get(batch.memberId ?? '') ?? null;
  return { batch, memberName, films, filmsTotal: ids.length, timeZone: site.settings.timeZone };
}

/** The films that were chosen where several could be meant, by `file#row`: each one of those that were offered. */
function filmsChosen(form: FormData, upload: Upload): Map<string, string> {
  const { questions } = upload.look as unknown as Look;
  const chosen = new Map<string, string>();
  for (const [at, { file, row, candidates }] of questions.entries()) {
    const id = field(form, `film-${at}`);
    if (candidates.some((film) => film.id === id)) chosen.set(`${file}#${row}`, id);
  }
  return chosen;
}

async function until(done: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end && !(await done()))
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
}
