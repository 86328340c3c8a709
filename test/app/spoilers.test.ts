import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeOnBothEngines } from '../engines/store.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addElsewhere, addFilm, formOf, publish, type Somebody, textOfMain } from './writing.ts';

/** Whether words stand behind a cover on a page: of the whole review, or of a run within a line. */
function cover(html: string, words: string): 'whole' | 'line' | 'open' | 'absent' {
  const at = html.indexOf(words);
  if (at < 0) return 'absent';
  const within = (opening: string, closing: string) =>
    html.lastIndexOf(opening, at) > html.lastIndexOf(closing, at);
  if (within('<details class="spoiler">', '</details>')) return 'whole';
  return within('<label class="hush">', '</label>') ? 'line' : 'open';
}

describeOnBothEngines('what tells the story', (engine) => {
  let site: TestSite;
  let ann: Somebody;
  let bob: Somebody;
  let number = 0;
  let slug: string;
  let filmId: string;
  const page = async (path: string, who?: Somebody) =>
    (await site.get(path, who ? { cookie: who.cookie } : {})).text();
  const covers = async (words: string, paths: string[], who?: Somebody) =>
    Object.fromEntries(
      await Promise.all(paths.map(async (path) => [path, cover(await page(path, who), words)])),
    );
  const all = (paths: string[], state: string) => Object.fromEntries(paths.map((path) => [path, state]));

  beforeAll(async () => {
    site = await openTestSite({ engine });
    await site.signedIn('the_owner', 'owner');
    ann = await site.signedIn('ann');
    bob = await site.signedIn('bob');
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    number += 1;
    slug = `boat-${number}`;
    filmId = await addFilm(site, slug, `The Boat & the ${number}`);
  });

  test('words hidden within a line have a box before them wherever the text stands', async () => {
    const secret = `the sled ${number}`;
    const id = await publish(site, slug, ann, { text: `It was ||${secret}||, of course.`, rating: '9' });
    const paths = [
      `/film/${slug}`,
      `/film/${slug}/reviews`,
      `/review/${id}`,
      '/',
      '/@ann',
      `/review/${id}/report`,
    ];
    expect(await covers(secret, paths)).toEqual(all(paths, 'line'));
    expect(await covers(secret, paths, bob)).toEqual(all(paths, 'line'));
    const html = await page(`/film/${slug}`);
    expect(html).toContain(
      `<label class="hush"><input type="checkbox" autocomplete="off" aria-label="Show words that tell the story"><span>${secret}</span></label>`,
    );
    expect(textOfMain(html), 'the text reads as it was written').toContain(`It was ${secret}, of course.`);
    expect(html.slice(0, html.indexOf('<main'))).not.toContain(secret);
  });

  test('bars in words from elsewhere are bars', async () => {
    const id = await addElsewhere(site, filmId, `He said ||x${number}|| aloud.`);
    for (const path of [`/film/${slug}`, `/review/${id}`])
      expect(await page(path)).toContain(`He said ||x${number}|| aloud.`);
  });

  test('the preview and the waiting page hide them as the published review will', async () => {
    const preview = await site.post('/preview', { text: 'So ||he goes||.\n\nEnd.' });
    expect(await preview.text()).toContain('<span class="spoiler">he goes</span>');
    const answer = await site.post(`/film/${slug}/review`, { text: 'So ||he goes||.' });
    const html = await page(answer.headers.get('location') ?? '');
    expect(html).toContain('he goes');
    expect(html).not.toContain('||');
  });

  test('whoever has logged the film sees all of it open, on every page; a draft logs nothing', async () => {
    const whole = `The butler ${number}.`;
    const line = `in the pantry ${number}`;
    const mayTell = `It may tell ${number}.`;
    await publish(site, slug, ann, { text: whole, spoiler: '1', title: `Title that tells ${number}` });
    site.clock.now += 60_000;
    await publish(site, slug, bob, { text: `Later, ||${line}||.` });
    await addElsewhere(site, filmId, mayTell);
    const film = [`/film/${slug}`, `/film/${slug}/reviews`];
    const reader = await site.signedIn(`reader_${number}`);
    const before = async () => {
      expect(await covers(whole, [...film, '/', '/@ann'], reader)).toEqual(
        all([...film, '/', '/@ann'], 'whole'),
      );
      expect(await covers(`Title that tells ${number}`, film, reader)).toEqual(all(film, 'whole'));
      expect(await covers(line, [...film, '/', '/@bob'], reader)).toEqual(
        all([...film, '/', '/@bob'], 'line'),
      );
      expect(await covers(mayTell, film, reader)).toEqual(all(film, 'open'));
      expect(await page(`/film/${slug}`, reader)).toContain('May tell the story');
    };
    await before();
    await publish(site, slug, reader, { text: 'Only a draft.', draft: '1' });
    await before();
    await publish(site, slug, reader, { text: '', rating: '7', visibility: 'me' });
    expect(await covers(whole, [...film, '/', '/@ann'], reader)).toEqual(
      all([...film, '/', '/@ann'], 'open'),
    );
    expect(await covers(line, [...film, '/', '/@bob'], reader)).toEqual(all([...film, '/', '/@bob'], 'open'));
    expect(await page(`/film/${slug}`, reader)).not.toContain('May tell the story');
    expect(await covers(whole, film), 'and nobody else does').toEqual(all(film, 'whole'));
  });

  test('its author sees it open, also away from the film', async () => {
    const words = `My own ending ${number}.`;
    const id = await publish(site, slug, ann, { text: words, spoiler: '1', visibility: 'me' });
    const paths = [`/film/${slug}`, `/film/${slug}/reviews`, `/review/${id}`, '/@ann'];
    expect(await covers(words, paths, ann)).toEqual(all(paths, 'open'));
  });

  test('a cover names the film outside itself', async () => {
    await publish(site, slug, ann, { text: `Told ${number}.`, spoiler: '1' });
    for (const path of [`/film/${slug}`, '/', '/@ann']) {
      const html = await page(path);
      const summary = /<summary>(?:(?!<\/summary>)[\s\S])*<\/summary>/.exec(
        html.slice(html.lastIndexOf('<details class="spoiler">', html.indexOf(`Told ${number}.`))),
      )?.[0];
      expect(summary, path).toContain(`The Boat &amp; the ${number}`);
    }
  });

  test('nobody has said yet: plain words on the film’s own pages, a cover everywhere else', async () => {
    const words = `Nobody knows ${number}.`;
    const id = await addElsewhere(site, filmId, words);
    const own = [`/film/${slug}`, `/film/${slug}/reviews`, `/review/${id}`];
    expect(await covers(words, own)).toEqual(all(own, 'open'));
    for (const path of own) expect(await page(path)).toContain('May tell the story');
    site.clock.now += 60_000;
    const imported = await publish(site, slug, ann, { text: `Mine ${number}.` });
    await site.site.store.transact((writer) =>
      writer.entries.setSpoiler(imported, 'unknown', site.clock.now),
    );
    await site.site.store.transact((writer) => writer.versions.raise('films'));
    expect(await covers(`Mine ${number}.`, ['/', '/@ann'])).toEqual(all(['/', '/@ann'], 'whole'));
    const path = `/review/${imported}/edit`;
    const form = formOf(await page(path, ann), path);
    await site.post(path, { ...form, text: `Mine ${number}. Settled.` }, { cookie: ann.cookie });
    expect(await covers(`Mine ${number}. Settled.`, ['/', '/@ann'])).toEqual(all(['/', '/@ann'], 'open'));
  });

  test('what tells is in no description, title or data that leaves the page', async () => {
    const told = `He was the boat ${number}`;
    const id = await publish(site, slug, ann, { text: told, title: told, spoiler: '1', rating: '9' });
    for (const path of [`/film/${slug}`, `/review/${id}`, '/', '/@ann']) {
      const html = await page(path);
      expect(html.slice(0, html.indexOf('<body')), path).not.toContain(told);
    }
  });
});
