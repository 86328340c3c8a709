import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '../../bench/seed.ts';
import { READER } from '../../src/domain/viewer.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type Question, questionsOf } from '../app/queries.ts';
import { describeWithPostgres } from '../engines/postgres.ts';
import { type FreshDatabase, freshDatabase } from '../engines/store.ts';

/** Tables that are small by nature, and parts of questions that a limit keeps small. */
const SMALL = new Set([
  'batches',
  'site',
  'pins',
  'members',
  'change_versions',
  'naming',
  'latest',
  'theirs',
  'some_parts',
  'parts',
]);

/** What a reader's pages ask, by the page: each must reach its rows by an index, however large the site. */
type Hot = Record<string, (reader: Store['reader'], film: { id: string; slug: string }) => Promise<unknown>>;

const FIRST = { after: null, limit: 20 };
const ALL = { withText: true };

const HOT: Hot = {
  'the versions of a page': ({ versions }) => versions.of('site', 'films'),
  'the versions of a review’s page, and of a person’s': async ({ versions, reviews, films }, { id }) => {
    const [one] = await reviews.leading(id, READER, 1);
    await versions.ofReview(one?.id ?? '');
    const [credit] = await films.credits(id);
    await versions.ofPerson(credit?.personSlug ?? '');
  },
  'the site': ({ site }) => site.get(),
  'a film by its address': ({ films }, { slug }) => films.key(slug),
  'the versions of the programme': ({ versions }) => versions.ofProgramme(0),
  'its next screenings': ({ screenings }, { id }) => screenings.ofFilm(id, 0),
  'the programme': ({ screenings }) => screenings.list({ from: 0, drafts: false, limit: 100 }),
  'a venue’s programme': ({ screenings }) =>
    screenings.list({ from: 0, venueId: 'x', drafts: false, limit: 40, after: [1, 'x'] }),
  'a film': ({ films }, { id }) => films.byId(id),
  'the films near a wrong address': ({ films }, { slug }) => films.bySlugStart(slug.slice(0, 4), 6),
  'a film for its page': ({ films }, { id }) => films.forPage(id),
  'the films its reviews name': ({ mentions }, { id }) => mentions.filmsNamedOn(id, 12),
  'the films called so': async ({ mentions }) => {
    await mentions.called(['heat', 'barry lyndon']);
    await mentions.calledLike('heat', 12);
  },
  'its credits': ({ films }, { id }) => films.credits(id),
  'its pinned reviews': ({ reviews }, { id }) => reviews.pinned(id, READER),
  'the reviews that lead': ({ reviews }, { id }) => reviews.leading(id, READER, 5),
  'its newest reviews': ({ reviews }, { id }) =>
    reviews.ofFilm(id, READER, { sort: 'newest', filter: ALL, ...FIRST }),
  'its longest reviews': ({ reviews }, { id }) =>
    reviews.ofFilm(id, READER, { sort: 'longest', filter: ALL, ...FIRST }),
  'its highest reviews, one of each person': ({ reviews }, { id }) =>
    reviews.ofFilm(id, READER, { sort: 'highest', filter: { ...ALL, onePerPerson: true }, ...FIRST }),
  'the reviews of a strip': async ({ strips }, { id }) => {
    const filter = { sources: 'here', least: 7, language: 'en', today: '2026-11-25' } as const;
    await strips.ofFilm(id, filter, true, 3);
    await strips.ofFilm(id, { ...filter, sources: 'all' }, false, 3);
    await strips.one(id, '2026-11-25');
  },
  'where its reviews were written': ({ reviews }, { id }) => reviews.facets(id),
  'how many match': ({ reviews }, { id }) => reviews.countOfFilm(id, READER, { ...ALL, rating: 8 }),
  'somebody’s latest films': async ({ marks }, { id }) => {
    for (const as of ['watched', 'watchlist'] as const)
      for (const after of [null, ['2020-01-01', id]] as const)
        await marks.films(id, READER, { as, sort: 'added', after, limit: 20 });
  },
  'one review': async ({ reviews }, { id }) => {
    const [one] = await reviews.leading(id, READER, 1);
    await reviews.byId(one?.id ?? '', READER);
    await reviews.byAuthorOnFilm(id, one?.authorId ?? '', READER);
    await reviews.byAuthor(one?.authorId ?? '', READER, ALL, null, 20);
  },
  'the newest reviews of the site': ({ reviews }) => reviews.newest(READER, 6),
  'the films with most reviews': ({ films }) => films.list({ sort: 'reviews', limit: 12 }),
  'films by title': ({ films }) => films.list({ sort: 'title', limit: 60 }),
  'films by year': ({ films }) => films.list({ sort: 'year', limit: 60 }),
  'the newest films': ({ films }) => films.list({ sort: 'newest', limit: 60 }),
  'the films a file names': async ({ batches: { known, listed }, facts }, { id }) => {
    await known.filmsByTitle(['Heat', 'M']);
    await known.namedByTitle(['Heat', 'M']);
    await known.namedByLink([{ scheme: 'imdb', value: 'tt0113277' }]);
    await listed.alike(['Heat', 'M']);
    await listed.idsOf([id]);
    await listed.titlesSaid([id]);
    await facts.fields([id]);
  },
  'a maker': async ({ people }) => {
    const maker = await people.bySlug('person-3');
    await people.parts(maker?.id ?? '', 24);
    await people.part(maker?.id ?? '', 'director', [1990, 'x', 'x'], 60);
    await people.otherNames(maker?.id ?? '');
    await people.formerly('person-3');
  },
  'films that are still to be shown here': ({ films }) =>
    films.list({ sort: 'reviews', filter: { playingAfter: 0 }, limit: 60 }),
  'what a film leads to': ({ moreFilms }, { id }) => moreFilms.links([id]),
  'further films of somebody': ({ moreFilms }, { id }) =>
    moreFilms.ofPeople(
      ['person-3', 'person-4'].map((personId) => ({ filmId: id, year: 1990, personId })),
      { role: 'director', onlyKnown: true },
      6,
    ),
  'further films on the same lists': ({ moreFilms }, { id }) => moreFilms.onLists(id, ['x', 'y'], 12),
  'what everybody tagged': ({ reviews }) =>
    reviews.tagged({ tag: 'night', authorId: null }, READER, ['2020', 'x'], 20),
  'what a member tagged': ({ reviews }) =>
    reviews.tagged({ tag: 'night', authorId: 'x' }, READER, ['2020', 'x'], 20),
  'a member': ({ members }) => members.byUsername('nobody'),
};

async function filled(fresh: FreshDatabase): Promise<{ store: Store; film: { id: string; slug: string } }> {
  const store = await openStore(fresh.database);
  const slug = (await seed(store, { films: 300, reviews: 3000 }))[3] ?? '';
  return { store, film: { id: (await store.reader.films.key(slug))?.id ?? '', slug } };
}

describe('the plans of hot queries (SQLite)', () => {
  let fresh: FreshDatabase;
  let site: Awaited<ReturnType<typeof filled>>;
  let db: DatabaseSync;
  beforeAll(async () => {
    fresh = await freshDatabase('sqlite');
    site = await filled(fresh);
    db = new DatabaseSync(fresh.database, { readOnly: true });
  });
  afterAll(async () => {
    db.close();
    await site.store.close();
    await fresh.drop();
  });

  const planOf = ({ text, values }: Question) =>
    db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...(values as SQLInputValue[])) as { detail: string }[];

  test.each(Object.keys(HOT))('%s: by an index', async (name) => {
    const questions = await questionsOf(() => HOT[name]!(site.store.reader, site.film));
    expect(questions.length).toBeGreaterThan(0);
    for (const question of questions)
      for (const { detail } of planOf(question)) {
        // Walking an index in the order asked for is no scan: it ends at the limit.
        const scanned = /^SCAN (\w+)$/.exec(detail)?.[1];
        if (scanned) expect(SMALL, `${detail} in ${question.text}`).toContain(scanned);
      }
  });

  test.each(Object.keys(HOT))('%s: not through all films that stand for themselves', async (name) => {
    // Nearly all of them do, and the index of those that do not is a scan by another name.
    for (const { text } of await questionsOf(() => HOT[name]!(site.store.reader, site.film)))
      expect(text).not.toMatch(/canonical_id"? is null/);
  });

  test.each([
    'the reviews that lead',
    'its newest reviews',
    'its longest reviews',
    'the newest reviews of the site',
    'the films with most reviews',
    'films by title',
    'films by year',
    'the newest films',
    'what everybody tagged',
    'what a member tagged',
  ])('%s: found in their order, so that the rest is not looked at', async (name) => {
    const [question] = await questionsOf(() => HOT[name]!(site.store.reader, site.film));
    const plan = planOf(question!).map(({ detail }) => detail);
    expect(plan.filter((detail) => /TEMP B-TREE|films_by_canonical/.test(detail))).toEqual([]);
  });

  test('somebody’s latest films: month by month, so that no more than a month is sorted', async () => {
    const asked = await questionsOf(() => HOT['somebody’s latest films']!(site.store.reader, site.film));
    expect(asked).toHaveLength(4);
    for (const question of asked) {
      const plan = planOf(question).map(({ detail }) => detail);
      expect(plan.filter((detail) => /marks_by_month/.test(detail))).toHaveLength(1);
      expect(plan.filter((detail) => /TEMP B-TREE/.test(detail))).toEqual([
        'USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY',
      ]);
    }
  });

  test.each([
    'the reviews that lead',
    'its pinned reviews',
    'a film for its page',
    'the films its reviews name',
  ])('%s: through the film alone', async (name) => {
    for (const question of await questionsOf(() => HOT[name]!(site.store.reader, site.film)))
      for (const { detail } of planOf(question)) expect(detail).not.toContain('entries_site_newest');
  });
});

describeWithPostgres('the plans of hot queries (PostgreSQL)', () => {
  let fresh: FreshDatabase;
  let site: Awaited<ReturnType<typeof filled>>;
  let client: pg.Client;
  beforeAll(async () => {
    fresh = await freshDatabase('postgres');
    site = await filled(fresh);
    client = new pg.Client({ connectionString: fresh.database });
    await client.connect();
    await client.query('analyze');
    // A table of a few pages is scanned because it is small; what is asked here is whether there is another way.
    await client.query('set enable_seqscan = off');
  }, 60_000);
  afterAll(async () => {
    await client.end();
    await site.store.close();
    await fresh.drop();
  });

  test.each(Object.keys(HOT))('%s: by an index', async (name) => {
    const questions = await questionsOf(() => HOT[name]!(site.store.reader, site.film));
    expect(questions.length).toBeGreaterThan(0);
    for (const { text, values } of questions) {
      const { rows } = await client.query({ text: `explain ${text}`, values: [...values], rowMode: 'array' });
      for (const [line] of rows as [string][]) {
        const scanned = /Seq Scan on (\w+)/.exec(line)?.[1];
        if (scanned) expect(SMALL, `${line} in ${text}`).toContain(scanned);
      }
    }
  });
});
