import type { CopyRecord, CopyRecords } from '../domain/reader.ts';
import type { Cards } from './cards.ts';
import type { Folder } from './folder.ts';
import { type Leading, redirection } from './leading.ts';
import type { Queue } from './queue.ts';
import { namedInStyles } from './rewrite.ts';
import { isOwn } from './search.ts';
import type { Writing } from './writing.ts';

/** What tells that an address changes with what it answers. */
const FOR_EVER = 'for ever';

/**
 * Brings the files of a copy up to date, each by what the site answers.
 *
 * @param parts.exact whether an ETag is still that of its page
 * @param parts.asOf stands for the whole catalogue: by it is kept what the site gives no version of its own
 */
export function openSettling(parts: {
  ask: (address: string, headers: Record<string, string>) => Promise<Response>;
  records: CopyRecords;
  folder: Folder;
  queue: Queue;
  cards: Cards;
  leading: Leading;
  writing: Writing;
  exact: (etag: string) => boolean;
  asOf: string;
}) {
  const { records, folder, queue, cards, leading, writing, exact, asOf } = parts;
  let made = 0;

  const put = (record: CopyRecord, body: string | Uint8Array, etag: string | null, links: Set<number>) => {
    links.forEach(queue.mark);
    writing.put(record, body, etag, links);
  };
  const keep = (record: CopyRecord) => {
    record.links.forEach(queue.mark);
    if (cards.isOne(record.address)) cards.count(false);
  };

  return {
    /** Pages and files that the site was asked to make. */
    made: () => made,
    /** Brings one file up to date, and meets what it leads to. */
    async settle(id: number): Promise<void> {
      const record = records.get(id);
      if (!record || isOwn(record.address)) return;
      const { address, etag: known } = record;
      const lies = record.hash !== null && known !== null && folder.size(record.file) === record.size;
      if (lies && (known === FOR_EVER || known === asOf || exact(known))) return keep(record);
      const answer = await parts.ask(address, lies ? { 'if-none-match': known } : {});
      if (answer.status === 304) return keep(record);
      made += 1;
      if (answer.status >= 500 || answer.status === 429)
        throw new Error(`${address} could not be made (${answer.status}): see what the log says.`);
      const type = answer.headers.get('content-type') ?? '';
      const cached = /immutable/.test(answer.headers.get('cache-control') ?? '');
      const etag = cached ? FOR_EVER : (answer.headers.get('etag') ?? asOf);
      const links = new Set<number>();
      const to = answer.headers.get('location');
      if (to !== null) {
        const led = leading.leader(record, links)(to);
        return put(record, redirection(typeof led === 'string' ? '' : led.to), asOf, links);
      }
      // What was there when a page named it and is not any more leaves no page in its place.
      if (answer.status >= 400 && !record.file.endsWith('.html')) return queue.forget(id);
      if (type.startsWith('text/html')) {
        const page = leading.page(record, await answer.text());
        return put(record, page.text, etag, page.links);
      }
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (type.startsWith('text/css'))
        namedInStyles(Buffer.from(bytes).toString()).forEach(leading.leader(record, links));
      if (address === '/sitemap.xml') namedInSitemap(bytes).forEach(leading.leader(record, links));
      if (cards.isOne(address)) cards.count(true);
      put(record, bytes, etag, links);
    },
  };
}

/** The addresses that a sitemap of sitemaps names. */
function namedInSitemap(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString();
  return Array.from(text.matchAll(/<loc>([^<]*)<\/loc>/g), ([, address = '']) => address);
}
