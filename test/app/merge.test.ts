import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { differences, dump } from '../store/importing.ts';
import { seedFilm } from '../store/seed-film.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addFilm, publish, type Somebody, textOfMain } from './writing.ts';

let site: TestSite;
let curator: Somebody;
let ana: Somebody;
let ben: Somebody;
let number = 0;
let [from, into] = [
  { id: '', slug: '' },
  { id: '', slug: '' },
];

beforeAll(async () => {
  site = await openTestSite();
  curator = await site.signedIn('cur', 'curator');
  ana = await site.signedIn('ana');
  ben = await site.signedIn('ben');
});
afterAll(() => site.close());

beforeEach(async () => {
  number += 1;
  const film = async (slug: string) => ({ slug, id: await addFilm(site, slug, `Weir ${number}`, 1988) });
  from = await film(`weir-${number}`);
  into = await film(`weir-${number}-2`);
  site.clock.now += 60_000;
  await publish(site, from.slug, ana, { text: 'The water is the plot.', rating: '8' });
  await publish(site, from.slug, ben, { text: 'Mine alone.', rating: '2', visibility: 'me' });
  site.clock.now += 60_000;
  await publish(site, into.slug, ben, { text: 'Cold, and good.', rating: '6' });
});

const get = (path: string, who: Somebody | null = curator) =>
  site.get(path, who ? { cookie: who.cookie } : {});
const text = async (path: string, who: Somebody | null = curator) =>
  textOfMain(await (await get(path, who)).text());
const post = (path: string, form: Record<string, string>, who: Somebody | null = curator) =>
  site.post(path, form, who ? { cookie: who.cookie } : {});
const merge = async () => {
  const answer = await post(`/film/${from.slug}/merge`, { with: into.id });
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
};

test('a curator looks for the other film, sees side by side what would happen, and presses one button', async () => {
  const facts = await (await get(`/film/${from.slug}/facts`)).text();
  expect(facts).toContain(`href="/film/${from.slug}/merge"`);
  expect(await text(`/film/${from.slug}/merge?q=nothing+goes+by+this`)).toContain('Nothing was found');
  const found = await (await get(`/film/${from.slug}/merge?q=Weir+${number}`)).text();
  expect(found).toContain(`href="/film/${from.slug}/merge?with=${into.id}"`);
  expect(found, 'not with itself').not.toContain(`?with=${from.id}"`);
  const look = await text(`/film/${from.slug}/merge?with=${into.id}`);
  expect(look, 'what only its author sees is not counted').toContain('Diary entries and reviews11up to 2');
  expect(look).toContain(`/film/${into.slug}/film/${from.slug}both lead here`);
  const report = await text(await merge());
  expect(report).toContain(`Weir ${number} (1988) became part of Weir ${number} (1988)`);
  expect(report).toContain('2 diary entries and reviews moved');
  expect(report).toContain('1 pair became one');
  expect(await text('/admin/films')).toContain(`became part of Weir ${number}`);
});

test('both addresses lead to the film, with all its pages, and what readers were shown before is let go of', async () => {
  const before = await get(`/film/${into.slug}`, null);
  expect(await before.text()).not.toContain('The water is the plot.');
  await get(`/film/${into.slug}`, null);
  const address = await merge();
  const page = await text(`/film/${into.slug}`, null);
  for (const words of ['The water is the plot.', 'Cold, and good.', '2 ratings here'])
    expect(page).toContain(words);
  expect(page).not.toContain('Mine alone.');
  expect(await text(`/film/${into.slug}/reviews`, ben), 'whose it is sees it').toContain('Mine alone.');
  for (const rest of [
    '',
    '/reviews?sort=highest',
    '/screenings',
    '/screenings.ics',
    '/about',
    '/review',
    '/facts',
    '/merge?q=x',
    '/split?to=new',
  ]) {
    const answer = await get(`/film/${from.slug}${rest}`);
    expect([answer.status, answer.headers.get('location')], rest).toEqual([301, `/film/${into.slug}${rest}`]);
  }
  expect((await get(`/embed/film/${from.slug}`, null)).status).toBeLessThan(400);
  // A form that was open when the films became one.
  const late = await post(
    `/film/${from.slug}/review`,
    { text: 'Sent late.', rating: '8', visibility: 'everyone' },
    ana,
  );
  expect(late.status).toBe(303);
  expect(await text(`/film/${into.slug}/reviews`, null)).toContain('Sent late.');

  expect((await post(address, { do: 'undo' })).status).toBe(303);
  const undone = await text(address);
  expect(undone).toContain('Undone.');
  expect(undone, 'what was written since stays and is named').toContain('was written since, and stays');
  expect(await text(`/film/${from.slug}`, null)).toContain('The water is the plot.');
  const kept = await text(`/film/${into.slug}`, null);
  expect(kept).toContain('Sent late.');
  expect(kept).not.toContain('The water is the plot.');
  expect((await post(address, { do: 'undo' })).status, 'twice').toBe(303);
});

test('a merge that another stands on says so, and two of one film are refused', async () => {
  const third = await addFilm(site, `brook-${number}`, 'Brook');
  const first = await merge();
  const self = await post(`/film/${into.slug}/merge`, { with: from.id });
  expect([self.status, self.headers.get('location')]).toEqual([303, `/film/${into.slug}`]);
  expect((await post(`/film/${into.slug}/merge`, { with: third })).status).toBe(303);
  expect((await get(`/film/${from.slug}`, null)).headers.get('location')).toBe(`/film/brook-${number}`);
  const refused = await post(first, { do: 'undo' });
  expect(refused.status).toBe(409);
  expect(textOfMain(await refused.text())).toContain('Undo that first.');
  expect((await post(`/film/${into.slug}/merge`, { with: '0'.repeat(26) })).status).toBe(303);
  expect((await post(`/film/${into.slug}/merge`, { with: 'x' })).status).toBe(404);
});

test('films that look alike are suggested until somebody says that they are two', async () => {
  const pair = `weir-${number}-2/merge?with=`;
  const page = await (await get('/admin/films')).text();
  expect(page).toContain(pair);
  const apart = await post('/admin/films', { do: 'apart', one: into.id, other: from.id, before: '' });
  expect(apart.headers.get('location')).toBe('/admin/films?done=apart');
  expect(await (await get('/admin/films')).text()).not.toContain(pair);
  const ids = { scheme: 'imdb', value: `tt90${number}` };
  await site.site.store.transact(async (writer) => {
    await writer.films.addExternalId(from.id, ids.scheme, ids.value, null);
    const said = { source: 'wikidata' as const, language: null, licence: null, link: null, fetched: 1 };
    const other = await seedFilm(writer, { title: 'Barrage', slug: `barrage-${number}` }, 1);
    const fact = {
      ...said,
      filmId: other,
      field: 'id:imdb',
      value: ids.value,
      memberId: null,
      batchId: null,
    };
    await writer.facts.putMany([fact]);
  });
  expect(await text('/admin/films')).toContain('Barrage');
});

test('a curator moves what belongs to another film, to one there is or a new one, and takes it back', async () => {
  const slug = from.slug;
  const choose = await (await get(`/film/${slug}/split?q=Weir+${number}`)).text();
  expect(choose).toContain(`href="/film/${slug}/split?to=${into.id}"`);
  const form = await (await get(`/film/${slug}/split?to=new`)).text();
  const entry = /name="entry" value="([0-9a-v]{26})"/.exec(form)?.[1] ?? '';
  expect([...form.matchAll(/name="entry"/g)], 'what only its author reads is not offered').toHaveLength(1);
  expect(textOfMain(form)).toContain('The water is the plot.');
  const send = (more: Record<string, string>) =>
    post(`/film/${slug}/split`, { to: 'new', entry, title: '', year: '', ...more });
  for (const [more, words] of [
    [{ title: '' }, 'The new film needs a title'],
    [{ title: 'Weir', year: '19' }, 'A year has four digits.'],
    [{ title: 'Weir', entry: '' }, 'Nothing is ticked yet.'],
  ] as const) {
    const refused = await send(more);
    expect(refused.status).toBe(400);
    expect(textOfMain(await refused.text())).toContain(words);
  }
  const done = await send({ title: 'Weir Again', year: '2001' });
  const address = done.headers.get('location') ?? '';
  expect(await text(address)).toContain('to Weir Again (2001)');
  expect(await text('/film/weir-again-2001', null)).toContain('The water is the plot.');
  expect(await text(`/film/${slug}`, null)).not.toContain('The water is the plot.');
  await post(address, { do: 'undo' });
  expect(await text(`/film/${slug}`, null)).toContain('The water is the plot.');
  expect((await get('/film/weir-again-2001', null)).status).toBe(404);
  expect(await text(address)).toContain('Undone.');
  for (const who of [ana, null])
    expect((await post(`/film/${slug}/split`, { to: 'new' }, who)).status).toBe(403);
});

test('a curator gives a film another address, and takes away one that nothing hangs on', async () => {
  const at = (slug: string) => `/film/${slug}/address`;
  const send = (slug: string, form: Record<string, string>) => post(at(slug), { do: 'save', ...form });
  expect((await send(from.slug, { slug: '¡—!' })).status).toBe(400);
  expect(await (await send(from.slug, { slug: into.slug })).text()).toContain(
    'is or was the address of another film',
  );
  const named = await send(from.slug, { slug: `The Weir ${number}` });
  expect(named.headers.get('location')).toBe(`/film/the-weir-${number}/address?done=saved`);
  expect((await get(`/film/${from.slug}/reviews`, null)).headers.get('location')).toBe(
    `/film/the-weir-${number}/reviews`,
  );
  await send(`the-weir-${number}`, { slug: from.slug });
  expect((await get(`/film/the-weir-${number}`, null)).headers.get('location')).toBe(`/film/${from.slug}`);
  expect((await post(at(from.slug), { do: 'remove' })).status, 'somebody wrote on it').toBe(400);

  for (const [leadsTo, status, location] of [
    ['', 410, null],
    [`https://example.org/film/${into.slug}?x`, 301, `/film/${into.slug}`],
  ] as const) {
    const slug = `empty-${number}${leadsTo === '' ? '' : '-too'}`;
    await addFilm(site, slug, 'Empty');
    const { store, work } = site.site;
    // Work of every day asks for jobs of its own.
    await work.settled();
    const before = await dump(store);
    expect((await post(at(slug), { do: 'remove', 'leads-to': 'no-such-film' })).status).toBe(400);
    const done = (await post(at(slug), { do: 'remove', 'leads-to': leadsTo })).headers.get('location') ?? '';
    const gone = await get(`/film/${slug}`, null);
    expect([gone.status, gone.headers.get('location')]).toEqual([status, location]);
    expect(await text(done)).toContain('Empty was taken away');
    await post(done, { do: 'undo' });
    expect((await get(`/film/${slug}`, null)).status).toBe(200);
    await work.settled();
    expect(differences(await dump(store), before)).toEqual([]);
  }
  for (const who of [ana, null]) expect((await post(at(into.slug), { do: 'remove' }, who)).status).toBe(403);
});

test('nobody but curators and owners comes near it', async () => {
  const address = await merge();
  const owner = await site.signedIn(`own_${number}`, 'owner');
  const moderator = await site.signedIn(`mod_${number}`, 'moderator');
  for (const path of ['/admin/films', address, `/film/${into.slug}/merge`]) {
    expect((await get(path, owner)).status, path).toBe(200);
    for (const who of [ana, moderator]) expect((await get(path, who)).status, path).toBe(403);
    expect((await get(path, null)).headers.get('location'), path).toContain('/sign-in');
  }
  for (const path of ['/admin/films', address, `/film/${into.slug}/merge`])
    for (const who of [ana, moderator, null])
      expect((await post(path, { do: 'undo' }, who)).status, path).toBe(403);
  expect((await get(`/import/${address.split('/').at(-1)}`, owner)).status, 'it is no import').toBe(404);
});
