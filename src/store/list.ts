import { type SqlBool, sql } from 'kysely';
import type { Viewer } from '../domain/viewer.ts';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { inSlices } from './engines/many.ts';
import { inOrder, newId } from './ids.ts';
import { readableState, settled } from './readable.ts';
import type { ListItemsTable, Source, TextFormat, Visibility } from './schema.ts';

/** Words with markup, and what was derived from them when they were written. */
export interface Words {
  format: TextFormat;
  source: string;
  html: string;
}

/** A list of films, as its line among others shows it. */
export interface ListLine {
  id: string;
  authorId: string;
  /** The username of the member it belongs to; null for somebody who is none. */
  username: string | null;
  authorName: string;
  slug: string;
  title: string;
  /** Derived HTML; null without a description. */
  descriptionHtml: string | null;
  ranked: boolean;
  tags: string[];
  visibility: Visibility;
  source: Source;
  link: string | null;
  /** The calendar date it was made, as its source says. */
  written: string | null;
  created: number;
  updated: number;
  /** How many films are on it. */
  films: number;
}

/** A film's place on a list. */
export interface ListItem {
  filmId: string;
  slug: string;
  title: string;
  year: number | null;
  poster: string | null;
  position: number;
  /** Derived HTML; null without a note. */
  noteHtml: string | null;
}

/** A list to be made. `items` in their order; each film stands on a list once. */
export interface NewList extends ListFacts {
  authorId: string;
  slug: string;
  items: readonly NewListItem[];
}

/** What its author says of a list beside what is on it. */
export interface ListFacts {
  title: string;
  description: Words | null;
  ranked: boolean;
  tags: readonly string[];
  visibility: Visibility;
}

/** A film that comes to stand on a list, and what its author says of it there. */
export interface NewListItem {
  filmId: string;
  note: Words | null;
}

/** A film as its card or poster needs it. */
export interface FirstFilm {
  id: string;
  poster: string | null;
}

export function listReader(db: ReadDb) {
  const lines = (viewer: Viewer) =>
    db
      .selectFrom('lists')
      .innerJoin('authors', 'authors.id', 'lists.author_id')
      .leftJoin('members', 'members.author_id', 'lists.author_id')
      .select([
        'lists.id',
        'lists.author_id as authorId',
        'members.username',
        'authors.name as authorName',
        'lists.slug',
        'lists.title',
        'lists.description_html as descriptionHtml',
        'lists.ranked',
        'lists.tags',
        'lists.visibility',
        'lists.source',
        'lists.link',
        'lists.written',
        'lists.created',
        'lists.updated',
      ])
      .select((eb) =>
        eb
          .selectFrom('list_items')
          .select((of) => of.fn.countAll<number>().as('n'))
          .whereRef('list_items.list_id', '=', 'lists.id')
          .where(settled('list_items'))
          .as('films'),
      )
      .where(readableState(viewer, 'lists'));
  return {
    /** Lists, latest change first: an author's, or those of all members. */
    async lines(
      viewer: Viewer,
      options: { authorId?: string; after: readonly [number, string] | null; limit: number },
    ): Promise<ListLine[]> {
      let query = lines(viewer).orderBy('lists.updated', 'desc').orderBy('lists.id', 'desc');
      query =
        options.authorId === undefined
          ? query.where('members.id', 'is not', null)
          : query.where('lists.author_id', '=', options.authorId);
      const { after } = options;
      if (after) query = query.where(sql<SqlBool>`(lists.updated, lists.id) < (${after[0]}, ${after[1]})`);
      return (await query.limit(options.limit).execute()).map(listLine);
    },
    /** An author's list by the last part of its address. */
    async bySlug(authorId: string, slug: string, viewer: Viewer): Promise<ListLine | null> {
      const row = await lines(viewer)
        .where('lists.author_id', '=', authorId)
        .where('lists.slug', '=', slug)
        .executeTakeFirst();
      return row ? listLine(row) : null;
    },
    /** Lists by id that somebody may see, in the order asked. */
    async byIds(ids: readonly string[], viewer: Viewer): Promise<ListLine[]> {
      if (ids.length === 0) return [];
      return inOrder(ids, (await lines(viewer).where('lists.id', 'in', ids).execute()).map(listLine));
    },
    /** How many lists of an author somebody may see. */
    async count(authorId: string, viewer: Viewer): Promise<number> {
      const row = await db
        .selectFrom('lists')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('lists.author_id', '=', authorId)
        .where(readableState(viewer, 'lists'))
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
    /** A list's films after a position, in its order. Whether the list may be seen was asked before. */
    async items(listId: string, after: number, limit: number): Promise<ListItem[]> {
      return db
        .selectFrom('list_items')
        .innerJoin('films', 'films.id', 'list_items.film_id')
        .select([
          'films.id as filmId',
          'films.slug',
          'films.title',
          'films.year',
          'films.poster',
          'list_items.position',
          'list_items.note_html as noteHtml',
        ])
        .where('list_items.list_id', '=', listId)
        .where('list_items.position', '>', after)
        .where(settled('list_items'))
        .orderBy('list_items.position')
        .orderBy('films.id')
        .limit(limit)
        .execute();
    },
    /** How many films stand on a list up to a position; positions need not follow each other. */
    async countUpTo(listId: string, position: number): Promise<number> {
      const row = await db
        .selectFrom('list_items')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('list_id', '=', listId)
        .where('position', '<=', position)
        .where(settled('list_items'))
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
    /** The first films of several lists, some of each, for their cards. */
    async firstFilms(listIds: readonly string[], most: number): Promise<Map<string, FirstFilm[]>> {
      const first = new Map<string, FirstFilm[]>();
      if (listIds.length === 0) return first;
      const rows = await db
        .selectFrom('list_items')
        .innerJoin('films', 'films.id', 'list_items.film_id')
        .select(['list_id', 'films.id', 'films.poster'])
        .where('list_id', 'in', listIds)
        .where('position', '<=', most)
        .where(settled('list_items'))
        .orderBy('list_id')
        .orderBy('position')
        .execute();
      for (const { list_id: list, ...film } of rows) first.set(list, [...(first.get(list) ?? []), film]);
      return first;
    },
    /** A list's description as it was written; whose it is was asked before. */
    async source(listId: string): Promise<string | null> {
      const row = await db
        .selectFrom('lists')
        .select('description')
        .where('id', '=', listId)
        .executeTakeFirst();
      return row?.description ?? null;
    },
    /** A list's places as they are stored. */
    async rows(listId: string): Promise<ListItemsTable[]> {
      return db.selectFrom('list_items').selectAll().where('list_id', '=', listId).execute();
    },
    /** Whether an author has a list at this address already. */
    async slugTaken(authorId: string, slug: string): Promise<boolean> {
      const row = await db
        .selectFrom('lists')
        .select('id')
        .where('author_id', '=', authorId)
        .where('slug', '=', slug)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

export function listWriter(db: WriteDb) {
  const putItems = async (id: string, items: readonly NewListItem[]) => {
    const rows = items.map(({ filmId, note }, at) => ({
      list_id: id,
      film_id: filmId,
      position: at + 1,
      note: note?.source ?? null,
      note_format: note?.format ?? null,
      note_html: note?.html ?? null,
      batch_id: null,
    }));
    await inSlices(rows, 100, (some) => db.insertInto('list_items').values(some).execute());
  };
  return {
    /** Makes a list with its films. */
    async add(list: NewList, now: number): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('lists')
        .values({
          id,
          author_id: list.authorId,
          slug: list.slug,
          ...factColumns(list),
          source: 'local',
          key: null,
          link: null,
          written: null,
          batch_id: null,
          created: now,
          updated: now,
        })
        .execute();
      await putItems(id, list.items);
      return id;
    },
    /** Changes what is said of a list. */
    async change(id: string, facts: ListFacts, now: number): Promise<void> {
      const columns = { ...factColumns(facts), updated: now };
      await db.updateTable('lists').set(columns).where('id', '=', id).execute();
    },
    /** Replaces what is on a list, in its order. */
    async setItems(id: string, items: readonly NewListItem[], now: number): Promise<void> {
      await db.deleteFrom('list_items').where('list_id', '=', id).execute();
      await putItems(id, items);
      await db.updateTable('lists').set({ updated: now }).where('id', '=', id).execute();
    },
    /** Takes a list away, with all that is said on it. */
    async remove(id: string): Promise<void> {
      await db.deleteFrom('list_items').where('list_id', '=', id).execute();
      await db.deleteFrom('lists').where('id', '=', id).execute();
    },
  };
}

function factColumns({ title, description, ranked, tags, visibility }: ListFacts) {
  return {
    title,
    description: description?.source ?? null,
    description_format: description?.format ?? null,
    description_html: description?.html ?? null,
    ranked: ranked ? (1 as const) : (0 as const),
    tags: JSON.stringify(tags),
    visibility,
  };
}

function listLine<R extends { ranked: number; tags: string; films: number | null }>(row: R) {
  return {
    ...row,
    ranked: row.ranked === 1,
    tags: JSON.parse(row.tags) as string[],
    films: Number(row.films),
  };
}
