import type { Details } from '../../domain/import.ts';
import { safeHref } from '../../domain/text/link.ts';
import type { ExportFile } from '../archive.ts';
import { type CsvRecord, readCsv } from '../csv.ts';
import { filmIdAt, filmIdOf, isTelevision } from '../formats/jsonld-film.ts';
import { countriesOf } from '../formats/jsonld-values.ts';
import { filmLink } from '../formats/letterboxd/cells.ts';
import { Refusal } from '../row.ts';
import {
  type FilmKind,
  isRejected,
  type ListedFilm,
  type ListedRow,
  type ReadRows,
  type Rejected,
  UNSAID,
} from './row.ts';
import { passes, type Sift } from './sift.ts';
import { languagesIn, namesIn, releasedOf, runtimeOf, titled, yearOf } from './values.ts';

/** Our columns, each with the other names it goes by; compared without marks, capitals and spaces. */
const COLUMNS = {
  title:
    'title, name, film, filmtitle, movie, movietitle, primarytitle, titel, filmtitel, titre, titulo, titolo',
  original: 'originaltitle, originalname, originaltitel, titreoriginal, titulooriginal, titolooriginale',
  year: 'year, releaseyear, startyear, productionyear, filmyear, jahr, annee, ano, anno',
  released: 'releasedate, released, datepublished, premiere',
  director: 'director, directors, directedby, regie, realisateur, direccion, regia',
  actor: 'cast, actors, actor, starring, stars, darsteller, besetzung',
  writer: 'writer, writers, screenwriter, screenwriters, screenplay, writtenby, drehbuch',
  imdb: 'imdb, imdbid, const, tconst, imdburl, imdblink',
  tmdb: 'tmdb, tmdbid, themoviedb, themoviedbid',
  wikidata: 'wikidata, wikidataid, qid',
  letterboxd: 'letterboxd, letterboxdid, letterboxduri, letterboxdurl, letterboxdslug',
  link: 'url, link, source, uri',
  country:
    'country, countries, countryoforigin, productioncountry, productioncountries, land, lander, pays, pais, paese',
  language:
    'language, languages, spokenlanguages, originallanguage, sprache, sprachen, langue, idioma, lingua',
  genre: 'genre, genres',
  runtime:
    'runtime, runtimemins, runtimeminutes, duration, length, minutes, laufzeit, lange, duree, duracion, durata',
  synopsis:
    'synopsis, overview, plot, description, summary, extract, inhalt, beschreibung, resume, sinopsis, trama',
  licence: 'licence, license, lizenz',
  studio: 'studio, studios, productioncompany, productioncompanies',
  kind: 'titletype, type, mediatype, kind',
  adult: 'adult, isadult',
} as const;

type Column = keyof typeof COLUMNS;
type Cells = (column: Column) => string;

const NAMES = new Map(
  Object.entries(COLUMNS).flatMap(([column, names]) =>
    names.split(', ').map((name) => [name, column as Column]),
  ),
);

/** What programs call the kinds of film. */
const KINDS: Readonly<Record<string, FilmKind>> = {
  movie: 'movie',
  film: 'movie',
  feature: 'movie',
  short: 'short',
  shortfilm: 'short',
  kurzfilm: 'short',
  tvmovie: 'tvMovie',
  fernsehfilm: 'tvMovie',
  video: 'video',
};
const TELEVISION = /^(?:tv|series|show|season|episode|miniseries|serie|fernsehserie|episode)/;

/**
 * Reads a table of films, by our columns or names like them: commas, semicolons or tabs.
 *
 * @throws Refusal `wrong-columns` without a column of titles, and as `readCsv`
 */
export async function* readFilmsCsv(file: ExportFile, sift: Sift): AsyncGenerator<ReadRows> {
  let columns: Map<Column, number> | null = null;
  let read: ReadRows = { rows: [], leftOut: 0 };
  for await (const record of readCsv(file)) {
    if (record.cells.every((cell) => cell.trim() === '')) continue;
    if (columns === null) {
      columns = columnsIn(record.cells);
      continue;
    }
    take(read, record, columns, sift);
    if (read.rows.length < AT_ONCE) continue;
    yield read;
    read = { rows: [], leftOut: 0 };
  }
  if (columns === null) throw new Refusal('empty-file');
  yield read;
}

const AT_ONCE = 200;

function columnsIn(cells: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>();
  for (const [at, cell] of cells.entries()) {
    const column = NAMES.get(plain(cell));
    if (column && !found.has(column)) found.set(column, at);
  }
  if (found.has('title')) return found;
  const columns = cells.map((cell) => cell.trim()).join(', ');
  throw new Refusal('wrong-columns', { columns: columns.slice(0, 300), missing: 'Title' });
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

function take(read: ReadRows, record: CsvRecord, columns: ReadonlyMap<Column, number>, sift: Sift): void {
  const said = record.zeros
    ? LOST
    : filmOf((column) => record.cells[columns.get(column) ?? -1] ?? '', columns);
  if (!isRejected(said) && !passes(said, sift)) read.leftOut += 1;
  else read.rows.push({ row: String(record.line), said });
}

const LOST: Rejected = { code: 'nul-bytes', details: { part: 'row' } };

function filmOf(cell: Cells, columns: ReadonlyMap<Column, number>): ListedRow['said'] {
  const kind = kindOf(cell('kind'));
  if (kind === 'television') return { code: 'television', details: nameIn(cell) };
  const released = releasedOf(cell('released'));
  const named = bracketed(cell('title'), columns.has('year'));
  const year = yearOf(cell('year') || named.year || (released ?? ''));
  if (isRejected(year as ListedFilm | Rejected)) return year as Rejected;
  const link = safeHref(cell('link').trim());
  const film = {
    ...UNSAID,
    ...(year as { year: number | null }),
    released,
    runtime: runtimeOf(cell('runtime')),
    synopsis: cell('synopsis').trim() || null,
    countries: namesIn(cell('country')).flatMap((name) => countriesOf(name, new Map())),
    languages: languagesIn(cell('language')),
    genres: namesIn(cell('genre')).filter((genre) => !/^\(no genres listed\)$/i.test(genre)),
    studios: namesIn(cell('studio')),
    credits: (['director', 'writer', 'actor'] as const).flatMap((role) =>
      namesIn(cell(role)).map((name) => ({ name, role, character: null })),
    ),
    ids: idsIn(cell),
    licence: cell('licence').trim().slice(0, 100) || null,
    link: link !== null && /^https?:/.test(link) ? link : null,
    kind,
    adult: /^(?:1|true|yes)$/i.test(cell('adult').trim()),
  };
  return titled(named.title, cell('original') || null, film);
}

function kindOf(cell: string): FilmKind | 'television' | null {
  const name = plain(cell);
  return KINDS[name] ?? (TELEVISION.test(name) || isTelevision(cell.trim()) ? 'television' : null);
}

function nameIn(cell: Cells): Details {
  return { name: cell('title').trim().slice(0, 200) };
}

/** "Heat (1995)" is how films are told apart where a file has no other place for the year. */
function bracketed(title: string, hasYear: boolean): { title: string; year: string } {
  const found = hasYear ? null : /^(.+?)\s*\((\d{4})\)\s*$/s.exec(title);
  return found ? { title: found[1] ?? '', year: found[2] ?? '' } : { title, year: '' };
}

/** Ids in other catalogues: given as such, or as addresses there. */
function idsIn(cell: Cells): ListedFilm['ids'] {
  const found = new Map<string, string>();
  const add = (id: { scheme: string; value: string } | null) => {
    if (id && !found.has(id.scheme)) found.set(id.scheme, id.value);
  };
  for (const scheme of ['imdb', 'tmdb', 'wikidata', 'letterboxd'] as const) {
    const text = cell(scheme).trim();
    if (text === '') continue;
    // Spreadsheets make numbers of them.
    const value = scheme === 'imdb' && /^\d{5,10}$/.test(text) ? `tt${text.padStart(7, '0')}` : text;
    const whole = scheme === 'tmdb' ? value.replace(/\.0$/, '') : value;
    add(/^https?:/.test(text) ? (filmIdAt(text) ?? filmLink(text)) : filmIdOf(scheme, whole));
  }
  const link = cell('link').trim();
  if (/^https?:/.test(link)) add(filmIdAt(link) ?? filmLink(link));
  return [...found].map(([scheme, value]) => ({ scheme, value }));
}
