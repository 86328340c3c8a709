import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../app/site.ts';
import { importing } from '../store/importing.ts';
import { seedFilm } from '../store/seed-film.ts';
import { parsePage } from './skeleton.ts';

/** Names that every object of the language answers to. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'undefined',
  'null',
  'NaN',
];

let site: TestSite;
let owner: string;

beforeAll(async () => {
  site = await openTestSite();
  owner = (await site.signedIn('the_owner', 'owner')).cookie;
});
afterAll(() => site.close());

async function expectPage(path: string, name: string, cookie?: string): Promise<void> {
  const response = await site.get(path, cookie ? { cookie } : {});
  const text = await response.text();
  expect(response.status, path).toBe(200);
  expect(parsePage(text).faults, path).toEqual([]);
  expect(text, path).toContain(name);
}

describe.each(NAMES)('somebody and something called %s', (name) => {
  test('signs up, writes, and has pages', async () => {
    const username = name.toLowerCase().slice(0, 30);
    const from = `10.12.0.${NAMES.indexOf(name) + 1}`;
    const email = `${username}@example.org`;
    const person = { name, username, email, password: 'quite a long password' };
    const signed = await site.post('/sign-up', person, { from });
    expect(signed.status).toBe(303);
    const cookie = signed.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const slug = `film-of-${NAMES.indexOf(name)}`;
    await site.site.store.transact((writer) => seedFilm(writer, { title: name, slug }, 1));
    const said = { rating: '7', text: name, title: name, tags: name, language: 'xx' };
    const written = await site.post(`/film/${slug}/review`, said, { cookie, from });
    expect(written.status).toBe(303);
    for (const page of ['', '/reviews', '/diary', '/films', '/lists', '/watchlist'])
      await expectPage(`/@${username}${page}`, name);
    await expectPage(`/film/${slug}`, name);
    await expectPage(`/film/${slug}/reviews?place=${name}&language=${name}&sort=${name}`, name);
    await expectPage('/settings', name, cookie);
    await expectPage('/admin/members', name, owner);
  });

  test('comes in a file, as a key and as a value', async () => {
    const key = JSON.stringify(name);
    const text = `{"@context":"https://schema.org","@type":"Movie","name":${key},"datePublished":"19${50 + NAMES.indexOf(name)}",
      ${key}:{"polluted":"yes"},"genre":${key},"countryOfOrigin":${key},"inLanguage":${key},
      "director":{"@type":"Person","name":${key},${key}:{"polluted":"yes"}},
      "actor":{"@type":"PerformanceRole","actor":{"name":${key}},"characterName":${key}},
      "identifier":{"propertyID":${key},"value":${key}},
      "review":[{"@type":"Review",${key}:{"polluted":"yes"},"author":{"@type":"Person","name":${key}},"reviewBody":"Seen.",
      "publisher":${key},"inLanguage":${key},"reviewRating":{"@type":"Rating","ratingValue":4,${key}:1}},
      {"@id":${key},"@type":${key},"reviewBody":${key}}]}`;
    const report = await importing(site.site.store, text);
    expect(report.created + report.unchanged + report.updated).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const { read } = site.site.store.engine;
    const film = await read
      .selectFrom('films')
      .select('slug')
      .where('title', '=', name)
      .where('year', 'is not', null)
      .executeTakeFirstOrThrow();
    await expectPage(`/film/${film.slug}`, name);
    const people = await read.selectFrom('people').select('slug').where('name', '=', name).execute();
    expect(people.length).toBeGreaterThan(0);
    for (const { slug } of people) await expectPage(`/person/${slug}`, name);
  });
});
