import type { MappedKind, MappedRow, SitemapPart } from '../domain/sitemap.ts';
import { html, render } from './html.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const PATHS: Readonly<Record<MappedKind, (row: MappedRow) => string>> = {
  films: ({ name }) => `/film/${encodeURIComponent(name)}`,
  reviews: ({ name }) => `/review/${name}`,
  people: ({ name }) => `/person/${encodeURIComponent(name)}`,
  members: ({ name }) => `/@${name}`,
  lists: ({ name, of }) => `/@${of}/list/${encodeURIComponent(name)}`,
  venues: ({ name }) => `/venue/${encodeURIComponent(name)}`,
};

/** The path of a page of its own. */
export const mappedPath = (kind: MappedKind, row: MappedRow): string => PATHS[kind](row);

/** The path of one part of a sitemap. */
export function sitemapPath({ kind, after }: SitemapPart): string {
  return `/sitemap/${kind}${after === '' ? '' : `-${after}`}.xml`;
}

/** The index of a site's sitemaps (sitemaps.org, 0.9). */
export function sitemapIndex(origin: string, paths: readonly string[]): string {
  return `${XML}\n${render(html`<sitemapindex xmlns="${SCHEMA}">
${paths.map((path) => html`<sitemap><loc>${origin}${path}</loc></sitemap>\n`)}</sitemapindex>
`)}`;
}

/** Some addresses as the lines of a sitemap. */
export function sitemapLines(origin: string, kind: MappedKind, rows: readonly MappedRow[]): string {
  return render(
    html`${rows.map((row) => html`<url><loc>${origin}${mappedPath(kind, row)}</loc>${row.changed !== null && html`<lastmod>${new Date(row.changed).toISOString()}</lastmod>`}</url>\n`)}`,
  );
}

/** Pages of which there is one each. */
export function sitemapOf(origin: string, paths: readonly string[]): string {
  return sitemapWhole(render(html`${paths.map((path) => html`<url><loc>${origin}${path}</loc></url>\n`)}`));
}

/** A sitemap around its lines. */
export function sitemapWhole(lines: string): string {
  return `${XML}\n<urlset xmlns="${SCHEMA}">\n${lines}</urlset>\n`;
}

/** Where a program has nothing to look for: what is asked of the site, and what belongs to somebody. */
const CLOSED = [
  '/admin',
  '/import',
  '/search',
  '/settings',
  '/setup',
  '/sign-in',
  '/sign-up',
  '/welcome',
  '/films/new',
  '/*/review$',
  '/*/review/*',
  '/review/*/',
];

/** Programs that gather texts to train models on, by the names their makers have told. */
const GATHERERS = [
  'AI2Bot',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'cohere-training-data-crawler',
  'Google-Extended',
  'GPTBot',
  'Meta-ExternalAgent',
];

/**
 * What programs may do here, as the owner set it (robots.txt, RFC 9309, with the signals of contentsignals.org). Where
 * they may look everything up, rooms that are somebody's are left out; where they may train, nobody is kept out for it.
 */
export function robots(origin: string, may: { search: boolean; training: boolean }): string {
  const closed = (may.search ? CLOSED : ['/']).map((path) => `Disallow: ${path}\n`).join('');
  const signal = (name: string, yes: boolean) => `${name}=${yes ? 'yes' : 'no'}`;
  const gatherers = `${GATHERERS.map((name) => `User-agent: ${name}\n`).join('')}Disallow: /\n`;
  return `User-agent: *
Content-Signal: ${signal('search', may.search)}, ${signal('ai-train', may.training)}
${closed}
${may.training ? '' : `${gatherers}\n`}${may.search ? `Sitemap: ${origin}/sitemap.xml\n` : ''}`;
}
