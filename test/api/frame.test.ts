import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { questionsOf } from '../app/queries.ts';
import { openTestSite, type TestSite } from '../app/site.ts';
import { addFilm, formOf } from '../app/writing.ts';
import { type Contract, openContract, somebody, somewhere, tokenOf } from './contract.ts';

let site: TestSite;
let api: Contract;
let member: Awaited<ReturnType<TestSite['signedIn']>>;
let token: string;
let film = '';

beforeAll(async () => {
  site = await openTestSite();
  api = await openContract(site);
  member = await site.signedIn('a_member');
  token = await tokenOf(site, member);
  await addFilm(site, 'boat-1954', 'Boat', 1954);
  film = 'boat-1954';
});
afterAll(() => site.close());

const said = (text: string) => ({ params: { film }, body: { text }, token });
const entries = async () =>
  (await site.site.store.engine.read.selectFrom('entries').select('id').execute()).length;

describe('a refusal', () => {
  test('is a problem, by its name, in the reader’s language, and leads to where it is explained', async () => {
    const asking = { params: { film: 'none' }, status: 404 };
    const english = await api.ask('getFilm', asking);
    const german = await api.ask('getFilm', { ...asking, headers: { 'accept-language': 'de' } });
    expect(english.headers.get('content-type')).toBe('application/problem+json');
    expect(english.body).toMatchObject({ name: 'not-found', code: 'film', status: 404 });
    expect(german.body.title).not.toBe(english.body.title);
    const guide = await (await site.get('/api')).text();
    expect(guide).toContain(`id="${String(english.body.type).split('#')[1]}"`);
  });

  test('of a token says how to ask', async () => {
    for (const wrong of ['hl_none', 'none', `${token}x`, ''] as const) {
      const headers = { authorization: `Bearer ${wrong}` };
      const answer = await api.ask('getMe', { headers, status: 401 });
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
    }
    await api.ask('getFilm', { params: { film }, token: 'hl_none', status: 401 });
    await api.ask('getMe', { headers: { authorization: `Basic ${token}` }, status: 401 });
    await api.ask('getMe', { headers: { authorization: `bearer ${token}` }, status: 200 });
  });

  test('says what is wrong where', async () => {
    const body = { rating: 11, viewed: 'soon', tagz: [] };
    const answer = await api.ask<{ errors: { at: string }[] }>('addEntry', {
      ...{ params: { film }, body, token, status: 422 },
    });
    expect(answer.body.errors.map(({ at }) => at).sort()).toEqual(['', '/rating', '/viewed']);
    await api.ask('addEntry', { params: { film }, body: {}, token, status: 422 });
    await api.ask('addEntry', { params: { film }, body: { viewed: '2026-12-30' }, token, status: 422 });
  });

  test('for what nobody could have asked is none of a page’s', async () => {
    const wrong = await site.post('/api/v1/site', {});
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, PUT, OPTIONS']);
    const none = await site.get('/api/v1/films%00');
    expect([none.status, none.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect((await site.post('/api/openapi.json', {})).status).toBe(405);
  });
});

describe('an answer', () => {
  test('that a reader has is not made again: one question, and no body', async () => {
    const first = await api.ask('listFilms', { status: 200 });
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    const questions = await questionsOf(async () => {
      await api.ask('listFilms', { headers, status: 304 });
    });
    expect(questions).toHaveLength(1);
    await api.ask('addEntry', said('A boat that sails on.'));
    const after = await api.ask('listFilms', { headers, status: 200 });
    expect(after.headers.get('etag')).not.toBe(headers['if-none-match']);
    await api.ask('listFilms', {
      headers: { 'if-none-match': `W/${after.headers.get('etag')}` },
      status: 304,
    });
    const file = await site.get('/api/openapi.json');
    const known = { headers: { 'if-none-match': file.headers.get('etag') ?? '' } };
    expect((await site.get('/api/openapi.json', known)).status).toBe(304);
    const own = await api.ask('getMe', { token, status: 200 });
    await api.ask('getMe', {
      token,
      headers: { 'if-none-match': own.headers.get('etag') ?? '' },
      status: 304,
    });
  });

  test('to somebody is kept for nobody else', async () => {
    const draft = { ...said('Only mine.'), body: { text: 'Only mine.', visibility: 'me' } };
    await api.ask('addEntry', draft);
    const read = async (who?: string) =>
      JSON.stringify((await api.ask('listFilmEntries', { params: { film }, token: who ?? null })).body);
    expect(await read(token)).toContain('Only mine.');
    expect(await read()).not.toContain('Only mine.');
    const answer = await api.ask('listFilmEntries', { params: { film }, token });
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect(answer.headers.get('vary')).toBe('Authorization');
  });

  test('comes to a HEAD without its body', async () => {
    const at = `${site.origin}/api/v1/films/${film}`;
    const head = await site.site.app.request(at, { method: 'HEAD' });
    const got = await site.get(`/api/v1/films/${film}`);
    expect(await head.text()).toBe('');
    expect([head.status, head.headers.get('etag')]).toEqual([200, got.headers.get('etag')]);
  });

  test('in pages leads on by its cursor and its Link, past the last one and no further', async () => {
    for (let n = 0; n < 70; n += 1) await addFilm(site, `film-${n}`, `Film ${n}`, 1900 + n);
    const seen: string[] = [];
    let path: string | undefined = '/api/v1/films?sort=year';
    for (let pages = 0; path !== undefined && pages < 5; pages += 1) {
      const answer: Response = await site.get(path, { from: somewhere() });
      const { items, next } = (await answer.json()) as { items: { slug: string }[]; next: string | null };
      seen.push(...items.map(({ slug }) => slug));
      path = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
      expect(path === undefined).toBe(next === null);
    }
    expect(seen).toHaveLength(71);
    expect(new Set(seen).size).toBe(71);
  });

  test('for a page elsewhere needs no cookie, and takes none', async () => {
    const origin = 'https://elsewhere.example';
    const preflight = await site.site.app.request(`${site.origin}/api/v1/films/${film}/entries`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    const answer = await api.ask('listFilms', { headers: { origin }, cookie: member.cookie });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
    expect(answer.headers.has('set-cookie')).toBe(false);
  });

  test('to a page elsewhere changes nothing without a token', async () => {
    const made = await api.ask<{ id: string }>('addEntry', said('Pointed at.'));
    const report = { params: { entry: made.body.id }, body: { reason: 'other' }, status: 403 };
    await api.ask('reportEntry', { ...report, headers: { origin: 'https://elsewhere.example' } });
    await api.ask('reportEntry', { ...report, headers: { 'sec-fetch-site': 'cross-site' } });
  });
});

describe('what nobody has settled', () => {
  test('is not settled by saying something else', async () => {
    const made = await api.ask<{ id: string }>('addEntry', said('From elsewhere.'));
    const at = { params: { entry: made.body.id }, token };
    const { transact } = site.site.store;
    await transact((writer) => writer.entries.setSpoiler(made.body.id, 'unknown', site.clock.now));
    const replaced = async (body: object) => {
      const { headers } = await api.ask('getEntry', at);
      const tags = { 'if-match': headers.get('etag') ?? '' };
      return (await api.ask('replaceEntry', { ...at, body, headers: tags })).body.spoiler;
    };
    expect(await replaced({ text: 'From elsewhere, mended.' })).toBe('unknown');
    expect(await replaced({ text: 'From elsewhere, mended.', spoiler: false })).toBe('no');
  });
});

describe('what is left of a limit', () => {
  test('stands in every answer, and past it one waits', async () => {
    const from = '10.99.0.1';
    const first = await api.ask('search', { query: { q: 'boat' }, from });
    expect(first.headers.get('ratelimit-policy')).toBe('"search";q=30;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"search";r=29;t=\d+$/);
    for (let n = 1; n < 30; n += 1) await api.ask('search', { query: { q: 'boat' }, from });
    const over = await api.ask('search', { query: { q: 'boat' }, from, status: 429 });
    expect(over.headers.get('ratelimit')).toMatch(/r=0;/);
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    // The page counts with it: the API is no way around.
    expect((await site.get('/search?q=boat', { from })).status).toBe(429);
  });

  test('is counted for a member wherever they come from', async () => {
    const left = async (who: string | null) => {
      const { headers } = await api.ask('getFilm', { params: { film }, token: who, from: somewhere() });
      return Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
    };
    const before = await left(token);
    expect(await left(token)).toBe(before - 1);
    expect(await left(null)).toBe(599);
  });
});

describe('a request with a key', () => {
  const keyed = (key: string, text: string) => ({ ...said(text), headers: { 'idempotency-key': key } });

  test('is carried out once, and answered alike', async () => {
    const before = await entries();
    const first = await api.ask('addEntry', keyed('one', 'Said with a key.'));
    const again = await api.ask('addEntry', keyed('one', 'Said with a key.'));
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect([first, again].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
    expect(await entries()).toBe(before + 1);
  });

  test('is refused where the same key asks for something else, and free again after a day', async () => {
    await api.ask('addEntry', keyed('two', 'First.'));
    await api.ask('addEntry', { ...keyed('two', 'Second.'), status: 422 });
    const other = await somebody(site, 'somebody');
    await api.ask('addEntry', { ...keyed('two', 'Second.'), token: await tokenOf(site, other) });
    site.clock.now += 86_400_001;
    const later = await api.ask('addEntry', keyed('two', 'Second.'));
    expect(later.headers.has('idempotent-replayed')).toBe(false);
  });

  test('sent many times at once is carried out once', async () => {
    const before = await entries();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => api.ask('addEntry', { ...keyed('three', 'At once.'), status: 'any' })),
    );
    expect(all.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    expect(all.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(await entries()).toBe(before + 1);
  });

  test('whose answer was lost on the way is not carried out again', async () => {
    const { transact } = site.site.store;
    await api.ask('addEntry', keyed('four', 'Lost.'));
    const before = await entries();
    await transact((writer) => writer.idempotency.written(member.memberId, 'four'));
    const again = await api.ask('addEntry', { ...keyed('four', 'Lost.'), status: 409 });
    expect(again.body).toMatchObject({ name: 'in-flight', code: 'answer-lost' });
    expect(await entries()).toBe(before);
  });

  test('that was refused may be mended and sent again under it', async () => {
    await api.ask('addEntry', { ...keyed('five', ''), status: 422 });
    await api.ask('addEntry', keyed('five', 'Mended.'));
    await api.ask('addEntry', { ...keyed('a key with\tspace', 'x'), status: 400 });
  });

  test('is forgotten with the day', async () => {
    site.clock.now += 2 * 86_400_000;
    await site.site.store.transact((writer) => writer.idempotency.sweep(site.clock.now - 86_400_000));
    expect(await site.site.store.reader.idempotency.get(member.memberId, 'one')).toBeNull();
  });
});

describe('a token', () => {
  const page = '/settings/tokens';

  test('is made on a page, shown once, and kept as nothing but a hash', async () => {
    const ask = { cookie: member.cookie };
    const made = await site.post(page, { name: 'My diary', scope: ['write'] }, ask);
    const [shown = ''] = /hl_[\w-]{43}/.exec(await made.text()) ?? [];
    expect(shown).not.toBe('');
    expect(await (await site.get(page, ask)).text()).not.toContain(shown);
    const rows = await site.site.store.engine.read.selectFrom('api_tokens').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(shown);
    const me = await api.ask<{ token: { scopes: string[] } }>('getMe', { token: shown });
    expect(me.body.token.scopes).toEqual(['read', 'write']);
    await site.site.work.settled();
    expect(await (await site.get(page, ask)).text()).toContain('last used on');
  });

  test('needs a name, and takes no scope beyond its owner', async () => {
    const ask = { cookie: member.cookie };
    expect((await site.post(page, { name: ' ' }, ask)).status).toBe(400);
    expect((await site.post(page, { name: 'x', scope: 'admin' }, ask)).status).toBe(400);
    expect((await site.get(page)).status).toBe(303);
  });

  test('ends when it is revoked, and by nobody else', async () => {
    const shown = await tokenOf(site, member);
    const [newest] = await site.site.store.reader.tokens.of(member.memberId);
    const stranger = await site.signedIn('stranger');
    const at = `${page}/${newest?.id}`;
    expect((await site.post(at, {}, { cookie: stranger.cookie })).status).toBe(404);
    await api.ask('getMe', { token: shown });
    expect((await site.post(at, {}, { cookie: member.cookie })).status).toBe(303);
    await api.ask('getMe', { token: shown, status: 401 });
  });

  test('of somebody who is a curator no more curates no more', async () => {
    const curator = await somebody(site, 'curated', 'curator');
    const shown = await tokenOf(site, curator);
    await api.ask('listFacts', { params: { film }, token: shown });
    await site.site.store.transact((writer) => writer.members.setRole(curator.memberId, 'member'));
    await api.ask('listFacts', { params: { film }, token: shown, status: 403 });
  });

  test('outlives another password, unless its owner says otherwise', async () => {
    const careful = await site.signedIn('careful');
    const change = async (
      current: string,
      password: string,
      more: Record<string, string>,
      cookie: string,
    ) => {
      const answer = await site.post(
        '/settings/password',
        { current, password, ...more },
        { cookie, from: somewhere() },
      );
      expect(answer.status).toBe(303);
      return answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
    };
    const shown = await tokenOf(site, careful);
    const form = formOf(await (await site.get('/settings', careful)).text(), '/settings/password');
    expect(form).not.toHaveProperty('tokens');
    const [first, second, third] = ['a long enough password', 'quite another password', 'a third password'];
    const cookie = await change(first, second, {}, careful.cookie);
    await api.ask('getMe', { token: shown });
    await change(second, third, { tokens: '1' }, cookie);
    await api.ask('getMe', { token: shown, status: 401 });
  });

  test('of somebody who is no member any more is none', async () => {
    const leaving = await somebody(site, 'leaving');
    const shown = await tokenOf(site, leaving);
    await site.site.store.engine.write.deleteFrom('members').where('id', '=', leaving.memberId).execute();
    await api.ask('getMe', { token: shown, status: 401 });
  });
});
