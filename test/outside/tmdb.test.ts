import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkFact } from '../../src/domain/fact-field.ts';
import { type Fetch, openFetch } from '../../src/outside/fetch.ts';
import type { FilmSource } from '../../src/outside/source.ts';
import { openTmdb } from '../../src/outside/tmdb.ts';
import { describeWithShared, shared } from '../engines/shared.ts';
import { type Asked, answerOf, filmAsked } from './asking.ts';
import { startTmdb, type TestFilm, type TmdbServer, V3_KEY, V4_TOKEN } from './tmdb-server.ts';

let server: TmdbServer;
let opened: Fetch[];
let key: string | null;
let source: FilmSource;
const open = (within = 10_000) => {
  const fetch = openFetch({ agent: 'Houselights/0 (test)', pause: 0, loopback: [server.origin], within });
  opened.push(fetch);
  return openTmdb({ fetch, origin: server.origin, key: async () => key });
};
beforeEach(async () => {
  server = await startTmdb();
  opened = [];
  key = V3_KEY;
  source = open();
});
afterEach(async () => {
  for (const fetch of opened) fetch.stop();
  await server.close();
});

const asks = (given: Asked) => filmAsked({ languages: ['en', 'de'], ...given });
const look = (given: Asked, from = source) => answerOf(from, asks(given));
const add = (id: number, title: string, more: object = {}) =>
  server.films.set(String(id), { id, title, ...more });
const directed = (...names: string[]) => ({
  credits: { crew: names.map((name, at) => ({ id: 900 + at, name, job: 'Director' })) },
});

describeWithShared('recorded films', () => {
  const recorded = (path: string) =>
    JSON.parse(readFileSync(shared(`data/tmdb/${path}`), 'utf8')) as TestFilm;
  const part = (name: string) => recorded(`themoviedbapi/movies/${name}.json`);
  beforeEach(() => {
    const one = recorded('themoviedbapi/movies/details_with_append_to_response.json');
    const club = {
      ...recorded('swift-client/movie-details-append-response.json'),
      ...{ release_dates: part('release_dates'), translations: part('translations') },
      ...{ alternative_titles: part('alternative_titles'), credits: part('credits') },
    };
    const dream = recorded(
      'neodb-recorded/movie_27205_language_ko_append_to_response_external_ids_credits.json',
    );
    for (const film of [one, club, dream]) server.films.set(String(film.id), film);
  });

  test('every fact of every film is one we keep', async () => {
    for (const id of server.films.keys()) {
      const answer = await source.look(asks({ ids: { tmdb: id }, countries: ['AT', 'DE'] }));
      expect(answer).toMatchObject({ found: true, id, link: `https://www.themoviedb.org/movie/${id}` });
      if (!answer.found) continue;
      for (const { field, value } of answer.facts)
        expect(checkFact(field, value), `${id} ${field} ${JSON.stringify(value)}`).toHaveProperty('value');
    }
  });

  test('titles, dates, certificates, people and all the rest are read', async () => {
    const { facts } = await look({ ids: { imdb: 'tt0137523' }, languages: ['en', 'ru'] });
    expect(Object.fromEntries(facts)).toMatchObject({
      title: 'Fight Club',
      'original-title': 'Fight Club',
      released: '1999-10-12',
      runtime: 139,
      genres: ['Drama'],
      'release:US:premiere': '1999-09-21',
      'release:US:theatrical': '1999-10-15',
      'release:FR:digital': '2011-09-08',
      'release:FR:physical': '2000-11-15',
      'certificate:NL': '16',
      'credits:director': [{ name: 'David Fincher', ids: { tmdb: '7467' } }],
      'synopsis:ru': expect.any(String),
      trailer: { link: 'https://www.youtube.com/watch?v=SUXWAEX2jlg', name: 'Trailer' },
      still: { link: 'https://image.tmdb.org/t/p/original/fCayJrkfRaCRCTh8GqN30f8oyQF.jpg' },
      'id:imdb': 'tt0137523',
      'id:tmdb': '550',
      'id:wikidata': 'Q190050',
    });
    expect(facts.get('other-titles')).toEqual(
      expect.arrayContaining([
        { title: 'Бойцовский клуб', language: 'ru' },
        { title: 'Clube da Luta', language: 'pt-BR' },
        { title: 'Boen klub', language: null },
      ]),
    );
    expect([...facts.keys()].filter((field) => /^synopsis|^watch/.test(field))).toEqual([
      'synopsis:en',
      'synopsis:ru',
    ]);
    const cast = facts.get('credits:actor') as { name: string }[];
    expect(cast.slice(0, 2).map(({ name }) => name)).toEqual(['Edward Norton', 'Brad Pitt']);
  });

  test('where to watch is told for the countries that are wanted', async () => {
    const { facts } = await look({ ids: { tmdb: '12313' }, countries: ['AT', 'XX'] });
    expect(facts.get('watch:AT')).toContainEqual({
      name: 'Amazon Prime Video',
      kind: 'stream',
      link: 'https://www.themoviedb.org/movie/12313-bergkristall/watch?locale=AT',
    });
    expect([...facts.keys()].filter((field) => field.startsWith('watch'))).toEqual(['watch:AT']);
  });
}, ['data/tmdb']);

describe('a film', () => {
  test('is found by its id there, by that of IMDb, and in the site’s own language', async () => {
    const translations = {
      translations: [
        { iso_639_1: 'de', iso_3166_1: 'AT', data: { title: 'Hitze', overview: 'Zwei Männer.' } },
        { iso_639_1: 'de', iso_3166_1: 'DE', data: { title: 'Die Hitze', overview: '' } },
        { iso_639_1: 'cn', iso_3166_1: 'HK', data: { title: '盜火線', overview: '' } },
      ],
    };
    add(949, 'Heat', { external_ids: { imdb_id: 'tt0113277' }, overview: 'Two men.', translations });
    expect((await look({ ids: { tmdb: '949' } })).facts.get('title')).toBe('Heat');
    const { facts } = await look({ ids: { imdb: 'tt0113277' }, language: 'de-DE' });
    expect(Object.fromEntries(facts)).toMatchObject({
      title: 'Die Hitze',
      'synopsis:en': 'Two men.',
      'synopsis:de': 'Zwei Männer.',
      'other-titles': expect.arrayContaining([
        { title: 'Heat', language: 'en' },
        { title: '盜火線', language: 'yue' },
      ]),
    });
  });

  test('without an id is found where title, year and director leave no other, and is not guessed at', async () => {
    add(1, 'Heat', { release_date: '1995-12-15', ...directed('Ann Ålund') });
    add(2, 'Heat', { release_date: '1986-11-14', ...directed('Bo Berg') });
    add(3, 'Heat Wave', { release_date: '1995-01-01' });
    add(4, 'Stille', {
      release_date: '1963-09-23',
      alternative_titles: { titles: [{ title: 'The Quiet' }] },
    });
    expect(await look({ title: 'HEAT', year: 1995 })).toMatchObject({ id: '1' });
    expect(await look({ title: 'Heat', year: 1987 })).toMatchObject({ id: '2' });
    expect(await look({ title: 'Heat', directors: ['Ann Alund'] })).toMatchObject({ id: '1' });
    expect(await look({ title: 'The Quiet', year: 1963 })).toMatchObject({ id: '4' });
    expect(await look({ title: 'Heat' })).toMatchObject({ why: 'unknown' });
    expect(await look({ title: 'Heat', year: 1972 })).toMatchObject({ why: 'unknown' });
    expect(await look({ title: 'Heat', year: 1995, directors: ['Bo Berg'] })).toMatchObject({
      why: 'unknown',
    });
    add(5, 'Heat', { release_date: '1995-03-01' });
    expect(await look({ title: 'Heat', year: 1995 })).toMatchObject({ why: 'ambiguous' });
  });

  test('that was merged there is found by its other id; one that is gone is said to be gone', async () => {
    add(2, 'Heat', { imdb_id: 'tt0113277' });
    expect(await look({ ids: { tmdb: '1', imdb: 'tt0113277' } })).toMatchObject({ id: '2' });
    expect(await look({ ids: { tmdb: '1', imdb: 'tt0000009' } })).toMatchObject({ why: 'gone' });
    expect(await look({ ids: { tmdb: '1' }, title: 'Heat', year: 1995 })).toMatchObject({ why: 'gone' });
  });

  test('of the same number that is another one is not taken', async () => {
    add(1399, 'Passengers', { release_date: '2008-09-25', external_ids: { imdb_id: 'tt0449487' } });
    expect(await look({ ids: { tmdb: '1399', imdb: 'tt0944947' } })).toMatchObject({ why: 'contradicts' });
    expect(await look({ ids: { tmdb: '1399' }, title: 'Game of Thrones', year: 2011 })).toMatchObject({
      why: 'contradicts',
    });
    expect(await look({ ids: { tmdb: '1399' }, title: 'Les Passagers', year: 2009 })).toMatchObject({
      id: '1399',
    });
  });
});

test('what is missing, empty or in another shape is left out', async () => {
  add(7, 'Stalker', {
    ...{ runtime: 0, overview: null, homepage: 'ftp://x', release_date: '', poster_path: '../../etc/passwd' },
    ...{ genres: [{ id: 1 }, { name: 'Drama' }], spoken_languages: 'ru', production_countries: null },
    credits: { cast: [{ name: 'Nobody' }, { id: 5, name: 'Alisa F.', order: 'x' }], crew: {} },
    videos: { results: [{ key: '"><script>', site: 'YouTube', type: 'Trailer' }, { site: 'Elsewhere' }] },
    release_dates: { results: [{ iso_3166_1: 'SU', release_dates: [{ type: 9, release_date: 'x' }] }] },
    'watch/providers': { results: ['x'] },
  });
  const { facts } = await look({ ids: { tmdb: '7' }, countries: ['GB', '__proto__'] });
  expect(Object.fromEntries(facts)).toEqual({
    title: 'Stalker',
    genres: ['Drama'],
    'credits:actor': [{ name: 'Alisa F.', ids: { tmdb: '5' } }],
    'id:tmdb': '7',
  });
});

describe('the key', () => {
  test('goes with each request, as its kind is sent, and where it is none nobody is asked', async () => {
    add(1, 'Heat');
    await look({ ids: { tmdb: '1' } });
    key = V4_TOKEN;
    await look({ ids: { tmdb: '1' } });
    expect(server.keys).toEqual([V3_KEY, `Bearer ${V4_TOKEN}`]);
    key = null;
    await expect(look({ ids: { tmdb: '1' } })).rejects.toMatchObject({ kind: 'no-key' });
    expect(server.keys).toHaveLength(2);
  });

  test('is not sent on to where an answer leads, nor told in any error', async () => {
    const other = await startTmdb();
    const fetch = openFetch({ agent: 'test', pause: 0, loopback: [server.origin, other.origin] });
    opened.push(fetch);
    server.instead = (_, response) => {
      response.writeHead(302, { location: `${other.origin}/3/movie/1` }).end();
      return true;
    };
    for (key of [V3_KEY, V4_TOKEN]) {
      const error = await openTmdb({ fetch, origin: server.origin, key: async () => key })
        .look(asks({ ids: { tmdb: '1' } }))
        .catch((one: unknown) => one);
      expect(error).toMatchObject({ kind: 'no-key' });
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(key);
    }
    expect(other.keys).toEqual(['', '']);
    await other.close();
  });
});

describe('a source with a bad day', () => {
  const ids = { tmdb: '1' };
  beforeEach(() => void add(1, 'Heat'));

  test.each([
    ['asks to be left alone', 429, { 'retry-after': '60' }, '', { kind: 'busy', until: expect.any(Number) }],
    ['is down', 503, {}, 'down', { kind: 'busy' }],
    ['does not know the key', 401, {}, '{}', { kind: 'no-key' }],
    ['bars us', 403, {}, '', { kind: 'refused' }],
    ['answers a web page', 200, { 'content-type': 'text/html' }, '<!doctype html>x', { kind: 'nonsense' }],
    ['answers half of it', 200, {}, '{"id":1,"title":"He', { kind: 'nonsense' }],
    ['answers about another film', 200, {}, '{"id":2,"title":"Thief"}', { kind: 'nonsense' }],
    ['answers nothing', 200, {}, '', { kind: 'nonsense' }],
    [
      'leads to a private address',
      302,
      { location: 'http://169.254.169.254/' },
      '',
      { kind: 'forbidden-address' },
    ],
    ['leads in circles', 302, { location: '/3/movie/1' }, '', { kind: 'too-many-redirects' }],
  ])('one that %s is not believed', async (_, status, headers, body, error) => {
    server.instead = (_path, response) => {
      response.writeHead(status, headers as Record<string, string>).end(body);
      return true;
    };
    await expect(look({ ids })).rejects.toMatchObject(error);
  });

  test('one that sends a hundred megabytes, or is slow, is broken off', async () => {
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
    server.instead = () => true;
    await expect(look({ ids }, open(50))).rejects.toMatchObject({ kind: 'too-slow' });
  });
});

test('what has changed is read day by day, page by page', async () => {
  server.changes = [[1, 2], [3]];
  const { changes } = source;
  if (changes.told !== 'by-day') throw new Error('told otherwise');
  const days = { from: '2026-11-24', to: '2026-11-25' };
  expect(await changes.page(days, 1)).toEqual({ ids: ['1', '2'], pages: 2 });
  expect(await changes.page(days, 2)).toEqual({ ids: ['3'], pages: 2 });
  expect(server.asked.at(-1)).toBe('/3/movie/changes?start_date=2026-11-24&end_date=2026-11-25&page=2');
});
