import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeOnBothEngines } from '../engines/store.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addFilm, entriesOf, formOf, publish, type Somebody, textOfMain } from './writing.ts';

const WORDS = {
  rating: '9',
  text: 'Once,\nand <i>only</i> once.',
  title: 'Once',
  tags: 'one, two',
  liked: '1',
  year: '2024',
  visibility: 'everyone',
};

describeOnBothEngines('a form that a member sends', (engine) => {
  let site: TestSite;
  let ann: Somebody;
  let number = 0;
  let slug: string;
  const send = (fields: Record<string, string>, cookie = ann.cookie) =>
    site.post(`/film/${slug}/review`, fields, { cookie, from: `198.51.100.${(number % 200) + 1}` });
  const page = async (path: string, cookie = ann.cookie) => (await site.get(path, { cookie })).text();
  const entries = async () => {
    const ids = await entriesOf(site, slug, ann);
    return Promise.all(ids.map((id) => site.site.store.reader.entries.toChange(id)));
  };

  beforeAll(async () => {
    site = await openTestSite({ engine });
    ann = await site.signedIn('ann');
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    number += 1;
    site.clock.now += 3_600_000;
    slug = `boat-${number}`;
    await addFilm(site, slug);
  });

  test('twice, one after the other or at once, is one entry, and both are led to it', async () => {
    const first = await send(WORDS);
    site.clock.now += 5000;
    const others = await Promise.all([send(WORDS), send(WORDS), send(WORDS)]);
    const [one, ...more] = await entriesOf(site, slug, ann);
    expect(more).toEqual([]);
    for (const answer of [first, ...others])
      expect(answer.headers.get('location')).toBe(`/film/${slug}#review-${one}`);
    expect(await site.site.store.reader.entries.versions(one ?? '')).toEqual([]);
    expect(textOfMain(await page(`/film/${slug}`))).toContain('1 rating here');
  });

  test('six times at once from a cold start is one entry', async () => {
    await Promise.all(Array.from({ length: 6 }, () => send(WORDS)));
    expect(await entriesOf(site, slug, ann)).toHaveLength(1);
  });

  test('while others send theirs: every one of them is counted', async () => {
    const crowd = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => site.signedIn(`crowd_${number}_${n}`)));
    const filmId = (await site.site.store.reader.films.key(slug))?.id ?? '';
    const counted = async () => {
      const film = await site.site.store.reader.films.byId(filmId);
      return [film?.reviews, film?.ratingsHere.reduce((sum, n) => sum + n, 0)];
    };
    await Promise.all(crowd.map((who, at) => send({ ...WORDS, rating: String(at + 2) }, who.cookie)));
    expect(await counted()).toEqual([6, 6]);
    const ids = await Promise.all(crowd.map((who) => entriesOf(site, slug, who)));
    await Promise.all(
      crowd
        .slice(0, 4)
        .map((who, at) => site.post(`/review/${ids[at]?.[0]}/delete`, {}, { cookie: who.cookie })),
    );
    expect(await counted()).toEqual([2, 2]);
  });

  test('with other words is another entry; by somebody else too; on another film too', async () => {
    await send(WORDS);
    await send({ ...WORDS, text: 'Twice.' });
    const bob = await site.signedIn(`bob_${number}`);
    await send(WORDS, bob.cookie);
    expect(await entriesOf(site, slug, ann)).toHaveLength(2);
    expect(await entriesOf(site, slug, bob)).toHaveLength(1);
    const before = slug;
    slug = `other-${number}`;
    await addFilm(site, slug);
    await send(WORDS);
    expect(await entriesOf(site, slug, ann)).toHaveLength(1);
    expect(await entriesOf(site, before, ann)).toHaveLength(2);
  });

  test('kept as a draft, then published by going back, is one entry, published', async () => {
    await send({ ...WORDS, draft: '1' });
    expect((await entries()).map((entry) => entry?.visibility)).toEqual(['draft']);
    site.clock.now += 60_000;
    await send(WORDS);
    expect(await entries()).toMatchObject([{ visibility: 'everyone', edited: null }]);
  });

  test('sent again after the first was deleted is there again', async () => {
    const id = await publish(site, slug, ann, WORDS);
    await site.post(`/review/${id}/delete`, {}, { cookie: ann.cookie });
    await send(WORDS);
    const ids = await entriesOf(site, slug, ann);
    expect(ids).toHaveLength(1);
    expect(ids).not.toContain(id);
  });

  test('the same words years apart are two entries, each with its rating, and the page shows one', async () => {
    await send({ ...WORDS, rating: '4', year: '2012' });
    site.clock.now += 9 * 365 * 86_400_000;
    await send({ ...WORDS, rating: '9', year: '2021', rewatch: '1' });
    site.clock.now -= 9 * 365 * 86_400_000;
    expect((await entries()).map((entry) => entry?.rating).sort()).toEqual([4, 9]);
    const film = await page(`/film/${slug}`);
    expect(film.match(/<article/g)).toHaveLength(1);
    expect(film).toContain('1 rating here');
    const all = await page(`/film/${slug}/reviews`);
    expect(all.match(/<article/g)).toHaveLength(2);
    const [late = ''] = /\/review\/[0-9a-v]{26}/.exec(film) ?? [];
    expect(await page(late)).toMatch(/★★<\/span> in 2012<\/a>/);
    expect(await page('/@ann')).toMatch(/★★★★½[\s\S]*★★</);
  });

  test('a mistake keeps everything that was typed, in the form and for later', async () => {
    const path = `/film/${slug}/review`;
    const all = {
      ...WORDS,
      text: '  Two spaces,\n\n\na gap, "quotes" & <b>bold',
      spoiler: '1',
      rewatch: '1',
      month: '2',
      day: '30',
      language: 'fr',
      visibility: 'me',
    };
    const answer = await send(all);
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(formOf(html, path)).toEqual(all);
    expect(html).toMatch(/aria-invalid="true"[\s\S]*That month has no such day/);
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const later = await page(path, `${ann.cookie}; ${cookie}`);
    expect(formOf(later, path), 'in the next visit of this browser').toEqual(all);
    expect(formOf(await page(path), path).text, 'and in no other').toBe('');
    await send({ ...all, day: '28' }, `${ann.cookie}; ${cookie}`);
    expect(await entries()).toMatchObject([
      { viewed: '2024-02-28', visibility: 'me', spoiler: 'yes', rewatch: true, language: 'fr' },
    ]);
    expect((await entries())[0]?.review?.source).toBe(all.text);
    expect(formOf(await page(path, `${ann.cookie}; ${cookie}`), path).text, 'published: kept no more').toBe(
      '',
    );
  });

  test('each field that is wrong is named, and no other is lost for it', async () => {
    const path = `/film/${slug}/review`;
    const mistakes: [Record<string, string>, string][] = [
      [{ rating: '11' }, 'between half a star and five stars'],
      [{ rating: '-1' }, 'between half a star and five stars'],
      [{ year: '', month: '5' }, 'Give the year too'],
      [{ month: '', day: '5' }, 'Give the month too'],
      [{ year: '1066' }, 'not before films began'],
      [{ year: '2031' }, 'still to come'],
      [{ title: 'x'.repeat(301) }, 'longer than 300'],
      [{ tags: 'y'.repeat(101) }, 'longer than 100 characters'],
      [{ text: 'z'.repeat(100_001) }, 'longer than 100,000'],
      [{ text: '', rating: '', year: '', liked: '' }, 'Nothing is said yet'],
    ];
    for (const [wrong, sentence] of mistakes) {
      const typed: Record<string, string> = { ...WORDS, ...wrong };
      const answer = await send(typed);
      expect(answer.status, sentence).toBe(400);
      const html = await answer.text();
      expect(html).toContain(sentence);
      const kept = formOf(html, path);
      for (const [name, value] of Object.entries(typed))
        if (!(name === 'rating' && /11|-1/.test(value)) && !(name === 'liked' && value === ''))
          expect(kept[name], `${name} with ${sentence}`).toBe(value);
    }
    expect(await entriesOf(site, slug, ann)).toEqual([]);
  });

  test('whose session ran out is kept with who may read it, and published after signing in', async () => {
    const path = `/film/${slug}/review`;
    const typed = { ...WORDS, visibility: 'me' };
    const out = await site.post(path, typed, { from: `198.51.100.${number}` });
    const step = out.headers.get('location') ?? '';
    expect(step).toMatch(new RegExp(`^${path}/`));
    const cookie = out.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(await page(step, cookie)).toContain('and <i>only</i> once');
    expect(formOf(await page(path, `${ann.cookie}; ${cookie}`), path)).toMatchObject(typed);
    const published = await site.post(step, {}, { cookie: `${ann.cookie}; ${cookie}` });
    expect(published.status).toBe(303);
    expect(await entries()).toMatchObject([{ visibility: 'me', rating: 9, title: 'Once' }]);
    expect((await site.get(`/film/${slug}`)).status).toBe(200);
    expect(await (await site.get(`/film/${slug}`)).text()).not.toContain('only</i> once');
  });

  test('the longest review in any script is taken', async () => {
    for (const letter of ['雨', '🎬']) {
      const answer = await send({ ...WORDS, text: letter.repeat(100_000) });
      expect(answer.status, letter).toBe(303);
    }
  });
});
