import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnBothEngines } from '../engines/store.ts';
import { ACCOUNT, zipped } from '../store/letterboxd-files.ts';
import { seedFilm } from '../store/seed-film.ts';
import { bringing, type Somebody } from './bringing.ts';
import { openTestSite, type TestSite } from './site.ts';

describeOnBothEngines('after an account has come in', (engine) => {
  let site: TestSite;
  let rosa: Somebody;
  let other: Somebody;
  let owner: Somebody;
  let films: string[];
  let report: string;
  const { as, at, ask, textOf, imported, undo } = bringing(
    () => site,
    () => rosa,
  );
  const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

  beforeAll(async () => {
    site = await openTestSite({ engine });
    owner = await site.signedIn('the_owner', 'owner');
    rosa = await site.signedIn('rosa');
    other = await site.signedIn('somebody');
    films = await site.site.store.transact(async (writer) => {
      await writer.versions.raise('site');
      const film = { title: 'Quiet Street', year: 1968 };
      return [
        await seedFilm(writer, { ...film, slug: 'quiet-street-1968' }, 1),
        await seedFilm(writer, { ...film, slug: 'quiet-street-1968-2' }, 1),
      ];
    });
    report = await imported(await zipped(ACCOUNT));
  });
  afterAll(() => site.close());

  test('every row is told, by what became of it, and only to whoever brought it', async () => {
    const html = await textOf(report);
    expect(html).toContain(`href="${report}/rows"`);
    const rows = await textOf(`${report}/rows`);
    expect(rows.match(/<tr>/g)).toHaveLength(17);
    expect(plain(rows)).toMatch(/watched\.csv 2 Harbour Light created/);
    expect(plain(rows)).toMatch(/diary\.csv 2 Harbour Light unchanged/);
    const waiting = await textOf(`${report}/rows?became=unmatched`);
    expect(waiting.match(/<tr>/g)).toHaveLength(3);
    expect(waiting).toContain('could be any of 2 films here');
    expect(plain(await textOf(`${report}/rows?after=15`))).toContain('From the beginning');
    for (const query of ['?after=x', '?after=-4', '?became=%00', '?after=99999999999999999999'])
      expect((await site.get(`${report}/rows${query}`, as(rosa))).status).toBe(200);
    for (const page of ['rows', 'settle', 'spoilers'])
      for (const who of [owner, other])
        expect((await site.get(`${report}/${page}`, as(who))).status, page).toBe(404);
    expect((await site.get(`${report}/rows`)).status).not.toBe(200);
  });

  test('a film that could not be told is chosen once for all its rows, however often it is sent', async () => {
    const html = await textOf(`${report}/settle`);
    expect(html).toContain('Which film is Quiet Street (1968)?');
    expect(html).toContain('1 more row');
    const name = /name="(film-\d+)"/.exec(html)?.[1] ?? '';
    expect((await ask(`${report}/settle`, {})).status).toBe(400);
    expect((await ask(`${report}/settle`, { [name]: '0'.repeat(26) })).status).toBe(400);
    expect((await ask(`${report}/settle`, { [name]: films[1] ?? '' }, other)).status).toBe(404);
    const twice = await Promise.all([
      ask(`${report}/settle`, { [name]: films[1] ?? '' }),
      ask(`${report}/settle`, { [name]: films[1] ?? '' }),
    ]);
    expect(twice.map(at).sort()).toEqual([`${report}/settle?done=0`, `${report}/settle?done=2`]);
    expect(await textOf(`${report}/settle?done=2`)).toContain('Decided: 2 rows have their film.');
    expect(await textOf(`${report}/settle`)).toContain('Nothing waits for a decision any more.');
    expect(await (await site.get('/film/quiet-street-1968-2')).text()).toContain(
      'Everybody waits at the window',
    );
    expect(await (await site.get('/film/quiet-street-1968')).text()).not.toContain('Everybody waits');
    expect(await textOf(report)).toMatch(/<div class="none"><dt>wait for a decision<\/dt><dd>0<\/dd>/);
  });

  test('reviews are said to tell the story or not, one by one or all at once', async () => {
    const reviews = await textOf('/@rosa/reviews');
    expect(reviews).toContain('Of 2 of your reviews nobody has said');
    expect(await textOf('/@rosa/reviews', other)).not.toContain('nobody has said');
    const html = await textOf('/import/spoilers');
    const ids = [...html.matchAll(/name="review" value="([0-9a-v]{26})"/g)].map(([, id]) => id ?? '');
    expect(ids).toHaveLength(2);
    const [quiet = '', harbour = ''] = ids;
    const film = () => site.get('/film/harbour-light-1951').then((page) => page.text());
    expect(await film()).toContain('May tell the story');
    await ask('/import/spoilers', { review: ids, [`tells-${harbour}`]: 'yes', none: '1' }, other);
    expect(await film(), 'nobody says it for somebody else').toContain('May tell the story');
    const done = await ask(`${report}/spoilers`, { review: ids, [`tells-${harbour}`]: 'yes', none: '1' });
    expect(at(done)).toBe(`${report}/spoilers?done=2`);
    expect(await film()).toContain('Tells what happens in ');
    expect(await film()).not.toContain('May tell the story');
    const street = await (await site.get('/film/quiet-street-1968-2')).text();
    expect(street).not.toContain('May tell the story');
    expect(quiet).not.toBe(harbour);
    expect(await textOf(`${report}/spoilers`)).toContain('You have said it of all of your reviews.');
    expect(await textOf('/@rosa/reviews')).not.toContain('nobody has said');
  });

  test('an undo covers what was decided since, and leaves what was said of reviews with them', async () => {
    await undo(report);
    const html = await textOf(report);
    expect(html).toContain('What stays, and why');
    expect(plain(html)).toMatch(
      /rosa, Quiet Street This review stays: since the import somebody has said whether it tells the story\./,
    );
    expect((await site.get('/film/quiet-street-1968-2')).status).toBe(200);
    expect(await (await site.get('/@rosa/films')).text()).not.toContain('The Lamplighter');
    for (const page of ['rows', 'settle', 'spoilers'])
      expect((await site.get(`${report}/${page}`, as(rosa))).status, page).toBe(404);
  });

  test('the house’s front and its feeds of the new stay as they were written', async () => {
    const { store } = site.site;
    const before = await store.engine.read.selectFrom('jobs').select('kind').execute();
    const again = await imported(await zipped(ACCOUNT));
    const jobs = await store.engine.read.selectFrom('jobs').select('kind').execute();
    const fresh = jobs.map(({ kind }) => kind).slice(before.length);
    // Nobody hears of it when reviews are looked through for the films they name.
    expect(fresh.filter((kind) => kind !== 'mentions' && !kind.startsWith('import-'))).toEqual([]);
    const written = await site.post(
      '/film/quiet-street-1968/review',
      { text: 'Written here, today.', rating: '8', visibility: 'everyone' },
      as(other),
    );
    expect(written.status).toBe(303);
    const home = plain(await (await site.get('/')).text());
    expect(home.indexOf('Written here, today.')).toBeGreaterThan(0);
    expect(home.indexOf('Written here, today.')).toBeLessThan(home.indexOf('The lamp goes round'));
    await undo(again);
  });
});
