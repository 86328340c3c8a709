import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeEntry } from '../../src/domain/entry.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { questionsOf } from './queries.ts';
import { openTestSite, type TestSite } from './site.ts';

const ENTRY = {
  rating: 8 as const,
  liked: false,
  viewed: '2026-05-03',
  rewatch: false,
  tags: [],
  title: null,
  text: 'The trains leave on time.',
  format: 'lbml' as const,
  spoiler: 'no' as const,
  language: 'en',
  visibility: 'everyone' as const,
};

/** Counts what one page asks of the database. */
async function asked(site: TestSite, path: string, cookie?: string): Promise<number> {
  const asking = () =>
    site.get(path, { headers: { 'accept-language': 'de-AT' }, ...(cookie ? { cookie } : {}) });
  return (await questionsOf(asking)).length;
}

describeOnBothEngines('the front of the house, its people and its makers', (engine) => {
  let site: TestSite;
  let ann: { cookie: string; memberId: string; authorId: string };
  let bob: typeof ann;
  const page = async (path: string, cookie?: string) =>
    (await site.get(path, cookie ? { cookie } : {})).text();
  const write = async (who: typeof ann, slug: string, change: object = {}) => {
    const { store } = site.site;
    const key = await store.reader.films.key(slug);
    site.clock.now += 1000;
    const by = {
      authorId: who.authorId,
      memberId: who.memberId,
      now: site.clock.now,
      today: '2026-11-25',
      waits: false,
    };
    return store.transact((writer) => writeEntry(writer, key?.id ?? '', { ...ENTRY, ...change }, by));
  };

  beforeAll(async () => {
    site = await openTestSite({ engine });
    await site.post('/setup/demonstration', {});
    await site.signedIn('the_owner', 'owner');
    ann = await site.signedIn('ann');
    bob = await site.signedIn('bob');
  });
  afterAll(() => site.close());

  test('the front page shows the films most talked about and the newest reviews', async () => {
    await write(ann, 'tokyo-story-1953');
    const text = await page('/');
    expect(text).toMatch(/<ul class="wall">[\s\S]*href="\/film\/tokyo-story-1953"/);
    const latest = text.slice(text.indexOf('class="latest"'));
    expect(latest.indexOf('The trains leave on time.')).toBeLessThan(latest.indexOf('h-review', 200) + 2000);
    expect(latest).toMatch(/class="of"><a href="\/film\/tokyo-story-1953"/);
    expect(latest).toContain('href="/@ann"');
  });

  test('away from its film a review that tells the story, or may, stays closed and names the film', async () => {
    for (const [spoiler, slug] of [
      ['yes', 'stalker-1979'],
      ['unknown', 'ran-1985'],
    ] as const) {
      const films = await site.site.store.reader.films.list({ sort: 'title', limit: 100 });
      const film = films.films.find((one) => one.slug === slug) ?? films.films[0];
      await write(bob, film?.slug ?? '', { spoiler, text: `He was ${spoiler} dead all along.` });
      for (const path of ['/', '/@bob']) {
        const text = await page(path);
        const at = text.indexOf(`He was ${spoiler} dead`);
        expect(at, path).toBeGreaterThan(0);
        const opened = text.lastIndexOf('<details class="spoiler">', at);
        expect(opened, path).toBeGreaterThan(text.lastIndexOf('<article', at));
        expect(text.slice(opened, at), path).toContain(film?.title.replace("'", '&#39;') ?? '-');
      }
      expect(await page('/@bob', bob.cookie)).not.toContain('<details class="spoiler">');
    }
  });

  test('whoever has logged the film sees it open', async () => {
    const { films } = await site.site.store.reader.films.list({ sort: 'newest', limit: 1 });
    const slug = films[0]?.slug ?? '';
    await write(bob, slug, { spoiler: 'yes', text: 'It was the gardener.' });
    const closed = /<details class="spoiler">(?:(?!<\/details>)[\s\S])*It was the gardener/;
    expect(await page('/@bob', ann.cookie)).toMatch(closed);
    await write(ann, slug, { text: '', rating: 6 });
    expect(await page('/@bob', ann.cookie)).not.toMatch(closed);
  });

  test("somebody's page shows readers, members and themselves what each may see", async () => {
    await write(ann, 'tokyo-story-1953', { text: 'Words for members.', visibility: 'members' });
    await write(ann, 'tokyo-story-1953', { text: 'Words for me.', visibility: 'me' });
    await write(ann, 'tokyo-story-1953', { text: 'A draft of words.', visibility: 'draft' });
    const [reader, member, self] = [
      await page('/@ann'),
      await page('/@ann', bob.cookie),
      await page('/@ann', ann.cookie),
    ];
    for (const [text, sees] of [
      [reader, [false, false, false]],
      [member, [true, false, false]],
      [self, [true, true, true]],
    ] as const)
      expect(
        ['Words for members.', 'Words for me.', 'A draft of words.'].map((one) => text.includes(one)),
      ).toEqual(sees);
    expect(reader).not.toContain('/settings');
    expect(self).toContain('href="/settings"');
  });

  test('a rating without words or day is on the page as a rating, and one with a day in the diary', async () => {
    await write(bob, 'tokyo-story-1953', { text: '', rating: 7, viewed: null });
    await write(bob, 'close-up-1990', { text: '', rating: 3 });
    expect(await page('/@bob/films')).toContain('aria-label="3½ out of 5 stars">★★★½</span>');
    expect(await page('/@bob/reviews')).not.toContain('3½ out of 5 stars');
    const own = await page('/@bob/reviews', bob.cookie);
    expect(own).toMatch(/Tokyo Story<\/a><\/h2>\n<p class="line">.*3½ out of 5 stars">★★★½<\/span>/);
    expect(own).not.toContain('Close-Up');
    expect(await page('/@bob/diary', bob.cookie)).toContain('Close-Up');
  });

  test('a long page is walked without losing or repeating an entry', async () => {
    const cat = await site.signedIn('cat');
    for (let number = 0; number < 45; number += 1)
      await write(cat, 'tokyo-story-1953', { text: `Note ${String(number).padStart(2, '0')}.` });
    const seen: string[] = [];
    let path: string | undefined = '/@cat/reviews';
    for (let pages = 0; path && pages < 5; pages += 1) {
      const text: string = await page(path);
      seen.push(...(text.match(/Note \d\d\./g) ?? []));
      path = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replace(/&amp;/g, '&');
    }
    expect(seen).toHaveLength(45);
    expect(seen).toEqual([...seen].sort().reverse());
    expect(new Set(seen).size).toBe(45);
  });

  test.each(['/@nobody_here', '/@a', '/@%00', '/@../x', '/person/nobody', '/person/%00'])(
    '%s is not found',
    async (path) => {
      expect((await site.get(path)).status).toBe(404);
    },
  );

  test.each(['x', 'W10', 'WyJcdTAwMDAiLCJhIl0', 'bnVsbA', '%00'])(
    'a broken cursor (%s) shows the first page',
    async (after) => {
      for (const path of ['/@ann', '/films']) {
        const response = await site.get(`${path}?after=${after}`);
        expect(response.status, path).toBe(200);
      }
    },
  );

  test('a maker has their films by the part they had', async () => {
    const key = await site.site.store.reader.films.key('tokyo-story-1953');
    const credits = await site.site.store.reader.films.credits(key?.id ?? '');
    const director = credits.find((credit) => credit.role === 'director');
    const text = await page(`/person/${director?.personSlug}`);
    expect(text).toContain(director?.name);
    expect(text).toMatch(/<h2[^>]*>Directed <small>1<\/small><\/h2>[\s\S]*href="\/film\/tokyo-story-1953"/);
  });

  test('what a member with a hostile name wrote stays text everywhere', async () => {
    const eve = await site.signedIn('eve');
    const name = '"><script>alert(1)</script>';
    await site.site.store.transact((writer) => writer.authors.rename(eve.authorId, name));
    await write(eve, 'tokyo-story-1953', { title: name });
    for (const path of ['/', '/@eve']) {
      const text = await page(path);
      expect(text).not.toContain('<script>alert');
      expect(text).toContain('&lt;script&gt;');
    }
  });

  describe('asked by a page,', () => {
    // The work behind a site asks questions of its own, whenever it likes.
    beforeAll(() => site.site.work.stop());

    test.each([
      '/',
      '/films',
      '/films?as=table&sort=year',
      '/@ann',
      '/@ann/reviews',
      '/@ann/diary',
      '/about',
    ])('%s asks the database at most six times', async (path) => {
      const count = await asked(site, path);
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThanOrEqual(6);
    });
  });
});

describe('pages for readers', () => {
  let site: TestSite;
  let empty: TestSite;
  let emptyOwner: string;
  beforeAll(async () => {
    empty = await openTestSite();
    emptyOwner = (await empty.signedIn('the_owner', 'owner')).cookie;
    site = await openTestSite();
    await site.post('/setup/demonstration', {});
    await site.signedIn('the_owner', 'owner');
  });
  afterAll(async () => {
    await site.close();
    await empty.close();
  });

  test.each(['/', '/films', '/films?as=table', '/about', '/put-it-online'])(
    '%s is answered 304 until something changes, sets no cookie, and holds no bytes of one reader',
    async (path) => {
      const first = await site.get(path);
      expect(first.status).toBe(200);
      expect(first.headers.getSetCookie()).toEqual([]);
      const etag = first.headers.get('etag') ?? '';
      expect((await site.get(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
      await site.site.store.transact((writer) => writer.versions.raise('site'));
      expect((await site.get(path, { headers: { 'if-none-match': etag } })).status).toBe(200);
    },
  );

  test.each([
    '/',
    '/films',
    '/films?as=table',
    '/films?q=zzz',
    '/about',
    '/put-it-online',
    '/sign-in',
    '/sign-up',
    '/sign-in/link',
    '/setup',
  ])('%s speaks German to whoever asks for it', async (path) => {
    const text = await (await empty.get(path, { headers: { 'accept-language': 'de' } })).text();
    expect(text).toContain('<html lang="de"');
    const words = text.replace(/<[^>]*>/g, ' ');
    expect(words).not.toMatch(/\b(the|Sign in|Show as|Your name)\b/);
  });

  test('/about names the formula, says whom it is not affiliated with, and links its other language', async () => {
    const text = await (await site.get('/about')).text();
    expect(text).toContain('id="ratings"');
    expect(text).toContain('not affiliated with Letterboxd');
    expect(text).toContain('SIL Open Font License');
    expect(text).toContain('href="/about?in=de"');
    expect(await (await site.get('/about?in=de')).text()).toContain('<html lang="de"');
    for (const odd of ['xx', '__proto__', 'constructor'])
      expect(await (await site.get(`/about?in=${odd}`)).text()).toContain('<html lang="en"');
  });

  test('an owned site without films says how they come in, to each what concerns them', async () => {
    const reader = await (await empty.get('/')).text();
    expect(reader).toContain('No films are here yet');
    expect(reader).not.toContain('href="/import"');
    expect(await (await empty.get('/', { cookie: emptyOwner })).text()).toContain('href="/import"');
    expect(await (await empty.get('/films')).text()).toContain('No films are here yet');
  });
});
