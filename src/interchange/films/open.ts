import type { ArchiveLimits, ExportFile } from '../archive.ts';
import { binaryKind } from '../detect.ts';
import { encodingOf } from '../encoding.ts';
import { largestFile } from '../input.ts';
import { turnTaking } from '../pace.ts';
import { Refusal } from '../row.ts';
import { readFilmsCsv } from './csv.ts';
import { isGzip, unpacked } from './gzip.ts';
import { isImdbBasics, readImdb } from './imdb.ts';
import { readJsonldFilms } from './jsonld.ts';
import type { FilmFormat, ReadRows } from './row.ts';
import type { Sift } from './sift.ts';
import { isWikipediaMovies, readWikipedia } from './wikipedia.ts';

/** By so many bytes of its beginning a file is known. */
const BEGINNING = 8192;

/** A file of films that was told for what it is, but not read. */
export interface OpenFilms {
  format: FilmFormat;
  /** Its rows as they are read. Throws `Refusal` where the file breaks. */
  rows(sift: Sift): AsyncIterable<ReadRows>;
}

/**
 * Tells what a file of films is, by how it begins; its name is not believed. One that is compressed is read as what
 * is in it.
 *
 * @throws Refusal `empty-file` or `unknown-format`
 */
export async function openFilms(file: ExportFile, limits: ArchiveLimits): Promise<OpenFilms> {
  const packed = await beginningOf(file);
  const plain = isGzip(packed) ? unpacked(file, limits) : file;
  const bytes = plain === file ? packed : await beginningOf(plain);
  if (bytes.length === 0) throw new Refusal('empty-file');
  const beginning = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (isImdbBasics(beginning)) return { format: 'films-imdb', rows: (sift) => readImdb(plain, sift) };
  if (isWikipediaMovies(beginning))
    return { format: 'films-wikipedia', rows: (sift) => readWikipedia(plain, sift) };
  if (/^[\ufeff\s]*[[{<]/.test(beginning))
    return { format: 'films-jsonld', rows: (sift) => jsonld(plain, sift) };
  if (binaryKind(bytes) === null && isTable(beginning))
    return { format: 'films-csv', rows: (sift) => readFilmsCsv(plain, sift) };
  throw new Refusal('unknown-format', { kind: 'no-films' });
}

/** A table has a line of names, which no picture and no program has. */
function isTable(beginning: string): boolean {
  const [first = ''] = beginning.replace(/^\ufeff?\s*/, '').split(/\r\n|\r|\n/, 1);
  return first !== '' && !/\p{Cc}/u.test(first.replaceAll('\t', '')) && !beginning.includes('\ufffd\ufffd');
}

async function* jsonld(file: ExportFile, sift: Sift): AsyncGenerator<ReadRows> {
  const most = largestFile();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file.pieces()) {
    size += piece.length;
    if (size > most) throw new Refusal('too-large', { most });
    pieces.push(piece);
  }
  yield await readJsonldFilms(Buffer.concat(pieces), file.path, sift, turnTaking());
}

async function beginningOf(file: ExportFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file.pieces()) {
    pieces.push(piece);
    size += piece.length;
    if (size >= BEGINNING) break;
  }
  return Buffer.concat(pieces).subarray(0, BEGINNING);
}
