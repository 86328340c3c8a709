import { DatabaseSync } from 'node:sqlite';

/** What is known of one address of a published copy. */
export interface CopyRecord {
  id: number;
  address: string;
  /** Where it lies, from the copy's folder, with `/` between the parts. */
  file: string;
  /** How many pages of a long list come before it. */
  depth: number;
  /** By what the site answered; null where that has to be asked anew, '' while its file is being written. */
  etag: string | null;
  /** SHA-256 of the bytes that were written; null while they are being written, and before. */
  hash: string | null;
  size: number;
  /** The records of what it leads to. */
  links: Uint32Array;
}

/** A title as the copy's search knows it: from one of its words on. */
export interface CopyTitle {
  key: string;
  text: string;
  note: string;
  href: string;
  /** The record of what it leads to. */
  page: number;
}

/** Which titles: from any word on, or from their beginning alone. */
export type TitlePart = 'any' | 'first';

const SCHEMA = `
  create table if not exists meta (name text primary key, value text not null) without rowid;
  create table if not exists pages (
    id integer primary key, address text not null unique, file text not null, depth integer not null,
    etag text, hash text, size integer not null default 0, links blob not null default x''
  );
  create temp table titles (
    part text not null, key text not null, href text not null, text text not null, note text not null,
    page integer not null, primary key (part, key, href)
  ) without rowid;
  create temp table versions (id text primary key, version integer not null) without rowid;`;

/**
 * The records of a published copy, in a file of their own within it: by them a second run knows what is written
 * already, and what it may remove. It is held by one process at a time.
 *
 * @throws Error with `errcode` 5 (SQLITE_BUSY) while another process holds it
 */
export function openCopyRecords(file: string) {
  const db = new DatabaseSync(file);
  try {
    db.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = normal');
    db.exec('pragma temp_store = file');
    db.exec(`begin immediate; ${SCHEMA}`);
  } catch (error) {
    db.close();
    throw error;
  }
  const idOf = db.prepare('select id from pages where address = ?');
  const add = db.prepare('insert into pages (address, file, depth) values (?, ?, ?)');
  const byId = db.prepare('select * from pages where id = ?');
  const writing = db.prepare("update pages set hash = null, etag = '' where id = ?");
  const save = db.prepare('update pages set etag = ?, hash = ?, size = ?, links = ? where id = ?');
  const remove = db.prepare('delete from pages where id = ?');
  const some = db.prepare('select id, file, hash, etag from pages where id > ? order by id limit 1000');
  const fileOf = db.prepare('select file from pages where id = ?');
  const addVersion = db.prepare('insert or replace into versions values (?, ?)');
  const versionOf = db.prepare('select version from versions where id = ?');
  const title = db.prepare('insert or ignore into titles values (?, ?, ?, ?, ?, ?)');
  const within = 'from titles where part = ? and key >= ? and key < ?';
  const count = db.prepare(`select count(*) as n ${within}`);
  const letters = db.prepare(
    `select distinct substr(key, 1, ?) as prefix ${within} and length(key) >= ? order by 1`,
  );
  const listed = db.prepare(`select key, text, note, href, page ${within} order by key, href`);
  const equal = db.prepare(
    'select key, text, note, href, page from titles where part = ? and key = ? order by href',
  );
  return {
    /** Something the copy says of itself. */
    said(name: string): string | null {
      const row = db.prepare('select value from meta where name = ?').get(name);
      return row ? String(row.value) : null;
    },
    say(name: string, value: string): void {
      db.prepare('insert or replace into meta values (?, ?)').run(name, value);
    },
    idOf(address: string): number | null {
      const row = idOf.get(address);
      return row ? Number(row.id) : null;
    },
    add: (address: string, path: string, depth: number): number =>
      Number(add.run(address, path, depth).lastInsertRowid),
    get(id: number): CopyRecord | null {
      const row = byId.get(id);
      if (!row) return null;
      const blob = row.links as Uint8Array;
      const links = new Uint32Array(blob.slice().buffer);
      return { ...(row as unknown as CopyRecord), links };
    },
    /** Where a record's file lies. */
    fileOf: (id: number): string => String(fileOf.get(id)?.file),
    /** Says that its file is about to be written: until `save`, whatever lies there is ours. */
    writing: (id: number): void => void writing.run(id),
    save(id: number, known: Pick<CopyRecord, 'etag' | 'hash' | 'size' | 'links'>): void {
      const { etag, hash, size, links } = known;
      save.run(etag, hash, size, new Uint8Array(links.buffer, links.byteOffset, links.byteLength), id);
    },
    remove: (id: number): void => void remove.run(id),
    /** Some records after this one, by id. */
    after: (id: number): Pick<CopyRecord, 'id' | 'file' | 'hash' | 'etag'>[] =>
      some.all(id) as unknown as Pick<CopyRecord, 'id' | 'file' | 'hash' | 'etag'>[],
    /** Has the site asked for everything anew. */
    askAnew: (): void => db.exec('update pages set etag = null where hash is not null'),
    /** How many files there are, and their bytes. */
    totals(): { files: number; bytes: number } {
      const row = db
        .prepare('select count(*) as files, sum(size) as bytes from pages where hash is not null')
        .get();
      return { files: Number(row?.files), bytes: Number(row?.bytes ?? 0) };
    },
    /** The versions of what the site shows, for as long as one run takes. */
    versions: {
      add: (id: string, version: number): void => void addVersion.run(id, version),
      /** 0 for what never changed. */
      of: (id: string): number => Number(versionOf.get(id)?.version ?? 0),
    },
    addTitle(part: TitlePart, { key, href, text, note, page }: CopyTitle): void {
      title.run(part, key, href, text, note, page);
    },
    titles: {
      count: (part: TitlePart, prefix: string): number =>
        Number(count.get(part, prefix, beyond(prefix))?.n ?? 0),
      /** The beginnings, one letter longer than this one, with which titles go on. */
      further: (part: TitlePart, prefix: string): string[] => {
        const length = [...prefix].length + 1;
        return letters
          .all(length, part, prefix, beyond(prefix), length)
          .map((row) => String(row.prefix))
          .filter((one) => one !== prefix);
      },
      list: (part: TitlePart, prefix: string): CopyTitle[] =>
        listed.all(part, prefix, beyond(prefix)) as unknown as CopyTitle[],
      /** Titles that are this beginning and no more. */
      equal: (part: TitlePart, key: string): CopyTitle[] => equal.all(part, key) as unknown as CopyTitle[],
    },
    /** Keeps what was said so far, whatever happens next. */
    keep: (): void => db.exec('commit; begin immediate'),
    close(): void {
      db.exec('commit');
      db.close();
    },
  };
}

export type CopyRecords = ReturnType<typeof openCopyRecords>;

/** What comes after everything that begins so. */
function beyond(prefix: string): string {
  return `${prefix}\u{10ffff}`;
}
