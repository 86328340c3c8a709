import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeMember } from '../../src/domain/member.ts';
import { READER } from '../../src/domain/viewer.ts';
import { type AccountOptions, importAccount, previewAccount } from '../../src/interchange/account/import.ts';
import { settleRow } from '../../src/interchange/settle.ts';
import { undo } from '../../src/interchange/undo.ts';
import { waitingQuestions } from '../../src/interchange/waiting.ts';
import type { Store } from '../../src/store/open.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { clock, dump, importing, movie, review, stars } from './importing.ts';
import { DIARY, exportOf, MARKS, REVIEWS } from './letterboxd-files.ts';
import { seedFilm } from './seed-film.ts';

/** One film by a name that two films of the site bear, in every kind of file. */
const NAMESAKE = {
  'watched.csv': `${MARKS}\n2020-01-01,The Gate,1950,https://boxd.it/g1\n`,
  'ratings.csv': `${MARKS},Rating\n2020-01-02,The Gate,1950,https://boxd.it/g1,3.5\n`,
  'diary.csv': `${DIARY}\n2020-01-02,The Gate,1950,https://boxd.it/e1,3.5,,,2020-01-01\n`,
  'reviews.csv': `${REVIEWS}\n2020-01-02,The Gate,1950,https://boxd.it/e1,3.5,,It swings all night.,,2020-01-01\n`,
  'lists/doors.csv':
    'Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2020-01-03,Doors,,https://boxd.it/L1,\n\nPosition,Name,Year,URL,Description\n1,The Gate,1950,https://boxd.it/g1,Oak.\n',
};

/** Two films of one name, and an evening that could be either. */
const TWINS = {
  'watched.csv': `${MARKS}\n2020-01-01,Castle,1897,https://boxd.it/c1\n2020-01-01,Castle,1897,https://boxd.it/c2\n`,
  'diary.csv': `${DIARY}\n2020-02-02,Castle,1897,https://boxd.it/e9,4,,,2020-02-01\n`,
};

describeOnBothEngines('a decision after an import', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  const now = clock();
  beforeEach(async () => {
    ({ store, drop } = await freshStore(engine));
  });
  afterEach(() => drop());

  const member = (username: string) =>
    store.transact((writer) =>
      makeMember(writer, { accountId: null, name: username, username, role: 'member' }, 1),
    );
  const films = (title: string, year: number) =>
    store.transact(async (writer) => [
      await seedFilm(writer, { title, slug: `${title}-1`, year }, 1),
      await seedFilm(writer, { title, slug: `${title}-2`, year }, 1),
    ]);
  const options = (asMember: string, more: Partial<AccountOptions> = {}): AccountOptions => ({
    asMember,
    memberId: asMember,
    visibility: 'everyone',
    word: 'Mine.',
    now,
    ...more,
  });
  const bring = (files: Record<string, string>, asMember: string, more: Partial<AccountOptions> = {}) =>
    importAccount(store, { found: exportOf(files), fileName: 'x.zip' }, options(asMember, more));
  const open = async (batch: string | null) =>
    (await waitingQuestions(store.reader, batch ?? '', 50)).questions;

  test('is for every row that names the film, and carries each out', async () => {
    const { id, authorId } = await member('ana');
    const [, second = ''] = await films('The Gate', 1950);
    const report = await bring(NAMESAKE, id, { allowed: ['here', 'strips'] });
    expect(report).toMatchObject({ created: 1, unmatched: 5 });
    const [question, another] = await open(report.batch);
    expect(another).toBeUndefined();
    expect(question).toMatchObject({ title: 'The Gate', year: 1950 });
    expect(question?.candidates).toHaveLength(2);
    expect(question?.also).toHaveLength(4);
    const settled = await settleRow(store, report.batch ?? '', question?.number ?? 0, second, now());
    expect(settled).toBe(5);
    const { reader } = store;
    expect(await reader.marks.get(authorId, second)).toMatchObject({ watched: '2020-01-01', rating: 7 });
    const [viewing, more] = await reader.diary.viewings(authorId, READER, { after: null, limit: 5 });
    expect(viewing).toMatchObject({ viewed: '2020-01-01', rating: 7, hasText: true });
    expect(more, 'diary and reviews tell of one evening').toBeUndefined();
    const list = await reader.lists.bySlug(authorId, 'doors', READER);
    expect(await reader.lists.items(list?.id ?? '', 0, 9)).toMatchObject([{ title: 'The Gate' }]);
    const rights = await store.engine.read.selectFrom('rights').select('allowed').execute();
    expect(rights, 'shown where the import is').toEqual([{ allowed: '["here","strips"]' }]);
    const batch = await reader.batches.byId(report.batch ?? '');
    expect(batch?.report).toMatchObject({ rows: 6, unmatched: 0, problems: [], problemsTotal: 0 });
    const counts = await reader.batches.counts(report.batch ?? '');
    expect(counts).toMatchObject({ unmatched: 0, created: batch?.report.created });
    const rows = await reader.batches.rowsAfter(report.batch ?? '', null, 0, 50);
    expect(rows.map(({ file }) => file)).toEqual([
      'watched.csv',
      'ratings.csv',
      'reviews.csv',
      'diary.csv',
      'lists/doors.csv',
      'lists/doors.csv',
    ]);
    const again = await bring(NAMESAKE, id);
    expect(again, 'what was decided once is not asked again').toMatchObject({ unchanged: 6, unmatched: 0 });
  });

  test('is undone with its import, and nothing is left of either', async () => {
    const { id } = await member('ana');
    const [first = ''] = await films('The Gate', 1950);
    const before = await dump(store);
    for (const choice of [first, 'new']) {
      const { batch } = await bring(NAMESAKE, id);
      for (const { number } of await open(batch)) await settleRow(store, batch ?? '', number, choice, now());
      expect(await dump(store)).not.toEqual(before);
      const undone = await undo(store, batch ?? '', now);
      expect(undone.kept).toEqual([]);
      expect(await dump(store)).toEqual(before);
    }
  });

  test('that comes twice at the same moment is carried out once', async () => {
    const { id, authorId } = await member('ana');
    const [first = '', second = ''] = await films('The Gate', 1950);
    const { batch } = await bring(NAMESAKE, id);
    const [question] = await open(batch);
    const number = question?.number ?? 0;
    const both = await Promise.all([
      settleRow(store, batch ?? '', number, first, now()),
      settleRow(store, batch ?? '', number, second, now()),
    ]);
    expect(both.sort()).toEqual([0, 5]);
    expect(await store.reader.diary.viewings(authorId, READER, { after: null, limit: 5 })).toHaveLength(1);
  });

  test('may make a new film, one for all rows that name it', async () => {
    const { id, authorId } = await member('ana');
    await films('The Gate', 1950);
    const { batch } = await bring(NAMESAKE, id);
    const [question] = await open(batch);
    await settleRow(store, batch ?? '', question?.number ?? 0, 'new', now());
    expect(await store.reader.films.byTitle('The Gate', 1950)).toHaveLength(3);
    const { counts } = await store.reader.profiles.head(authorId, READER);
    expect(counts).toMatchObject({ viewings: 1, films: 1, reviews: 1 });
  });

  test('tells one evening’s film from its namesake by the film’s own link', async () => {
    const { id, authorId } = await member('ana');
    const { batch } = await bring(TWINS, id);
    const [question] = await open(batch);
    expect(question?.candidates.map(({ link }) => link)).toEqual([
      'https://boxd.it/c1',
      'https://boxd.it/c2',
    ]);
    const other = question?.candidates[1]?.id ?? '';
    await settleRow(store, batch ?? '', question?.number ?? 0, other, now());
    expect(await store.reader.marks.get(authorId, other)).toMatchObject({ rating: 8 });
  });

  test('is not taken for a film that was not offered, nor for an import that was undone', async () => {
    const { id } = await member('ana');
    await films('The Gate', 1950);
    const [stranger = ''] = await films('Another', 1950);
    const { batch } = await bring(NAMESAKE, id);
    const number = (await open(batch))[0]?.number ?? 0;
    await expect(settleRow(store, batch ?? '', number, stranger, now())).rejects.toMatchObject({
      code: 'film',
    });
    expect(await settleRow(store, batch ?? '', 999, stranger, now())).toBe(0);
    await undo(store, batch ?? '', now);
    await expect(settleRow(store, batch ?? '', number, 'new', now())).rejects.toMatchObject({
      code: 'not-done',
    });
  });

  test('may come before the import, and names a film that only the import makes by its link', async () => {
    const { id, authorId } = await member('ana');
    const decisions = new Map([['diary.csv#2', 'link:boxd:c2']]);
    const report = await bring(TWINS, id, { decisions });
    expect(report).toMatchObject({ unmatched: 0, created: 3 });
    const rated = (await store.reader.films.byTitle('Castle', 1897)).map(({ id: film }) =>
      store.reader.marks.get(authorId, film),
    );
    expect((await Promise.all(rated)).map((mark) => mark?.rating).sort()).toEqual([8, null]);
    const looked = await previewAccount(
      store,
      { found: exportOf(TWINS), fileName: 'x' },
      options(id, { decisions: new Map([['diary.csv#2', 'new']]) }),
    );
    expect(looked.unmatched).toBe(0);
  });

  test('is carried out for what others wrote, and undone with it', async () => {
    const [, second = ''] = await films('The Gate', 1950);
    const before = await dump(store);
    const file = movie('The Gate', [review('Ada', 'It swings.', stars(4)), review('Eve', 'It creaks.')]);
    for (const choice of [second, 'new']) {
      const report = await importing(store, file);
      expect(report).toMatchObject({ unmatched: 2, created: 0 });
      const [question, another] = await open(report.batch);
      expect(another).toBeUndefined();
      expect(await settleRow(store, report.batch ?? '', question?.number ?? 0, choice, now())).toBe(2);
      const [newest] = await store.reader.reviews.newest(READER, 5);
      if (choice !== 'new') expect(newest?.filmId).toBe(second);
      expect(await store.reader.reviews.newest(READER, 5)).toHaveLength(2);
      const undone = await undo(store, report.batch ?? '', now);
      expect(undone.kept).toEqual([]);
      expect(await dump(store)).toEqual(before);
    }
  });
});
