import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVERY_ROUTE } from '../../src/main.ts';
import type { World } from './world.ts';

/** A parameter in a route's path, with the pattern that it may carry. */
export const PARAMETER = /:(\w+)(?:\{.*?\}(?=\/|$))?/g;

/** A route's path with the things of a world in place of its parameters. */
export function pathIn(world: World, pattern: string): string {
  const [id, slug] = pattern.startsWith('/admin/venue')
    ? [world.venue.id, '']
    : pattern.startsWith('/admin')
      ? [world.own, '']
      : /^\/(?:venue|screening)\//.test(pattern)
        ? [world.screening, world.venue.slug]
        : pattern.startsWith('/person')
          ? [world.own, world.person]
          : pattern.includes('/list/')
            ? [world.own, world.list]
            : [/mine|report/.test(pattern) ? world.imported[0] : world.own, world.film.slug];
  const known: Record<string, string | null | undefined> = {
    id,
    slug: slug === null ? null : encodeURIComponent(slug ?? ''),
    file: pattern.startsWith('/picture/') ? '320.webp' : `${world.film.id}.svg`,
    part: 'films.xml',
    handle: '@a_member',
    token: world.waiting?.split('/').at(-1),
  };
  return pattern.replace(PARAMETER, (_, name: string) => known[name] ?? 'nothing');
}

const SOURCES = new URL('../../src/', import.meta.url).pathname;
const PAGES = join(SOURCES, 'web', 'pages');
/** Where it is said what pages and the API may be asked. */
const SIFTS = ['film-sift.ts', 'review-sift.ts'].map((file) => join(SOURCES, 'domain', file));

/** Every word by which a page may ask a query or a form, read from the sources, so that none is forgotten. */
export const NAMES: readonly string[] = [
  ...new Set(
    [...readdirSync(PAGES).map((file) => join(PAGES, file)), ...SIFTS].flatMap((file) => {
      const source = readFileSync(file, 'utf8').replace(/^import .*$/gm, '');
      return [...source.matchAll(/'([a-z][a-z-]{0,15})'|^ {2}([a-z]+): /gm)].map(
        (match) => match[1] ?? match[2] ?? '',
      );
    }),
  ),
];

export const GETS = EVERY_ROUTE.filter((route) => route.method === 'GET');
/** What only pages of ours may send; what any page may is nobody's, and tried by itself. */
export const CHANGES = EVERY_ROUTE.filter((route) => route.method !== 'GET' && !route.open);

/** Whether an answer is a fault of ours; a format that nobody speaks, 501, is none. */
export function isFault({ status }: Response): boolean {
  return status >= 500 && status !== 501;
}
