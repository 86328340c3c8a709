import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

/** What an account says, by itself or by its pages: each a line as somebody would say it. */
export interface Account {
  /** Viewings: the day, the film, the rating, whether again, the tags, whether there are words. */
  viewings: string[];
  /** Films seen: the film, the rating it has now, whether it is liked. */
  films: string[];
  watchlist: string[];
  reviews: Review[];
  /** Entries without a day and without words: the film, the rating, the tags. */
  wordless: string[];
  lists: List[];
  profile: string[];
  bio: string;
  /** Every film anything is said of. */
  catalogue: string[];
}

export interface Review {
  /** The film, the rating, the viewing, the tags, the day it was written. */
  head: string;
  text: string;
}

export interface List {
  title: string;
  /** Tags, and the day it was made. */
  head: string;
  description: string;
  /** In their order: the position and the film, and what is noted of it. */
  items: { film: string; note: string }[];
}

/** What of an export is not on the pages, and why, by the kind of the reason. */
export type Exceptions = Map<string, string[]>;

type Row = Readonly<Record<string, string>>;

interface Film {
  name: string;
  rating: number;
  seen: boolean;
  liked: boolean;
  wanted: boolean;
}

/** A film as one line names it. */
export function filmName(title: string, year: string): string {
  return year === '' ? title : `${title} (${year})`;
}

/** One line of what is known of something; what is empty is left out. */
export function line(...parts: (string | false)[]): string {
  return parts.filter((part) => part !== false && part !== '').join(' | ');
}

/** A rating in half-stars as it is said here. */
export function rated(halfStars: number): string {
  return halfStars === 0 ? '' : `${halfStars / 2} stars`;
}

export function dayOf(iso: string): string {
  if (iso === '') return '';
  const date = new Date(`${iso}T00:00:00Z`);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

/**
 * What an account's export says, read by a reader of CSV that is not the product's, and joined by what
 * `facts/formats.md` says of the two kinds of links: films have theirs, entries are joined to films by name and
 * year.
 */
export function accountOf(folder: string): { said: Account; exceptions: Exceptions } {
  const exceptions: Exceptions = new Map();
  const except = (why: string, what: string) => exceptions.set(why, [...(exceptions.get(why) ?? []), what]);
  const byLink = new Map<string, Film>();
  const byName = new Map<string, Film[]>();
  const nameOf = (row: Row) => filmName(clean(row.Name ?? row.Title ?? ''), row.Year ?? '');

  const add = (name: string): Film => {
    const film = { name, rating: 0, seen: false, liked: false, wanted: false };
    byName.set(name, [...(byName.get(name) ?? []), film]);
    return film;
  };
  const linked = (row: Row): Film => {
    const link = row['Letterboxd URI'] ?? row.URL ?? '';
    const film = byLink.get(link) ?? add(nameOf(row));
    byLink.set(link, film);
    return film;
  };
  /** The film an entry is about: the one of its name and year; null where there are two. */
  const joined = (row: Row): Film | null => {
    const [first, second] = byName.get(nameOf(row)) ?? [];
    if (second) except('two films of one name and year, so it waits for somebody to say which', nameOf(row));
    return second ? null : (first ?? add(nameOf(row)));
  };

  for (const row of rowsOf(folder, 'watched.csv')) linked(row).seen = true;
  for (const row of rowsOf(folder, 'ratings.csv'))
    Object.assign(linked(row), { seen: true, rating: halves(row) });
  for (const row of rowsOf(folder, 'likes/films.csv')) linked(row).liked = true;
  for (const row of rowsOf(folder, 'watchlist.csv')) linked(row).wanted = true;

  const said: Account = {
    viewings: [],
    films: [],
    watchlist: [],
    reviews: [],
    wordless: [],
    lists: [],
    profile: [],
    bio: '',
    catalogue: [],
  };
  const reviewed: string[] = [];
  for (const row of rowsOf(folder, 'reviews.csv')) {
    const film = joined(row);
    reviewed.push(occasion(row));
    if (film) enter(said, film, row);
  }
  for (const row of rowsOf(folder, 'diary.csv')) {
    const same = reviewed.indexOf(occasion(row));
    const film = same < 0 ? joined(row) : null;
    if (same >= 0) reviewed.splice(same, 1);
    if (film) enter(said, film, row);
  }
  const lists = join(folder, 'lists');
  for (const name of existsSync(lists) ? readdirSync(lists).sort() : []) {
    const text = readFileSync(join(lists, name), 'utf8');
    if (/^\0*$/.test(text)) except('a file of nothing but NUL bytes, which a broken unzip left', name);
    else said.lists.push(listOf(text, linked));
  }
  for (const row of rowsOf(folder, 'profile.csv')) {
    const [location, website, pronoun] = [row.Location ?? '', row.Website ?? '', row.Pronoun ?? ''].map(
      clean,
    );
    const favourites = (row['Favorite Films'] ?? '').split(',').map(clean).filter(Boolean);
    for (const link of favourites)
      if (!byLink.has(link)) except('a favourite film the export names only by its link', link);
    const known = favourites.flatMap((link) => byLink.get(link)?.name ?? []);
    said.profile = [pronoun ?? '', location ?? '', website ?? '', ...known].filter(Boolean);
    said.bio = row.Bio ?? '';
  }
  const all = [...byName.values()].flat();
  said.films = all
    .filter(({ seen }) => seen)
    .map(({ name, rating, liked }) => line(name, rated(rating), liked && 'liked'));
  said.watchlist = all.filter(({ wanted }) => wanted).map(({ name }) => name);
  said.catalogue = all.map(({ name }) => name);
  for (const { name } of all.filter(({ liked, seen }) => liked && !seen))
    except('a film that is liked and was not seen', name);
  return { said, exceptions };
}

/** The one occasion that diary and reviews both tell of: by its link, or for want of one by what is said of it. */
function occasion(row: Row): string {
  return (
    row['Letterboxd URI'] || line(row.Name ?? '', row.Year ?? '', row.Date ?? '', row['Watched Date'] ?? '')
  );
}

function enter(said: Account, film: Film, row: Row): void {
  film.seen = true;
  const viewed = row['Watched Date'] ?? '';
  const text = row.Review ?? '';
  const words = text.trim() !== '';
  const tags = tagsOf(row.Tags);
  const again = row.Rewatch === 'Yes' && 'again';
  const stars = rated(halves(row));
  if (viewed !== '') said.viewings.push(line(viewed, film.name, stars, again, tags, words && 'words'));
  if (words) {
    const seen = viewed !== '' && line(`seen ${viewed}`, again);
    said.reviews.push({ head: line(film.name, stars, seen, tags, `written ${dayOf(row.Date ?? '')}`), text });
  }
  if (viewed === '' && !words) said.wordless.push(line(film.name, stars, tags));
}

/** The two tables of a list's file: what it is, and its films. */
function listOf(text: string, linked: (row: Row) => Film): List {
  const records = recordsOf(text).filter((record) => record.some((cell) => cell.trim() !== ''));
  const table = (has: string) => {
    const at = records.findIndex((record) => record.includes(has) && record.includes('Description'));
    return { at, names: records[at] ?? [] };
  };
  const [head, films] = [table('Tags'), table('Position')];
  const row = (names: readonly string[], record: readonly string[] | undefined): Row =>
    Object.fromEntries(names.map((name, place) => [name, record?.[place] ?? '']));
  const list = row(head.names, records[head.at + 1]);
  return {
    title: clean(list.Name ?? ''),
    head: line(tagsOf(list.Tags), `made ${dayOf(list.Date ?? '')}`),
    description: list.Description ?? '',
    items: records.slice(films.at + 1).map((record) => {
      const item = row(films.names, record);
      return { film: line(item.Position ?? '', linked(item).name), note: item.Description ?? '' };
    }),
  };
}

function rowsOf(folder: string, file: string): Row[] {
  const path = join(folder, file);
  if (!existsSync(path)) return [];
  const [names = [], ...rows] = recordsOf(readFileSync(path, 'utf8'));
  return rows
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .map((cells) => Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ''])));
}

function recordsOf(text: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',' });
  if (errors[0]) throw new Error(`The second reader of CSV cannot read this: ${errors[0].message}`);
  return data;
}

function halves(row: Row): number {
  return Number(row.Rating || 0) * 2;
}

function tagsOf(cell = ''): string {
  const tags = cell.split(',').map(clean).filter(Boolean);
  return tags.length === 0 ? '' : `tags ${[...new Set(tags)].join(', ')}`;
}

function clean(text: string): string {
  return text.trim().normalize('NFC');
}
