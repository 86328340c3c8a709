import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EntryInput, writeEntry } from '../../src/domain/entry.ts';
import type { EntryFacts } from '../../src/domain/reader.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { seedFilm } from '../store/seed-film.ts';
import { questionsOf, said } from './queries.ts';
import { openTestSite, type TestSite } from './site.ts';

const SAID: EntryInput = {
  rating: 8,
  liked: false,
  viewed: null,
  rewatch: false,
  tags: [],
  title: null,
  text: 'Some words about it.',
  format: 'lbml',
  spoiler: 'no',
  language: null,
  visibility: 'everyone',
};

/** The ids of the reviews on a page, in order. */
function idsOn(html: string): string[] {
  return [...html.matchAll(/id="review-([0-9a-v]{26})"/g)].map((match) => match[1] ?? '');
}

function nextOf(html: string): string | null {
  const href = /rel="next" href="([^"]*)"/.exec(html)?.[1];
  return href ? href.replaceAll('&amp;', '&') : null;
}

describeOnBothEngines('all reviews of a film', (engine) => {
  let site: TestSite;
  let people: { authorId: string; memberId: string }[];
  let filmId: string;
  let number = 0;

  const write = (who: number, more: Partial<EntryInput> = {}) => {
    const by = people[who] ?? people[0]!;
    site.clock.now += 60_000;
    return site.site.store.transact((writer) =>
      writeEntry(
        writer,
        filmId,
        { ...SAID, ...more },
        { ...by, now: site.clock.now, today: '2026-11-25', waits: false },
      ),
    );
  };
  const elsewhere = (place: string, name: string, more: Partial<EntryFacts> = {}, text = 'Seen elsewhere.') =>
    site.site.store.transact(async (writer) => {
      const author = { name, source: 'jsonld' as const, key: `test:${place}:${name}`, place };
      const authorId = await writer.authors.add(author, site.clock.now);
      const review = {
        format: 'plain' as const,
        source: text,
        html: `<p>${text}</p>`,
        text,
        length: text.length,
        fold: null,
        cut: null,
      };
      const facts: EntryFacts = {
        filmId,
        authorId,
        source: 'jsonld',
        key: `test:${place}:${name}`,
        link: null,
        place,
        viewed: null,
        rating: 6,
        score: null,
        liked: false,
        rewatch: false,
        venue: null,
        tags: [],
        title: null,
        language: 'de',
        spoiler: 'unknown',
        visibility: 'everyone',
        withheld: null,
        basis: 'permission',
        counted: true,
        written: '2014-05-03',
        writtenKey: '2014-05-03/1',
        viewedKey: '9999',
        ...more,
      };
      const id = await writer.entries.add(facts, review, site.clock.now);
      await writer.films.reckon(filmId);
      await writer.versions.raise(filmId, 'films');
      return id;
    });
  const path = () => `/film/many-${number}/reviews`;
  const page = async (query = '', ask = {}) => (await site.get(`${path()}${query}`, ask)).text();
  /** Every id from the first page to the last, calling `between` after each page. */
  const walk = async (query = '', between: (round: number) => Promise<unknown> = async () => undefined) => {
    const seen: string[] = [];
    let at: string | null = `${path()}${query}`;
    for (let round = 0; at && round < 20; round += 1) {
      const html: string = await (await site.get(at)).text();
      seen.push(...idsOn(html));
      at = nextOf(html);
      await between(round);
    }
    return seen;
  };

  beforeAll(async () => {
    site = await openTestSite({ engine });
    people = await Promise.all([1, 2, 3].map((n) => site.signedIn(`person_${n}`)));
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    number += 1;
    filmId = await site.site.store.transact((writer) =>
      seedFilm(writer, { title: 'Many', slug: `many-${number}` }, site.clock.now),
    );
  });

  test('are paged without one twice or one lost while others write', async () => {
    const before: string[] = [];
    for (let n = 0; n < 47; n += 1) before.push(await write(n % 3, { text: `Number ${n}.` }));
    const seen = await walk('', (round) => write(round % 3, { text: `Meanwhile ${round}.` }));
    expect(seen.filter((id) => before.includes(id))).toEqual([...before].reverse());
    expect(new Set(seen).size).toBe(seen.length);
    for (const sort of ['highest', 'lowest', 'longest', 'viewed']) {
      const all = await walk(`?sort=${sort}`, (round) =>
        write(round % 3, { text: `Then ${sort} ${round}.` }),
      );
      expect(new Set(all).size, sort).toBe(all.length);
      expect(all, sort).toEqual(expect.arrayContaining(before));
    }
  });

  test('come in the order that is asked for', async () => {
    const low = await write(0, { rating: 2, text: 'Short.', viewed: '2026' });
    const high = await write(1, { rating: 10, text: 'A little longer than that.', viewed: '1999-05-03' });
    const none = await write(2, { rating: null, text: 'The very longest of them all, by far and away.' });
    expect(idsOn(await page())).toEqual([none, high, low]);
    expect(idsOn(await page('?sort=highest'))).toEqual([high, low, none]);
    expect(idsOn(await page('?sort=lowest'))).toEqual([low, high, none]);
    expect(idsOn(await page('?sort=longest'))).toEqual([none, high, low]);
    expect(idsOn(await page('?sort=viewed'))).toEqual([high, low, none]);
  });

  test('are sifted by rating, place, language, words, spoilers and person', async () => {
    const first = await write(0, { rating: 6, language: 'en' });
    const tells = await write(1, { rating: 9, spoiler: 'yes', language: 'fr' });
    const again = await write(0, { rating: 3, text: 'Seen once more.', language: 'en' });
    const only = await write(2, { rating: 7, text: '' });
    const quoted = await elsewhere('Letterboxd', 'Ines');
    const kino = await elsewhere('kino.example', 'Ines');
    expect(idsOn(await page()), 'with words unless asked').toEqual([again, tells, first, kino, quoted]);
    expect(idsOn(await page('?text=all'))).toEqual([only, again, tells, first, kino, quoted]);
    expect(idsOn(await page('?rating=9'))).toEqual([tells]);
    expect(idsOn(await page('?place=here'))).toEqual([again, tells, first]);
    expect(idsOn(await page('?place=Letterboxd'))).toEqual([quoted]);
    expect(idsOn(await page('?language=de'))).toEqual([kino, quoted]);
    expect(idsOn(await page('?spoilers=no'))).toEqual([again, first]);
    expect(idsOn(await page('?one=1'))).toEqual([again, tells, kino, quoted]);
    expect(idsOn(await page('?one=1&sort=highest')), "a person's highest").toEqual([
      tells,
      first,
      kino,
      quoted,
    ]);
    expect(idsOn(await page('?one=1&rating=6')), 'one of those that match').toEqual([first, kino, quoted]);
    expect(await page('?place=here')).toContain('3 reviews');
    expect(await page('?one=1')).toContain('4 people');
    const empty = await page('?rating=1');
    expect(idsOn(empty)).toEqual([]);
    expect(empty).toContain('No review is like that.');
  });

  test('keep what was chosen in the address and in the form', async () => {
    for (let n = 0; n < 22; n += 1) await write(n % 3, { text: `Number ${n}.`, rating: 8 });
    const html = await page('?rating=8&sort=longest&spoilers=no&text=&place=');
    expect(html).toMatch(/<option value="8" selected>/);
    expect(html).toMatch(/<option value="longest" selected>/);
    expect(html).toMatch(/name="spoilers" value="no" checked/);
    const next = nextOf(html) ?? '';
    expect(new URL(next, site.origin).searchParams.get('rating')).toBe('8');
    const second = await (await site.get(next)).text();
    expect(idsOn(second)).toHaveLength(2);
    expect(second).toMatch(/rel="first" href="[^"]*rating=8/);
  });

  test('answer a broken address with a sentence and what can be read of it', async () => {
    const one = await write(0);
    const broken = [
      '?sort=upwards',
      '?rating=11',
      '?rating=0x8',
      '?language=%00',
      '?place=%00',
      `?place=${'x'.repeat(300)}`,
      "?language=de'--",
      '?spoilers=maybe',
    ];
    for (const query of broken) {
      const response = await site.get(`${path()}${query}`);
      expect(response.status, query).toBe(200);
      const html = await response.text();
      expect(html, query).toContain('could not be read');
      expect(idsOn(html), query).toEqual([one]);
    }
    const cursors = [
      'x',
      '%00',
      Buffer.from('["a",1,2]').toString('base64url'),
      Buffer.from('[9,"2026/1","\\u0000"]').toString('base64url'),
      'W10',
    ];
    for (const cursor of cursors)
      for (const sort of ['newest', 'highest', 'viewed']) {
        const response = await site.get(`${path()}?sort=${sort}&after=${cursor}`);
        expect(response.status, cursor).toBe(200);
        const html = await response.text();
        expect(html).toContain('this is its beginning');
        expect(idsOn(html)).toEqual([one]);
      }
  });

  test('show no draft, no hidden one and nothing for members to a reader', async () => {
    const seen = await write(0);
    await write(1, { visibility: 'draft', text: 'Not yet.' });
    const inside = await write(1, { visibility: 'members', text: 'Between us.' });
    expect(idsOn(await page())).toEqual([seen]);
    const { cookie } = await site.signedIn(`insider_${number}`);
    expect(idsOn(await page('', { cookie }))).toEqual([inside, seen]);
  });

  test('ask the database at most six times for a reader', async () => {
    for (let n = 0; n < 25; n += 1) await write(n % 3, { text: `Number ${n}.` });
    const queries = await questionsOf(() => page('?one=1&rating=8&sort=highest'));
    expect(queries.length).toBeGreaterThan(2);
    expect(queries.length, said(queries)).toBeLessThanOrEqual(6);
  });
});

describe('a film that is not there', () => {
  test('has no reviews either, and a former slug leads on', async () => {
    const site = await openTestSite();
    expect((await site.get('/film/none/reviews')).status).toBe(404);
    await site.site.store.transact(async (writer) => {
      const id = await seedFilm(writer, { title: 'Now', slug: 'now' }, 1);
      await writer.films.redirect('then', id);
    });
    const moved = await site.get('/film/then/reviews?rating=8');
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toBe('/film/now/reviews?rating=8');
    await site.close();
  });
});
