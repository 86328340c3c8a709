import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CARD_ROUTES } from '../../src/api/social-card.ts';
import { EVERY_ROUTE } from '../../src/main.ts';
import { MOST } from '../../src/web/form.ts';
import { SECURITY_HEADERS } from '../../src/web/security.ts';
import { type Ask, openTestSite, type TestSite } from '../app/site.ts';
import { GETS, pathIn } from './addresses.ts';
import { parsePage } from './skeleton.ts';
import { type Cast, castOf, sayEverywhere, type World } from './world.ts';

let site: TestSite;
let cast: Cast;
let world: World;

beforeAll(async () => {
  site = await openTestSite();
  cast = await castOf(site);
  world = await sayEverywhere(cast, 'Quite harmless words');
}, 60_000);
afterAll(() => site.close());

let visits = 0;
/** From an address nobody came from before, as a reader, a member or the owner. */
function asEach(): [string, Ask][] {
  visits += 1;
  const from = `10.7.${visits >> 8}.${visits & 255}`;
  return [
    ['a reader', { from }],
    ['a member', { from, cookie: cast.member.cookie }],
    ['the owner', { from, cookie: cast.owner }],
  ];
}

/** What pages elsewhere may hold is as strict, but for who may hold it. */
const LENT = {
  ...SECURITY_HEADERS,
  'content-security-policy': (SECURITY_HEADERS['content-security-policy'] ?? '').replace(
    "frame-ancestors 'none'",
    'frame-ancestors *',
  ),
  'cross-origin-resource-policy': 'cross-origin',
};

/** Pages that show a strip of ours in a frame. */
const FRAMING = ['/embed', '/film/:slug/embed'];
const FRAMES = {
  ...SECURITY_HEADERS,
  'content-security-policy': `${SECURITY_HEADERS['content-security-policy']}; frame-src 'self'`,
};

/** Pictures that pages elsewhere show beside a link. */
const PICTURES = CARD_ROUTES.map(({ path }) => path);
const SHOWN = { ...SECURITY_HEADERS, 'cross-origin-resource-policy': 'cross-origin' };

/** Every answer carries every header; a page holds nothing that its own policy forbids. */
async function expectStrict(response: Response, what: string, headers = SECURITY_HEADERS): Promise<void> {
  for (const [name, value] of Object.entries(headers))
    expect.soft(response.headers.get(name), `${what}: ${name}`).toBe(value);
  expect.soft(response.headers.get('server') ?? response.headers.get('x-powered-by'), what).toBeNull();
  const type = response.headers.get('content-type');
  if (response.body !== null) expect.soft(type, what).toMatch(/^[a-z]+\/[a-z0-9.+-]+(; charset=utf-8)?$/);
  if (!type?.startsWith('text/html') || response.headers.has('content-encoding')) return;
  const text = await response.text();
  if (text.startsWith('<!doctype')) expect.soft(parsePage(text).faults, what).toEqual([]);
  expect.soft(text, what).not.toMatch(/<style|<[^>]+\s(?:style|on[a-z]+)=/i);
}

describe('the policy', () => {
  const policy = SECURITY_HEADERS['content-security-policy'] ?? '';
  const rules = new Map(
    policy.split('; ').map((rule) => {
      const [name = '', ...values] = rule.split(' ');
      return [name, values.join(' ')] as const;
    }),
  );

  test('lets nothing in but what is named, and names nothing elsewhere', () => {
    for (const name of ['default-src', 'frame-ancestors', 'base-uri', 'object-src'])
      expect(rules.get(name), name).toBe("'none'");
    expect(rules.get('form-action')).toBe("'self'");
    expect(policy).not.toMatch(/unsafe|nonce|strict-dynamic|\*|https?:|data:|blob:/);
    for (const [name, values] of rules) expect(values, name).toMatch(/^'(?:none|self)'$/);
  });

  test('the other headers say what they have to', () => {
    expect(SECURITY_HEADERS).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
  });
});

describe('every answer of every route', () => {
  test('there are routes to walk', () => {
    expect(EVERY_ROUTE.length).toBeGreaterThan(40);
    expect(GETS.length).toBeGreaterThan(20);
  });

  test.each(EVERY_ROUTE)('$method $path', async ({ method, path, lends }) => {
    for (const [who, ask] of asEach()) {
      const there = pathIn(world, path);
      const nowhere = path.replace(/:\w+.*$/, 'nothing');
      for (const at of [there, nowhere]) {
        const response =
          method === 'GET'
            ? await site.get(at, ask)
            : await site.post(at, { name: '' }, { from: ask.from ?? '' });
        expect.soft(response.status, `${who} at ${at}`).toBeLessThan(500);
        const ok = response.status === 200;
        const alone = ok && PICTURES.includes(path) ? SHOWN : SECURITY_HEADERS;
        const framing = ok && FRAMING.includes(path);
        await expectStrict(response, `${who} at ${at}`, lends ? LENT : framing ? FRAMES : alone);
      }
    }
  });

  test('an answer that was kept, and one that need not be sent again', async () => {
    const first = await site.get('/about', { headers: { 'accept-encoding': 'br' } });
    const kept = await site.get('/about', { headers: { 'accept-encoding': 'br' } });
    await expectStrict(kept, 'kept');
    const again = await site.get('/about', {
      headers: { 'accept-encoding': 'br', 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  test('a form too large, a form that is none, and one too many', async () => {
    const large = await site.post('/sign-in', { email: 'x'.repeat(MOST + 1) }, { from: '10.8.0.1' });
    expect(large.status).toBe(413);
    await expectStrict(large, 'too large');
    const none = await site.site.app.request(`${site.origin}/sign-in`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', origin: site.origin },
    });
    expect(none.status).toBe(400);
    await expectStrict(none, 'no form');
    let last = none;
    for (let count = 0; count < 40 && last.status !== 429; count += 1)
      last = await site.post('/sign-in/link', { email: '' }, { from: '10.8.0.2' });
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    await expectStrict(last, 'too many');
  });

  test('a path nobody answers helps to find another', async () => {
    const response = await site.get('/no/such/page');
    expect(response.status).toBe(404);
    expect(await response.clone().text()).toContain('href="/films"');
    await expectStrict(response, 'nothing');
  });

  test('a way on, and a form from elsewhere', async () => {
    await expectStrict(await site.get('/about/'), 'a last slash');
    await expectStrict(await site.get('/settings'), 'to the door');
    const foreign = await site.post('/sign-out', {}, { headers: { origin: 'https://evil.example' } });
    expect(foreign.status).toBe(403);
    await expectStrict(foreign, 'from elsewhere');
  });

  test('every built file, and what is no such file', async () => {
    const files = readdirSync(new URL('../../dist/assets', import.meta.url));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const response = await site.get(`/assets/${file}`);
      if (file === 'manifest.json') expect(response.status).toBe(404);
      else expect(response.headers.get('cache-control'), file).toContain('immutable');
      const lent = /^embed|\.woff2$/.test(file);
      const anybody = { ...SECURITY_HEADERS, 'cross-origin-resource-policy': 'cross-origin' };
      await expectStrict(response, file, lent ? anybody : SECURITY_HEADERS);
    }
    for (const file of ['..%2f..%2fpackage.json', '..%5cpackage.json', 'a%00.css', 'manifest.json%00.css'])
      expect((await site.get(`/assets/${file}`)).status, file).toBe(404);
  });

  test('a card runs nothing, even opened by itself', async () => {
    const response = await site.get(`/card/${world.film.id}.svg`);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    await expectStrict(response, 'card');
    expect(await response.text()).not.toMatch(/<script|<foreignObject|\son\w+=|href|style/i);
  });

  test('https, and nothing but https, adds a year of https only', async () => {
    const secure = await openTestSite({ environment: { HOUSELIGHTS_URL: 'https://films.example.org' } });
    for (const path of ['/', '/film/none', '/sign-in', '/about', '/about/', '/no/such', '/settings'])
      expect
        .soft((await secure.get(path)).headers.get('strict-transport-security'), path)
        .toMatch(/^max-age=31536000\b/);
    const foreign = await secure.post('/sign-out', {}, { headers: { origin: 'https://evil.example' } });
    expect(foreign.headers.get('strict-transport-security')).toMatch(/^max-age=31536000\b/);
    await secure.close();
    for (const path of ['/', '/film/none'])
      expect((await site.get(path)).headers.has('strict-transport-security')).toBe(false);
  });
});
