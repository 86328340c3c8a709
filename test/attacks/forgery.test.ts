import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromOurPages, originsOf } from '../../src/web/security.ts';
import { openTestSite, type TestSite } from '../app/site.ts';
import { CHANGES, GETS, isFault, NAMES, pathIn } from './addresses.ts';
import { type Cast, castOf, sayEverywhere, type World } from './world.ts';

let site: TestSite;
let cast: Cast;
let world: World;

beforeAll(async () => {
  site = await openTestSite();
  cast = await castOf(site);
  world = await sayEverywhere(cast, 'Quite harmless words');
  // The mail that this asked for is on its way before anything is counted.
  await site.mailedLinks();
}, 60_000);
afterAll(() => site.close());

/** Every row of every table; sessions are made by signing in, which no test here does. */
async function everything(): Promise<Record<string, unknown>> {
  const { read } = site.site.store.engine;
  const tables = await read.introspection.getTables();
  const rows: Record<string, unknown> = {};
  for (const { name } of tables) {
    // What things are found by follows from the rest, and holds numbers larger than JavaScript's.
    if (/^(search|more)_/.test(name)) continue;
    rows[name] = await read
      .selectFrom(name as 'films')
      .selectAll()
      .execute();
  }
  return rows;
}

/** What a browser sends with a form of another site; the last two also when it sends no Origin at all. */
const FOREIGN: [string, Record<string, string>][] = [
  ['a foreign Origin', { origin: 'https://evil.example' }],
  ['an Origin of null', { origin: 'null' }],
  ['our host on another port', { origin: 'http://localhost:4000' }],
  ['our host on another scheme', { origin: 'https://localhost:3000' }],
  ['a host that begins as ours', { origin: 'http://localhost:3000.evil.example' }],
  ['a host that ends as ours', { origin: 'http://evil-localhost:3000' }],
  ['two origins', { origin: 'http://localhost:3000 https://evil.example' }],
  ['our Origin, but sent across sites', { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' }],
  ['Sec-Fetch-Site: cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['Sec-Fetch-Site: same-site', { 'sec-fetch-site': 'same-site' }],
];

describe('a form sent from another site', () => {
  test.each(FOREIGN)('%s is told from our own', (_, headers) => {
    const ours = originsOf(null, 3000);
    expect(fromOurPages(new Headers(headers), ours)).toBe(false);
    expect(fromOurPages(new Headers({ origin: 'http://localhost:3000' }), ours)).toBe(true);
  });

  test('there are forms to forge', () => {
    expect(CHANGES.length).toBeGreaterThan(20);
  });

  test.each(CHANGES.map((route) => [route.method, route.path] as const))(
    '%s %s is refused whoever bears it, and changes nothing',
    async (method, path) => {
      const before = await everything();
      const form = new URLSearchParams(Object.fromEntries(NAMES.map((name) => [name, '1'])));
      for (const [name, headers] of FOREIGN)
        for (const cookie of [undefined, cast.member.cookie, cast.owner]) {
          const response = await site.site.app.request(`${site.origin}${pathIn(world, path)}`, {
            method,
            body: form,
            headers: { ...headers, ...(cookie ? { cookie } : {}) },
          });
          expect(response.status, name).toBe(403);
          expect(response.headers.getSetCookie(), name).toEqual([]);
        }
      expect(await everything()).toEqual(before);
    },
  );
});

describe('looking changes nothing', () => {
  test.each(GETS.filter((route) => !route.oneTime).map((route) => route.path))(
    'GET and HEAD %s',
    async (path) => {
      const before = await everything();
      const query = new URLSearchParams(Object.fromEntries(NAMES.map((name) => [name, '1'])));
      for (const cookie of [undefined, cast.member.cookie, cast.owner])
        for (const at of [pathIn(world, path), `${pathIn(world, path)}?${query}`])
          for (const method of ['GET', 'HEAD']) {
            const headers: Record<string, string> = cookie ? { cookie } : {};
            const response = await site.site.app.request(`${site.origin}${at}`, { method, headers });
            expect(isFault(response), `${at}: ${response.status}`).toBe(false);
            if (method === 'HEAD') expect(await response.text()).toBe('');
          }
      expect(await everything()).toEqual(before);
    },
  );

  test.each(GETS.filter((route) => route.oneTime).map((route) => route.path))(
    'looking ahead at %s, or opening one that is not known',
    async (path) => {
      const before = await everything();
      const at = path.replace(':token', 'x'.repeat(43));
      for (const [method, headers] of [
        ['GET', {}],
        ['HEAD', {}],
        ['GET', { 'sec-purpose': 'prefetch;prerender' }],
      ] as const)
        await site.site.app.request(`${site.origin}${at}`, { method, headers });
      expect(await everything()).toEqual(before);
    },
  );
});
