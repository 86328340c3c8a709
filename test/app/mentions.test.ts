import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { askForFilms } from '../../src/domain/mentions/work.ts';
import { filmSlug } from '../../src/domain/slug.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { seedFilm } from '../store/seed-film.ts';
import { openTestSite, type TestSite } from './site.ts';

const FILMS: [title: string, year: number][] = [
  ['Heat', 1995],
  ['Barry Lyndon', 1975],
  ['High and Low', 1963],
  ['Contagion', 2011],
];

const SAID = 'It moves like <i>Barry Lyndon</i>.\nFile this alongside High & Low…';

describeOnBothEngines('the films that reviews name', (engine) => {
  let site: TestSite;
  let ann: { cookie: string; memberId: string; authorId: string };
  let ben: typeof ann;
  const slugs = new Map<string, string>();
  const ids = new Map<string, string>();
  let round = 0;

  beforeAll(async () => {
    site = await openTestSite({ engine });
    await site.signedIn('the_owner', 'owner');
    ann = await site.signedIn('ann');
    ben = await site.signedIn('ben');
  });
  afterAll(() => site.close());

  beforeEach(async () => {
    round += 1;
    await site.site.store.transact(async (writer) => {
      const films: { id: string; titles: string[] }[] = [];
      for (const [title, year] of FILMS) {
        const slug = `${filmSlug(title, year)}-round-${round}`;
        const id = await seedFilm(writer, { title, year, slug }, site.clock.now);
        slugs.set(title, slug);
        ids.set(title, id);
        films.push({ id, titles: [title] });
      }
      // The films of the round before are called so no more.
      for (const { id } of await writer.mentions.filmsAfter('', 100, null))
        if (films.every((film) => film.id !== id)) await writer.mentions.setTitles([{ id, forms: [] }]);
      await askForFilms(writer, films, site.clock.now);
    });
  });

  const page = async (path: string, cookie = ben.cookie) => (await site.get(path, { cookie })).text();
  const filmPage = (title: string) => page(`/film/${slugs.get(title)}`);
  const mentioned = async (title: string) =>
    /<p class="mentioned">.*<\/p>/.exec(await filmPage(title))?.[0] ?? '';

  async function write(text: string, more: Record<string, string> = {}): Promise<string> {
    const form = { rating: '8', text, visibility: 'everyone', language: 'en', ...more };
    const answer = await site.post(`/film/${slugs.get('Heat')}/review`, form, { cookie: ann.cookie });
    expect(answer.status).toBe(303);
    await site.site.work.settled();
    const [entry] = await site.site.store.reader.entries.onFilm(ids.get('Heat') ?? '', ann.authorId);
    return entry?.id ?? '';
  }

  test('lead to them from the words, which are stored as they were, and are led to from them', async () => {
    const id = await write(SAID);
    const html = (await site.site.store.reader.entries.toChange(id))?.review?.html ?? '';
    expect(html).toBe('<p>It moves like <i>Barry Lyndon</i>.<br>File this alongside High &amp; Low…</p>');
    const link = (title: string, words: string) =>
      `<a class="named" href="/film/${slugs.get(title)}">${words}</a>`;
    const linked = html
      .replace('Barry Lyndon', link('Barry Lyndon', 'Barry Lyndon'))
      .replace('High &amp; Low', link('High and Low', 'High &amp; Low'));
    for (const path of [
      `/film/${slugs.get('Heat')}`,
      `/film/${slugs.get('Heat')}/reviews`,
      `/review/${id}`,
      '/@ann/reviews',
    ])
      expect(await page(path), path).toContain(linked);
    expect(await mentioned('Barry Lyndon')).toContain(`href="/film/${slugs.get('Heat')}"`);
    expect(await mentioned('Contagion')).toBe('');
    expect(await site.site.store.reader.mentions.filmsNamedOn(ids.get('Heat') ?? '', 5)).toHaveLength(2);
  });

  test('follow an edit, and a deletion', async () => {
    const id = await write(SAID);
    const form = { rating: '8', visibility: 'everyone', language: 'en' };
    const edited = { ...form, text: 'A sequel to Contagion (2011), more or less.' };
    expect((await site.post(`/review/${id}/edit`, edited, { cookie: ann.cookie })).status).toBe(303);
    await site.site.work.settled();
    expect(await mentioned('Barry Lyndon')).toBe('');
    expect(await mentioned('Contagion')).toContain('Heat (1995)');
    await site.post(`/review/${id}/delete`, {}, { cookie: ann.cookie });
    expect(await mentioned('Contagion')).toBe('');
  });

  test('are named nowhere else where the review tells the story, and within it only where it is opened', async () => {
    const id = await write(SAID, { spoiler: '1' });
    expect(await mentioned('Barry Lyndon')).toBe('');
    const shown = await filmPage('Heat');
    expect(shown.indexOf('class="named"')).toBeGreaterThan(shown.indexOf('<details class="spoiler">'));
    expect(await site.site.store.reader.mentions.filmsNamedOn(ids.get('Heat') ?? '', 5)).toEqual([]);
    await site.post(`/review/${id}/spoiler`, { tells: 'no' }, { cookie: ann.cookie });
    expect(await mentioned('Barry Lyndon')).toContain('Heat (1995)');
  });

  test('are named nowhere by a review that is its author’s alone', async () => {
    await write(SAID, { visibility: 'me' });
    expect(await mentioned('Barry Lyndon')).toBe('');
  });

  test('are taken away and added by its author, for good, and by nobody else', async () => {
    const id = await write(SAID);
    const path = `/review/${id}/films`;
    expect(await page(`/review/${id}`, ann.cookie)).toContain(`href="${path}"`);
    expect(await page(`/review/${id}`)).not.toContain(`href="${path}"`);
    expect((await site.get(path, { cookie: ben.cookie })).status).toBe(403);
    const remove = { remove: ids.get('Barry Lyndon') ?? '' };
    expect((await site.post(path, remove, { cookie: ben.cookie })).status).toBe(403);
    expect((await site.post(path, remove, { cookie: ann.cookie })).status).toBe(303);
    expect(await mentioned('Barry Lyndon')).toBe('');
    expect(await page(`${path}?title=contagion+2011`, ann.cookie)).toContain(
      `value="${ids.get('Contagion')}"`,
    );
    await site.post(path, { add: ids.get('Contagion') ?? '' }, { cookie: ann.cookie });
    expect(await mentioned('Contagion')).toContain('Heat (1995)');
    expect(await filmPage('Heat')).toMatch(/class="foot also-named".*>Contagion</);
    const again = { rating: '8', visibility: 'everyone', language: 'en', text: `${SAID} Truly.` };
    await site.post(`/review/${id}/edit`, again, { cookie: ann.cookie });
    await site.site.work.settled();
    expect(await mentioned('Barry Lyndon')).toBe('');
    expect(await mentioned('High and Low')).toContain('Heat (1995)');
    expect(await mentioned('Contagion')).toContain('Heat (1995)');
  });

  test('are found in what was written before they came', async () => {
    await write('It moves like <i>Barry Lyndon</i>, and like <i>The Long Corridor</i>.');
    await site.site.store.transact(async (writer) => {
      const film = { title: 'The Long Corridor', year: 1971, slug: `the-long-corridor-${round}` };
      const id = await seedFilm(writer, { ...film }, site.clock.now);
      await askForFilms(writer, [{ id, titles: [film.title] }], site.clock.now);
    });
    expect(await filmPage('Heat')).not.toContain(`the-long-corridor-${round}`);
    site.clock.now += 3_600_000;
    await site.site.work.settled();
    expect(await filmPage('Heat')).toContain(`href="/film/the-long-corridor-${round}"`);
  });
});
