import { readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newId } from './ids.ts';

/** A page as it was sent: its headers, and the bytes behind them. */
export interface KeptPage {
  /** Which page: its address, and all else that tells it from others of the same address. */
  page: string;
  etag: string;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer> | null;
}

/** Pages on the disk; whatever goes wrong with it is thrown, and nothing is lost by letting go of it. */
export interface KeptPages {
  /** A page as it was under this ETag; undefined where it is not kept, or another version of it is. */
  get(page: string, etag: string): Pick<KeptPage, 'headers' | 'body'> | undefined;
  /** Keeps pages, each in place of its former version, and lets go of those written longest ago. */
  put(pages: Iterable<KeptPage>): void;
  close(): void;
}

const NAME = /^kept-pages-\w+\.tmp$/;
/** Bytes on the disk at most. */
const MOST = 512 * 1024 * 1024;
/** Of what is free there, one part in so many at most: the site itself has to be able to grow. */
const PART = 10;
/** So many pages are let go of at a time. */
const AT_ONCE = 64;

/**
 * Opens a place for ready pages in a folder: a database that no other process finds. It loses its name at once, so
 * that it is gone with this process however that ends; where a system does not let go of the name of an open file,
 * that is done at the end, or by whoever comes next.
 *
 * @param most bytes on the disk
 * @throws Error where nothing can be written there
 */
export function openKeptPages(folder: string, most = MOST): KeptPages {
  for (const left of readdirSync(folder).filter((name) => NAME.test(name))) removeName(join(folder, left));
  const { bavail, bsize } = statfsSync(folder);
  const bound = Math.min(most, (bavail * bsize) / PART);
  const file = join(folder, `kept-pages-${newId()}.tmp`);
  const db = new DatabaseSync(file);
  removeName(file);
  // A journal in a file would be looked for beside the name that is gone.
  db.exec('pragma journal_mode = memory; pragma synchronous = off; pragma locking_mode = exclusive');
  db.exec(`create table pages (id integer primary key, page text not null unique, etag text not null,
    headers text not null, body blob)`);
  const one = db.prepare('select headers, body from pages where page = ? and etag = ?');
  const write = db.prepare('insert or replace into pages (page, etag, headers, body) values (?, ?, ?, ?)');
  const used = db.prepare(`select (page_count - freelist_count) * page_size as bytes
    from pragma_page_count, pragma_freelist_count, pragma_page_size`);
  const drop = db.prepare(
    `delete from pages where id in (select id from pages order by id limit ${AT_ONCE})`,
  );
  return {
    get(page, etag) {
      const row = one.get(page, etag);
      return row && { headers: JSON.parse(String(row.headers)), body: row.body as KeptPage['body'] };
    },
    put(pages) {
      db.exec('begin');
      for (const { page, etag, headers, body } of pages) write.run(page, etag, JSON.stringify(headers), body);
      while (Number(used.get()?.bytes) > bound && drop.run().changes !== 0);
      db.exec('commit');
    },
    close() {
      db.close();
      removeName(file);
    },
  };
}

/** Takes a file's name away where the system lets it go. */
function removeName(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It is held open by whoever reads it, on a system where that keeps its name.
  }
}
