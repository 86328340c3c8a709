import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setLetsOut } from '../../src/domain/strip.ts';
import { EVERY_ROUTE } from '../../src/main.ts';
import { fileName, placeOf, ruleOf } from '../../src/publish/address.ts';
import { RULES } from '../../src/publish/rules.ts';
import { addressesIn, deadLinks, filesOf, publishedTo, stampsOf, touched } from './published.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addElsewhere, addFilm, publish as review, type Somebody } from './writing.ts';

let site: TestSite;
let ana: Somebody;
let folder: string;

beforeAll(async () => {
  site = await openTestSite();
  await site.signedIn('the_owner', 'owner');
  ana = await site.signedIn('ana');
  const con = await addFilm(site, 'con', 'Con');
  await addFilm(site, 'die-straße-1990', 'Die Straße', 1990);
  await addFilm(site, '映'.repeat(200), '映'.repeat(200));
  await addFilm(site, 'ς-1991', 'Σ');
  for (let n = 0; n < 60; n += 1) await addElsewhere(site, con, `What number ${n} says`, { name: `N ${n}` });
  folder = join(site.folder, 'copy');
  await published();
}, 60_000);
afterAll(() => site.close());

function published(into = folder, how: Parameters<typeof publishedTo>[2] = {}) {
  return publishedTo(into, site, how);
}

const read = (file: string, of = folder) => readFileSync(join(of, file), 'utf8');

describe('a copy of the site in files', () => {
  test('leads nowhere that is not there', () => {
    expect(deadLinks(folder, (address, tag) => tag === 'a' && /^https?:/.test(address))).toEqual([]);
  });

  test('has every film, with its reviews', async () => {
    const { films } = await site.site.store.reader.films.list({ sort: 'title', limit: 500 });
    const files = new Set(filesOf(folder));
    for (const { slug } of films)
      for (const part of ['', 'reviews/'])
        expect(files).toContain(`film/${fileName(slug, false)}/${part}index.html`);
  });

  test('says on a film’s page what the site says, without what only the site can do', () => {
    const page = read(`film/${fileName('con', false)}/index.html`);
    expect(page).toContain('See all reviews');
    expect(page).not.toContain('Add a review');
    expect(page).not.toContain('Sign in');
    expect(page).not.toContain('<p></p>');
  });

  test('has the whole of a long list, page by page', () => {
    const pages = filesOf(folder).filter((file) => /^film\/con~\w+\/reviews\//.test(file));
    expect(pages.length).toBeGreaterThan(1);
    const all = pages.map((file) => read(file)).join('');
    for (let n = 0; n < 60; n += 1) expect(all).toContain(`What number ${n} says`);
  });

  test('finds each film by the beginning of any word, in the pieces of its index', () => {
    const rows = filesOf(folder)
      .filter((file) => /^search\/copy\/t-/.test(file))
      .flatMap((file) => JSON.parse(/push\((.*)\);/.exec(read(file))?.[1] ?? '')[1]);
    const of = (key: string) => rows.filter(([own]: [string]) => own.startsWith(key)).map((row) => row[3]);
    expect(of('strasse').concat(of('straße'))).toHaveLength(1);
    expect(of('ana')).toEqual(['../@ana/index.html']);
    for (const [, , , href] of rows)
      expect(filesOf(folder)).toContain(decodeURIComponent(`search/${href}`).replace('search/../', ''));
  });

  test('is not touched by a second run when nothing was written', async () => {
    const before = stampsOf(folder);
    const { written, removed, made, files } = await published();
    expect({ written, removed, made }).toEqual({ written: 0, removed: 0, made: 0 });
    expect(touched(before, stampsOf(folder))).toEqual([]);
    expect(files).toBe(before.size);
  });

  test('is touched by a review only where it shows, and no longer shows it once it is deleted', async () => {
    const before = stampsOf(folder);
    const id = await review(site, 'die-straße-1990', ana, {
      rating: '8',
      text: 'Unmistakable harbour words',
    });
    const { made } = await published();
    expect(made, 'nothing of another film is made anew').toBeLessThan(40);
    const after = stampsOf(folder);
    const film = `film/${fileName('die-straße-1990', false)}/`;
    const changed = touched(before, after);
    expect(changed).toContain(`review/${id}/index.html`);
    expect(changed).toContain(`${film}index.html`);
    expect(changed).toContain('@ana/index.html');
    const expected = /^(film\/die-stra-e-1990~|review\/|@ana\/|films\/|index\.html|decade\/1990s\/|card\/)/;
    expect(changed.filter((file) => !expected.test(file))).toEqual([]);
    await site.post(`/review/${id}/delete`, {}, { cookie: ana.cookie });
    await published();
    for (const file of filesOf(folder)) expect(read(file), file).not.toContain('Unmistakable harbour');
    expect(filesOf(folder)).not.toContain(`review/${id}/index.html`);
  });

  test('goes on where a run was broken off', async () => {
    const into = join(site.folder, 'broken-off');
    await expect(
      published(into, {
        progress: (done) => {
          if (done >= 100) throw new Error('broken off');
        },
      }),
    ).rejects.toThrow('broken off');
    const before = stampsOf(into);
    expect(before.size).toBeGreaterThan(50);
    await published(into);
    const after = stampsOf(into);
    expect([...before].filter(([file, stamp]) => after.get(file) !== stamp)).toEqual([]);
    expect([...after.keys()]).toEqual(filesOf(folder));
  });

  test('of a site that nobody owns yet begins with its films, and greets nobody', async () => {
    const unowned = await openTestSite();
    await addFilm(unowned, 'heat-1995', 'Heat', 1995);
    await unowned.site.store.transact((writer) => writer.versions.raise('site'));
    expect(await (await unowned.get('/')).text()).toContain('/setup');
    const into = join(unowned.folder, 'copy');
    const { owned } = await publishedTo(into, unowned);
    expect(owned).toBe(false);
    expect(read('index.html', into)).toContain('href="film/heat-1995/index.html"');
    expect(read('index.html', into)).not.toMatch(/setup|noindex/);
    await unowned.close();
  });

  test('leads to the live site, where there is one, for all it cannot do', async () => {
    const into = join(site.folder, 'live');
    const live = 'https://films.example.org';
    await published(into, { live });
    const page = read('film/con/index.html'.replace('con/', `${fileName('con', false)}/`), into);
    expect(page).toContain(`href="${live}/film/con/review"`);
    expect(page).toContain(`<link rel="canonical" href="${live}/film/con">`);
    expect(page).toContain(`<meta property="og:image" content="${live}/film/con/card.png">`);
    expect(read(`film/${fileName('con', false)}/index.html`)).not.toMatch(/https?:[^"]*card\.png/);
    expect(deadLinks(into, (address) => /^https?:/.test(address))).toEqual([]);
    for (const { tag, address } of addressesIn(page))
      if (/^(link|img|script)$/.test(tag) && address.startsWith('http'))
        expect(address).toMatch(/\/film\/con|oembed/);
  });
});

describe('the social cards of a copy', () => {
  const NAMED = /<meta property="og:image" content="([^"]*)">/;
  const cardsOf = (into: string) => filesOf(into).filter((file) => file.endsWith('/card.png'));
  /** The file that a page of a copy names as its card. */
  const namedBy = (file: string, into: string) => {
    const [, named] = NAMED.exec(read(file, into)) ?? [];
    return named === undefined ? null : posix.join(posix.dirname(file), named);
  };
  const pagesOf = (into: string) => filesOf(into).filter((file) => file.endsWith('/index.html'));

  test('are named by their pages, and there; a film that nobody wrote of names none', () => {
    const named = pagesOf(folder).flatMap((file) => namedBy(file, folder) ?? []);
    expect([...new Set(named)].sort()).toEqual(cardsOf(folder));
    const con = `film/${fileName('con', false)}`;
    expect(namedBy(`${con}/index.html`, folder)).toBe(`${con}/card.png`);
    expect(named.some((file) => file.startsWith('review/'))).toBe(true);
    const bare = `film/${fileName('ς-1991', false)}`;
    expect(read(`${bare}/index.html`)).not.toMatch(/og:image|twitter:card/);
  });

  test('are all there, or none, as whoever makes it likes', async () => {
    const all = join(site.folder, 'all-cards');
    const { cards } = await published(all, { cards: 'all' });
    expect(cards).toEqual({ choice: 'all', held: cardsOf(all).length, drawn: cardsOf(all).length });
    expect(cardsOf(all)).toContain(`film/${fileName('ς-1991', false)}/card.png`);
    const second = await published(all, { cards: 'live' });
    expect([second.cards.held, cardsOf(all)]).toEqual([0, []]);
    expect(pagesOf(all).filter((file) => /og:image|twitter:card/.test(read(file, all)))).toEqual([]);
  });

  test('are named in full where it is known where the copy will lie', async () => {
    const into = join(site.folder, 'at');
    const at = 'https://club.example.org/films';
    await published(into, { at });
    const file = `film/${fileName('con', false)}`;
    expect(read(`${file}/index.html`, into)).toContain(`og:image" content="${at}/${file}/card.png"`);
    expect(read(`${file}/index.html`, into)).toContain(`rel="canonical" href="${at}/${file}/index.html"`);
    expect(read(`${file}/index.html`, into)).not.toContain('localhost');
    await published(into, { at, live: 'https://films.example.org' });
    expect(read(`${file}/index.html`, into)).toContain(`og:image" content="${at}/${file}/card.png"`);
    expect(read(`${file}/index.html`, into)).toContain(
      'rel="canonical" href="https://films.example.org/film/con"',
    );
  });

  test('are drawn anew when their words may not go out, and gone with the review', async () => {
    const cai = await site.signedIn('cai');
    const said = { rating: '6', visibility: 'everyone', text: 'Harbour lights.' };
    const id = await review(site, 'ς-1991', cai, said);
    const drawn = async () => (await published()).cards.drawn;
    const card = () => readFileSync(join(folder, `review/${id}/card.png`));
    expect(await drawn()).toBeGreaterThanOrEqual(2);
    expect(await drawn()).toBe(0);
    const open = card();
    const { reader, transact } = site.site.store;
    const member = await reader.members.byUsername('cai');
    if (!member) throw new Error('nobody');
    await transact((writer) => setLetsOut(writer, member, 'none'));
    await published();
    const closed = card();
    expect(closed.equals(open)).toBe(false);
    await transact((writer) => setLetsOut(writer, member, null));
    await published();
    expect(card().equals(open)).toBe(true);
    await site.post(`/review/${id}/edit`, { ...said, spoiler: 'yes' }, { cookie: cai.cookie });
    await published();
    expect(card().equals(closed)).toBe(true);
    await site.post(`/review/${id}/delete`, {}, { cookie: cai.cookie });
    await published();
    expect(
      cardsOf(folder).filter((file) => file.includes(id) || file.includes(fileName('ς-1991', false))),
    ).toEqual([]);
  });
});

describe('the folder of a copy', () => {
  test('is refused when it holds anything else', async () => {
    const into = join(site.folder, 'full');
    mkdirSync(into);
    writeFileSync(join(into, 'thesis.txt'), 'mine');
    await expect(published(into)).rejects.toMatchObject({ code: 'not-empty' });
    expect(filesOf(into)).toEqual(['thesis.txt']);
  });

  test('keeps what somebody else put there, and is given back what is missing', async () => {
    writeFileSync(join(folder, 'CNAME'), 'films.example.org');
    mkdirSync(join(folder, '@bert'));
    writeFileSync(join(folder, '@bert/index.html'), 'mine');
    rmSync(join(folder, 'about/index.html'));
    const bert = await site.signedIn('bert');
    const id = await review(site, 'con', bert, { rating: '2', text: 'Short.' });
    const { left } = await published();
    expect(left).toEqual(['@bert/index.html']);
    expect([read('CNAME'), read('@bert/index.html')]).toEqual(['films.example.org', 'mine']);
    expect(read('about/index.html')).toContain('</html>');
    await site.post(`/review/${id}/delete`, {}, { cookie: bert.cookie });
    await published();
    expect(read('@bert/index.html')).toBe('mine');
  });
});

describe('an address in a copy', () => {
  test.each(EVERY_ROUTE.filter((route) => route.method === 'GET').map((route) => route.path))(
    '%s is published or left out for a reason',
    (path) => {
      const rule = RULES[path];
      expect(rule, 'say in src/publish/rules.ts whether a copy has it').toBeDefined();
      if (rule && 'leave' in rule) expect(rule.leave).toMatch(/^[A-Z].*\.$/);
    },
  );

  test('is one of the route table, or the copy’s own', () => {
    const routes = new Set(EVERY_ROUTE.map((route) => route.path));
    const own = ['/search/titles/:prefix', '/search/copy/:file', '/assets/:file'];
    expect(Object.keys(RULES).filter((path) => !routes.has(path))).toEqual(own);
  });

  test.each([
    '..',
    '.',
    '../../etc/passwd',
    '..\\..\\x',
    'a/b',
    'con',
    'COM1',
    'nul.txt',
    'a.',
    'a ',
    '.htaccess',
    'a:b',
    'a\0b',
    'a?b',
    'A',
    'é'.normalize('NFD'),
    'ﬁ',
    'x'.repeat(300),
    '映'.repeat(100),
    'a~b',
    '‮x',
    '',
  ])('%j is a name by itself, that no file system bends', (part) => {
    const name = fileName(part, false);
    expect(name).toMatch(/^[a-z0-9-]{0,40}~[0-9a-f]{16}$/);
  });

  test.each(['heat-1995', 'été-1995', '映画', '@ines', 'هند-رستم', '_x'])('%s stays as it is', (part) => {
    expect(fileName(part, false)).toBe(part);
  });

  test('never leads out of the folder', () => {
    for (const path of [
      '/film/..%2f..%2fx',
      '/film/%2e%2e',
      '/film/..%5cx',
      '/card/..%2fx.svg',
      '/assets/..%2f..%2fx.css',
    ]) {
      const place = placeOf(new URL(path, 'http://a'));
      if (typeof place === 'object') expect(place.file.split('/')).not.toContain('..');
    }
    expect(ruleOf('/film/%ff')).not.toBeNull();
    expect(placeOf(new URL('http://a/film/%ff'))).toBe('left-out');
  });
});
