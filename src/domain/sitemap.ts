import type { Reader } from '../store/open.ts';
import type { MappedKind, MappedRow } from '../store/sitemap.ts';

export type { MappedKind, MappedRow };

/** So many addresses are in one sitemap at most: what sitemaps.org allows. */
export const MOST_IN_SITEMAP = 50_000;

export const MAPPED_KINDS: readonly MappedKind[] = [
  'films',
  'reviews',
  'people',
  'members',
  'lists',
  'venues',
];

/** So many are read at once, so that nobody waits long while a large one is made. */
const AT_ONCE = 2000;

/** Where the parts of a sitemap begin: behind which id of which kind; the first of a kind behind none. */
export interface SitemapPart {
  kind: MappedKind;
  after: string;
}

/** The parts into which a site's addresses fall, none of them empty. */
export async function sitemapParts(reader: Reader, most = MOST_IN_SITEMAP): Promise<SitemapPart[]> {
  const parts: SitemapPart[] = [];
  for (const kind of MAPPED_KINDS) {
    let after = '';
    while ((await reader.sitemap.nth(kind, after, 1)) !== null) {
      parts.push({ kind, after });
      const last = await reader.sitemap.nth(kind, after, most);
      if (last === null) break;
      after = last;
    }
  }
  return parts;
}

/** The pages of one part, some at a time. */
export async function* sitemapPages(
  reader: Reader,
  { kind, after }: SitemapPart,
  most = MOST_IN_SITEMAP,
): AsyncGenerator<MappedRow[]> {
  let from = after;
  for (let left = most; left > 0; left -= AT_ONCE) {
    const rows = await reader.sitemap.pages(kind, from, Math.min(AT_ONCE, left));
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    from = last.id;
    // A database in this process answers at once: others come in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
