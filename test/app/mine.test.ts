import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeOnBothEngines } from '../engines/store.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addElsewhere, addFilm, formOf, publish, type Somebody } from './writing.ts';

describeOnBothEngines('This is mine: change or remove it', (engine) => {
  let site: TestSite;
  let moderator: Somebody;
  let number = 0;
  let slug: string;
  let filmId: string;
  let id: string;
  const page = async (path: string, who?: Somebody) =>
    (await site.get(path, who ? { cookie: who.cookie } : {})).text();
  /** Limits count by address; a test comes from one of its own. */
  const from = () => `198.51.100.${(number % 200) + 1}`;
  const ask = (fields: Record<string, string>, review = id) =>
    site.post(`/review/${review}/mine`, fields, { from: from() });
  const reports = () => site.site.store.reader.reports.open(100);
  const decide = async (decision: string, report?: string) => {
    const [open] = (await reports()).filter((one) => one.entryId === id);
    const at = `/admin/report/${report ?? open?.id}`;
    return site.post(at, { do: decision }, { cookie: moderator.cookie });
  };
  /** Where a reader may meet the review. */
  const seen = async () => {
    const paths = [`/film/${slug}`, `/film/${slug}/reviews`, '/', `/review/${id}`];
    const pages = await Promise.all(paths.map((path) => page(path)));
    return pages.filter((html) => html.includes(`Words of ${slug}.`)).length;
  };
  const ratings = async () => (await site.site.store.reader.films.byId(filmId))?.ratingsElsewhere;

  beforeAll(async () => {
    site = await openTestSite({ engine });
    await site.signedIn('the_owner', 'owner');
    moderator = await site.signedIn('mod', 'moderator');
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    number += 1;
    site.clock.now += 3_600_001;
    slug = `boat-${number}`;
    filmId = await addFilm(site, slug);
    id = await addElsewhere(site, filmId, `Words of ${slug}.`);
  });

  test('hides it at once, with its rating, from everybody, without an account', async () => {
    expect(await seen()).toBe(4);
    const path = `/review/${id}/mine`;
    expect(await page(`/film/${slug}`)).toContain(`href="${path}"`);
    const form = formOf(await page(path), path);
    const done = await ask({ ...form, choice: 'remove', message: 'I am Ines.' });
    expect(done.status).toBe(200);
    expect(await done.text()).toContain('It is hidden from readers now.');
    expect(await seen()).toBe(0);
    expect((await site.get(`/review/${id}`)).status).toBe(404);
    expect(await ratings()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const [open] = (await reports()).filter((report) => report.entryId === id);
    expect(open).toMatchObject({ kind: 'mine', reason: 'remove', message: 'I am Ines.', contact: null });
  });

  test('kept by a moderator it stands again, with its rating, and whoever left an address is told', async () => {
    await ask({ choice: 'change', message: '<b>Take out</b> the name.', contact: 'ines@example.org' });
    const desk = await page('/admin', moderator);
    expect(desk).toContain('&lt;b&gt;Take out');
    expect(desk).toContain(`Words of ${slug}.`);
    expect((await decide('kept')).status).toBe(303);
    expect(await seen()).toBe(4);
    expect((await ratings())?.[8]).toBe(1);
    expect((await site.mailedLinks()).at(-1)).toBe(`${site.origin}/review/${id}`);
    expect(site.printed.some((line) => line.includes('ines@example.org'))).toBe(true);
  });

  test('removed by a moderator it is gone for good, and so is its rating', async () => {
    await ask({ choice: 'remove', message: '', contact: 'gone@example.org' });
    expect((await decide('removed')).status).toBe(303);
    expect(await seen()).toBe(0);
    expect((await site.get(`/review/${id}`)).status).toBe(410);
    expect(await ratings()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(await page('/admin', moderator)).not.toContain(`Words of ${slug}.`);
    expect((await site.mailedLinks()).at(-1)).toBe(`${site.origin}/film/${slug}`);
    expect((await decide('kept', 'no-such-report')).status).toBe(404);
  });

  test('asked for twice, both are kept, and it stands again only when both are decided', async () => {
    await ask({ choice: 'remove', message: 'First.' });
    expect((await ask({ choice: 'change', message: 'Second.' })).status).toBe(200);
    const open = (await reports()).filter((report) => report.entryId === id);
    expect(open.map((report) => report.message)).toEqual(['First.', 'Second.']);
    await decide('kept', open[0]?.id);
    expect(await seen()).toBe(0);
    await decide('kept', open[1]?.id);
    expect(await seen()).toBe(4);
  });

  test('of two who decide at once one decides, and the other is told', async () => {
    const other = await site.signedIn(`mod_${number}`, 'moderator');
    await ask({ choice: 'remove' });
    const [open] = (await reports()).filter((report) => report.entryId === id);
    const answers = await Promise.all(
      [moderator, other].map((who, at) =>
        site.post(`/admin/report/${open?.id}`, { do: at ? 'kept' : 'removed' }, { cookie: who.cookie }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409]);
  });

  test('what is missing is asked for, and nothing that was typed is lost', async () => {
    const path = `/review/${id}/mine`;
    for (const wrong of [
      { choice: '' },
      { choice: 'burn' },
      { message: 'x'.repeat(2001) },
      { contact: 'no address' },
    ]) {
      const typed = { choice: 'change', message: 'My words.', contact: 'me@example.org', ...wrong };
      const answer = await ask(typed);
      expect(answer.status).toBe(400);
      const { choice = '', ...rest } = formOf(await answer.text(), path);
      expect({ choice: typed.choice === 'burn' ? 'burn' : choice, ...rest }).toEqual(typed);
    }
    expect(await seen(), 'nothing is hidden yet').toBe(4);
    expect((await reports()).filter((report) => report.entryId === id)).toEqual([]);
  });

  test('what a member wrote is not hidden by anybody else', async () => {
    const ann = await site.signedIn(`ann_${number}`);
    const own = await publish(site, slug, ann, { text: 'A member wrote this.' });
    const html = await page(`/review/${own}/mine`);
    expect(html).toContain('This was written here by a member.');
    expect(html).not.toContain(`action="/review/${own}/mine"`);
    expect((await ask({ choice: 'remove' }, own)).status).toBe(409);
    expect(await page(`/film/${slug}`)).toContain('A member wrote this.');
    expect(await page(`/film/${slug}`)).not.toContain(`/review/${own}/mine`);
  });

  test('offers nobody to edit what is another’s, where it is asked about or reported', async () => {
    for (const path of [`/review/${id}/mine`, `/review/${id}/report`])
      for (const who of [undefined, moderator]) {
        const text = await page(path, who);
        expect(text).toContain(`Words of ${slug}.`);
        expect(text).not.toContain('/edit"');
      }
  });

  test('nobody hides what they cannot read, nor floods the desk', async () => {
    for (const none of ['0'.repeat(26), 'x', '%00'])
      expect((await ask({ choice: 'remove' }, none)).status).toBe(404);
    const statuses = [];
    for (let n = 0; n < 14; n += 1) statuses.push((await ask({ choice: 'remove', message: `${n}` })).status);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(10);
  });
});

describeOnBothEngines('reporting a review', (engine) => {
  let site: TestSite;
  let ann: Somebody;
  let moderator: Somebody;
  let number = 0;
  let slug: string;
  let id: string;
  const page = async (path: string, who?: Somebody) =>
    (await site.get(path, who ? { cookie: who.cookie } : {})).text();
  const report = (fields: Record<string, string>, who?: Somebody, review = id) =>
    site.post(`/review/${review}/report`, fields, {
      from: `203.0.113.${(number % 200) + 1}`,
      ...(who ? { cookie: who.cookie } : {}),
    });
  const open = async () =>
    (await site.site.store.reader.reports.open(100)).filter((one) => one.entryId === id);
  const decide = async (decision: string) =>
    site.post(`/admin/report/${(await open())[0]?.id}`, { do: decision }, { cookie: moderator.cookie });

  beforeAll(async () => {
    site = await openTestSite({ engine });
    ann = await site.signedIn('ann');
    moderator = await site.signedIn('mod', 'moderator');
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    number += 1;
    site.clock.now += 3_600_001;
    slug = `boat-${number}`;
    await addFilm(site, slug);
    id = await publish(site, slug, ann, { text: 'Reported words.', rating: '8' });
  });

  test('leaves it where it is, keeps the reporter’s words, and needs no account', async () => {
    const path = `/review/${id}/report`;
    const form = formOf(await page(path), path);
    const said = '"Stolen" from <me> & mine\n\nSee page 4.';
    expect((await report({ ...form, choice: 'plagiarism', message: said })).status).toBe(200);
    expect(await page(`/film/${slug}`)).toContain('Reported words.');
    expect(await open()).toMatchObject([{ kind: 'report', reason: 'plagiarism', message: said }]);
    const desk = await page('/admin', moderator);
    expect(desk).toContain('&quot;Stolen&quot; from &lt;me&gt; &amp; mine');
    expect(desk).toContain('Somebody else wrote it');
  });

  test('kept, it stays; the report is closed', async () => {
    await report({ choice: 'abuse', contact: 'reader@example.org' });
    await decide('kept');
    expect(await page(`/film/${slug}`)).toContain('Reported words.');
    expect(await open()).toEqual([]);
    await site.site.work.settled();
    expect(site.printed.some((line) => line.includes('reader@example.org'))).toBe(true);
  });

  test('removed, readers see it no more and its rating counts no more; its author sees why; it can stand again', async () => {
    await report({ choice: 'abuse' });
    await report({ choice: 'spam' });
    await decide('removed');
    expect(await open(), 'every report about it is decided').toEqual([]);
    for (const path of [`/film/${slug}`, `/film/${slug}/reviews`, '/@ann', '/'])
      expect(await page(path), path).not.toContain(id);
    expect(await page(`/film/${slug}`)).toContain('No ratings yet.');
    expect((await site.get(`/review/${id}`)).status).toBe(404);
    expect(await page(`/review/${id}`, ann)).toContain('Taken off the page by the house.');
    const own = await page(`/review/${id}`, moderator);
    expect(own).toMatch(new RegExp(`action="/admin/review/${id}"[^>]*><button[^>]*value="show"`));
    await site.post(`/admin/review/${id}`, { do: 'show' }, { cookie: moderator.cookie });
    expect(await page(`/film/${slug}`)).toContain('Reported words.');
    expect(await page(`/film/${slug}`)).toContain('1 rating here');
  });

  test('a moderator who says that it tells the story has it marked on the spot', async () => {
    const answer = await report({ choice: 'spoilers' }, moderator);
    expect(await answer.text()).toContain('It is marked now');
    expect(await open()).toEqual([]);
    expect(await page(`/film/${slug}`)).toMatch(/<details class="spoiler">[\s\S]*Reported words\./);
    await report({ choice: 'spoilers' });
    expect(await open()).toHaveLength(1);
  });

  test('without a reason it is not sent, and the message is still there', async () => {
    const answer = await report({ message: 'It is long.\nVery.', contact: 'x' });
    expect(answer.status).toBe(400);
    const path = `/review/${id}/report`;
    expect(formOf(await answer.text(), path)).toEqual({ message: 'It is long.\nVery.', contact: 'x' });
    expect(await open()).toEqual([]);
  });

  test('nobody floods the desk', async () => {
    const statuses = [];
    for (let n = 0; n < 12; n += 1)
      statuses.push((await report({ choice: 'other', message: `${n}` })).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await open()).length).toBeLessThanOrEqual(10);
  });

  test('what somebody cannot read they cannot report', async () => {
    const hidden = await publish(site, slug, ann, { text: 'For me.', visibility: 'me' });
    const bob = await site.signedIn(`bob_${number}`);
    expect((await site.get(`/review/${hidden}/report`, { cookie: bob.cookie })).status).toBe(404);
    expect((await report({ choice: 'spam' }, bob, hidden)).status).toBe(404);
    expect((await report({ choice: 'spam' }, undefined, hidden)).status).toBe(404);
  });
});
