import type { Listed, ListedLine, LoadReport, Problem } from '../../domain/import.ts';
import type { FactSource, Reader } from '../../domain/reader.ts';
import type { ArchiveLimits, ExportFile } from '../archive.ts';
import { turnTaking } from '../pace.ts';
import { refusedReport } from '../report.ts';
import { directorsOf, Refusal } from '../row.ts';
import { openFilms } from './open.ts';
import { type FilmFormat, isRejected, type ListedRow, UNSAID } from './row.ts';
import type { Sift } from './sift.ts';

/** Files of films that were read. */
export interface ReadList {
  /** That of the first file that could be read; null where none could. */
  format: FilmFormat | null;
  listed: Listed;
  /** The files that are IMDb's. */
  ofImdb: ReadonlySet<string>;
  leftOut: number;
  /** What stands in the way of whole files. */
  problems: Problem[];
  close(): void;
}

/** What is wanted of files of films, and how far reading them may go. */
export interface ReadListOptions {
  sift: Sift;
  /** Whether whoever loads has said that they have a licence for IMDb's data set, or that this is private. */
  licensed: boolean;
  limits: ArchiveLimits;
}

/**
 * Reads files of films to their ends. One that cannot be read, or may not be, is a problem and no rows.
 */
export async function readList(
  reader: Reader,
  files: readonly ExportFile[],
  options: ReadListOptions,
): Promise<ReadList> {
  const listed = reader.batches.listed.open();
  const ofImdb = new Set<string>();
  const read: ReadList = { format: null, listed, ofImdb, leftOut: 0, problems: [], close: listed.close };
  for (const file of files) {
    const before = read.leftOut;
    try {
      const format = await readOne(read, file, options);
      read.format ??= format;
      if (format === 'films-imdb') ofImdb.add(file.path);
    } catch (error) {
      if (!(error instanceof Refusal)) {
        read.close();
        throw error;
      }
      listed.drop(file.path);
      read.leftOut = before;
      read.problems.push({ file: file.path, row: '', code: error.code, details: error.details });
    }
  }
  return read;
}

async function readOne(
  read: ReadList,
  file: ExportFile,
  { sift, licensed, limits }: ReadListOptions,
): Promise<FilmFormat> {
  const { format, rows } = await openFilms(file, limits);
  if (format === 'films-imdb' && !licensed) throw new Refusal('not-licensed');
  const turns = turnTaking();
  let met = 0;
  for await (const some of rows(sift)) {
    read.leftOut += some.leftOut;
    met += some.leftOut + some.rows.length;
    read.listed.add(some.rows.map((row) => lineOf(file.path, row)));
    if (met > limits.lines) throw new Refusal('too-large', { lines: limits.lines });
    await turns();
  }
  return format;
}

function lineOf(file: string, { row, said }: ListedRow): ListedLine {
  const { title, year, ids, credits } = isRejected(said) ? { ...UNSAID, title: '' } : said;
  const directed = directorsOf({ credits }).length > 0;
  return { file, row, title, year, ids, directed, said: JSON.stringify(said) };
}

/** Who says what stands in a file. */
export function sourceOf({ ofImdb }: ReadList, file: string): FactSource {
  return ofImdb.has(file) ? 'imdb' : 'file';
}

/** The report of files of which nothing was taken. */
export function refusedList(read: ReadList, problems: readonly Problem[]): LoadReport {
  return { ...refusedReport(read.format, read.listed.count(), problems), leftOut: read.leftOut };
}
