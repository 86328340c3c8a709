import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeOnBothEngines } from '../engines/store.ts';
import { openTestSite, type TestSite } from './site.ts';

const ANN = {
  name: 'Ann Ó Súilleabháin',
  username: 'ann',
  email: 'ann@example.org',
  password: 'carbon arc lamp house',
};

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

const pathOf = (link = '') => {
  const { pathname, search } = new URL(link);
  return pathname + search;
};

describeOnBothEngines('signing up and in', (engine) => {
  let site: TestSite;
  let calls = 0;
  /** Each from an address of its own, so that no test waits for the limits of another. */
  const how = (more: object = {}) => ({ from: `10.0.${++calls >> 8}.${calls & 255}`, ...more });
  beforeEach(async () => {
    site = await openTestSite({ engine });
    await site.signedIn('the_owner', 'owner');
  });
  afterEach(() => site.close());

  test('who signs up is signed in, and has a page', async () => {
    const response = await site.post('/sign-up', { ...ANN, next: '/films?sort=title' }, how());
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/films?sort=title');
    const cookie = cookieOf(response);
    expect(await (await site.get('/films', { cookie })).text()).toContain('href="/@ann"');
    expect(await (await site.get('/@ann')).text()).toContain('Ann Ó Súilleabháin');
  });

  test('a username is given once, and never again after its owner left it', async () => {
    await site.post('/sign-up', ANN, how());
    const again = await site.post('/sign-up', { ...ANN, email: 'other@example.org', username: 'ANN' }, how());
    expect(again.status).toBe(400);
    expect(await again.text()).toMatch(/id="username"[^>]*aria-invalid="true"/);
    const { store } = site.site;
    const ann = await store.reader.members.byUsername('ann');
    await store.engine.transact(async (db) => {
      await db
        .insertInto('redirects')
        .values({ kind: 'member', slug: 'annie', target_id: ann?.id ?? '' })
        .execute();
    });
    const former = await site.post('/sign-up', { ...ANN, email: 'x@example.org', username: 'annie' }, how());
    expect(former.status).toBe(400);
    expect((await site.get('/@annie')).headers.get('location')).toBe('/@ann');
    expect((await site.get('/@Ann')).headers.get('location')).toBe('/@ann');
  });

  test('two who want one username at once: one has it, the other is asked for another and goes on', async () => {
    const people = ['one@example.org', 'two@example.org', 'three@example.org'];
    const answers = await Promise.all(
      people.map((email) => site.post('/sign-up', { ...ANN, email, username: 'wanted' }, how())),
    );
    expect(answers.filter((response) => response.status === 303)).toHaveLength(1);
    const loser = people[answers.findIndex((response) => response.status !== 303)] ?? '';
    const second = await site.post('/sign-up', { ...ANN, email: loser, username: 'wanted_2' }, how());
    expect(second.status).toBe(303);
  });

  test('an address is taken once, and its password is not told', async () => {
    await site.post('/sign-up', ANN, how());
    for (const password of [ANN.password, 'another long password']) {
      const again = await site.post('/sign-up', { ...ANN, username: 'ann2', password }, how());
      expect(again.status).toBe(400);
      expect(again.headers.getSetCookie()).toEqual([]);
      expect(await again.text()).toMatch(/id="email"[^>]*aria-invalid="true"/);
    }
  });

  test.each([
    ['no name', { name: ' \u200b ' }, 'name'],
    ['a name of 81 letters', { name: 'x'.repeat(81) }, 'name'],
    ['a username with a dash', { username: 'a-b' }, 'username'],
    ['a username like the site', { username: 'admin' }, 'username'],
    ['no address', { email: 'ann' }, 'email'],
    ['a header in the address', { email: 'a@b.example\r\nbcc: c@d.example' }, 'email'],
    ['a short password', { password: 'seven77' }, 'password'],
    ['the password that is guessed first', { password: 'password1' }, 'password'],
  ])('%s is refused at its field', async (_, change, field) => {
    const response = await site.post('/sign-up', { ...ANN, ...change }, how());
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
    expect(text).toMatch(/role="alert"/);
    expect(await site.site.store.reader.members.byUsername('ann')).toBeNull();
  });

  test('names cannot turn a page around', async () => {
    await site.post('/sign-up', { ...ANN, name: 'Ann\u202e\u2066 evil\u0007' }, how());
    expect((await site.site.store.reader.members.byUsername('ann'))?.name).toBe('Ann evil');
  });

  test('a house that is closed to newcomers says so and makes no account', async () => {
    await site.site.store.transact(async (writer) => {
      await writer.site.set({ settings: { newcomers: false } }, 1);
      await writer.versions.raise('site');
    });
    expect(await (await site.get('/sign-up')).text()).toContain('not taking new members');
    const response = await site.post('/sign-up', ANN, how());
    expect(response.status).toBe(403);
    expect(await site.site.accounts.byEmail(ANN.email)).toBeNull();
  });

  test('a wrong password is told like an unknown address', async () => {
    await site.post('/sign-up', ANN, how());
    const wrong = await site.post('/sign-in', { email: ANN.email, password: 'something else' }, how());
    const unknown = await site.post(
      '/sign-in',
      { email: 'no@example.org', password: 'something else' },
      how(),
    );
    expect([wrong.status, unknown.status]).toEqual([400, 400]);
    const plain = async (response: Response) => (await response.text()).replace(/value="[^"]*"/g, '');
    expect(await plain(wrong)).toBe(await plain(unknown));
  });

  test('signing in leads on to where one was, and nowhere else', async () => {
    await site.post('/sign-up', ANN, how());
    const { email, password } = ANN;
    for (const [next, to] of [
      ['/settings', '/settings'],
      ['//evil.example', '/'],
      ['/\\evil.example', '/'],
      ['https://evil.example', '/'],
      ['/.//evil.example', '/'],
    ]) {
      const response = await site.post('/sign-in', { email, password, next: next ?? '' }, how());
      expect(response.headers.get('location'), next).toBe(to);
    }
    const form = await (await site.get('/sign-in?next=%2F%2Fevil.example')).text();
    expect(form).not.toContain('evil');
  });

  test('signing out needs a form of ours and ends the session', async () => {
    const { cookie } = await site.signedIn('bob');
    expect((await site.get('/sign-out', { cookie })).status).toBe(405);
    expect((await site.get('/settings', { cookie })).status).toBe(200);
    expect((await site.post('/sign-out', {}, { cookie })).status).toBe(303);
    expect((await site.get('/settings', { cookie })).status).toBe(303);
  });

  test('a mailed link signs in once, by its button', async () => {
    await site.post('/sign-up', ANN, how());
    const asked = await site.post('/sign-in/link', { email: ' ANN@example.org ', next: '/settings' }, how());
    const stranger = await site.post('/sign-in/link', { email: 'nobody@example.org' }, how());
    expect([asked.status, stranger.status]).toEqual([200, 200]);
    const links = await site.mailedLinks();
    expect(links).toHaveLength(1);
    const path = pathOf(links[0]);
    for (const _ of [1, 2]) {
      const looked = await site.get(path);
      expect(looked.status).toBe(200);
      expect(looked.headers.getSetCookie()).toEqual([]);
    }
    const token = path.split('?')[0] ?? '';
    const opened = await site.post(token, { next: '/settings' }, how());
    expect(opened.headers.get('location')).toBe('/settings?saved=proven');
    expect((await site.get('/settings', { cookie: cookieOf(opened) })).status).toBe(200);
    const again = await site.post(token, {}, how());
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('/sign-in/link');
  });

  test('a link is good for fifteen minutes', async () => {
    await site.post('/sign-up', ANN, how());
    await site.post('/sign-in/link', { email: ANN.email }, how());
    const [link = ''] = await site.mailedLinks();
    site.clock.now += 16 * 60_000;
    expect((await site.post(pathOf(link), {}, how())).status).toBe(400);
  });

  test('who came by a mailed link sets a password without an old one; later it needs the one that is', async () => {
    await site.site.accounts.create({ email: 'cat@example.org', name: 'Cat', emailVerified: true });
    const byLink = async () => {
      await site.post('/sign-in/link', { email: 'cat@example.org', next: '/settings' }, how());
      const path = pathOf((await site.mailedLinks()).at(-1)).split('?')[0] ?? '';
      return cookieOf(await site.post(path, { next: '/settings' }, how()));
    };
    const set = (cookie: string, form: Record<string, string>) =>
      site.post('/settings/password', form, how({ cookie }));
    const settings = async (cookie: string) => (await site.get('/settings', { cookie })).text();

    let cookie = await byLink();
    expect(await settings(cookie)).not.toContain('name="current"');
    const short = await set(cookie, { password: 'short' });
    expect(short.status).toBe(400);
    expect(await short.text()).toMatch(/id="password"[^>]*aria-invalid="true"/);
    const first = await set(cookie, { password: 'a first long password' });
    expect(first.status).toBe(303);
    cookie = cookieOf(first);
    expect(await settings(cookie)).toContain('name="current"');
    expect((await set(cookie, { password: 'a second long password' })).status).toBe(400);
    const guessed = { password: 'a second long password', current: 'guessed one' };
    expect((await set(cookie, guessed)).status).toBe(400);
    const known = { password: 'a second long password', current: 'a first long password' };
    expect((await set(cookie, known)).status).toBe(303);
    const signed = { email: 'cat@example.org', password: 'a second long password' };
    expect((await site.post('/sign-in', signed, how())).status).toBe(303);

    // Who has forgotten it opens another link, and needs none.
    cookie = await byLink();
    const forgotten = await settings(cookie);
    expect(forgotten).not.toContain('name="current"');
    expect(forgotten).toContain('you need not know the password you have');
    expect((await set(cookie, { password: 'a third long password' })).status).toBe(303);
  });

  test('a link opened long ago sets no first password, and the page says how to go on', async () => {
    await site.site.accounts.create({ email: 'cat@example.org', name: 'Cat', emailVerified: true });
    await site.post('/sign-in/link', { email: 'cat@example.org' }, how());
    const cookie = cookieOf(await site.post(pathOf((await site.mailedLinks())[0]), {}, how()));
    site.clock.now += 16 * 60_000;
    const page = await (await site.get('/settings', { cookie })).text();
    expect(page).not.toContain('name="password"');
    expect(page).toContain('action="/sign-in/link"');
    const late = await site.post(
      '/settings/password',
      { password: 'a first long password' },
      how({ cookie }),
    );
    expect(late.status).toBe(403);
    expect(await late.text()).toContain('Nothing was changed');
    const german = { cookie, headers: { 'accept-language': 'de' } };
    const spaet = await site.post('/settings/password', { password: 'ein erstes langes' }, how(german));
    expect(await spaet.text()).toContain('Nichts wurde geändert');
  });

  test('an account that has no member yet gets one when its person comes', async () => {
    await site.site.accounts.create({ email: 'dee@example.org', name: 'Dee Ó', password: ANN.password });
    const response = await site.post('/sign-in', { email: 'dee@example.org', password: ANN.password }, how());
    expect(response.status).toBe(303);
    expect(await (await site.get('/settings', { cookie: cookieOf(response) })).text()).toContain('@dee_o');
  });

  test('a new name stands on every page that showed the old one', async () => {
    await site.post('/setup/demonstration', {}, { cookie: (await site.signedIn('owner_2', 'owner')).cookie });
    const { cookie, memberId, authorId } = await site.signedIn('eve');
    const { store } = site.site;
    const key = await store.reader.films.key('tokyo-story-1953');
    const { writeEntry } = await import('../../src/domain/entry.ts');
    await store.transact((writer) =>
      writeEntry(
        writer,
        key?.id ?? '',
        {
          rating: 9,
          liked: false,
          viewed: null,
          rewatch: false,
          tags: [],
          title: null,
          text: 'The trains.',
          format: 'lbml',
          spoiler: 'no',
          language: 'en',
          visibility: 'everyone',
        },
        { authorId, memberId, now: site.clock.now, today: '2026-11-25', waits: false },
      ),
    );
    for (const path of ['/film/tokyo-story-1953', '/', '/@eve'])
      expect(await (await site.get(path)).text(), path).toContain('>eve<');
    expect((await site.post('/settings/name', { name: 'Eve 東京' }, how({ cookie }))).status).toBe(303);
    for (const path of ['/film/tokyo-story-1953', '/', '/@eve']) {
      const text = await (await site.get(path)).text();
      expect(text, path).toContain('>Eve 東京<');
      expect(text, path).not.toContain('>eve<');
    }
  });

  test('settings are for whoever is signed in', async () => {
    const response = await site.get('/settings');
    expect(response.headers.get('location')).toBe('/sign-in?next=%2Fsettings');
  });
});
