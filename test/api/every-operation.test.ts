import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Operation } from '../../src/api/operation.ts';
import { OPERATIONS } from '../../src/api/operations.ts';
import { openTestSite, type TestSite } from '../app/site.ts';
import { type Asking, type Documented, somewhere } from './contract.ts';
import { type ApiWorld, asked, openWorld } from './world.ts';

/** Of somebody's own, by whom alone each is asked; else the owner asks. */
const THEIRS = /^(?:(?:replace|delete|restore)Entry|setEntry\w+|\w+List(?:Film)?s?)$/;

let site: TestSite;
let world: ApiWorld;

beforeAll(async () => {
  site = await openTestSite();
  world = await openWorld(site);
});
afterAll(() => site.close());

const documented = (one: Operation) => world.api.operations.get(one.id) as Documented;
const asking = (one: Operation): Asking => {
  const { member, other, owner } = world.tokens;
  const token = one.id === 'endToken' ? other : THEIRS.test(one.id) ? member : owner;
  return { ...asked(world, documented(one)), headers: {}, token };
};
const withHeader = (one: Operation, name: string, value: string): Asking => ({
  ...asking(one),
  headers: { [name]: value },
});
const changing = OPERATIONS.filter(({ method }) => /^(?:PUT|PATCH|DELETE)$/.test(method));
const reading = OPERATIONS.filter(({ method }) => method === 'GET');
const making = OPERATIONS.filter(({ method }) => method === 'POST');

/** The address of an operation in this world. */
function addressOf(one: Operation): string {
  const { params = {}, query = {} } = asking(one);
  const path = one.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const said = new URLSearchParams(query as Record<string, string>);
  return `${site.origin}/api/v1${path}${said.size > 0 ? `?${said}` : ''}`;
}

async function send(address: string, method: string, headers: Record<string, string> = {}) {
  const incoming = { socket: { remoteAddress: somewhere() } };
  return site.site.app.request(address, { method, headers }, { incoming } as never);
}

test('a change that goes by another state of the thing is refused, whatever it is', async () => {
  const wrong: string[] = [];
  for (const one of changing) {
    const { status } = await world.api.ask(one.id, withHeader(one, 'if-match', '"another"'));
    if (status !== 412) wrong.push(`${one.id}: ${status}`);
  }
  expect(wrong).toEqual([]);
});

test('where a whole thing is replaced, what was read has to be said', async () => {
  const must = changing.filter(({ match }) => match?.must);
  for (const one of must) await world.api.ask(one.id, { ...asking(one), status: 428 });
  expect(must.map(({ id }) => id)).toEqual(
    changing
      .filter(({ id, method }) => method === 'PUT' && /^replace(?!ListFilms|Profile)/.test(id))
      .map(({ id }) => id),
  );
});

test('what is read is told by its tag: a 304 without a body, and a HEAD like a GET', async () => {
  for (const one of reading) {
    const got = await world.api.ask(one.id, asking(one));
    if (got.status !== 200) continue;
    const etag = got.headers.get('etag') ?? '';
    await world.api.ask(one.id, { ...withHeader(one, 'if-none-match', `"other", W/${etag}`), status: 304 });
    const head = await send(addressOf(one), 'HEAD', { authorization: `Bearer ${asking(one).token}` });
    expect([head.status, head.headers.get('etag'), await head.text()], one.id).toEqual([200, etag, '']);
    expect(Number(head.headers.get('content-length')), one.id).toBeGreaterThan(1);
  }
});

test('each address says what may be asked of it, and refuses all else', async () => {
  for (const one of new Map(OPERATIONS.map((each) => [each.path, each])).values()) {
    const options = await send(addressOf(one), 'OPTIONS');
    expect([options.status, await options.text()], one.path).toEqual([204, '']);
    const allow = options.headers.get('allow') ?? '';
    expect(options.headers.get('access-control-allow-methods'), one.path).toBe(allow);
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'QUERY']) {
      if (allow.split(', ').includes(method)) continue;
      const refused = await send(addressOf(one), method);
      expect([refused.status, refused.headers.get('allow')], `${method} ${one.path}`).toEqual([405, allow]);
      expect(refused.headers.get('content-type'), one.path).toBe('application/problem+json');
    }
  }
});

test('what is sent twice under one key is carried out once', async () => {
  let replayed = 0;
  for (const one of making) {
    await world.api.ask(one.id, { ...withHeader(one, 'idempotency-key', 'a key'), status: 400 });
    const first = await world.api.ask(one.id, withHeader(one, 'idempotency-key', `of-${one.id}`));
    const again = await world.api.ask(one.id, withHeader(one, 'idempotency-key', `of-${one.id}`));
    expect(again.status, one.id).toBe(first.status);
    const made = first.status < 300;
    expect(again.headers.get('idempotent-replayed'), one.id).toBe(made ? 'true' : null);
    if (!made) continue;
    replayed += 1;
    expect([again.body, again.headers.get('location')], one.id).toEqual([
      first.body,
      first.headers.get('location'),
    ]);
  }
  expect(replayed).toBeGreaterThan(15);
});

test('a change that goes by the present state is carried out, and its answer bears the next', async () => {
  const wrong: string[] = [];
  // A film keeps its id, whatever its address becomes; what is inside a thing is taken away before the thing.
  const { body } = await world.api.ask('getFilm', { params: world.params, status: 200 });
  world.params.film = String(body.id);
  const taken = changing.filter(({ method }) => method === 'DELETE');
  taken.sort((a, b) => b.path.split('/').length - a.path.split('/').length);
  const order = [...changing.filter(({ method }) => method !== 'DELETE'), ...taken];
  for (const one of order) {
    const of = one.match?.of as Operation;
    const { params = {}, token = null } = asking(one);
    const present = () => world.api.ask(of.id, { ...asking(of), params, token });
    const before = await present();
    const tag = before.headers.get('etag');
    if (tag === null) wrong.push(`${one.id}: ${of.id} answers ${before.status}`);
    const after = await world.api.ask(one.id, withHeader(one, 'if-match', tag ?? ''));
    if (![200, 204, 404, 409].includes(after.status))
      wrong.push(`${one.id}: ${after.status} ${JSON.stringify(after.body)}`);
    if (after.status !== 200) continue;
    const now = await present();
    if (now.status === 200 && now.headers.get('etag') !== after.headers.get('etag'))
      wrong.push(`${one.id}: bears another tag than ${of.id}`);
  }
  expect(wrong).toEqual([]);
});
