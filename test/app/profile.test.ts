import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnBothEngines } from '../engines/store.ts';
import { seedFilm } from '../store/seed-film.ts';
import { openTestSite, type TestSite } from './site.ts';

describeOnBothEngines('what somebody says of themselves', (engine) => {
  let site: TestSite;
  let ann: { cookie: string; authorId: string };
  const save = (fields: Record<string, string>) =>
    site.post('/settings/profile', fields, { cookie: ann.cookie, headers: { 'accept-language': 'en' } });
  const settings = async () =>
    (await site.get('/settings', { cookie: ann.cookie, headers: { 'accept-language': 'en' } })).text();

  beforeAll(async () => {
    site = await openTestSite({ engine });
    await site.signedIn('the_owner', 'owner');
    ann = await site.signedIn('ann');
    await site.site.store.transact(async (writer) => {
      for (const [title, year] of [
        ['The Gate', 1950],
        ['The Gate', 1987],
        ['Élan', 2001],
      ] as const)
        await seedFilm(writer, { title, slug: `${title}-${year}`, year }, 1);
      await writer.versions.raise('site');
    });
  });
  afterAll(() => site.close());

  test('is saved, shown on their page, and in the form again', async () => {
    expect(await (await site.get('/@ann')).text()).not.toContain('Row five');
    const saved = await save({
      bio: 'Row five, <b>always</b>.<script>alert(1)</script>',
      location: '  Leith ',
      website: 'ann.example/films',
      pronoun: 'she / they',
      'favourite-0': 'The Gate (1987)',
      'favourite-2': 'Élan',
    });
    expect(saved.headers.get('location')).toBe('/settings?saved=profile');
    const page = await (await site.get('/@ann')).text();
    expect(page).toContain('Row five, <b>always</b>.');
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('Leith');
    expect(page).toContain('href="https://ann.example/films"');
    expect(page).toContain('The Gate-1987');
    expect(page.indexOf('The Gate-1987')).toBeLessThan(page.indexOf('Élan-2001'));
    const form = await settings();
    expect(form).toContain('value="The Gate (1987)"');
    expect(form).toContain('value="Élan (2001)"');
  });

  test('says in a sentence which film could not be told, and loses nothing that was typed', async () => {
    for (const [title, said] of [
      ['The Gate', 'Several films here bear this title.'],
      ['Nothing Goes By This', 'No film here bears this title.'],
    ] as const) {
      const answer = await save({ bio: 'Typed at length.', 'favourite-1': title });
      expect(answer.status).toBe(400);
      const html = await answer.text();
      expect(html).toContain(said);
      expect(html).toContain('Typed at length.');
      expect(html).toContain(`value="${title}"`);
    }
    expect(await (await site.get('/@ann')).text()).not.toContain('Typed at length.');
  });

  test('takes no address that is none, and nothing that does not fit', async () => {
    for (const website of ['javascript:alert(1)', 'https://', 'ftp://ann.example'])
      expect((await save({ website })).status, website).toBe(400);
    for (const [name, most] of [
      ['bio', 10_000],
      ['location', 100],
      ['pronoun', 40],
    ] as const) {
      const answer = await save({ [name]: 'x'.repeat(most + 1) });
      expect(answer.status, name).toBe(400);
      expect(await answer.text()).toContain('This is longer than fits here.');
    }
  });

  test('can be emptied', async () => {
    await save({ bio: 'Gone soon.', location: 'Leith' });
    expect((await save({})).status).toBe(303);
    expect(await (await site.get('/@ann')).text()).not.toContain('Gone soon.');
  });
});
