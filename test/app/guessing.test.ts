import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hashPassword, verifyPassword } from '../../src/accounts/scrypt.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { seedFilm } from '../store/seed-film.ts';
import { openTestSite, type TestSite } from './site.ts';

vi.mock('../../src/accounts/scrypt.ts', async (original) => {
  const real = await original<typeof import('../../src/accounts/scrypt.ts')>();
  return { hashPassword: vi.fn(real.hashPassword), verifyPassword: vi.fn(real.verifyPassword) };
});

const ANN = { name: 'Ann', username: 'ann', email: 'ann@example.org', password: 'carbon arc lamp house' };

describeOnBothEngines('guessing passwords', (engine) => {
  let site: TestSite;
  let calls = 0;
  /** Each from an address of its own, as whoever guesses from many machines. */
  const how = () => ({ from: `10.2.${++calls >> 8}.${calls & 255}` });
  const signIn = (email: string, password: string, ask: object = how()) =>
    site.post('/sign-in', { email, password }, ask);

  beforeEach(async () => {
    site = await openTestSite({ engine });
    await site.signedIn('the_owner', 'owner');
    await site.post('/sign-up', ANN, how());
  });
  afterEach(() => site.close());

  test('costs the site as much for an address that nobody has as for a wrong password', async () => {
    await site.site.accounts.create({ email: 'no.password@example.org', name: 'Bea' });
    const costOf = async (email: string) => {
      vi.clearAllMocks();
      expect((await signIn(email, 'a wrong one, guessed')).status).toBe(400);
      return vi.mocked(hashPassword).mock.calls.length + vi.mocked(verifyPassword).mock.calls.length;
    };
    expect(await costOf(ANN.email)).toBe(1);
    expect(await costOf('nobody@example.org')).toBe(1);
    expect(await costOf('no.password@example.org')).toBe(1);
  });

  test('from one address ends after five tries in a minute, whatever that address says of itself', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      const headers = { 'x-forwarded-for': `198.51.100.${n}`, forwarded: `for=198.51.100.${n}` };
      const email = `somebody_${n}@example.org`;
      statuses.push((await signIn(email, 'guessed', { from: '203.0.113.7', headers })).status);
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429, 429]);
    const late = await signIn(ANN.email, ANN.password, { from: '203.0.113.7' });
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await signIn(ANN.email, ANN.password, { from: '203.0.113.8' })).status).toBe(303);
  });

  test('at one account from many addresses waits longer each time, for the right password too, and a link still works', async () => {
    for (let n = 0; n < 5; n += 1) expect((await signIn(ANN.email, 'guessed')).status).toBe(400);
    vi.clearAllMocks();
    const held = await signIn(ANN.email, ANN.password);
    expect(held.status).toBe(429);
    expect(held.headers.getSetCookie()).toEqual([]);
    const text = await held.text();
    expect(text).toContain('Wait a few minutes');
    expect(text).toContain(`value="${ANN.email}"`);
    expect(vi.mocked(verifyPassword)).not.toHaveBeenCalled();

    await site.post('/sign-in/link', { email: ANN.email }, how());
    const { pathname } = new URL((await site.mailedLinks())[0] ?? '');
    expect((await site.post(pathname, {}, how())).status).toBe(303);

    site.clock.now += 16_000;
    // The link has dropped the password that was set before the address was proven.
    expect((await signIn(ANN.email, ANN.password)).status).toBe(400);
    expect((await signIn(ANN.email, ANN.password)).status).toBe(429);
    site.clock.now += 3_600_000;
    expect((await signIn(ANN.email, ANN.password)).status).toBe(400);
  });

  test('waits for an address that nobody has just as long', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await signIn('nobody@example.org', 'guessed')).status);
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429]);
  });

  test('forgets what went wrong when the right one is given', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 4; n += 1) expect((await signIn(ANN.email, 'guessed')).status).toBe(400);
      expect((await signIn(ANN.email, ANN.password)).status).toBe(303);
    }
  });

  test('at the present password in the settings waits too', async () => {
    const { cookie } = await site.signedIn('bob');
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      const form = { current: 'guessed', password: 'another arc lamp house' };
      statuses.push((await site.post('/settings/password', form, { cookie, ...how() })).status);
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429]);
  });

  test('by the form of an edit waits too, and loses no word', async () => {
    const bob = await site.signedIn('bob');
    await site.site.store.transact((writer) =>
      seedFilm(writer, { title: 'Boat', slug: 'boat' }, site.clock.now),
    );
    const words = { rating: '8', text: 'Nobody rows.', visibility: 'everyone' };
    const sent = await site.post('/film/boat/review', words, { cookie: bob.cookie, ...how() });
    const path = `/review/${/[0-9a-v]{26}/.exec(sent.headers.get('location') ?? '')?.[0]}/edit`;
    const edit = { ...words, text: 'Somebody rows.', email: 'bob@example.org', password: 'guessed' };
    for (let n = 0; n < 5; n += 1) expect((await site.post(path, edit, how())).status).toBe(403);
    const held = await site.post(path, edit, how());
    expect(held.status).toBe(429);
    const text = await held.text();
    expect(text).toContain('Somebody rows.');
    expect(text).toContain('wait a few minutes');
    // Whoever is signed in writes on, as often as they like.
    for (let n = 0; n < 8; n += 1) {
      const mine = { ...words, text: `Rowing ${n}.` };
      const saved = await site.post(path, mine, { cookie: bob.cookie, from: '10.2.200.1' });
      expect(saved.status).not.toBe(429);
    }
  });

  test('a letter box is mailed four links within an hour, whether somebody here has it or not', async () => {
    for (const email of [ANN.email, 'nobody@example.org']) {
      const statuses: number[] = [];
      for (let n = 0; n < 5; n += 1) {
        const spelled = n % 2 ? email.toUpperCase() : email;
        statuses.push((await site.post('/sign-in/link', { email: spelled }, how())).status);
      }
      expect(statuses, email).toEqual([200, 200, 200, 200, 429]);
    }
    expect(await site.mailedLinks()).toHaveLength(4);
    site.clock.now += 3_600_001;
    expect((await site.post('/sign-in/link', { email: ANN.email }, how())).status).toBe(200);
  });
});
