import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnBothEngines } from '../engines/store.ts';
import { questionsOf } from './queries.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addFilm, formOf, type Somebody, textOfMain } from './writing.ts';

const HOUR = 3_600_000;
const VENUE = {
  name: 'Lichtspiele am Ufer',
  street: 'Uferweg 1',
  town: 'Halle',
  country: 'de',
  timeZone: 'Europe/Berlin',
  website: 'https://ufer.example/',
};

describeOnBothEngines('screenings', (engine) => {
  let site: TestSite;
  let curator: Somebody;
  let member: Somebody;
  let venue: string;
  beforeAll(async () => {
    site = await openTestSite({ engine });
    await site.signedIn('the_owner', 'owner');
    curator = await site.signedIn('curator', 'curator');
    member = await site.signedIn('ann');
    await addFilm(site, 'boat-1931', 'Boat', 1931);
    await addFilm(site, 'pier-1932', 'Pier', 1932);
    const { cookie } = curator;
    const answer = await site.post('/admin/venues', VENUE, { cookie });
    expect(answer.headers.get('location')).toBe('/admin/venues?done=saved');
    venue = (await site.site.store.reader.venues.list())[0]?.id ?? '';
    await site.site.work.stop();
  }, 60_000);
  afterAll(() => site.close());

  const page = async (path: string, ask = {}) => (await site.get(path, ask)).text();
  const read = async (path: string, ask = {}) => textOfMain(await page(path, ask));
  const ADD = '/film/boat-1931/screenings/add';
  const enter = async (fields: Record<string, string>, path = ADD) => {
    const { cookie } = curator;
    const form = formOf(await page(path, { cookie }), path);
    return site.post(path, { ...form, venue, do: 'save', ...fields }, { cookie });
  };
  const all = () => site.site.store.reader.screenings.list({ from: 0, drafts: true, limit: 500 });
  const clear = async () => {
    const ids = (await all()).map(({ id }) => id);
    await site.site.store.transact(async (writer) => {
      await writer.screenings.remove(ids);
      const films = [await writer.films.key('boat-1931'), await writer.films.key('pier-1932')];
      await writer.versions.raise('programme', ...films.flatMap((film) => film?.id ?? []));
    });
  };

  test('a week is typed at once, and stands between director and synopsis', async () => {
    await clear();
    const answer = await enter({
      showings: '27.11. – 29.11. 18:00, 20:30\n1.12. 20:30',
      format: '35 mm',
      spoken: 'original',
      language: 'fr',
      subtitles: 'de',
      note: 'With the director present',
      tickets: 'https://tickets.example/boat',
    });
    expect(answer.headers.get('location')).toContain('added=7&there=0');
    const html = await page('/film/boat-1931');
    const text = textOfMain(html);
    expect(text).toMatch(
      /Fri 27 Nov 2026, 18:00 Lichtspiele am Ufer, Halle 35 mm original version in French/,
    );
    expect(text).toContain('and 4 more');
    expect(text.indexOf('Fri 27 Nov')).toBeLessThan(text.indexOf('Add a review'));
    expect(html).toContain('href="https://tickets.example/boat" rel="noopener"');
    const [, data = '[]'] = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
      (match) => match[1],
    );
    const events = (JSON.parse(data) as { '@graph': Record<string, unknown>[] })['@graph'];
    expect(events).toHaveLength(3);
    expect(events[0]).toMatchObject({
      '@type': 'ScreeningEvent',
      startDate: '2026-11-27T18:00:00+01:00',
      eventStatus: 'https://schema.org/EventScheduled',
      subtitleLanguage: 'de',
      offers: { url: 'https://tickets.example/boat' },
    });
    // Entered again, nothing is there twice.
    const again = await enter({ showings: '27.11. 18:00\n2.12. 20:30' });
    expect(again.headers.get('location')).toContain('added=1&there=1');
    expect(await all()).toHaveLength(8);
  });

  test('a kept page lets go of a screening the moment it begins, though nobody writes', async () => {
    await clear();
    await enter({ showings: '2026-11-25 19:00\n2026-11-26 20:00' });
    const paths = ['/film/boat-1931', '/programme', '/film/boat-1931/screenings', '/', '/programme.ics'];
    const before = site.clock.now;
    const starts = Date.UTC(2026, 10, 25, 18);
    for (const path of paths) {
      site.clock.now = before;
      const often = async () => {
        let answer = await site.get(path);
        for (let n = 0; n < 4; n += 1) answer = await site.get(path);
        return answer;
      };
      const shows = /19:00|T180000Z/;
      const first = await often();
      expect(await first.text(), path).toMatch(shows);
      const etag = first.headers.get('etag') ?? '';
      site.clock.now = starts - 1;
      expect(await (await often()).text(), path).toMatch(shows);
      expect((await site.get(path, { headers: { 'if-none-match': etag } })).status, path).toBe(304);
      site.clock.now = starts;
      const anew = await site.get(path, { headers: { 'if-none-match': etag } });
      expect(anew.status, path).toBe(200);
      expect(await anew.text(), path).not.toMatch(shows);
      for (let n = 0; n < 4; n += 1) expect(await page(path), path).not.toMatch(shows);
      expect(await page(path), path).toMatch(/20:00|T190000Z/);
    }
    site.clock.now = before;
  });

  test('films that are still to be shown here can be asked for, and are no more the moment the last begins', async () => {
    await clear();
    await enter({ showings: '2026-11-25 19:00\n2026-11-26 20:00' });
    await enter({ showings: '2026-12-24 20:00' }, '/film/pier-1932/screenings/add');
    const before = site.clock.now;
    const films = async (query: string) => {
      let text = '';
      for (let n = 0; n < 4; n += 1) text = await page(`/films?${query}`);
      return [...text.matchAll(/<b dir="auto">([^<]+)<\/b><\/a>/g)].map(([, title]) => title);
    };
    expect(await films('playing=here')).toEqual(['Boat', 'Pier']);
    expect(await films('%70laying=here&decade=1930s&q=pier')).toEqual(['Pier']);
    expect(await page('/films?playing=here&sort=year')).toContain('<option value="here" selected>');
    site.clock.now = Date.UTC(2026, 10, 26, 19);
    expect(await films('playing=here')).toEqual(['Pier']);
    expect(await films('%70laying=here&decade=1930s')).toEqual(['Pier']);
    site.clock.now = before;
    await site.site.store.transact(async (writer) => {
      for (const one of await writer.screenings.list({ from: 0, drafts: true, limit: 9 }))
        await writer.screenings.change(one.id, { ...one, state: 'cancelled' }, before);
      await writer.versions.raise('programme');
    });
    expect(await films('playing=here')).toEqual([]);
  });

  test('what is this week is another at midnight where the site is', async () => {
    await clear();
    await enter({ showings: '2026-12-02 20:00' });
    const before = site.clock.now;
    for (let n = 0; n < 4; n += 1) expect(await page('/')).not.toContain('This week');
    site.clock.now = Date.UTC(2026, 10, 26);
    for (let n = 0; n < 4; n += 1) expect(await page('/')).toContain('This week');
    site.clock.now = before;
  });

  test('no question more is asked for a film without screenings, one for a film with some', async () => {
    await clear();
    await enter({ showings: '2026-12-02 20:00' });
    const asked = async (path: string) => {
      await page('/about', { headers: { 'accept-language': 'de' } });
      return (await questionsOf(() => page(path, { headers: { 'accept-language': 'de' } }))).length;
    };
    const [without, some] = [await asked('/film/pier-1932'), await asked('/film/boat-1931')];
    expect(some).toBe(without + 1);
    expect(some).toBeLessThanOrEqual(6);
    for (const path of ['/programme', '/programme?month=2026-12', '/venue/lichtspiele-am-ufer'])
      expect(await asked(path), path).toBeLessThanOrEqual(6);
  });

  test('an hour that is left out in spring is told of, and nothing typed is lost', async () => {
    await clear();
    const answer = await enter({ showings: '2027-03-28 02:30', note: 'Through the night' });
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(textOfMain(html)).toContain('On 2027-03-28 no clock at the venue shows 02:30');
    expect(formOf(html, ADD)).toMatchObject({
      showings: '2027-03-28 02:30',
      note: 'Through the night',
      venue,
    });
    await enter({ showings: '2026-10-25 02:30\n2027-10-31 02:30' });
    expect((await all()).map(({ starts }) => new Date(starts).toISOString())).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2027-10-31T00:30:00.000Z',
    ]);
  });

  test.each([
    [{ showings: 'soon' }, 'This line could not be read: soon'],
    [{ showings: '' }, 'At least one date with a time'],
    [{ tickets: 'javascript:alert(1)' }, 'A web address that begins with'],
    [{ tickets: 'mailto:box@example.org' }, 'A web address that begins with'],
    [{ language: 'french' }, 'A code such as en'],
    [{ doors: 'early' }, 'A time such as 19:30'],
    [{ note: 'long '.repeat(41) }, 'At most 200 characters'],
    [{ venue: 'nowhere' }, 'Something in the form'],
  ])('%j is sent back', async (fields, said) => {
    await clear();
    const answer = await enter({ showings: '2026-12-02 20:00', ...fields });
    expect(answer.status).toBe(400);
    if (!('venue' in fields)) expect(textOfMain(await answer.text())).toContain(said);
    expect(await all()).toEqual([]);
  });

  test('is changed, cancelled, sold out, kept back and removed', async () => {
    await clear();
    await enter({ showings: '2026-12-02 20:00' });
    const [one] = await all();
    const path = `/screening/${one!.id}/edit`;
    const { cookie } = curator;
    expect((await enter({ day: '3.12.', time: '8:15 pm', state: 'cancelled' }, path)).status).toBe(303);
    expect(await read('/film/boat-1931')).toContain('Thu 3 Dec 2026, 20:15 Cancelled');
    expect(await page('/film/boat-1931')).toContain('schema.org/EventCancelled');
    expect(await page('/programme.ics')).toContain('STATUS:CANCELLED');
    await enter({ state: 'sold-out' }, path);
    expect(await read('/programme')).toContain('Sold out');
    await enter({ state: 'on', draft: '1' }, path);
    for (const hidden of [
      '/film/boat-1931',
      '/programme',
      '/programme.ics',
      '/venue/lichtspiele-am-ufer',
      '/',
    ])
      expect(await page(hidden), hidden).not.toMatch(/3 Dec|20261203|3 December/);
    expect(await read('/programme', { cookie: member.cookie })).not.toContain('3 December');
    expect(await read('/programme', { cookie })).toContain('A draft. Only curators see it.');
    await enter({ do: 'remove' }, path);
    expect(await all()).toEqual([]);
  });

  test('is entered by curators and owners alone', async () => {
    await clear();
    await enter({ showings: '2026-12-02 20:00' });
    const [one] = await all();
    const forms: [string, Record<string, string>][] = [
      [ADD, { showings: '2026-12-03 20:00', venue }],
      [`/screening/${one!.id}/edit`, { do: 'remove' }],
      ['/admin/venues', VENUE],
      [`/admin/venue/${venue}`, { ...VENUE, name: 'Mine now' }],
    ];
    const moderator = await site.signedIn('moderates', 'moderator');
    for (const [path, fields] of forms)
      for (const cookie of [undefined, member.cookie, moderator.cookie])
        expect((await site.post(path, fields, cookie ? { cookie } : {})).status, path).toBe(403);
    expect(await all()).toHaveLength(1);
    expect((await site.site.store.reader.venues.list()).map(({ name }) => name)).toEqual([VENUE.name]);
    for (const path of [ADD, '/admin/programme', '/admin/venues'])
      expect((await site.get(path, { cookie: member.cookie })).status, path).toBe(403);
  });

  test('a venue whose clocks go otherwise shows the same times at other instants', async () => {
    await clear();
    await enter({ showings: '2026-12-02 20:00' });
    const [before] = await all();
    const path = `/admin/venue/${venue}`;
    await site.post(path, { ...VENUE, timeZone: 'America/Lima' }, { cookie: curator.cookie });
    const [after] = await all();
    expect([after!.day, after!.time]).toEqual(['2026-12-02', '20:00']);
    expect(after!.starts - before!.starts).toBe(6 * HOUR);
    expect(await page('/film/boat-1931')).toContain('2026-12-02T20:00:00-05:00');
    await site.post(path, VENUE, { cookie: curator.cookie });
    const inUse = await site.post(path, { ...VENUE, do: 'remove' }, { cookie: curator.cookie });
    expect(inUse.status).toBe(409);
    const wrong = await site.post(path, { ...VENUE, timeZone: 'Mars/Base' }, { cookie: curator.cookie });
    expect(textOfMain(await wrong.text())).toContain('No such time zone is known');
  });

  test('a film to be shown is found by a part of its title', async () => {
    const desk = await page('/admin/programme?film=boa', { cookie: curator.cookie });
    expect(desk).toContain('href="/film/boat-1931/screenings/add"');
    expect(desk).not.toContain('href="/film/pier-1932/screenings/add"');
    expect(await read('/admin/programme?film=zzzz', { cookie: curator.cookie })).toContain(
      'No film here has',
    );
  });

  test('the programme is read by venue, by month and page by page', async () => {
    await clear();
    await enter({ showings: '1.12.2026 – 31.12.2026 16:00 18:00 20:00 22:00' });
    await enter({ showings: '2026-12-24 11:00' }, '/film/pier-1932/screenings/add');
    const first = await page('/programme');
    const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(next).toMatch(/^\/programme\?after=/);
    const second = await page(next);
    const count = (html: string) => html.match(/<li><time/g)?.length ?? 0;
    expect([count(first), count(second)]).toEqual([100, 25]);
    const month = await read('/programme?month=2026-12&venue=lichtspiele-am-ufer');
    expect(month).toMatch(/Thursday 24 ?11:00 Pier 16:00 Boat/);
    expect((await site.get('/programme?venue=nowhere')).status).toBe(404);
    expect((await site.get('/venue/nowhere')).status).toBe(404);
    expect(await read('/programme?month=2027-13')).toContain('Day by day');
    const calendar = await page('/venue/lichtspiele-am-ufer/programme.ics');
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(125);
    expect((await page('/film/pier-1932/screenings.ics')).match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });
});
