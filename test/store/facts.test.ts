import { afterAll, beforeAll, expect, test } from 'vitest';
import { clearFact, factsOf, type GivenFact, setFact, takeFacts } from '../../src/domain/fact.ts';
import { insertFilms, type NewFilm } from '../../src/domain/new-film.ts';
import type { FactSource } from '../../src/domain/reader.ts';
import { READER, type Viewer } from '../../src/domain/viewer.ts';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { clock, differences, dump, importing, movie, review } from './importing.ts';

const now = clock(Date.UTC(2026, 10, 26));
const curator: Viewer = { memberId: 'curator', authorId: null, role: 'curator' };

describeOnBothEngines('Facts of films', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ store, drop } = await freshStore(engine));
  });
  afterAll(() => drop());

  const make = async (facts: NewFilm['facts'], source: FactSource = 'import') =>
    (
      await store.transact((writer) =>
        insertFilms(writer, [{ facts }], { source, batchId: null, now: now() }),
      )
    )[0]!;
  const take = (id: string, source: FactSource, facts: GivenFact[], whole = true) =>
    store.transact((writer) =>
      takeFacts(writer, id, source, facts, { licence: 'CC0-1.0', link: null, fetched: now(), whole }),
    );
  const film = (id: string) => store.reader.films.byId(id);
  const version = async (id: string) => (await store.reader.versions.of(id))[0]!;

  test('make a film with its titles, terms, credits, ids and all that its page shows', async () => {
    const id = await make([
      { field: 'title', value: 'The Ferry', language: 'en' },
      { field: 'original-title', value: 'Færgen', language: 'da' },
      { field: 'title:de', value: 'Die Fähre' },
      { field: 'other-titles', value: [{ title: 'Ferry', language: null }] },
      { field: 'genres', value: ['Science Fiction', 'sci-fi', 'Drama'] },
      { field: 'countries', value: ['DK', 'Yugoslavia'] },
      { field: 'studios', value: ['Nordlys & Søn'] },
      { field: 'release:GB:theatrical', value: '1971-03-05' },
      { field: 'release:DK:premiere', value: '1970-12-26' },
      { field: 'certificate:GB', value: 'A' },
      { field: 'synopsis:de', value: 'Eine Fähre.' },
      { field: 'synopsis:en', value: 'A ferry.' },
      { field: 'credits:actor', value: [{ name: 'Ebbe Lund', character: 'The Mate' }] },
      { field: 'credits:director', value: [{ name: 'Inge Vang' }] },
      { field: 'id:imdb', value: 'tt0999001' },
    ]);
    expect(await film(id)).toMatchObject({
      ...{ slug: 'the-ferry-1970', title: 'The Ferry', originalTitle: 'Færgen', year: 1970 },
      ...{ synopsis: 'A ferry.', synopsisLanguage: 'en', countries: ['DK', 'Yugoslavia'] },
      details: {
        titles: [
          { title: 'Die Fähre', language: 'de' },
          { title: 'Ferry', language: null },
        ],
        releases: [
          { country: 'DK', kind: 'premiere', date: '1970-12-26' },
          { country: 'GB', kind: 'theatrical', date: '1971-03-05' },
        ],
        certificates: [{ country: 'GB', certificate: 'A' }],
        synopses: [{ language: 'de', text: 'Eine Fähre.' }],
        studios: ['Nordlys & Søn'],
      },
    });
    expect((await store.reader.facts.titles(id)).map(({ kind, title_key }) => [kind, title_key])).toEqual([
      ['title', 'ferry'],
      ['original', 'færgen'],
      ['other', 'fahre'],
      ['other', 'ferry'],
    ]);
    expect((await store.reader.facts.terms(id)).map(({ kind, term }) => `${kind} ${term}`)).toEqual([
      ...['country dk', 'country yugoslavia', 'decade 1970s', 'genre drama', 'genre science-fiction'],
      'studio nordlys-søn',
    ]);
    expect((await store.reader.films.credits(id)).map(({ name, role }) => `${role} ${name}`)).toEqual([
      'director Inge Vang',
      'actor Ebbe Lund',
    ]);
    expect(await store.reader.films.idByExternal('imdb', 'tt0999001')).toBe(id);
  });

  test('a source fills what is missing and changes nothing that people here said', async () => {
    const id = await make([{ field: 'title', value: 'Quay' }]);
    const said = [
      { field: 'title', value: 'The Quay' },
      { field: 'runtime', value: 91 },
      { field: 'year', value: 1962 },
    ];
    expect(await take(id, 'wikidata', said)).toEqual({
      ...{ changed: ['title', 'runtime', 'year'], shown: true, refused: [] },
    });
    const [before, was] = [await dump(store), await version(id)];
    expect(await film(id)).toMatchObject({ title: 'Quay', runtime: 91, year: 1962, slug: 'quay' });
    // The same again, later: nothing is written.
    expect(await take(id, 'wikidata', said)).toEqual({ changed: [], shown: false, refused: [] });
    expect(differences(await dump(store), before)).toEqual([]);
    // What differs, and nobody sees: the version stays.
    expect(await take(id, 'wikidata', [{ field: 'title', value: 'Kai' }, ...said.slice(1)])).toMatchObject({
      ...{ changed: ['title'], shown: false },
    });
    expect(await version(id)).toBe(was);
    expect(await film(id)).toMatchObject({
      details: { sources: [{ source: 'wikidata', licence: 'CC0-1.0' }] },
    });
  });

  test('what a source no longer says is taken back, and nothing else of the film', async () => {
    const id = await make([{ field: 'title', value: 'Weir' }]);
    await take(id, 'tmdb', [
      { field: 'runtime', value: 80 },
      { field: 'credits:director', value: [{ name: 'Kit Moss' }] },
      { field: 'id:tmdb', value: '4711' },
    ]);
    expect(await take(id, 'tmdb', [{ field: 'runtime', value: 80 }], false)).toMatchObject({ changed: [] });
    expect(await take(id, 'tmdb', [{ field: 'id:tmdb', value: '4712' }])).toMatchObject({
      changed: ['id:tmdb', 'credits:director', 'runtime'],
    });
    expect(await film(id)).toMatchObject({ title: 'Weir', runtime: null });
    expect(await store.reader.films.credits(id)).toEqual([]);
    expect(await store.reader.films.externalIds(id)).toEqual([{ scheme: 'tmdb', value: '4712' }]);
    await take(id, 'tmdb', []);
    expect(await store.reader.films.externalIds(id)).toEqual([]);
    const former = (await factsOf(store.reader, id)).find(({ field }) => field === 'runtime')!.former;
    expect(former).toMatchObject([{ source: 'tmdb', value: 80, memberId: null, licence: 'CC0-1.0' }]);
  });

  test('what cannot be is refused by its field, and what stood there stays', async () => {
    const id = await make([{ field: 'title', value: 'Lock' }]);
    await take(id, 'imdb', [{ field: 'runtime', value: 80 }]);
    const wrong: [string, unknown, string][] = [
      ['runtime', '80 minutes', 'bad-minutes'],
      ['year', 1066, 'bad-year'],
      ['released', '2001-02-30', 'bad-date'],
      ['release:GB:cinema', '2001', 'unknown-field'],
      ['toString', 'x', 'unknown-field'],
      ['title', ' \u0000 ', 'empty'],
      ['title:de', 'x'.repeat(501), 'too-long'],
      ['languages', ['not a language'], 'bad-language'],
      ['trailer', { link: 'javascript:alert(1)' }, 'bad-link'],
      ['credits:director', 'Kit Moss', 'bad-shape'],
      ['countries', [], 'empty'],
      ['id:imdb', 'tt 1', 'bad-id'],
    ];
    const { refused, changed } = await take(
      id,
      'imdb',
      wrong.map(([field, value]) => ({ field, value })),
    );
    expect(refused).toEqual(wrong.map(([field, , fault]) => ({ field, fault })));
    expect(changed).toEqual([]);
    expect(await film(id)).toMatchObject({ title: 'Lock', runtime: 80 });
  });

  test('a curator’s word holds over every source until it is taken back, and the history tells', async () => {
    const id = await make([
      { field: 'title', value: 'Sluice' },
      { field: 'year', value: 1980 },
    ]);
    const set = (field: string, value: unknown, viewer = curator) =>
      store.transact((writer) => setFact(writer, id, { field, value }, viewer, now()));
    const clear = (field: string, viewer = curator) =>
      store.transact((writer) => clearFact(writer, id, field, viewer, now()));
    for (const viewer of [
      READER,
      { ...curator, role: 'member' } as const,
      { ...curator, role: 'moderator' } as const,
    ]) {
      await expect(set('year', 1981, viewer)).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(clear('year', viewer)).rejects.toMatchObject({ kind: 'forbidden' });
    }
    await expect(set('year', 'soon')).rejects.toMatchObject({ kind: 'invalid', code: 'bad-year' });
    await expect(set('title', null)).rejects.toMatchObject({ kind: 'invalid' });
    await set('year', 1981);
    await set('year', 1982);
    expect(await film(id)).toMatchObject({ year: 1982, slug: 'sluice-1982' });
    expect(await store.reader.films.key('sluice-1980')).toMatchObject({ id, slug: 'sluice-1982' });
    await take(id, 'tmdb', [{ field: 'trailer', value: { link: 'https://video.example/1' } }]);
    expect((await film(id))?.details.trailer).toEqual({ link: 'https://video.example/1' });
    await set('trailer', null);
    expect((await film(id))?.details.trailer).toBeUndefined();
    await clear('trailer');
    expect((await film(id))?.details.trailer).toBeDefined();
    await clear('year');
    expect(await film(id)).toMatchObject({ year: 1980, slug: 'sluice-1980' });
    expect(await store.reader.films.key('sluice-1982')).toMatchObject({ id });
    const year = (await factsOf(store.reader, id)).find(({ field }) => field === 'year')!;
    expect(year).toMatchObject({
      holds: { source: 'import', value: 1980 },
      former: [
        { source: 'curator', value: 1982, memberId: 'curator' },
        { source: 'curator', value: 1981, memberId: 'curator' },
      ],
    });
    const untold = await make([{ field: 'title', value: 'Untold' }], 'curator');
    await expect(
      store.transact((writer) => clearFact(writer, untold, 'title', curator, now())),
    ).rejects.toMatchObject({ kind: 'invalid', code: 'last-title' });
  });

  test('people of one name with different ids are two; a name alone means the first', async () => {
    const id = await make([{ field: 'title', value: 'Two Steves' }]);
    const steve = (imdb: string) => ({ name: 'Steve Quay', ids: { imdb } });
    await take(id, 'imdb', [
      { field: 'credits:director', value: [steve('nm1')] },
      { field: 'credits:actor', value: [steve('nm2'), { name: 'Steve Quay' }] },
    ]);
    const [director, one, other] = await store.reader.films.credits(id);
    expect([director?.personSlug, one?.personSlug]).toEqual(['steve-quay', 'steve-quay-2']);
    expect([director?.personId, one?.personId]).toContain(other?.personId);
    const again = await make([{ field: 'title', value: 'Steve Again' }]);
    await take(again, 'imdb', [{ field: 'credits:director', value: [steve('nm2')] }]);
    expect((await store.reader.films.credits(again))[0]?.personId).toBe(one?.personId);
  });

  test('what catalogues say of an imported film keeps nobody from undoing the import', async () => {
    const before = await dump(store);
    const report = await importing(store, movie('Barge', [review('Ada Quill', 'Slow.')]));
    const id = (await store.reader.films.byTitle('Barge', null))[0]!.id;
    await take(id, 'wikidata', [
      { field: 'year', value: 1959 },
      { field: 'genres', value: ['drama'] },
      { field: 'id:wikidata', value: 'Q1' },
    ]);
    await take(id, 'wikidata', [{ field: 'year', value: 1960 }]);
    const undone = await undo(store, report.batch!, now);
    expect(undone.kept).toEqual([]);
    expect(differences(await dump(store), before)).toEqual([]);
  });

  test('what is said of a film that was merged is said of the one it became; of none, of nobody', async () => {
    const [from, to] = [
      await make([{ field: 'title', value: 'Old Name' }]),
      await make([{ field: 'title', value: 'New Name' }]),
    ];
    await store.transact((writer) => writer.facts.setColumns(from, { canonical_id: to }));
    await take(from, 'wikidata', [{ field: 'runtime', value: 66 }]);
    expect(await film(to)).toMatchObject({ runtime: 66 });
    await expect(take('nobody', 'wikidata', [])).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('how it goes with a source is told, and what changed there is due again', async () => {
    const [one, two] = [
      await make([
        { field: 'title', value: 'Lighter' },
        { field: 'id:imdb', value: 'tt5550001' },
      ]),
      await make([{ field: 'title', value: 'Lugger' }]),
    ];
    const source = 'tmdb';
    const at = now();
    await store.transact(async (writer) => {
      await writer.filmSources.await([one, two], source, at);
      const went = { asked: at, next: at + 1000, tries: 0, error: null };
      await writer.filmSources.looked(one, source, { ...went, state: 'done', there: '77', found: at });
      await writer.filmSources.looked(two, source, { ...went, state: 'failed', error: 'busy' });
      await writer.filmSources.changesRead(source, { read: at, until: at, error: null });
      await writer.filmSources.changesRead(source, { read: at + 1, error: 'too-slow' });
    });
    const { filmSources } = store.reader;
    expect(await filmSources.lookups(source)).toEqual({
      counts: { waiting: 0, done: 1, none: 0, gone: 0, failed: 1 },
      ...{ asked: at, failure: { error: 'busy', asked: at } },
      changes: { read: at + 1, until: at, error: 'too-slow' },
    });
    expect(await filmSources.thereAfter(source, '', 9)).toEqual([{ filmId: one, id: '77', asked: at }]);
    expect(await filmSources.unconfirmed(source, at + 1, 9)).toEqual([one]);
    expect(await filmSources.knownBy('imdb', 'tt5550000', 1)).toEqual([{ filmId: one, value: 'tt5550001' }]);
    expect(await filmSources.due(source, at, 9)).toEqual([]);
    await store.transact((writer) => writer.filmSources.askAgain(source, ['77', '78'], at, at));
    expect(await filmSources.due(source, at, 9)).toEqual([]);
    await store.transact((writer) => writer.filmSources.askAgain(source, ['77', '78'], at + 1, at));
    expect(await filmSources.due(source, at, 9)).toEqual([{ filmId: one, tries: 0 }]);
    await store.transact((writer) => writer.filmSources.hurry(source, at));
    expect(await filmSources.due(source, at, 9)).toHaveLength(2);
    await take(one, 'tmdb', [{ field: 'runtime', value: 50 }]);
    expect(await store.reader.facts.filmsOfSeveral('', 500)).toContain(one);
    expect(await store.reader.facts.filmsOfSeveral('', 500)).not.toContain(two);
    expect(await store.reader.facts.filmsSaidBy('tmdb', '', 500)).toContain(one);
  });

  test('two who say different things of a film at once are both heard', async () => {
    const id = await make([{ field: 'title', value: 'Strand' }]);
    await Promise.all([
      take(id, 'tmdb', [{ field: 'runtime', value: 77 }]),
      take(id, 'wikidata', [{ field: 'genres', value: ['Drama'] }]),
      store.transact((writer) => setFact(writer, id, { field: 'year', value: 1949 }, curator, now())),
    ]);
    expect(await film(id)).toMatchObject({ runtime: 77, genres: ['Drama'], year: 1949 });
  });
});
