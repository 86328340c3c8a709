import type { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Busy } from '../../src/store/open.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { seedFilm } from '../store/seed-film.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addElsewhere, addFilm, formOf } from './writing.ts';

const PASSWORD = 'carbon arc lamp house';
const ANN = { name: 'Ann Ó', username: 'ann', email: 'ann@example.org', password: PASSWORD };

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');

describeOnBothEngines('while the database cannot be written', (engine) => {
  let site: TestSite;
  let calls = 0;
  const how = (more: object = {}) => ({ from: `10.3.${++calls >> 8}.${calls & 255}`, ...more });
  const lastLink = async () => new URL((await site.mailedLinks()).at(-1) ?? '').pathname;

  /** Nothing can be written while `ask` is asked. */
  const busy = async (ask: () => Promise<Response>) => {
    const held = site.site.store.engine;
    const { executeQuery } = held.write;
    const refused = () => Promise.reject(new Busy('Another process holds the database.'));
    const spies = [
      vi.spyOn(held, 'transact').mockImplementation(refused),
      vi.spyOn(held.write, 'executeQuery').mockImplementation((query) =>
        // On PostgreSQL the same connections read.
        (query as CompiledQuery).query.kind === 'SelectQueryNode'
          ? (executeQuery.call(held.write, query as CompiledQuery) as never)
          : refused(),
      ),
    ];
    try {
      return await ask();
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  };
  /** The page is one of ours, says what happened, and holds what was typed, but no password. */
  const saysSo = async (response: Response, ...typed: string[]) => {
    expect(response.status).toBe(503);
    expect(response.headers.getSetCookie()).toEqual([]);
    const text = await response.text();
    expect(text).toContain('cannot write just now');
    for (const words of typed) expect(text).toContain(words);
    expect(text).not.toContain(PASSWORD);
  };

  beforeEach(async () => {
    site = await openTestSite({ engine });
  });
  afterEach(() => site.close());

  test('set-up, signing up, signing in and asking for a link keep what was typed, and work when sent again', async () => {
    const house = { ...ANN, site: 'The Regent', username: 'regent', email: 'house@example.org' };
    const setUp = () => site.post('/setup', house, how());
    await saysSo(await busy(() => site.post('/setup', house)), 'The Regent', 'regent', 'house@example.org');
    expect((await site.post('/setup', house)).status).toBe(303);
    expect((await setUp()).status).toBe(409);

    const signUp = () => site.post('/sign-up', ANN, how());
    await saysSo(await busy(signUp), 'value="Ann Ó"', 'value="ann"', 'value="ann@example.org"');
    expect((await signUp()).status).toBe(303);

    const signIn = () =>
      site.post('/sign-in', { email: ANN.email, password: PASSWORD, next: '/films' }, how());
    await saysSo(await busy(signIn), 'value="ann@example.org"', 'value="/films"');
    expect((await signIn()).headers.get('location')).toBe('/films');

    const ask = () => site.post('/sign-in/link', { email: ANN.email, next: '/films' }, how());
    await saysSo(await busy(ask), 'value="ann@example.org"', 'value="/films"');
    expect((await ask()).status).toBe(200);
  });

  test('a mailed link is not used up, and its button is there again', async () => {
    await site.signedIn('ann');
    await site.post('/sign-in/link', { email: ANN.email }, how());
    const link = await lastLink();
    const open = () => site.post(link, { next: '/films' }, how());
    await saysSo(await busy(open), `action="${link}"`, 'value="/films"');
    expect(cookieOf(await open())).toContain('houselights=');
  });

  test('settings keep the name, the password stays what it was, and nobody is signed out', async () => {
    const signedUp = await (async () => {
      await site.signedIn('the_owner', 'owner');
      return site.post('/sign-up', ANN, how());
    })();
    const cookie = cookieOf(signedUp);
    await saysSo(
      await busy(() => site.post('/settings/name', { name: 'Ann 東京' }, how({ cookie }))),
      'value="Ann 東京"',
    );
    const form = { current: PASSWORD, password: 'another arc lamp house' };
    await saysSo(await busy(() => site.post('/settings/password', form, how({ cookie }))));
    await saysSo(await busy(() => site.post('/sign-out', {}, { cookie })));
    expect((await site.get('/settings', { cookie })).status).toBe(200);
    const { email } = ANN;
    expect((await site.post('/sign-in', { email, password: PASSWORD }, how())).status).toBe(303);
  });

  test('a review that waits keeps its words at every step, and is published by the same link afterwards', async () => {
    await site.site.store.transact((writer) =>
      seedFilm(writer, { title: 'Boat', slug: 'boat' }, site.clock.now),
    );
    const words = { rating: '8', text: 'Nobody rows.' };
    const kept = await site.post('/film/boat/review', words, how());
    const two = kept.headers.get('location') ?? '';
    const who = { name: 'Ines Okafor', email: 'ines@example.org' };
    const address = () => site.post(two, who, how());
    await saysSo(await busy(address), 'Nobody rows.', 'value="Ines Okafor"', 'value="ines@example.org"');
    expect((await address()).status).toBe(303);

    const link = await lastLink();
    await saysSo(await busy(() => site.get(link)), `action="${link}"`);
    await saysSo(await busy(() => site.post(link, { do: 'publish' }, how())), `action="${link}"`);

    site.clock.now += 8 * 86_400_000;
    await saysSo(await busy(() => site.post(link, { do: 'again' }, how())), 'Nobody rows.');
    expect((await site.post(link, { do: 'again' }, how())).status).toBe(200);
    expect((await site.get(link)).status).toBe(303);
    expect(await (await site.get('/film/boat')).text()).toContain('Nobody rows.');
  });

  test('a member’s review, its edit, and what is asked about it keep every word', async () => {
    const filmId = await addFilm(site, 'boat');
    const { cookie } = await site.signedIn('rower');
    const words = { rating: '8', text: 'Somebody rows.', title: 'Oars', visibility: 'me' };
    const write = () => site.post('/film/boat/review', words, how({ cookie }));
    const html = await (await busy(write)).text();
    expect(formOf(html, '/film/boat/review')).toMatchObject(words);
    await saysSo(await busy(write), 'Somebody rows.');
    await saysSo(await busy(() => site.post('/film/boat/review', words, how())), 'Somebody rows.');
    expect((await write()).status).toBe(303);

    const id = (await (await site.get('/@rower', { cookie })).text()).match(/review-([0-9a-v]{26})/)?.[1];
    const path = `/review/${id}/edit`;
    const form = formOf(await (await site.get(path, { cookie })).text(), path);
    const typed = { ...form, text: 'Nobody rows any more.' };
    const refused = await busy(() => site.post(path, typed, how({ cookie })));
    expect(refused.status).toBe(503);
    expect(formOf(await refused.text(), path)).toEqual(typed);
    const asked = { ...typed, email: 'rower@example.org', password: 'a long enough password' };
    const out = await busy(() => site.post(path, asked, how()));
    expect(out.status).toBe(503);
    expect(formOf(await out.text(), path)).toEqual({ ...asked, password: '' });
    expect((await site.post(path, typed, how({ cookie }))).status).toBe(303);

    const elsewhere = await addElsewhere(site, filmId, 'Far away.');
    for (const what of ['mine', 'report']) {
      const said = {
        choice: what === 'mine' ? 'remove' : 'spam',
        message: 'My words.',
        contact: 'me@example.org',
      };
      const at = `/review/${elsewhere}/${what}`;
      const answer = await busy(() => site.post(at, said, how()));
      expect(answer.status).toBe(503);
      const page = await answer.text();
      expect(page).toContain('cannot write just now');
      expect(formOf(page, at)).toEqual(said);
    }
  });
});
