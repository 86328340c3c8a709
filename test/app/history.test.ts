import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { GRACE_DAYS } from '../../src/domain/deletion.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addElsewhere, addFilm, formOf, publish, type Somebody, textOfMain } from './writing.ts';

const DAY = 86_400_000;

describeOnBothEngines('what became of a review', (engine) => {
  let site: TestSite;
  let ann: Somebody;
  let bob: Somebody;
  let moderator: Somebody;
  let curator: Somebody;
  let number = 0;
  let slug: string;
  let id: string;
  const page = async (path: string, who?: Somebody) =>
    (await site.get(path, who ? { cookie: who.cookie } : {})).text();
  const status = async (path: string, who?: Somebody) =>
    (await site.get(path, who ? { cookie: who.cookie } : {})).status;
  const act = (what: string, who: Somebody | null, fields: Record<string, string> = {}) => {
    site.clock.now += 1000;
    return site.post(`/review/${id}/${what}`, fields, who ? { cookie: who.cookie } : {});
  };
  const rewrite = async (fields: Record<string, string>) => {
    const at = `/review/${id}/edit`;
    const form = formOf(await page(at, ann), at);
    site.clock.now += 61_000;
    const from = `198.51.100.${(number % 200) + 1}`;
    const answer = await site.post(at, { ...form, ...fields }, { cookie: ann.cookie, from });
    expect(answer.status).toBe(303);
  };
  const versions = () => `/review/${id}/versions`;
  const forgettable = (html: string) =>
    [...html.matchAll(/name="forget" value="(\w+)"/g)].map((m) => m[1] ?? '');

  beforeAll(async () => {
    site = await openTestSite({ engine });
    ann = await site.signedIn('ann');
    bob = await site.signedIn('bob');
    moderator = await site.signedIn('mod', 'moderator');
    curator = await site.signedIn('cur', 'curator');
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    number += 1;
    slug = `boat-${number}`;
    await addFilm(site, slug);
    id = await publish(site, slug, ann, {
      text: 'The first words.',
      rating: '6',
      year: '2020',
      tags: 'oars',
    });
  });

  test('former versions are for the author and the moderators, and for nobody else', async () => {
    await rewrite({ text: 'The second words.', rating: '8' });
    await rewrite({ text: 'The third words.', year: '', tags: '' });
    for (const who of [ann, moderator]) {
      const text = textOfMain(await page(versions(), who));
      expect(text.indexOf('The second words.')).toBeLessThan(text.indexOf('The first words.'));
      expect(text).toContain('Seen 2020');
      expect(text).toContain('oars');
      expect(text).not.toContain('The third words.');
      expect(await page(`/review/${id}`, who)).toContain(`href="${versions()}"`);
    }
    for (const who of [bob, curator]) {
      expect(await status(versions(), who)).toBe(404);
      expect(await page(`/review/${id}`, who)).not.toContain('/versions');
    }
    expect((await site.get(versions())).status).toBe(303);
    for (const who of [null, bob, curator])
      expect((await act('versions', who, { forget: 'x' })).status).not.toBe(303);
  });

  test('a version is removed for good by its author or a moderator; that there was one stays known', async () => {
    await rewrite({ text: 'Without the address.' });
    await rewrite({ text: 'Without the name too.' });
    const [second = '', first = ''] = forgettable(await page(versions(), ann));
    for (const who of [bob, curator])
      expect((await act('versions', who, { forget: first })).status).toBe(404);
    expect(await page(versions(), ann)).toContain('The first words.');
    expect((await act('versions', ann, { forget: first })).status).toBe(303);
    const html = await page(versions(), ann);
    expect(html).not.toContain('The first words.');
    expect(html).toContain('removed for good');
    expect((await act('versions', moderator, { forget: second })).status).toBe(303);
    expect(forgettable(await page(versions(), ann))).toEqual([]);
    expect((await act('versions', ann, { forget: 'no-such-version' })).status).toBe(404);
    const kept = await site.site.store.reader.entries.versions(id);
    expect(kept.map((version) => version.was)).toEqual([null, null]);
  });

  test('a version of one review cannot be removed through another', async () => {
    await rewrite({ text: 'Changed.' });
    const [mine = ''] = forgettable(await page(versions(), ann));
    const other = await publish(site, slug, bob, { text: 'By Bob.' });
    const answer = await site.post(`/review/${other}/versions`, { forget: mine }, { cookie: bob.cookie });
    expect(answer.status).toBe(404);
    expect(await page(versions(), ann)).toContain('The first words.');
  });

  test('what was a draft, or for its author alone, is not among what a moderator sees', async () => {
    await rewrite({ text: 'Only for me.', visibility: 'me' });
    await rewrite({ text: 'For everyone again.', visibility: 'everyone' });
    const own = await page(versions(), ann);
    expect(own).toContain('Only for me.');
    const seen = await page(versions(), moderator);
    expect(seen).not.toContain('Only for me.');
    expect(seen).toContain('The first words.');
    const [hidden = ''] = forgettable(own).filter((version) => !forgettable(seen).includes(version));
    expect((await act('versions', moderator, { forget: hidden })).status).toBe(404);
  });

  test('deleted: gone for everybody at once, with a way to its film; its author may bring it back', async () => {
    const asked = await page(`/review/${id}/delete`, ann);
    expect(asked).toContain('The first words.');
    expect((await act('delete', ann)).headers.get('location')).toBe(`/review/${id}`);
    for (const who of [undefined, bob, curator, moderator]) {
      const answer = await site.get(`/review/${id}`, who ? { cookie: who.cookie } : {});
      expect(answer.status).toBe(410);
      const html = await answer.text();
      expect(html).toContain(`href="/film/${slug}"`);
      expect(html).not.toContain('The first words.');
      for (const path of [`/film/${slug}`, `/film/${slug}/reviews?text=all`, '/@ann', '/'])
        expect(await page(path, who), path).not.toContain(id);
    }
    expect(await page(`/film/${slug}`)).toContain('No ratings yet.');
    const back = await page(`/review/${id}`, ann);
    expect(back).toContain(`action="/review/${id}/restore"`);
    expect((await act('restore', ann)).status).toBe(303);
    expect(await page(`/film/${slug}`)).toContain('The first words.');
    expect(await page(`/film/${slug}`)).toContain('1 rating here');
  });

  test('nobody else deletes it or brings it back', async () => {
    for (const who of [bob, curator, moderator]) {
      expect(await status(`/review/${id}/delete`, who)).toBe(404);
      expect((await act('delete', who)).status).toBe(404);
    }
    expect((await act('delete', null)).status).toBe(403);
    expect(await status(`/review/${id}`)).toBe(200);
    expect((await act('restore', ann)).status, 'what is there').toBe(404);
    await act('delete', ann);
    for (const who of [bob, curator, moderator]) expect((await act('restore', who)).status).toBe(404);
    expect((await act('restore', null)).status).toBe(403);
    expect(await status(`/review/${id}`)).toBe(410);
  });

  test('after its grace it does not come back', async () => {
    await act('delete', ann);
    site.clock.now += GRACE_DAYS * DAY - 10_000;
    expect((await site.get(`/review/${id}`, { cookie: ann.cookie })).status).toBe(200);
    site.clock.now += 10_000;
    const answer = await site.get(`/review/${id}`, { cookie: ann.cookie });
    expect(answer.status).toBe(410);
    expect((await act('restore', ann)).status).toBe(410);
    site.clock.now -= GRACE_DAYS * DAY;
  });

  test('deleting twice, and a deleted one’s other pages, are answered and change nothing', async () => {
    await act('delete', ann);
    expect((await act('delete', ann)).status).toBe(404);
    for (const path of ['edit', 'delete', 'versions', 'report', 'mine'])
      expect([404, 410], path).toContain(await status(`/review/${id}/${path}`, ann));
    for (const path of ['spoiler', 'report', 'mine'])
      expect([404, 410], path).toContain((await act(path, ann, { tells: 'yes', choice: 'spam' })).status);
  });

  test('a private one that is deleted was never there for anybody else', async () => {
    await rewrite({ visibility: 'me' });
    await act('delete', ann);
    expect(await status(`/review/${id}`, bob)).toBe(404);
    expect(await status(`/review/${id}`)).toBe(404);
    expect(await page(`/review/${id}`, ann)).toContain('/restore');
  });

  test('whether it tells the story is said by its author, the curators and the moderators', async () => {
    const tells = async () => (await site.site.store.reader.entries.toChange(id))?.spoiler;
    expect((await act('spoiler', bob, { tells: 'yes' })).status).toBe(403);
    expect((await act('spoiler', null, { tells: 'yes' })).status).toBe(403);
    expect(await tells()).toBe('no');
    for (const [who, said] of [
      [ann, 'yes'],
      [curator, 'no'],
      [moderator, 'yes'],
    ] as const) {
      expect((await act('spoiler', who, { tells: said })).status).toBe(303);
      expect(await tells()).toBe(said);
    }
    expect((await act('spoiler', ann, { tells: 'perhaps' })).status).toBe(400);
    await rewrite({ visibility: 'me' });
    expect((await act('spoiler', curator, { tells: 'no' })).status, 'what they cannot read').toBe(404);
  });

  test('one from elsewhere has no history here for anybody but the moderators', async () => {
    const filmId = (await site.site.store.reader.films.key(slug))?.id ?? '';
    id = await addElsewhere(site, filmId, 'Far away.');
    expect(await status(versions(), ann)).toBe(404);
    expect(await page(versions(), moderator)).toContain('never been changed');
    expect((await act('delete', moderator)).status).toBe(404);
  });
});
