import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertFilms } from '../../src/domain/new-film.ts';
import { type Fetch, openFetch } from '../../src/outside/fetch.ts';
import { startTmdb, type TmdbServer, V3_KEY } from '../outside/tmdb-server.ts';
import { startWikidata, states, type WikidataServer } from '../outside/wikidata-server.ts';
import { linesOfMain } from './page-text.ts';
import { openTestSite, type TestSite } from './site.ts';

const DAY = 86_400_000;

describe('films are looked up at TMDB', () => {
  let server: TmdbServer;
  let wikidata: WikidataServer;
  let fetch: Fetch;
  let site: TestSite;
  let owner: string;
  let lines: string[];
  beforeEach(async () => {
    [server, wikidata, lines] = [await startTmdb(), await startWikidata(), []];
    const loopback = [server.origin, wikidata.origin];
    fetch = openFetch({ agent: 'Houselights (test)', pause: 0, loopback, now: () => site.clock.now });
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const sources = { fetch, tmdb: server.origin, wikidata: wikidata.origin };
    site = await openTestSite({ surroundings: { sources, log } });
    owner = (await site.signedIn('olga', 'owner')).cookie;
  });
  afterEach(async () => {
    await site.close();
    await server.close();
    await wikidata.close();
  });

  const reader = () => site.site.store.reader;
  const give = (form: Record<string, string> = {}, cookie = owner) =>
    site.post('/admin/facts/tmdb', { key: V3_KEY, use: 'private', countries: 'gb', ...form }, { cookie });
  const act = (what: string, source = 'tmdb') =>
    site.post('/admin/facts', { source, do: what }, { cookie: owner });
  const sources = async () => (await site.get('/admin/facts', { cookie: owner })).text();
  const settled = () => site.site.work.settled();
  const later = async (days: number) => {
    site.clock.now += days * DAY;
    // What is due every day asks for other work.
    await settled();
    await settled();
  };
  const film = async (title: string, ids: Record<string, string>) => {
    const said = Object.entries(ids).map(([scheme, value]) => ({ field: `id:${scheme}`, value }));
    const facts = [{ field: 'title', value: title }, ...said];
    const origin = { source: 'import', batchId: null, now: site.clock.now } as const;
    const [id = ''] = await site.site.store.transact((writer) => insertFilms(writer, [{ facts }], origin));
    return id;
  };
  const there = (id: number, title: string, more: object = {}) =>
    server.films.set(String(id), { id, title, original_title: title, ...more });
  const shown = async (id: string) => (await reader().films.byId(id))!;
  const lookups = (source: 'tmdb' | 'wikidata' = 'tmdb') => reader().filmSources.lookups(source);

  test('not before the owner has said what use is made of it, and given a key', async () => {
    await film('Heat', { tmdb: '1' });
    const before = await sources();
    expect(before).not.toMatch(/<input[^>]*name="use"[^>]*checked/);
    for (const [form, wrong] of [
      [{ use: '' }, 'Please say whether the use is commercial.'],
      [{ use: 'commercial' }, 'TMDB wants a written agreement. Without one'],
      [{ key: '' }, 'A key is 32 digits'],
      [{ key: 'secret' }, 'A key is 32 digits'],
      [{ countries: 'Britain' }, 'A country is two letters'],
    ] as const) {
      const answer = await give(form);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(wrong);
    }
    expect((await act('on')).status).toBe(400);
    const { cookie } = await site.signedIn('kim', 'curator');
    expect((await give({}, cookie)).status).toBe(403);
    await settled();
    expect(server.asked).toEqual([]);
    expect(await reader().site.secret('tmdb')).toBeNull();
    expect((await give({ use: 'commercial', agreement: '1' })).headers.get('location')).toBe(
      '/admin/facts?done=on',
    );
    await settled();
    expect(server.asked).not.toEqual([]);
  });

  test('with the key, which nobody is shown and nothing keeps but the secrets', async () => {
    await film('Heat', { tmdb: '1' });
    await give();
    await settled();
    server.instead = (_, response) => {
      response.writeHead(401).end();
      return true;
    };
    await film('Thief', { tmdb: '2' });
    await act('now');
    await settled();
    const page = await sources();
    expect(page).toContain('it does not know the key');
    expect(page).toContain('A key is kept here and never shown.');
    const about = await (await site.get('/about')).text();
    const { rows } = await import('node:sqlite').then(({ DatabaseSync }) => {
      const db = new DatabaseSync(site.database, { readOnly: true });
      const names = db.prepare("select name from sqlite_master where type = 'table'").all() as {
        name: string;
      }[];
      const kept = names.filter(({ name }) => name !== 'secrets' && !name.startsWith('search_'));
      const all = kept.map(({ name }) => JSON.stringify(db.prepare(`select * from "${name}"`).all()));
      db.close();
      return { rows: all.join('') };
    });
    for (const text of [page, about, lines.join(''), rows, site.printed.join('')])
      expect(text).not.toContain(V3_KEY);
    expect(server.keys).toContain(V3_KEY);
    const asked = server.asked.length;
    expect((await act('forget')).headers.get('location')).toBe('/admin/facts?done=forgotten');
    await later(1);
    expect(server.asked).toHaveLength(asked);
    expect(await reader().site.secret('tmdb')).toBeNull();
  });

  test('and fill what nobody here says, with TMDB’s own sentence below it and on the page about the site', async () => {
    there(1, 'Heat', {
      ...{ overview: 'Two men.', runtime: 170, imdb_id: 'tt0113277', release_date: '1995-12-15' },
      credits: { cast: [{ id: 5, name: 'Ann Ålund', character: 'Neil', order: 0 }] },
      'watch/providers': {
        results: {
          GB: { link: 'https://www.themoviedb.org/movie/1/watch', flatrate: [{ provider_name: 'Kino' }] },
        },
      },
      videos: { results: [{ key: 'abcdef', site: 'YouTube', type: 'Trailer', official: true, name: 'T' }] },
    });
    const id = await film('Heat (imported)', { imdb: 'tt0113277' });
    await give();
    await settled();
    expect(await shown(id)).toMatchObject({ title: 'Heat (imported)', synopsis: 'Two men.', runtime: 170 });
    const { slug } = await shown(id);
    const text = linesOfMain(await (await site.get(`/film/${slug}/about`)).text()).join(' ');
    expect(text).toContain('uses the TMDB API but is not endorsed or certified by TMDB');
    expect(text).toContain('Where it can be watched is known by JustWatch.');
    expect(text).toMatch(/Trailer\s+Watch it at youtube.com/);
    const html = await (await site.get(`/film/${slug}`)).text();
    expect(html).not.toMatch(/<(?:img|iframe|script|link)[^>]*(?:tmdb|youtube)/);
    const about = await (await site.get('/about')).text();
    expect(linesOfMain(about).join(' ')).toContain('uses the TMDB API');
    expect(about).toMatch(/href="https:\/\/www\.themoviedb\.org\/"[^>]*><svg aria-hidden="true"/);
  });

  test('again when TMDB says they have changed, and not for what changed elsewhere', async () => {
    there(1, 'Heat', { runtime: 170 });
    there(2, 'Thief', { runtime: 122 });
    const [one, two] = [await film('Heat', { tmdb: '1' }), await film('Thief', { tmdb: '2' })];
    await give();
    await settled();
    there(1, 'Heat', { runtime: 171 });
    there(2, 'Thief', { runtime: 123 });
    server.changes = [[77, 78], [1]];
    await later(1);
    expect(await shown(one)).toMatchObject({ runtime: 171 });
    expect(await shown(two)).toMatchObject({ runtime: 122 });
    expect(server.asked.filter((path) => path.includes('changes'))).toEqual([
      '/3/movie/changes?start_date=2026-11-25&end_date=2026-11-26&page=1',
      '/3/movie/changes?start_date=2026-11-25&end_date=2026-11-26&page=2',
    ]);
    expect(await sources()).toContain('What has changed there was last read 26 November 2026');
  });

  test('reading what has changed goes on where it was after a failure, and says why it stood still', async () => {
    await film('Heat', { tmdb: '1' });
    there(1, 'Heat');
    await give();
    await settled();
    server.changes = [[5], [1]];
    let down = true;
    server.instead = (path, response) => {
      if (!down || !path.includes('page=2')) return false;
      response.writeHead(503).end();
      return true;
    };
    await later(1);
    expect((await lookups()).changes).toMatchObject({ error: 'busy' });
    expect(await sources()).toContain('Last trouble: it was busy');
    down = false;
    server.asked.length = 0;
    site.clock.now += 3_600_000;
    await settled();
    expect((await lookups()).changes).toMatchObject({ error: null });
    expect(server.asked).toEqual([expect.stringContaining('page=2'), expect.stringContaining('/3/movie/1?')]);
  });

  test('one that is gone there keeps its page and its facts for a while, is said to be gone, and lets go after six months', async () => {
    there(1, 'Heat', { runtime: 170, overview: 'Two men.' });
    const id = await film('Heat', { tmdb: '1' });
    await give();
    await settled();
    server.films.clear();
    server.changes = [[1]];
    await later(1);
    expect((await lookups()).counts).toMatchObject({ gone: 1, done: 0 });
    const { slug } = await shown(id);
    const facts = await (await site.get(`/film/${slug}/facts`, { cookie: owner })).text();
    expect(facts).toContain('TMDB: no longer there, 26 November 2026');
    expect(facts).toMatch(/170<\/p>\n<p class="soft">from TMDB[^<]*, no longer there/);
    for (let month = 0; month < 6; month += 1) await later(30);
    expect(await shown(id)).toMatchObject({ title: 'Heat', runtime: null, synopsis: null });
    expect((await site.get(`/film/${slug}`)).status).toBe(200);
    const former = await reader().facts.former(id);
    expect(former.filter(({ source }) => source === 'tmdb')).toEqual([]);
  });

  test('a curator has one looked up again at once', async () => {
    there(1, 'Heat', { runtime: 170 });
    const id = await film('Heat', { tmdb: '1' });
    await give();
    await settled();
    there(1, 'Heat', { runtime: 171 });
    const { slug } = await shown(id);
    const { cookie } = await site.signedIn('kim', 'curator');
    const answer = await site.post(`/film/${slug}/facts`, { do: 'look' }, { cookie });
    expect(answer.headers.get('location')).toBe(`/film/${slug}/facts?done=look`);
    await settled();
    expect(await shown(id)).toMatchObject({ runtime: 171 });
  });

  test('whoever stands higher is believed, and films follow when the owner says otherwise', async () => {
    there(1, 'Heat', { runtime: 170 });
    const minutes = { P2047: [states({ amount: '+171', unit: 'x/Q7727' })] };
    const statements = { P31: [states('Q11424')], ...minutes };
    wikidata.items.set('Q1', { id: 'Q1', labels: { en: 'Heat' }, statements });
    const id = await film('Heat', { tmdb: '1', wikidata: 'Q1' });
    await give();
    await settled();
    await act('on', 'wikidata');
    await settled();
    expect(await shown(id)).toMatchObject({ runtime: 170 });
    const order = (form: Record<string, string>) => site.post('/admin/facts/order', form, { cookie: owner });
    expect((await order({ up: 'wikidata' })).headers.get('location')).toBe(
      '/admin/facts?done=moved#up-wikidata',
    );
    await settled();
    expect(await shown(id)).toMatchObject({ runtime: 171 });
    const page = await sources();
    expect(page.indexOf('id="up-wikidata"')).toBeLessThan(page.indexOf('id="up-tmdb"'));
    await order({ down: 'wikidata' });
    await settled();
    expect(await shown(id)).toMatchObject({ runtime: 170 });
    for (const wrong of [{ up: 'curator' }, { up: '__proto__' }, { up: '' }])
      expect((await order(wrong)).status).toBe(400);
    const { cookie } = await site.signedIn('kim', 'curator');
    expect((await site.post('/admin/facts/order', { up: 'tmdb' }, { cookie })).status).toBe(403);
  });

  test('Wikidata is asked which of the films here were changed, merged or taken away', async () => {
    const item = (id: string, modified: string) =>
      wikidata.items.set(id, { id, labels: { en: id }, statements: { P31: [states('Q11424')] }, modified });
    for (const id of ['Q1', 'Q2', 'Q3']) {
      item(id, '2020-01-01T00:00:00Z');
      await film(id, { wikidata: id });
    }
    await act('on', 'wikidata');
    await settled();
    item('Q2', '2026-11-26T00:00:00Z');
    wikidata.items.delete('Q3');
    wikidata.asked.length = 0;
    await later(1);
    expect(wikidata.asked.filter((path) => path.includes('/items/')).map((path) => path.slice(-2))).toEqual([
      'Q2',
      'Q3',
    ]);
    expect((await lookups('wikidata')).counts).toMatchObject({ done: 2, gone: 1 });
  });
});
