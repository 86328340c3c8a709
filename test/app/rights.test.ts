import { afterAll, beforeAll, expect, test } from 'vitest';
import { withhold } from '../../src/domain/withholding.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addFilm, publish, type Somebody, textOfMain } from './writing.ts';

const VIEWERS = ['reader', 'member', 'author', 'curator', 'moderator', 'owner'] as const;
type Who = (typeof VIEWERS)[number];

const EVERYBODY: readonly Who[] = VIEWERS;
const MEMBERS: readonly Who[] = ['member', 'author', 'curator', 'moderator', 'owner'];
const AUTHOR: readonly Who[] = ['author'];
/** Those who decide see what waits for them on its own page, and on no page for readers. */
const DECIDING: readonly Who[] = ['author', 'moderator', 'owner'];

/** Who reads it on the pages of a site, and on its own page. */
const STATES: Record<string, { lists: readonly Who[]; alone: readonly Who[] }> = {
  everyone: { lists: EVERYBODY, alone: EVERYBODY },
  members: { lists: MEMBERS, alone: MEMBERS },
  followers: { lists: AUTHOR, alone: AUTHOR },
  me: { lists: AUTHOR, alone: AUTHOR },
  draft: { lists: AUTHOR, alone: AUTHOR },
  awaiting: { lists: AUTHOR, alone: DECIDING },
  hidden: { lists: AUTHOR, alone: DECIDING },
  rights: { lists: AUTHOR, alone: DECIDING },
  'hidden and only mine': { lists: AUTHOR, alone: AUTHOR },
  deleted: { lists: [], alone: [] },
};

describeOnBothEngines('who reads what', (engine) => {
  let site: TestSite;
  let people: Record<Exclude<Who, 'reader'>, Somebody>;
  const page = async (path: string, who: Who) => {
    const answer = await site.get(path, who === 'reader' ? {} : { cookie: people[who].cookie });
    return { status: answer.status, html: await answer.text() };
  };
  const keepFrom = (id: string, state: 'awaiting' | 'hidden' | 'rights') =>
    site.site.store.transact(async (writer) => {
      const entry = await writer.entries.toChange(id);
      if (!entry) throw new Error('no such entry');
      await withhold(writer, entry, 'hidden', site.clock.now);
      await writer.entries.withhold(id, state, site.clock.now);
    });

  beforeAll(async () => {
    site = await openTestSite({ engine });
    people = {
      member: await site.signedIn('member'),
      author: await site.signedIn('author'),
      curator: await site.signedIn('curator', 'curator'),
      moderator: await site.signedIn('moderator', 'moderator'),
      owner: await site.signedIn('owner', 'owner'),
    };
  });
  afterAll(() => site.close());

  for (const [number, [state, { lists, alone }]] of Object.entries(STATES).entries())
    test(`${state}: ${lists.join(', ') || 'nobody'}; on its own page ${alone.join(', ') || 'nobody'}`, async () => {
      const slug = `film-${number}`;
      const filmId = await addFilm(site, slug, `Film ${number}`);
      const words = `These words are number ${number}.`;
      const visibility = ['members', 'followers', 'me', 'draft'].includes(state)
        ? state
        : state === 'hidden and only mine'
          ? 'me'
          : 'everyone';
      site.clock.now += 60_000;
      const fields = {
        text: words,
        rating: '8',
        visibility,
        tags: `tag-${number}`,
        title: `Title ${number}`,
      };
      const id = await publish(site, slug, people.author, fields);
      if (state === 'awaiting' || state === 'hidden' || state === 'rights') await keepFrom(id, state);
      if (state === 'hidden and only mine') await keepFrom(id, 'hidden');
      if (state === 'deleted') await site.post(`/review/${id}/delete`, {}, { cookie: people.author.cookie });

      const paths = {
        film: `/film/${slug}`,
        all: `/film/${slug}/reviews`,
        ratings: `/film/${slug}/reviews?text=all&sort=highest&rating=8&place=here`,
        member: '/@author',
        home: '/',
      };
      for (const [name, path] of Object.entries(paths)) {
        const seen: Who[] = [];
        for (const who of VIEWERS) if ((await page(path, who)).html.includes(words)) seen.push(who);
        expect(seen, name).toEqual(lists);
      }
      const seen: Who[] = [];
      for (const who of VIEWERS) {
        const { status, html } = await page(`/review/${id}`, who);
        if (html.includes(words)) seen.push(who);
        const expected = state === 'deleted' ? (who === 'author' ? 200 : 410) : 404;
        expect(status, who).toBe(html.includes(words) ? 200 : expected);
      }
      expect(seen, 'its own page').toEqual(alone);

      for (const who of VIEWERS) {
        const { html } = await page(`/film/${slug}`, who);
        const text = textOfMain(html);
        const counts = state === 'everyone';
        expect(text, `counted for ${who}`).toContain(counts ? '1 rating here' : 'No ratings yet.');
        if (counts || lists.includes(who)) expect(text).toContain(counts ? '1 review' : 'No reviews yet');
        const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
        expect((JSON.parse(data) as { review: unknown[] }).review).toHaveLength(counts ? 1 : 0);
        const all = await page(`/film/${slug}/reviews`, who);
        if (!lists.includes(who)) expect(textOfMain(all.html)).not.toContain('Language');
      }
      const film = await site.site.store.reader.films.byId(filmId);
      expect(film?.reviews).toBe(state === 'everyone' ? 1 : 0);
    });

  test('the desk shows what waits, and nothing its author keeps to themselves', async () => {
    for (const who of ['moderator', 'owner'] as const) {
      const { html } = await page('/admin', who);
      const numbers = [...html.matchAll(/These words are number (\d+)\./g)].map((match) => Number(match[1]));
      const names = numbers.map((number) => Object.keys(STATES)[number]);
      expect(names.sort()).toEqual(['awaiting', 'hidden']);
    }
  });

  test('words for members say so to those who read them', async () => {
    const number = Object.keys(STATES).indexOf('members');
    expect((await page(`/film/film-${number}`, 'member')).html).toContain('For members only.');
    const own = Object.keys(STATES).indexOf('me');
    expect((await page(`/film/film-${own}`, 'author')).html).toContain('Only you can see this.');
    const draft = Object.keys(STATES).indexOf('draft');
    expect((await page(`/film/film-${draft}`, 'author')).html).toContain('A draft. Only you can see it.');
  });

  test('a private rating that is newer takes the older public one out of the average, and is not in it', async () => {
    const filmId = await addFilm(site, 'two-ratings', 'Two Ratings');
    const ratings = async () => (await site.site.store.reader.films.byId(filmId))?.ratingsHere;
    await publish(site, 'two-ratings', people.author, { text: 'Then.', rating: '4', year: '2012' });
    expect((await ratings())?.[3]).toBe(1);
    await publish(site, 'two-ratings', people.author, { text: 'Now.', rating: '10', visibility: 'me' });
    expect(await ratings()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
});
