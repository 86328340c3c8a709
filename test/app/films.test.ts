import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertFilms } from '../../src/domain/new-film.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { seedFilm } from '../store/seed-film.ts';
import { openTestSite, type TestSite } from './site.ts';

const COUNT = 150;

describeOnBothEngines('see more films', (engine) => {
  let site: TestSite;
  const page = async (path: string) => (await site.get(path)).text();
  const slugs = (text: string) =>
    [...text.slice(text.indexOf('</form>')).matchAll(/href="\/film\/([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );
  const walk = async (path: string) => {
    const seen: string[] = [];
    const spans: string[] = [];
    let at: string | undefined = path;
    for (let pages = 0; at && pages < 10; pages += 1) {
      const text: string = await page(at);
      seen.push(...slugs(text));
      spans.push(/(\d+ to \d+ of \d+)/.exec(text)?.[1] ?? '');
      at = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replace(/&amp;/g, '&');
    }
    return { seen, spans };
  };

  beforeAll(async () => {
    site = await openTestSite({ engine });
    await site.signedIn('the_owner', 'owner');
    await site.site.store.transact(async (writer) => {
      for (let number = 0; number < COUNT; number += 1) {
        const title = `Film ${String((number * 37) % COUNT).padStart(3, '0')}`;
        const year = number % 7 === 0 ? null : 1950 + (number % 40);
        await seedFilm(writer, { title, slug: `film-${number}`, year }, 1000 + number);
      }
      for (const [title, slug] of [
        ['The Čapek Boys', 'capek'],
        ['100% <Wool>', 'wool'],
        ['東京物語', 'tokyo'],
      ] as const)
        await seedFilm(writer, { title, slug, year: 2000 }, 5000);
      await writer.versions.raise('films');
    });
    await site.site.store.engine.transact(async (db) => {
      await db.updateTable('films').set({ reviews: 9 }).where('slug', '=', 'film-20').execute();
      await db.updateTable('films').set({ reviews: 5 }).where('slug', 'in', ['film-3', 'film-7']).execute();
    });
    await site.site.store.transact((writer) => writer.versions.raise('films'));
  });
  afterAll(() => site.close());

  test.each(['/films', '/films?sort=title', '/films?sort=year', '/films?sort=newest', '/films?as=table'])(
    '%s is walked without losing or repeating a film',
    async (path) => {
      const { seen, spans } = await walk(path);
      expect(seen).toHaveLength(COUNT + 3);
      expect(new Set(seen).size).toBe(COUNT + 3);
      expect(spans).toEqual(['1 to 60 of 153', '61 to 120 of 153', '121 to 153 of 153']);
    },
  );

  test('most reviewed come first unless asked otherwise', async () => {
    expect(slugs(await page('/films')).slice(0, 1)).toEqual(['film-20']);
    expect(
      slugs(await page('/films'))
        .slice(1, 3)
        .sort(),
    ).toEqual(['film-3', 'film-7']);
    expect(slugs(await page('/films?sort=nonsense')).slice(0, 1)).toEqual(['film-20']);
  });

  test('by title is by title, by year the newest first, undated last', async () => {
    const { seen } = await walk('/films?sort=title&q=film');
    const { films } = await site.site.store.reader.films.list({ sort: 'title', limit: 200 });
    const found = films.filter((film) => film.slug.startsWith('film-'));
    expect(seen).toEqual(found.map((film) => film.slug));
    expect(found.map((film) => film.title)).toEqual(found.map((film) => film.title).sort());
    const years = (await site.site.store.reader.films.list({ sort: 'year', limit: 200 })).films.map(
      (film) => film.year ?? 0,
    );
    expect(years).toEqual([...years].sort((one, other) => other - one));
  });

  test.each([
    ['capek', ['capek']],
    ['ČAPEK boys', ['capek']],
    ['the čap', ['capek']],
    ['100% wool', ['wool']],
    ['<wool>', ['wool']],
    ['京物', ['tokyo']],
    ['%', []],
    ['_', []],
    ['\\', []],
    ['no such film', []],
  ])('a search for "%s" finds what its words say', async (q, expected) => {
    const text = await page(`/films?q=${encodeURIComponent(q)}`);
    expect(slugs(text)).toEqual(expected);
    expect(text).toContain(expected.length === 1 ? '1 film' : '0 films');
    expect(text).not.toContain('<wool>');
  });

  test('a search without a hit says so and leads back to all films', async () => {
    const text = await page('/films?q=nothing+like+it&as=table');
    expect(text).toContain('No film here is found for “nothing like it”.');
    expect(text).toMatch(/class="empty">[^<]*<a href="\/films">/);
  });

  test.each(['%00', '%ff', 'a'.repeat(5000), "';drop table films;--", '\\', '_', '[', '*'])(
    'a search for %s is a search',
    async (q) => {
      expect((await site.get(`/films?q=${q}`)).status).toBe(200);
      expect(await site.site.store.reader.films.count()).toBe(COUNT + 3);
    },
  );

  test('the table names its columns and its rows', async () => {
    const text = await page('/films?as=table');
    expect(text.match(/<th scope="col"/g)).toHaveLength(5);
    expect(text.match(/<th scope="row"/g)).toHaveLength(60);
    expect(text).toMatch(/<section class="sideways" aria-label="Films" tabindex="0">/);
    expect(text).toContain('<option value="table" selected>');
  });
});

describeOnBothEngines('films that are sifted', (engine) => {
  let site: TestSite;
  const titles = async (path: string, cookie?: string) => {
    const text = await (await site.get(path, cookie ? { cookie } : {})).text();
    return [...text.matchAll(/<b dir="auto">([^<]+)<\/b><\/a>/g)].map(([, title]) => title);
  };

  beforeAll(async () => {
    site = await openTestSite({ engine });
    await site.signedIn('the_owner', 'owner');
    await site.site.store.transact(async (writer) => {
      const film = (title: string, facts: Record<string, unknown>) => ({
        facts: Object.entries({ title, ...facts }).map(([field, value]) => ({ field, value })),
      });
      await insertFilms(
        writer,
        [
          film('Saltmarsh', { year: 1974, runtime: 97, genres: ['Drama', 'Crime'], countries: ['GB', 'FR'] }),
          film('Kiri', {
            year: 1978,
            runtime: 38,
            genres: ['Drama'],
            languages: ['ja'],
            studios: ['Tide & Sons'],
          }),
          film('Otter', { year: 2003, runtime: 121, genres: ['Sci-Fi'], countries: ['Yugoslavia'] }),
          film('Undated', { genres: ['Drama'] }),
        ],
        { source: 'curator', batchId: null, now: 1000 },
      );
      await writer.versions.raise('films');
    });
  });
  afterAll(() => site.close());

  test.each([
    ['genre=drama', ['Kiri', 'Saltmarsh', 'Undated']],
    ['genre=drama&genre=crime', ['Saltmarsh']],
    ['genre=drama&decade=1970s', ['Kiri', 'Saltmarsh']],
    ['genre=science-fiction', ['Otter']],
    ['country=fr&genre=drama', ['Saltmarsh']],
    ['country=yugoslavia', ['Otter']],
    ['language=ja', ['Kiri']],
    ['studio=tide-sons', ['Kiri']],
    ['length=short', ['Kiri']],
    ['length=under-120', ['Saltmarsh']],
    ['genre=drama&sort=shortest', ['Kiri', 'Saltmarsh', 'Undated']],
    ['q=salt&genre=drama', ['Saltmarsh']],
    ['genre=drama&country=yugoslavia', []],
    ['average=3', []],
    ['genre=%00&genre=drama&length=nonsense&average=eleven&mine=all', ['Kiri', 'Saltmarsh', 'Undated']],
  ])('/films?%s is what is all of that', async (query, expected) => {
    expect(await titles(`/films?${query}`)).toEqual(expected);
  });

  test('whoever is signed in sifts by their own films; others are told how', async () => {
    const { cookie, authorId } = await site.signedIn('ada_quill');
    const film = (await site.site.store.reader.films.byTitle('Kiri', 1978))[0]!;
    const other = (await site.site.store.reader.films.byTitle('Otter', 2003))[0]!;
    await site.site.store.engine.transact(async (db) => {
      const mark = { author_id: authorId, first_author_id: authorId, visibility: 'me' as const };
      const rest = {
        liked: null,
        rating: null,
        rated: null,
        here: 1 as const,
        counted: 1 as const,
        batch_id: null,
      };
      await db
        .insertInto('marks')
        .values([
          { ...mark, ...rest, film_id: film.id, first_film_id: film.id, watched: '2020', watchlist: null },
          { ...mark, ...rest, film_id: other.id, first_film_id: other.id, watched: null, watchlist: '2020' },
        ])
        .execute();
    });
    expect(await titles('/films?mine=unseen', cookie)).toEqual(['Otter', 'Saltmarsh', 'Undated']);
    expect(await titles('/films?mine=wanted', cookie)).toEqual(['Otter']);
    expect(await titles('/films?mine=wanted')).toHaveLength(4);
    expect(await (await site.get('/films?mine=wanted')).text()).toContain('Sign in to sift by what you have');
  });

  test('the highest average comes first, and under five ratings there is none', async () => {
    await site.site.store.engine.transact(async (db) => {
      const set = (title: string, average: number) =>
        db.updateTable('films').set({ average_here: average }).where('title', '=', title).execute();
      await set('Otter', 770);
      await set('Undated', 905);
    });
    await site.site.store.transact((writer) => writer.versions.raise('films'));
    expect(await titles('/films?sort=rating')).toEqual(['Undated', 'Otter', 'Kiri', 'Saltmarsh']);
    expect(await titles('/films?average=4')).toEqual(['Undated']);
    expect(await titles('/films?average=3.5&sort=rating')).toEqual(['Undated', 'Otter']);
  });

  test('each genre, country, language, studio and decade has a page of its own', async () => {
    expect(await titles('/genre/drama')).toEqual(['Kiri', 'Saltmarsh', 'Undated']);
    expect(await titles('/country/gb')).toEqual(['Saltmarsh']);
    expect(await titles('/studio/tide-sons')).toEqual(['Kiri']);
    expect(await titles('/decade/1970s')).toEqual(['Kiri', 'Saltmarsh']);
    const text = await (await site.get('/language/ja')).text();
    expect(text).toContain('<h1>Films in Japanese</h1>');
    expect(text).toContain('<option value="ja" selected>Japanese</option>');
    for (const path of ['/genre/nothing', '/studio/%00', '/decade/1850s', '/country/zz'])
      expect((await site.get(path)).status).toBe(404);
  });

  test('what is chosen is named, and each of it can be taken out', async () => {
    const text = await (await site.get('/films?genre=drama&genre=crime&decade=1970s')).text();
    expect(text).toContain('<b dir="auto">Crime</b>');
    expect(text).toContain('href="/films?genre=drama&amp;decade=1970s" aria-label="Take out “Crime”"');
    expect(text).toContain('<input type="hidden" name="genre" value="crime">');
  });
});
