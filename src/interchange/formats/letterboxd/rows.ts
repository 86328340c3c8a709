/** One record of each file of an export. Columns are found by their names, never by their places. */
import type { AccountRecord, NamedFilm } from '../../account/rows.ts';
import { Refusal } from '../../row.ts';
import { dayOf, filmLink, lineOf, linkOf, ratingOf, tagsOf, wordsOf } from './cells.ts';

const LONGEST_TITLE = 500;
/** As a profile's own form has it. */
const LONGEST = { name: 80, location: 100, pronoun: 40, bio: 10_000 } as const;

/** One record by the names of its columns; a column that is not there is empty. */
export type Cells = (column: string) => string;
export type Columns = ((cells: readonly string[]) => Cells) & { has(column: string): boolean };

/** Names people and other programs write for the same column. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['title', 'name'],
  ['film', 'name'],
  ['url', 'letterboxd uri'],
  ['letterboxduri', 'letterboxd uri'],
  ['watcheddate', 'watched date'],
]);

/** Reads a header line. */
export function columnsOf(header: readonly string[]): Columns {
  const places = new Map<string, number>();
  header.forEach((cell, place) => {
    const name = cell
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase();
    const known = SAME.get(name) ?? name;
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
  profile: { required: ['username'], read: taken(profile) },
  watched: { required: ['name'], read: taken((cells) => marked('watched', cells)) },
  ratings: { required: ['name', 'rating'], read: taken((cells) => marked('rated', cells)) },
  likes: { required: ['name'], read: taken((cells) => marked('liked', cells)) },
  watchlist: { required: ['name'], read: taken((cells) => marked('watchlist', cells)) },
  diary: { required: ['name'], read: taken(logged) },
  reviews: { required: ['name', 'review'], read: taken(logged) },
  comments: { required: ['content', 'comment'], read: taken(comment) },
};

/** A record of which zero bytes have taken some. */
export const LOST: AccountRecord = { code: 'nul-bytes', details: { part: 'row' } };

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
  const username = lineOf(cells('username'), LONGEST.name);
  if (username === null) return { code: 'no-author', details: {} };
  const name = lineOf(`${cells('given name').trim()} ${cells('family name').trim()}`, LONGEST.name);
  return {
    profile: {
      username,
      name: name ?? username,
      joined: dayOf(cells('date joined')),
      location: lineOf(cells('location'), LONGEST.location),
      website: linkOf(cells('website')),
      bio: wordsOf(cells('bio').trim(), LONGEST.bio),
      pronoun: lineOf(cells('pronoun'), LONGEST.pronoun),
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
  return {
    film: { ...filmOf(cells), id: null },
    logged: {
      link: linkOf(cells('letterboxd uri')),
      added: dayOf(cells('date')),
      viewed: dayOf(cells('watched date')),
      rating: ratingOf(cells('rating')),
      rewatch: /^(yes|true|1)$/i.test(cells('rewatch').trim()),
      tags: tagsOf(cells('tags')),
      text: wordsOf(cells('review')),
    },
  };
}

function comment(cells: Cells): AccountRecord {
  const text = wordsOf(cells('comment'));
  if (text === null) throw new Refusal('nothing-said');
  return { comment: { on: linkOf(cells('content')) ?? '', made: dayOf(cells('date')), text } };
}

/** The film of a record. @throws Refusal `no-film-name` or `name-too-long` */
export function filmOf(cells: Cells): NamedFilm {
  const title = lineOf(cells('name'), LONGEST_TITLE);
  if (title === null) throw new Refusal('no-film-name');
  const year = /^\d{4}$/.test(cells('year').trim()) ? Number(cells('year')) : null;
  return { title, year, id: filmLink(cells('letterboxd uri')) };
}
