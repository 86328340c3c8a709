import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { MOST_PINS } from '../../src/domain/arrange.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addElsewhere, addFilm, publish, type Somebody, textOfMain } from './writing.ts';

describeOnBothEngines('arranging the reviews of a film', (engine) => {
  let site: TestSite;
  let curator: Somebody;
  let writers: Somebody[];
  let number = 0;
  let slug: string;
  let ids: string[];
  const page = async (path: string, who?: Somebody) =>
    (await site.get(path, who ? { cookie: who.cookie } : {})).text();
  const order = (html: string) => [...html.matchAll(/id="review-([0-9a-v]{26})"/g)].map((m) => m[1] ?? '');
  const names = async (who?: Somebody) =>
    order(await page(`/film/${slug}`, who))
      .map((id) => 'abcde'[ids.indexOf(id)])
      .join('');
  const ask = (act: string, review: string, who: Somebody | null = curator, back = `/film/${slug}`) =>
    site.post(`/film/${slug}/arrange`, { do: act, review, back }, who ? { cookie: who.cookie } : {});
  /** The buttons below one review on a page. */
  const buttons = (html: string, id: string) => {
    const article = html.slice(html.indexOf(`id="review-${id}"`)).split('</article>')[0] ?? '';
    return [...article.matchAll(/name="do" value="(\w+)"/g)].map((match) => match[1]);
  };

  beforeAll(async () => {
    site = await openTestSite({ engine });
    curator = await site.signedIn('cur', 'curator');
    writers = await Promise.all([1, 2, 3, 4, 5].map((n) => site.signedIn(`writer_${n}`)));
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    number += 1;
    slug = `boat-${number}`;
    await addFilm(site, slug);
    ids = [];
    for (const [at, who] of writers.entries()) {
      site.clock.now += 60_000;
      ids.push(await publish(site, slug, who, { text: `Words of ${at}.`, rating: '8' }));
    }
  });

  test('pinned ones come first, in the order of their pinning, for everybody', async () => {
    expect(await names()).toBe('edcba');
    await ask('pin', ids[1] ?? '');
    await ask('pin', ids[0] ?? '');
    for (const who of [undefined, curator, writers[4]]) expect(await names(who)).toBe('baedc');
    const text = textOfMain(await page(`/film/${slug}`));
    expect(text).toContain('2 chosen by Houselights from 5 reviews');
    expect(text).toContain('Chosen by Houselights');
  });

  test('they move up and down one step at a time, and not beyond the ends', async () => {
    for (const at of [0, 1, 2]) await ask('pin', ids[at] ?? '');
    expect(await names()).toBe('abced');
    await ask('up', ids[2] ?? '');
    expect(await names()).toBe('acbed');
    await ask('down', ids[0] ?? '');
    expect(await names()).toBe('cabed');
    await ask('up', ids[2] ?? '');
    expect(await names()).toBe('cabed');
    await ask('down', ids[1] ?? '');
    expect(await names()).toBe('cabed');
    await ask('unpin', ids[0] ?? '');
    expect(await names()).toBe('cbeda');
    await ask('up', ids[0] ?? '');
    expect(await names(), 'what is not pinned does not move').toBe('cbeda');
  });

  test('each has the buttons that do something there, and says what was done', async () => {
    for (const at of [0, 1, 2]) await ask('pin', ids[at] ?? '');
    const html = await page(`/film/${slug}`, curator);
    const [a = '', b = '', c = '', d = ''] = ids;
    expect(buttons(html, a)).toEqual(['down', 'unpin']);
    expect(buttons(html, b)).toEqual(['up', 'down', 'unpin']);
    expect(buttons(html, c)).toEqual(['up', 'unpin']);
    expect(buttons(html, d)).toEqual(['pin']);
    const moved = (await ask('up', c)).headers.get('location') ?? '';
    expect(moved).toMatch(new RegExp(`^/film/${slug}\\?did=up&to=${c}#review-${c}$`));
    const after = await page(moved.split('#')[0] ?? '', curator);
    expect(after).toMatch(/role="status">Moved: 2 of 3 pinned\.</);
    expect(after).toMatch(new RegExp(`id="review-${c}" tabindex="-1"`));
    expect(await page(moved.split('#')[0] ?? ''), 'nothing of it for readers').not.toContain('role="status"');
  });

  test('one that leaves the page when it is taken down is still spoken of', async () => {
    for (const at of [0, 1]) await ask('pin', ids[at] ?? '');
    await site.site.store.transact(async (writer) => {
      await writer.site.set({ settings: { reviewsOnFilmPage: 2 } }, site.clock.now);
      await writer.versions.raise('site');
    });
    const to = (await ask('unpin', ids[0] ?? '')).headers.get('location') ?? '';
    const html = await page(to.split('#')[0] ?? '', curator);
    expect(order(html)).not.toContain(ids[0]);
    expect(html).toMatch(/role="status">Taken down\./);
    await site.site.store.transact(async (writer) => {
      await writer.site.set({ settings: { reviewsOnFilmPage: 5 } }, site.clock.now);
      await writer.versions.raise('site');
    });
  });

  test('from the page of all reviews and from a review’s own page, back to where it was asked', async () => {
    const [a = '', b = ''] = ids;
    const all = `/film/${slug}/reviews?sort=longest`;
    const to = (await ask('pin', a, curator, all)).headers.get('location') ?? '';
    expect(to).toBe(`${all}&did=pin&to=${a}#review-${a}`);
    expect(await page(to.split('#')[0] ?? '', curator)).toMatch(/role="status">Pinned: 1 of 1 pinned\.</);
    const own = (await ask('pin', b, curator, `/review/${b}`)).headers.get('location') ?? '';
    expect(own).toContain(`/review/${b}?did=pin`);
    expect(await page(own.split('#')[0] ?? '', curator)).toMatch(/role="status">Pinned: 2 of 2 pinned\.</);
    for (const back of ['https://evil.example/', '//evil.example', '/review/x', '/settings', '/film/other'])
      expect((await ask('down', a, curator, back)).headers.get('location'), back).toMatch(
        new RegExp(`^/film/${slug}\\?`),
      );
  });

  test('a member, a moderator and a reader are refused, and see no button', async () => {
    const moderator = await site.signedIn(`mod_${number}`, 'moderator');
    for (const who of [writers[0] ?? null, moderator, null]) {
      for (const act of ['pin', 'unpin', 'up', 'down'])
        expect((await ask(act, ids[0] ?? '', who)).status).toBe(403);
      expect(await page(`/film/${slug}`, who ?? undefined)).not.toContain('name="do"');
    }
    expect(await names()).toBe('edcba');
  });

  test('a pinned one that is deleted or hidden is not shown, keeps its place, and moves nobody twice', async () => {
    for (const at of [0, 1, 2]) await ask('pin', ids[at] ?? '');
    await site.post(`/review/${ids[1]}/delete`, {}, { cookie: writers[1]?.cookie ?? '' });
    expect(await names()).toBe('aced');
    await ask('up', ids[2] ?? '');
    expect(await names(), 'one step past what readers see').toBe('caed');
    expect(await page(`/film/${slug}`)).toContain('2 chosen by Houselights from 4 reviews');
    await site.post(`/review/${ids[1]}/restore`, {}, { cookie: writers[1]?.cookie ?? '' });
    expect(await names()).toBe('cabed');
    await site.site.store.transact((writer) =>
      writer.entries.withhold(ids[0] ?? '', 'hidden', site.clock.now),
    );
    await ask('unpin', ids[0] ?? '');
    expect(await names()).toBe('cbed');
  });

  test('what not everyone can read cannot be pinned, and one made private is pinned no more for readers', async () => {
    const { cookie } = writers[0] ?? curator;
    const private_ = await publish(site, slug, writers[0] as Somebody, { text: 'Mine.', visibility: 'me' });
    const wordless = await publish(site, slug, writers[0] as Somebody, { text: '', rating: '3' });
    const deleted = await publish(site, slug, writers[0] as Somebody, { text: 'Gone.' });
    await site.post(`/review/${deleted}/delete`, {}, { cookie });
    const otherFilm = await addFilm(site, `other-${number}`);
    const elsewhere = await addElsewhere(site, otherFilm, 'Of another film.');
    for (const id of [private_, wordless, deleted, elsewhere, '0'.repeat(26), 'x', ''])
      expect((await ask('pin', id)).status, id).toBe(404);
    expect((await ask('burn', ids[0] ?? '')).status).toBe(404);
    const own = await publish(site, slug, curator, { text: 'By the curator.', visibility: 'members' });
    expect(buttons(await page(`/film/${slug}`, curator), own), 'no button that cannot work').toEqual([]);
  });

  test('there is room for so many, and the curator is told when it is full', async () => {
    const filmId = (await site.site.store.reader.films.key(slug))?.id ?? '';
    for (let n = 0; n < MOST_PINS; n += 1) {
      const id = await addElsewhere(site, filmId, `Number ${n}.`, { name: `Name ${n}` });
      expect((await ask('pin', id)).status).toBe(303);
    }
    const to = (await ask('pin', ids[0] ?? '', curator, `/review/${ids[0]}`)).headers.get('location') ?? '';
    const html = await page(to.split('#')[0] ?? '', curator);
    expect(html).toMatch(new RegExp(`role="status">At most ${MOST_PINS} reviews`));
    expect(buttons(html, ids[0] ?? '')).toEqual(['pin']);
    expect(order(await page(`/film/${slug}`))).toHaveLength(MOST_PINS);
  });

  test('two curators at once lose no pin', async () => {
    const other = await site.signedIn(`cur_${number}`, 'owner');
    await Promise.all(ids.map((id, at) => ask('pin', id, at % 2 ? curator : other)));
    expect((await names()).split('').sort().join('')).toBe('abcde');
    expect(
      await site.site.store.reader.reviews.pins((await site.site.store.reader.films.key(slug))?.id ?? ''),
    ).toHaveLength(5);
  });
});
