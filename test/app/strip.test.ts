import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeEntry } from '../../src/domain/entry.ts';
import { withhold } from '../../src/domain/withholding.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { BEGINNING, openTestSite, type TestSite } from './site.ts';
import { addElsewhere, addFilm, publish, type Somebody } from './writing.ts';

/** A review of a strip in its JSON, as far as these tests look at it. */
interface Told {
  picked: string;
  count: number;
  average: Record<'here' | 'elsewhere', { outOfFive: number | null; ratings: number }>;
  reviews: { author: { name: string }; html: string | null; withheld: string | null; stars: string | null }[];
  problems: string[];
}

const told = async (site: TestSite, query = '', slug = 'heat-1995'): Promise<Told> =>
  (await (await site.get(`/embed/film/${slug}.json${query}`)).json()) as Told;
const names = ({ reviews }: Told) => reviews.map(({ author }) => author.name);
const allowed = (site: TestSite, id: string, where: readonly ('here' | 'strips')[]) =>
  site.site.store.transact(async (writer) => {
    const rights = { basis: 'permission', allowed: where, word: null, givenBy: null, batchId: null } as const;
    await writer.entries.setRights(id, rights, BEGINNING);
    await writer.versions.raise('site');
  });

describeOnBothEngines('which reviews stand in a strip', (engine) => {
  let site: TestSite;
  let people: Somebody[];
  let filmId: string;
  const ids: string[] = [];
  beforeAll(async () => {
    site = await openTestSite({ engine });
    await site.signedIn('the_owner', 'owner');
    filmId = await addFilm(site, 'heat-1995', 'Heat', 1995);
    people = [];
    for (const name of ['ann', 'ben', 'cem', 'dot', 'eve']) people.push(await site.signedIn(name));
    for (const [at, who] of people.entries()) {
      site.clock.now += 3_600_000;
      const fields = {
        text: `What ${at} saw.`,
        rating: String(at + 5),
        visibility: 'everyone',
      };
      ids.push(await publish(site, 'heat-1995', who, fields));
    }
  });
  afterAll(() => site.close());

  test('newest first when asked, as many as asked, and it is said how they were picked', async () => {
    const strip = await told(site, '?show=newest&n=2');
    expect(names(strip)).toEqual(['eve', 'dot']);
    expect(strip.picked).toBe('2 of 5 reviews, newest first');
  });

  test('what a curator chose leads, and who chose it is said', async () => {
    await site.site.store.transact(async (writer) => {
      await writer.site.set({ name: 'The Regent' }, BEGINNING);
      await writer.pins.set(filmId, [ids[1] ?? '', ids[0] ?? '']);
      await writer.versions.raise(filmId, 'site');
    });
    const both = await told(site, '?n=2');
    expect(names(both)).toEqual(['ben', 'ann']);
    expect(both.picked).toBe('2 chosen by The Regent from 5 reviews');
    const more = await told(site, '?n=3');
    expect(names(more)).toEqual(['ben', 'ann', 'eve']);
    expect(more.picked).toBe('3 of 5 reviews, 2 of them chosen by The Regent');
    expect(names(await told(site, '?show=newest&n=1'))).toEqual(['eve']);
  });

  test('only with so many stars: said, and the averages stay those of everybody', async () => {
    const strip = await told(site, '?show=newest&least=4&n=5');
    expect(strip.reviews.map(({ stars }) => stars)).toEqual(['★★★★½', '★★★★']);
    expect(strip.picked).toBe('2 of 5 reviews, newest first; only with ★★★★ or more');
    expect(strip.average.here).toEqual({ outOfFive: 3.5, ratings: 5 });
    expect(names(await told(site, '?least=5'))).toEqual([]);
  });

  test('what was written elsewhere: only where its author lets it out, counted apart, never unsettled', async () => {
    const id = await addElsewhere(site, filmId, 'The end is a surprise.', { name: 'Ines' });
    expect(names(await told(site, '?n=12'))).not.toContain('Ines');
    await allowed(site, id, ['here']);
    expect(names(await told(site, '?n=12'))).not.toContain('Ines');
    await allowed(site, id, ['here', 'strips']);
    const strip = await told(site, '?n=12&from=elsewhere');
    expect(names(strip)).toEqual(['Ines']);
    expect(strip.reviews[0]).toMatchObject({ html: null, withheld: 'May tell what happens in Heat.' });
    expect(strip.picked).toBe('1 of 6 reviews, most liked first; only written elsewhere');
    expect(names(await told(site, '?n=12&from=here'))).not.toContain('Ines');
    for (const form of ['', '.html'])
      expect(await (await site.get(`/embed/film/heat-1995${form}?n=12`)).text()).not.toContain('surprise');
  });

  test('what their author says of all of them, at once: none, and all, brought ones too', async () => {
    const [ann] = people;
    const say = (strips: string) => site.post('/settings/strips', { strips }, { cookie: ann?.cookie ?? '' });
    expect(names(await told(site, '?n=12'))).toContain('ann');
    expect((await say('none')).status).toBe(303);
    expect(names(await told(site, '?n=12'))).not.toContain('ann');
    expect((await site.get(`/embed/review/${ids[0]}`)).status).toBe(404);
    await allowed(site, ids[0] ?? '', ['here']);
    await say('');
    expect(names(await told(site, '?n=12'))).not.toContain('ann');
    await say('all');
    expect(names(await told(site, '?n=12'))).toContain('ann');
    await say('');
    await allowed(site, ids[0] ?? '', ['here', 'strips']);
  });

  test.each(['hidden', 'awaiting', 'rights'] as const)('nothing that is withheld: %s', async (state) => {
    const id = ids[4] ?? '';
    await site.site.store.transact(async (writer) => {
      const entry = await writer.entries.toChange(id);
      if (!entry) throw new Error('no such entry');
      await withhold(writer, entry, 'hidden', site.clock.now);
      await writer.entries.withhold(id, state, site.clock.now);
    });
    expect(names(await told(site, '?n=12'))).not.toContain('eve');
    expect((await site.get(`/embed/review/${id}`)).status).toBe(404);
    await site.site.store.transact(async (writer) => {
      await writer.entries.withhold(id, null, site.clock.now);
      await writer.versions.raise(filmId, 'films');
    });
    expect(names(await told(site, '?n=12'))).toContain('eve');
  });

  test('nothing that not everyone may read, and one review of each author', async () => {
    const [ann] = people;
    if (!ann) throw new Error('nobody');
    const entry = {
      rating: 2 as const,
      liked: false,
      viewed: null,
      rewatch: false,
      tags: [],
      title: null,
      text: 'Seen again.',
      format: 'lbml' as const,
      spoiler: 'no' as const,
      language: 'en',
      visibility: 'members' as const,
    };
    const by = { ...ann, now: site.clock.now + 7_200_000, today: '2026-11-25', waits: false };
    const write = (change: object) =>
      site.site.store.transact((writer) => writeEntry(writer, filmId, { ...entry, ...change }, by));
    await write({});
    expect(names(await told(site, '?show=newest&n=12')).filter((name) => name === 'ann')).toHaveLength(1);
    expect((await told(site, '?show=newest&n=1')).reviews[0]?.html).not.toContain('again');
    await write({ visibility: 'everyone', text: 'Seen for all to read.' });
    const strip = await told(site, '?show=newest&n=12');
    expect(names(strip).filter((name) => name === 'ann')).toHaveLength(1);
    expect(strip.reviews[0]?.html).toContain('for all');
  });
});

describe('a strip', () => {
  let site: TestSite;
  let filmId: string;
  beforeAll(async () => {
    site = await openTestSite();
    await site.signedIn('the_owner', 'owner');
    const ann = await site.signedIn('ann');
    filmId = await addFilm(site, 'heat-1995', 'Heat', 1995);
    await addFilm(site, 'silence-1963', 'Silence', 1963);
    await site.site.store.transact(async (writer) => {
      await writer.films.addExternalId(filmId, 'imdb', 'tt0113277', null);
      await writer.films.addExternalId(filmId, 'tmdb', '949', null);
      await writer.films.redirect('heat', filmId);
    });
    const text = 'They meet for ||a coffee|| once. <b>Once.</b>';
    await publish(site, 'heat-1995', ann, { text, rating: '9', visibility: 'everyone' });
  });
  afterAll(() => site.close());

  const page = async (path: string, headers: Record<string, string> = {}) => {
    const response = await site.get(path, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  test.each(['tt0113277', 'imdb:tt0113277', 'imdb-tt0113277', 'tmdb:949', 'tmdb-949', 'heat'])(
    'is found as %s, and kept under one address',
    async (name) => {
      for (const form of ['', '.html', '.json']) {
        const { status, headers } = await page(`/embed/film/${name}${form}?theme=dark`);
        expect([status, headers.get('location')]).toEqual([301, `/embed/film/heat-1995${form}?theme=dark`]);
        // A script is let follow only what each step of the way lets it.
        expect(headers.get('access-control-allow-origin')).toBe('*');
      }
    },
  );

  test('keeps words that its author hid within a line to itself, in every form', async () => {
    for (const form of ['', '.html', '.json']) {
      const { text } = await page(`/embed/film/heat-1995${form}`);
      expect(text).not.toContain('a coffee');
      expect(text).toContain('words that tell the story');
      expect(text).toMatch(/<b>Once\.</);
    }
  });

  test('marks nothing up for machines, sets no cookie and asks nobody else for anything', async () => {
    for (const form of ['', '.html', '.html?as=element']) {
      const { text, headers } = await page(`/embed/film/heat-1995${form}`);
      expect(text).not.toMatch(/ld\+json|itemprop|itemscope|h-review|p-rating|\son[a-z]+=|style=/);
      for (const [, address] of text.matchAll(/(?:src|href)="(https?:[^"]*)"/g))
        expect(address).toMatch(/^http:\/\/localhost:3000\//);
      expect(headers.getSetCookie()).toEqual([]);
    }
  });

  test('has only whole addresses outside of its frame', async () => {
    const { text } = await page('/embed/film/heat-1995.html?as=element');
    expect(text).toMatch(/^<film-reviews film="heat-1995"><template shadowrootmode="open"><link /);
    for (const [, address] of text.matchAll(/(?:src|href)="([^"]*)"/g)) expect(address).toMatch(/^http/);
  });

  test('says how its reviews were picked in bare text beside the averages of all', async () => {
    const { text } = await page('/embed/film/heat-1995.html?least=2');
    expect(text).toContain('at 5. 1 of 1 review, most liked first; only with ★★ or more.</p>\n<article');
  });

  test('of a film without reviews is a line with a way to write one, or nothing where that is asked', async () => {
    const { text } = await page('/embed/film/silence-1963.html');
    expect(text).toContain('href="http://localhost:3000/film/silence-1963/review">Add a review</a>');
    expect(text.match(/<p/g)).toHaveLength(1);
    expect((await page('/embed/film/silence-1963.html?empty=nothing')).text).toBe('');
    // A frame would stand there empty.
    expect((await page('/embed/film/silence-1963?empty=nothing')).text).toContain('Add a review');
  });

  test('of a film nobody knows is a sentence, until somebody does', async () => {
    for (const form of ['', '.html', '.json']) {
      const { status, text } = await page(`/embed/film/dune-2021${form}`);
      expect(status).toBe(404);
      expect(text).toContain('Houselights does not know this film.');
    }
    await addFilm(site, 'dune-2021', 'Dune', 2021);
    expect((await page('/embed/film/dune-2021')).status).toBe(200);
  });

  test('is asked for wrongly: the option is left out with a sentence, and the strip stands', async () => {
    const asked = {
      n: '900',
      show: 'best',
      from: 'mars',
      least: '4.3',
      in: '<script>',
      theme: 'neon',
      lang: 'x y',
      empty: 'frame',
      venue: '../../etc',
    };
    const { status, text } = await page(`/embed/film/heat-1995.html?${new URLSearchParams(asked)}`);
    expect(status).toBe(200);
    expect(text).toContain('“900” is no number from 1 to 12; 3 are shown.');
    expect(text.match(/class="fr-problem"/g)).toHaveLength(Object.keys(asked).length);
    expect(text).toContain('fr-review');
    expect(text).not.toContain('<script');
    const strip = (await (await site.get('/embed/film/heat-1995.json?least=0&n=x')).json()) as Told;
    expect(strip.problems).toHaveLength(2);
  });

  test('speaks the language asked for, whatever the browser asks', async () => {
    const german = await page('/embed/film/heat-1995.html?lang=de', { 'accept-language': 'en' });
    expect(german.text).toContain('Rezension schreiben');
    expect((await page('/embed/film/heat-1995.html', { 'accept-language': 'de' })).text).toContain(
      'lang="de"',
    );
  });

  test('is sent once, and again as soon as it is another', async () => {
    const first = await page('/embed/film/heat-1995?n=4');
    const etag = first.headers.get('etag') ?? '';
    for (let n = 0; n < 4; n += 1) {
      const again = await page('/embed/film/heat-1995?n=4', { 'if-none-match': etag });
      expect(again.status).toBe(304);
      expect(again.headers.get('access-control-allow-origin')).toBe('*');
    }
    const ben = await site.signedIn('ben');
    await publish(site, 'heat-1995', ben, { text: 'Later.', visibility: 'everyone' });
    const anew = await page('/embed/film/heat-1995?n=4', { 'if-none-match': etag });
    expect(anew.status).toBe(200);
    expect(anew.text).toContain('Later.');
  });

  test('is the same for somebody who is signed in', async () => {
    const { cookie } = await site.signedIn('cem');
    const own = await site.get('/embed/film/heat-1995', { cookie });
    expect(own.headers.get('cache-control')).toBe('public, no-cache');
    expect(await own.text()).toBe((await page('/embed/film/heat-1995')).text);
  });

  test('the script is small, an hour old at most, and for every page', async () => {
    const { text, headers } = await page('/embed.js', { 'accept-encoding': 'gzip' });
    expect(Number(headers.get('content-length'))).toBeLessThanOrEqual(6 * 1024);
    expect(headers.get('cache-control')).toBe('public, max-age=3600');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(text).not.toBe('');
  });
});
