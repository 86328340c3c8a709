import { DatabaseSync } from 'node:sqlite';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadDb } from './engines/engine.ts';
import { among } from './engines/many.ts';
import { settled } from './readable.ts';

/** A row of a file of films. */
export interface ListedLine {
  file: string;
  /** Where in the file it stands, as people count. */
  row: string;
  /** Empty for a row that is no film. */
  title: string;
  year: number | null;
  ids: readonly { scheme: string; value: string }[];
  /** Whether it says who directed the film. */
  directed: boolean;
  /** All the row says, as JSON. */
  said: string;
}

/** The rows of files of films, kept out of memory. */
export interface Listed {
  add(lines: readonly ListedLine[]): void;
  /** Lets go of a file's rows. */
  drop(file: string): void;
  count(): number;
  /**
   * All rows in the order of their titles, in slices that end where a title does; rows that name one id stand
   * together. Of one title, those that say most go first, and those that say as much in the order of their files.
   *
   * @param least rows of one slice, if there are so many left
   */
  byTitle(least: () => number): Iterable<ListedLine[]>;
  /** Forgets which films rows turned out to be: the list is gone through from the beginning. */
  begin(): void;
  /** Notes which film some rows turned out to be, by the ids they name. */
  tell(ids: ListedLine['ids'], filmId: string): void;
  /** The films that rows before were told to be, by `SCHEME:VALUE`, where any id stands in two rows at all. */
  told(ids: ListedLine['ids']): Map<string, string>;
  close(): void;
}

/**
 * Opens a place for the rows of a file of films: a nameless database on the disk, gone with the process. However
 * many there are, memory stays as it is; all rows of a title stand together; and films are written in the order in
 * which most of their indexes are kept, which takes a third of the time that the order of the file does.
 */
export function openListed(): Listed {
  const db = new DatabaseSync('');
  db.exec('pragma journal_mode = off; pragma synchronous = off');
  db.exec(
    'create table line (file text, row text, title text, year integer, ids text, directed integer, said text, place text)',
  );
  db.exec('create table told (id text primary key, film text) without rowid');
  db.exec('begin');
  const insert = db.prepare('insert into line values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?3)');
  const tell = db.prepare('insert or ignore into told values (?, ?)');
  let several: boolean | null = null;
  /** Whether an id stands in two rows; then rows of one film stand together, whatever they call it. */
  const twice = () => {
    if (several !== null) return several;
    db.exec(`create table first as select value as id, min(line.rowid) as number
      from line, json_each(line.ids) group by value having count(*) > 1`);
    several = db.prepare('select 1 from first limit 1').get() !== undefined;
    if (!several) return several;
    db.exec('create unique index first_by_id on first (id)');
    db.exec(`update line set place = coalesce(
      (select other.title from json_each(line.ids) join first on first.id = json_each.value
        join line as other on other.rowid = first.number order by first.number limit 1), title)`);
    return several;
  };
  return {
    add(lines) {
      for (const { file, row, title, year, ids, directed, said } of lines)
        insert.run(file, row, title, year, JSON.stringify(ids.map(keyOfId)), Number(directed), said);
    },
    drop: (file) => void db.prepare('delete from line where file = ?').run(file),
    count: () => Number(db.prepare('select count(*) as n from line').get()?.n),
    *byTitle(least) {
      twice();
      const all = db.prepare(
        `select file, row, title, year, ids, directed, said, place from line
         order by place, ids = '[]', year is null, directed desc, rowid`,
      );
      let slice: ListedLine[] = [];
      let before = '';
      type Stored = Omit<ListedLine, 'ids' | 'directed'> & { ids: string; directed: number; place: string };
      for (const {
        place,
        ids,
        directed,
        ...line
      } of all.iterate() as Iterable<unknown> as Iterable<Stored>) {
        if (slice.length >= least() && (place === '' || place !== before)) {
          yield slice;
          slice = [];
        }
        before = place;
        slice.push({ ...line, ids: (JSON.parse(ids) as string[]).map(idOfKey), directed: directed === 1 });
      }
      if (slice.length > 0) yield slice;
    },
    begin: () => db.exec('delete from told'),
    tell(ids, filmId) {
      if (twice()) for (const id of ids) tell.run(keyOfId(id), filmId);
    },
    told(ids) {
      if (ids.length === 0 || !twice()) return new Map();
      const rows = db
        .prepare('select id, film from told where id in (select value from json_each(?))')
        .all(JSON.stringify(ids.map(keyOfId)));
      return new Map(rows.map(({ id, film }) => [String(id), String(film)]));
    },
    close: () => db.close(),
  };
}

function keyOfId({ scheme, value }: { scheme: string; value: string }): string {
  return `${scheme}:${value}`;
}

function idOfKey(key: string): { scheme: string; value: string } {
  const at = key.indexOf(':');
  return { scheme: key.slice(0, at), value: key.slice(at + 1) };
}

/** A film as a list may mean it. One that is part of another bears the other's id, and its own title and year. */
export interface AlikeFilm {
  id: string;
  title: string;
  year: number | null;
}

/** Asks what a list's rows are compared with, for many films at once. */
export function listedReader(db: ReadDb) {
  /** These films and those that are part of them. */
  const ofFilms = (filmIds: readonly string[]): RawBuilder<SqlBool> =>
    sql<SqlBool>`films.id in (select id from films where ${among(db, 'id', filmIds)}
      union all select id from films where ${among(db, 'canonical_id', filmIds)})`;
  return {
    open: openListed,
    /** Films of exactly one of these titles. */
    alike: (titles: readonly string[]): Promise<AlikeFilm[]> =>
      db
        .selectFrom('films')
        .select((eb) => [eb.fn.coalesce('canonical_id', 'id').as('id'), 'title', 'year'])
        .where(among(db, 'films.title', titles))
        .where(settled('films'))
        .orderBy('films.id')
        .execute(),
    /** The ids elsewhere of these films, by film and scheme. */
    async idsOf(filmIds: readonly string[]): Promise<Map<string, Map<string, string>>> {
      const found = new Map<string, Map<string, string>>(filmIds.map((id) => [id, new Map()]));
      if (filmIds.length === 0) return found;
      const rows = await db
        .selectFrom('films')
        .innerJoin('external_ids', 'external_ids.thing_id', 'films.id')
        .select((eb) => [
          eb.fn.coalesce('films.canonical_id', 'films.id').as('id'),
          'external_ids.scheme',
          'external_ids.value',
        ])
        .where(ofFilms(filmIds))
        .execute();
      for (const { id, scheme, value } of rows) found.get(id)?.set(scheme, value);
      return found;
    },
    /** What some source calls these films, by film, whatever holds of it. */
    async titlesSaid(filmIds: readonly string[]): Promise<Map<string, Set<string>>> {
      const titles = new Map<string, Set<string>>(filmIds.map((id) => [id, new Set()]));
      if (filmIds.length === 0) return titles;
      const rows = await db
        .selectFrom('films')
        .innerJoin('facts', 'facts.film_id', 'films.id')
        .select((eb) => [eb.fn.coalesce('films.canonical_id', 'films.id').as('id'), 'facts.value'])
        .where(ofFilms(filmIds))
        .where('facts.field', '=', 'title')
        .execute();
      for (const { id, value } of rows) titles.get(id)?.add(JSON.parse(value) as string);
      return titles;
    },
  };
}
