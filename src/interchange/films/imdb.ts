import type { ExportFile } from '../archive.ts';
import { textOf } from '../encoding.ts';
import { Refusal } from '../row.ts';
import { FILM_KINDS, type FilmKind, type ReadRows, UNSAID } from './row.ts';
import { passes, type Sift } from './sift.ts';
import { titled } from './values.ts';

/** The columns of IMDb's title.basics (developer.imdb.com/non-commercial-datasets), in their order. */
const COLUMNS = [
  ...['tconst', 'titleType', 'primaryTitle', 'originalTitle', 'isAdult'],
  ...['startYear', 'endYear', 'runtimeMinutes', 'genres'],
] as const;
const HEADER = COLUMNS.join('\t');
/** The longest line taken, in characters: the longest there is has some 1,100. */
const LONGEST_LINE = 20_000;
/** What stands where nothing is known. */
const NONE = '\\N';
const KINDS: ReadonlySet<string> = new Set(FILM_KINDS);

/** Whether a text begins as the data set does. */
export function isImdbBasics(beginning: string): boolean {
  return beginning.replace(/^\ufeff/, '').startsWith('tconst\ttitleType\t');
}

/**
 * Reads IMDb's title.basics: tab-separated lines in which a quotation mark is a letter like any other and `\N` is
 * nothing. What is no film, and what was not asked for, is left out and counted.
 *
 * @throws Refusal `wrong-columns`; `truncated` where a line does not end; and as `textOf`
 */
export async function* readImdb(file: ExportFile, sift: Sift): AsyncGenerator<ReadRows> {
  let rest = '';
  let line = 0;
  for await (const piece of textOf(file)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE)
      throw new Refusal('truncated', { line: line + lines.length + 1, why: 'long' });
    const read: ReadRows = { rows: [], leftOut: 0 };
    for (const text of lines) takeLine(read, text, ++line, sift);
    yield read;
  }
  const read: ReadRows = { rows: [], leftOut: 0 };
  if (rest !== '') takeLine(read, rest, ++line, sift);
  yield read;
}

function takeLine(read: ReadRows, ended: string, line: number, sift: Sift): void {
  const text = ended.endsWith('\r') ? ended.slice(0, -1) : ended;
  if (line === 1) checkHeader(text);
  if (line === 1 || text === '') return;
  const cells = text.split('\t');
  const [
    tconst = '',
    kind = '',
    title = '',
    original = '',
    adult = '',
    year = '',
    ,
    minutes = '',
    genres = '',
  ] = cells;
  const row = String(line);
  if (cells.length < COLUMNS.length || !/^tt\d{5,10}$/.test(tconst)) {
    read.rows.push({ row, said: { code: 'truncated', details: { line } } });
    return;
  }
  if (!KINDS.has(kind)) {
    read.leftOut += 1;
    return;
  }
  const film = {
    ...UNSAID,
    year: /^\d{4}$/.test(year) ? Number(year) : null,
    runtime: /^[1-9]\d{0,4}$/.test(minutes) ? Number(minutes) : null,
    genres: genres === NONE || genres === '' ? [] : genres.split(','),
    ids: [{ scheme: 'imdb', value: tconst }],
    link: `https://www.imdb.com/title/${tconst}/`,
    kind: kind as FilmKind,
    adult: adult === '1',
  };
  if (!passes(film, sift)) read.leftOut += 1;
  else read.rows.push({ row, said: titled(title, original === NONE ? null : original, film) });
}

function checkHeader(text: string): void {
  const columns = text.replace(/^\ufeff/, '').split('\t');
  const missing = COLUMNS.find((name, at) => columns[at] !== name);
  if (missing && text !== HEADER)
    throw new Refusal('wrong-columns', { columns: columns.join(', ').slice(0, 300), missing });
}
