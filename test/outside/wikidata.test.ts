import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkFact } from '../../src/domain/fact-field.ts';
import { type Fetch, type FetchParts, openFetch } from '../../src/outside/fetch.ts';
import type { FilmSource } from '../../src/outside/source.ts';
import { openWikidata } from '../../src/outside/wikidata.ts';
import { describeWithShared, shared } from '../engines/shared.ts';
import { type Asked, answerOf, filmAsked } from './asking.ts';
import { startWikidata, states, type TestItem, type WikidataServer } from './wikidata-server.ts';

let server: WikidataServer;
let opened: Fetch[];
let source: FilmSource;
const open = (parts: Partial<FetchParts> = {}) => {
  const fetch = openFetch({ agent: 'Houselights/0 (test)', pause: 0, loopback: [server.origin], ...parts });
  opened.push(fetch);
  return openWikidata({ fetch, origin: server.origin });
};
beforeEach(async () => {
  server = await startWikidata();
  opened = [];
  source = open();
});
afterEach(async () => {
  for (const fetch of opened) fetch.stop();
  await server.close();
});

const look = (given: Asked, from = source) => answerOf(from, filmAsked(given));
const day = (date: string, precision = 11) => ({
  time: `+${date}T00:00:00Z`,
  precision,
  calendarmodel: 'http://www.wikidata.org/entity/Q1985727',
});
const add = (id: string, labels: TestItem['labels'], statements: TestItem['statements']) =>
  server.items.set(id, { id, type: 'item', labels, statements: { P31: [states('Q11424')], ...statements } });

describeWithShared('recorded items', () => {
  const folder = () => shared('data/wikidata');
  beforeEach(() => {
    for (const name of readdirSync(folder())) {
      const item = JSON.parse(readFileSync(`${folder()}/${name}`, 'utf8')) as TestItem;
      server.items.set(item.id, item);
    }
    for (const [id, name] of [
      ['Q56005', 'Ridley Scott'],
      ['Q471839', 'science fiction film'],
    ] as const)
      server.names.set(id, name);
  });

  test('every fact of every item is one we keep', async () => {
    for (const id of server.items.keys()) {
      const answer = await source.look(filmAsked({ ids: { wikidata: id } }));
      expect(answer).toMatchObject({ found: true, licence: 'CC0-1.0', link: expect.stringContaining(id) });
      if (!answer.found) continue;
      for (const { field, value } of answer.facts)
        expect(checkFact(field, value), `${id} ${field}`).toHaveProperty('value');
      expect(answer.facts.map(({ field }) => field)).toEqual(
        expect.arrayContaining(['title', 'original-title', 'released', 'runtime', 'countries', 'genres']),
      );
    }
  });

  test('releases by country, certificates and other lengths are read', async () => {
    for (const [id, name] of [
      ['Q18665344', 'R'],
      ['Q20644797', 'FSK 16'],
      ['Q23649983', 'A rating with a name as long as no certificate has'],
    ] as const)
      server.names.set(id, name);
    const { facts } = await look({ ids: { wikidata: 'Q184843' } });
    expect(Object.fromEntries(facts)).toMatchObject({
      'release:US:theatrical': '1982-06-25',
      'certificate:US': 'R',
      'certificate:DE': 'FSK 16',
      'credits:production-designer': [{ name: 'Person Q2161762' }],
    });
    expect(facts.has('certificate:NL')).toBe(false);
    const { facts: dream } = await look({ ids: { wikidata: 'Q25188' } });
    // London is no country.
    expect([...dream].filter(([field]) => field.startsWith('release:'))).toEqual([
      ['release:FR:theatrical', '2010-07-21'],
      ['release:US:theatrical', '2010-07-16'],
      ['release:GB:theatrical', '2010-07-16'],
    ]);
  });

  test.each([
    ['imdb', 'tt0083658'],
    ['tmdb', '78'],
    ['letterboxd', 'blade-runner'],
    ['wikidata', 'Q184843'],
  ])('a film is found by its id of %s', async (scheme, id) => {
    const { facts } = await look({ ids: { [scheme]: id }, title: 'Something else' });
    expect(Object.fromEntries(facts)).toMatchObject({
      title: 'Blade Runner',
      'original-title': 'Blade Runner',
      released: '1982-06-25',
      runtime: 112,
      countries: ['US', 'HK'],
      languages: ['en'],
      'credits:director': [{ name: 'Ridley Scott', ids: { wikidata: 'Q56005' } }],
      'id:imdb': 'tt0083658',
      'id:tmdb': '78',
      'id:letterboxd': 'blade-runner',
      'id:wikidata': 'Q184843',
      website: 'https://www.warnerbros.com/blade-runner',
    });
    expect(facts.get('genres')).toContain('Science fiction');
    expect(facts.get('credits:actor')).toContainEqual(
      expect.objectContaining({ character: 'Gaff', ids: { wikidata: 'Q211415' } }),
    );
    expect(facts.get('other-titles')).toContainEqual({ title: 'Бегущий по лезвию', language: 'ru' });
  });

  test('names are asked for fifty at once, and codes once for all films', async () => {
    await look({ ids: { wikidata: 'Q184843' } });
    const names = server.asked.filter((path) => path.includes('wbgetentities'));
    const counts = names.map((path) => decodeURIComponent(path).match(/Q\d+/g)?.length ?? 0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(50);
    expect(names.every((path) => path.includes('maxlag=5'))).toBe(true);
    await look({ ids: { wikidata: 'Q25188' } });
    expect(server.asked.filter((path) => path.includes('Q30/statements'))).toHaveLength(1);
  });

  test('an item of another film is not taken', async () => {
    expect(await look({ ids: { wikidata: 'Q184843', imdb: 'tt0113277' } })).toMatchObject({
      why: 'contradicts',
    });
  });
}, ['data/wikidata']);

describe('a film without an id', () => {
  beforeEach(() => {
    add('Q1', { en: 'Heat' }, { P577: [states(day('1995-12-15'))], P57: [states('Q11')] });
    add('Q2', { en: 'Heat' }, { P577: [states(day('1986-00-00', 9))], P57: [states('Q12')] });
    add('Q3', { en: 'Heat Wave' }, { P577: [states(day('1995-01-01'))] });
    server.names.set('Q11', 'Ann Ålund');
  });

  test('is found by title and year, or by title and director', async () => {
    expect((await look({ title: 'HEAT', year: 1996 })).facts.get('id:wikidata')).toBe('Q1');
    expect((await look({ title: 'Heat', directors: ['Ann Alund'] })).facts.get('id:wikidata')).toBe('Q1');
  });

  test('is not guessed at', async () => {
    expect(await look({ title: 'Heat' })).toMatchObject({ why: 'unknown' });
    expect(await look({ title: 'Heat', year: 1972 })).toMatchObject({ why: 'unknown' });
    expect(await look({ title: 'Heat', year: 1995, directors: ['Bo Berg'] })).toMatchObject({
      why: 'unknown',
    });
    add('Q4', { de: 'Heat' }, { P577: [states(day('1995-00-00', 9))] });
    expect(await look({ title: 'Heat', year: 1995 })).toMatchObject({ why: 'ambiguous' });
    expect(await look({ title: '"', year: 1995 })).toMatchObject({ why: 'unknown' });
  });
});

test('what is withdrawn, unknown, or in another shape is left out', async () => {
  add(
    'Q1',
    { en: 'Stalker', mul: 'Stalker', 'sr-el': 'Stalker 2' },
    {
      P577: [
        states(day('1979-00-00', 9)),
        states(day('1979-05-25')),
        states(day('1900-01-01'), {}, 'deprecated'),
      ],
      P2047: [
        { rank: 'normal', qualifiers: [], value: { type: 'somevalue' } },
        states({ amount: '+9720', unit: 'x/Q11574' }),
      ],
      P495: [states('Q15180')],
      P57: [states('Q11'), states({ no: 'item' }), 'nothing', states('Q11')],
      P345: [states('tt1'), states('nm0000001')],
      P4947: [states('1398'), states('1399')],
    },
  );
  server.names.set('Q15180', 'Soviet Union');
  const { facts } = await look({ ids: { wikidata: 'Q1' } });
  expect(Object.fromEntries(facts)).toEqual({
    title: 'Stalker',
    'other-titles': [{ title: 'Stalker 2', language: 'sr-Latn' }],
    released: '1979-05-25',
    runtime: 162,
    countries: ['Soviet Union'],
    'credits:director': [{ name: 'Person Q11', ids: { wikidata: 'Q11' } }],
    'id:wikidata': 'Q1',
  });
});

test('what is said of a cut, a disc or a city is told apart', async () => {
  server.names.set('Q50', 'director’s cut');
  const minutes = (amount: number, more = {}) => states({ amount: `+${amount}`, unit: 'x/Q7727' }, more);
  add(
    'Q1',
    { en: 'Heat' },
    {
      P2047: [minutes(170), minutes(188, { P518: 'Q50' }), minutes(200, { P518: 'unknown' })],
      P577: [
        states(day('1996-02-02'), { P291: 'Q145' }),
        states(day('1996-01-26'), { P291: 'Q145' }),
        states(day('1999-07-27'), { P291: 'Q145', P437: 'Q5294' }),
        states(day('1995-12-06'), { P291: 'Q65' }),
      ],
      P2629: [states('Q71', { P437: 'Q5294' }), states('Q70')],
    },
  );
  server.names.set('Q70', '15').set('Q71', '18');
  const { facts } = await look({ ids: { wikidata: 'Q1' } });
  expect(Object.fromEntries(facts)).toMatchObject({
    runtime: 170,
    runtimes: [{ minutes: 188, name: 'director’s cut' }],
    'release:GB:theatrical': '1996-01-26',
    'release:GB:physical': '1999-07-27',
    'certificate:GB': '15',
  });
  expect([...facts.keys()].filter((field) => field.startsWith('release:'))).toHaveLength(2);
});

test('the title is in the language of the site, where there is one', async () => {
  add('Q1', { en: 'The Lives of Others', de: 'Das Leben der Anderen' }, {});
  const answer = await source.look(filmAsked({ ids: { wikidata: 'Q1' }, language: 'de' }));
  expect(answer.found && answer.facts[0]).toEqual({
    field: 'title',
    value: 'Das Leben der Anderen',
    language: 'de',
  });
});

test('a person is no film, and nor is a series that somebody directed', async () => {
  for (const kind of ['Q5', 'Q5398426']) {
    server.items.set('Q9', {
      id: 'Q9',
      labels: { en: 'X' },
      statements: { P31: [states(kind)], P57: [states('Q1')] },
    });
    expect(await look({ ids: { wikidata: 'Q9' } })).toMatchObject({ why: 'contradicts' });
  }
});

describe('a source with a bad day', () => {
  const ids = { wikidata: 'Q1' };
  beforeEach(() => void add('Q1', { en: 'Heat' }, {}));
  const answers = (status: number, headers: Record<string, string>, body: string) => {
    server.instead = (_, response) => {
      response.writeHead(status, headers).end(body);
      return true;
    };
  };

  test('an item that is gone is said to be gone', async () => {
    server.items.clear();
    expect(await look({ ids })).toMatchObject({ why: 'gone' });
  });

  test('an item that was merged is found under its new id', async () => {
    server.instead = (path, response) => {
      if (!path.endsWith('/Q7')) return false;
      response.writeHead(308, { location: '/w/rest.php/wikibase/v1/entities/items/Q1' }).end();
      return true;
    };
    expect((await look({ ids: { wikidata: 'Q7' } })).facts.get('id:wikidata')).toBe('Q1');
  });

  test.each([
    ['asks to be left alone', 429, { 'retry-after': '60' }, '', { kind: 'busy', until: expect.any(Number) }],
    ['is down', 503, {}, 'down', { kind: 'busy' }],
    [
      'lags',
      200,
      { 'retry-after': '5' },
      '{"error":{"code":"maxlag"}}',
      { kind: 'busy', until: expect.any(Number) },
    ],
    ['bars us', 403, {}, '', { kind: 'refused' }],
    [
      'answers a web page',
      200,
      { 'content-type': 'text/html' },
      '<!doctype html><title>x',
      { kind: 'nonsense' },
    ],
    ['answers something else', 200, {}, '{"id":"Q1"}', { kind: 'nonsense' }],
    ['answers a list', 200, {}, '[]', { kind: 'nonsense' }],
    ['answers nothing', 200, {}, '', { kind: 'nonsense' }],
  ])('one that %s is not believed', async (_, status, headers, body, error) => {
    answers(status, headers as Record<string, string>, body);
    await expect(look({ ids })).rejects.toMatchObject(error);
    answers(status, headers as Record<string, string>, body);
    await expect(look({ ids: { imdb: 'tt0113277' } }, open())).rejects.toMatchObject({ kind: error.kind });
  });

  test('one that sends a hundred megabytes is broken off', async () => {
    server.instead = (_, response) => {
      const piece = Buffer.alloc(1_000_000, ' ');
      let left = 100;
      const more = () => {
        while (left > 0 && !response.destroyed && response.write(piece)) left -= 1;
        if (left > 0) response.once('drain', more);
      };
      more();
      return true;
    };
    await expect(look({ ids })).rejects.toMatchObject({ kind: 'too-large' });
  });

  test('one that is slow is not waited for', async () => {
    server.instead = () => true;
    await expect(look({ ids }, open({ within: 50 }))).rejects.toMatchObject({ kind: 'too-slow' });
  });

  test('one that breaks off between the film and its names gives nothing at all', async () => {
    server.instead = (path, response) => {
      if (!path.includes('wbgetentities')) return false;
      response.writeHead(500).end();
      return true;
    };
    add('Q1', { en: 'Heat' }, { P57: [states('Q11')] });
    await expect(look({ ids })).rejects.toMatchObject({ kind: 'busy' });
  });
});
