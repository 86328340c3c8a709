import { afterAll, beforeAll, expect, test } from 'vitest';
import { filmSlug, freeSlug, slugOf, titleKey } from '../../src/domain/slug.ts';
import { READER } from '../../src/domain/viewer.ts';
import type { MarkedCursor } from '../../src/store/marks.ts';
import type { Store } from '../../src/store/open.ts';
import { tierOf } from '../../src/store/tier.ts';
import { openTestSite, type TestSite } from '../app/site.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { seedCredit, seedFilm } from './seed-film.ts';

describeOnBothEngines('films, people and their addresses', (engine) => {
  let site: TestSite;
  let store: Store;
  let now = 1_000_000;

  /** Adds a film under the slug its title makes, as everything that adds films does. */
  const add = (title: string, year: number | null = null) =>
    store.transact(async (writer) => {
      now += 1;
      const slug = await freeSlug(filmSlug(title, year), writer.films.slugTaken);
      const id = await seedFilm(writer, { title, slug, year }, now);
      await writer.versions.raise('films');
      return { id, slug };
    });
  const addPerson = (name: string) =>
    store.transact(async (writer) => {
      now += 1;
      const slug = await freeSlug(slugOf(name) || 'person', writer.people.slugTaken);
      return { id: await writer.people.add({ name, slug }, now), slug };
    });
  const at = (slug: string) => `/film/${encodeURIComponent(slug)}`;
  const where = async (path: string) => {
    const answer = await site.get(path);
    return [answer.status, decodeURIComponent(answer.headers.get('location') ?? '')];
  };

  beforeAll(async () => {
    site = await openTestSite({ engine });
    store = site.site.store;
    await site.signedIn('the_owner', 'owner');
  });
  afterAll(() => site.close());

  test.each([
    ['Heat', 1995, 'heat-1995'],
    ['花様年華', 2000, '花様年華-2000'],
    ['V/H/S', 2012, 'v-h-s-2012'],
    ['باب الحديد', 1958, 'باب-الحديد-1958'],
    ['M', 1931, 'm-1931'],
    ['8½', 1963, '8½-1963'],
    ['…', null, 'film'],
    ['...?!', 1970, 'film-1970'],
    ['Łódź — «Ostatni» seans', null, 'łódź-ostatni-seans'],
    ["L'Année dernière à Marienbad", 1961, 'lannée-dernière-à-marienbad-1961'],
    ['../../etc/passwd', null, 'etc-passwd'],
    ['  spaces   and\ttabs ', null, 'spaces-and-tabs'],
    ['सत्यजित', 1955, 'सत्यजित-1955'],
    ['İstanbul', 1999, 'i̇stanbul-1999'],
    ['🎬', null, 'film-2'],
  ])('%s (%s) has its page at %s', async (title, year, slug) => {
    const added = await add(title, year);
    expect(added.slug).toBe(slug);
    const answer = await site.get(at(slug));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(
      `rel="canonical" href="${site.origin}/film/${encodeURIComponent(slug)}"`,
    );
    expect((await store.reader.films.key(slug))?.id).toBe(added.id);
  });

  test('a title of three hundred letters has an address of its own, and a second one too', async () => {
    for (const letter of ['x', '長', 'ー', '𝕏']) {
      const title = letter.repeat(300);
      const one = await add(title, 2001);
      const two = await add(title, 2001);
      expect(two.slug).toBe(`${one.slug}-2`);
      expect(new TextEncoder().encode(encodeURIComponent(one.slug)).length).toBeLessThan(2000);
      expect(await where(at(one.slug)), letter).toEqual([200, '']);
      expect(await where(at(two.slug)), letter).toEqual([200, '']);
    }
  });

  test('many films counted at once are counted as one alone is', async () => {
    const { id } = await add('Counted', 1999);
    const other = await add('Not rated', 1999);
    const db = store.engine.write;
    for (const [n, rating] of [1, 4, 4, 9, 10, 10, 10, 7].entries()) {
      const author = { id: `counted-${n}`, key: `counted-${n}`, name: 'X', source: 'jsonld' as const };
      await db
        .insertInto('authors')
        .values({ ...author, link: null, place: null, canonical_id: null, batch_id: null, created: 1 })
        .execute();
      await store.transact((writer) =>
        writer.marks.set({
          ...{ authorId: author.id, filmId: id, watched: null, liked: null, rated: null, watchlist: null },
          ...{ rating, visibility: 'everyone', here: n < 6, counted: true },
        }),
      );
    }
    const rows = () =>
      store.engine.read
        .selectFrom('films')
        .selectAll()
        .where('title_key', 'in', ['counted', 'not rated'])
        .execute();
    for (const filmId of [id, other.id]) await store.transact((writer) => writer.films.reckon(filmId));
    const alone = await rows();
    const none = {
      ratings_here: '[0,0,0,0,0,0,0,0,0,0]',
      ratings_elsewhere: '[0,0,0,0,0,0,0,0,0,0]',
      tier: 0,
    };
    await db
      .updateTable('films')
      .set({ ...none, average_here: null })
      .where('id', '=', id)
      .execute();
    await store.transact((writer) => writer.batches.staging.reckon([id, other.id], null));
    expect(await rows()).toEqual(alone);
    expect(alone.find((film) => film.id === id)).toMatchObject({ tier: tierOf(8), average_here: 633 });
    expect(alone.find((film) => film.id === other.id)).toMatchObject(none);
  });

  test('somebody’s latest films come page by page, whatever is known of their days', async () => {
    const author = { id: 'pages', key: 'pages', name: 'X', source: 'jsonld' as const };
    await store.engine.write
      .insertInto('authors')
      .values({ ...author, link: null, place: null, canonical_id: null, batch_id: null, created: 1 })
      .execute();
    const days = [
      '',
      '2014',
      '2014-03',
      '2014-03-01',
      '2014-03-31',
      '2014-03-31',
      '2014-04-01',
      '2015-01-01',
    ];
    const made: { day: string; id: string }[] = [];
    for (const day of [...days, ...days.toReversed()]) {
      const { id } = await add('Paged', 1990);
      made.push({ day, id });
      await store.transact((writer) =>
        writer.marks.set({
          ...{ authorId: author.id, filmId: id, watched: day, liked: null, rated: null, watchlist: null },
          ...{ rating: null, visibility: 'everyone', here: true, counted: true },
        }),
      );
    }
    const expected = made
      .toSorted((a, b) => (`${a.day} ${a.id}` < `${b.day} ${b.id}` ? 1 : -1))
      .map(({ day, id }) => `${day} ${id}`);
    const seen: string[] = [];
    for (let after: MarkedCursor | null = null, more = true; more; ) {
      const { films, next } = await store.reader.marks.films(author.id, READER, {
        ...{ as: 'watched', sort: 'added', after, limit: 3 },
      });
      seen.push(...films.map(({ day, id }) => `${day} ${id}`));
      after = next;
      more = next !== null;
    }
    expect(seen).toEqual(expected);
  });

  test('the same title and year again is numbered, and a number in a title is no number of ours', async () => {
    const slugs = [];
    for (let n = 0; n < 4; n += 1) slugs.push((await add('Halloween', 2018)).slug);
    expect(slugs).toEqual(['halloween-2018', 'halloween-2018-2', 'halloween-2018-3', 'halloween-2018-4']);
    expect((await add('Halloween 2018-2')).slug).toBe('halloween-2018-2-2');
    expect((await add('Halloween')).slug).toBe('halloween');
  });

  test('two that are added at once take two addresses, or one of them is told to try again', async () => {
    const both = await Promise.allSettled([add('At once', 2020), add('At once', 2020)]);
    const slugs = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.slug] : []));
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs.length).toBeGreaterThan(0);
  });

  test('a former slug leads on, on every page of the film, with what was asked', async () => {
    const { id, slug } = await add('Renamed', 1977);
    await store.transact((writer) => writer.films.redirect('花-was-called', id));
    for (const rest of ['', '/reviews?rating=8&sort=longest', '/review'])
      expect(await where(`${at('花-was-called')}${rest}`)).toEqual([301, `/film/${slug}${rest}`]);
    expect(await store.reader.films.slugTaken('花-was-called'), 'and is never given again').toBe(true);
    expect((await add('花 was called')).slug).toBe('花-was-called-2');
  });

  test('a merged film leads to the one it became', async () => {
    const [from, to] = [await add('Twin', 1990), await add('Twin', 1991)];
    await store.engine.transact((db) =>
      db.updateTable('films').set({ canonical_id: to.id }).where('id', '=', from.id).execute(),
    );
    expect(await where(at(from.slug))).toEqual([301, `/film/${to.slug}`]);
    expect((await store.reader.films.key(from.slug))?.id).toBe(to.id);
  });

  test.each([
    ['/film/HEAT-1995', 'heat-1995'],
    ['/film/Heat-1995/reviews?sort=longest', 'heat-1995/reviews?sort=longest'],
    ['/film/Heat%201995', 'heat-1995'],
    [`/film/${encodeURIComponent('ŁÓDŹ-ostatni-seans')}`, 'łódź-ostatni-seans'],
    [`/film/${encodeURIComponent('łódź-ostatni-seans'.normalize('NFD'))}`, 'łódź-ostatni-seans'],
    [`/film/${encodeURIComponent('花様年華-2000')}/`, '花様年華-2000'],
    ['/film/heat-1995/', 'heat-1995'],
  ])('%s is spelled otherwise and leads to the film', async (path, slug) => {
    expect(await where(path)).toEqual([301, `/film/${slug}`]);
  });

  test('an address in letters or in percent signs is the same address', async () => {
    const encoded = await site.get('/film/%e8%8A%b1%E6%A7%98%E5%B9%B4%E8%8F%AF-2000');
    expect(encoded.status).toBe(200);
    expect((await site.get('/film/花様年華-2000')).status).toBe(200);
    expect((await site.get('/film/%68eat-1995')).status).toBe(200);
  });

  test.each(['%', '%zz', '%00', '%ff%fe', '%2f', 'heat-1995%00', 'x'.repeat(5000), '%F0%9F', '-', "'"])(
    '/film/%s is not found, and nothing breaks',
    async (slug) => {
      expect((await site.get(`/film/${slug}`)).status).toBe(404);
      expect((await site.get(`/person/${slug}`)).status).toBe(404);
      expect((await site.get(`/film/${slug}/reviews`)).status).toBe(404);
    },
  );

  test.each([
    ['Agnès Varda', 'agnès-varda'],
    ['王家衛', '王家衛'],
    ['يوسف شاهين', 'يوسف-شاهين'],
    ['…', 'person'],
    ['Agnès Varda', 'agnès-varda-2'],
    ['X'.repeat(300), 'x'.repeat(120)],
  ])('%s is found at /person/%s', async (name, slug) => {
    const person = await addPerson(name);
    expect(person.slug).toBe(slug);
    const film = await store.reader.films.key('heat-1995');
    const credit = { filmId: film?.id ?? '', personId: person.id, position: now };
    await store.transact((writer) => seedCredit(writer, credit, now));
    const answer = await site.get(`/person/${encodeURIComponent(slug)}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('href="/film/heat-1995"');
    if (slug.toUpperCase() !== slug)
      expect(await where(`/person/${encodeURIComponent(slug.toUpperCase().normalize('NFD'))}`)).toEqual([
        301,
        `/person/${slug}`,
      ]);
  });

  test('the catalogue sorts titles of any script by bytes, alike on both engines', async () => {
    const { films } = await store.reader.films.list({ sort: 'title', limit: 200 });
    const keys = films.map((film) => Buffer.from(titleKey(film.title)));
    expect(keys).toEqual([...keys].sort(Buffer.compare));
    expect(films.length).toBeGreaterThan(20);
  });

  test('a film with nothing but a title has every page', async () => {
    const { slug } = await add('Nothing else');
    for (const rest of ['', '/reviews', '/review', '/reviews?text=all&one=1'])
      expect((await site.get(`${at(slug)}${rest}`)).status, rest).toBe(200);
    const key = await store.reader.films.key(slug);
    expect((await site.get(`/card/${key?.id}.svg`)).status).toBe(200);
  });
});
