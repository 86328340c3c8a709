import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVERY_ROUTE } from '../../src/main.ts';
import { newId } from '../../src/store/ids.ts';
import { createApp } from '../../src/web/app.ts';
import { openAssets } from '../../src/web/assets.ts';
import { openPageCache } from '../../src/web/page-cache.ts';
import type { WebParts } from '../../src/web/parts.ts';
import type { Handler } from '../../src/web/route.ts';
import { SECURITY_HEADERS } from '../../src/web/security.ts';
import { openTestSite, type TestSite } from '../app/site.ts';
import { PARAMETER } from './addresses.ts';
import { parsePage, textOf } from './skeleton.ts';

const SECRET = 'hunter2-of-somebody';
const TOKEN = 'T'.repeat(43);

/** Whatever code may throw, by accident or by another's. */
const THROWN: Record<string, () => unknown> = {
  'an error': () => new Error(`Nobody may read this.\r\n{"level":50,"msg":"forged"}`),
  'an error of a type': () => new TypeError('cannot read properties of undefined'),
  'an error with a cause that goes round': () => {
    const error = new Error('round') as Error & { cause: unknown };
    error.cause = error;
    return error;
  },
  'an error whose message throws': () =>
    Object.defineProperty(new Error('x'), 'message', {
      get() {
        throw new Error('message');
      },
    }),
  'a text': () => '<script>alert(1)</script>\r\nforged',
  'a number': () => 0,
  null: () => null,
  undefined: () => undefined,
  'a thing without a prototype': () => Object.create(null),
  'a domain error of a kind nobody knows': () =>
    Object.assign(new Error('x'), { name: 'DomainError', kind: 'new', code: 'new', details: {} }),
  'a very long error': () => new Error('x'.repeat(1_000_000)),
  'several at once': () => new AggregateError([new Error('a'), new Error('b')], 'both'),
};

let site: TestSite;
const lines: string[] = [];
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);

beforeAll(async () => {
  site = await openTestSite();
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  process.off('uncaughtException', note);
  await site.close();
});

function partsOf(change: Partial<WebParts> = {}): WebParts {
  const { store, accounts } = site.site;
  const log = pino(
    {},
    new Writable({
      write(line, _, done) {
        lines.push(String(line));
        done();
      },
    }),
  );
  return {
    reader: store.reader,
    transact: store.transact,
    accounts,
    assets: openAssets(new URL('../../dist/assets', import.meta.url).pathname),
    cache: openPageCache({ size: 0 }),
    limits: { take: async () => 0, ask: async () => ({ of: 1, window: 1, left: 1, reset: 1, wait: 0 }) },
    api: { paths: [], answer: async () => new Response() },
    services: {
      wakeJobs: () => undefined,
      setupCode: async () => null,
      mailIsKept: false,
      onlyHere: true,
      demonstrate: async () => undefined,
      store,
    } as WebParts['services'],
    log,
    url: null,
    listening: () => ({ host: '127.0.0.1', port: 3000 }),
    trustProxy: false,
    now: () => site.clock.now,
    newId,
    ...change,
  };
}

/** What stands for a parameter whose route takes nothing else. */
const NAMED = (path: string): Readonly<Record<string, string>> => ({
  file: path.startsWith('/picture/') ? '320.webp' : '0.svg',
  handle: '@x',
  part: 'films.xml',
});

/** Asks every route of a site whose handlers are replaced. */
async function ask(handler: Handler, method: string, path: string, parts = partsOf()): Promise<Response> {
  const routes = EVERY_ROUTE.map((route) => ({ ...route, who: 'anyone' as const, handler }));
  const at = path.replace(':token', TOKEN).replace(PARAMETER, (_, name: string) => NAMED(path)[name] ?? 'x');
  const init = { method, headers: { cookie: `houselights.session_token=${SECRET}`, origin: site.origin } };
  const body = method === 'POST' ? { body: new URLSearchParams({ password: SECRET }) } : {};
  return createApp(routes, parts).request(`${site.origin}${at}`, { ...init, ...body });
}

async function expectStyled(response: Response): Promise<string> {
  expect(response.status).toBe(500);
  for (const [name, value] of Object.entries(SECURITY_HEADERS))
    expect(response.headers.get(name)).toBe(value);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const text = await response.text();
  const page = parsePage(text);
  expect(page.faults).toEqual([]);
  expect(text).toContain('rel="stylesheet"');
  expect(text).not.toMatch(/\bat \S+ \(|node_modules|\.ts:\d|Nobody may read|cannot read|forged|alert/);
  const main = page.elements.find(({ tagName }) => tagName === 'main');
  const id = /[0-9a-v]{26}/.exec(main ? textOf(main) : '')?.[0];
  expect(id).toBeDefined();
  return id ?? '';
}

describe('whatever is thrown', () => {
  for (const [name, thrown] of Object.entries(THROWN))
    test(`${name}: the page has an id, the log has it too, and nothing else gets out`, async () => {
      const throwing: Handler[] = [
        async () => {
          throw thrown();
        },
        () => {
          throw thrown();
        },
      ];
      for (const handler of throwing) {
        lines.length = 0;
        const id = await expectStyled(await ask(handler, 'POST', '/sign-in/link/:token'));
        expect(lines).toHaveLength(1);
        expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/);
        const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
        expect(line).toMatchObject({ level: 50, id, method: 'POST' });
        expect(lines[0]).not.toContain(SECRET);
        expect(lines[0]).not.toContain(TOKEN);
      }
    });

  test.each(EVERY_ROUTE.map((route) => [route.method, route.path] as const))(
    'in %s %s',
    async (method, path) => {
      const response = await ask(
        async () => {
          throw new Error('Nobody may read this.');
        },
        method,
        path,
        // A route that is kept for readers asks for its film first.
        partsOf({
          reader: {
            ...site.site.store.reader,
            films: {
              ...site.site.store.reader.films,
              key: async () => ({ id: 'x', slug: 'x', version: 1, siteVersion: 1, due: null }),
            },
          },
        }),
      );
      await expectStyled(response);
    },
  );

  test('in a job of a page that comes after: a body that breaks off', async () => {
    const handler: Handler = async (visit) => {
      await visit.form();
      throw new Error('not reached');
    };
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new Error('the line broke'));
      },
    });
    const response = await createApp(
      [{ method: 'POST', path: '/x', who: 'anyone', handler }],
      partsOf(),
    ).request(`${site.origin}/x`, {
      method: 'POST',
      body: broken,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: site.origin },
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('when nothing of the database can be read, from the first visit on', async () => {
    const broken = new Proxy(
      {},
      {
        get: () =>
          new Proxy(
            {},
            {
              get: () => async () => {
                throw new Error('no database');
              },
            },
          ),
      },
    ) as WebParts['reader'];
    for (const path of ['/', '/films', '/film/x', '/no/such/page']) {
      const parts = partsOf({ reader: broken });
      const response = await createApp(EVERY_ROUTE, parts).request(`${site.origin}${path}`);
      if (path === '/no/such/page') expect(response.status).toBe(404);
      else await expectStyled(response);
    }
  });

  test('when the database is busy: a page that says so, and when to come again', async () => {
    const busy = Object.assign(new Error('busy'), { name: 'Busy' });
    const response = await ask(
      async () => {
        throw busy;
      },
      'POST',
      '/sign-up',
    );
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(parsePage(await response.text()).faults).toEqual([]);
  });

  test('nothing was left unhandled', async () => {
    // Nothing tells that no promise is rejected any more; those of the requests above are by then.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(unhandled).toEqual([]);
  });
});
