import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeOnBothEngines } from '../engines/store.ts';
import { openTestSite, type TestSite } from './site.ts';

const OWNER = {
  site: 'The Regent',
  name: 'Ottoline Varga',
  username: 'ottoline',
  email: 'ottoline@example.org',
  password: 'one lamp in the whole room',
};

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

describeOnBothEngines('first run', (engine) => {
  let site: TestSite;
  beforeEach(async () => {
    site = await openTestSite({ engine });
  });
  afterEach(() => site.close());

  test('a site without an owner greets with three doors', async () => {
    const text = await (await site.get('/')).text();
    expect(text).toContain('href="/setup"');
    expect(text).toContain('href="/import"');
    expect(text).toContain('action="/setup/demonstration"');
    expect(text).toContain('reached from this machine only');
    expect(text).toContain('href="/put-it-online"');
    expect((await site.get('/put-it-online')).status).toBe(200);
  });

  test('first run means no owner, not no films: every other page works', async () => {
    for (const path of ['/films', '/about', '/sign-in', '/sign-up'])
      expect((await site.get(path)).status, path).toBe(200);
    expect((await site.post('/setup/demonstration', {})).headers.get('location')).toBe('/films');
    const greeting = await (await site.get('/')).text();
    expect(greeting).toContain('href="/setup"');
    expect(greeting).not.toContain('action="/setup/demonstration"');
    expect(await (await site.get('/films')).text()).toContain('Tokyo Story');
    expect((await site.get('/film/tokyo-story-1953')).status).toBe(200);
  });

  test('the owner names the site, is signed in, and the greeting and the code are gone', async () => {
    await site.site.setupCode();
    const response = await site.post('/setup', OWNER);
    expect(response.status).toBe(303);
    const cookie = cookieOf(response);
    expect(await (await site.get('/admin', { cookie })).text()).toContain('The desk');
    const home = await (await site.get('/')).text();
    expect(home).toContain('<title>The Regent</title>');
    expect(home).not.toContain('href="/setup"');
    expect(await site.site.setupCode()).toBeNull();
    expect(await site.site.store.reader.site.secret('setup-code')).toBeNull();
    expect((await site.post('/setup', { ...OWNER, username: 'second', email: 'b@example.org' })).status).toBe(
      409,
    );
  });

  test('of two who come at once one is the owner', async () => {
    const asked = ['ann', 'bob', 'cat'].map((username) =>
      site.post('/setup', { ...OWNER, username, email: `${username}@example.org` }),
    );
    const answers = (await Promise.all(asked)).map((response) => response.status);
    expect(answers.filter((status) => status === 303)).toHaveLength(1);
    expect(answers.filter((status) => status === 409)).toHaveLength(2);
    const members = await site.site.store.reader.members.list();
    expect(members.map((member) => member.role)).toEqual(['owner']);
  });

  test('what is wrong is said at its field, and nothing typed is lost but the password', async () => {
    const response = await site.post('/setup', {
      ...OWNER,
      site: ' ',
      username: 'Not A Name',
      email: 'none',
      password: 'short',
    });
    expect(response.status).toBe(400);
    const text = await response.text();
    for (const name of ['site', 'username', 'email', 'password'])
      expect(text).toMatch(new RegExp(`id="${name}"[^>]*aria-invalid="true"`));
    expect(text).toContain('value="Ottoline Varga"');
    expect(text).not.toContain('short');
    expect(await site.site.store.reader.members.list()).toEqual([]);
  });
});

describe('taking a fresh public site', () => {
  let site: TestSite;
  const open = async (environment: Record<string, string> = {}) => {
    site = await openTestSite({ environment });
  };
  afterEach(() => site.close());

  const outside: [string, Parameters<TestSite['post']>[2], Record<string, string>][] = [
    ['from another machine', { from: '203.0.113.9' }, {}],
    ['through a proxy', { headers: { 'x-forwarded-for': '203.0.113.9' } }, {}],
    ['through a proxy that says Forwarded', { headers: { forwarded: 'for=203.0.113.9' } }, {}],
    ['through a proxy that says only its own name', { headers: { via: '1.1 proxy' } }, {}],
    [
      'through a proxy that says nothing, on a site with an address',
      {},
      { HOUSELIGHTS_URL: 'https://f.example' },
    ],
  ];
  test.each(outside)('%s needs the code', async (_, how, environment) => {
    await open(environment);
    const code = (await site.site.setupCode()) ?? '';
    expect(await (await site.get('/setup', how)).text()).toContain('name="code"');
    for (const wrong of ['', 'x', code.slice(1), `${code}0`]) {
      const refused = await site.post('/setup', { ...OWNER, code: wrong }, how);
      expect(refused.status, wrong).toBe(403);
    }
    expect(await site.site.store.reader.members.list()).toEqual([]);
    expect((await site.post('/setup', { ...OWNER, code: ` ${code.toUpperCase()} ` }, how)).status).toBe(303);
  });

  test('the demonstration needs it too', async () => {
    await open();
    const stranger = { from: '203.0.113.9' };
    const refused = await site.post('/setup/demonstration', {}, stranger);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('name="code"');
    expect(await site.site.store.reader.films.count()).toBe(0);
    const code = (await site.site.setupCode()) ?? '';
    expect((await site.post('/setup/demonstration', { code }, stranger)).status).toBe(303);
    expect(await site.site.store.reader.films.count()).toBeGreaterThan(0);
  });

  test('a code cannot be guessed in a row', async () => {
    await open();
    const statuses: number[] = [];
    for (let guess = 0; guess < 12; guess += 1)
      statuses.push(
        (await site.post('/setup', { ...OWNER, code: `${guess}` }, { from: '198.51.100.7' })).status,
      );
    expect(statuses.at(-1)).toBe(429);
  });

  test('no code is on any page', async () => {
    await open();
    const code = (await site.site.setupCode()) ?? 'none';
    for (const path of ['/', '/setup', '/import'])
      expect(await (await site.get(path, { from: '203.0.113.9' })).text()).not.toContain(code);
  });
});
