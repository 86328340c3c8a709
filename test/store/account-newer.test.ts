import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeMember } from '../../src/domain/member.ts';
import { READER } from '../../src/domain/viewer.ts';
import { importAccount } from '../../src/interchange/account/import.ts';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { clock, differences, dump } from './importing.ts';
import { DIARY, exportOf, MARKS, NEWER, OLDER } from './letterboxd-files.ts';

describeOnBothEngines('a newer export of an account', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  let ana: { id: string; authorId: string };
  const now = clock();
  beforeEach(async () => {
    ({ store, drop } = await freshStore(engine));
    const member = { accountId: null, name: 'Ana', username: 'ana', role: 'member' as const };
    ana = await store.transact((writer) => makeMember(writer, member, 1));
  });
  afterEach(() => drop());

  const bring = (files: Record<string, string>, asMember = ana.id) => {
    const options = {
      asMember,
      memberId: asMember,
      visibility: 'everyone' as const,
      word: 'Mine.',
      now,
    };
    return importAccount(store, { found: exportOf(files), fileName: 'x.zip' }, options);
  };
  const marked = async (as: 'watched' | 'watchlist') => {
    const page = await store.reader.marks.films(ana.authorId, READER, {
      as,
      sort: 'title',
      after: null,
      limit: 9,
    });
    return page.films.map(({ title, rating }) => [title, rating]);
  };

  test('adds what is new, changes what is said otherwise, doubles nothing, and is undone alone', async () => {
    await bring(OLDER);
    const older = await dump(store);
    const report = await bring(NEWER);
    expect(report).toMatchObject({ rows: 15, unmatched: 0, rejected: 0 });

    expect(await store.reader.films.count(), 'a film that was named meanwhile is the film it was').toBe(4);
    expect(await marked('watched')).toEqual([
      ['Ferry Town', 9],
      ['The Lantern', null],
      ['Untitled Harbour Film', 8],
    ]);
    expect(await marked('watchlist'), 'what was seen since is no longer waited for').toEqual([
      ['Ferry Town', 9],
      ['Weir', null],
    ]);
    const viewings = await store.reader.diary.viewings(ana.authorId, READER, { after: null, limit: 9 });
    expect(
      viewings.map(({ filmTitle, viewed, rating, hasText }) => [filmTitle, viewed, rating, hasText]),
    ).toEqual([
      ['Untitled Harbour Film', '2022-03-31', 8, true],
      ['Ferry Town', '2022-01-01', 9, false],
      ['Ferry Town', '2019-12-31', 6, true],
    ]);
    const said = JSON.stringify(await dump(store));
    expect(said).toContain('Slow, until it is not.');
    const lines = await store.reader.lists.lines(READER, { authorId: ana.authorId, after: null, limit: 9 });
    expect(lines.map(({ title, films }) => [title, films])).toEqual([['Boats and harbours', 2]]);

    const newer = await dump(store);
    const again = await bring(NEWER);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 15 });
    expect(differences(await dump(store), newer)).toEqual([]);
    for (const { batch } of [again, report]) expect((await undo(store, batch ?? '', now)).kept).toEqual([]);
    expect(differences(await dump(store), older)).toEqual([]);
  });

  test('an older one that comes after it says nothing that was said later', async () => {
    await bring(NEWER);
    const before = { watched: await marked('watched'), films: await store.reader.films.count() };
    await bring(OLDER);
    expect({ watched: await marked('watched'), films: await store.reader.films.count() }).toEqual(before);
    expect(JSON.stringify(await dump(store))).toContain('Slow.');
  });

  test('is joined to none of two films of one name, where one of them was here before', async () => {
    const watched = (...links: string[]) =>
      `${MARKS}\n${links.map((link) => `2020-01-01,Castle,1897,https://boxd.it/${link}\n`).join('')}`;
    const eve = await store.transact((writer) =>
      makeMember(writer, { accountId: null, name: 'Eve', username: 'eve', role: 'member' }, 1),
    );
    await bring({ 'watched.csv': watched('c1'), 'ratings.csv': `${MARKS},Rating\n` }, eve.id);
    const twins = {
      'watched.csv': watched('c1', 'c2'),
      'diary.csv': `${DIARY}\n2020-02-02,Castle,1897,https://boxd.it/e9,4,,,2020-02-01\n`,
    };
    const report = await bring(twins);
    expect(report).toMatchObject({ rows: 3, created: 2, unmatched: 1 });
    expect(await store.reader.films.count()).toBe(2);
  });
});
