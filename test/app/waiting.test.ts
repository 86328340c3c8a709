import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { MOST_WAITING } from '../../src/domain/waiting.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { seedFilm } from '../store/seed-film.ts';
import { openTestSite, type TestSite } from './site.ts';

const WORDS = {
  rating: '9',
  text: 'Two people in a boat, and <i>nobody</i> rows.',
  tags: 'boat, <script>alert(1)</script>',
  title: '<img src=x onerror=alert(1)>',
  liked: '1',
  year: '2024',
  month: '5',
  day: '3',
};

/** The cookies an answer sets, as a browser would send them back. */
function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');
}

describeOnBothEngines('a review by somebody without an account', (engine) => {
  let site: TestSite;
  let filmId: string;
  let number = 0;
  const form = () => `/film/boat-${number}/review`;
  const send = (fields: Record<string, string> = WORDS, ask = {}) => site.post(form(), fields, ask);
  const at = (response: Response) => response.headers.get('location') ?? '';
  const filmPage = async () => (await site.get(`/film/boat-${number}`)).text();
  /** Sends the words and then the address; answers the link that was mailed last. */
  const mailed = async (email: string, name = 'Ines Okafor', fields: Record<string, string> = WORDS) => {
    const two = at(await send(fields));
    const sent = await site.post(two, { name, email });
    expect(sent.status).toBe(303);
    return lastLink();
  };
  /** The path of the link that was mailed last. */
  const lastLink = async () => {
    const links = (await site.mailedLinks()).filter((link) => link.includes('/welcome/'));
    return new URL(links.at(-1) ?? '').pathname;
  };
  const settings = (change: object) =>
    site.site.store.transact(async (writer) => {
      await writer.site.set({ settings: change }, site.clock.now);
      await writer.versions.raise('site');
    });

  beforeAll(async () => {
    site = await openTestSite({ engine });
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    number += 1;
    site.clock.now += 3_600_001;
    await settings({ newcomers: true, firstReviewWaits: false });
    filmId = await site.site.store.transact((writer) =>
      seedFilm(writer, { title: 'Boat', slug: `boat-${number}` }, site.clock.now),
    );
  });
  let address = 0;
  const somebody = () => {
    address += 1;
    return `somebody_${address}@example.org`;
  };
  /** Limits count by address; a test comes from one of its own. */
  const own = () => ({ from: `198.51.100.${(number % 200) + 1}` });

  test('waits, is published by the mailed link, and signs its writer in', async () => {
    const email = somebody();
    const empty = await site.get(form());
    expect(empty.headers.get('set-cookie')).toBeNull();
    const first = await send();
    expect(first.status).toBe(303);
    const stepTwo = await (await site.get(at(first))).text();
    expect(stepTwo).toContain('Nearly there');
    expect(stepTwo).toContain('<i>nobody</i> rows');
    expect(stepTwo).not.toContain('<script>alert');
    expect(stepTwo).not.toContain('<img src=x');
    const asked = await site.post(at(first), { name: 'Ines Okafor', email });
    expect(at(asked)).toBe(at(first));
    const waiting = await (await site.get(at(asked))).text();
    expect(waiting).toContain(email);
    expect(waiting).toContain('no mail server');
    expect(await filmPage()).not.toContain('nobody');
    const opened = await site.get(await lastLink());
    expect(opened.status).toBe(303);
    expect(at(opened)).toMatch(new RegExp(`^/film/boat-${number}#review-[0-9a-v]{26}$`));
    const page = await filmPage();
    expect(page).toContain('Ines Okafor');
    expect(page).toContain('<i>nobody</i> rows');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toContain('<img src=x');
    const home = await (await site.get(`/film/boat-${number}`, { cookie: cookiesOf(opened) })).text();
    expect(home).toContain('href="/@ines_okafor');
    const review = at(opened).split('#review-')[1];
    expect(await (await site.get(`/review/${review}`)).text()).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt;',
    );
  });

  test('is published once, whoever opens the link again, and by two at once', async () => {
    const link = await mailed(somebody());
    const both = await Promise.all([site.get(link), site.get(link)]);
    expect(both.map((response) => response.status)).toEqual([303, 303]);
    expect(at(both[0])).toBe(at(both[1]));
    const again = await site.get(link);
    expect(again.status).toBe(303);
    expect(at(again)).toContain(at(both[0]).split('review-')[1] ?? 'none');
    expect(again.headers.getSetCookie().join()).not.toContain('houselights');
    const all = await (await site.get(`/film/boat-${number}/reviews`)).text();
    expect(all.match(/class="review h-review/g)).toHaveLength(1);
  });

  test('is not published by a HEAD request or a browser that looks ahead', async () => {
    const link = await mailed(somebody());
    const head = await site.site.app.request(`${site.origin}${link}`, { method: 'HEAD' });
    expect(head.status).toBe(200);
    const looking: Record<string, string>[] = [
      { 'sec-purpose': 'prefetch;prerender' },
      { purpose: 'prefetch' },
    ];
    for (const headers of looking) {
      const ahead = await site.get(link, { headers });
      expect(ahead.status).toBe(200);
      expect(await ahead.text()).toContain('Publish it now');
      expect(ahead.headers.getSetCookie()).toEqual([]);
    }
    expect(await filmPage()).not.toContain('nobody');
    const pressed = await site.post(link, { do: 'publish' }, own());
    expect(pressed.status).toBe(303);
    expect(await filmPage()).toContain('nobody');
  });

  test('comes back into its form, and is changed without a second one beginning', async () => {
    const first = await send();
    const cookie = cookiesOf(first);
    expect(first.headers.getSetCookie().join()).toMatch(
      /HttpOnly.*Path=\/film\/boat-\d+\/review; SameSite=Lax/,
    );
    const form1 = await (await site.get(form(), { cookie })).text();
    expect(form1).toContain('Two people in a boat');
    expect(form1).toMatch(/value="9" checked/);
    expect(form1).toContain('value="2024"');
    const changed = await send({ ...WORDS, text: 'Other words.' }, { cookie });
    expect(at(changed)).toBe(at(first));
    expect(await (await site.get(at(first))).text()).toContain('Other words.');
  });

  test('loses nothing when something needs another look, also when the tab is closed then', async () => {
    const wrong = await send({ ...WORDS, day: '32' });
    expect(wrong.status).toBe(400);
    const html = await wrong.text();
    expect(html).toContain('It is not saved yet.');
    expect(html).toMatch(/<a href="#day">/);
    expect(html).toMatch(
      /id="day"[^>]*aria-invalid="true"[^>]*aria-describedby="when-wrong"|id="day"[^>]*value="32"[^>]*aria-invalid/,
    );
    expect(html).toContain('Two people in a boat');
    const back = await (await site.get(form(), { cookie: cookiesOf(wrong) })).text();
    expect(back).toContain('Two people in a boat');
    expect(back).toContain('value="32"');
  });

  test('goes to the account that has the address, and answers no differently', async () => {
    const known = await site.signedIn(`known_${number}_${engine}`);
    const email = `known_${number}_${engine}@example.org`;
    const two = at(await send());
    const asked = await site.post(two, { name: 'Somebody else', email }, own());
    expect(asked.status).toBe(303);
    const link = await lastLink();
    const opened = await site.get(link);
    expect(opened.status).toBe(303);
    const page = await filmPage();
    expect(page).toContain(`known_${number}_${engine}`);
    expect(page).not.toContain('Somebody else');
    const mine = await site.site.store.reader.reviews.byAuthorOnFilm(filmId, known.authorId, {
      memberId: null,
      authorId: null,
      role: 'reader',
    });
    expect(mine).toHaveLength(1);
  });

  test('is not published by a link to an address that was corrected', async () => {
    const two = at(await send());
    await site.post(two, { name: 'Ines', email: somebody() }, own());
    const first = await lastLink();
    await site.post(two, { name: 'Ines', email: somebody() }, own());
    const second = await lastLink();
    expect(second).not.toBe(first);
    expect((await site.get(first)).status).toBe(404);
    expect((await site.get(second)).status).toBe(303);
  });

  test('keeps its words when the link has run out, and is mailed a new one', async () => {
    const link = await mailed(somebody());
    site.clock.now += 8 * 86_400_000;
    const late = await site.get(link);
    expect(late.status).toBe(410);
    const html = await late.text();
    expect(html).toContain('run out');
    expect(html).toContain('Two people in a boat');
    expect(await filmPage()).not.toContain('nobody');
    const again = await site.post(link, { do: 'again' }, own());
    expect(again.status).toBe(200);
    expect(await again.text()).toContain('somebody_');
    await site.mailedLinks();
    expect((await site.get(link)).status).toBe(303);
    expect(await filmPage()).toContain('nobody');
  });

  test('floods nobody with mail', async () => {
    const email = somebody();
    const two = at(await send());
    const answers: number[] = [];
    for (let n = 0; n < 7; n += 1)
      answers.push((await site.post(two, { name: 'Ines', email }, { from: `203.0.113.${n + 1}` })).status);
    expect(answers).toEqual([303, 303, 303, 303, 429, 429, 429]);
    const last = await site.post(two, { name: 'Ines', email }, { from: '203.0.113.99' });
    expect(await last.text()).toContain('your review stays here');
    expect(await (await site.get(two)).text()).toContain('Two people in a boat');
  });

  test('asks again for a name that is none, or a link, and an address that is none', async () => {
    const two = at(await send());
    for (const [name, email] of [
      ['', 'a@example.org'],
      ['\u202e\u200b', 'a@example.org'],
      ['Buy at https://evil.example', 'a@example.org'],
      ['Ines', 'not an address'],
      ['Ines', 'a@b@c'],
    ] as const) {
      const asked = await site.post(two, { name, email }, { from: `203.0.113.${100 + name.length}` });
      expect(asked.status, `${name} ${email}`).toBe(400);
      expect(await asked.text()).toContain('aria-invalid="true"');
    }
  });

  test('waits for the house where the owner wants it, seen by its writer and moderators', async () => {
    await settings({ firstReviewWaits: true });
    expect(await (await site.get(form())).text()).toContain('read by the house');
    const opened = await site.get(await mailed(somebody(), 'New Here'));
    expect(opened.status).toBe(303);
    expect(await filmPage()).not.toContain('nobody');
    const id = /[0-9a-v]{26}/.exec(at(opened))?.[0];
    expect((await site.get(`/review/${id}`)).status).toBe(404);
    const own = await (await site.get(`/review/${id}`, { cookie: cookiesOf(opened) })).text();
    expect(own).toContain('Waits until the house has read it');
    const { cookie } = await site.signedIn(`mod_${number}_${engine}`, 'moderator');
    expect(await (await site.get(`/review/${id}`, { cookie })).text()).toContain('nobody');
    // Deleting and bringing back is no way around the house.
    const bearing = { cookie: cookiesOf(opened) };
    await site.post(`/review/${id}/delete`, {}, bearing);
    await site.post(`/review/${id}/restore`, {}, bearing);
    expect((await site.get(`/review/${id}`)).status).toBe(404);
    // Nor is a draft that is published later.
    const draft = await site.post(form(), { ...WORDS, text: 'A draft first.', draft: '1' }, bearing);
    const second = /[0-9a-v]{26}/.exec(at(draft))?.[0];
    await site.post(`/review/${second}/edit`, { text: 'A draft first.', visibility: 'everyone' }, bearing);
    expect((await site.get(`/review/${second}`)).status).toBe(404);
  });

  test('is refused before the first keystroke where the site is closed, and never lost', async () => {
    await settings({ newcomers: false });
    const html = await (await site.get(form())).text();
    expect(html).toContain('does not take reviews from newcomers');
    expect(html).not.toContain('<textarea');
    // Somebody whose session ran out while they wrote.
    const sent = await send();
    const two = await (await site.get(at(sent))).text();
    expect(two).toContain('Two people in a boat');
    expect(two).toContain('/sign-in?next=');
    expect((await site.post(at(sent), { name: 'Ines', email: somebody() }, own())).status).toBe(400);
    const { cookie } = await site.signedIn(`late_${number}_${engine}`);
    const published = await site.post(at(sent), {}, { cookie, ...own() });
    expect(published.status).toBe(303);
    expect(await filmPage()).toContain('nobody');
  });

  test('is not to be had by guessing, nor under another film', async () => {
    const sent = await send();
    const token = at(sent).split('/').at(-1);
    const other = await site.site.store.transact((writer) =>
      seedFilm(writer, { title: 'Else', slug: `else-${number}` }, 1),
    );
    expect(other).toBeTruthy();
    expect((await site.get(`/film/else-${number}/review/${token}`)).status).toBe(404);
    expect((await site.get(`${form()}/${'x'.repeat(32)}`)).status).toBe(404);
    expect((await site.get(`/welcome/${token}`)).status).toBe(404);
    const foreign = await site.post(form(), WORDS, { headers: { origin: 'https://evil.example' } });
    expect(foreign.status).toBe(403);
  });

  /** Lets so many reviews wait that nobody has given an address for. */
  const fill = (count: number, created: number) =>
    site.site.store.engine.transact(async (db) => {
      for (let from = 0; from < count; from += 500) {
        const rows = Array.from({ length: Math.min(500, count - from) }, (_, n) => ({
          id: `fill ${created} ${from + n}`,
          token_hash: `fill ${created} ${from + n}`,
          mail_hash: null,
          film_id: filmId,
          email: null,
          name: null,
          form: '{}',
          language: 'en',
          created,
          expires: created + 7 * 86_400_000,
          entry_id: null,
        }));
        await db.insertInto('waiting_reviews').values(rows).execute();
      }
    });
  const open = () => site.site.store.reader.waiting.open();
  afterEach(() =>
    site.site.store.engine.transact(async (db) => {
      await db.deleteFrom('waiting_reviews').where('id', 'like', 'fill %').execute();
    }),
  );

  test('is not kept where thousands wait already, is told so, and keeps its words and those of others', async () => {
    const before = await mailed(somebody());
    await fill(MOST_WAITING - (await open()), site.clock.now);
    expect(await open()).toBe(MOST_WAITING);
    const refused = await send(WORDS, own());
    expect(refused.status).toBe(503);
    expect(refused.headers.getSetCookie()).toEqual([]);
    const html = await refused.text();
    expect(html).toContain('cannot be kept');
    expect(html).toContain('Two people in a boat');
    expect(html).toMatch(/value="9" checked/);
    const spaet = await send(WORDS, { ...own(), headers: { 'accept-language': 'de' } });
    expect(await spaet.text()).toContain('kann diese nicht aufbewahrt werden');
    expect(await open()).toBe(MOST_WAITING);
    // A member publishes as ever, and a mailed link is as good as ever.
    const { cookie } = await site.signedIn(`full_${number}_${engine}`);
    expect((await send(WORDS, { ...own(), cookie })).status).toBe(303);
    expect((await site.get(before)).status).toBe(303);
  });

  test('finds room where those that wait have no address and are older than a day', async () => {
    const kept = await mailed(somebody());
    const first = await send();
    site.clock.now += 86_400_001;
    const second = await send({ ...WORDS, text: 'Of today.' }, own());
    await fill(MOST_WAITING - (await open()), site.clock.now - 86_400_001);
    expect((await send(WORDS, own())).status).toBe(303);
    expect(await open()).toBeLessThan(50);
    expect((await site.get(at(second))).status).toBe(200);
    expect((await site.get(at(first))).status).toBe(404);
    expect((await site.get(kept)).status).toBe(303);
  });

  test('is forgotten by the site itself when its term is over, and not before', async () => {
    const link = await mailed(somebody());
    const two = at(await send());
    site.clock.now += 7 * 86_400_000 - 1;
    await site.site.work.settled();
    expect((await site.get(two)).status).toBe(200);
    site.clock.now += 86_400_001;
    await site.site.work.settled();
    expect((await site.get(two)).status).toBe(404);
    // Whoever was mailed a link finds their words for some weeks more.
    expect(await (await site.get(link)).text()).toContain('Two people in a boat');
    site.clock.now += 30 * 86_400_000;
    await site.site.work.settled();
    expect((await site.get(link)).status).toBe(404);
  });
});
