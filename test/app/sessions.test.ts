import { createHash, createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { describeOnBothEngines } from '../engines/store.ts';
import { seedFilm } from '../store/seed-film.ts';
import { openTestSite, type TestSite } from './site.ts';

const PASSWORD = 'carbon arc lamp house';
const MALLORY = { name: 'Mallory', username: 'mallory', email: 'stranger@example.org', password: PASSWORD };

/** The cookies an answer sets, as a browser would send them back. */
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');

describeOnBothEngines('sessions', (engine) => {
  let site: TestSite;
  let calls = 0;
  /** Each from an address of its own, so that no test waits for the limits of another. */
  const how = (more: object = {}) => ({ from: `10.1.${++calls >> 8}.${calls & 255}`, ...more });
  const lastLink = async () => {
    const { pathname, search } = new URL((await site.mailedLinks()).at(-1) ?? '');
    return pathname + search;
  };
  const isSignedIn = async (cookie: string) => (await site.get('/settings', { cookie })).status === 200;
  const sessions = async () => site.site.store.engine.read.selectFrom('sessions').selectAll().execute();

  beforeEach(async () => {
    site = await openTestSite({ engine });
    await site.signedIn('the_owner', 'owner');
  });
  afterEach(() => site.close());

  test.each(['a mailed sign-in link', 'the mailed link of a review'])(
    'account pre-hijacking: who registered with the address of somebody else is out once that one proves it by %s',
    async (way) => {
      const signedUp = await site.post('/sign-up', MALLORY, how());
      const { email, password } = MALLORY;
      const another = await site.post('/sign-in', { email, password }, how());
      const theirs = [cookieOf(signedUp), cookieOf(another)];
      for (const cookie of theirs) expect(await isSignedIn(cookie)).toBe(true);

      let opened: Response;
      if (way === 'a mailed sign-in link') {
        await site.post('/sign-in/link', { email }, how());
        opened = await site.post(await lastLink(), {}, how());
      } else {
        await site.site.store.transact((writer) =>
          seedFilm(writer, { title: 'Boat', slug: 'boat' }, site.clock.now),
        );
        const kept = await site.post('/film/boat/review', { rating: '8', text: 'Nobody rows.' }, how());
        await site.post(kept.headers.get('location') ?? '', { name: 'Ines', email }, how());
        opened = await site.get(await lastLink(), how());
      }
      expect(opened.status).toBe(303);
      const mine = cookieOf(opened);
      expect(await isSignedIn(mine)).toBe(true);

      for (const cookie of theirs) expect(await isSignedIn(cookie)).toBe(false);
      expect((await site.post('/sign-in', { email, password }, how())).status).toBe(400);
      expect(await isSignedIn(mine)).toBe(true);
      expect(await site.site.accounts.byEmail(email)).toMatchObject({ emailVerified: true });
    },
  );

  test('who has proven their address keeps password and sessions when a link is opened again', async () => {
    await site.post('/sign-up', MALLORY, how());
    const { email } = MALLORY;
    await site.post('/sign-in/link', { email }, how());
    await site.post(await lastLink(), {}, how());
    const account = await site.site.accounts.byEmail(email);
    await site.site.accounts.setPassword(account?.id ?? '', 'a later long password');
    const signed = { email, password: 'a later long password' };
    const here = cookieOf(await site.post('/sign-in', signed, how()));
    await site.post('/sign-in/link', { email }, how());
    expect(await isSignedIn(cookieOf(await site.post(await lastLink(), {}, how())))).toBe(true);
    expect(await isSignedIn(here)).toBe(true);
    expect((await site.post('/sign-in', { email, password: 'a later long password' }, how())).status).toBe(
      303,
    );
  });

  test('a password set at the very moment somebody proves the address does not outlive it', async () => {
    const signedUp = await site.post('/sign-up', MALLORY, how());
    const theirs = new Headers({ cookie: cookieOf(signedUp) });
    const { accounts, store } = site.site;
    const account = await accounts.byEmail(MALLORY.email);
    // Between the look at their session and the writing of their password, the stranger opens the link.
    const { executeQuery } = store.engine.write;
    let proven: Promise<unknown> | null = null;
    const spy = vi.spyOn(store.engine.write, 'executeQuery').mockImplementation(async (query) => {
      if (proven === null && /^update "sign_ins"/.test((query as { sql: string }).sql)) {
        proven = accounts.signInProven(account?.id ?? '', new Headers());
        await proven;
      }
      return executeQuery.call(store.engine.write, query as never) as never;
    });
    const changed = accounts.changePassword('a password of theirs', theirs);
    await expect(changed).rejects.toMatchObject({ kind: 'signed-out' });
    expect(proven).not.toBeNull();
    spy.mockRestore();
    expect(await accounts.hasPassword(account?.id ?? '')).toBe(false);
    const again = accounts.signIn({ email: MALLORY.email, password: 'a password of theirs' }, new Headers());
    await expect(again).rejects.toMatchObject({ kind: 'wrong-sign-in' });
    expect(await accounts.whoIs(theirs)).toBeNull();
  });

  test('a sign-in under way while somebody proves the address does not outlive it', async () => {
    await site.post('/sign-up', MALLORY, how());
    const { accounts, store } = site.site;
    const account = await accounts.byEmail(MALLORY.email);
    const { executeQuery } = store.engine.write;
    let proven: Promise<unknown> | null = null;
    // Their password is checked, and their session not yet begun, when the stranger opens the link.
    const spy = vi.spyOn(store.engine.write, 'executeQuery').mockImplementation(async (query) => {
      if (proven === null && /^insert into "sessions"/.test((query as { sql: string }).sql)) {
        proven = accounts.signInProven(account?.id ?? '', new Headers());
        await proven;
      }
      return executeQuery.call(store.engine.write, query as never) as never;
    });
    const { email, password } = MALLORY;
    const signingIn = accounts.signIn({ email, password }, new Headers());
    await expect(signingIn).rejects.toMatchObject({ kind: 'wrong-sign-in' });
    spy.mockRestore();
    expect(proven).not.toBeNull();
    // Of that account only the stranger's own session is left.
    const left = await store.engine.read
      .selectFrom('sessions')
      .select('linkOpened')
      .where('userId', '=', account?.id ?? '')
      .execute();
    expect(left).toEqual([{ linkOpened: site.clock.now }]);
  });

  test('a password change ends every other session and goes on here under a new id', async () => {
    const password = PASSWORD;
    const email = MALLORY.email;
    const signedUp = await site.post('/sign-up', MALLORY, how());
    const elsewhere = [cookieOf(signedUp)];
    for (const _ of [1, 2]) elsewhere.push(cookieOf(await site.post('/sign-in', { email, password }, how())));
    const here = cookieOf(await site.post('/sign-in', { email, password }, how()));
    const form = { current: password, password: 'another arc lamp house' };
    const changed = await site.post('/settings/password', form, how({ cookie: here }));
    expect(changed.headers.get('location')).toBe('/settings?saved=password');
    const now = cookieOf(changed);
    expect(now).not.toBe(here);
    expect(await isSignedIn(now)).toBe(true);
    for (const cookie of [...elsewhere, here]) expect(await isSignedIn(cookie)).toBe(false);
    expect(await sessions()).toHaveLength(2);
  });

  test('a refused password change ends no session', async () => {
    const signedUp = await site.post('/sign-up', MALLORY, how());
    const cookie = cookieOf(signedUp);
    for (const form of [
      { current: 'guessed', password: 'another arc lamp house' },
      { current: PASSWORD, password: 'password1' },
    ])
      expect((await site.post('/settings/password', form, how({ cookie }))).status).toBe(400);
    expect(await isSignedIn(cookie)).toBe(true);
  });

  test('signing in never takes up an id that was there before: what somebody planted signs nobody in', async () => {
    await site.post('/sign-up', MALLORY, how());
    const { email, password } = MALLORY;
    const before = cookieOf(await site.post('/sign-in', { email, password }, how()));
    const after = cookieOf(await site.post('/sign-in', { email, password }, how({ cookie: before })));
    expect(after).not.toBe(before);
    expect(await isSignedIn(after)).toBe(true);
    expect(await isSignedIn(before)).toBe(false);
    const planted = 'houselights=planted0planted0planted0planted0';
    const own = cookieOf(await site.post('/sign-in', { email, password }, how({ cookie: planted })));
    expect(own).not.toContain('planted');
    expect(await isSignedIn(planted)).toBe(false);
  });

  test('no session can be taken from the database: of its id only a hash is kept', async () => {
    const cookie = cookieOf(await site.post('/sign-up', MALLORY, how()));
    const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
    expect(token).toMatch(/^[A-Za-z0-9]{32}$/);
    const kept = await sessions();
    expect(JSON.stringify(kept)).not.toContain(token);
    const hash = createHash('sha256').update(token).digest('hex');
    expect(kept.map((row) => row.token)).toContain(hash);
    // Whoever reads the secrets too can sign the hash, and still has no session.
    const secret = (await site.site.store.reader.site.secret('accounts')) ?? '';
    const signature = createHmac('sha256', secret).update(hash).digest('base64');
    const forged = `houselights=${encodeURIComponent(`${hash}.${signature}`)}`;
    const own = createHmac('sha256', secret).update(token).digest('base64');
    expect(cookie).toBe(`houselights=${encodeURIComponent(`${token}.${own}`)}`);
    expect(await isSignedIn(forged)).toBe(false);
    expect(await isSignedIn(cookie)).toBe(true);
  });

  test('signing out ends the session on the server, not only in the browser', async () => {
    const cookie = cookieOf(await site.post('/sign-up', MALLORY, how()));
    const before = (await sessions()).length;
    const out = await site.post('/sign-out', {}, { cookie });
    expect(out.headers.getSetCookie()[0]).toMatch(/^houselights=;.*Max-Age=0/i);
    expect(await isSignedIn(cookie)).toBe(false);
    expect(await sessions()).toHaveLength(before - 1);
  });

  test('on http the cookie is no __Host- one; it is HttpOnly and Lax', async () => {
    const [cookie = ''] = (await site.post('/sign-up', MALLORY, how())).headers.getSetCookie();
    expect(cookie).toMatch(/^houselights=/);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).toMatch(/; Path=\/(;|$)/i);
    expect(cookie).not.toMatch(/Secure|Domain/i);
  });

  test('on https the cookie is __Host- and Secure, also when the password changes and when it is cleared', async () => {
    const environment = { HOUSELIGHTS_URL: 'https://films.example.org' };
    const safe = await openTestSite({ engine, environment });
    try {
      await safe.signedIn('the_owner', 'owner');
      const up = await safe.post('/sign-up', MALLORY, how());
      const form = { current: PASSWORD, password: 'another arc lamp house' };
      const changed = await safe.post('/settings/password', form, how({ cookie: cookieOf(up) }));
      const out = await safe.post('/sign-out', {}, { cookie: cookieOf(changed) });
      for (const response of [up, changed, out]) {
        expect(response.status).toBe(303);
        const [cookie = ''] = response.headers.getSetCookie();
        expect(cookie).toMatch(/^__Host-houselights=/);
        for (const flag of [/; HttpOnly/i, /; SameSite=Lax/i, /; Secure/i, /; Path=\/(;|$)/i])
          expect(cookie).toMatch(flag);
        expect(cookie).not.toMatch(/Domain/i);
      }
      expect((await safe.get('/settings', { cookie: cookieOf(changed) })).status).toBe(303);
    } finally {
      await safe.close();
    }
  });
});
