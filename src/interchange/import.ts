import { DomainError } from '../domain/errors.ts';
import type { ImportReport, Problem } from '../domain/import.ts';
import type { Visibility } from '../domain/reader.ts';
import { type CommitOptions, commit } from './commit.ts';
import { detect } from './detect.ts';
import { type JsonldDocument, parseJsonld, readJsonld, readPage } from './formats/jsonld.ts';
import type { ImportStore } from './hold.ts';
import { type InputFile, largestFile } from './input.ts';
import { turnTaking } from './pace.ts';
import { startPlan } from './plan.ts';
import { count, emptyTally, refusedReport, reportOf } from './report.ts';
import { type ImportRow, Refusal } from './row.ts';

/** Files as they were read: their rows, and what stands in the way of whole files. */
export interface ReadFiles {
  format: string | null;
  /** The files' names, as the record of the import shows them. */
  sourceName: string;
  rows: ImportRow[];
  problems: Problem[];
  /** Whether at least one file could be read. */
  taken: boolean;
}

/**
 * Reads files of any known format: detect, then parse.
 *
 * @param most the largest file taken, in bytes
 */
export async function readFiles(files: readonly InputFile[], most = largestFile()): Promise<ReadFiles> {
  const read: ReadFiles = {
    format: null,
    sourceName: sourceName(files),
    rows: [],
    problems: [],
    taken: false,
  };
  const turns = turnTaking();
  for (const file of files) {
    try {
      const parsed = await parseJsonld(await documentsOf(file, most), file.name, turns);
      read.format ??= parsed.format;
      read.taken = true;
      for (const row of parsed.rows) read.rows.push(row);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      read.problems.push({ file: file.name, row: '', code: error.code, details: error.details });
    }
  }
  return read;
}

/** A function of its own, so that a file's bytes and letters are gone before its rows are made. */
async function documentsOf(file: InputFile, most: number): Promise<JsonldDocument[]> {
  const { kind, text } = detect(await file.read(most));
  return kind === 'html' ? readPage(text) : readJsonld(text);
}

/** What an import would do, without doing it. */
export async function preview(
  store: Pick<ImportStore, 'reader'>,
  read: ReadFiles,
  options: { visibility: Visibility; decisions?: ReadonlyMap<string, string> },
): Promise<ImportReport> {
  if (!read.taken) return refusedReport(read.format, 0, read.problems);
  const tally = emptyTally(read.problems);
  const plan = await startPlan(store.reader, read.rows, options.visibility, options.decisions);
  for (let start = 0; start < read.rows.length; start += 200)
    count(tally, await plan.next(read.rows.slice(start, start + 200)));
  return reportOf(read.format, null, tally);
}

/**
 * Imports what was read as one batch. An import that is refused writes nothing: no file could be read, another
 * import does not end, or the database cannot be written.
 */
export async function importRead(
  store: ImportStore,
  read: ReadFiles,
  options: Omit<CommitOptions, 'format' | 'sourceName'>,
): Promise<ImportReport> {
  if (!read.taken) return refusedReport(read.format, 0, read.problems);
  const { rows, problems, sourceName } = read;
  const format = read.format ?? 'jsonld';
  try {
    const { batch, tally } = await commit(store, rows, { ...options, format, sourceName }, problems);
    return reportOf(format, batch, tally);
  } catch (error) {
    const running = error instanceof DomainError && error.code === 'another-running';
    if (!running && (error as Error).name !== 'Busy') throw error;
    const code = running ? 'another-running' : 'could-not-write';
    return refusedReport(format, rows.length, [...problems, { file: '', row: '', code, details: {} }]);
  }
}

function sourceName(files: readonly InputFile[]): string {
  const [first] = files;
  return files.length > 1 ? `${first?.name ?? ''} +${files.length - 1}` : (first?.name ?? '');
}
