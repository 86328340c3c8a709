import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';

/** A file of this machine that can be read more than once. */
export interface TableFile {
  /** How it is named to whoever gave it. */
  name: string;
  pieces(): AsyncIterable<Uint8Array>;
}

/**
 * The tables of IMDb's data sets, by what their first lines begin with: https://developer.imdb.com/non-commercial-datasets/.
 * Ratings and the parts of series are known, so that it can be said why they are left.
 */
const TABLES = {
  basics: ['tconst', 'titleType', 'primaryTitle', 'originalTitle', 'isAdult', 'startYear', 'endYear'],
  akas: ['titleId', 'ordering', 'title', 'region', 'language', 'types', 'attributes', 'isOriginalTitle'],
  crew: ['tconst', 'directors', 'writers'],
  principals: ['tconst', 'ordering', 'nconst', 'category', 'job', 'characters'],
  names: ['nconst', 'primaryName'],
  ratings: ['tconst', 'averageRating', 'numVotes'],
  episodes: ['tconst', 'parentTconst'],
} as const;
export type TableName = keyof typeof TABLES;

/** Why a file is not taken; each has its sentence in the words room. */
export type TableFault =
  | 'unreadable'
  | 'unknown'
  | 'damaged'
  | 'truncated'
  | 'too-long'
  | 'ratings'
  | 'episodes';

/** A file that cannot be read as a table. */
export class TableError extends Error {
  override name = 'TableError';
  readonly fault: TableFault;
  constructor(fault: TableFault) {
    super(fault);
    this.fault = fault;
  }
}

/** The longest line taken, in characters; the longest there is has some thousand. */
const LONGEST_LINE = 100_000;

/**
 * Which table a file is, by its first line.
 *
 * @throws TableError
 */
export async function tableOf(file: TableFile): Promise<TableName> {
  for await (const [first = ''] of linesOf(file)) {
    const columns = first.replace(/^\ufeff/, '').split('\t');
    const found = (Object.keys(TABLES) as TableName[]).find((name) =>
      TABLES[name].every((column, at) => columns[at] === column),
    );
    if (found) return found;
    break;
  }
  throw new TableError('unknown');
}

/**
 * The lines of a table that begin with one of the ids that are wanted, each as its cells.
 *
 * @throws TableError
 */
export async function* rowsOf(
  file: TableFile,
  wants: (id: string) => boolean,
): AsyncGenerator<readonly string[]> {
  let columns = 0;
  for await (const lines of linesOf(file)) {
    columns ||= lines[0]?.split('\t').length ?? 0;
    for (const line of lines) {
      const end = line.indexOf('\t');
      if (end <= 0 || !wants(line.slice(0, end))) continue;
      // A part of a text keeps the whole of it in memory, so that the line is written out anew.
      const cells = Buffer.from(line).toString().split('\t');
      // A line that was cut off says something else than it did.
      if (cells.length === columns) yield cells;
    }
  }
}

/** What stands in a cell; null for `\N`, which is nothing. */
export function cell(text: string | undefined): string | null {
  return text === undefined || text === '\\N' || text === '' ? null : text;
}

/** The lines of a file, as many at once as come at once; packed by gzip or not. */
async function* linesOf(file: TableFile): AsyncGenerator<string[]> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for await (const piece of unpacked(file)) {
      const lines = (rest + decoder.write(Buffer.from(piece))).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LONGEST_LINE) throw new TableError('too-long');
      if (lines.length > 0) yield lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
    }
  } catch (error) {
    throw faultOf(error);
  }
  if (rest + decoder.end() !== '') yield [rest];
}

async function* unpacked(file: TableFile): AsyncGenerator<Uint8Array> {
  const pieces = file.pieces()[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done) return;
  const all = { [Symbol.asyncIterator]: () => chained(first.value, pieces) };
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* all;
    return;
  }
  const source = Readable.from(all);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Uint8Array>;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

async function* chained(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

function faultOf(error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return new TableError('truncated');
  if (code.startsWith('Z_')) return new TableError('damaged');
  if (/^E[A-Z]+$/.test(code)) return new TableError('unreadable');
  return error;
}
