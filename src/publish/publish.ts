import type { CopyRecord, CopyRecords, Reader } from '../domain/reader.ts';
import { type Found, leadingTo, type Place, placeOf } from './address.ts';
import { addFindable, type Saying } from './findable.ts';
import { type Folder, hashOf } from './folder.ts';
import { type Led, namedInStyles, rewritePage } from './rewrite.ts';
import { indexPieces, indexTable, type TitlePage, titlePages, titlesAddress } from './titles.ts';

/** What a copy is made of. */
export interface CopyParts {
  /** Asks the site, as a reader without an account would. */
  ask: (address: string, headers: Record<string, string>) => Promise<Response>;
  reader: Reader;
  folder: Folder;
  records: CopyRecords;
  /** The site's own address, without a last slash. */
  origin: string;
  /** The public address, to which what a copy cannot do leads; null where there is none. */
  live: string | null;
  /** Another one whenever the same answers would be written otherwise. */
  stamp: string;
  said: Saying;
  /** Pages of the list of titles, as HTML; the first is the search. */
  titlePage: (page: TitlePage) => string;
  /** Told now and then how many pages are done of how many are known of. */
  progress?: ((done: number, all: number) => void) | undefined;
}

/** What publishing came to. */
export interface Published {
  /** All files of the copy, and their bytes. */
  files: number;
  bytes: number;
  /** Pages and files that the site was asked to make. */
  made: number;
  written: number;
  removed: number;
  /** Files that are somebody else's and stand where one of the copy belongs: they are left. */
  left: string[];
}

/** What is written at once, in files and in bytes. */
const AT_ONCE = { files: 64, bytes: 8_000_000 };
const MOST_LEFT = 100;
/** What tells that an address changes with what it answers. */
const FOR_EVER = 'for ever';

interface Made {
  record: CopyRecord;
  bytes: Uint8Array;
  etag: string | null;
  links: Uint32Array;
}

/** Writes the public site into a folder: what has changed since the last time, and nothing else. */
export async function publishCopy(parts: CopyParts): Promise<Published> {
  const { records, reader } = parts;
  const copying = openCopying(parts, `as of ${(await reader.versions.of('site', 'films')).join('.')}`);
  const named = parts.live === null ? [] : ['/robots.txt', '/sitemap.xml'];
  for (const address of ['/', '/films', '/search', ...named]) copying.meet(address);
  await addFindable(parts, copying.meet);
  copying.titles();
  for (let id = copying.next(); id !== null; id = copying.next()) await copying.settle(id);
  copying.flush();
  copying.sweep();
  const { made, written, removed, left } = copying;
  return { ...records.totals(), made: made(), written: written(), removed: removed(), left };
}

/** @param asOf stands for the whole catalogue: by it is kept what the site gives no version of its own */
function openCopying(parts: CopyParts, asOf: string) {
  const { records, folder, origin, live } = parts;
  if (records.said('stamp') !== parts.stamp) {
    records.askAnew();
    records.say('stamp', parts.stamp);
  }
  /** Which records this run has met, and which of them it has still to settle. */
  let seen = new Uint8Array(65_536);
  let waiting = new Uint32Array(65_536);
  let met = 0;
  let settled = 0;
  let made = 0;
  let written = 0;
  let removed = 0;
  const left: string[] = [];
  let pending: Made[] = [];
  let pendingBytes = 0;

  const mark = (id: number) => {
    if (id >= seen.length) seen = grown(seen, id);
    if (seen[id] === 1) return;
    seen[id] = 1;
    if (met === waiting.length) waiting = grown(waiting, met);
    waiting[met] = id;
    met += 1;
  };
  const recordOf = (place: Place, depth: number): number => {
    const known = records.idOf(place.address);
    return known ?? records.add(place.address, place.file, depth);
  };
  const found = (href: string, base: string): { url: URL; at: Found } | null => {
    if (!URL.canParse(href, base)) return null;
    const url = new URL(href, base);
    return url.origin === origin ? { url, at: placeOf(url) } : null;
  };
  /** What an address on a page becomes; what it leads to in the copy is added to `links`. */
  const leader = (record: CopyRecord, links: Set<number>) => {
    const base = `${origin}${record.address}`;
    return (href: string): Led => {
      if (href === '' || href.startsWith('#')) return { to: href };
      const known = found(href, base);
      if (known === null) return { to: href };
      const { url, at } = known;
      if (typeof at === 'object' && at.onlyLive && live === null) return 'gone';
      if (typeof at === 'object') {
        const depth = at.further ? record.depth + 1 : 0;
        if (depth < at.pages) {
          links.add(recordOf(at, depth));
          return { to: `${leadingTo(record.file, at.file)}${url.hash}` };
        }
      } else if (at === 'asked' && url.pathname === '/search') {
        links.add(recordOf(placeOf(new URL('/search', origin)) as Place, 0));
        return { to: `${leadingTo(record.file, SEARCH)}${url.search}` };
      }
      if (live !== null) return { to: `${live}${url.pathname}${url.search}${url.hash}` };
      return at === 'left-out' ? 'gone' : 'nowhere';
    };
  };
  /** Only the copy's search answers; whatever else a form asks is asked of the live site. */
  const asking =
    (record: CopyRecord) =>
    (action: string): Led => {
      const { pathname } = new URL(action, `${origin}${record.address}`);
      if (pathname === '/search') return { to: leadingTo(record.file, SEARCH) };
      return live === null ? 'gone' : { to: `${live}${pathname}` };
    };
  const page = (record: CopyRecord, html: string) => {
    const links = new Set<number>();
    const lead = leader(record, links);
    const how = {
      lead,
      asks: asking(record),
      origin,
      live: live !== null,
      keptScript: (src: string) => KEPT_SCRIPT.test(src),
    };
    return { text: rewritePage(html, how), links };
  };
  const put = (record: CopyRecord, body: string | Uint8Array, etag: string | null, links: Set<number>) => {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    for (const id of links) mark(id);
    pending.push({ record, bytes, etag, links: Uint32Array.from(links) });
    pendingBytes += bytes.length;
    if (pending.length >= AT_ONCE.files || pendingBytes >= AT_ONCE.bytes) flush();
  };
  const flush = () => {
    const changed: (Made & { hash: string })[] = [];
    for (const one of pending) {
      const { record, bytes, etag, links } = one;
      const hash = hashOf(bytes);
      const size = folder.size(record.file);
      const known = { etag, hash, size: bytes.length, links };
      if (neverWritten(record) && size !== null) {
        if (left.length < MOST_LEFT) left.push(record.file);
        records.save(record.id, { ...known, etag: null, hash: null, size: 0 });
      } else if (record.hash === hash && size === bytes.length) {
        if (!same(record, known)) records.save(record.id, known);
      } else changed.push({ ...one, hash });
    }
    // Said before it is done: a run that is killed leaves nothing of which it is not known whose it is.
    for (const { record } of changed) records.writing(record.id);
    records.keep();
    for (const { record, bytes } of changed) folder.write(record.file, bytes);
    for (const { record, bytes, etag, hash, links } of changed)
      records.save(record.id, { etag, hash, size: bytes.length, links });
    written += changed.length;
    pending = [];
    pendingBytes = 0;
  };
  const unchanged = (record: CopyRecord): boolean =>
    record.hash !== null && record.etag !== null && folder.size(record.file) === record.size;

  return {
    left,
    made: () => made,
    written: () => written,
    removed: () => removed,
    flush,
    /** An address that belongs in the copy. */
    meet(address: string): void {
      const place = placeOf(new URL(address, origin));
      if (typeof place === 'object') mark(recordOf(place, 0));
    },
    next(): number | null {
      if (settled === met) return null;
      if (settled % 100 === 0) parts.progress?.(settled, met);
      settled += 1;
      return waiting[settled - 1] ?? null;
    },
    /** Brings one file up to date, and meets what it leads to. */
    async settle(id: number): Promise<void> {
      const record = records.get(id);
      if (!record || OWN.test(record.address)) return;
      const holds = unchanged(record);
      if (holds && (record.etag === FOR_EVER || record.etag === asOf)) return record.links.forEach(mark);
      const asking: Record<string, string> = holds && record.etag ? { 'if-none-match': record.etag } : {};
      const answer = await parts.ask(record.address, asking);
      if (answer.status === 304) return record.links.forEach(mark);
      made += 1;
      if (answer.status >= 500)
        throw new Error(`${record.address} could not be made (${answer.status}): see what the log says.`);
      const type = answer.headers.get('content-type') ?? '';
      const cached = /immutable/.test(answer.headers.get('cache-control') ?? '');
      const etag = cached ? FOR_EVER : (answer.headers.get('etag') ?? asOf);
      const to = answer.headers.get('location');
      if (to !== null) {
        const links = new Set<number>();
        const led = leader(record, links)(to);
        return put(record, redirection(typeof led === 'string' ? '' : led.to), asOf, links);
      }
      if (type.startsWith('text/html')) {
        const { text, links } = page(record, await answer.text());
        return put(record, text, etag, links);
      }
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const links = new Set<number>();
      if (type.startsWith('text/css'))
        namedInStyles(Buffer.from(bytes).toString()).forEach(leader(record, links));
      if (record.address === '/sitemap.xml')
        for (const [, at = ''] of Buffer.from(bytes)
          .toString()
          .matchAll(/<loc>([^<]*)<\/loc>/g))
          leader(record, links)(at);
      put(record, bytes, etag, links);
    },
    /** The search of the copy: lists of titles to read, and an index to ask. */
    titles(): void {
      const own = (address: string): CopyRecord => {
        const place = placeOf(new URL(address, origin)) as Place;
        const id = recordOf(place, 0);
        mark(id);
        return records.get(id) as CopyRecord;
      };
      for (const one of titlePages(records)) {
        const record = own(titlesAddress(one.prefix));
        const { text, links } = page(record, parts.titlePage(one));
        put(record, text, null, links);
      }
      const pieces: { prefix: string; name: string }[] = [];
      const led = (href: string) => {
        const at = placeOf(new URL(href, origin));
        return typeof at === 'object' ? leadingTo(SEARCH, at.file) : '';
      };
      for (const { prefix, name, script } of indexPieces(records, led)) {
        put(own(`/search/copy/${encodeURIComponent(name)}`), script, null, new Set());
        pieces.push({ prefix, name: encodeURIComponent(name) });
      }
      put(own('/search/copy/index.js'), indexTable(pieces), null, new Set());
    },
    /** Removes what the site has no longer. */
    sweep(): void {
      let id = 0;
      for (let some = records.after(id); some.length > 0; some = records.after(id)) {
        for (const one of some) {
          id = one.id;
          if (seen[id] === 1) continue;
          const { file, hash } = one;
          const lies = folder.hash(file);
          // What somebody put in the place of ours is theirs; what we were writing when we were killed is ours.
          if (lies !== null && !neverWritten(one) && (hash === null || lies === hash)) {
            folder.remove(file);
            removed += 1;
          } else if (lies !== null && left.length < MOST_LEFT) left.push(file);
          records.remove(id);
        }
        records.keep();
      }
    },
  };
}

/** Where its search lies. */
const SEARCH = 'search/index.html';
/** What a copy makes itself. */
const OWN = /^\/search(\/titles\/|\/copy\/|$)/;
/** The one script that asks no site. */
const KEPT_SCRIPT = /^\/(assets\/copy-|search\/copy\/)/;

function same(one: Pick<CopyRecord, 'etag' | 'links'>, other: Pick<CopyRecord, 'etag' | 'links'>): boolean {
  return one.etag === other.etag && Buffer.from(one.links.buffer).equals(Buffer.from(other.links.buffer));
}

function grown<A extends Uint8Array | Uint32Array>(array: A, least: number): A {
  const Kind = array.constructor as new (length: number) => A;
  const made = new Kind(Math.max(array.length * 2, least + 1));
  made.set(array);
  return made;
}

/** Whether nothing was ever written for a record: what lies there is somebody else's. */
function neverWritten({ hash, etag }: Pick<CopyRecord, 'hash' | 'etag'>): boolean {
  return hash === null && etag === null;
}

/** A page that leads on by itself, as a file can. */
function redirection(to: string): string {
  const address = to.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return `<!doctype html>
<html lang="zxx"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${address}">
<title>→</title></head><body><p><a href="${address}">→</a></p></body></html>
`;
}
