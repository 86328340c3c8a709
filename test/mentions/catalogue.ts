import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { films as demoFilms } from '../../src/demo/catalogue.ts';
import { shared } from '../engines/shared.ts';

/** A film that a text may name, with everything the shared data say of it that bears on that. */
export interface KnownFilm {
  title: string;
  /** Titles in other languages, where the data have them. */
  otherTitles: string[];
  year: number | null;
  /** Names of those who directed it. */
  directors: string[];
  /** Names of those who play in it. */
  cast: string[];
  /** In how many of the shared files the film stands: how well known it is here. */
  files: number;
}

interface Named {
  title: string;
  otherTitles?: string[];
  year: number | null;
  directors?: string[];
  cast?: string[];
}

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return filesUnder(path, ending);
      return name.endsWith(ending) ? [path] : [];
    });
}

function yearOf(text: string | undefined): number | null {
  return text !== undefined && /^(18|19|20)\d\d$/.test(text.trim()) ? Number(text) : null;
}

interface Extract {
  title: string;
  year: number;
  cast?: string[];
  extract?: string;
}

/** The records of one file of `wikipedia-movies`, in their order. */
export function extractsOf(file: string): Extract[] {
  return JSON.parse(readFileSync(shared(`data/wikipedia-movies/${file}`), 'utf8')) as Extract[];
}

/** The names of the files of `wikipedia-movies`. */
export function extractFiles(): string[] {
  return readdirSync(shared('data/wikipedia-movies')).sort();
}

function fromLetterboxd(path: string): Named[] {
  const text = readFileSync(path, 'utf8');
  const table = text.slice(Math.max(0, text.search(/^(Date,Name,Year|Position,Name,Year)/m)));
  const rows = parse(table, { relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
  const header = rows[0] ?? [];
  const name = header.indexOf('Name');
  const year = header.indexOf('Year');
  if (name < 0 || year < 0) return [];
  return rows
    .slice(1)
    .filter((row) => row[name])
    .map((row) => ({ title: row[name] ?? '', year: yearOf(row[year]) }));
}

function fromImdb(path: string): Named[] {
  const bytes = readFileSync(path);
  const text = path.includes('latin1') ? bytes.toString('latin1') : bytes.toString('utf8');
  return parse(text, { columns: true, relax_column_count: true, relax_quotes: true, bom: true })
    .map((row) => row as Record<string, string>)
    .filter((row) =>
      /^(movie|feature film|short|tv movie|tvmovie|video|documentary)/i.test(
        row['Title Type'] ?? row['Title type'] ?? '',
      ),
    )
    .map((row) => ({
      title: row.Title ?? '',
      otherTitles:
        row['Original Title'] && row['Original Title'] !== row.Title ? [row['Original Title']] : [],
      year: yearOf(row.Year),
      directors: (row.Directors ?? '').split(', ').filter(Boolean),
    }));
}

function fromFeed(path: string): Named[] {
  return [
    ...readFileSync(path, 'utf8').matchAll(
      /<letterboxd:filmTitle>([^<]+)<\/letterboxd:filmTitle>\s*<letterboxd:filmYear>(\d{4})/g,
    ),
  ].map(([, title, year]) => ({ title: plain(title ?? ''), year: yearOf(year) }));
}

function plain(xml: string): string {
  return xml
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(
      /&(amp|apos|quot|lt|gt);/g,
      (_, name: string) => ({ amp: '&', apos: "'", quot: '"', lt: '<', gt: '>' })[name] ?? '',
    );
}

function fromOthers(): Named[][] {
  const criticker = readFileSync(shared('data/other/criticker-ratings.xml'), 'utf8');
  const movielens = parse(readFileSync(shared('data/other/movielens-ratings.csv'), 'utf8'), { columns: true })
    .map((row) => (row as Record<string, string>).title ?? '')
    .map((title) => /^(.*?)(?:, (The|A|An))? \((\d{4})\)\s*$/.exec(title))
    .filter((found) => found !== null)
    .map((found) => ({
      title: (found[2] ? `${found[2]} ` : '') + (found[1] ?? '').replace(/ \(.*\)$/, ''),
      year: yearOf(found[3]),
    }));
  return [
    [...criticker.matchAll(/<filmname>([^<]*?) \((\d{4})\)<\/filmname>/g)].map(([, title, year]) => ({
      title: plain(title ?? ''),
      year: yearOf(year),
    })),
    movielens,
    tmdb(),
  ];
}

function tmdb(): Named[] {
  const found = JSON.parse(readFileSync(shared('data/tmdb/themoviedbapi/search/movie.json'), 'utf8')) as {
    results?: { title: string; original_title: string; release_date?: string }[];
  };
  return (found.results ?? []).map((film) => ({
    title: film.title,
    otherTitles: [film.original_title],
    year: yearOf(film.release_date?.slice(0, 4)),
  }));
}

function sources(): Named[][] {
  return [
    [...demoFilms].map((film) => ({
      title: film.title,
      otherTitles: film.originalTitle ? [film.originalTitle] : [],
      year: film.year,
      directors: film.directors,
      cast: film.cast.map(({ name }) => name),
    })),
    ...extractFiles().map((file) =>
      extractsOf(file).map(({ title, year, cast }) => ({ title, year, cast: cast ?? [] })),
    ),
    ...filesUnder(shared('data/letterboxd'), '.csv')
      .filter((path) => !path.includes('/orphaned/'))
      .map(fromLetterboxd),
    ...filesUnder(shared('data/imdb'), '.csv').map(fromImdb),
    ...filesUnder(shared('data/rss'), '.xml').map(fromFeed),
    ...fromOthers(),
  ];
}

/** A title as it is compared: letters and digits of any script, folded, apart by single spaces. */
export function folded(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’ʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Every film of the shared data and of the demonstration, once: files that give the same title and years at
 * most one apart mean the same film, since their sources date films by different first showings.
 */
export function knownFilms(): KnownFilm[] {
  const byTitle = new Map<string, KnownFilm[]>();
  for (const source of sources()) {
    const seen = new Set<KnownFilm>();
    for (const named of source) {
      const title = named.title.normalize('NFC').trim();
      if (!title) continue;
      const key = folded(title) || title;
      const same = byTitle.get(key) ?? [];
      byTitle.set(key, same);
      let film =
        same.find(({ year }) => year === named.year) ?? same.find(({ year }) => near(year, named.year));
      if (!film) {
        film = { title, otherTitles: [], year: named.year, directors: [], cast: [], files: 0 };
        same.push(film);
      }
      add(film.otherTitles, named.otherTitles);
      add(film.directors, named.directors);
      add(film.cast, named.cast);
      if (!seen.has(film)) film.files += 1;
      seen.add(film);
    }
  }
  return [...byTitle.values()].flat();
}

function near(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && Math.abs(one - other) <= 1;
}

function add(into: string[], more: string[] | undefined): void {
  for (const item of more ?? []) if (!into.includes(item)) into.push(item);
}
