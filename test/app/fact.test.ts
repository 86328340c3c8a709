import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeFacts } from '../../src/domain/fact.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addFilm, type Somebody, textOfMain } from './writing.ts';

describe('What a curator says of films', () => {
  let site: TestSite;
  let people: Record<'member' | 'moderator' | 'curator' | 'owner', Somebody>;
  beforeAll(async () => {
    site = await openTestSite({ engine: 'sqlite' });
    people = {
      member: await site.signedIn('member'),
      moderator: await site.signedIn('moderator', 'moderator'),
      curator: await site.signedIn('curator', 'curator'),
      owner: await site.signedIn('owner', 'owner'),
    };
  });
  afterAll(() => site.close());
  const cookie = () => ({ cookie: people.curator.cookie });
  const facts = async (slug: string) =>
    textOfMain(await (await site.get(`/film/${slug}/facts`, cookie())).text());
  const send = (slug: string, form: Record<string, string>) =>
    site.post(`/film/${slug}/facts`, form, cookie());

  test('is for curators and owners alone', async () => {
    await addFilm(site, 'boat', 'Boat');
    const form = { do: 'set', field: 'title', value: 'Mine' };
    for (const [who, { cookie }] of Object.entries(people)) {
      const may = who === 'curator' || who === 'owner';
      for (const path of ['/film/boat/facts', '/films/new'])
        expect((await site.get(path, { cookie })).status, `${who} ${path}`).toBe(may ? 200 : 403);
      if (may) continue;
      expect((await site.post('/film/boat/facts', form, { cookie })).status, who).toBe(403);
      expect((await site.post('/films/new', { title: 'Mine' }, { cookie })).status, who).toBe(403);
    }
    expect((await site.get('/film/boat/facts')).status).toBe(303);
    expect((await site.post('/film/boat/facts', form)).status).toBe(403);
    expect(textOfMain(await (await site.get('/film/boat')).text())).not.toContain('Mine');
  });

  test('holds over a source, can be taken back, and stays in the history with who said it', async () => {
    const id = await addFilm(site, 'quay', 'Quay');
    const given = {
      licence: 'CC0-1.0',
      link: 'https://example.org/q1',
      fetched: site.clock.now,
      whole: true,
    };
    const cast = [{ name: 'Ann Lee', character: 'The Pilot', ids: { imdb: 'nm1' } }, { name: 'Bo Ek' }];
    await site.site.store.transact((writer) =>
      takeFacts(
        writer,
        id,
        'wikidata',
        [
          { field: 'runtime', value: 90 },
          { field: 'credits:actor', value: cast },
        ],
        given,
      ),
    );
    expect(await facts('quay')).toMatch(/Length in minutes 90 from Wikidata, .* licence: CC0-1\.0/);
    const set = await send('quay', { do: 'set', field: 'runtime', value: '1:42' });
    expect(set.headers.get('location')).toBe('/film/quay/facts?done=set');
    expect(await facts('quay')).toMatch(
      /Length in minutes 102 set by curator, .* Also said 90 from Wikidata/,
    );
    expect(textOfMain(await (await site.get('/film/quay')).text())).toContain('1 h 42 min');
    await send('quay', { do: 'back', field: 'runtime' });
    expect(await facts('quay')).toMatch(
      /Length in minutes 90 from Wikidata.* Said once before 102 from by hand/,
    );
    // A name that stays is the same person, whatever part is typed behind it.
    await send('quay', { do: 'set', field: 'credits:actor', value: 'Ann Lee | The Captain\r\n\r\nCy Dahl' });
    expect(await site.site.store.reader.films.credits(id)).toMatchObject([
      { name: 'Ann Lee', character: 'The Captain', personSlug: 'ann-lee' },
      { name: 'Cy Dahl', character: null },
    ]);
    await send('quay', { do: 'empty', field: 'credits:actor' });
    expect(await site.site.store.reader.films.credits(id)).toEqual([]);
    expect(await facts('quay')).toContain('somebody has set it empty');
  });

  test('something more is said in the fields’ own words, and a new title moves the address', async () => {
    const id = await addFilm(site, 'weir-1950', 'Weir', 1950);
    const add = (name: string, of: string, value: string) =>
      send('weir-1950', { do: 'add', name, of, value });
    await add('release', 'gb Theatrical', '1951-03-02');
    await add('synopsis', 'PT-br', 'Uma represa.');
    await add('watch', 'de', 'MUBI | stream | https://mubi.example/weir');
    expect((await site.site.store.reader.films.byId(id))?.details).toMatchObject({
      releases: [{ country: 'GB', kind: 'theatrical', date: '1951-03-02' }],
      watch: [
        { country: 'DE', offers: [{ name: 'MUBI', kind: 'stream', link: 'https://mubi.example/weir' }] },
      ],
    });
    expect(await facts('weir-1950')).toContain('Synopsis: Brazilian Portuguese');
    const moved = await send('weir-1950', { do: 'set', field: 'title', value: 'The Dam' });
    expect(moved.headers.get('location')).toBe('/film/the-dam-1950/facts?done=set');
    expect((await site.get('/film/weir-1950')).headers.get('location')).toBe('/film/the-dam-1950');
  });

  test('what cannot be is said beside its field, and nothing typed is lost', async () => {
    await addFilm(site, 'lock', 'Lock');
    const wrong: [Record<string, string>, string][] = [
      [{ do: 'set', field: 'title', value: ' ' }, 'Nothing stands here yet.'],
      [{ do: 'back', field: 'title' }, ''],
      [{ do: 'add', name: 'year', of: '', value: 'soon' }, 'A year is four digits'],
      [{ do: 'add', name: 'release', of: 'GB', value: '1951' }, 'There is no such fact.'],
      [
        { do: 'add', name: 'trailer', of: '', value: 'javascript:alert(1)' },
        'An address begins with https://.',
      ],
      [{ do: 'add', name: '__proto__', of: '', value: 'x' }, 'There is no such fact.'],
    ];
    for (const [form, said] of wrong) {
      const answer = await send('lock', form);
      expect(answer.status, JSON.stringify(form)).toBe(said === '' ? 303 : 400);
      const html = await answer.text();
      if (said !== '') expect(textOfMain(html)).toContain(said);
      if (said !== '' && form.value !== ' ') expect(html).toContain(form.value);
    }
    expect((await send('lock', { do: 'burn' })).status).toBe(400);
    expect((await send('no-such-film', { do: 'back', field: 'year' })).status).toBe(404);
  });

  test('a film is added with nothing but a title, or with all that is known; a namesake is asked about', async () => {
    const add = (form: Record<string, string>) => site.post('/films/new', form, cookie());
    const bare = await add({ title: ' Tide ' });
    expect(bare.headers.get('location')).toBe('/film/tide');
    expect((await site.get('/film/tide')).status).toBe(200);
    const asked = await add({ title: 'Tide', synopsis: 'Kept words.' });
    expect(asked.status).toBe(409);
    expect(await asked.text()).toMatch(
      /There is a film of this name already[\s\S]*href="\/film\/tide"[\s\S]*Kept words\./,
    );
    const full = await add({
      ...{ title: 'Tide', another: '1', year: '1999', runtime: '88', directors: 'Ann Lee\nBo Ek' },
      ...{ genres: 'Drama', countries: 'se', synopsis: 'Water rises.', synopsisLanguage: 'EN' },
    });
    expect(full.headers.get('location')).toBe('/film/tide-1999');
    const film = await site.site.store.reader.films.key('tide-1999');
    expect(await site.site.store.reader.films.byId(film!.id)).toMatchObject({
      ...{ year: 1999, runtime: 88, countries: ['SE'], synopsis: 'Water rises.', synopsisLanguage: 'en' },
    });
    expect((await add({ title: '' })).status).toBe(400);
    const wrong = await add({ title: 'Ebb', year: 'then' });
    expect([wrong.status, await wrong.text()]).toEqual([
      400,
      expect.stringContaining('A year is four digits'),
    ]);
  });
});
