import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeFacts } from '../../src/domain/fact.ts';
import { sweepFiles } from '../../src/domain/file.ts';
import { PUT_BACK_WITHIN } from '../../src/domain/pictures.ts';
import { mergeFilms } from '../../src/interchange/films/merge.ts';
import { removeFilm } from '../../src/interchange/films/remove.ts';
import { undo } from '../../src/interchange/undo.ts';
import { sweepPictures } from '../../src/jobs/pictures.ts';
import { openFiles } from '../../src/outside/files.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addFilm, type Somebody, textOfMain } from './writing.ts';

/** A picture of one colour. */
const drawn = (colour: string, width = 200, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();

const SAID = {
  kind: 'poster',
  licence: 'CC-BY-4.0',
  credit: 'Ann Ito',
  link: 'https://example.org/poster',
  alt: 'A boat in the fog',
};

describe('Pictures of films', () => {
  let site: TestSite;
  let people: Record<'member' | 'curator', Somebody>;
  beforeAll(async () => {
    site = await openTestSite();
    await site.signedIn('owner', 'owner');
    people = { member: await site.signedIn('member'), curator: await site.signedIn('curator', 'curator') };
  });
  afterAll(() => site.close());
  const as = () => ({ cookie: people.curator.cookie });
  const page = async (path: string) => (await site.get(path, as())).text();
  const bring = (
    slug: string,
    bytes: Uint8Array | null,
    said: Record<string, string> = SAID,
    name = 'p.jpg',
  ) => {
    const form = new FormData();
    for (const [key, value] of Object.entries(said)) form.append(key, value);
    if (bytes) form.append('file', new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }));
    return site.post(`/film/${slug}/pictures`, form, as());
  };
  const choose = (slug: string, form: Record<string, string>) =>
    site.post(`/film/${slug}/pictures/choose`, form, as());
  const poster = async (id: string) =>
    ((await site.site.store.reader.films.byId(id))?.poster ?? '').split(' ')[0] ?? '';
  const addresses = (html: string) => [...html.matchAll(/\/picture\/[^" ]+/g)].map(([one]) => one);
  const stored = async () =>
    (await readdir(join(site.folder, 'files'), { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    ).length;

  test('an uploaded poster stands in place of the drawn card, in each format, with its licence', async () => {
    const id = await addFilm(site, 'fog', 'Fog');
    expect(await (await site.get('/film/fog')).text()).toContain(`/card/${id}.svg`);
    const answer = await bring('fog', await drawn('navy'));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/film/fog/pictures?done=added']);
    const shown = await (await site.get('/film/fog')).text();
    expect(shown).not.toContain(`/card/${id}.svg`);
    expect(shown).toContain('alt="A boat in the fog"');
    expect(shown).toContain('width="200" height="300"');
    expect(textOfMain(shown)).toContain('Poster: Ann Ito, CC BY 4.0. Where it is from.');
    expect(shown).toContain('https://creativecommons.org/licenses/by/4.0/');
    const all = [...new Set(addresses(shown))];
    expect(all.map((one) => one.split('/').at(-1)).sort()).toEqual(
      ['160.avif', '160.jpg', '160.webp', '200.avif', '200.jpg', '200.webp'].sort(),
    );
    for (const one of all) {
      const picture = await site.get(one);
      expect(picture.status).toBe(200);
      expect(picture.headers.get('content-type')).toMatch(/^image\/(avif|webp|jpeg)$/);
      expect(picture.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
      expect(picture.headers.get('content-security-policy')).toContain("default-src 'none'");
      const size = await sharp(await picture.arrayBuffer()).metadata();
      expect(size.width).toBe(Number(/(\d+)\.\w+$/.exec(one)?.[1]));
    }
    expect(await (await site.get('/films')).text()).toContain(`/picture/${await poster(id)}/160.avif`);
  });

  test('an uploaded poster stands on the social card of its film, and in the data for search engines', async () => {
    await addFilm(site, 'linked', 'Linked');
    const card = async () => {
      const png = await (await site.get('/film/linked/card.png')).arrayBuffer();
      const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
      return [...data.subarray((300 * info.width + 200) * info.channels).subarray(0, 3)];
    };
    const drawnCard = await card();
    await bring('linked', await drawn('#00ff00', 200, 200));
    const [red = 0, green = 0, blue = 0] = await card();
    expect([red < 40, green > 215, blue < 40]).toEqual([true, true, true]);
    expect(drawnCard).not.toEqual([red, green, blue]);
    const shown = await (await site.get('/film/linked')).text();
    expect(shown).toMatch(/"image":"http:[^"]+\/picture\/[0-9a-v]{26}\/200\.jpg"/);
    expect(shown).toContain(`og:image" content="${site.origin}/film/linked/card.png"`);
  });

  test('nothing is taken for granted: what it is, its licence and its credit are asked, and what was typed stays', async () => {
    await addFilm(site, 'asked', 'Asked');
    const form = await page('/film/asked/pictures');
    expect(form).not.toMatch(/<option value="[^"]+" selected|checked/);
    const kept = await stored();
    for (const [said, sentence] of [
      [{ ...SAID, kind: '' }, 'Say whether it is the poster or a still.'],
      [{ ...SAID, licence: '' }, 'Say by what right it is shown.'],
      [{ ...SAID, licence: 'other' }, 'Name the licence'],
      [{ ...SAID, credit: ' ' }, 'Say who is to be named'],
      [{ ...SAID, link: 'javascript:alert(1)' }, 'An address begins with https://.'],
    ] as const) {
      const answer = await bring('asked', await drawn('red'), said);
      const html = await answer.text();
      expect(answer.status).toBe(400);
      expect(textOfMain(html)).toContain(sentence);
      expect(html).toContain('A boat in the fog');
    }
    expect(textOfMain(await (await bring('asked', null)).text())).toContain('Choose a picture first.');
    expect(await stored()).toBe(kept);
  });

  test('what is no picture is refused, whatever it calls itself, and nothing of it is kept', async () => {
    const id = await addFilm(site, 'refused', 'Refused');
    const kept = await stored();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const answer = await bring('refused', svg, SAID, 'poster.jpg');
    expect(answer.status).toBe(400);
    expect(textOfMain(await answer.text())).toContain('This is no JPEG, PNG, WebP, AVIF or GIF.');
    const large = { ...as(), headers: { 'content-length': '20200000' } };
    expect((await site.post('/film/refused/pictures', new FormData(), large)).status).toBe(413);
    const half = await drawn('red');
    const broken = await bring('refused', half.subarray(0, half.length / 2));
    expect(textOfMain(await broken.text())).toContain('damaged');
    expect([await stored(), await poster(id)]).toEqual([kept, '']);
  });

  test('is chosen, taken away and put back, and the history says by whom', async () => {
    const id = await addFilm(site, 'choice', 'Choice');
    await bring('choice', await drawn('red'));
    const first = await poster(id);
    await bring('choice', await drawn('green'));
    const second = await poster(id);
    expect(second).not.toBe(first);
    await choose('choice', { do: 'chosen', picture: first });
    expect(await poster(id)).toBe(first);
    await choose('choice', { do: 'removed', picture: first });
    expect((await site.get(`/picture/${first}/160.jpg`)).status).toBe(404);
    expect(await poster(id)).toBe('');
    await choose('choice', { do: 'restored', picture: first });
    expect(await poster(id)).toBe(first);
    expect((await site.get(`/picture/${first}/160.jpg`)).status).toBe(200);
    await choose('choice', { do: 'none', kind: 'poster' });
    expect(await poster(id)).toBe('');
    expect(await (await site.get('/film/choice')).text()).toContain(`/card/${id}.svg`);
    const said = textOfMain(await page('/film/choice/pictures'));
    for (const one of ['Poster added by curator', 'Poster taken away by curator', 'Poster: none chosen'])
      expect(said).toContain(one);
    await choose('choice', { do: 'sources', kind: 'poster' });
    expect(textOfMain(await page('/film/choice/pictures'))).toContain('No poster stands: the card is drawn.');
    expect((await choose('choice', { do: 'chosen', picture: 'nobody' })).status).toBe(404);
    expect((await choose('choice', { do: 'anything' })).status).toBe(400);
  });

  test('a picture of another film cannot be chosen or taken away', async () => {
    const mine = await addFilm(site, 'mine-own', 'Mine own');
    await addFilm(site, 'theirs', 'Theirs');
    await bring('mine-own', await drawn('red'));
    for (const act of ['chosen', 'removed'])
      expect((await choose('theirs', { do: act, picture: await poster(mine) })).status).toBe(404);
    expect((await site.get(`/picture/${await poster(mine)}/160.webp`)).status).toBe(200);
  });

  test('what was taken away goes for good after thirty days, files too; what another needs stays', async () => {
    const id = await addFilm(site, 'gone', 'Gone');
    await addFilm(site, 'twin', 'Twin');
    const before = await stored();
    await bring('gone', await drawn('purple'));
    const kept = await stored();
    await bring('twin', await drawn('purple'));
    expect(await stored(), 'the same bytes are kept once').toBe(kept);
    const first = await poster(id);
    await choose('gone', { do: 'removed', picture: first });
    const files = openFiles(join(site.folder, 'files'));
    const { store } = site.site;
    const now = () => site.clock.now;
    const sweep = (hashes: readonly string[]) => sweepFiles({ ...store, remove: files.remove, now }, hashes);
    const parts = { ...store, now, sweep };
    await sweepPictures(parts);
    expect(await site.site.store.reader.pictures.byId(first)).not.toBe(null);
    site.clock.now += PUT_BACK_WITHIN + 1000;
    await sweepPictures(parts);
    expect(await site.site.store.reader.pictures.byId(first)).toBe(null);
    expect(await stored()).toBe(kept);
    const twin = await site.site.store.reader.films.key('twin');
    await choose('twin', { do: 'removed', picture: await poster(twin?.id ?? '') });
    site.clock.now += PUT_BACK_WITHIN + 1000;
    await sweepPictures(parts);
    expect(await stored()).toBe(before);
  });

  test('stands on the page of the film that its film became part of', async () => {
    const part = await addFilm(site, 'part', 'Part');
    const whole = await addFilm(site, 'whole', 'Whole');
    await bring('part', await drawn('orange'));
    const picture = await poster(part);
    const { store } = site.site;
    const curator = { ...people.curator, role: 'curator' as const };
    const batch = await mergeFilms(store, { from: part, into: whole }, curator, () => site.clock.now);
    expect(await poster(whole)).toBe(picture);
    expect(textOfMain(await page('/film/whole/pictures'))).toContain('Stands on the film’s page');
    await undo(store, batch, () => site.clock.now);
    expect([await poster(whole), await poster(part)]).toEqual(['', picture]);
  });

  test('a film that is taken away takes its pictures along, and brings them back', async () => {
    const id = await addFilm(site, 'back', 'Back');
    await bring('back', await drawn('teal'));
    const picture = await poster(id);
    const { store } = site.site;
    const curator = { ...people.curator, role: 'curator' as const };
    const batch = await removeFilm(store, { film: id, leadsTo: null }, curator, () => site.clock.now);
    expect((await site.get(`/picture/${picture}/160.jpg`)).status).toBe(404);
    await undo(store, batch, () => site.clock.now);
    expect(await poster(id)).toBe(picture);
    expect((await site.get(`/picture/${picture}/160.jpg`)).status).toBe(200);
    expect(textOfMain(await page('/film/back/pictures'))).toContain('Poster added by curator');
  });

  test('what a catalogue names stands once it is here, and no longer when it names another', async () => {
    const id = await addFilm(site, 'named', 'Named');
    const given = { licence: null, link: null, fetched: site.clock.now, whole: true };
    const link = 'https://image.tmdb.org/t/p/original/a.jpg';
    const take = (file: string) =>
      site.site.store.transact((writer) =>
        takeFacts(writer, id, 'tmdb', [{ field: 'poster', value: { link: file } }], given),
      );
    await take(link);
    const [waiting] = await site.site.store.reader.pictures.ofFilm(id);
    expect(waiting).toMatchObject({ state: 'waiting', source: 'tmdb', file: link });
    expect(textOfMain(await page('/film/named/pictures'))).toContain('Waiting to be fetched.');
    await take(link);
    expect(await site.site.store.reader.pictures.ofFilm(id)).toHaveLength(1);
    await take(`${link}2`);
    expect(await site.site.store.reader.pictures.ofFilm(id)).toMatchObject([
      { removed: site.clock.now },
      { state: 'waiting', removed: null },
    ]);
  });
});
