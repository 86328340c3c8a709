import { DomainError } from '../domain/errors.ts';
import { sweepFiles } from '../domain/file.ts';
import type { ImportReport, Problem } from '../domain/import.ts';
import type { Batch, Store, Upload } from '../domain/reader.ts';
import { usesSaid } from '../domain/rights.ts';
import {
  type AccountLook,
  ALLOWED_TOO,
  FILMS_WANTED,
  type ImportJob,
  isOfFilms,
  type ListLook,
  type Look,
  mayImportOthers,
  REMOVED_TOO,
} from '../domain/upload.ts';
import { type AccountOptions, importAccount } from '../interchange/account/import.ts';
import { lookAtAccount } from '../interchange/account/look.ts';
import { type OpenAccount, openAccount } from '../interchange/account/open.ts';
import { PAGE_LIMITS } from '../interchange/archive.ts';
import { loadFilms } from '../interchange/films/load.ts';
import { lookAtList } from '../interchange/films/look.ts';
import { type ReadList, readList } from '../interchange/films/read.ts';
import { siftOf, type Wanted, wantedIn } from '../interchange/films/sift.ts';
import { importRead, readFiles } from '../interchange/import.ts';
import { fileInPieces } from '../interchange/input.ts';
import { lookAt } from '../interchange/look.ts';
import { refusedReport } from '../interchange/report.ts';
import { Refusal } from '../interchange/row.ts';
import { sweepBatches } from '../interchange/sweep.ts';
import { undo } from '../interchange/undo.ts';
import { followUses } from '../interchange/uses.ts';
import { type Thread, ThreadDied, ThreadStopped } from './thread.ts';

/** What the jobs of imports work with. */
export interface ImportParts {
  store: Store;
  files: KeptFiles;
  now: () => number;
}

/** The folder of files, as imports use it. */
export interface KeptFiles {
  get(hash: string): AsyncIterable<Uint8Array>;
  onDisk(hash: string): Promise<string>;
  remove(hash: string): Promise<void>;
}

/** What is done to imports that are here already, and may be tried again whatever broke it. */
const OF_BATCHES: ReadonlySet<ImportJob> = new Set(['import-undo', 'import-uses', 'import-forget']);

/** How long an import waits for another to end, in milliseconds, before it says so. */
const PATIENCE = 300_000;
const SAY_EVERY = 700;
const LOOK_EVERY = 200;
const LATER = 3_600_000;

/**
 * The handlers of imports' jobs, done in a thread of their own. What a busy database or a stop has broken off is
 * done again; files that are beyond us are not tried a second time, and their page says so.
 */
export function importHandlers(
  thread: Thread,
  store: Store,
  failed: (job: string, error: unknown) => void,
): Readonly<Record<ImportJob, (payload: Record<string, unknown>) => Promise<void>>> {
  const handler = (job: ImportJob) => async (payload: Record<string, unknown>) => {
    const id = String(payload.id);
    try {
      await thread.ask(job, id);
    } catch (error) {
      if (OF_BATCHES.has(job) || error instanceof ThreadStopped || (error as Error).name === 'Busy')
        throw error;
      failed(job, error);
      const problem = error instanceof ThreadDied ? 'too-large' : 'broken';
      await store.transact((writer) => writer.uploads.failed(id, 'broken', problem));
    }
  };
  return {
    'import-look': handler('import-look'),
    'import-commit': handler('import-commit'),
    'import-undo': handler('import-undo'),
    'import-uses': handler('import-uses'),
    'import-forget': handler('import-forget'),
  };
}

/** Does one job of an import. Each may be done again after a kill. */
export async function doImportJob(parts: ImportParts, job: ImportJob, id: string): Promise<void> {
  switch (job) {
    case 'import-look':
      return look(parts, id);
    case 'import-commit':
      return bringIn(parts, id);
    case 'import-undo':
      return takeOut(parts, id);
    case 'import-uses':
      return followUses(parts.store, id, parts.now);
    case 'import-forget':
      return forget(parts, id);
  }
}

async function look(parts: ImportParts, id: string): Promise<void> {
  const { store, files, now } = parts;
  const upload = await store.reader.uploads.byId(id);
  if (upload?.state !== 'reading') return;
  const { found, keep } = await lookInto(parts, upload);
  const left = await store.transact(async (writer) => {
    await writer.uploads.read(id, found, found.report.rows);
    return keep ? [] : writer.uploads.letGo(id, false);
  });
  await sweepFiles({ transact: store.transact, remove: files.remove, now }, left);
}

/** What is in an upload, and whether its files are kept until somebody decides. */
async function lookInto(
  parts: ImportParts,
  upload: Upload,
): Promise<{ found: Look | AccountLook | ListLook; keep: boolean }> {
  const { store, files, now } = parts;
  const { memberId } = upload;
  const [{ name } = { name: '' }] = upload.files;
  const refused = (code: Problem['code'], details: Problem['details']) => ({
    found: lookOf(refusedReport(null, 0, [{ file: name, row: '', code, details }])),
    keep: false,
  });
  try {
    const opened = isOfFilms(upload) ? null : await accountIn(files, upload, false);
    if (opened) {
      const asked = { asMember: memberId, now };
      const found = await lookAtAccount(store.reader, opened.account, asked).finally(opened.close);
      const beyond = found.report.problems.find(({ code }) => code === 'too-large');
      return beyond ? refused(beyond.code, beyond.details) : { found, keep: true };
    }
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code, error.details);
    throw error;
  }
  const member = await store.reader.members.byId(memberId);
  const wanted = wantedIn(upload.decisions[FILMS_WANTED]);
  if (!member || !mayImportOthers({ memberId, authorId: member.authorId, role: member.role }))
    return refused('unknown-format', { kind: 'own-account' });
  if (wanted) {
    const found = await withList(parts, upload, wanted, (read) => lookAtList(store.reader, read, now));
    return { found, keep: found.report.format !== null };
  }
  return { found: await lookAt(store.reader, await readUpload(files, upload)), keep: true };
}

/** What is found where nothing is taken. */
function lookOf(report: ImportReport): Look {
  const none = { films: [], filmsTotal: 0, filmsNew: 0, people: [], peopleTotal: 0 };
  return { report, ...none, samples: [], questions: [] };
}

/** The export of an account, which comes alone; null when it is something else. */
async function accountIn(files: KeptFiles, upload: Upload, removed: boolean): Promise<OpenAccount | null> {
  const [file, another] = upload.files;
  if (!file || another) return null;
  return openAccount(await files.onDisk(file.hash), PAGE_LIMITS, { removed, name: file.name });
}

async function bringIn(parts: ImportParts, id: string): Promise<void> {
  const { store, now } = parts;
  const upload = await store.reader.uploads.byId(id);
  if (upload?.state !== 'importing' || upload.visibility === null || upload.word === null) return;
  const { memberId, visibility, word } = upload;
  if (await cameThrough(parts, upload)) return settled(parts, id);
  const saying = say(parts, id);
  try {
    const report = await importUpload(parts, upload, {
      asMember: memberId,
      memberId,
      visibility,
      word,
      allowed: usesSaid((upload.decisions[ALLOWED_TOO] ?? '').split(',')),
      now,
      decisions: new Map(Object.entries(upload.decisions)),
      patience: PATIENCE,
      begun: (writer, batch) => writer.uploads.becomes(id, batch),
      progress: saying.progress,
    });
    await saying.stop();
    if (report.batch !== null) return await settled(parts, id);
    const problem = report.problems.at(-1)?.code ?? 'could-not-write';
    await store.transact((writer) => writer.uploads.failed(id, 'read', problem));
  } finally {
    await saying.stop();
  }
}

/** Imports what an upload holds: an account as its member's own, what others wrote, or films. */
async function importUpload(
  parts: ImportParts,
  upload: Upload,
  options: AccountOptions,
): Promise<ImportReport> {
  const { store, files } = parts;
  const wanted = wantedIn(upload.decisions[FILMS_WANTED]);
  if (wanted) {
    const [first, ...more] = upload.files;
    const sourceName = `${first?.name ?? ''}${more.length > 0 ? ` +${more.length}` : ''}`;
    return withList(parts, upload, wanted, (read) => loadFilms(store, read, { ...options, sourceName }));
  }
  const opened = await accountIn(files, upload, upload.decisions[REMOVED_TOO] !== undefined);
  if (opened) return importAccount(store, opened.account, options).finally(opened.close);
  return importRead(store, await readUpload(files, upload), options);
}

/** Whether an attempt that was broken off has left a whole import; half of one is taken away first. */
async function cameThrough({ store, now }: ImportParts, { batchId }: Upload): Promise<boolean> {
  for (;;) {
    const batch: Batch | null = batchId === null ? null : await store.reader.batches.byId(batchId);
    if (batch === null || (batch.finished !== null && batch.state !== 'done')) return false;
    if (batch.finished !== null) return true;
    if ((await sweepBatches(store, now)) === 0)
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}

async function settled({ store, files, now }: ImportParts, id: string): Promise<void> {
  const left = await store.transact(async (writer) => {
    await writer.uploads.move(id, ['importing'], 'imported');
    return writer.uploads.letGo(id, false);
  });
  await sweepFiles({ transact: store.transact, remove: files.remove, now }, left);
}

async function takeOut({ store, now }: ImportParts, batchId: string): Promise<void> {
  try {
    await undo(store, batchId, now, PATIENCE);
  } catch (error) {
    // Somebody else has undone it, or it was never there: that is what was wished.
    if (!(error instanceof DomainError) || error.code === 'another-running') throw error;
  }
}

async function forget({ store, files, now }: ImportParts, id: string): Promise<void> {
  const left = await store.transact(async (writer) => {
    const upload = await writer.uploads.byId(id);
    if (upload?.state !== 'importing') return writer.uploads.letGo(id, true);
    await writer.jobs.enqueue('import-forget' satisfies ImportJob, { id }, now(), now() + LATER);
    return [];
  });
  await sweepFiles({ transact: store.transact, remove: files.remove, now }, left);
}

/** Reads an upload's files of films for some work. */
async function withList<T>(
  { store, files }: ImportParts,
  upload: Upload,
  wanted: Wanted,
  work: (read: ReadList) => Promise<T>,
): Promise<T> {
  const held = upload.files.map(({ name, hash }) => ({ path: name, pieces: () => piecesOf(files, hash) }));
  const { licensed } = wanted;
  const read = await readList(store.reader, held, { sift: siftOf(wanted), licensed, limits: PAGE_LIMITS });
  return work(read).finally(read.close);
}

async function readUpload(files: KeptFiles, { files: held }: Upload) {
  return readFiles(held.map(({ name, hash }) => fileInPieces(name, piecesOf(files, hash))));
}

/** A file's pieces; one that is no longer in the folder is told of like every file that cannot be read. */
async function* piecesOf(files: KeptFiles, hash: string): AsyncGenerator<Uint8Array> {
  try {
    yield* files.get(hash);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Refusal('unreadable-file', { reason: 'missing' });
  }
}

/** Writes down now and then how far an import is, for whoever asks. */
function say({ store }: ImportParts, id: string) {
  let latest: readonly [done: number, rows: number] | null = null;
  let writing: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    const said = latest;
    latest = null;
    if (said)
      writing = store.transact((writer) => writer.uploads.progress(id, ...said)).catch(() => undefined);
  }, SAY_EVERY);
  return {
    progress(done: number, rows: number) {
      latest = [done, rows];
    },
    async stop() {
      clearInterval(timer);
      await writing;
    },
  };
}
