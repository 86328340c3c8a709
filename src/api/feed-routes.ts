import { type FeedForm, showFilmFeed, showListFeed, showMemberFeed, showSiteFeed } from './feed.ts';
import type { LentAnswer, LentVisit } from './visit.ts';

/** How a feed is asked for: as the web room knows its routes. It is the same for everybody who asks. */
export interface FeedRoute {
  method: 'GET';
  path: string;
  who: 'anyone';
  handler: (visit: LentVisit) => Promise<LentAnswer>;
  cache: 'film' | 'catalogue';
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

/** Every feed, as Atom and as JSON. */
export const FEED_ROUTES: readonly FeedRoute[] = [
  ...inBothForms('', 'catalogue', showSiteFeed),
  ...inBothForms('/film/:slug', 'film', showFilmFeed),
  ...inBothForms('/:handle{@[^/]+}', 'catalogue', showMemberFeed),
  ...inBothForms('/:handle{@[^/]+}/list/:slug', 'catalogue', showListFeed),
];
