import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeMember } from '../../src/domain/member.ts';
import { READER } from '../../src/domain/viewer.ts';
import { type AccountOptions, importAccount, previewAccount } from '../../src/interchange/account/import.ts';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { clock, dump } from './importing.ts';
import { DIARY, exportOf, MARKS, REVIEWS } from './letterboxd-files.ts';
import { seedFilm } from './seed-film.ts';

/** A small account that has something of everything. */
const FILES = {
  'profile.csv':
    'Date Joined,Username,Given Name,Family Name,Email Address,Location,Website,Bio,Pronoun,Favorite Films\n2013-05-01,ana_m,Ana,Mora,ana@example.org,Lima,https://ana.example,<b>Hello<b>,,https://boxd.it/m1\n',
  'watched.csv': `${MARKS}\n2020-01-01,M,1931,https://boxd.it/m1\n2020-01-02,Vertigo,1958,https://boxd.it/v1\n2020-01-03,The Haunted Castle,1897,https://boxd.it/h1\n2020-01-03,The Haunted Castle,1897,https://boxd.it/h2\n`,
  'ratings.csv': `${MARKS},Rating\n2021-02-01,M,1931,https://boxd.it/m1,4.5\n2021-02-02,Vertigo,1958,https://boxd.it/v1,3\n`,
  'likes/films.csv': `${MARKS}\n2020-01-05,M,1931,https://boxd.it/m1\n`,
  'watchlist.csv': `${MARKS}\n2022-01-01,Playtime,1967,https://boxd.it/p1\n2022-01-01,Untitled Next One,,https://boxd.it/n1\n`,
  'diary.csv': `${DIARY}\n2019-03-02,M,1931,https://boxd.it/e1,5,,"with: mum, 35mm",2019-03-01\n2020-06-02,M,1931,https://boxd.it/e2,4.5,Yes,,2020-06-01\n2020-06-02,M,1931,https://boxd.it/e3,4.5,Yes,,2020-06-01\n2020-07-01,The Haunted Castle,1897,https://boxd.it/e4,,,,2020-06-30\n`,
  'reviews.csv': `${REVIEWS}\n2019-03-02,M,1931,https://boxd.it/e1,5,,"<i>Whistling<i>\n\nin the street",“with: mum”,2019-03-01\n2021-01-01,Vertigo,1958,https://boxd.it/e5,3,,"No date on this one.",,\n`,
  'comments.csv': 'Date,Content,Comment\n2020-01-01,https://boxd.it/x,<b>Yes</b>\n',
  'lists/best.csv':
    'Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2020-01-01,Best of all,rain,https://boxd.it/L1,All <i>of<i> it\n\nPosition,Name,Year,URL,Description\n1,Vertigo,1958,https://boxd.it/v1,Spirals\n2,M,1931,https://boxd.it/m1,\n',
  'deleted/diary.csv': `${DIARY}\n2018-01-01,Playtime,1967,,2,,,2018-01-01\n`,
  'likes/reviews.csv': 'Date,Content\n2020-01-01,https://boxd.it/abc\n',
};

describeOnBothEngines('the import of an account', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    ({ store, drop } = await freshStore(engine));
  });
  afterEach(() => drop());

  const member = (username: string) =>
    store.transact((writer) =>
      makeMember(writer, { accountId: null, name: username, username, role: 'member' }, 1),
    );
  const bring = (files: Record<string, string>, more: Partial<AccountOptions & { removed: boolean }> = {}) =>
    importAccount(
      store,
      { found: exportOf(files, more.removed), fileName: 'letterboxd-ana_m-2025-01-01-00-00-utc.zip' },
      { ...OPTIONS, ...more },
    );

  test('makes marks, entries, a list, a profile and what was remarked, once', async () => {
    const { id, authorId } = await member('ana');
    const report = await bring(FILES, { asMember: id });
    expect(report).toMatchObject({
      format: 'letterboxd',
      rows: 20,
      created: 18,
      updated: 0,
      unchanged: 1,
      unmatched: 1,
      rejected: 0,
    });
    expect(report.problems).toEqual([
      { file: 'deleted/diary.csv', row: '', code: 'left-out', details: {} },
      { file: 'likes/reviews.csv', row: '', code: 'others-words', details: {} },
      {
        file: 'diary.csv',
        row: '5',
        code: 'two-films',
        details: { title: 'The Haunted Castle', year: 1897, count: 2 },
      },
    ]);
    const { reader } = store;
    const viewings = await reader.diary.viewings(authorId, READER, { after: null, limit: 10 });
    expect(
      viewings.map(({ filmTitle, viewed, rating, rewatch, tags, hasText }) => [
        filmTitle,
        viewed,
        rating,
        rewatch,
        tags,
        hasText,
      ]),
    ).toEqual([
      ['M', '2020-06-01', 9, true, [], false],
      ['M', '2020-06-01', 9, true, [], false],
      ['M', '2019-03-01', 10, false, ['“with: mum”'], true],
    ]);
    const { films } = await reader.marks.films(authorId, READER, {
      as: 'watched',
      sort: 'title',
      after: null,
      limit: 9,
    });
    expect(films.map(({ title, rating, liked, day }) => [title, rating, liked, day])).toEqual([
      ['The Haunted Castle', null, false, '2020-01-03'],
      ['The Haunted Castle', null, false, '2020-01-03'],
      ['M', 9, true, '2020-01-01'],
      ['Vertigo', 6, false, '2020-01-02'],
    ]);
    const { profile, counts } = await reader.profiles.head(authorId, READER);
    expect(counts).toEqual({ viewings: 3, films: 4, reviews: 2, watchlist: 2, lists: 1 });
    expect(profile).toMatchObject({ location: 'Lima', joined: '2013-05-01', favourites: [films[2]?.id] });
    expect(profile.bio?.html).toBe('<p><b>Hello</b></p>');
    const list = await reader.lists.bySlug(authorId, 'best-of-all', READER);
    expect(list).toMatchObject({ title: 'Best of all', tags: ['rain'], written: '2020-01-01', films: 2 });
    const items = await reader.lists.items(list?.id ?? '', 0, 9);
    expect(items.map(({ title, noteHtml }) => [title, noteHtml])).toEqual([
      ['Vertigo', '<p>Spirals</p>'],
      ['M', null],
    ]);
    const all = JSON.stringify(await dump(store));
    expect(all).not.toContain('ana@example.org');
    expect(all).toContain('<i>Whistling<i>\\\\n\\\\nin the street');
  });

  test('changes nothing when it comes again, and goes without a trace', async () => {
    const { id } = await member('ana');
    const before = await dump(store);
    const first = await bring(FILES, { asMember: id });
    const between = await dump(store);
    const again = await bring(FILES, { asMember: id });
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 19, unmatched: 1 });
    expect(await dump(store)).toEqual(between);
    await undo(store, again.batch ?? '', OPTIONS.now);
    expect(await dump(store)).toEqual(between);
    const undone = await undo(store, first.batch ?? '', OPTIONS.now);
    expect(undone.kept).toEqual([]);
    expect(await dump(store)).toEqual(before);
  });

  test('tells beforehand just what it will do, and writes nothing for that', async () => {
    const before = await dump(store);
    const looked = await previewAccount(store, { found: exportOf(FILES), fileName: 'x.zip' }, OPTIONS);
    expect(await dump(store)).toEqual(before);
    const { batch: _, ...done } = await bring(FILES);
    expect({ ...done, batch: null }).toEqual(looked);
  });

  test('belongs to an author nobody has claimed, where no member is named', async () => {
    await bring(FILES);
    const [review] = await store.reader.reviews.newest(READER, 5);
    expect(review).toMatchObject({
      authorName: 'Ana Mora',
      username: null,
      place: 'Letterboxd',
      source: 'letterboxd',
      basis: 'permission',
    });
    expect(review?.authorLink).toBe('https://letterboxd.com/ana_m/');
    const [film] = (await store.reader.films.list({ sort: 'reviews', limit: 1 })).films;
    expect([film?.ratingsHere, film?.ratingsElsewhere].map((all) => all?.reduce((a, b) => a + b))).toEqual([
      0, 1,
    ]);
  });

  test('says whose it is by the name of the zip, or is refused', async () => {
    const { 'profile.csv': _, ...files } = FILES;
    await bring(files);
    const [review] = await store.reader.reviews.newest(READER, 5);
    expect(review?.authorName).toBe('ana_m');
    const before = await dump(store);
    const refused = await importAccount(store, { found: exportOf(files), fileName: 'export.zip' }, OPTIONS);
    expect(refused).toMatchObject({
      batch: null,
      rows: 19,
      rejected: 19,
      problems: [{ code: 'no-profile' }],
    });
    expect(await dump(store)).toEqual(before);
  });

  test('two members may bring the same account, and each has their own', async () => {
    const [ana, eve] = [await member('ana'), await member('eve')];
    await bring(FILES, { asMember: ana.id });
    const second = await bring(FILES, { asMember: eve.id });
    expect(second).toMatchObject({ created: 18, updated: 0 });
    for (const { authorId } of [ana, eve])
      expect((await store.reader.profiles.head(authorId, READER)).counts).toMatchObject({
        viewings: 3,
        films: 4,
      });
    expect(await store.reader.films.count()).toBe(6);
  });

  test('what was deleted comes on request, and then for its author alone', async () => {
    const { id, authorId } = await member('ana');
    await bring(FILES, { asMember: id, removed: true });
    const own = { memberId: id, authorId, role: 'member' as const };
    const count = async (viewer: typeof own | typeof READER) =>
      (await store.reader.profiles.head(authorId, viewer)).counts.viewings;
    expect([await count(READER), await count(own)]).toEqual([3, 4]);
  });

  test('a rating set here later than the file’s stands; an earlier one gives way, and comes back with undo', async () => {
    const { id, authorId } = await member('ana');
    const ids = await store.transact(async (writer) => {
      const made: string[] = [];
      for (const [title, year, rated] of [
        ['M', 1931, '2024-01-01'],
        ['Vertigo', 1958, '2019-01-01'],
      ] as const) {
        const filmId = await seedFilm(writer, { title, year, slug: title.toLowerCase() }, 1);
        made.push(filmId);
        const base = {
          liked: null,
          watchlist: null,
          visibility: 'everyone' as const,
          here: true,
          counted: true,
        };
        await writer.marks.set({ ...base, authorId, filmId, watched: '2018-01-01', rating: 2, rated });
      }
      await writer.batches.staging.reckon(made, null);
      return made;
    });
    const ratings = () =>
      Promise.all(ids.map(async (film) => (await store.reader.marks.get(authorId, film))?.rating));
    const before = await dump(store);
    const report = await bring(FILES, { asMember: id });
    expect(await ratings()).toEqual([2, 6]);
    expect(report.updated).toBe(1);
    await undo(store, report.batch ?? '', OPTIONS.now);
    expect(await dump(store)).toEqual(before);
  });

  test('an entry that was edited here stays as it is when the export comes again', async () => {
    const { id, authorId } = await member('ana');
    await bring(FILES, { asMember: id });
    const [entry] = await store.engine.read
      .selectFrom('entries')
      .select('id')
      .where('author_id', '=', authorId)
      .where('has_text', '=', 1)
      .orderBy('written_key')
      .execute();
    await store.transact(async (writer) => {
      const known = await writer.entries.toChange(entry?.id ?? '');
      if (known)
        await writer.entries.change(known.id, { ...known, rating: 2 }, known.review, OPTIONS.now(), true);
    });
    const again = await bring(FILES, { asMember: id });
    expect(again).toMatchObject({ updated: 0 });
    expect((await store.reader.entries.toChange(entry?.id ?? ''))?.rating).toBe(2);
  });

  test('what the export says differently later is changed, with a version, and put back by undo', async () => {
    const { id } = await member('ana');
    await bring(FILES, { asMember: id });
    const before = await dump(store);
    const changed = {
      ...FILES,
      'reviews.csv': FILES['reviews.csv'].replace('No date on this one.', 'Other words.'),
      'lists/best.csv': FILES['lists/best.csv']
        .replace('1,Vertigo,1958,https://boxd.it/v1,Spirals\n2,M', '1,M')
        .replace('All <i>of<i> it', 'None of it'),
      'ratings.csv': FILES['ratings.csv'].replace(
        '2021-02-01,M,1931,https://boxd.it/m1,4.5',
        '2023-02-01,M,1931,https://boxd.it/m1,1',
      ),
    };
    const report = await bring(changed, { asMember: id });
    expect(report).toMatchObject({ created: 0, updated: 4 });
    const said = JSON.stringify(await dump(store));
    expect(said).toContain('Other words.');
    expect(said).toContain('None of it');
    await undo(store, report.batch ?? '', OPTIONS.now);
    const after = await dump(store);
    for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table]);
  });

  test('a film somebody chose is taken for a row that could mean two', async () => {
    const { id } = await member('ana');
    const first = await bring(FILES, { asMember: id });
    const [waiting] = await store.reader.batches.problems(first.batch ?? '', 5);
    const [candidate = ''] = (waiting?.plan?.candidates ?? []) as string[];
    const decided = await bring(FILES, { asMember: id, decisions: new Map([['diary.csv#5', candidate]]) });
    expect(decided).toMatchObject({ created: 1, unmatched: 0 });
  });

  test('nothing of it is seen while it is staged, and nothing is left when it fails', async () => {
    const { id, authorId } = await member('ana');
    const before = await dump(store);
    const seen: unknown[] = [];
    const cut = new Error('cut');
    await expect(
      bring(FILES, {
        asMember: id,
        progress: (done) => {
          seen.push(store.reader.profiles.head(authorId, READER), store.reader.films.count());
          if (done > 12) throw cut;
        },
      }),
    ).rejects.toThrow(cut);
    for (const [index, one] of (await Promise.all(seen)).entries())
      if (index % 2 === 0)
        expect(one).toMatchObject({ counts: { viewings: 0, films: 0, reviews: 0, lists: 0 } });
    expect(await dump(store)).toEqual(before);
  });
});

const OPTIONS: AccountOptions = {
  asMember: null,
  memberId: null,
  visibility: 'everyone',
  word: 'Mine.',
  now: clock(),
};
