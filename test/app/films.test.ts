import { afterAll, beforeAll, expect, test } from 'vitest';
import { titleKey } from '../../src/domain/slug.ts';
import { describeOnBothEngines } from '../engines/store.ts';
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
        await writer.films.add(
          { title, titleKey: titleKey(title), slug: `film-${number}`, year },
          1000 + number,
        );
      }
      for (const [title, slug] of [
        ['The Čapek Boys', 'capek'],
        ['100% <Wool>', 'wool'],
        ['東京物語', 'tokyo'],
      ] as const)
        await writer.films.add({ title, titleKey: titleKey(title), slug, year: 2000 }, 5000);
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
    const films = await site.site.store.reader.films.list({ sort: 'title', search: 'film', limit: 200 });
    expect(seen).toEqual(films.films.map((film) => film.slug));
    expect(films.films.map((film) => film.title)).toEqual(films.films.map((film) => film.title).sort());
    const years = (await site.site.store.reader.films.list({ sort: 'year', limit: 200 })).films.map(
      (film) => film.year ?? 0,
    );
    expect(years).toEqual([...years].sort((one, other) => other - one));
  });

  test.each([
    ['capek', ['capek']],
    ['ČAPEK boys', ['capek']],
    ['the čap', ['capek']],
    ['100%', ['wool']],
    ['<wool>', ['wool']],
    ['京物', ['tokyo']],
    ['%', ['wool']],
    ['_', []],
    ['\\', []],
    ['no such film', []],
  ])('a search for "%s" finds what its letters say', async (q, expected) => {
    const text = await page(`/films?q=${encodeURIComponent(q)}`);
    expect(slugs(text)).toEqual(expected);
    expect(text).toContain(expected.length === 1 ? '1 film' : '0 films');
    expect(text).not.toContain('<wool>');
  });

  test('a search without a hit says so and leads back to all films', async () => {
    const text = await page('/films?q=nothing+like+it&as=table');
    expect(text).toContain('No title here has “nothing like it” in it.');
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
