import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../../src/web/routes.ts';
import { fromOurPages, originsOf } from '../../src/web/security.ts';
import { openTestSite, type TestSite } from '../app/site.ts';

/** A path that a route answers, with something in place of each parameter. */
function pathOf(pattern: string): string {
  return pattern
    .replace(/:(\w+)\{([^/]*)\}/g, (_, name: string) => EXAMPLES[name] ?? 'x')
    .replace(/:(\w+)/g, (_, name: string) => EXAMPLES[name] ?? 'x');
}

const EXAMPLES: Record<string, string> = { slug: 'stalker-1979', handle: '@nobody', file: '0.svg' };

const POLICY = ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"];

let site: TestSite;

beforeAll(async () => {
  site = await openTestSite();
  await site.site.store.transact(async (writer) => {
    await writer.films.add({ title: 'Stalker', slug: 'stalker-1979', titleKey: 'stalker', year: 1979 }, 1);
  });
});
afterAll(() => site.close());

describe('every answer of every route', () => {
  test('there are routes to walk', () => {
    expect(ROUTES.length).toBeGreaterThan(2);
  });

  for (const { method, path } of ROUTES) {
    test(`${method} ${path} carries the strict policy`, async () => {
      const at = pathOf(path);
      const response = method === 'GET' ? await site.get(at) : await site.post(at, {});
      expect(response.status, 'not a crash').not.toBe(500);
      const policy = response.headers.get('content-security-policy') ?? '';
      for (const part of POLICY) expect(policy).toContain(part);
      expect(policy).toContain("form-action 'self'");
      expect(policy).not.toMatch(/unsafe|nonce|\*/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('referrer-policy')).toBe('same-origin');
      expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
      const body = response.headers.get('content-encoding') ? '' : await response.text();
      if (response.headers.get('content-type')?.startsWith('text/html')) {
        expect(body).not.toMatch(/<[^>]+\sstyle=/i);
        expect(body).not.toMatch(/<[^>]+\son[a-z]+=/i);
        expect(body).not.toMatch(/<style/i);
        expect(body.replace(/<script type="application\/(ld\+)?json">/g, '')).not.toMatch(
          /<script(?![^>]*\bsrc=)/i,
        );
      }
    });
  }

  test('a path nobody answers carries it too, and helps', async () => {
    const response = await site.get('/no/such/page');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toContain('href="/films"');
  });

  test('https adds a year of https only', async () => {
    const secure = await openTestSite({ environment: { HOUSELIGHTS_URL: 'https://films.example.org' } });
    const response = await secure.get('/film/none');
    expect(response.headers.get('strict-transport-security')).toContain('max-age=31536000');
    await secure.close();
  });
});

describe('a form sent from another site', () => {
  const changing = ROUTES.filter((route) => route.method !== 'GET');
  const foreign: [string, Record<string, string>][] = [
    ['a foreign Origin', { origin: 'https://evil.example' }],
    ['an Origin of null', { origin: 'null' }],
    ['our host on another port', { origin: 'http://localhost:4000' }],
    ['our host on another scheme', { origin: 'https://localhost:3000' }],
    ['Sec-Fetch-Site: cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['Sec-Fetch-Site: same-site', { 'sec-fetch-site': 'same-site' }],
  ];
  test.each(foreign)('%s is told from our own', (_, headers) => {
    const ours = originsOf(null, 3000);
    expect(fromOurPages(new Headers(headers), ours)).toBe(false);
    expect(fromOurPages(new Headers({ origin: 'http://localhost:3000' }), ours)).toBe(true);
  });

  for (const route of changing) {
    test(`${route.method} ${route.path} is refused, whatever it bears`, async () => {
      const owner = await ownerCookie();
      for (const [name, headers] of foreign) {
        const response = await site.post(pathOf(route.path), {}, { headers, cookie: owner });
        expect(response.status, name).toBe(403);
      }
    });
  }

  let cookie: string | undefined;
  async function ownerCookie(): Promise<string> {
    cookie ??= (await site.signedIn('the_owner', 'owner')).cookie;
    return cookie;
  }
});

describe('asking for a page', () => {
  for (const route of ROUTES.filter((one) => one.method === 'GET' && !one.oneTime)) {
    test(`GET ${route.path} changes nothing`, async () => {
      const { cookie } = await site.signedIn(`reader_${ROUTES.indexOf(route)}`, 'owner');
      const before = await everything(site);
      await site.get(pathOf(route.path));
      await site.get(pathOf(route.path), { cookie });
      expect(await everything(site)).toEqual(before);
    });
  }
});

/** How many rows each table has, and how often pages have changed. */
async function everything({ site: { store } }: TestSite): Promise<unknown> {
  const tables = await store.engine.read.introspection.getTables();
  const rows: Record<string, unknown> = {};
  for (const { name } of tables.filter(
    (table) => table.name !== 'sessions' && !/fts|kysely/.test(table.name),
  ))
    rows[name] = await store.engine.read
      .selectFrom(name as 'films')
      .selectAll()
      .execute();
  return rows;
}
