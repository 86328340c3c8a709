import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '../../bench/seed.ts';
import { writeEntry } from '../../src/domain/entry.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { questionsOf, said } from './queries.ts';
import { BEGINNING, openTestSite, type TestSite } from './site.ts';

const MOST = 6;
/** Reviews of fifteen films by a Zipf law, which gives the first of them about ten, and about a thousand. */
const FEW = 33;
const MANY = 3320;

/** Fills a site with reviews by people elsewhere, and one by Ann, a member, of the film with most. */
async function fill(site: TestSite, reviews: number): Promise<{ review: string }> {
  const { store } = site.site;
  await site.signedIn('the_owner', 'owner');
  const [slug = ''] = await seed(store, { films: 15, reviews });
  const { authorId, memberId } = await site.signedIn('ann');
  const film = await store.reader.films.key(slug);
  const entry = {
    rating: 8 as const,
    liked: false,
    viewed: '2026-05-03',
    rewatch: false,
    tags: ['seen'],
    title: null,
    text: 'The trains leave on time.',
    format: 'lbml' as const,
    spoiler: 'no' as const,
    language: 'en',
    visibility: 'everyone' as const,
  };
  const by = { authorId, memberId, now: BEGINNING, today: '2026-05-03', waits: false };
  return { review: await store.transact((writer) => writeEntry(writer, film?.id ?? '', entry, by)) };
}

const PAGES = [
  '/',
  '/films',
  '/films?as=table&sort=year&q=film',
  '/film/film-0-1920',
  '/film/film-0-1920/reviews',
  '/film/film-0-1920/about',
  '/film/film-0-1920/reviews?one=1&rating=8&sort=highest&language=en&place=Elsewhere',
  '/review/:review',
  '/embed/film/film-0-1920?least=2&n=12',
  '/embed/film/film-0-1920.json?show=newest',
  '/embed/review/:review',
  '/embed/programme',
  '/person/person-0',
  '/@ann',
  '/@ann/diary',
  '/@ann/films',
  '/@ann/reviews',
  '/@ann/lists',
  '/@ann/watchlist',
  '/lists',
  '/about',
];

describeOnBothEngines('what a page asks of the database', (engine) => {
  let few: { site: TestSite; review: string };
  let many: typeof few;
  beforeAll(async () => {
    const open = async (reviews: number) => {
      const site = await openTestSite({ engine });
      const filled = await fill(site, reviews);
      // The work behind a site asks questions of its own, whenever it likes.
      await site.site.work.stop();
      return { site, ...filled };
    };
    few = await open(FEW);
    many = await open(MANY);
  }, 120_000);
  afterAll(async () => {
    await few.site.close();
    await many.site.close();
  });

  /** A page as nobody has been shown it yet: the language asked for is spoken, and no copy of it is kept. */
  const asked = async ({ site, review }: typeof few, path: string, headers: Record<string, string>) => {
    const status: number[] = [];
    const questions = await questionsOf(async () => {
      const answer = await site.get(path.replace(':review', review), { headers });
      await answer.text();
      status.push(answer.status);
    });
    expect(status, path).toEqual([200]);
    return questions;
  };

  test.each(PAGES)('%s: at most six questions, and as many with 10 reviews as with 1,000', async (path) => {
    // What the site remembers for all pages, its name and settings, is read before.
    for (const site of [few, many]) await asked(site, '/about', { 'accept-language': 'en' });
    const counts: number[] = [];
    for (const site of [few, many]) {
      const questions = await asked(site, path, { 'accept-language': 'de' });
      expect(questions.length, said(questions)).toBeGreaterThan(0);
      expect(questions.length, said(questions)).toBeLessThanOrEqual(MOST);
      counts.push(questions.length);
    }
    expect(counts[0]).toBe(counts[1]);
  });

  test.each(PAGES)('%s: one question when readers come again and again', async (path) => {
    const headers = { 'accept-language': 'de' };
    for (let n = 0; n < 3; n += 1) await asked(many, path, headers);
    expect(await asked(many, path, headers)).toHaveLength(1);
  });
});
