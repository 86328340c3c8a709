import { TextDecoder } from 'node:util';
import { parse } from 'csv-parse';
import type { ExportFile } from './archive.ts';
import { Refusal } from './row.ts';

/** One record of a CSV file. */
export interface CsvRecord {
  /** The line of the file it begins on, from 1. */
  line: number;
  cells: string[];
}

/** The longest record taken, in characters: a review of 100,000 characters with quotes doubled, several times. */
const LONGEST_RECORD = 2_000_000;

/**
 * Reads a CSV file record by record, whatever its size: commas or semicolons, CRLF or LF or both, with or
 * without a byte order mark, quoted fields over several lines.
 *
 * @throws Refusal `nul-bytes`, `not-utf8`, or `truncated` with the line a quotation mark was opened on
 */
export async function* readCsv(file: ExportFile): AsyncGenerator<CsvRecord> {
  const pieces = decoded(file)[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done) return;
  let whole = Number.POSITIVE_INFINITY;
  const parser = parse({
    delimiter: delimiterOf(first.value),
    // Both in one file: an editor or a sync has touched a part of it.
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD,
    // A fault that ends the stream would take records with it that stand before the fault.
    skip_records_with_error: true,
    on_skip: () => {
      whole = Math.min(whole, parser.info.records);
    },
  });
  feed(parser, first.value, pieces);
  let line = 1;
  let count = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (count === whole) break;
      yield { line, cells };
      count += 1;
      line += 1 + newlines(cells);
    }
    if (count === whole) throw new Refusal('truncated', { line });
  } finally {
    parser.destroy();
  }
}

function newlines(cells: readonly string[]): number {
  let found = 0;
  for (const cell of cells)
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) found += 1;
  return found;
}

/** Pours the rest of a file into the parser as fast as it is read. */
async function feed(
  parser: ReturnType<typeof parse>,
  first: string,
  rest: AsyncIterator<string>,
): Promise<void> {
  try {
    for (
      let piece: IteratorResult<string> = { done: false, value: first };
      !piece.done;
      piece = await rest.next()
    )
      if (!parser.write(piece.value) && !(await drained(parser))) break;
    if (!parser.destroyed) parser.end();
    await rest.return?.();
  } catch (error) {
    parser.destroy(error as Error);
  }
}

/** Waits until the parser takes more; false when nobody reads it any longer. */
function drained(parser: ReturnType<typeof parse>): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = () => {
      parser.off('drain', settle).off('close', settle);
      resolve(!parser.destroyed);
    };
    parser.on('drain', settle).on('close', settle);
  });
}

/** The text of a file: UTF-8, or UTF-16 where its first bytes say so. */
async function* decoded(file: ExportFile): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let line = 1;
  for await (const piece of file.pieces()) {
    if (piece.length === 0) continue;
    if (!decoder) {
      if (piece.every((byte) => byte === 0)) throw new Refusal('nul-bytes');
      decoder = new TextDecoder(encodingOf(piece), { fatal: true });
    }
    const text = decode(decoder, piece, line);
    line += newlines([text]);
    if (text !== '') yield text;
  }
  const end = decoder ? decode(decoder, null, line) : '';
  if (end !== '') yield end;
}

function decode(decoder: TextDecoder, piece: Uint8Array | null, line: number): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw new Refusal('not-utf8', { line });
  }
}

function encodingOf(piece: Uint8Array): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
  if (piece[0] === 0xfe && piece[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Spreadsheets of some countries write semicolons. */
function delimiterOf(text: string): string {
  const [line = ''] = text.replace(/^(\r?\n)+/, '').split(/\r?\n/, 1);
  const count = (mark: string) => line.split(mark).length;
  return count(';') > count(',') ? ';' : ',';
}
