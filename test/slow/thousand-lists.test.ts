import { expect, test } from 'vitest';
import { makeMember } from '../../src/domain/member.ts';
import { READER } from '../../src/domain/viewer.ts';
import { importAccount } from '../../src/interchange/account/import.ts';
import { undo } from '../../src/interchange/undo.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { clock, differences, dump } from '../store/importing.ts';
import { exportOf, list, MARKS } from '../store/letterboxd-files.ts';

describeOnBothEngines('an account', (engine) => {
  test('with a thousand lists has each with its films in their order, once, and they go', async () => {
    const { store, drop } = await freshStore(engine);
    const now = clock();
    const member = { accountId: null, name: 'Ana', username: 'ana', role: 'member' as const };
    const ana = await store.transact((writer) => makeMember(writer, member, 1));
    const bring = (files: Record<string, string>) => {
      const options = {
        asMember: ana.id,
        memberId: ana.id,
        visibility: 'everyone' as const,
        word: 'Mine.',
        now,
      };
      return importAccount(store, { found: exportOf(files), fileName: 'x.zip' }, options);
    };
    const before = await dump(store);
    const files: Record<string, string> = {
      'watched.csv': `${MARKS}\n2020-01-01,Reel 0,1950,https://boxd.it/r0\n`,
      'ratings.csv': `${MARKS},Rating\n2020-01-01,Reel 0,1950,https://boxd.it/r0,3\n`,
    };
    const reel = (place: number, n: number) =>
      `${place},Reel ${n % 7},${1950 + (n % 7)},https://boxd.it/r${n % 7},Note ${n}`;
    for (let n = 0; n < 1000; n += 1)
      files[`lists/all-${n}.csv`] = list(
        `2020-01-01,All of them,"rain, list ${n}",https://boxd.it/L${n},`,
        reel(1, n + 1),
        reel(2, n),
      );
    const report = await bring(files);
    expect(report).toMatchObject({ rows: 3002, created: 3002, problemsTotal: 0 });
    const { counts } = await store.reader.profiles.head(ana.authorId, READER);
    expect(counts).toMatchObject({ lists: 1000, films: 1 });
    expect(await store.reader.films.count()).toBe(7);
    const lines = await store.reader.lists.lines(READER, {
      authorId: ana.authorId,
      after: null,
      limit: 2000,
    });
    expect(
      new Set(lines.map(({ slug }) => slug)).size,
      'a thousand of one name have their own addresses',
    ).toBe(1000);
    const last = lines.find(({ tags }) => tags.includes('list 999'));
    const items = await store.reader.lists.items(last?.id ?? '', 0, 9);
    expect(items.map(({ position, title, noteHtml }) => [position, title, noteHtml])).toEqual([
      [1, 'Reel 6', '<p>Note 1000</p>'],
      [2, 'Reel 5', '<p>Note 999</p>'],
    ]);
    expect(await bring(files)).toMatchObject({ created: 0, updated: 0, unchanged: 3002 });
    for (const { id } of await store.reader.batches.list(2)) await undo(store, id, now);
    expect(differences(await dump(store), before)).toEqual([]);
    await drop();
  });
});
