import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { keyDigest } from './deletion.ts';
import type { ReadDb } from './engines/engine.ts';
import { among } from './engines/many.ts';
import { newId } from './ids.ts';
import { openKeptFilms } from './kept-films.ts';
import { settled, standsForItself } from './readable.ts';
import { openSaid } from './said.ts';
import type {
  EntriesTable,
  FilmsTable,
  ListItemsTable,
  ListsTable,
  MarksTable,
  ReviewsTable,
} from './schema.ts';

/** A film of the store as an import compares it. */
export interface KnownFilm {
  film: FilmsTable;
  ids: { scheme: string; value: string }[];
  /** Roles it has credits in. */
  roles: string[];
  /** Films merged into it: what came before the merge is known under their ids and names. */
  former: { id: string; title: string; year: number | null }[];
}

/** A film as an account's export may name it. */
export interface NamedFilmRow {
  id: string;
  title: string;
  year: number | null;
  links: { scheme: string; value: string }[];
}

export interface KnownAuthor {
  id: string;
  key: string;
  /** Who they are since a claim; themselves otherwise. */
  canonicalId: string;
  /** The member they are. */
  memberId: string | null;
}

export interface KnownEntry {
  entry: EntriesTable;
  review: ReviewsTable | null;
  /** Whether the author is a member here. */
  ofMember: boolean;
}

/** Asks many things of the store at once, so that an import needs no query a row. Callers slice to hundreds. */
export function knownReader(db: ReadDb) {
  const films = async (where: RawBuilder<SqlBool>): Promise<KnownFilm[]> => {
    const rows = await db
      .selectFrom('films')
      .selectAll()
      .where(where)
      .where(standsForItself)
      .where(settled('films'))
      .orderBy('id')
      .execute();
    if (rows.length === 0) return [];
    const filmIds = rows.map((row) => row.id);
    const former = await db
      .selectFrom('films')
      .select(['id', 'title', 'year', 'canonical_id'])
      .where('canonical_id', 'in', filmIds)
      .orderBy('id')
      .execute();
    const standing = new Map(former.map(({ id, canonical_id }) => [id, canonical_id]));
    const ids = await db
      .selectFrom('external_ids')
      .selectAll()
      .where('thing_id', 'in', [...filmIds, ...standing.keys()])
      .execute();
    const roles = await db
      .selectFrom('credits')
      .select(['film_id', 'role'])
      .distinct()
      .where('film_id', 'in', filmIds)
      .execute();
    const own = <T>(all: T[], is: (one: T) => string | null) => Map.groupBy(all, is);
    const idsOf = own(ids, (one) => standing.get(one.thing_id) ?? one.thing_id);
    const rolesOf = own(roles, (one) => one.film_id);
    const formerOf = own(former, (one) => one.canonical_id);
    return rows.map((film) => ({
      film,
      ids: (idsOf.get(film.id) ?? []).map(({ scheme, value }) => ({ scheme, value })),
      roles: (rolesOf.get(film.id) ?? []).map(({ role }) => role),
      former: (formerOf.get(film.id) ?? []).map(({ id, title, year }) => ({ id, title, year })),
    }));
  };
  /** Films as they are named, by id. */
  const namedById = async (ids: readonly string[]): Promise<Map<string, Omit<NamedFilmRow, 'links'>>> => {
    if (ids.length === 0) return new Map();
    const rows = await db
      .selectFrom('films')
      .select(['id', 'title', 'year'])
      .where('id', 'in', ids)
      .execute();
    return new Map(rows.map((film) => [film.id, film]));
  };
  return {
    /** Films by id; in place of merged ones those they are part of. */
    filmsById: async (ids: readonly string[]) =>
      ids.length === 0 ? [] : films(standingFor(sql<SqlBool>`id in (${sql.join(ids)})`)),
    /** Films that go by exactly one of these titles, or had one merged into them that did. */
    filmsByTitle: async (titles: readonly string[]) =>
      titles.length === 0 ? [] : films(standingFor(sql<SqlBool>`title in (${sql.join(titles)})`)),
    /** The films (canonical ones) that external ids belong to. */
    async filmsOfIds(ids: readonly { scheme: string; value: string }[]): Promise<KnownOwner[]> {
      if (ids.length === 0) return [];
      return db
        .selectFrom('external_ids')
        .innerJoin('films', 'films.id', 'external_ids.thing_id')
        .select((eb) => [
          'external_ids.scheme',
          'external_ids.value',
          eb.fn.coalesce('films.canonical_id', 'films.id').as('filmId'),
        ])
        .where('external_ids.kind', '=', 'film')
        .where(settled('films'))
        .where(
          pairs(
            'external_ids.scheme',
            'external_ids.value',
            ids.map((id) => [id.scheme, id.value]),
          ),
        )
        .execute();
    },
    /** A public id for something an import is about to make. */
    mintId: (now: number) => newId(now),
    /** Films by the links of them that an account's export names, in one question. */
    async namedByLink(
      ids: readonly { scheme: string; value: string }[],
    ): Promise<(NamedFilmRow & { link: { scheme: string; value: string } })[]> {
      const schemes = Map.groupBy(ids, ({ scheme }) => scheme);
      const found: (NamedFilmRow & { link: { scheme: string; value: string } })[] = [];
      for (const [scheme, some] of schemes) {
        const rows = await db
          .selectFrom('external_ids')
          .innerJoin('films', 'films.id', 'external_ids.thing_id')
          .select(['films.id', 'films.title', 'films.year', 'films.canonical_id', 'external_ids.value'])
          .where('external_ids.kind', '=', 'film')
          .where('external_ids.scheme', '=', scheme)
          .where(settled('films'))
          .where(
            among(
              db,
              'external_ids.value',
              some.map(({ value }) => value),
            ),
          )
          .execute();
        const canonical = await namedById(rows.flatMap(({ canonical_id }) => canonical_id ?? []));
        for (const { value, id, title, year, canonical_id } of rows)
          found.push({
            ...(canonical.get(canonical_id ?? '') ?? { id, title, year }),
            links: [],
            link: { scheme, value },
          });
      }
      return found;
    },
    /**
     * Films of exactly one of these titles, with the links by which accounts' exports know them. One that was merged
     * into another is named as it was, and has the other's id.
     */
    async namedByTitle(titles: readonly string[]): Promise<NamedFilmRow[]> {
      if (titles.length === 0) return [];
      const rows = await db
        .selectFrom('films')
        .leftJoin('external_ids', (join) =>
          join
            .onRef('external_ids.thing_id', '=', 'films.id')
            .on('external_ids.kind', '=', 'film')
            .on('external_ids.scheme', 'in', ['boxd', 'letterboxd']),
        )
        .select([
          'films.id as ownId',
          'films.title',
          'films.year',
          'external_ids.scheme',
          'external_ids.value',
        ])
        .select((eb) => eb.fn.coalesce('films.canonical_id', 'films.id').as('id'))
        .where(among(db, 'films.title', titles))
        .where(settled('films'))
        .orderBy('films.id')
        .execute();
      const found = new Map<string, NamedFilmRow>();
      for (const { scheme, value, ownId, ...film } of rows) {
        const one = found.get(ownId) ?? { ...film, links: [] };
        if (scheme !== null && value !== null) one.links.push({ scheme, value });
        found.set(ownId, one);
      }
      return [...found.values()];
    },
    async authors(keys: readonly string[]): Promise<KnownAuthor[]> {
      if (keys.length === 0) return [];
      return db
        .selectFrom('authors')
        .leftJoin('members', (join) =>
          join.on((eb) => eb('members.author_id', '=', eb.fn.coalesce('authors.canonical_id', 'authors.id'))),
        )
        .select((eb) => [
          'authors.id',
          'authors.key',
          eb.fn.coalesce('authors.canonical_id', 'authors.id').as('canonicalId'),
          'members.id as memberId',
        ])
        .where('authors.key', 'in', keys)
        .where(settled('authors'))
        .execute();
    },
    async entries(keys: readonly string[]): Promise<KnownEntry[]> {
      if (keys.length === 0) return [];
      const entries = await db
        .selectFrom('entries')
        .selectAll()
        .where('key', 'in', keys)
        .where(settled('entries'))
        .execute();
      if (entries.length === 0) return [];
      const reviews = await db
        .selectFrom('reviews')
        .selectAll()
        .where(
          'entry_id',
          'in',
          entries.map((entry) => entry.id),
        )
        .execute();
      const authors = [...new Set(entries.map((entry) => entry.author_id))];
      const members = await db
        .selectFrom('members')
        .select('author_id')
        .where('author_id', 'in', authors)
        .execute();
      const reviewOf = new Map(reviews.map((review) => [review.entry_id, review]));
      const ofMember = new Set(members.map((member) => member.author_id));
      return entries.map((entry) => ({
        entry,
        review: reviewOf.get(entry.id) ?? null,
        ofMember: ofMember.has(entry.author_id),
      }));
    },
    /** A list by what makes it the same list when it comes again, with its places. */
    async list(key: string): Promise<{ list: ListsTable; items: ListItemsTable[] } | null> {
      const list = await db.selectFrom('lists').selectAll().where('key', '=', key).executeTakeFirst();
      if (!list) return null;
      const items = await db.selectFrom('list_items').selectAll().where('list_id', '=', list.id).execute();
      return { list, items };
    },
    /** Of these keys, those of remarks that are kept already. */
    async comments(keys: readonly string[]): Promise<string[]> {
      if (keys.length === 0) return [];
      const rows = await db.selectFrom('kept_comments').select('key').where('key', 'in', keys).execute();
      return rows.map(({ key }) => key);
    },
    /** Of these keys, those of entries that are gone for good. */
    async gone(keys: readonly string[]): Promise<Set<string>> {
      if (keys.length === 0) return new Set();
      const byDigest = new Map(keys.map((key) => [keyDigest(key), key]));
      const rows = await db
        .selectFrom('deletions')
        .select('key_digest')
        .where('key_digest', 'in', [...byDigest.keys()])
        .execute();
      return new Set(rows.flatMap((row) => byDigest.get(row.key_digest ?? '') ?? []));
    },
    /** The marks of an author on some of these films. */
    async marksOf(authorId: string, filmIds: readonly string[]): Promise<MarksTable[]> {
      if (filmIds.length === 0) return [];
      return db
        .selectFrom('marks')
        .selectAll()
        .where('author_id', '=', authorId)
        .where(among(db, 'film_id', filmIds))
        .execute();
    },
    /** Where what an export says of films is kept until all of it was read. */
    openSaid,
    openKeptFilms,
    async marks(of: readonly { authorId: string; filmId: string }[]): Promise<MarksTable[]> {
      if (of.length === 0) return [];
      return db
        .selectFrom('marks')
        .selectAll()
        .where(
          pairs(
            'author_id',
            'film_id',
            of.map((one) => [one.authorId, one.filmId]),
          ),
        )
        .execute();
    },
  };
}

/** The films that stand for those a condition on films means. */
function standingFor(meant: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  return sql<SqlBool>`films.id in (select coalesce(canonical_id, id) from films where ${meant})`;
}

export interface KnownOwner {
  scheme: string;
  value: string;
  filmId: string;
}

/** That two columns hold one of these pairs; both engines look it up in an index of the two. */
export function pairs(first: string, second: string, values: readonly (readonly [string, string])[]) {
  const rows = values.map(([one, other]) => sql`(${one}, ${other})`);
  return sql<SqlBool>`(${sql.ref(first)}, ${sql.ref(second)}) in (values ${sql.join(rows)})`;
}
