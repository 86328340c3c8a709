import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeEntry } from '../../src/domain/entry.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addFilm, publish } from './writing.ts';

const SITE = {
  name: 'The Regent',
  newcomers: '1',
  waits: '1',
  shown: '3',
  zone: 'Europe/Berlin',
  language: 'de',
  training: '1',
};

describeOnBothEngines('the desk', (engine) => {
  let site: TestSite;
  let owner: string;
  const page = async (path: string, cookie: string) => (await site.get(path, { cookie })).text();

  beforeEach(async () => {
    site = await openTestSite({ engine });
    await addFilm(site, 'tokyo-story-1953');
    owner = (await site.signedIn('the_owner', 'owner')).cookie;
  });
  afterEach(() => site.close());

  const waitingReview = async (text: string) => {
    const ann = await site.signedIn(`ann_${text.length}`);
    const { store } = site.site;
    const key = await store.reader.films.key('tokyo-story-1953');
    const by = {
      authorId: ann.authorId,
      memberId: ann.memberId,
      now: site.clock.now,
      today: '2026-11-25',
      waits: true,
    };
    const input = {
      rating: 10 as const,
      liked: false,
      viewed: null,
      rewatch: false,
      tags: [],
      title: null,
      text,
      format: 'lbml' as const,
      spoiler: 'yes' as const,
      language: 'en',
      visibility: 'everyone' as const,
    };
    return store.transact((writer) => writeEntry(writer, key?.id ?? '', input, by));
  };

  test('who may enter which room', async () => {
    const people = {
      owner,
      curator: (await site.signedIn('cur', 'curator')).cookie,
      moderator: (await site.signedIn('mod', 'moderator')).cookie,
      member: (await site.signedIn('mem')).cookie,
    };
    const status = async (path: string, cookie: string) => (await site.get(path, { cookie })).status;
    const rooms: Record<string, number[]> = {};
    for (const path of ['/admin', '/admin/members', '/admin/site', '/admin/facts'])
      rooms[path] = await Promise.all(Object.values(people).map((cookie) => status(path, cookie)));
    expect(rooms).toEqual({
      '/admin': [200, 303, 200, 403],
      '/admin/members': [200, 403, 403, 403],
      '/admin/site': [200, 403, 403, 403],
      '/admin/facts': [200, 403, 403, 403],
    });
    expect((await site.get('/admin')).headers.get('location')).toBe('/sign-in?next=%2Fadmin');
    const desk = await page('/admin', people.moderator);
    expect(desk).not.toContain('/admin/members');
    for (const path of ['/admin/site', '/admin/member/x', '/admin/review/x', '/admin/report/x'])
      for (const cookie of [people.member, people.curator])
        expect((await site.post(path, { ...SITE, role: 'owner' }, { cookie })).status, path).toBe(403);
  });

  test('a review that waits is read at the desk, shown, and hidden again', async () => {
    const id = await waitingReview('It waits in the foyer.');
    expect(await (await site.get('/film/tokyo-story-1953/')).text()).not.toContain('foyer');
    expect(await page('/admin', owner)).toContain('It waits in the foyer.');
    expect(await (await site.get('/')).text()).not.toContain('foyer');
    const shown = await site.post(`/admin/review/${id}`, { do: 'show' }, { cookie: owner });
    expect(shown.headers.get('location')).toBe('/admin?done=shown');
    expect(await page('/admin?done=shown', owner)).toContain('role="status"');
    expect(await (await site.get('/')).text()).toContain('foyer');
    await site.post(`/admin/review/${id}`, { do: 'hide' }, { cookie: owner });
    expect(await (await site.get('/')).text()).not.toContain('foyer');
  });

  test('a request or report is decided there', async () => {
    const id = await waitingReview('Somebody reports this one.');
    await site.post(`/admin/review/${id}`, { do: 'show' }, { cookie: owner });
    const { store } = site.site;
    const report = (reason: string) =>
      store.transact((writer) =>
        writer.reports.add(
          { entryId: id, kind: 'report', reason, message: '<b>No</b>', contact: 'me@example.org' },
          site.clock.now,
        ),
      );
    const first = await report('spam');
    const desk = await page('/admin', owner);
    expect(desk).toContain('It is an advertisement');
    expect(desk).toContain('&lt;b&gt;No');
    expect(desk).toContain('me@example.org');
    const odd = await site.post(`/admin/report/${first}`, { do: 'burn' }, { cookie: owner });
    expect(odd.status).toBe(400);
    await site.post(`/admin/report/${first}`, { do: 'kept' }, { cookie: owner });
    expect(await (await site.get('/')).text()).toContain('Somebody reports');
    const again = await site.post(`/admin/report/${first}`, { do: 'removed' }, { cookie: owner });
    expect(again.status).toBe(409);
    await site.post(`/admin/report/${await report('abuse')}`, { do: 'removed' }, { cookie: owner });
    expect(await (await site.get('/')).text()).not.toContain('Somebody reports');
  });

  test('the owner gives roles, and a site keeps one owner, also when two leave at once', async () => {
    const { members } = site.site.store.reader;
    const second = await site.signedIn('second');
    const first = await members.byUsername('the_owner');
    const role = (id: string, to: string, cookie = owner) =>
      site.post(`/admin/member/${id}`, { role: to }, { cookie });
    const last = await role(first?.id ?? '', 'member');
    expect(last.status).toBe(409);
    expect(await last.text()).toContain('keeps at least one');
    expect((await role(second.memberId, 'emperor')).status).toBe(400);
    for (const to of ['curator', 'moderator', 'owner']) {
      expect((await role(second.memberId, to)).status).toBe(303);
      expect((await members.byUsername('second'))?.role).toBe(to);
    }
    await Promise.all([role(first?.id ?? '', 'member'), role(second.memberId, 'member', second.cookie)]);
    expect(await members.owners()).toBe(1);
  });

  test('settings are kept and every kept page follows', async () => {
    await site.site.store.transact((writer) => writer.site.set({ settings: { demonstration: true } }, 1));
    for (const name of ['one', 'two', 'three', 'four'])
      await publish(site, 'tokyo-story-1953', await site.signedIn(`writer_${name}`), { text: `By ${name}.` });
    expect(await (await site.get('/films')).text()).toContain('Houselights');
    const saved = await site.post('/admin/site', SITE, { cookie: owner });
    expect(saved.headers.get('location')).toBe('/admin/site?done=site');
    expect(await (await site.get('/films')).text()).toContain('The Regent');
    expect(await (await site.get('/films')).text()).toContain('<html lang="de"');
    const film = await (await site.get('/film/tokyo-story-1953')).text();
    expect(film.match(/<article/g)).toHaveLength(3);
    const { settings } = await site.site.store.reader.site.get();
    expect(settings).toMatchObject({
      newcomers: true,
      firstReviewWaits: true,
      timeZone: 'Europe/Berlin',
      search: false,
      training: true,
      demonstration: true,
    });
    const { waits, newcomers, ...closed } = SITE;
    await site.post('/admin/site', closed, { cookie: owner });
    const after = (await site.site.store.reader.site.get()).settings;
    expect([after.newcomers, after.firstReviewWaits]).toEqual([false, false]);
    expect([waits, newcomers]).toEqual(['1', '1']);
  });

  test.each([
    ['no name', { name: '  ' }, 'name'],
    ['no review', { shown: '0' }, 'shown'],
    ['21 reviews', { shown: '21' }, 'shown'],
    ['half a review', { shown: '2.5' }, 'shown'],
    ['no number', { shown: 'five' }, 'shown'],
    ['a place without a clock', { zone: 'Atlantis/Centre' }, 'zone'],
    ['an offset for a zone', { zone: '+01:00' }, 'zone'],
  ])('%s is refused at its field, and nothing is changed', async (_, change, field) => {
    const response = await site.post('/admin/site', { ...SITE, ...change }, { cookie: owner });
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
    expect((await site.site.store.reader.site.get()).name).toBe('Houselights');
  });

  test('a language nobody speaks here is not taken', async () => {
    await site.post('/admin/site', { ...SITE, language: '__proto__' }, { cookie: owner });
    expect((await site.site.store.reader.site.get()).settings.language).toBe('en');
  });
});
