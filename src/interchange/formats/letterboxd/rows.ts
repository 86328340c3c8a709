/** One record of each file of an export. Columns are found by their names, never by their places. */
import { isRating, type Rating } from '../../../domain/rating.ts';
import { viewingDate } from '../../../domain/viewing-date.ts';
import type { AccountRecord, NamedFilm } from '../../account/rows.ts';
import { Refusal } from '../../row.ts';

/** One record by the names of its columns; a column that is not there is empty. */
export type Cells = (column: string) => string;
export type Columns = ((cells: readonly string[]) => Cells) & { has(column: string): boolean };

/** Names people and other programs write for the same column. */
const SAME: Readonly<Record<string, string>> = {
  title: 'name',
  film: 'name',
  url: 'letterboxd uri',
  letterboxduri: 'letterboxd uri',
  watcheddate: 'watched date',
};

/** Reads a header line. */
export function columnsOf(header: readonly string[]): Columns {
  const places = new Map<string, number>();
  header.forEach((cell, place) => {
    const name = cell
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase();
    const known = SAME[name] ?? name;
    if (!places.has(known)) places.set(known, place);
  });
  const read = (cells: readonly string[]) => (column: string) => cells[places.get(column) ?? -1] ?? '';
  return Object.assign(read, { has: (column: string) => places.has(column) });
}

export type Kind =
  | 'profile'
  | 'watched'
  | 'ratings'
  | 'likes'
  | 'watchlist'
  | 'diary'
  | 'reviews'
  | 'comments';

interface Reading {
  required: readonly string[];
  read: (cells: Cells, file: string) => AccountRecord;
}

/** How each file is read. A record that cannot be taken says why. */
export const KINDS: Readonly<Record<Kind, Reading>> = {
  profile: { required: ['username'], read: profile },
  watched: { required: ['name'], read: taken((cells) => marked('watched', cells)) },
  ratings: { required: ['name', 'rating'], read: taken((cells) => marked('rated', cells)) },
  likes: { required: ['name'], read: taken((cells) => marked('liked', cells)) },
  watchlist: { required: ['name'], read: taken((cells) => marked('watchlist', cells)) },
  diary: { required: ['name'], read: taken(logged) },
  reviews: { required: ['name', 'review'], read: taken(logged) },
  comments: { required: ['content', 'comment'], read: taken(comment) },
};

/** What is wrong with a record, as a record. */
function taken(read: Reading['read']): Reading['read'] {
  return (cells, file) => {
    try {
      return read(cells, file);
    } catch (error) {
      if (error instanceof Refusal) return { code: error.code, details: error.details };
      throw error;
    }
  };
}

function profile(cells: Cells): AccountRecord {
  const username = cells('username').trim();
  if (username === '') return { code: 'no-author', details: {} };
  const name = [cells('given name'), cells('family name')]
    .map((part) => part.trim())
    .join(' ')
    .trim();
  return {
    profile: {
      username,
      name: name || username,
      joined: dayOf(cells('date joined')),
      location: orNull(cells('location')),
      website: orNull(cells('website')),
      bio: orNull(cells('bio')),
      pronoun: orNull(cells('pronoun')),
      favourites: cells('favorite films')
        .split(',')
        .flatMap((link) => filmLink(link) ?? [])
        .slice(0, 4),
    },
  };
}

function marked(state: 'watched' | 'rated' | 'watchlist' | 'liked', cells: Cells): AccountRecord {
  const film = filmOf(cells);
  const rating = state === 'rated' ? ratingOf(cells('rating')) : null;
  if (state === 'rated' && rating === null) throw new Refusal('nothing-said');
  return { film, mark: { state, day: dayOf(cells('date')), rating } };
}

function logged(cells: Cells): AccountRecord {
  const text = cells('review');
  return {
    film: { ...filmOf(cells), id: null },
    logged: {
      link: orNull(cells('letterboxd uri')),
      added: dayOf(cells('date')),
      viewed: dayOf(cells('watched date')),
      rating: ratingOf(cells('rating')),
      rewatch: /^(yes|true|1)$/i.test(cells('rewatch').trim()),
      tags: tagsOf(cells('tags')),
      text: text.trim() === '' ? null : text,
    },
  };
}

function comment(cells: Cells): AccountRecord {
  const text = cells('comment');
  if (text.trim() === '') throw new Refusal('nothing-said');
  return { comment: { on: cells('content').trim(), made: dayOf(cells('date')), text } };
}

/** The film of a record. @throws Refusal `no-film-name` or `name-too-long` */
export function filmOf(cells: Cells): NamedFilm {
  const title = cells('name').trim().normalize('NFC');
  if (title === '') throw new Refusal('no-film-name');
  if (title.length > 500) throw new Refusal('name-too-long', { most: 500 });
  const year = /^\d{4}$/.test(cells('year').trim()) ? Number(cells('year')) : null;
  return { title, year, id: filmLink(cells('letterboxd uri')) };
}

/** What a film's link names it by: a short link's code, or the word in a full address. */
export function filmLink(link: string): NamedFilm['id'] {
  const text = link.trim();
  const short = /^https?:\/\/boxd\.it\/([A-Za-z0-9]{1,20})\/?$/.exec(text)?.[1];
  if (short) return { scheme: 'boxd', value: short };
  const slug = /^https?:\/\/(?:www\.)?letterboxd\.com\/film\/([a-z0-9-]{1,200})\/?$/i.exec(text)?.[1];
  return slug ? { scheme: 'letterboxd', value: slug.toLowerCase() } : null;
}

/** A rating of half a star to five as half-stars. @throws Refusal `rating-outside-scale` */
function ratingOf(cell: string): Rating | null {
  const text = cell.trim().replace(',', '.');
  if (text === '') return null;
  const half = Number(text) * 2;
  if (isRating(half)) return half;
  throw new Refusal('rating-outside-scale', { value: cell.trim().slice(0, 40), best: 5, worst: 0.5 });
}

/**
 * A day as exports write it, and as spreadsheets rewrite it where only one reading is possible.
 *
 * @throws Refusal `bad-date`
 */
export function dayOf(cell: string): string | null {
  const text = cell.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  if (text === '') return null;
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  const [day, month] =
    Number(first) > 12 ? [first, second] : Number(second) > 12 ? [second, first] : ['', ''];
  const same = first !== '' && Number(first) === Number(second);
  const plain = year === '' ? text : dated(year, same ? first : month, same ? first : day);
  const date = /^\d{4}-\d{2}-\d{2}$/.test(plain) ? viewingDate(plain) : null;
  if (date === null) throw new Refusal('bad-date', { date: cell.trim().slice(0, 40) });
  return date;
}

function dated(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Tags as one cell writes them, each once. */
export function tagsOf(cell: string): string[] {
  const tags = cell.split(',').map((tag) => tag.trim().normalize('NFC'));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

/** A cell's text, or null when it has none. */
export function orNull(cell: string): string | null {
  const text = cell.trim();
  return text === '' ? null : text;
}
