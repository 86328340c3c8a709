import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filmOnCard, reviewOnCard } from '../../src/domain/social-card.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addElsewhere, addFilm, addList, publish, type Somebody } from './writing.ts';

const TODAY = '2026-11-25';

describe('a social card', () => {
  let site: TestSite;
  let ann: Somebody;
  let film: string;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    site = await openTestSite();
    ann = await site.signedIn('ann', 'owner');
    film = await addFilm(site, 'the-ferry', 'The Ferry', 1962);
    const said = { rating: '9', visibility: 'everyone' };
    ids.open = await publish(site, 'the-ferry', ann, { ...said, text: 'Fog, <i>mostly</i> fog.' });
    const by = async (name: string, more: Record<string, string>) =>
      publish(site, 'the-ferry', await site.signedIn(name), { ...said, ...more });
    ids.tells = await by('bea', { text: 'It sinks at the end.', spoiler: 'yes' });
    ids.hides = await by('dag', { text: 'I knew. ||It sinks.||' });
    ids.own = await by('eve', { text: 'A secret.', visibility: 'me' });
    ids.unknown = await addElsewhere(site, film, 'Kept at home.', { link: 'https://elsewhere.example/1' });
    await addList(site, ann.authorId, { title: 'Boats', films: [{ filmId: film, note: '' }] });
  });
  afterAll(() => site.close());

  test('of a film, a review and a list is a PNG of 1200 by 630, named by its page', async () => {
    for (const path of ['/film/the-ferry', `/review/${ids.open}`, '/@ann/list/boats']) {
      const answer = await site.get(`${path}/card.png`);
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      const png = Buffer.from(await answer.arrayBuffer());
      expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
      const page = await (await site.get(path)).text();
      expect(page).toContain(`<meta property="og:image" content="${site.origin}${path}/card.png">`);
      expect(page).toContain('<meta name="twitter:card" content="summary_large_image">');
    }
  });

  test('carries words only where it is known that they tell nothing, and their author lets them out', async () => {
    const { reader, transact } = site.site.store;
    const words = async (id = '') => (await reviewOnCard(reader, id, TODAY)).words;
    expect(await words(ids.open)).toBe('Fog, mostly fog.');
    for (const id of [ids.tells, ids.hides, ids.unknown]) expect(await words(id)).toBeNull();
    const member = await reader.members.byUsername('ann');
    await transact((writer) => writer.members.setLetsOut(member?.id ?? '', 'strips', 'none'));
    expect(await words(ids.open)).toBeNull();
    await transact((writer) => writer.members.setLetsOut(member?.id ?? '', 'strips', null));
  });

  test('is answered with a 304 until something on it changes', async () => {
    const first = await site.get('/film/the-ferry/card.png');
    const etag = first.headers.get('etag') ?? '';
    const again = () => site.get('/film/the-ferry/card.png', { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    const before = (await filmOnCard(site.site.store.reader, film)).reviews;
    await publish(site, 'the-ferry', await site.signedIn('fay'), {
      rating: '2',
      visibility: 'everyone',
      text: 'Wet.',
    });
    expect((await filmOnCard(site.site.store.reader, film)).reviews).toBe(before + 1);
    expect((await again()).status).toBe(200);
  });

  test('of what nobody knows, or not everyone may see, is not there', async () => {
    for (const path of [
      '/film/none',
      `/review/${ids.own}`,
      '/review/nothing',
      '/@ann/list/none',
      '/@none/list/boats',
    ])
      expect((await site.get(`${path}/card.png`)).status, path).toBe(404);
    const page = await (await site.get(`/review/${ids.own}`, { headers: { cookie: ann.cookie } })).text();
    expect(page).not.toContain('og:image');
  });
});
