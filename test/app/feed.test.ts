import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { againstGrammar, JSON_FEED, readAtom } from './feed-rules.ts';
import { BEGINNING, openTestSite, type TestSite } from './site.ts';
import { addElsewhere, addFilm, addList, publish, type Somebody } from './writing.ts';

const FEEDS = ['', '/film/the-ferry', '/@ann', '/@ann/list/boats'];

describe('a feed', () => {
  let site: TestSite;
  let ann: Somebody;
  let film: string;
  let elsewhere: string;

  beforeAll(async () => {
    site = await openTestSite();
    ann = await site.signedIn('ann', 'owner');
    film = await addFilm(site, 'the-ferry', 'The Ferry & <Co>', 1962);
    await addFilm(site, 'nothing', 'Nothing');
    await publish(site, 'the-ferry', ann, {
      rating: '8',
      visibility: 'everyone',
      text: 'Fog, <i>mostly</i> fog. ]]> & \u{1F6A2}',
    });
    const bea = await site.signedIn('bea');
    await publish(site, 'the-ferry', bea, {
      rating: '8',
      visibility: 'everyone',
      text: 'It sinks at the end.',
      spoiler: 'yes',
    });
    const dag = await site.signedIn('dag');
    await publish(site, 'the-ferry', dag, { rating: '8', text: 'A secret diary.', visibility: 'me' });
    elsewhere = await addElsewhere(site, film, 'Kept at home.', { link: 'https://elsewhere.example/1' });
    await addList(site, ann.authorId, {
      title: 'Boats',
      ranked: true,
      films: [{ filmId: film, note: 'Wet *feet*.' }],
    });
  });
  afterAll(() => site.close());

  const text = async (path: string, ask = {}) => (await site.get(path, ask)).text();

  test.each(FEEDS)('%s/feed holds to RFC 4287 and to JSON Feed 1.1', async (of) => {
    const answer = await site.get(`${of}/feed.xml`);
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const { entries, faults } = readAtom(await answer.text());
    expect(faults).toEqual([]);
    expect(entries.length).toBeGreaterThan(0);
    const json = await site.get(`${of}/feed.json`);
    expect(json.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const check = new Ajv().compile(JSON_FEED);
    const read = (await json.json()) as { items: { id: string }[] };
    check(read);
    expect(check.errors).toBeNull();
    expect(read.items.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
  });

  test.each([
    ['no instant', /<updated>[^<]*<\/updated>/, ''],
    ['a day for an instant', /<updated>[^<]*<\/updated>/, '<updated>2026-11-25</updated>'],
    ['two titles', '<entry>', '<entry><title>Again</title>'],
    ['an element of its own', '<entry>', '<entry><stars>4</stars>'],
    ['a link that leads nowhere', / href="[^"]*"/, ''],
    ['words of no kind', 'type="html"', 'type="lbml"'],
  ])('with %s would be refused', async (_, from, to) => {
    const xml = await text('/film/the-ferry/feed.xml');
    expect(xml.replace(from, to)).not.toBe(xml);
    expect(againstGrammar(xml.replace(from, to))).not.toEqual([]);
  });

  test('of a film carries words whole, and leaves behind what tells the story or is kept by its author', async () => {
    const xml = await text('/film/the-ferry/feed.xml');
    const { entries } = readAtom(xml);
    const by = (name: string) => entries.find(({ title }) => title.endsWith(name));
    expect(by('ann')?.title).toBe('★★★★ The Ferry & <Co> (1962), reviewed by ann');
    expect(by('ann')?.content).toContain('<i>mostly</i> fog. ]]&gt; &amp; \u{1F6A2}');
    expect(by('bea')?.content).toContain('This review tells what happens in The Ferry &amp; &lt;Co&gt;');
    expect(by('Ines')?.content).toContain('so it is not carried here');
    expect(xml).not.toMatch(/sinks|secret|Kept at home/);
    expect(entries).toHaveLength(3);
    expect(entries.at(-1)?.title).toContain('Ines');
    expect(entries.at(-1)?.updated).toBe('2014-05-03T00:00:00.000Z');
  });

  test('carries the words of somebody elsewhere once they are let out', async () => {
    const { store } = site.site;
    await store.transact((writer) => writer.entries.setSpoiler(elsewhere, 'no', BEGINNING));
    await store.transact((writer) => writer.versions.raise(film, 'films'));
    expect(await text('/film/the-ferry/feed.xml')).toContain('Its author shows the words only');
    const rights = { basis: 'permission', allowed: ['here', 'strips'], word: null, givenBy: null } as const;
    await store.transact((writer) =>
      writer.entries.setRights(elsewhere, { ...rights, batchId: null }, BEGINNING),
    );
    await store.transact((writer) => writer.versions.raise(film, 'films'));
    expect(await text('/film/the-ferry/feed.xml')).toContain('Kept at home.');
  });

  test('is the same for whoever asks, and is answered 304 until something on it changes', async () => {
    const first = await site.get('/film/the-ferry/feed.xml');
    const etag = first.headers.get('etag') ?? '';
    const again = () => site.get('/film/the-ferry/feed.xml', { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    expect(await text('/film/the-ferry/feed.xml', { cookie: ann.cookie })).toBe(await first.text());
    await publish(site, 'the-ferry', ann, { rating: '8', visibility: 'everyone', text: 'Fog again.' });
    expect((await again()).status).toBe(200);
  });

  test('of a film nobody wrote about is empty and still a feed; of what is not there, is not found', async () => {
    const { entries, faults } = readAtom(await text('/film/nothing/feed.xml'));
    expect({ entries, faults }).toEqual({ entries: [], faults: [] });
    for (const path of ['/film/no-such', '/@nobody', '/@ann/list/none'])
      expect((await site.get(`${path}/feed.xml`)).status, path).toBe(404);
  });

  test('is named by the page it tells of', async () => {
    for (const of of FEEDS) {
      const page = await text(of || '/');
      expect(page).toContain(`<link rel="alternate" type="application/atom+xml" href="${of}/feed.xml">`);
    }
  });
});
