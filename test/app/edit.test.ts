import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeOnBothEngines } from '../engines/store.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addElsewhere, addFilm, entriesOf, formOf, publish, type Somebody, textOfMain } from './writing.ts';

const WORDS = {
  rating: '7',
  text: 'It begins with rain.\n\n  And <i>ends</i> with it.\n"So," she said.',
  title: 'Rain',
  tags: 'rain, trains',
  liked: '1',
  rewatch: '1',
  spoiler: '1',
  year: '2019',
  month: '4',
  day: '30',
  language: 'en',
  visibility: 'members',
};

describeOnBothEngines('editing a review of one’s own', (engine) => {
  let site: TestSite;
  let ann: Somebody;
  let bob: Somebody;
  let number = 0;
  let slug: string;
  const at = (id: string) => `/review/${id}/edit`;
  const page = async (path: string, cookie?: string) =>
    (await site.get(path, cookie ? { cookie } : {})).text();
  const entry = async (id: string) => {
    const found = await site.site.store.reader.entries.toChange(id);
    if (!found) throw new Error('no such entry');
    return found;
  };
  const entryFilm = async () => (await site.site.store.reader.films.key(slug))?.id;
  const versions = async (id: string) => site.site.store.reader.entries.versions(id);
  /** Limits count by address; a test comes from one of its own. */
  const from = () => `198.51.100.${(number % 200) + 1}`;
  const send = (id: string, fields: Record<string, string>, cookie?: string) => {
    site.clock.now += 60_000;
    return site.post(at(id), fields, { from: from(), ...(cookie ? { cookie } : {}) });
  };

  beforeAll(async () => {
    site = await openTestSite({ engine });
    ann = await site.signedIn('ann');
    bob = await site.signedIn('bob');
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    number += 1;
    slug = `boat-${number}`;
    await addFilm(site, slug);
  });

  test('the form holds every field as it was typed, and saving it unchanged changes nothing', async () => {
    const id = await publish(site, slug, ann, WORDS);
    const form = formOf(await page(at(id), ann.cookie), at(id));
    expect(form).toMatchObject(WORDS);
    const before = await entry(id);
    expect((await send(id, form, ann.cookie)).headers.get('location')).toBe(`/review/${id}`);
    expect(await entry(id)).toEqual(before);
    expect(await versions(id)).toEqual([]);
  });

  test('each field can be changed, and how it was is kept', async () => {
    const id = await publish(site, slug, ann, WORDS);
    const form = formOf(await page(at(id), ann.cookie), at(id));
    const { liked, rewatch, spoiler, ...rest } = form;
    expect([liked, rewatch, spoiler]).toEqual(['1', '1', '1']);
    const changed = {
      ...rest,
      rating: '10',
      text: 'Sun.',
      title: '',
      tags: 'sun',
      day: '',
      visibility: 'me',
    };
    await send(id, changed, ann.cookie);
    expect(await entry(id)).toMatchObject({
      rating: 10,
      title: null,
      tags: ['sun'],
      viewed: '2019-04',
      liked: false,
      rewatch: false,
      spoiler: 'no',
      visibility: 'me',
      review: { source: 'Sun.' },
    });
    expect((await entry(id)).edited).not.toBeNull();
    const [was] = await versions(id);
    expect(was?.was).toMatchObject({ rating: 7, title: 'Rain', source: WORDS.text, viewed: '2019-04-30' });
  });

  test('a review that is in words alone loses them and a rating stands; with neither it is refused', async () => {
    const id = await publish(site, slug, ann, { text: 'Words.' });
    const form = formOf(await page(at(id), ann.cookie), at(id));
    const refused = await send(id, { ...form, text: ' <b></b> ' }, ann.cookie);
    expect(refused.status).toBe(400);
    expect(formOf(await refused.text(), at(id)).text).toBe(' <b></b> ');
    expect((await send(id, { ...form, text: '', rating: '3' }, ann.cookie)).status).toBe(303);
    expect(await entry(id)).toMatchObject({ rating: 3, review: null });
  });

  test('every mistake keeps everything that was typed', async () => {
    const id = await publish(site, slug, ann, WORDS);
    const form = formOf(await page(at(id), ann.cookie), at(id));
    const mistakes: Record<string, string>[] = [
      { year: '19x9' },
      { month: '' },
      { day: '31' },
      { year: '2999', month: '', day: '' },
      { title: 'x'.repeat(301) },
      { tags: Array.from({ length: 51 }, (_, n) => `t${n}`).join(', ') },
      { tags: 'y'.repeat(101) },
      { text: 'z'.repeat(100_001) },
    ];
    for (const wrong of mistakes) {
      const typed = { ...form, text: 'Other words.', ...wrong };
      number += 1;
      const answer = await send(id, typed, ann.cookie);
      expect(answer.status, JSON.stringify(wrong).slice(0, 60)).toBe(400);
      expect(formOf(await answer.text(), at(id))).toEqual(typed);
    }
    expect(await versions(id)).toEqual([]);
  });

  test('in two tabs: the second is shown both texts, loses neither, and may put its own in place', async () => {
    const id = await publish(site, slug, ann, WORDS);
    const [one, two] = [await page(at(id), ann.cookie), await page(at(id), ann.cookie)];
    await send(id, { ...formOf(one, at(id)), text: 'From the first tab.', rating: '2' }, ann.cookie);
    const typed = { ...formOf(two, at(id)), text: 'From the second tab.', title: 'Second' };
    const conflict = await send(id, typed, ann.cookie);
    expect(conflict.status).toBe(409);
    const html = await conflict.text();
    const form = formOf(html, at(id));
    expect({ ...form, seen: '' }).toEqual({ ...typed, seen: '' });
    const now = html.slice(html.indexOf('id="now"'));
    expect(now).toContain('From the first tab.');
    expect(now).toContain('1 out of 5 stars');
    expect(await entry(id)).toMatchObject({ review: { source: 'From the first tab.' } });
    expect((await send(id, form, ann.cookie)).status).toBe(303);
    expect(await entry(id)).toMatchObject({ title: 'Second', review: { source: 'From the second tab.' } });
    const kept = (await versions(id)).map(({ was }) => (was as { source: string }).source);
    expect(kept).toEqual(['From the first tab.', WORDS.text]);
  });

  test('in two tabs with the same words there is no quarrel, nor when the house marks it meanwhile', async () => {
    const id = await publish(site, slug, ann, WORDS);
    const form = formOf(await page(at(id), ann.cookie), at(id));
    const same = { ...form, text: 'The same words.' };
    const both = await Promise.all([send(id, same, ann.cookie), send(id, same, ann.cookie)]);
    expect(both.map((answer) => answer.status)).toEqual([303, 303]);
    expect(await versions(id)).toHaveLength(1);
    const again = formOf(await page(at(id), ann.cookie), at(id));
    await site.site.store.transact((writer) => writer.entries.withhold(id, 'hidden', site.clock.now));
    expect((await send(id, { ...again, text: 'After it was hidden.' }, ann.cookie)).status).toBe(303);
    expect(await entry(id)).toMatchObject({ withheld: 'hidden', review: { source: 'After it was hidden.' } });
  });

  test('a session that ran out: the words are kept, signing in on the spot saves them', async () => {
    const id = await publish(site, slug, ann, WORDS);
    const form = formOf(await page(at(id), ann.cookie), at(id));
    const typed = { ...form, text: 'Written for an hour.\n\nThen the session was gone.', visibility: 'me' };
    const out = await send(id, typed);
    expect(out.status).toBe(403);
    const asked = formOf(await out.text(), at(id));
    expect(asked).toEqual({ ...typed, email: '', password: '' });
    const wrong = await send(id, { ...asked, email: 'ann@example.org', password: 'no' });
    expect(wrong.status).toBe(403);
    const still = formOf(await wrong.text(), at(id));
    expect(still).toEqual({ ...typed, email: 'ann@example.org', password: '' });
    const saved = await send(id, { ...still, password: 'a long enough password' });
    expect(saved.headers.get('location')).toBe(`/review/${id}`);
    const cookie = saved.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    expect(await page(`/review/${id}`, cookie)).toContain('Then the session was gone.');
    expect(await entry(id)).toMatchObject({ visibility: 'me', review: { source: typed.text } });
  });

  test('a session that ran out and an edit elsewhere: the words come through both', async () => {
    const id = await publish(site, slug, ann, WORDS);
    const form = formOf(await page(at(id), ann.cookie), at(id));
    await send(id, { ...form, text: 'Elsewhere.' }, ann.cookie);
    const asked = formOf(await (await send(id, { ...form, text: 'Here.' })).text(), at(id));
    const signed = { ...asked, email: 'ann@example.org', password: 'a long enough password' };
    const conflict = await send(id, signed);
    expect(conflict.status).toBe(409);
    expect(conflict.headers.getSetCookie().length).toBeGreaterThan(0);
    expect(formOf(await conflict.text(), at(id)).text).toBe('Here.');
  });

  test('deleted in another tab: the words are kept, and saving brings it back with them', async () => {
    const id = await publish(site, slug, ann, WORDS);
    const form = formOf(await page(at(id), ann.cookie), at(id));
    await site.post(`/review/${id}/delete`, {}, { cookie: ann.cookie });
    const told = await send(id, { ...form, text: 'I was still writing.' }, ann.cookie);
    expect(told.status).toBe(409);
    const html = await told.text();
    expect(html).toContain('You deleted this review in the meantime.');
    expect(await entry(id)).toMatchObject({ withheld: 'deleted' });
    expect((await send(id, formOf(html, at(id)), ann.cookie)).status).toBe(303);
    const { deleted, withheld, review } = await entry(id);
    expect([deleted, withheld, review?.source]).toEqual([null, null, 'I was still writing.']);
  });

  test('is for nobody else: not seen, not saved, and what they typed is not lost', async () => {
    const id = await publish(site, slug, ann, { ...WORDS, visibility: 'me' });
    const form = formOf(await page(at(id), ann.cookie), at(id));
    const owner = await site.signedIn(`owner_${number}`, 'owner');
    for (const who of [bob, owner]) {
      expect((await site.get(at(id), { cookie: who.cookie })).status).toBe(404);
      const refused = await send(id, { ...form, text: 'Not mine.' }, who.cookie);
      expect(refused.status).toBe(403);
      const html = await refused.text();
      expect(html).toContain('Somebody else wrote this review.');
      expect(html).not.toContain('Boat');
      expect(html).not.toContain('It begins with rain');
      expect(formOf(html, at(id)).text).toBe('Not mine.');
    }
    expect((await site.get(at(id))).headers.get('location')).toBe(
      `/sign-in?next=${encodeURIComponent(at(id))}`,
    );
    const asBob = { ...form, text: 'As Bob.', email: 'bob@example.org', password: 'a long enough password' };
    const other = await send(id, asBob);
    expect([other.status, other.headers.getSetCookie()]).toEqual([403, []]);
    const asked = formOf(await other.text(), at(id));
    expect(asked).toMatchObject({ text: 'As Bob.', email: 'bob@example.org', password: '' });
    const asAnn = { ...asked, email: 'ann@example.org', password: 'a long enough password' };
    expect((await send(id, asAnn, bob.cookie)).status, 'no door for guessing passwords').toBe(403);
    expect((await send(id, asAnn)).status, 'signed in as the author on the spot').toBe(303);
    expect(await entry(id)).toMatchObject({ review: { source: 'As Bob.' } });
  });

  test('what is not there, or came from elsewhere, is nobody’s to edit', async () => {
    const elsewhere = await addElsewhere(
      site,
      (await site.site.store.reader.films.key(slug))?.id ?? '',
      'Far.',
    );
    for (const id of [elsewhere, '0'.repeat(26), 'x', '%00'])
      expect((await site.get(at(id), { cookie: ann.cookie })).status, id).toBe(404);
    expect((await send(elsewhere, { text: 'Mine now.' }, ann.cookie)).status).toBe(403);
    expect(await page(`/film/${slug}`)).toContain('Far.');
  });

  test('a draft: seen by its author alone until it is published, and written on that day', async () => {
    const id = await publish(site, slug, ann, { ...WORDS, visibility: 'everyone', draft: '1' });
    expect(await entry(id)).toMatchObject({ visibility: 'draft', written: '2026-11-25' });
    expect((await site.get(`/review/${id}`)).status).toBe(404);
    const form = formOf(await page(at(id), ann.cookie), at(id));
    await send(id, { ...form, text: 'Second thoughts.', draft: '1' }, ann.cookie);
    expect(await entry(id)).toMatchObject({ visibility: 'draft', edited: null });
    site.clock.now += 10 * 86_400_000;
    await send(id, { ...form, seen: '', text: 'Third thoughts.' }, ann.cookie);
    expect(await entry(id)).toMatchObject({ visibility: 'everyone', written: '2026-12-05', edited: null });
    expect(await page(`/review/${id}`)).toContain('Third thoughts.');
    site.clock.now -= 10 * 86_400_000;
  });

  test('while the house hides it, loses neither the edit nor the hiding', async () => {
    const owner = await site.signedIn(`owner_${number}`, 'owner');
    for (let round = 0; round < 6; round += 1) {
      const id = await publish(site, slug, ann, { text: `Round ${round}.`, rating: '5' });
      const form = formOf(await page(at(id), ann.cookie), at(id));
      const text = `Changed in round ${round}.`;
      await Promise.all([
        send(id, { ...form, text }, ann.cookie),
        site.post(`/admin/review/${id}`, { do: 'hide' }, { cookie: owner.cookie }),
      ]);
      expect(await entry(id)).toMatchObject({ withheld: 'hidden', review: { source: text } });
    }
    expect((await site.site.store.reader.films.byId((await entryFilm()) ?? ''))?.ratingsHere).toEqual(
      Array<number>(10).fill(0),
    );
  });

  test('the average follows what is said now, and for whom', async () => {
    const filmId = (await site.site.store.reader.films.key(slug))?.id ?? '';
    const counted = async () => {
      const film = await site.site.store.reader.films.byId(filmId);
      return (film?.ratingsHere ?? []).flatMap((n, at) => Array<number>(n).fill(at + 1));
    };
    const set = async (id: string, fields: Record<string, string>) => {
      const form = formOf(await page(at(id), ann.cookie), at(id));
      number += 1;
      expect((await send(id, { ...form, ...fields }, ann.cookie)).status).toBe(303);
    };
    const early = await publish(site, slug, ann, { text: 'Then.', rating: '4', year: '2012' });
    expect(await counted()).toEqual([4]);
    const late = await publish(site, slug, ann, { text: 'Now.', rating: '9', year: '2021' });
    expect(await counted()).toEqual([9]);
    await set(early, { rating: '5' });
    expect(await counted(), 'an earlier entry leaves the later one').toEqual([9]);
    await set(late, { visibility: 'me' });
    expect(await counted(), 'what nobody may see is in no average').toEqual([]);
    await set(late, { visibility: 'everyone', rating: '8' });
    expect(await counted()).toEqual([8]);
    await set(late, { rating: '' });
    expect(await counted(), 'the earlier one stands again').toEqual([5]);
    await site.post(`/review/${early}/delete`, {}, { cookie: ann.cookie });
    expect(await counted()).toEqual([]);
    await site.post(`/review/${early}/restore`, {}, { cookie: ann.cookie });
    expect(await counted()).toEqual([5]);
    expect(await entriesOf(site, slug, ann)).toHaveLength(2);
    expect(textOfMain(await page(`/film/${slug}`))).toContain('1 rating here');
  });
});
