import type { CopyRecord, CopyRecords, Reader } from '../domain/reader.ts';
import { leadingTo, type Place, placeOf } from './address.ts';
import { addFindable, type Saying } from './findable.ts';
import type { Folder } from './folder.ts';
import { openLeading, redirection, SEARCH } from './leading.ts';
import { openQueue } from './queue.ts';
import { namedInStyles } from './rewrite.ts';
import { indexPieces, indexTable, type TitlePage, titlePages, titlesAddress } from './titles.ts';
import { openWriting } from './writing.ts';

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

/** What tells that an address changes with what it answers. */
const FOR_EVER = 'for ever';

/** Writes the public site into a folder: what has changed since the last time, and nothing else. */
export async function publishCopy(parts: CopyParts): Promise<Published> {
  const { records, reader } = parts;
  const copying = openCopying(parts, `as of ${(await reader.versions.of('site', 'films')).join('.')}`);
  const named = parts.live === null ? [] : ['/robots.txt', '/sitemap.xml'];
  for (const address of ['/', '/films', '/search', ...named]) copying.meet(address);
  await addFindable(parts, copying.meet);
  copying.titles();
  for (let id = copying.next(); id !== null; id = copying.next()) await copying.settle(id);
  return { ...copying.end(), ...records.totals() };
}

/** @param asOf stands for the whole catalogue: by it is kept what the site gives no version of its own */
function openCopying(parts: CopyParts, asOf: string) {
  const { records, folder, origin } = parts;
  if (records.said('stamp') !== parts.stamp) {
    records.askAnew();
    records.say('stamp', parts.stamp);
  }
  const queue = openQueue();
  const { mark } = queue;
  const { recordOf, leader, page } = openLeading(parts);
  const writing = openWriting(parts);
  let made = 0;

  const put = (record: CopyRecord, body: string | Uint8Array, etag: string | null, links: Set<number>) => {
    links.forEach(mark);
    writing.put(record, body, etag, links);
  };
  const unchanged = (record: CopyRecord): boolean =>
    record.hash !== null && record.etag !== null && folder.size(record.file) === record.size;

  return {
    /** An address that belongs in the copy. */
    meet(address: string): void {
      const place = placeOf(new URL(address, origin));
      if (typeof place === 'object') mark(recordOf(place, 0));
    },
    next(): number | null {
      const { settled, met } = queue.counts();
      if (settled % 100 === 0 && settled < met) parts.progress?.(settled, met);
      return queue.next();
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
    /** Writes what is still to be written, removes what the site has no longer, and tells what came of it. */
    end(): Omit<Published, 'files' | 'bytes'> {
      writing.flush();
      writing.sweep(queue.isMet);
      return { made, written: writing.written(), removed: writing.removed(), left: writing.left };
    },
  };
}

/** What a copy makes itself. */
const OWN = /^\/search(\/titles\/|\/copy\/|$)/;
