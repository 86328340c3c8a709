import type { FilmLine, ListLine, Member, Person, Reader, ReviewWithFilm } from './reader.ts';
import { type ShownReview, shown } from './review.ts';
import { passage } from './text/passage.ts';
import { READER } from './viewer.ts';

/** What is found apart, in the order it is shown. */
export const GROUPS = ['films', 'people', 'members', 'lists', 'reviews'] as const;
export type Group = (typeof GROUPS)[number];

/** A review that was found, with the place in it; no place where its words may tell the story. */
export type FoundReview = ReviewWithFilm & ShownReview & { passage: string | null };

/** A part of what was found, and whether there is more of it. */
export interface FoundPart<T> {
  found: T[];
  more: boolean;
}

/** What was found, the likeliest to be meant first; only what everyone may see. */
export interface SearchResult {
  /** What was asked, without what nobody can see. */
  text: string;
  films: FoundPart<FilmLine>;
  people: FoundPart<Person>;
  members: FoundPart<Member>;
  lists: FoundPart<ListLine>;
  reviews: FoundPart<FoundReview>;
}

const LONGEST = 200;
/** How much of each is shown where all stand together, on a page of its own, and as somebody types. */
const TOGETHER: Record<Group, number> = { films: 12, people: 6, members: 6, lists: 6, reviews: 6 };
const ALONE = 30;
const TYPING: Record<Group, number> = { films: 6, people: 3, members: 2, lists: 2, reviews: 0 };
const LAST_PAGE = 20;
const PASSAGE = 220;
const NONE = { found: [], more: false };

/**
 * What is found for some words.
 *
 * @param only the one group that is wanted, with its page from 1; all of them for null
 */
export async function searchResult(
  reader: Reader,
  asked: { text: string; only: Group | null; page: number },
): Promise<SearchResult> {
  const text = asked.text
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .toWellFormed();
  const page = Math.min(Math.max(1, asked.page), LAST_PAGE);
  const part = (group: Group) =>
    asked.only === null
      ? { offset: 0, limit: TOGETHER[group] }
      : { offset: (page - 1) * ALONE, limit: asked.only === group ? ALONE : 0 };
  return resultOf(reader, text, part);
}

/** What is offered while somebody types. */
export async function suggestions(reader: Reader, typed: string): Promise<SearchResult> {
  const text = typed
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, LONGEST)
    .toWellFormed();
  return resultOf(reader, text, (group) => ({ offset: 0, limit: TYPING[group] }));
}

async function resultOf(
  reader: Reader,
  text: string,
  part: (group: Group) => { offset: number; limit: number },
): Promise<SearchResult> {
  const found = async <T>(
    group: Group,
    kind: 'film' | 'person' | 'member' | 'list' | 'review',
    read: (ids: string[]) => Promise<T[]>,
  ): Promise<FoundPart<T>> => {
    const { offset, limit } = part(group);
    if (limit === 0 || text.trim() === '') return NONE;
    const { ids, more } = await reader.search.find({ kind, text, offset, limit });
    return { found: await read(ids), more };
  };
  const [films, people, members, lists, reviews] = await Promise.all([
    found('films', 'film', (ids) => filmLines(reader, ids)),
    found('people', 'person', reader.people.byIds),
    found('members', 'member', reader.members.byIds),
    found('lists', 'list', (ids) => reader.lists.byIds(ids, READER)),
    found('reviews', 'review', async (ids) =>
      (await reader.reviews.byIds(ids, READER)).map((one) => reviewFound(one, text)),
    ),
  ]);
  return { text, films, people, members, lists, reviews };
}

async function filmLines(reader: Reader, ids: readonly string[]): Promise<FilmLine[]> {
  const films = await reader.films.byIds(ids);
  const directors = await reader.films.directors(ids);
  return films.map((film) => ({ ...film, directors: directors.get(film.id) ?? [] }));
}

function reviewFound(review: ReviewWithFilm, text: string): FoundReview {
  const seen = shown(review, false, false);
  const tells = seen.closed || review.html === null;
  return { ...seen, passage: tells ? null : passage(review.html ?? '', text, PASSAGE) };
}
