import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setFact } from '../../src/domain/fact.ts';
import { insertFilms } from '../../src/domain/new-film.ts';
import { undo } from '../../src/interchange/undo.ts';
import { type Fetch, openFetch } from '../../src/outside/fetch.ts';
import { startWikidata, states, type WikidataServer } from '../outside/wikidata-server.ts';
import { importing } from '../store/importing.ts';
import { openTestSite, type TestSite } from './site.ts';

const DAY = 86_400_000;

describe('films are looked up at Wikidata', () => {
  let server: WikidataServer;
  let fetch: Fetch;
  let site: TestSite;
  let owner: string;
  beforeEach(async () => {
    server = await startWikidata();
    fetch = openFetch({ agent: 'Houselights (test)', pause: 0, loopback: [server.origin] });
    site = await openTestSite({ surroundings: { sources: { fetch, wikidata: server.origin } } });
    owner = (await site.signedIn('olga', 'owner')).cookie;
  });
  afterEach(async () => {
    await site.close();
    await server.close();
  });

  const item = (id: string, title: string, statements: Record<string, unknown[]> = {}) =>
    server.items.set(id, {
      id,
      labels: { en: title },
      statements: { P31: [states('Q11424')], P57: [states('Q11')], ...statements },
    });
  const film = async (title: string, ids: Record<string, string>) => {
    const facts = [
      { field: 'title', value: title },
      ...Object.entries(ids).map(([scheme, value]) => ({ field: `id:${scheme}`, value })),
    ];
    const origin = { source: 'import', batchId: null, now: site.clock.now } as const;
    const [id = ''] = await site.site.store.transact((writer) => insertFilms(writer, [{ facts }], origin));
    return id;
  };
  const allow = (on = true) =>
    site.post('/admin/facts', { source: 'wikidata', do: on ? 'on' : 'off' }, { cookie: owner });
  const settled = () => site.site.work.settled();
  const shown = async (id: string) => (await site.site.store.reader.films.byId(id))!;
  const lookups = () => site.site.store.reader.filmSources.lookups('wikidata');
  const settings = async () => (await site.get('/admin/facts', { cookie: owner })).text();
  const minutes = (amount: number) => ({ P2047: [states({ amount: `+${amount}`, unit: 'x/Q7727' })] });

  test('not before the owner allows it, and by nobody else’s word', async () => {
    item('Q1', 'Heat');
    await film('Heat', { wikidata: 'Q1' });
    await settled();
    const { cookie } = await site.signedIn('kim', 'curator');
    expect((await site.post('/admin/facts', { source: 'wikidata', do: 'on' }, { cookie })).status).toBe(403);
    await settled();
    expect(server.asked).toEqual([]);
    expect(await settings()).toContain('Look films up at Wikidata');
  });

  test('all that are there once it is allowed, then each new one, and none any more once it is not', async () => {
    item('Q1', 'Heat', minutes(170));
    item('Q2', 'Thief', minutes(123));
    const one = await film('Heat (imported)', { wikidata: 'Q1' });
    expect((await allow()).headers.get('location')).toBe('/admin/facts?done=on');
    await settled();
    expect(await shown(one)).toMatchObject({ title: 'Heat (imported)', runtime: 170 });
    const two = await film('Thief', { wikidata: 'Q2' });
    await film('Nobody knows it', { wikidata: 'Q3' });
    site.site.work.wake();
    await settled();
    expect(await shown(two)).toMatchObject({ runtime: 123 });
    expect((await lookups()).counts).toMatchObject({ done: 2, gone: 1, waiting: 0 });
    expect(await settings()).toMatch(/asked in the background[\s\S]*Found: 2[\s\S]*No longer there: 1/);
    expect((await allow(false)).headers.get('location')).toBe('/admin/facts?done=off');
    const asked = server.asked.length;
    await film('Late', { wikidata: 'Q2' });
    await settled();
    expect(server.asked).toHaveLength(asked);
    expect(await shown(one)).toMatchObject({ runtime: 170 });
  });

  test('those an import brings; undoing it takes them away all the same', async () => {
    item('Q1', 'Heat', minutes(170));
    await allow();
    await settled();
    const { store } = site.site;
    const film = { '@type': 'Movie', name: 'Heat', sameAs: 'https://www.wikidata.org/wiki/Q1' };
    const { batch } = await importing(store, {
      '@type': 'Review',
      author: { '@type': 'Person', name: 'Ann' },
      itemReviewed: film,
      reviewBody: 'Hot.',
    });
    // The clock by which imports of tests go is shared, and ahead of this site's.
    site.clock.now += 500_000;
    site.site.work.wake();
    await settled();
    const id = (await store.reader.films.idByExternal('wikidata', 'Q1')) ?? '';
    expect(await shown(id)).toMatchObject({ title: 'Heat', runtime: 170 });
    await undo(store, batch ?? '', () => site.clock.now);
    expect(await store.reader.films.byId(id)).toBeNull();
    expect((await lookups()).counts.done).toBe(0);
  });

  test('again when their facts have grown old; a curator’s word holds, and an id that is gone takes nothing', async () => {
    item('Q1', 'Heat', minutes(170));
    const id = await film('Heat', { wikidata: 'Q1' });
    await allow();
    await settled();
    const curator = { memberId: null, authorId: null, role: 'curator' } as const;
    const year = { field: 'year', value: 1995 };
    await site.site.store.transact((writer) => setFact(writer, id, year, curator, site.clock.now));
    item('Q1', 'Heat', {
      ...minutes(171),
      P577: [states({ time: '+1999-01-01T00:00:00Z', precision: 9, calendarmodel: 'x/Q1985727' })],
    });
    const again = async (days: number) => {
      site.clock.now += days * DAY;
      await settled();
    };
    await again(1);
    expect(await shown(id)).toMatchObject({ runtime: 170 });
    await again(30);
    await again(1);
    expect(await shown(id)).toMatchObject({ runtime: 171, released: '1999', year: 1995 });
    server.items.clear();
    await again(31);
    await again(1);
    expect((await lookups()).counts).toMatchObject({ gone: 1, done: 0 });
    expect(await shown(id)).toMatchObject({ title: 'Heat', runtime: 171, year: 1995 });
  });

  test('a source that asks for a rest has it, its trouble is shown, and the work goes on afterwards', async () => {
    for (const n of [1, 2, 3, 4, 5]) {
      item(`Q${n}`, `Film ${n}`);
      await film(`Film ${n}`, { wikidata: `Q${n}` });
    }
    server.instead = (_, response) => {
      response.writeHead(503).end();
      return true;
    };
    await allow();
    await settled();
    expect(server.asked).toHaveLength(1);
    expect(await lookups()).toMatchObject({ counts: { failed: 1, waiting: 4 }, failure: { error: 'busy' } });
    expect(await settings()).toContain('Last trouble: it was busy');
    server.instead = () => false;
    site.clock.now += 3_600_000;
    await settled();
    expect(await lookups()).toMatchObject({ counts: { done: 5, failed: 0, waiting: 0 }, failure: null });
  });

  test('one answer that cannot be read does not hold up the next film', async () => {
    item('Q2', 'Thief');
    await film('Heat', { wikidata: 'Q1' });
    await film('Thief', { wikidata: 'Q2' });
    server.instead = (path, response) => {
      if (!path.endsWith('/Q1')) return false;
      response.end('<html>');
      return true;
    };
    await allow();
    await settled();
    expect(await lookups()).toMatchObject({ counts: { failed: 1, done: 1 }, failure: { error: 'nonsense' } });
  });

  test('a site that stops in the middle goes on where it was', async () => {
    item('Q1', 'Heat');
    await film('Heat', { wikidata: 'Q1' });
    let stopped = () => {};
    const reached = new Promise<void>((resolve) => {
      stopped = resolve;
    });
    server.instead = () => {
      stopped();
      return true;
    };
    await allow();
    site.site.work.wake();
    await reached;
    fetch.stop();
    await site.site.work.stop();
    expect((await lookups()).counts).toMatchObject({ waiting: 1, failed: 0 });
    expect(await site.site.store.reader.jobs.due(site.clock.now, ['facts'])).toBe(true);
  });

  test('the films of the demonstration are not looked up', async () => {
    await site.site.store.transact((writer) => writer.site.set({ settings: { demonstration: true } }, 0));
    await film('Heat', { wikidata: 'Q1' });
    await allow();
    await settled();
    expect(server.asked).toEqual([]);
    expect(await settings()).toContain('films of the demonstration');
  });
});
