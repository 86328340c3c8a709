import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteHostPage } from '../../src/domain/host-page.ts';
import { openTestSite, type TestSite } from '../app/site.ts';
import { addElsewhere, type Somebody } from '../app/writing.ts';
import { movie, review } from '../store/importing.ts';
import { type Contract, FORMATS, lint, openContract, somebody, tokenOf } from './contract.ts';

type Who = 'member' | 'curator' | 'owner';
interface Listed {
  items: Record<string, unknown>[];
  next: string | null;
}

let site: TestSite;
let api: Contract;
let people: Record<Who, Somebody>;
let tokens: Record<Who, string>;
let film = '';
let filmId = '';

beforeAll(async () => {
  site = await openTestSite();
  api = await openContract(site);
  people = {
    owner: await somebody(site, 'the_owner', 'owner'),
    curator: await somebody(site, 'a_curator', 'curator'),
    member: await somebody(site, 'a_member'),
  };
  tokens = {
    owner: await tokenOf(site, people.owner),
    curator: await tokenOf(site, people.curator),
    member: await tokenOf(site, people.member),
  };
});
afterAll(() => site.close());

const by = (who: Who) => ({ token: tokens[who] });
/** What tells a thing from any other state of it. */
const tag = (answer: { headers: Headers }) => ({ 'if-match': answer.headers.get('etag') ?? '' });

describe('the file', () => {
  test('is OpenAPI 3.1 as its own schema has it', async () => {
    expect(await lint(api.doc)).toBe(true);
    expect((api.doc as unknown as { openapi: string }).openapi).toMatch(/^3\.1\./);
  });

  test('gives examples that are what their shapes say', () => {
    const ajv = new Ajv2020({ strict: false, formats: FORMATS });
    ajv.addSchema({ $id: 'doc', ...api.doc });
    let examples = 0;
    for (const [name, { examples: some = [] }] of Object.entries(api.doc.components.schemas))
      for (const example of some) {
        examples += 1;
        expect(
          ajv.validate(`doc#/components/schemas/${name}`, example) || `${name}: ${ajv.errorsText()}`,
        ).toBe(true);
      }
    expect(examples).toBeGreaterThan(20);
  });

  test('says what every object is made of, and that it is made of nothing else', () => {
    const open: string[] = [];
    const walk = (at: unknown, path: string) => {
      if (typeof at !== 'object' || at === null) return;
      const schema = at as Record<string, unknown>;
      if (schema.type === 'object' && schema.additionalProperties === undefined) open.push(path);
      for (const [name, inner] of Object.entries(schema))
        if (name !== 'examples') walk(inner, `${path}/${name}`);
    };
    walk(api.doc.components.schemas, '');
    expect(open).toEqual([]);
  });

  test('has every address, and each answers what is documented there and nothing else', async () => {
    const methods = Map.groupBy(api.operations.values(), ({ path }) => path);
    for (const [path, some] of methods) {
      const at = path.replace(/\{\w+\}/g, 'x');
      const answer = await site.site.app.request(`${site.origin}/api/v1${at}`, { method: 'OPTIONS' });
      const wanted = some.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
      const own = (answer.headers.get('allow') ?? '').split(', ');
      for (const method of [...wanted, 'OPTIONS']) expect(own, path).toContain(method);
      // An address in braces may stand for one that is written out.
      const twins = [...methods.keys()].filter((other) => other !== path && matches(other, path));
      if (twins.length === 0) expect(own.sort(), path).toEqual([...wanted, 'OPTIONS'].sort());
    }
    for (const path of ['', '/', '/film', '/films/x/y', '/users', '/v2'])
      expect((await site.get(`/api/v1${path}`)).status, path).toBe(404);
  });
});

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
}

describe('every operation', () => {
  test('films: made, found, sifted, known', async () => {
    const body = {
      title: 'The Third Platform',
      year: 1962,
      directors: ['Ilse Marten'],
      runtime: 94,
      genres: ['Drama'],
    };
    const made = await api.ask<{ slug: string; id: string }>('addFilm', { body, ...by('curator') });
    film = made.body.slug;
    filmId = made.body.id;
    expect(made.headers.get('location')).toBe(`/api/v1/films/${film}`);
    await api.ask('addFilm', { body, ...by('curator'), status: 409 });
    const another = await api.ask<{ slug: string }>('addFilm', {
      body: { ...body, another: true },
      ...by('curator'),
    });
    expect(another.body.slug).toBe(`${film}-2`);
    expect((await api.ask('getFilm', { params: { film } })).body).toMatchObject({
      title: body.title,
      runtime: 94,
    });
    expect((await api.ask('getFilm', { params: { film: filmId }, status: 200 })).body.slug).toBe(film);
    await api.ask('getFilm', { params: { film: 'none' }, status: 404 });
    await api.ask('listCredits', { params: { film } });
    const { body: terms } = await api.ask<{ genre: { term: string }[] }>('listTerms');
    const sifted = { genre: [terms.genre[0]?.term ?? ''], length: 'under-120', sort: 'title' };
    expect((await api.ask('listFilms', { query: sifted })).body).toMatchObject({ count: 2 });
    await api.ask('listFilms', { query: { cursor: 'broken' }, status: 400 });
  });

  test('facts: said, set, taken back; ids lead to the film', async () => {
    const at = { film, field: 'id:imdb' };
    await api.ask('setFact', { params: at, body: { value: 'tt0000001' }, ...by('curator') });
    expect((await api.ask('lookUpFilm', { query: { imdb: 'tt0000001' } })).body.id).toBe(filmId);
    await api.ask('lookUpFilm', { query: { imdb: 'tt0000009' }, status: 404 });
    await api.ask('setFact', {
      params: { film, field: 'year' },
      body: { value: 'soon' },
      ...by('curator'),
      status: 422,
    });
    await api.ask('setFact', {
      params: { film, field: 'synopsis:en' },
      body: { value: 'A train is late.' },
      ...by('curator'),
    });
    const { body } = await api.ask<Listed>('listFacts', { params: { film }, ...by('curator') });
    expect(body.items.map(({ field }) => field)).toContain('id:imdb');
    await api.ask('clearFact', { params: at, ...by('curator') });
  });

  test('entries: written, changed, taken away, brought back', async () => {
    const said = {
      rating: 9,
      viewed: '2026-11-20',
      text: 'The last train waits for ||nobody||.',
      tags: ['trains'],
    };
    const made = await api.ask<{ id: string }>('addEntry', { params: { film }, body: said, ...by('member') });
    const at = { entry: made.body.id };
    const got = await api.ask('getEntry', { params: at, ...by('member') });
    expect(got.body).toMatchObject({ rating: 9, text: { source: said.text }, film: { slug: film } });
    const seen = await api.ask('getEntry', { params: at });
    expect(seen.body).not.toHaveProperty('text');
    expect(seen.body.html).toContain('[…]');
    const again = { params: at, body: { ...said, rating: 8 }, ...by('member') };
    await api.ask('replaceEntry', { ...again, status: 428 });
    await api.ask('replaceEntry', { ...again, headers: { 'if-match': '"other"' }, status: 412 });
    const changed = await api.ask('replaceEntry', { ...again, headers: tag(got) });
    expect(changed.body.rating).toBe(8);
    await api.ask('replaceEntry', { ...again, headers: tag(got), status: 412 });
    await api.ask('setEntryLanguage', { params: at, body: { language: 'pt' }, ...by('member') });
    await api.ask('setEntrySpoiler', { params: at, body: { tells: true }, ...by('member') });
    expect((await api.ask('getEntry', { params: at })).body).toMatchObject({
      closed: true,
      html: null,
      names: [],
    });
    const open = await api.ask('getEntry', { params: at, query: { spoilers: 'open' } });
    expect(open.body.html).toContain('nobody');
    const versions = await api.ask<Listed>('listEntryVersions', { params: at, ...by('member') });
    const version = String(versions.body.items[0]?.id);
    await api.ask('forgetEntryVersion', { params: { ...at, version }, ...by('member') });
    await api.ask('addNamedFilm', { params: { ...at, film: `${film}-2` }, ...by('member') });
    await api.ask('removeNamedFilm', { params: { ...at, film: `${film}-2` }, ...by('member') });
    await api.ask('listFilmEntries', {
      params: { film },
      query: { sort: 'highest', one: '1', place: 'here' },
    });
    await api.ask('listNewestEntries');
    await api.ask('listTagged', { params: { tag: 'Trains' }, query: { spoilers: 'open' } });
    await api.ask('listMemberTagged', { params: { username: 'a_member', tag: 'trains' } });
    await api.ask('listTagged', { params: { tag: 'none' }, status: 404 });
    await api.ask('preview', { body: { text: 'a <b>bold</b> <script>end</script>' } });
    await api.ask('deleteEntry', { params: at, ...by('member') });
    await api.ask('getEntry', { params: at, status: 410 });
    await api.ask('restoreEntry', { params: at, ...by('member') });
    await api.ask('restoreEntry', { params: at, ...by('member'), status: 404 });
    const draft = { text: 'Not yet.', visibility: 'draft' };
    const kept = await api.ask<{ id: string }>('addEntry', {
      params: { film: `${film}-2` },
      body: draft,
      ...by('member'),
    });
    await api.ask('getEntry', { params: { entry: kept.body.id }, status: 404 });
  });

  test('pins: chosen, moved, let go', async () => {
    const { body } = await api.ask<Listed>('listFilmEntries', { params: { film } });
    const entry = String(body.items[0]?.id);
    await api.ask('pinEntry', { params: { film, entry }, ...by('curator') });
    await api.ask('movePin', { params: { film, entry }, body: { to: 'up' }, ...by('curator') });
    expect((await api.ask('listPins', { params: { film } })).body).toEqual({ entries: [entry] });
    await api.ask('unpinEntry', { params: { film, entry }, ...by('curator') });
  });

  test('marks: how one stands to a film, apart from any entry', async () => {
    const at = { params: { film: `${film}-2` }, ...by('member') };
    await api.ask('changeMark', { ...at, body: { watchlist: true } });
    expect((await api.ask('getMark', at)).body).toMatchObject({ watchlist: true, watched: false });
    const rated = await api.ask('changeMark', { ...at, body: { rating: 7, liked: true } });
    expect(rated.body).toMatchObject({ watched: true, liked: true, rating: 7, watchlist: false });
    await api.ask('changeMark', { ...at, body: { rating: 0 }, status: 422 });
    expect((await api.ask('changeMark', { ...at, body: { rating: null } })).body).toMatchObject({
      rating: null,
      watched: true,
    });
  });

  test('lists: made, renamed, put in order, taken away', async () => {
    const films = [{ film, note: 'Twice.' }, { film: `${film}-2` }];
    const made = await api.ask<{ id: string; slug: string }>('addList', {
      body: { title: 'Trains', films },
      ...by('member'),
    });
    const at = { list: made.body.id };
    const got = await api.ask('getList', { params: at, ...by('member') });
    await api.ask('replaceList', {
      params: at,
      body: { title: 'Late trains', ranked: true },
      ...by('member'),
      headers: tag(got),
    });
    await api.ask('putListFilm', {
      params: { ...at, film: `${film}-2` },
      body: { position: 1, note: 'First.' },
      ...by('member'),
    });
    const { body } = await api.ask<Listed>('listListFilms', { params: at, ...by('member') });
    expect(body.items.map((one) => [one.position, one.text])).toEqual([
      [1, 'First.'],
      [2, 'Twice.'],
    ]);
    await api.ask('replaceListFilms', { params: at, body: { films: [{ film }] }, ...by('member') });
    await api.ask('getMemberList', { params: { username: 'a_member', slug: made.body.slug } });
    await api.ask('listLists');
    await api.ask('listMemberLists', { params: { username: 'a_member' } });
    await api.ask('removeListFilm', { params: { ...at, film }, ...by('member') });
    await api.ask('deleteList', { params: at, ...by('curator'), status: 404 });
    await api.ask('deleteList', { params: at, ...by('member') });
    await api.ask('getList', { params: at, status: 404 });
  });

  test('members, people, and oneself', async () => {
    const at = { params: { username: 'a_member' } };
    await api.ask('getMember', at);
    const moved = await api.ask('getMember', { params: { username: 'A_Member' }, status: 301 });
    expect(moved.headers.get('location')).toBe('/api/v1/members/a_member');
    expect((await api.ask<Listed>('listDiary', { ...at, query: { year: '2026' } })).body.items).toHaveLength(
      1,
    );
    await api.ask('listMemberEntries', at);
    expect(
      (await api.ask<Listed>('listSeenFilms', { ...at, query: { sort: 'title' } })).body.items,
    ).toHaveLength(2);
    await api.ask('listWatchlist', at);
    await api.ask('getPerson', { params: { person: 'ilse-marten' } });
    await api.ask('getPerson', { params: { person: 'nobody' }, status: 404 });
    expect((await api.ask('getMe', by('member'))).body).toMatchObject({ token: { name: 'a test' } });
    await api.ask('getMe', { status: 401 });
    await api.ask('setName', { body: { name: 'Ines' }, ...by('member') });
    const profile = { bio: 'Sits in <i>row four</i>.', website: 'https://ines.example/', favourites: [film] };
    const said = await api.ask('replaceProfile', { body: profile, ...by('member') });
    expect(said.body).toMatchObject({ bioText: profile.bio, member: { name: 'Ines' } });
    await api.ask('replaceProfile', {
      body: { website: 'javascript:alert(1)' },
      ...by('member'),
      status: 422,
    });
  });

  test('search, suggestions, the site', async () => {
    const found = await api.ask<Record<string, Listed>>('search', { query: { q: 'platform' } });
    expect(found.body.films?.items).toHaveLength(2);
    await api.ask('search', { query: { q: 'train', in: 'reviews', page: '1' } });
    await api.ask('suggest', { query: { q: 'the th' } });
    const got = await api.ask('getSite', by('owner'));
    const { name, newcomers, firstReviewWaits, timeZone, language } = got.body;
    const body = { name, newcomers, firstReviewWaits, timeZone, language, reviewsOnFilmPage: 6 };
    await api.ask('replaceSite', { body, ...by('owner'), headers: tag(got) });
    await api.ask('replaceSite', { body, ...by('curator'), status: 403 });
  });

  test('venues and screenings', async () => {
    const place = { name: 'The Regent', timeZone: 'Europe/Lisbon', town: 'Lisbon' };
    const venue = await api.ask<{ slug: string }>('addVenue', { body: place, ...by('curator') });
    const at = { venue: venue.body.slug };
    const got = await api.ask('getVenue', { params: at });
    await api.ask('replaceVenue', {
      params: at,
      body: { ...place, country: 'PT' },
      ...by('curator'),
      headers: tag(got),
    });
    await api.ask('listVenues');
    const body = { ...at, showings: [{ day: '2026-12-04', time: '20:15' }], format: '35 mm' };
    expect((await api.ask('addScreenings', { params: { film }, body, ...by('curator') })).body).toEqual({
      added: 1,
    });
    const { body: of } = await api.ask<Listed>('listFilmScreenings', { params: { film } });
    const screening = String(of.items[0]?.id);
    await api.ask('listScreenings', { query: { venue: at.venue } });
    await api.ask('listScreenings', { query: { month: '2026-12' } });
    const one = await api.ask('getScreening', { params: { screening } });
    expect(one.body.starts).toBe('2026-12-04T20:15:00+00:00');
    const other = { ...at, day: '2026-12-04', time: '21:00', draft: true };
    await api.ask('replaceScreening', {
      params: { screening },
      body: other,
      ...by('curator'),
      headers: tag(one),
    });
    await api.ask('getScreening', { params: { screening }, status: 404 });
    await api.ask('deleteVenue', { params: at, ...by('curator'), status: 409 });
    await api.ask('deleteScreening', { params: { screening }, ...by('curator') });
    await api.ask('deleteVenue', { params: at, ...by('curator') });
  });

  test('imports: brought, looked at, started, read, taken back', async () => {
    const file = movie('Night Ferry', [
      review('Ada', 'It rocks gently.'),
      review('Bo', 'Too long by a pier.'),
    ]);
    const brought = async () => {
      const form = new FormData();
      form.append('files', new File([JSON.stringify(file)], 'reviews.jsonld'));
      const made = await api.ask<{ id: string }>('addImport', { raw: form, ...by('curator') });
      await site.mailedLinks();
      return { import: made.body.id };
    };
    const left = await brought();
    await api.ask('leaveImport', { params: left, ...by('curator') });
    const at = await brought();
    const look = await api.ask('getImport', { params: at, ...by('curator') });
    expect(look.body).toMatchObject({ state: 'read', report: { created: 2 } });
    await api.ask('getImport', { params: at, ...by('member'), status: 404 });
    await api.ask('startImport', {
      params: at,
      body: { visibility: 'everyone', word: true, allows: ['strips'] },
      ...by('curator'),
    });
    await site.mailedLinks();
    const done = await api.ask<{ id: string }>('getImport', { params: at, ...by('curator') });
    expect(done.body).toMatchObject({ state: 'done', report: { created: 2 } });
    const now = { import: done.body.id };
    expect(
      (await api.ask<Listed>('listImportRows', { params: now, ...by('curator') })).body.items,
    ).toHaveLength(2);
    const settled = await api.ask('settleImport', {
      params: now,
      body: { number: 1, film: 'new' },
      ...by('curator'),
    });
    expect(settled.body).toEqual({ rows: 0 });
    await api.ask('listImports', by('curator'));
    await api.ask('undoImport', { params: now, ...by('curator') });
    await site.mailedLinks();
    expect((await api.ask('getImport', { params: now, ...by('curator') })).body.state).toBe('undone');
    await api.ask('startImport', {
      params: at,
      body: { visibility: 'everyone', word: true },
      ...by('curator'),
      status: 409,
    });
  });

  test('what is reported, asked and decided', async () => {
    const entry = await addElsewhere(site, filmId, 'Quite wonderful.', { name: 'Bea' });
    const report = { reason: 'other', message: 'Not about this film.', contact: 'a@ok.example' };
    await api.ask('reportEntry', { params: { entry }, body: report });
    await api.ask('claimEntry', { params: { entry }, body: { wish: 'remove' } });
    await api.ask('getEntry', { params: { entry }, status: 404 });
    expect((await api.ask<Listed>('listWaiting', by('owner'))).body.items).toHaveLength(1);
    const { body } = await api.ask<Listed>('listReports', by('owner'));
    expect(body.items).toHaveLength(2);
    expect(JSON.stringify(body)).not.toContain('ok.example');
    await api.ask('decideEntry', { params: { entry }, body: { shown: true }, ...by('owner') });
    for (const one of body.items)
      await api.ask('decideReport', {
        params: { report: String(one.id) },
        body: { decision: 'kept' },
        ...by('owner'),
      });
    expect(await site.mailedLinks()).toContain(`${site.origin}/review/${entry}`);
    await api.ask('listMembers', by('owner'));
    await api.ask('setRole', {
      params: { username: 'a_curator' },
      body: { role: 'curator' },
      ...by('owner'),
    });
    await api.ask('setRole', {
      params: { username: 'the_owner' },
      body: { role: 'member' },
      ...by('owner'),
      status: 409,
    });
    await api.ask('listUnsettled', by('member'));
    const answers = { answers: [{ entry, tells: true }] };
    expect((await api.ask('settleUnsettled', { body: answers, ...by('member') })).body).toEqual({
      settled: 0,
    });
  });

  test('files of screenings: looked at, decided, entered, taken back', async () => {
    const place = { name: 'The Gate', timeZone: 'Europe/London' };
    const venue = await api.ask<{ slug: string }>('addVenue', { body: place, ...by('curator') });
    const text =
      'title,year,date,time\nThe Third Platform,1962,2026-12-05,18:00\nNobody knows,1901,2026-12-05,20:00\n';
    const body = { name: 'week.csv', text };
    const left = await api.ask<{ id: string }>('addScreeningImport', { body, ...by('curator') });
    await api.ask('leaveScreeningImport', { params: { import: left.body.id }, ...by('curator') });
    await api.ask('addScreeningImport', { body: { name: 'x', text: '{}' }, ...by('curator'), status: 422 });
    const made = await api.ask<{ id: string }>('addScreeningImport', { body, ...by('curator') });
    expect(made.body).toMatchObject({ state: 'looked', asksVenue: true });
    const at = { params: { import: made.body.id }, ...by('curator') };
    await api.ask('decideScreeningImport', { ...at, body: { venue: venue.body.slug } });
    const now = await api.ask<{ questions: { name: string; candidates: { id: string }[] }[] }>(
      'getScreeningImport',
      at,
    );
    const [asked] = now.body.questions.filter(({ candidates }) => candidates.length > 0);
    if (asked) {
      const films = { [asked.name]: asked.candidates[0]?.id };
      await api.ask('decideScreeningImport', { ...at, body: { films } });
    }
    const wrong = { films: { 'film:none:': filmId } };
    await api.ask('decideScreeningImport', { ...at, body: wrong, status: 422 });
    expect((await api.ask('startScreeningImport', at)).body).toMatchObject({
      state: 'done',
      report: { created: 1 },
    });
    await api.ask('startScreeningImport', { ...at, status: 409 });
    await api.ask('listScreeningImports', by('curator'));
    expect((await api.ask<Listed>('listScreenings')).body.items).toHaveLength(1);
    expect((await api.ask<Listed>('listFilms', { query: { playing: 'here' } })).body.items).toHaveLength(1);
    expect((await api.ask('undoScreeningImport', at)).body).toMatchObject({
      state: 'undone',
      report: { kept: 0 },
    });
    expect((await api.ask<Listed>('listScreenings')).body.items).toEqual([]);
  });

  test('a file of films: loaded and taken back', async () => {
    const files = new FormData();
    files.append('files', new File(['title,year\nA Quiet Siding,1949\nThe Long Points,1951\n'], 'films.csv'));
    const query = { from: '1950', kind: ['movie', 'short'] };
    const made = await api.ask<{ id: string }>('addFilmLoad', { raw: files, query, ...by('curator') });
    await site.mailedLinks();
    const at = { params: { import: made.body.id }, ...by('curator') };
    expect((await api.ask('getImport', at)).body).toMatchObject({ state: 'read', report: { created: 1 } });
    await api.ask('startImport', { ...at, body: { visibility: 'everyone', word: true } });
    await site.mailedLinks();
    expect((await api.ask('getImport', at)).body).toMatchObject({ state: 'done', report: { created: 1 } });
    await api.ask('getFilm', { params: { film: 'the-long-points-1951' } });
  });

  test('two films made one, and two again', async () => {
    const again = { title: 'The Third Platform', year: 1962, another: true };
    const twin = await api.ask<{ slug: string; id: string }>('addFilm', { body: again, ...by('curator') });
    const from = { params: { film: twin.body.slug }, ...by('curator') };
    await api.ask('listDoubles', by('curator'));
    expect((await api.ask('lookAtMerge', { ...from, query: { into: film } })).body).toMatchObject({
      from: { slug: twin.body.slug },
      into: { slug: film },
    });
    const renamed = { title: 'Signals', year: 1950 };
    await api.ask('addFilm', { body: renamed, ...by('curator') });
    const named = {
      params: { film: 'signals-1950', field: 'title' },
      body: { value: 'Points' },
      ...by('curator'),
    };
    await api.ask('setFact', named);
    const former = await api.ask('lookAtMerge', { ...from, query: { into: 'signals-1950' } });
    expect(former.body.into).toMatchObject({ slug: 'points-1950' });
    const points = { params: { film: 'points-1950' }, ...by('curator') };
    await api.ask('setFilmSlug', { ...points, body: { slug: film }, status: 409 });
    const slug = await api.ask('setFilmSlug', { ...points, body: { slug: 'Points, at night' } });
    expect(slug.body.slug).toBe('points-at-night');
    const bare = { params: { film: 'points-at-night' }, ...by('curator') };
    const gone = await api.ask<{ id: string }>('removeFilm', { ...bare, body: { leadsTo: film } });
    await api.ask('undoFilmWork', { params: { work: gone.body.id }, ...by('curator') });
    await site.mailedLinks();
    await api.ask('getFilm', { params: { film: 'points-at-night' }, status: 200 });
    await api.ask('mergeFilm', { ...from, body: { into: twin.body.slug }, status: 409 });
    const headers = { 'idempotency-key': 'merge' };
    const merged = await api.ask<{ id: string }>('mergeFilm', { ...from, headers, body: { into: film } });
    const moved = await api.ask('getFilm', { params: { film: twin.body.slug }, status: 301 });
    expect(moved.headers.get('location')).toBe(`/api/v1/films/${film}`);
    expect((await api.ask<Listed>('listFilmWorks', by('curator'))).body.items).toHaveLength(2);
    const at = { params: { work: merged.body.id }, ...by('curator') };
    await api.ask('undoFilmWork', at);
    await site.mailedLinks();
    expect((await api.ask('getFilmWork', at)).body.state).toBe('undone');
    await api.ask('getFilm', { params: { film: twin.body.slug } });
    const { body: could } = await api.ask('lookAtSplit', { params: { film }, ...by('curator') });
    expect(could.film).toMatchObject({ slug: film });
    await api.ask('splitFilm', { params: { film }, body: { title: 'x' }, ...by('curator'), status: 422 });
    const [entry] = could.entries as { id: string }[];
    const body = { title: 'The Fourth Platform', year: 1971, entries: [entry?.id ?? ''] };
    const split = await api.ask<{ id: string }>('splitFilm', { params: { film }, body, ...by('curator') });
    expect(split.body).toMatchObject({ kind: 'split', moved: { entries: 1 } });
    const theirs = await api.ask<Listed>('listFilmEntries', { params: { film: 'the-fourth-platform-1971' } });
    expect(theirs.body.items.map(({ id }) => id)).toEqual([entry?.id]);
    await api.ask('undoFilmWork', { params: { work: split.body.id }, ...by('curator') });
    await site.mailedLinks();
    await api.ask('setApart', { body: { films: [film, twin.body.slug] }, ...by('curator') });
  });

  test('strips: one’s word, the sites, the pages that wait', async () => {
    await api.ask('setStrips', { body: { word: 'none' }, ...by('member') });
    await api.ask('setStrips', { body: { word: 'each' }, ...by('member') });
    const set = await api.ask('setStripSites', {
      body: { sites: ['https://regent.example/'] },
      ...by('owner'),
    });
    expect(set.body.sites).toEqual(['https://regent.example']);
    await api.ask('setStripSites', { body: { sites: ['no site'] }, ...by('owner'), status: 422 });
    await api.ask('getStripDesk', by('owner'));
    const says = { title: 'Platform', year: null, director: null, imdb: null, tmdb: null };
    const { transact } = site.site.store;
    const waiting = { address: 'https://regent.example/p', origin: 'https://regent.example', says };
    await transact((writer) => noteHostPage(writer, waiting, site.clock.now));
    const desk = await api.ask<{ waiting: { id: string }[] }>('getStripDesk', by('owner'));
    const page = desk.body.waiting[0]?.id ?? '';
    await api.ask('decideHostPage', { params: { page }, body: { film }, ...by('owner') });
  });

  test('webhooks: added, tried, told no more, removed', async () => {
    const url = 'https://127.0.0.1/reviews';
    const made = await api.ask<{ id: string; secret: string }>('addWebhook', {
      body: { url },
      ...by('owner'),
    });
    expect(made.body).toMatchObject({ url, on: true, last: null });
    expect(made.body.secret).toMatch(/^whsec_/);
    await api.ask('addWebhook', { body: { url }, ...by('owner'), status: 409 });
    await api.ask('addWebhook', { body: { url: 'ftp://x.example/' }, ...by('owner'), status: 422 });
    const at = { params: { webhook: made.body.id }, ...by('owner') };
    await api.ask('tryWebhook', at);
    await site.site.work.settled();
    const tried = await api.ask('getWebhook', at);
    expect(tried.body.last).toMatchObject({ status: null, fault: 'forbidden-address' });
    await api.ask('changeWebhook', { ...at, body: { on: false }, headers: tag(made), status: 412 });
    const off = await api.ask('changeWebhook', { ...at, body: { on: false }, headers: tag(tried) });
    expect(off.body.on).toBe(false);
    const all = await api.ask<Listed>('listWebhooks', by('owner'));
    expect(all.body.items).toEqual([off.body]);
    expect(JSON.stringify(all.body)).not.toContain(made.body.secret);
    await api.ask('listWebhooks', { ...by('curator'), status: 403 });
    await api.ask('removeWebhook', at);
    await api.ask('getWebhook', { ...at, status: 404 });
  });

  test('sources of facts: let, tried, believed earlier, let no more', async () => {
    // Nobody outside is asked here.
    await site.site.work.stop();
    const wikidata = { params: { source: 'wikidata' }, ...by('owner') };
    await api.ask('setSource', { ...wikidata, body: { on: true } });
    await api.ask('trySource', wikidata);
    const before = await api.ask<{ order: string[] }>('listSources', by('owner'));
    const [, second = ''] = before.body.order;
    const moved = await api.ask<{ order: string[] }>('moveSource', {
      body: { source: second, to: 'up' },
      ...by('owner'),
    });
    expect(moved.body.order[0]).toBe(second);
    const key = '0123456789abcdef0123456789abcdef';
    const given = await api.ask('setTmdbKey', {
      body: { key, use: 'private', countries: ['PT'] },
      ...by('owner'),
    });
    expect(given.body).toMatchObject({ tmdbKey: true });
    expect(JSON.stringify(given.body)).not.toContain(key);
    await api.ask('setTmdbKey', { body: { use: 'commercial', countries: [] }, ...by('owner'), status: 422 });
    await api.ask('lookUpAgain', { params: { film }, ...by('curator') });
    await api.ask('forgetTmdbKey', by('owner'));
    await api.ask('setSource', { ...wikidata, body: { on: false } });
    await api.ask('listFurtherFilms', { params: { film } });
  });

  test('was driven', () => {
    const all = [...api.operations.keys()];
    const statuses = [...api.seen.values()].reduce((sum, some) => sum + some.size, 0);
    process.stderr.write(
      `operations driven / documented: ${api.driven.size} / ${all.length}, ${statuses} statuses\n`,
    );
    expect(all.filter((id) => !api.driven.has(id))).toEqual([]);
  });
});
