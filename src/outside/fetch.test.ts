import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Fetch, type FetchParts, openFetch } from './fetch.ts';

const AGENT = 'Houselights/0 (+https://films.example.org)';

let server: Server;
let origin: string;
let asked: IncomingMessage[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let opened: Fetch[];
beforeEach(async () => {
  asked = [];
  opened = [];
  server = createServer((request, response) => {
    asked.push(request);
    response.on('error', () => undefined);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const fetch of opened) fetch.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
const open = (parts: Partial<FetchParts> = {}) => {
  const fetch = openFetch({ agent: AGENT, pause: 0, loopback: [origin], ...parts });
  opened.push(fetch);
  return fetch;
};

test('says who asks, and answers status, headers and body', async () => {
  answer = (_, response) => response.writeHead(404, { 'x-one': '1' }).end('nothing here');
  const got = await open().get(`${origin}/a?b=c`, { headers: { accept: 'application/json' } });
  expect(got).toMatchObject({ url: `${origin}/a?b=c`, status: 404, until: null });
  expect([got.headers['x-one'], String(got.body)]).toEqual(['1', 'nothing here']);
  expect(asked[0]?.headers).toMatchObject({ 'user-agent': AGENT, accept: 'application/json' });
});

test('unpacks what is packed', async () => {
  answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('words'));
  expect(String((await open().get(origin)).body)).toBe('words');
});

test('a body without an end is broken off at the limit', async () => {
  const closed = new Promise((resolve) => {
    answer = (_, response) => {
      response.on('close', () => resolve('closed'));
      const piece = Buffer.alloc(65_536, 'x');
      const more = () => {
        while (!response.destroyed && response.write(piece));
        response.once('drain', more);
      };
      more();
    };
  });
  await expect(open().get(origin)).rejects.toMatchObject({ kind: 'too-large' });
  expect(await closed).toBe('closed');
});

test('a body that says it is too large is not read', async () => {
  answer = (_, response) => response.writeHead(200, { 'content-length': 1e9 }).write('x');
  await expect(open().get(origin)).rejects.toMatchObject({ kind: 'too-large' });
});

test('a small body that unpacks to a large one is broken off', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  expect(bomb.length).toBeLessThan(100_000);
  answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
  await expect(open().get(origin)).rejects.toMatchObject({ kind: 'too-large' });
});

test.each([
  ['packed as nobody asked', { 'content-encoding': 'zstd' }, 'x'],
  ['packed twice', { 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync('x'))],
  ['said to be packed and is not', { 'content-encoding': 'gzip' }, 'plain words'],
  ['packed and cut off', { 'content-encoding': 'gzip' }, gzipSync('many words').subarray(0, 20)],
])('a body that is %s is no answer', async (_, headers, body) => {
  answer = (_request, response) => response.writeHead(200, headers).end(body);
  await expect(open().get(origin)).rejects.toMatchObject({ kind: 'bad-answer' });
});

test('a byte now and then does not hold us up', async () => {
  answer = (_, response) => {
    const dripping = setInterval(() => response.write('x'), 10);
    response.on('close', () => clearInterval(dripping));
  };
  await expect(open({ within: 80 }).get(origin)).rejects.toMatchObject({ kind: 'too-slow' });
});

test('nor does no answer at all, nor a name that is never found', async () => {
  answer = () => undefined;
  await expect(open({ within: 50 }).get(origin)).rejects.toMatchObject({ kind: 'too-slow' });
  const lost = open({ within: 50, lookUp: () => new Promise(() => undefined) });
  await expect(lost.get('https://films.example.org/')).rejects.toMatchObject({ kind: 'too-slow' });
});

test('the time is one for all redirects together', async () => {
  answer = (_, response) => setTimeout(() => response.writeHead(302, { location: '/again' }).end(), 60);
  await expect(open({ within: 100 }).get(origin)).rejects.toMatchObject({ kind: 'too-slow' });
});

test('headers without an end, and what is no HTTP, are no answer', async () => {
  for (const said of [`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(9_000)}`, 'SSH-2.0-OpenSSH_9.9\r\n\r\n']) {
    const other = createSocketServer((socket) =>
      socket
        .on('error', () => undefined)
        .resume()
        .end(said),
    );
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const at = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    await expect(open({ loopback: [at] }).get(at)).rejects.toMatchObject({ kind: 'bad-answer' });
    await new Promise((resolve) => other.close(resolve));
  }
});

test('three redirects are followed and no fourth', async () => {
  answer = (request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) response.end('there');
    else response.writeHead(307, { location: `/${left - 1}` }).end();
  };
  expect(await open().get(`${origin}/3`)).toMatchObject({ url: `${origin}/0`, status: 200 });
  await expect(open().get(`${origin}/4`)).rejects.toMatchObject({ kind: 'too-many-redirects' });
  expect(asked).toHaveLength(4 + 4);
});

test('what is sent to one host is not sent on to another', async () => {
  const other = createServer((request, response) => {
    asked.push(request);
    response.end('there');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const at = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  answer = (_, response) => response.writeHead(302, { location: `${at}/x` }).end();
  const fetch = open({ loopback: [origin, at] });
  expect(await fetch.get(origin, { headers: { authorization: 'Bearer key' } })).toMatchObject({
    status: 200,
  });
  expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer key', undefined]);
  await new Promise((resolve) => other.close(resolve));
});

test('a host is asked one thing at a time', async () => {
  let [at, most] = [0, 0];
  answer = (_, response) => {
    at += 1;
    most = Math.max(most, at);
    setTimeout(() => {
      at -= 1;
      response.end();
    }, 5);
  };
  const fetch = open();
  await Promise.all(Array.from({ length: 5 }, () => fetch.get(origin)));
  expect([asked.length, most]).toEqual([5, 1]);
});

test('a host that asks for a rest has it, and is asked again afterwards', async () => {
  let now = Date.UTC(2026, 0, 1);
  answer = (_, response) => response.writeHead(429, { 'retry-after': '120' }).end();
  const fetch = open({ now: () => now });
  const until = now + 120_000;
  expect(await fetch.get(origin)).toMatchObject({ status: 429, until });
  await expect(fetch.get(origin)).rejects.toMatchObject({ kind: 'asked-to-wait', until });
  expect(asked).toHaveLength(1);
  now = until;
  answer = (_, response) =>
    response.writeHead(503, { 'retry-after': new Date(now + 5_000).toUTCString() }).end();
  expect(await fetch.get(origin)).toMatchObject({ status: 503, until: now + 5_000 });
  await expect(fetch.get(origin)).rejects.toMatchObject({ kind: 'asked-to-wait' });
});

test('stopping breaks off what is being fetched, and fetches nothing more', async () => {
  const fetch = open();
  answer = () => setTimeout(() => fetch.stop(), 5);
  await expect(fetch.get(origin)).rejects.toMatchObject({ kind: 'stopped' });
  await expect(fetch.get(origin)).rejects.toMatchObject({ kind: 'stopped' });
  expect(asked).toHaveLength(1);
});

test('a name nobody knows and a port nobody listens on are told apart', async () => {
  const nowhere = open({ lookUp: () => Promise.reject(new Error('ENOTFOUND')) });
  await expect(nowhere.get('https://films.example.org/')).rejects.toMatchObject({ kind: 'unknown-host' });
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const at = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  await new Promise((resolve) => other.close(resolve));
  await expect(open({ loopback: [at] }).get(at)).rejects.toMatchObject({ kind: 'unreachable' });
});
