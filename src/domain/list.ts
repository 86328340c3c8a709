import type { FirstFilm, ListItem, ListLine, Words } from '../store/list.ts';
import type { Reader, Writer } from '../store/open.ts';
import type { Visibility } from '../store/schema.ts';
import { invalid, notFound } from './errors.ts';
import { freeSlug, slugOf } from './slug.ts';
import { cleanLine } from './text/characters.ts';
import { renderText, type TextFormat } from './text/render.ts';
import type { Viewer } from './viewer.ts';

export type { ListItem, ListLine };

const LISTS_ON_A_PAGE = 20;
const FILMS_ON_A_PAGE = 100;
/** How many of a list's films stand on its line among others. */
const FIRST_FILMS = 5;
const LONGEST_TITLE = 300;
const LONGEST_WORDS = 20_000;
const MOST_TAGS = 50;
const LONGEST_TAG = 100;
/** So many films fit on a list. */
export const MOST_FILMS = 5000;

/** A list as its line shows it, with its first films. */
export type ShownList = ListLine & { first: FirstFilm[] };

/** Where a page of lists ended. */
export type ListsCursor = readonly [updated: number, id: string];

export interface ListsPage {
  lists: ShownList[];
  next: ListsCursor | null;
}

/** A page of lists for somebody: an author's, or everybody's, latest change first. */
export async function listsPage(
  reader: Reader,
  viewer: Viewer,
  asked: { authorId?: string; after: ListsCursor | null },
): Promise<ListsPage> {
  const rows = await reader.lists.lines(viewer, { ...asked, limit: LISTS_ON_A_PAGE + 1 });
  const lists = rows.slice(0, LISTS_ON_A_PAGE);
  const first = await reader.lists.firstFilms(
    lists.map(({ id }) => id),
    FIRST_FILMS,
  );
  const last = lists.at(-1);
  return {
    lists: lists.map((list) => ({ ...list, first: first.get(list.id) ?? [] })),
    next: rows.length > LISTS_ON_A_PAGE && last ? [last.updated, last.id] : null,
  };
}

export interface ListPage {
  list: ListLine;
  items: ListItem[];
  /** How many films stand before the first of them. */
  before: number;
  /** The position the next page begins after; null on the last. */
  next: number | null;
}

/**
 * One list with a page of its films.
 *
 * @param after the position before which films were shown already; 0 for the first page
 * @throws DomainError `not-found` when there is none for this viewer
 */
export async function listPage(
  reader: Reader,
  of: { authorId: string; slug: string },
  viewer: Viewer,
  after: number,
): Promise<ListPage> {
  const list = await reader.lists.bySlug(of.authorId, of.slug.normalize('NFC').toLowerCase(), viewer);
  if (!list) throw notFound('list');
  const rows = await reader.lists.items(list.id, after, FILMS_ON_A_PAGE + 1);
  const items = rows.slice(0, FILMS_ON_A_PAGE);
  const last = items.at(-1);
  const before = after === 0 ? 0 : await reader.lists.countUpTo(list.id, after);
  return { list, items, before, next: rows.length > FILMS_ON_A_PAGE && last ? last.position : null };
}

/** A list as somebody writes it. */
export interface ListInput {
  title: string;
  description: string;
  ranked: boolean;
  tags: readonly string[];
  visibility: Visibility;
  films: readonly { filmId: string; note: string }[];
  format: TextFormat;
}

/** Makes a list of an author's; a film stands on it once. */
export async function makeList(
  writer: Writer,
  authorId: string,
  input: ListInput,
  now: number,
): Promise<string> {
  const slug = await freeSlug(slugOf(input.title) || 'list', (one) => writer.lists.slugTaken(authorId, one));
  const once = new Map(input.films.map((film) => [film.filmId, film]));
  const { title, ranked, tags, visibility, format } = input;
  const description = listWords(input.description, format);
  const items = [...once.values()].map(({ filmId, note }) => ({ filmId, note: listWords(note, format) }));
  const id = await writer.lists.add(
    { authorId, slug, title, description, ranked, tags, visibility, items },
    now,
  );
  await writer.versions.raise('films', id);
  return id;
}

/** The words of a list or of a note on it, with what is derived from them; null where there are none. */
export function listWords(written: string, format: TextFormat): Words | null {
  // No database of ours can hold a NUL.
  const source = written.replaceAll('\0', '');
  if (source.trim() === '') return null;
  const { html, length } = renderText(source, format);
  return length === 0 ? null : { format, source, html };
}

/** What somebody says of a list of their own, beside what is on it; words as they are typed. */
export type ListSaid = Omit<ListInput, 'films' | 'format'>;

/**
 * What somebody says of a list, as it is kept.
 *
 * @throws DomainError `invalid` with the code of what needs another look
 */
export function checkList(said: ListSaid): ListSaid {
  const title = cleanLine(said.title);
  if (title === '') throw invalid('list-title');
  if ([...title].length > LONGEST_TITLE) throw invalid('title-too-long', { most: LONGEST_TITLE });
  if ([...said.description].length > LONGEST_WORDS) throw invalid('too-long', { most: LONGEST_WORDS });
  const tags = [...new Set(said.tags.map(cleanLine))].filter((tag) => tag !== '');
  if (tags.length > MOST_TAGS) throw invalid('too-many-tags', { most: MOST_TAGS });
  if (tags.some((tag) => tag.length > LONGEST_TAG)) throw invalid('tag-too-long', { most: LONGEST_TAG });
  return { ...said, title, tags };
}

/**
 * Changes what somebody says of a list of theirs. Its address stays.
 *
 * @throws DomainError `not-found` `list` for a list that is not theirs; `invalid` as `checkList`
 */
export async function changeList(
  writer: Writer,
  id: string,
  said: ListSaid,
  viewer: Viewer,
  now: number,
): Promise<void> {
  const { title, ranked, tags, visibility, description } = checkList(said);
  await ownList(writer, id, viewer);
  const words = listWords(description, 'lbml');
  await writer.lists.change(id, { title, ranked, tags, visibility, description: words }, now);
  await writer.versions.raise('films', id);
}

/**
 * Replaces what is on a list of somebody's, in its order; a film stands on it once.
 *
 * @throws DomainError `not-found` `list`, or `film` for one that is not there; `invalid` `too-many-films`, `too-long`
 */
export async function setListFilms(
  writer: Writer,
  id: string,
  films: ListInput['films'],
  viewer: Viewer,
  now: number,
): Promise<void> {
  await ownList(writer, id, viewer);
  const once = new Map(films.map((film) => [film.filmId, film]));
  if (once.size > MOST_FILMS) throw invalid('too-many-films', { most: MOST_FILMS });
  if (films.some(({ note }) => [...note].length > LONGEST_WORDS))
    throw invalid('too-long', { most: LONGEST_WORDS });
  const ids = [...once.keys()];
  for (let start = 0; start < ids.length; start += 500) {
    const some = ids.slice(start, start + 500);
    if ((await writer.films.byIds(some)).length < some.length) throw notFound('film');
  }
  const items = [...once.values()].map(({ filmId, note }) => ({ filmId, note: listWords(note, 'lbml') }));
  await writer.lists.setItems(id, items, now);
  await writer.versions.raise('films', id);
}

/**
 * Takes a list of somebody's away for good. The films on it, and what was written of them, stay.
 *
 * @throws DomainError `not-found` `list`
 */
export async function removeList(writer: Writer, id: string, viewer: Viewer): Promise<void> {
  await ownList(writer, id, viewer);
  await writer.lists.remove(id);
  await writer.versions.raise('films', id);
}

/** A list of the viewer's own, held against others who change it until this is done. */
async function ownList(writer: Writer, id: string, viewer: Viewer): Promise<ListLine> {
  await writer.versions.raise(id);
  const [list] = await writer.lists.byIds([id], viewer);
  if (!list || viewer.authorId === null || list.authorId !== viewer.authorId) throw notFound('list');
  return list;
}
