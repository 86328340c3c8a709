import { showFilmStrip, showProgrammeStrip, showReviewStrip, showScript } from './embed.ts';
import { postPage, showMatch } from './embed-match.ts';
import { showOembed } from './oembed.ts';
import type { LentAnswer, LentVisit } from './visit.ts';

/** How an address that is lent to pages elsewhere is asked for: as the web room knows its routes. */
export interface LentRoute {
  method: 'GET' | 'POST';
  path: string;
  who: 'anyone';
  handler: (visit: LentVisit) => Promise<LentAnswer>;
  cache?: 'strip' | 'catalogue' | 'programme' | 'site';
  lends: true;
  open?: true;
  limit?: 'match' | 'page';
  /** The largest form taken, in bytes. */
  most?: number;
}

const LENT = { method: 'GET', who: 'anyone', lends: true } as const;

/** Every address that pages elsewhere hold or ask. */
export const STRIP_ROUTES: readonly LentRoute[] = [
  { ...LENT, path: '/embed.js', handler: showScript, cache: 'site' },
  { ...LENT, path: '/embed/film/:slug', handler: showFilmStrip, cache: 'strip' },
  { ...LENT, path: '/embed/review/:id', handler: showReviewStrip, cache: 'catalogue' },
  { ...LENT, path: '/embed/programme', handler: showProgrammeStrip('page'), cache: 'programme' },
  { ...LENT, path: '/embed/programme.html', handler: showProgrammeStrip('html'), cache: 'programme' },
  { ...LENT, path: '/embed/programme.json', handler: showProgrammeStrip('json'), cache: 'programme' },
  { ...LENT, path: '/embed/match', handler: showMatch, limit: 'match' },
  {
    ...LENT,
    method: 'POST',
    path: '/embed/page',
    handler: postPage,
    open: true,
    limit: 'page',
    most: 10_000,
  },
  { ...LENT, path: '/oembed', handler: showOembed, cache: 'programme' },
];
