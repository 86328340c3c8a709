import { afterEach, beforeEach, expect, test } from 'vitest';
import { editEntry, inputOf } from '../../src/domain/entry.ts';
import { setFact } from '../../src/domain/fact.ts';
import { READER } from '../../src/domain/viewer.ts';
import { mergeFilms } from '../../src/interchange/films/merge.ts';
import { sweepBatches } from '../../src/interchange/sweep.ts';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { bringAs, differences, dump, importing, movie, review, stars } from './importing.ts';
import { DIARY, list, MARKS } from './letterboxd-files.ts';
import { curator, type Mills, now, openMills } from './mills.ts';

describeOnBothEngines('Merging films', (engine) => {
  let mills: Mills;
  beforeEach(async () => {
    mills = await openMills(engine);
  });
  afterEach(() => mills.drop());

  test('brings everything to the film that stays, and undone leaves every table as it was', async () => {
    const { store, ben, eve, into, other, mark, merge, reviewsOf } = mills;
    const before = await dump(store);
    const id = await merge();
    const film = await store.reader.films.byId(into);
    expect(film).toMatchObject({ title: 'Tidevandsmøllen', runtime: 93, genres: ['Drama'], reviews: 2 });
    expect(film?.ratingsHere, 'ratings everyone may see, one of each author').toEqual([
      0, 0, 0, 0, 0, 0, 0, 3, 0, 0,
    ]);
    const credits = (await store.reader.films.credits(into)).map(({ name, role }) => `${role} ${name}`);
    expect(credits, 'an import is believed before a catalogue').toEqual([
      'director Inge Vang',
      'actor Ebbe Lund',
    ]);
    expect(await store.reader.films.externalIds(into)).toEqual([
      { scheme: 'imdb', value: 'tt0999301' },
      { scheme: 'wikidata', value: 'Q999301' },
    ]);
    expect(await reviewsOf(into)).toEqual([
      '<p>Salt on the boards.</p>',
      '<p>The wheel turns twice a day.</p>',
    ]);
    expect((await store.reader.reviews.pinned(into, READER)).map(({ html }) => html)).toEqual([
      '<p>The wheel turns twice a day.</p>',
    ]);
    expect(await mark(into, eve?.authorId), 'the later of two').toMatchObject({
      ...{ rating: 8, rated: '2022-02-02', liked: '2018-02-02' },
    });
    expect(await mark(into, ben?.authorId), 'one for fewer people adds nothing').toMatchObject({
      ...{ rating: 8, rated: '2021-05-01', visibility: 'everyone' },
    });
    const [both] = (await store.reader.lists.lines(READER, { after: null, limit: 9 })).filter(
      ({ title }) => title === 'Both',
    );
    const items = await store.reader.lists.items(both?.id ?? '', 0, 9);
    expect(items.map(({ filmId, noteHtml }) => [filmId, noteHtml])).toEqual([
      [into, '<p>Note 1</p><p>Note 3</p>'],
      [other, '<p>Note 2</p>'],
    ]);
    expect((await store.reader.screenings.ofFilm(into, 0)).total).toBe(1);
    expect(await store.reader.mentions.filmsNamedOn(other, 9)).toMatchObject([{ id: into }]);
    expect(await store.reader.films.idByExternal('imdb', 'tt0999301')).toBe(into);
    expect((await store.reader.films.key('the-tide-mill-1961'))?.id).toBe(into);
    const { ids } = await store.reader.search.find({
      kind: 'film',
      text: 'moulin a maree',
      offset: 0,
      limit: 5,
    });
    expect(ids, 'found by what the other was called').toEqual([into]);

    const report = await undo(store, id, now);
    expect(report).toMatchObject({ kept: [], keptTotal: 0 });
    expect(differences(await dump(store), before)).toEqual([]);
    await expect(undo(store, id, now)).rejects.toMatchObject({ code: 'already-undone' });
  });

  test('undone, keeps and names what was written, edited or said since', async () => {
    const { store, ana, eve, from, into, write, mark, merge, reviewsOf } = mills;
    const id = await merge();
    const [entry] = await store.reader.entries.onFilm(into, ana?.authorId ?? '');
    await store.transact(async (writer) => {
      const by = {
        authorId: ana?.authorId ?? '',
        memberId: ana?.id ?? '',
        now: now(),
        today: '2026-11-26',
        waits: false,
      };
      if (entry)
        await editEntry(writer, entry.id, { ...inputOf(entry), text: 'It turns four times a day.' }, by);
      const eveMark = await writer.marks.get(eve?.authorId ?? '', into);
      if (eveMark) await writer.marks.set({ ...eveMark, rating: 3 });
      await setFact(writer, into, { field: 'runtime', value: 95 }, curator, now());
    });
    await write(into, eve, 'Seen as one film.');
    await write(into, eve, 'A draft of mine.', { visibility: 'draft' });
    const report = await undo(store, id, now);
    expect(report.kept.map(({ what, name, why }) => `${what} ${name}: ${why}`).sort()).toEqual([
      'rating Eve, Tidevandsmøllen: changed',
      'review Ana, The Tide Mill: back',
      'review Eve, Tidevandsmøllen: since',
    ]);
    expect(report.keptTotal, 'what only its author sees is counted').toBe(4);
    expect(await reviewsOf(from)).toEqual(['<p>It turns four times a day.</p>']);
    expect(await mark(from, eve?.authorId), 'as it was before').toMatchObject({
      rating: 8,
      rated: '2022-02-02',
    });
    expect(await mark(into, eve?.authorId), 'as it was said since').toMatchObject({ rating: 3 });
    expect(await store.reader.films.byId(into)).toMatchObject({ runtime: 95, genres: [] });
    expect(await store.reader.films.byId(from)).toMatchObject({ runtime: 93, reviews: 1 });
  });

  test('goes on from film to film, and is undone in the order it was done', async () => {
    const { store, eve, from, into, other, mark, merge, reviewsOf } = mills;
    const before = await dump(store);
    const first = await merge(from, into);
    const second = await merge(into, other);
    expect((await store.reader.films.key('the-tide-mill-1961'))?.id).toBe(other);
    expect(await reviewsOf(other)).toHaveLength(3);
    expect(await mark(other, eve?.authorId)).toMatchObject({ rating: 8 });
    await expect(merge(other, from), 'a film cannot be part of itself').rejects.toMatchObject({
      code: 'same-film',
    });
    await expect(merge(from, from)).rejects.toMatchObject({ code: 'same-film' });
    await expect(undo(store, first, now)).rejects.toMatchObject({ code: 'merged-since' });
    expect((await undo(store, second, now)).kept).toEqual([]);
    expect((await store.reader.films.key('the-tide-mill-1961'))?.id).toBe(into);
    expect((await undo(store, first, now)).kept).toEqual([]);
    expect(differences(await dump(store), before)).toEqual([]);
  });

  test('of two into one can be undone in either order', async () => {
    const { store, eve, from, into, other, write, mark, merge } = mills;
    const before = await dump(store);
    await write(other, eve, 'On the other.', { rating: 3, day: '2023-01-01' });
    const first = await merge(from, into);
    const second = await merge(other, into);
    expect(await mark(into, eve?.authorId)).toMatchObject({ rating: 3, rated: '2023-01-01' });
    await undo(store, first, now);
    expect(await mark(from, eve?.authorId)).toMatchObject({ rating: 8, rated: '2022-02-02' });
    await undo(store, second, now);
    expect(await mark(into, eve?.authorId)).toMatchObject({
      rating: 3,
      rated: '2021-01-01',
      liked: '2018-02-02',
    });
    const after = await dump(store);
    for (const table of ['films', 'list_items', 'mentions', 'credits', 'film_titles', 'screenings', 'pins'])
      expect(
        differences({ [table]: after[table] ?? [] }, { [table]: before[table] ?? [] }).slice(
          0,
          table === 'films' ? 0 : 1,
        ),
        table,
      ).toEqual([]);
  });

  test('asked by two curators at once is done once, and the other is told', async () => {
    const { from, into, merge } = mills;
    const done = await Promise.allSettled([merge(from, into), merge(into, from), merge(from, into)]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const one of done)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'same-film' });
  });

  test('lets what is written on the film that is gone arrive on the one it is part of', async () => {
    const { store, eve, from, into, other, write, merge } = mills;
    await merge();
    const id = await write(from, eve, 'Sent from a page that was open.');
    expect(await store.reader.entries.toChange(id)).toMatchObject({ filmId: into });
    const viewer = { ...READER, role: 'member' } as const;
    await expect(mergeFilms(store, { from: other, into }, viewer, now)).rejects.toMatchObject({
      code: 'curators-only',
    });
  });

  test('is known to imports that come later, by id, link and name, and an import before it is undone', async () => {
    const { store, ben, into, merge, reviewsOf } = mills;
    const file = movie('The Tide Mill', [review('Ada Quill', 'A mill.', stars(4))], { dateCreated: '1961' });
    const before = await dump(store);
    const { batch } = await importing(store, file);
    const files = {
      'watched.csv': `${MARKS}\n2024-01-01,The Tide Mill,1961,https://boxd.it/m1\n`,
      'ratings.csv': `${MARKS},Rating\n2024-01-01,The Tide Mill,1961,https://boxd.it/m1,4.5\n`,
      'diary.csv': `${DIARY}\n2024-01-02,The Tide Mill,1961,https://boxd.it/e900,4.5,,,2024-01-01\n`,
      'lists/mills.csv': list(
        '2024-01-05,Mills,,https://boxd.it/L9,',
        '1,The Tide Mill,1961,https://boxd.it/m1,Wet.',
      ),
    };
    const bring = () => bringAs(store, ben?.id ?? '', files, now);
    const account = await bring();
    const merged = await merge();
    expect(await importing(store, file), 'the same review is the same').toMatchObject({
      created: 0,
      unchanged: 1,
    });
    const more = movie('The Tide Mill', [review('Bo Winter', 'Another.', stars(2))], { dateCreated: '1961' });
    const later = await importing(store, more);
    expect(await reviewsOf(into)).toContain('<p>Another.</p>');
    expect((await store.reader.films.byTitle('The Tide Mill', null)).length, 'no second film').toBe(0);
    expect(await bring(), 'the same account').toMatchObject({ created: 0, updated: 0, unmatched: 0 });
    await undo(store, later.batch ?? '', now);
    expect((await undo(store, batch ?? '', now)).kept, 'what the import brought goes').toEqual([]);
    const left = (await undo(store, account.batch ?? '', now)).kept;
    expect(left, 'a rating that became one with another').toMatchObject([{ what: 'rating', why: 'changed' }]);
    expect((await undo(store, merged, now)).kept).toEqual([]);
    expect(differences(await dump(store), before)).toEqual([]);
  });

  test('of very much goes on where a killed process left it, and so does undoing it', async () => {
    const { store, from, into, other, merge } = mills;
    await store.engine.transact(async (db) => {
      const many = Array.from({ length: 450 }, (_, at) => ({
        author_id: `author-${at}`,
        rated: '2020-01-01',
      }));
      const author = {
        source: 'jsonld',
        link: null,
        place: null,
        canonical_id: null,
        batch_id: null,
      } as const;
      const authors = many.map(({ author_id: id }) => ({ ...author, id, key: id, name: id, created: 1 }));
      await db.insertInto('authors').values(authors).execute();
      const said = {
        watched: null,
        liked: null,
        rating: 5,
        watchlist: null,
        visibility: 'everyone',
      } as const;
      const marks = many.map((one) => ({
        ...{ ...one, ...said, first_author_id: one.author_id, film_id: from, first_film_id: from },
        ...({ here: 0, counted: 1, batch_id: null } as const),
      }));
      for (const some of [marks.slice(0, 225), marks.slice(225)])
        await db.insertInto('marks').values(some).execute();
    });
    await store.transact((writer) => writer.films.reckon(from));
    const before = await dump(store);
    const batch = async () => (await store.reader.batches.onFilms(1))[0];
    await expect(mergeFilms(dyingAfter(4, store), { from, into }, curator, now)).rejects.toThrow('killed');
    expect(await batch(), 'under way').toMatchObject({ state: 'done', finished: null });
    await expect(merge(other, into), 'nobody merges or imports meanwhile').rejects.toMatchObject({
      code: 'another-running',
    });
    const later = () => now() + 60_000;
    expect(await sweepBatches(store, later)).toBe(1);
    const film = await store.reader.films.byId(into);
    expect(film?.ratingsElsewhere[4]).toBe(450);
    const id = (await batch())?.id ?? '';
    await expect(undo(dyingAfter(5, store), id, now)).rejects.toThrow('killed');
    expect(await sweepBatches(store, later)).toBe(1);
    expect(await batch()).toMatchObject({ state: 'undone' });
    expect(differences(await dump(store), before)).toEqual([]);
  });

  /** The store as a process has it that is killed after so many transactions. */
  function dyingAfter(most: number, store: Store): Pick<Store, 'reader' | 'transact'> {
    let left = most;
    const transact: Store['transact'] = (work) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return store.transact(work);
    };
    return { reader: store.reader, transact };
  }
});
