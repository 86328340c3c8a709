import type { Film } from '../store/film.ts';
import type { FilmKey } from '../store/film-address.ts';
import type { ListItem, ListLine } from '../store/list.ts';
import type { Reader } from '../store/open.ts';
import type { ReviewWithFilm } from '../store/review.ts';
import { notFound } from './errors.ts';
import { listPage } from './list.ts';
import type { Member } from './reader.ts';
import { type ShownReview, shown } from './review.ts';
import { READER } from './viewer.ts';

/** So many stand in a feed. */
const IN_A_FEED = 40;

/** An entry as a feed carries it out of the house. Instants are epoch milliseconds. */
export interface FedEntry extends ShownReview {
  filmTitle: string;
  filmSlug: string;
  filmYear: number | null;
  /** When it was written: of what came by an import, the day it was written where it comes from. */
  published: number;
  updated: number;
  /** Its words may go along; else there is only the way to them. */
  wordsOut: boolean;
}

/** What everybody wrote of a film, latest writing first. */
export async function filmFeed(
  reader: Reader,
  key: FilmKey,
  today: string,
): Promise<{ film: Film; entries: FedEntry[] }> {
  const film = await reader.films.byId(key.id);
  if (!film) throw notFound('film');
  const filter = { withText: true };
  const asked = { sort: 'newest', filter, after: null, limit: IN_A_FEED } as const;
  const { reviews } = await reader.reviews.ofFilm(film.id, READER, asked);
  const named = { filmTitle: film.title, filmSlug: film.slug, filmYear: film.year };
  const rows = reviews.map((review) => ({ ...review, ...named }));
  return { film, entries: await fed(reader, rows, today) };
}

/** What a member wrote and logged, latest writing first. */
export async function memberFeed(reader: Reader, member: Member, today: string): Promise<FedEntry[]> {
  const { authorId } = member;
  const rows = await reader.reviews.byAuthor(authorId, READER, { withText: false }, null, IN_A_FEED);
  return fed(reader, rows, today);
}

/** The reviews of the whole site, latest writing first. */
export async function siteFeed(reader: Reader, today: string): Promise<FedEntry[]> {
  return fed(reader, await reader.reviews.newest(READER, IN_A_FEED), today);
}

/**
 * A list and the films that stand first on it.
 *
 * @throws DomainError `not-found` for one that not everyone may see
 */
export async function listFeed(
  reader: Reader,
  of: { authorId: string; slug: string },
): Promise<{ list: ListLine; items: ListItem[] }> {
  const { list, items } = await listPage(reader, of, READER, 0);
  return { list, items };
}

/**
 * Entries as they go out. One whose day of writing nobody knows has no place in an order of writing and is left
 * out. Members' words are their own wherever they read them; others' go along where they are let out.
 */
async function fed(reader: Reader, rows: readonly ReviewWithFilm[], today: string): Promise<FedEntry[]> {
  const others = rows.filter((row) => row.username === null && row.html !== null).map(({ id }) => id);
  const letOut = await reader.strips.letOutOf(others, today);
  return rows.flatMap((row) => {
    const published = Date.parse(row.writtenKey.split('/')[0] ?? '');
    if (Number.isNaN(published) || row.writtenKey.startsWith('0000')) return [];
    const wordsOut = row.username !== null || letOut.has(row.id);
    const updated = Math.max(published, row.edited ?? 0);
    return [{ ...shown(row, false, false), published, updated, wordsOut }];
  });
}
