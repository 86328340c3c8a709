import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVERY_ROUTE } from '../../src/main.ts';
import { LANGUAGES } from '../../src/words/words.ts';
import { ADDRESSES, type Who } from '../browser/addresses.ts';
import { type House, openHouse } from '../browser/house.ts';
import { faultsOf } from './validator.ts';
import { dataFaultsOf, dataOf } from './vocabulary.ts';

const EVERYBODY: readonly Who[] = ['reader', 'member', 'owner'];
const PAGES = EVERY_ROUTE.filter((route) => route.method === 'GET').map((route) => route.path);

test('the judge finds what is wrong', async () => {
  const page = (main: string) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title></head><body>${main}</body></html>`;
  expect(await faultsOf(page('<h1>Well</h1>\n<p>made</p>'))).toEqual([]);
  for (const main of [
    '<p><div>d</div></p>',
    '<a href="/a"><a href="/b">b</a></a>',
    '<p id="x">a</p><p id="x">b</p>',
    '<img src="/a.png">',
    '<ul><p>p</p></ul>',
    '<p style="color:red">p</p>',
    '<b>unclosed',
    '<input type="text">',
    '<button><a href="/">a</a></button>',
    '<h1>a</h1><h3>b</h3>',
  ])
    expect(await faultsOf(page(main)), main).not.toEqual([]);
});

test('the judge of data for machines finds what schema.org does not know', () => {
  const film = (more: object) => dataFaultsOf({ '@type': 'Movie', name: 'Heat', ...more });
  expect(film({ director: [{ '@type': 'Person', name: 'Ines' }], datePublished: '1995' })).toEqual([]);
  for (const [name, value] of [
    ['directedBy', 'Ines'],
    ['actors', { '@type': 'Person' }],
    ['startDate', '2026-11-25'],
    ['director', 1995],
    ['director', { '@type': 'Movie' }],
    ['duration', '170 minutes'],
    ['datePublished', 'lately'],
    ['aggregateRating', 4],
    ['review', [{ '@type': 'Review', reviewRating: { '@type': 'Rating', stars: 4 } }]],
  ] as const)
    expect(film({ [name]: value }), name).toHaveLength(1);
  expect(dataFaultsOf({ '@graph': [{ '@type': 'Film' }] })).toEqual(['@graph[0]: Film is no type']);
});

/**
 * What a page says is current or first, and ought to say of one thing: the room of the desk, or one's place in
 * another way between pages, and the door that leads on.
 */
function litTwice(page: string): string[] {
  const navs = [...page.matchAll(/<nav\b[^>]*>.*?<\/nav>/gs)].map(([nav]) => nav);
  const count = (text: string, sign: string) => text.split(sign).length - 1;
  const current = navs.filter((nav) => {
    const here = count(nav, 'aria-current="page"');
    return nav.includes('class="rooms"') ? here !== 1 : here > 1;
  });
  return [...current, ...(count(page, 'class="door first"') > 1 ? ['more than one first door'] : [])];
}

describe('every page is valid HTML, for everybody, in every language', () => {
  let house: House;
  /** What was told to machines on the pages that were asked for. */
  const kinds = new Set<string>();
  beforeAll(async () => {
    house = await openHouse();
  }, 60_000);
  afterAll(() => house.served.close());

  const visit = (path: string, who: Who, language: string) =>
    fetch(`${house.served.origin}${path}`, {
      headers: { 'accept-language': language, ...(who === 'reader' ? {} : { cookie: house[who].cookie }) },
      redirect: 'manual',
    });

  test.each(PAGES)('%s', async (route) => {
    for (const address of ADDRESSES[route]?.(house) ?? [])
      for (const who of address.who ?? EVERYBODY)
        for (const language of Object.keys(LANGUAGES)) {
          const response = await visit(address.path, who, language);
          const what = `${address.path} as ${who} in ${language}`;
          expect.soft(response.status, what).toBe(address.status ?? 200);
          const text = await response.text();
          expect.soft(await faultsOf(text), what).toEqual([]);
          expect.soft(litTwice(text), what).toEqual([]);
          for (const data of dataOf(text)) {
            kinds.add(String((data as { '@type'?: string })['@type'] ?? 'several'));
            expect.soft(dataFaultsOf(data), what).toEqual([]);
          }
        }
  });

  test('films, reviews and screenings are told to machines too', () => {
    expect([...kinds].sort()).toEqual(['Movie', 'Review', 'several']);
  });

  test('pages that say what happened', async () => {
    for (const language of Object.keys(LANGUAGES))
      for (const path of ['/no/such/page', '/film/nothing', '/@nobody', '/sign-out', '/film/stalker'])
        for (const who of ['reader', 'owner'] as const) {
          const response = await visit(path, who, language);
          expect(response.status).toBeGreaterThanOrEqual(400);
          expect.soft(await faultsOf(await response.text()), `${path} in ${language}`).toEqual([]);
        }
  });

  test('forms that come back with what needs another look', async () => {
    const send = (path: string, fields: Record<string, string>, who: Who) =>
      fetch(`${house.served.origin}${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: house.served.origin, ...(who === 'reader' ? {} : { cookie: house[who].cookie }) },
        redirect: 'manual',
      });
    const wrong: [string, Record<string, string>, Who][] = [
      ['/sign-in', { email: 'nobody@example.org', password: 'nothing' }, 'reader'],
      ['/sign-up', { name: '', username: 'A!', email: 'x', password: '1' }, 'reader'],
      ['/sign-in/link', { email: 'x' }, 'reader'],
      [`/film/${house.film.slug}/review`, { rating: '11', year: '1', tags: 'x'.repeat(200) }, 'reader'],
      [`/film/${house.film.slug}/review`, { month: '13' }, 'member'],
      [`/film/${house.film.slug}/review/${house.waiting}`, { name: '', email: 'x' }, 'reader'],
      [`/review/${house.own}/edit`, { rating: '11' }, 'member'],
      [`/review/${house.own}/edit`, { rating: '9', seen: '1', text: 'Other words.' }, 'member'],
      [`/review/${house.own}/edit`, { rating: '9', text: 'Other words.' }, 'reader'],
      [`/review/${house.elsewhere}/mine`, { contact: 'x' }, 'reader'],
      [`/review/${house.review}/report`, { contact: 'x', message: 'x'.repeat(2001) }, 'reader'],
      ['/settings/name', { name: '' }, 'member'],
      ['/settings/password', { current: 'x', password: '1' }, 'member'],
      ['/admin/site', { name: '', shown: '99', zone: 'x' }, 'owner'],
      ['/admin/facts/tmdb', { use: 'commercial', key: 'x', countries: 'x' }, 'owner'],
      ['/admin/facts/tmdb', { use: 'private', key: 'x' }, 'owner'],
      ['/admin/venues', { name: '', country: 'x', timeZone: 'x' }, 'owner'],
      [`/admin/venue/${house.venue}`, { do: 'remove' }, 'owner'],
      [`/film/${house.film.slug}/screenings/add`, { showings: 'soon' }, 'owner'],
      [`/screening/${house.screening}/edit`, { day: 'x', time: 'y', note: 'x'.repeat(300) }, 'owner'],
    ];
    for (const [path, fields, who] of wrong) {
      const response = await send(path, fields, who);
      expect.soft(response.status, path).toBeGreaterThanOrEqual(400);
      expect.soft(response.status, path).toBeLessThan(500);
      expect.soft(await faultsOf(await response.text()), path).toEqual([]);
    }
  });
});
