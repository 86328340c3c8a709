import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type Serving, serve } from '../../src/main.ts';
import { openTestSite, type TestSite } from '../app/site.ts';
import { freshDatabase } from '../engines/store.ts';
import { seedFilm } from '../store/seed-film.ts';
import { CHANGES, GETS, pathIn } from './addresses.ts';
import { parsePage, textOf } from './skeleton.ts';
import { castOf, sayEverywhere, type World } from './world.ts';

let site: TestSite;
let world: World;

beforeAll(async () => {
  site = await openTestSite();
  const cast = await castOf(site);
  world = await sayEverywhere(cast, 'Quite harmless words');
  await site.site.store.transact(async (writer) => {
    for (const [title, slug, year] of [
      ['Heat', 'heat-1995', 1995],
      ['Heat', 'heat-1986', 1986],
      ['Heat Wave', 'heat-wave-1990', 1990],
      ['Die Dämmerung', 'die-dämmerung-1930', 1930],
      ['東京物語', '東京物語-1953', 1953],
    ] as const)
      await seedFilm(writer, { title, slug, year }, 1);
  });
}, 60_000);
afterAll(() => site.close());

/** The words of a page, and the films it leads to. */
async function read(response: Response): Promise<{ text: string; films: string[] }> {
  const { elements, faults } = parsePage(await response.text());
  expect(faults).toEqual([]);
  const main = elements.find(({ tagName }) => tagName === 'main');
  const films = elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'href'));
  return {
    text: main ? textOf(main) : '',
    films: films.map(({ value }) => decodeURI(value)).filter((href) => href.startsWith('/film/')),
  };
}

describe('the address of a film that is not there', () => {
  test.each([
    ['/film/heat', ['/film/heat-1986', '/film/heat-1995', '/film/heat-wave-1990']],
    ['/film/heat-1996', ['/film/heat-1986', '/film/heat-1995', '/film/heat-wave-1990']],
    ['/film/heat-wave-of-the-year', ['/film/heat-wave-1990']],
    ['/film/heat-1996/reviews', ['/film/heat-1986', '/film/heat-1995', '/film/heat-wave-1990']],
    [`/film/${encodeURIComponent('東京')}`, ['/film/東京物語-1953']],
    ['/film/nothing-like-it', []],
  ])('%s names those near it', async (path, near) => {
    const response = await site.get(path);
    expect(response.status).toBe(404);
    const { text, films } = await read(response);
    expect(films).toEqual(near);
    expect(text).toContain('There is no film at this address.');
    if (near.length > 0) expect(text).toContain('Was it one of these?');
  });

  test('puts the words of the address into the search', async () => {
    const page = await (await site.get('/film/lamplighters-1962')).text();
    expect(page).toContain('name="q" type="search" value="lamplighters"');
  });

  test.each([
    ['/film/Heat-1995', '/film/heat-1995'],
    ['/film/HEAT_1995/reviews?sort=longest', '/film/heat-1995/reviews?sort=longest'],
    ['/film/heat%201995', '/film/heat-1995'],
    [`/film/${encodeURIComponent('Die-Dämmerung-1930'.normalize('NFD'))}`, '/film/die-d%C3%A4mmerung-1930'],
  ])('%s is only spelled otherwise', async (path, to) => {
    const response = await site.get(path);
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe(to);
    expect((await site.get(to)).status).toBe(200);
  });
});

describe('an address that nobody would write', () => {
  const odd = [
    '//',
    '//evil.example',
    '//evil.example/',
    '///',
    '/films//',
    '//films',
    '/./films/',
    '/film//heat-1995',
    '/FILMS',
    '/Film/heat-1995',
    '/film/',
    '/film',
    '/film/heat-1995/',
    '/film/heat-1995/reviews/',
    '/film/heat-1995/nothing',
    '/film/%',
    '/film/%zz',
    '/film/%e4',
    '/film/%c0%ae%c0%ae',
    '/film/%ff%fe',
    '/film/%ed%a0%80',
    '/film/%00',
    '/film/..%2f..%2fetc%2fpasswd',
    '/film/..%5c..%5cetc',
    '/film/heat-1995%20',
    '/film/heat-1995%0d%0aset-cookie:a=b',
    '/film/heat-1995;jsessionid=1',
    '/film/heat-1995?',
    '/film/heat-1995?x',
    '/film/heat-1995?%',
    '/film/heat-1995??=&&=',
    '/%E2%80%AE/',
    '/@',
    '/@A_MEMBER',
    '/@a_member/',
    '/@%00',
    `/@${'x'.repeat(5000)}`,
    '/review/',
    '/review/0',
    `/review/${'v'.repeat(26)}`,
    `/review/${'x'.repeat(5000)}`,
    `/film/${'x'.repeat(8000)}`,
    `/film/${'-'.repeat(8000)}`,
    `/film/${'%E6%98%A0'.repeat(900)}`,
    `/films?q=${'%E6%98%A0'.repeat(900)}`,
    `/films?${'a=b&'.repeat(4000)}`,
    `/${'a/'.repeat(4000)}`,
    '/card/.svg',
    '/card/x.svg',
    '/card/0.svg/',
    '/card/0.png',
    '/assets/',
    '/assets/../package.json',
    '/.git/config',
    '/.env',
    '/wp-login.php',
    '/robots.txt',
    '/favicon.ico',
    '/healthz/',
    '/*',
    '/{}',
    '/:slug',
    '/film/:slug',
    '/film/*',
  ];

  test.each(odd.map((path) => [path.length > 60 ? `${path.slice(0, 40)}… (${path.length})` : path, path]))(
    '%s',
    async (_, path) => {
      for (const method of ['GET', 'HEAD', 'POST']) {
        const response = await site.site.app.request(`${site.origin}${path}`, { method });
        expect([200, 204, 301, 303, 400, 403, 404, 405, 414], method).toContain(response.status);
        expect(response.headers.get('content-security-policy'), method).toContain("default-src 'none'");
        const to = response.headers.get('location');
        if (to !== null) expect(to).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
        const text = await response.text();
        if (method === 'HEAD') expect(text).toBe('');
        else if (response.headers.get('content-type')?.startsWith('text/html'))
          expect(parsePage(text).faults).toEqual([]);
      }
    },
  );

  test('a last slash leads to the page without it, with what was asked', async () => {
    for (const [path, to] of [
      ['/films/', '/films'],
      ['/film/heat-1995/?a=b', '/film/heat-1995?a=b'],
      ['/about///', '/about'],
    ] as const) {
      const response = await site.get(path);
      expect([response.status, response.headers.get('location')]).toEqual([301, to]);
    }
  });
});

describe('a method that an address does not answer', () => {
  const known = [...new Set([...GETS, ...CHANGES].map((route) => route.path))];

  test.each(known)('%s', async (path) => {
    const at = pathIn(world, path);
    const methods = new Set(
      [...GETS, ...CHANGES].filter((one) => one.path === path).map((one) => one.method),
    );
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'FOO']) {
      if (methods.has(method as 'GET')) continue;
      const response = await site.site.app.request(`${site.origin}${at}`, { method });
      expect(response.status, method).toBe(405);
      const allow = (response.headers.get('allow') ?? '').split(', ');
      expect(new Set(allow)).toEqual(
        new Set([...methods, ...(methods.has('GET') ? ['HEAD'] : []), 'OPTIONS']),
      );
      expect(parsePage(await response.text()).faults).toEqual([]);
    }
    const options = await site.site.app.request(`${site.origin}${at}`, { method: 'OPTIONS' });
    expect(options.status).toBe(204);
    expect(options.headers.get('allow')).toContain('OPTIONS');
    expect(options.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('HEAD is answered as GET is, without the page', async () => {
    for (const { path } of GETS.filter((route) => !route.oneTime)) {
      const at = `${site.origin}${pathIn(world, path)}`;
      const [get, head] = await Promise.all(
        ['GET', 'HEAD'].map((method) => site.site.app.request(at, { method })),
      );
      expect(head?.status, path).toBe(get?.status);
      expect(head?.headers.get('content-type'), path).toBe(get?.headers.get('content-type'));
      expect(await head?.text(), path).toBe('');
    }
  });
});

describe('what comes over the line', () => {
  let serving: Serving;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const fresh = await freshDatabase('sqlite');
    drop = fresh.drop;
    serving = await serve(
      readConfig({ data: fresh.folder, database: fresh.database, port: '0' }, { LOG_LEVEL: 'silent' }),
      { print: () => undefined },
    );
  });
  afterAll(async () => {
    await serving.stop();
    await drop();
  });

  /** Sends bytes as they are, and answers the first line that comes back. */
  function say(bytes: string): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(Number(new URL(serving.url).port), '127.0.0.1', () =>
        socket.end(bytes, 'latin1'),
      );
      let heard = '';
      socket.setEncoding('latin1');
      socket.on('data', (chunk) => {
        heard += chunk;
      });
      socket.on('close', () => resolve(heard.split('\r\n')[0] ?? ''));
      socket.on('error', () => resolve('closed'));
    });
  }

  const host = 'Host: localhost\r\nConnection: close\r\n';
  test.each([
    ['TRACE', `TRACE / HTTP/1.1\r\n${host}\r\n`, /40[05]|501/],
    ['CONNECT', `CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n`, /^$|closed|40\d|501/],
    ['a method nobody knows', `FOO / HTTP/1.1\r\n${host}\r\n`, /40[05]|501/],
    ['an absolute address', `GET http://evil.example/films HTTP/1.1\r\n${host}\r\n`, /200|40\d/],
    ['a star', `OPTIONS * HTTP/1.1\r\n${host}\r\n`, /20[04]|40\d/],
    ['no slash', `GET films HTTP/1.1\r\n${host}\r\n`, /40\d/],
    ['two slashes', `GET //evil.example/ HTTP/1.1\r\n${host}\r\n`, /301|40\d/],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', /400/],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b/<c>\r\nConnection: close\r\n\r\n', /40\d/],
    [
      'two hosts',
      'GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
      /200|40\d/,
    ],
    ['bytes above ASCII', `GET /film/\xe4\xff HTTP/1.1\r\n${host}\r\n`, /40\d/],
    ['a NUL', `GET /film/\0 HTTP/1.1\r\n${host}\r\n`, /40\d/],
    ['a space', `GET /film/a b HTTP/1.1\r\n${host}\r\n`, /40\d/],
    ['a very long address', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`, /414|431/],
    ['very many headers', `GET / HTTP/1.1\r\n${host}${'X-A: b\r\n'.repeat(5000)}\r\n`, /200|431/],
    [
      'a body of two lengths',
      `POST /sign-in HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      /40\d/,
    ],
    ['a length below nothing', `POST /sign-in HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`, /40\d/],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', /400|closed|^$/],
  ])('%s', async (_, bytes, status) => {
    expect(await say(bytes)).toMatch(status);
    expect(await say(`GET /healthz HTTP/1.1\r\n${host}\r\n`)).toContain('200');
  });
});
