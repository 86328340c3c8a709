import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertFilms, type NewFilm } from '../../src/domain/new-film.ts';
import { openTestSite, type TestSite } from './site.ts';
import { textOfMain } from './writing.ts';

const FERRY: NewFilm['facts'] = [
  { field: 'title', value: 'The Ferry' },
  { field: 'original-title', value: 'Færgen', language: 'da' },
  ...['de', 'fr', 'sv', 'fi'].map((code) => ({ field: `title:${code}`, value: `Ferry in ${code}` })),
  { field: 'year', value: 1970 },
  { field: 'runtime', value: 91 },
  { field: 'runtimes', value: [{ minutes: 120, name: 'For television' }] },
  { field: 'genres', value: ['Drama'] },
  { field: 'countries', value: ['DK', 'Yugoslavia'] },
  { field: 'studios', value: ['Nordlys'] },
  { field: 'release:DK:premiere', value: '1970-12-26' },
  { field: 'release:GB:theatrical', value: '1971-03' },
  { field: 'certificate:GB', value: 'A' },
  { field: 'synopsis:en', value: 'A ferry does not leave.' },
  { field: 'synopsis:de', value: 'Eine Fähre legt nicht ab.' },
  { field: 'trailer', value: { link: 'https://www.video.example/ferry?a=1&b=2' } },
  { field: 'watch:GB', value: [{ name: 'Reel', kind: 'rent', link: null }] },
  { field: 'credits:director', value: [{ name: 'Inge Vang' }, { name: 'Kit Moss' }] },
  {
    field: 'credits:actor',
    value: Array.from({ length: 60 }, (_, n) => ({ name: `Player ${n}`, character: `Part ${n}` })),
  },
  { field: 'credits:composer', value: [{ name: 'Ola Lind' }] },
  { field: 'credits:gaffer', value: [{ name: 'Per Berg' }] },
];

describe('What is known of a film', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openTestSite({ engine: 'sqlite' });
    const films = [{ facts: FERRY }, { facts: [{ field: 'title', value: 'Untold' }] }];
    const making = { source: 'tmdb', batchId: null, now: site.clock.now, licence: null } as const;
    await site.site.store.transact(async (writer) => {
      await insertFilms(writer, films, making);
      await writer.versions.raise('films');
    });
  });
  afterAll(() => site.close());
  const page = async (path: string, language = 'en') =>
    (await site.get(path, { headers: { 'accept-language': language } })).text();

  test('stands below what people wrote, the first of it, and asks nothing of other sites', async () => {
    const html = await page('/film/the-ferry-1970');
    const text = textOfMain(html);
    const order = ['The Ferry', 'Directed by', 'A ferry does not leave.', 'Add a review', 'See all reviews'];
    const places = [...order, 'About the film', 'Player 0'].map((said) => text.indexOf(said));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    for (const said of [
      'Music by',
      'Ola Lind',
      '26 December 1970',
      'March 1971',
      'For television',
      'Denmark',
    ])
      expect(text).toContain(said);
    expect(text).toContain('not endorsed or certified by TMDB');
    expect(text).not.toContain('Player 20');
    expect(html).toContain(
      'href="https://www.video.example/ferry?a=1&amp;b=2" rel="nofollow noopener noreferrer"',
    );
    expect(html).not.toMatch(/(?:src|srcset)="https?:/);
    expect(html).not.toContain('<iframe');
  });

  test('is told in the language of the reader, where it is known in it', async () => {
    const german = textOfMain(await page('/film/the-ferry-1970', 'de'));
    expect(german).toContain('Eine Fähre legt nicht ab.');
    expect(german).toContain('Dänemark');
    expect(german).not.toContain('A ferry does not leave.');
  });

  test('has a page of its own with everybody and every title, date and synopsis', async () => {
    const text = textOfMain(await page('/film/the-ferry-1970/about'));
    for (const said of ['Player 59', 'Part 59', 'Gaffer:', 'Per Berg', 'Ferry in fi', 'Færgen', 'Reel'])
      expect(text).toContain(said);
    expect(text).toContain('A ferry does not leave.');
    expect(text).toContain('Eine Fähre legt nicht ab.');
  });

  test('is nothing where only a title is known, and says so', async () => {
    expect(textOfMain(await page('/film/untold'))).not.toContain('About the film');
    expect(textOfMain(await page('/film/untold/about'))).toContain('Nothing more is known of it yet.');
    expect((await site.get('/film/no-such-film/about')).status).toBe(404);
  });
});
