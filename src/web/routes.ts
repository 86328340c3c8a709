import { showCard, showFilm } from './pages/film.ts';
import { showHealth } from './pages/health.ts';
import type { Route } from './route.ts';

/** Every address of the site: how it is asked, who may, how often, and who answers. */
export const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/film/:slug', who: 'anyone', handler: showFilm, cache: 'film' },
  { method: 'GET', path: '/card/:file{[0-9a-v]+\\.svg}', who: 'anyone', handler: showCard },
  { method: 'GET', path: '/healthz', who: 'anyone', handler: showHealth },
];
