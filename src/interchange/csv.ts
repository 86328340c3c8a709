import type { TransformOptions } from 'node:stream';
import { type CsvError, type Options, parse } from 'csv-parse';
import type { ExportFile } from './archive.ts';
import { countOf, textOf } from './encoding.ts';
import { Refusal } from './row.ts';

/** One record of a CSV file. */
export interface CsvRecord {
  /** The line of the file it begins on, from 1. */
  line: number;
  cells: string[];
  /** Set where zero bytes stand in it: some of its words were lost. */
  zeros?: true;
}

/** The longest record taken, in characters: a review of 100,000 of four bytes each, or of nothing but quotes. */
const LONGEST_RECORD = 600_000;
/** How every file is read, whoever wrote it. */
export const PARSED_AS = {
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  max_record_size: LONGEST_RECORD,
  // A record may have as many cells; there need not be sixteen of them.
  readableHighWaterMark: 1,
  // A fault that ends the stream would take records with it that stand before the fault.
  skip_records_with_error: true,
} satisfies Options & Pick<TransformOptions, 'readableHighWaterMark'>;
/** By so many characters of its beginning a file is known. */
const BEGINNING = 4096;

/** How a file is written down, as its beginning shows. */
interface Dialect {
  delimiter: string;
  /** Both of the usual ones in one file: an editor or a sync has touched a part of it. */
  lineEnds: string[];
  /** The letter every line ends with. */
  lineEnd: '\n' | '\r';
  /** Lines before its columns are named. */
  before: string;
}

/**
 * Reads a CSV file record by record, whatever its size: commas, semicolons or tabs, any line ends, with or without
 * a byte order mark, quoted fields over several lines.
 *
 * @throws Refusal as `textOf`; `truncated` with the line a record without an end begins on, and `why`; `nul-bytes`
 *   with that line where zeros are all there is to it
 */
export async function* readCsv(file: ExportFile): AsyncGenerator<CsvRecord> {
  const pieces = textOf(file);
  const beginning = await beginningOf(pieces);
  const { delimiter, lineEnds, lineEnd, before } = dialectOf(beginning);
  const fault: Fault = { after: Number.POSITIVE_INFINITY, why: 'quote', zeros: false };
  const options: Options & Pick<TransformOptions, 'readableHighWaterMark'> = {
    delimiter,
    record_delimiter: lineEnds,
    ...PARSED_AS,
    on_skip: (error) => {
      if ((error as CsvError).code === 'CSV_MAX_RECORD_SIZE') fault.why = 'long';
      fault.after = Math.min(fault.after, parser.info.records);
    },
  };
  const parser: Parser = parse(options);
  feed(parser, beginning.slice(before.length), pieces, fault);
  let line = 1 + countOf(before, lineEnd);
  let count = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (count === fault.after) break;
      const zeros = fault.zeros && cells.some((cell) => cell.includes('\0'));
      yield zeros ? { line, cells, zeros } : { line, cells };
      count += 1;
      line += 1;
      for (const cell of cells) line += countOf(cell, lineEnd);
    }
    if (count !== fault.after) return;
    if (fault.zeros) throw new Refusal('nul-bytes', { line });
    throw new Refusal('truncated', { line, why: fault.why });
  } finally {
    parser.destroy();
  }
}

/** About how many lines a file has, as records count them: a line break between quotation marks ends none. */
export async function linesIn(file: ExportFile): Promise<number> {
  let lines = 0;
  let quoted = false;
  let last = NEWLINE;
  for await (const piece of file.pieces()) {
    for (let at = 0; at < piece.length; at += 1) {
      last = piece[at] ?? NEWLINE;
      if (last === QUOTE) quoted = !quoted;
      else if (last === NEWLINE && !quoted) lines += 1;
    }
  }
  return last === NEWLINE ? lines : lines + 1;
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;

/** What stands in the way of reading on, and how many records stand before it. */
interface Fault {
  after: number;
  /** A quotation mark that is not closed, or a record longer than any. */
  why: 'quote' | 'long';
  /** Whether zero bytes were met. */
  zeros: boolean;
}

type Parser = ReturnType<typeof parse>;

/** Pours a file into the parser as fast as it is read, up to a record that does not end. */
async function feed(
  parser: Parser,
  beginning: string,
  rest: AsyncGenerator<string>,
  fault: Fault,
): Promise<void> {
  let records = 0;
  let open = 0;
  try {
    for (
      let piece: IteratorResult<string> = { done: false, value: beginning };
      !piece.done && fault.after === Number.POSITIVE_INFINITY;
      piece = await rest.next()
    ) {
      if (piece.value.includes('\0')) fault.zeros = true;
      if (!parser.write(piece.value) && !(await drained(parser))) break;
      // Of empty cells there may be any number in a record that is not long by its letters.
      open = parser.info.records === records ? open + piece.value.length : 0;
      records = parser.info.records;
      if (open > LONGEST_RECORD) Object.assign(fault, { after: records, why: 'long' });
    }
    if (!parser.destroyed) parser.end();
    await rest.return(undefined);
  } catch (error) {
    parser.destroy(error as Error);
  }
}

/** Waits until the parser takes more; false when nobody reads it any longer. */
function drained(parser: Parser): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = () => {
      parser.off('drain', settle).off('close', settle);
      resolve(!parser.destroyed);
    };
    parser.on('drain', settle).on('close', settle);
  });
}

async function beginningOf(pieces: AsyncGenerator<string>): Promise<string> {
  let text = '';
  while (text.length < BEGINNING) {
    const piece = await pieces.next();
    if (piece.done) break;
    text += piece.value;
  }
  return text;
}

function dialectOf(beginning: string): Dialect {
  // A Macintosh ended lines with a return alone.
  const old = beginning.includes('\r') && !beginning.includes('\n');
  const lineEnd = old ? '\r' : '\n';
  const before = linesBefore(beginning, lineEnd);
  return {
    delimiter: separatorOf(lineAt(beginning, before.length, lineEnd)).mark,
    lineEnds: old ? ['\r'] : ['\r\n', '\n'],
    lineEnd,
    before,
  };
}

/** Spreadsheets of some countries write semicolons, and some people choose tabs. */
function separatorOf(line: string): { mark: string; times: number } {
  let most = { mark: ',', times: countOf(line, ',') };
  for (const mark of [';', '\t']) {
    const times = countOf(line, mark);
    if (times > most.times) most = { mark, times };
  }
  return most;
}

/**
 * Some files say what they are in a line of its own, before the names of their columns; or have an empty one there.
 * Read as a record it would make every other one look as if it had too many cells, which the parser tells at length.
 */
function linesBefore(beginning: string, lineEnd: string): string {
  let at = 0;
  for (let n = 0; n < 3; n += 1) {
    const line = lineAt(beginning, at, lineEnd);
    const { times } = separatorOf(line);
    if (times > 0) return n === 0 || times < 3 ? '' : beginning.slice(0, at);
    if (line.includes('"') || beginning.length <= at + line.length) return '';
    at += line.length + 1;
  }
  return '';
}

function lineAt(text: string, at: number, lineEnd: string): string {
  const end = text.indexOf(lineEnd, at);
  return text.slice(at, end < 0 ? undefined : end);
}
