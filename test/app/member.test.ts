import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeList } from '../../src/domain/list.ts';
import { saveProfile } from '../../src/domain/profile.ts';
import type { Mark } from '../../src/domain/reader.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { seedFilm } from '../store/seed-film.ts';
import { openTestSite, type TestSite } from './site.ts';

describeOnBothEngines("somebody's pages", (engine) => {
  let site: TestSite;
  let ann: Awaited<ReturnType<TestSite['signedIn']>>;
  let bob: typeof ann;
  const films: string[] = [];

  beforeAll(async () => {
    site = await openTestSite({ engine });
    [ann, bob] = [await site.signedIn('ann'), await site.signedIn('bob')];
    await site.site.store.transact(async (writer) => {
      for (let number = 1; number <= 180; number += 1) {
        const title = `The Number ${String(number).padStart(3, '0')}`;
        const film = {
          title,
          year: 1900 + (number % 50),
          slug: `number-${number}`,
        };
        films.push(await seedFilm(writer, film, site.clock.now));
      }
      for (const [index, filmId] of films.entries())
        await writer.marks.set(
          mark(filmId, { watched: day(index), rating: (index % 10) + 1, rated: day(index) }),
        );
      for (const filmId of films.slice(0, 3))
        await writer.marks.set(mark(filmId, { authorId: bob.authorId, watchlist: '2020-01-01' }));
    });
  });
  afterAll(() => site.close());

  const day = (index: number) => new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
  const mark = (filmId: string, set: Partial<Mark>): Mark => ({
    authorId: ann.authorId,
    filmId,
    watched: null,
    liked: null,
    rating: null,
    rated: null,
    watchlist: null,
    visibility: 'everyone',
    here: true,
    counted: true,
    ...set,
  });
  const page = async (path: string, cookie?: string) => {
    const response = await site.get(path, cookie ? { cookie } : {});
    expect(response.status, path).toBe(200);
    return response.text();
  };
  const walk = async (from: string, what: RegExp) => {
    const found: string[] = [];
    let path: string | undefined = from;
    for (let pages = 0; path && pages < 10; pages += 1) {
      const text = await page(path);
      found.push(...[...text.matchAll(what)].map(([, one]) => one ?? ''));
      path = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replace(/&amp;/g, '&');
    }
    return found;
  };

  test.each([
    ['', (all: string[]) => all.reverse()],
    ['?sort=title', (all: string[]) => all],
  ])('films are walked page by page without losing or repeating one (%s)', async (query, order) => {
    const found = await walk(`/@ann/films${query}`, /<b dir="auto">The Number (\d{3})<\/b>/g);
    const all = films.map((_, index) => String(index + 1).padStart(3, '0'));
    expect(found).toEqual(order(all));
  });

  test.each(['year', 'rating'])('films by %s are all there, once each', async (sort) => {
    const found = await walk(`/@ann/films?sort=${sort}`, /<b dir="auto">The Number (\d{3})<\/b>/g);
    expect(new Set(found).size).toBe(180);
    expect(found).toHaveLength(180);
  });

  test('a rating that its author keeps to themselves is on nobody else’s page', async () => {
    const [first = ''] = films;
    await site.site.store.transact((writer) =>
      writer.marks.set(
        mark(first, { watched: '2031-01-01', rating: 9, rated: '2031-01-01', visibility: 'me' }),
      ),
    );
    expect(await page('/@ann/films')).not.toContain('The Number 001');
    expect(await page('/@ann/films', bob.cookie)).not.toContain('The Number 001');
    expect(await page('/@ann/films', ann.cookie)).toContain('The Number 001');
  });

  test('what is on the watchlist is not among the films seen', async () => {
    expect(await page('/@bob/watchlist')).toContain('The Number 002');
    expect(await page('/@bob/films')).not.toContain('The Number 002');
  });

  test('a diary is told by month, latest first, with a year that can be chosen', async () => {
    for (const [viewed, rewatch] of [
      ['2024-05-03', ''],
      ['2024-05-01', '1'],
      ['2019', ''],
    ] as const) {
      const [year = '', month = '', date = ''] = viewed.split('-');
      const form = {
        rating: '8',
        text: '',
        year,
        month: month.replace(/^0/, ''),
        day: date,
        rewatch,
        visibility: 'everyone',
      };
      const sent = await site.post('/film/number-7/review', form, { cookie: bob.cookie });
      expect(sent.status).toBe(303);
    }
    const diary = await page('/@bob/diary');
    expect([...diary.matchAll(/<h2 id="m-[^"]+">([^<]+)</g)].map(([, month]) => month)).toEqual([
      'May 2024',
      '2019',
    ]);
    expect([...diary.matchAll(/<time datetime="([^"]+)"/g)].map(([, date]) => date)).toEqual([
      '2024-05-03',
      '2024-05-01',
      '2019',
    ]);
    const year = await page('/@bob/diary?year=2024');
    expect(year).toContain('aria-current="page">2024</a>');
    expect(year).not.toContain('datetime="2019"');
  });

  test('a list keeps its order, its notes and its words, and is for whom it is meant', async () => {
    const [one = '', two = ''] = films;
    const input = {
      title: 'Rain & 花様年華',
      description: '<i>All<i> of it.',
      ranked: true,
      tags: ['rain'],
      visibility: 'everyone' as const,
      films: [
        { filmId: two, note: 'Wettest.' },
        { filmId: one, note: '' },
        { filmId: two, note: 'Twice.' },
      ],
      format: 'lbml' as const,
    };
    await site.site.store.transact(async (writer) => {
      await makeList(writer, ann.authorId, input, site.clock.now);
      await makeList(writer, ann.authorId, { ...input, visibility: 'me' }, site.clock.now);
    });
    const shelf = await page('/@ann/lists');
    const [, address = ''] = /<h2><a href="([^"]+)"/.exec(shelf) ?? [];
    expect(decodeURIComponent(address)).toBe('/@ann/list/rain-花様年華');
    expect(shelf.match(/<h2><a/g)).toHaveLength(1);
    const list = await page(address);
    expect(
      [...list.matchAll(/<li value="(\d)">.*?<b>([^<]+)<\/b>/g)].map(([, place, title]) => [place, title]),
    ).toEqual([
      ['1', 'The Number 002'],
      ['2', 'The Number 001'],
    ]);
    expect(list).toContain('<i>All</i> of it.');
    expect(list).toContain('Twice.');
    expect((await site.get(`${address}-2`)).status).toBe(404);
    expect(await page(`${address}-2`, ann.cookie)).toContain('Only you can see this.');
    expect(await page('/lists')).toContain('Rain &amp; 花様年華');
  });

  test('a profile shows what somebody says of themselves, and nothing that runs', async () => {
    await site.site.store.transact((writer) =>
      saveProfile(
        writer,
        bob.authorId,
        {
          bio: '<b>Projectionist</b><script>alert(1)</script>',
          format: 'lbml',
          location: '"><img src=x onerror=alert(1)>',
          website: 'javascript:alert(1)',
          pronoun: 'they / them',
          favourites: films.slice(0, 6),
        },
        site.clock.now,
      ),
    );
    const text = await page('/@bob');
    expect(text).toContain('<b>Projectionist</b>');
    expect(text).not.toMatch(/<script>|<img src=x|javascript:/);
    expect(text).toContain('they / them');
    expect(
      text
        .match(/<section class="part" aria-labelledby="favourites">[\s\S]*?<\/section>/)?.[0]
        .match(/<li>/g),
    ).toHaveLength(4);
  });

  test('a former name and capitals lead to the same room of the present one', async () => {
    for (const room of ['', '/diary', '/films?sort=year', '/lists', '/watchlist', '/reviews']) {
      const response = await site.get(`/@ANN${room}`);
      expect([response.status, response.headers.get('location')]).toEqual([301, `/@ann${room}`]);
    }
  });

  test.each(['/diary', '/films', '/reviews', '/lists', '/watchlist', ''])(
    'a page of somebody who has nothing says so (%s)',
    async (room) => {
      await site.signedIn(`nobody${room.slice(1)}`);
      expect(await page(`/@nobody${room.slice(1)}${room}`)).toContain('class="empty"');
    },
  );

  test.each([
    '/@ann/films?after=bm9wZQ&sort=year',
    '/@ann/films?after=WyJ4IiwieSJd&sort=rating',
    '/@ann/diary?after=%00',
    '/@ann/diary?year=abcd',
    '/@ann/lists?after=W10',
    '/lists?after=WyJhIiwxXQ',
  ])('a broken address shows the first page (%s)', async (path) => {
    await page(path);
  });
});
