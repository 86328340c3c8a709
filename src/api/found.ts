import { notFound } from '../domain/errors.ts';
import { MAPPED_KINDS, type MappedKind, sitemapPages, sitemapParts } from '../domain/sitemap.ts';
import {
  robots,
  sitemapIndex,
  sitemapLines,
  sitemapOf,
  sitemapPath,
  sitemapWhole,
} from '../views/sitemap.ts';
import { type LentAnswer, type LentVisit, text } from './visit.ts';

const XML = 'application/xml';

/** How the pages that every site has are named beside its kinds. */
const ROOMS = '/sitemap/site.xml';

/** The index of the sitemaps. */
export async function showSitemaps({ reader, origin }: LentVisit): Promise<LentAnswer> {
  const parts = await sitemapParts(reader);
  return text(sitemapIndex(origin, [ROOMS, ...parts.map(sitemapPath)]), XML);
}

/** One sitemap: the pages of a kind behind an id. */
export async function showSitemap({ reader, origin, site, params }: LentVisit): Promise<LentAnswer> {
  const [, kind = '', after = ''] = /^([a-z]+)(?:-([0-9a-v]{26}))?\.xml$/.exec(params.part ?? '') ?? [];
  if (kind === 'site' && after === '') {
    const rooms = ['/', '/films', '/lists', '/about', ...(site.settings.programme ? ['/programme'] : [])];
    return text(sitemapOf(origin, rooms), XML);
  }
  if (!MAPPED_KINDS.includes(kind as MappedKind)) throw notFound('page');
  const part = { kind: kind as MappedKind, after };
  let lines = '';
  for await (const rows of sitemapPages(reader, part)) lines += sitemapLines(origin, part.kind, rows);
  if (lines === '') throw notFound('page');
  return text(sitemapWhole(lines), XML);
}

/** What programs may do here. */
export async function showRobots({ origin, site }: LentVisit): Promise<LentAnswer> {
  return text(robots(origin, site.settings), 'text/plain');
}
