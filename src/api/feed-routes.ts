import { type FeedForm, showFilmFeed, showListFeed, showMemberFeed, showSiteFeed } from './feed.ts';
import { showRobots, showSitemap, showSitemaps } from './found.ts';
import type { LentAnswer, LentVisit } from './visit.ts';

/** How what programs read is asked for: as the web room knows its routes. It is the same for everybody. */
export interface FeedRoute {
  method: 'GET';
  path: string;
  who: 'anyone';
  handler: (visit: LentVisit) => Promise<LentAnswer>;
  cache: 'film' | 'catalogue' | 'site';
}

type Feeding = (visit: LentVisit, form: FeedForm) => Promise<LentAnswer>;

const inBothForms = (path: string, cache: FeedRoute['cache'], feeding: Feeding): FeedRoute[] =>
  (['xml', 'json'] as const).map((form) => ({
    method: 'GET',
    path: `${path}/feed.${form}`,
    who: 'anyone',
    handler: (visit) => feeding(visit, form),
    cache,
  }));

const FOUND = { method: 'GET', who: 'anyone' } as const;

/** Every feed, as Atom and as JSON, and what tells search engines where things are. */
export const FEED_ROUTES: readonly FeedRoute[] = [
  ...inBothForms('', 'catalogue', showSiteFeed),
  ...inBothForms('/film/:slug', 'film', showFilmFeed),
  ...inBothForms('/:handle{@[^/]+}', 'catalogue', showMemberFeed),
  ...inBothForms('/:handle{@[^/]+}/list/:slug', 'catalogue', showListFeed),
  { ...FOUND, path: '/sitemap.xml', handler: showSitemaps, cache: 'catalogue' },
  { ...FOUND, path: '/sitemap/:part{[a-z]+(?:-[0-9a-v]+)?\\.xml}', handler: showSitemap, cache: 'catalogue' },
  { ...FOUND, path: '/robots.txt', handler: showRobots, cache: 'site' },
];
