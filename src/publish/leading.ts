import type { CopyRecord, CopyRecords } from '../domain/reader.ts';
import { type Found, leadingTo, type Place, placeOf } from './address.ts';
import type { Cards } from './cards.ts';
import { type Led, rewritePage } from './rewrite.ts';

/** Where the search of a copy lies. */
export const SEARCH = 'search/index.html';
/** The one script that asks no site. */
const KEPT_SCRIPT = /^\/(assets\/copy-|search\/copy\/)/;

/**
 * Tells what the addresses on a page lead to in a copy, and gives what belongs there a record.
 *
 * @param origin the site's own address, without a last slash
 * @param live the public one, to which what a copy cannot do leads; null where there is none
 * @param at where the copy itself will lie, without a last slash; null where nobody says
 */
export function openLeading({
  records,
  origin,
  live,
  at: ownAddress,
  cards,
}: {
  records: CopyRecords;
  origin: string;
  live: string | null;
  at: string | null;
  cards: Cards;
}) {
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
  const inFull = (file: string): string => `${ownAddress}/${leadingTo('', file)}`;
  /** How a page of ours is named in full: at the live site; else in the copy, where it is known where that will lie. */
  const named = (href: string): string | null => {
    if (live !== null) return href;
    const at = ownAddress === null ? undefined : found(href, origin)?.at;
    return typeof at === 'object' ? inFull(at.file) : null;
  };
  /**
   * How a page names its social card to those who show a link to it: in full, as they want it, where there is an
   * address; else as it lies beside the page. One that the copy does not hold is drawn by the live site.
   */
  const card =
    (record: CopyRecord, links: Set<number>) =>
    (href: string): Led => {
      const at = found(href, origin)?.at;
      if (typeof at !== 'object' || !cards.belongs(at.address)) return live === null ? 'gone' : { to: href };
      links.add(recordOf(at, 0));
      if (ownAddress !== null) return { to: inFull(at.file) };
      return { to: live === null ? leadingTo(record.file, at.file) : href };
    };
  const page = (record: CopyRecord, html: string) => {
    const links = new Set<number>();
    const lead = leader(record, links);
    const how = {
      lead,
      asks: asking(record),
      card: card(record, links),
      named,
      origin,
      live: live !== null,
      keptScript: (src: string) => KEPT_SCRIPT.test(src),
    };
    return { text: rewritePage(html, how), links };
  };

  return { recordOf, leader, page };
}

export type Leading = ReturnType<typeof openLeading>;

/** A page that leads on by itself, as a file can. */
export function redirection(to: string): string {
  const address = to.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return `<!doctype html>
<html lang="zxx"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${address}">
<title>→</title></head><body><p><a href="${address}">→</a></p></body></html>
`;
}
