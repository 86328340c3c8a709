import { sql } from 'kysely';
import type { ReadDb } from './engines/engine.ts';
import { ANYBODY, readable, readableState, settled, standsForItself } from './readable.ts';

/** What a site has a page for each of. */
export type MappedKind = 'films' | 'reviews' | 'people' | 'members' | 'lists' | 'venues';

/** A page to be found: by what its address is made of. `changed` is epoch milliseconds, where it is known. */
export interface MappedRow {
  id: string;
  /** The slug, the username, or of a review its id. */
  name: string;
  /** What it is called; null for a review. */
  title: string | null;
  /** The username and the name of whose list it is. */
  of: string | null;
  by: string | null;
  changed: number | null;
}

const none = sql<null>`null`;
/** What is nobody's list. */
const nobodys = [none.as('of'), none.as('by')] as const;

/** Reads the addresses that search engines are told, in the order of ids, so that a part of them stays the same part. */
export function sitemapReader(db: ReadDb) {
  const kinds = {
    films: () =>
      db
        .selectFrom('films')
        .select(['films.id', 'films.slug as name', 'films.title', ...nobodys, none.as('changed')])
        .where(standsForItself)
        .where(settled('films')),
    // What was written elsewhere has its page there.
    reviews: () =>
      db
        .selectFrom('entries')
        .innerJoin('members', 'members.author_id', 'entries.author_id')
        .select(['entries.id', 'entries.id as name', none.as('title'), ...nobodys])
        .select((eb) => eb.fn.coalesce('entries.edited', 'entries.created').as('changed'))
        .where('entries.has_text', '=', 1)
        .where(readable(ANYBODY)),
    people: () =>
      db
        .selectFrom('people')
        .select(['people.id', 'people.slug as name', 'people.name as title', ...nobodys, none.as('changed')])
        .where(settled('people')),
    members: () =>
      db
        .selectFrom('members')
        .innerJoin('authors', 'authors.id', 'members.author_id')
        .select(['members.id', 'members.username as name', 'authors.name as title'])
        .select([...nobodys, none.as('changed')]),
    lists: () =>
      db
        .selectFrom('lists')
        .innerJoin('members', 'members.author_id', 'lists.author_id')
        .innerJoin('authors', 'authors.id', 'lists.author_id')
        .select(['lists.id', 'lists.slug as name', 'lists.title', 'members.username as of'])
        .select(['authors.name as by', 'lists.updated as changed'])
        .where(readableState(ANYBODY, 'lists')),
    venues: () =>
      db
        .selectFrom('venues')
        .select(['venues.id', 'venues.slug as name', 'venues.name as title', ...nobodys, none.as('changed')]),
  } as const;
  const key = {
    films: sql.ref('films.id'),
    reviews: sql.ref('entries.id'),
    people: sql.ref('people.id'),
    members: sql.ref('members.id'),
    lists: sql.ref('lists.id'),
    venues: sql.ref('venues.id'),
  };
  const beyond = (kind: MappedKind, after: string) =>
    (kinds[kind]() as ReturnType<(typeof kinds)['films']>)
      .where(sql<boolean>`${key[kind]} > ${after}`)
      .orderBy(key[kind]);
  return {
    /** The pages of a kind after an id, in the order of their ids. */
    async pages(kind: MappedKind, after: string, limit: number): Promise<MappedRow[]> {
      return beyond(kind, after).limit(limit).execute();
    },
    /** The id of the page that stands so many behind another; null where there are fewer. */
    async nth(kind: MappedKind, after: string, count: number): Promise<string | null> {
      const row = await beyond(kind, after)
        .offset(count - 1)
        .limit(1)
        .executeTakeFirst();
      return row?.id ?? null;
    },
  };
}
