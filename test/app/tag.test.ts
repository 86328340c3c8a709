import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnBothEngines } from '../engines/store.ts';
import { linesOfMain } from './page-text.ts';
import { questionsOf } from './queries.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addFilm, formOf, publish, type Somebody } from './writing.ts';

const MANY = 23;

describeOnBothEngines('tags', (engine) => {
  let site: TestSite;
  let ann: Somebody;
  let ben: Somebody;
  const write = (slug: string, who: Somebody, fields: Record<string, string>) =>
    publish(site, slug, who, { rating: '8', visibility: 'everyone', language: 'en', ...fields });
  const heads = async (path: string, cookie?: string) => {
    const lines = linesOfMain(await (await site.get(path, cookie ? { cookie } : {})).text());
    return lines.filter((line) => /(review|rated|seen) by/.test(line));
  };
  /** What a member's own page under a tag says of each: the film and the stars. */
  const theirs = async (path: string, cookie?: string) => {
    const lines = linesOfMain(await (await site.get(path, cookie ? { cookie } : {})).text());
    return lines.filter((line) => /^(?:Boat|Pier|★+)$/.test(line));
  };
  const where = async (path: string) => {
    const answer = await site.get(path);
    return [answer.status, answer.headers.get('location')];
  };

  beforeAll(async () => {
    site = await openTestSite({ engine });
    await site.signedIn('the_owner', 'owner');
    ann = await site.signedIn('ann');
    ben = await site.signedIn('ben');
    await site.site.work.stop();
    await addFilm(site, 'boat-1931', 'Boat', 1931);
    await addFilm(site, 'pier-1932', 'Pier', 1932);
  }, 60_000);
  afterAll(() => site.close());

  test('lead to all that everyone may read of them, and to what one member wrote', async () => {
    const first = await write('boat-1931', ann, { text: 'It floats.', tags: '35 mm, Ciné-club' });
    site.clock.now += 1000;
    await write('pier-1932', ben, { text: 'It stands.', tags: 'CINÉ-CLUB' });
    site.clock.now += 1000;
    await write('pier-1932', ann, {
      rating: '6',
      text: '',
      tags: 'ciné-club',
      year: '2026',
      month: '11',
      day: '2',
    });
    site.clock.now += 1000;
    await write('boat-1931', ann, { text: 'For me alone.', tags: 'ciné-club, mine', visibility: 'me' });
    const club = `/tag/${encodeURIComponent('ciné-club')}`;
    expect(await heads(club)).toEqual(['★★★ rated by ann', '★★★★ review by ben', '★★★★ review by ann']);
    expect(await theirs(`/@ann${club}`)).toEqual(['Pier', '★★★', 'Boat', '★★★★']);
    expect(await heads(`/@ann${club}`)).toEqual([]);
    expect(await theirs(`/@ann${club}`, ann.cookie)).toHaveLength(6);
    expect((await site.get('/tag/mine')).status).toBe(404);
    expect((await site.get('/@ann/tag/mine')).status).toBe(404);
    expect(await theirs('/@ann/tag/mine', ann.cookie)).toEqual(['Boat', '★★★★']);
    expect(await (await site.get(`/review/${first}`)).text()).toContain(`href="/@ann${club}"`);
    expect(await (await site.get('/@ann/diary')).text()).toContain(`href="/@ann${club}"`);
  });

  test.each([
    ['/tag/CIN%C3%89-CLUB', '/tag/cin%C3%A9-club'],
    ['/tag/%23%20Cine%CC%81-Club', '/tag/cin%C3%A9-club'],
    ['/@ann/tag/35%20%20MM', '/@ann/tag/35%20mm'],
  ])('%s is the same tag as %s', async (path, same) => {
    expect(await where(path)).toEqual([301, same]);
  });

  test.each(['/tag/nobody', '/tag/%00', '/tag/%20', `/tag/${'x'.repeat(400)}`, '/tag/%25', '/@ann/tag/%2F'])(
    '%s is nothing',
    async (path) => expect((await site.get(path)).status).toBe(404),
  );

  test('follow what an entry says, until it is gone', async () => {
    const id = await write('boat-1931', ben, { text: 'Again.', tags: 'dusk, dawn' });
    expect(await heads('/tag/dusk')).toHaveLength(1);
    const edit = `/review/${id}/edit`;
    const form = formOf(await (await site.get(edit, { cookie: ben.cookie })).text(), edit);
    await site.post(edit, { ...form, tags: 'dawn' }, { cookie: ben.cookie });
    expect((await site.get('/tag/dusk')).status).toBe(404);
    expect(await heads('/tag/dawn')).toHaveLength(1);
    const gone = `/review/${id}/delete`;
    await site.post(gone, { sure: 'yes' }, { cookie: ben.cookie });
    expect((await site.get('/tag/dawn')).status).toBe(404);
  });

  test('of very many entries every one is found once, page by page, in few questions', async () => {
    for (let n = 0; n < MANY; n += 1) {
      site.clock.now += 700_000;
      await write('boat-1931', ben, { text: `Watched it, time ${n}.`, tags: 'often' });
    }
    const seen: string[] = [];
    let at: string | undefined = '/tag/often';
    for (let pages = 0; at && pages < 4; pages += 1) {
      const text: string = await (await site.get(at)).text();
      seen.push(...[...text.matchAll(/<article[^>]* id="review-(\w+)"/g)].map(([, id]) => id ?? ''));
      at = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replace(/&amp;/g, '&');
    }
    expect([seen.length, new Set(seen).size]).toEqual([MANY, MANY]);
    for (const path of ['/tag/often', '/@ben/tag/often']) {
      const asked = () => site.get(path, { headers: { 'accept-language': 'de' } });
      expect((await questionsOf(asked)).length, path).toBeLessThanOrEqual(6);
    }
  });
});
