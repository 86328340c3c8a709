import { DatabaseSync } from 'node:sqlite';

/** A film as an import knows it before it is shown. */
export interface KeptFilm {
  id: string;
  title: string;
  year: number | null;
  /** Whether the import makes it. */
  made: boolean;
  /** By scheme, with their values. */
  links: ReadonlyMap<string, string>;
}

/** What an import has found out of films so far, kept out of memory. */
export interface KeptFilms {
  /** Keeps films as they are now, each in place of what was kept of it. */
  put(films: Iterable<KeptFilm>): void;
  /** Films by links, `SCHEME:VALUE`, and those the import makes by their titles; in the order of their ids. */
  find(links: readonly string[], titles: readonly string[]): KeptFilm[];
  byId(id: string): KeptFilm | null;
  close(): void;
}

/** Opens a place for what an import finds out of films: a nameless database on the disk, gone with the process. */
export function openKeptFilms(): KeptFilms {
  const db = new DatabaseSync('');
  db.exec('pragma journal_mode = off; pragma synchronous = off');
  db.exec(`create table films (id text primary key, title text, film text) without rowid;
    create index films_by_title on films (title);
    create table links (link text primary key, id text) without rowid`);
  const putFilm = db.prepare('insert or replace into films values (?, ?, ?)');
  const putLink = db.prepare('insert or replace into links values (?, ?)');
  const found = db.prepare(`select film from films where id in (
    select links.id from links where link in (select value from json_each(?))
    union select films.id from films where title in (select value from json_each(?))) order by id`);
  const one = db.prepare('select film from films where id = ?');
  let empty = true;
  db.exec('begin');
  return {
    put(films) {
      for (const { links, ...film } of films) {
        // A film of the store is found there by its title.
        const title = film.made ? film.title : null;
        putFilm.run(film.id, title, JSON.stringify({ ...film, links: [...links] }));
        for (const [scheme, value] of links) putLink.run(`${scheme}:${value}`, film.id);
        empty = false;
      }
    },
    find(links, titles) {
      if (empty) return [];
      return found.all(JSON.stringify(links), JSON.stringify(titles)).map(filmIn);
    },
    byId(id) {
      const row = one.get(id);
      return row ? filmIn(row) : null;
    },
    close: () => db.close(),
  };
}

function filmIn(row: Record<string, unknown>): KeptFilm {
  const { links, ...film } = JSON.parse(String(row.film)) as Omit<KeptFilm, 'links'> & {
    links: [scheme: string, value: string][];
  };
  return { ...film, links: new Map(links) };
}
