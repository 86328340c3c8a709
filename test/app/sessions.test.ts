import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeOnBothEngines } from '../engines/store.ts';
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
          writer.films.add({ title: 'Boat', slug: 'boat', titleKey: 'boat' }, site.clock.now),
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
    const here = cookieOf(await site.post('/sign-in', { email, password: 'a later long password' }, how()));
    await site.post('/sign-in/link', { email }, how());
    expect(await isSignedIn(cookieOf(await site.post(await lastLink(), {}, how())))).toBe(true);
    expect(await isSignedIn(here)).toBe(true);
    expect((await site.post('/sign-in', { email, password: 'a later long password' }, how())).status).toBe(
      303,
    );
  });
});
