import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeMember } from '../../src/domain/member.ts';
import { READER } from '../../src/domain/viewer.ts';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { imports as german } from '../../src/words/de/import.ts';
import { imports as english } from '../../src/words/en/import.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { bringAs, clock, differences, dump } from './importing.ts';
import { DIARY, MARKS, REVIEWS } from './letterboxd-files.ts';

describeOnBothEngines('a whole account with bad input in it', (engine) => {
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

  const bring = (files: Record<string, string>) => bringAs(store, ana.id, files, now);
  const marked = async (as: 'watched' | 'watchlist') => {
    const asked = { as, sort: 'title', after: null, limit: 20 } as const;
    const { films } = await store.reader.marks.films(ana.authorId, READER, asked);
    return films.map(({ title, rating }) => [title, rating]);
  };

  test('good rows land, each bad one is named with its line, and all of it goes again', async () => {
    const before = await dump(store);
    const report = await bring({
      'watched.csv': 'Date,Title,Year,Letterboxd URI\n2020-01-01,Harbour Light,1951,https://boxd.it/a1\n',
      'ratings.csv': `${MARKS},Rating\n2020-01-01,Harbour Light,1951,https://boxd.it/a1,4.3\n2020-01-01,Quiet Street,1968,https://boxd.it/a2,11\n2020-01-01,Weir,1988,https://boxd.it/a3,3.5\n`,
      'watchlist.csv':
        'Date;Name;Year;Letterboxd URI\r\n31/12/2020;Ferry Town;2019;https://boxd.it/a4\r\n03/04/2020;Saltmarsh;2011;https://boxd.it/a5\r\n',
      'likes/films.csv': 'Day,Film title\n2020-01-01,Weir\n',
      'diary.csv': `${DIARY}\n2020-12-31,Weir,1988,https://boxd.it/e1,3.5,,,31/12/2020\n2021-01-01,Weir,1988,https://boxd.it/e2,,,,2021-02-30\n`,
      'reviews.csv': `${REVIEWS}\n2021-01-01,,1988,https://boxd.it/e3,,,"Which film?",,\n2021-01-01,Weir,1988,https://boxd.it/e4,,,"Open, and never`,
      'lists/a.csv': 'Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2020-01-01,,,,\n',
    });
    const { rows, created, updated, unchanged, unmatched, rejected } = report;
    expect([rows, created, updated, unchanged, unmatched, rejected]).toEqual([10, 4, 0, 0, 0, 6]);
    const told = report.problems.map(({ file, row, code, details }) => {
      for (const words of [english, german]) expect(words.problem[code](details)).toMatch(/^\S.*[.!?]$/);
      return `${english.where(file, row)}: ${english.problem[code](details)}`;
    });
    expect(told.sort()).toEqual([
      'diary.csv, 3: The date 2021-02-30 can be read in more than one way, or in none.',
      'likes/films.csv: Its first line has no column name. The columns found: Day, Film title.',
      'lists/a.csv, 3: The list has no name.',
      'ratings.csv, 2: The rating 4.3 lies outside its scale, 0.5 to 5.',
      'ratings.csv, 3: The rating 11 lies outside its scale, 0.5 to 5.',
      expect.stringMatching(/^reviews\.csv, 2: /),
      expect.stringMatching(/^reviews\.csv: .*line 3/),
      'watchlist.csv, 3: The date 03/04/2020 can be read in more than one way, or in none.',
    ]);
    expect(await marked('watched')).toEqual([
      ['Harbour Light', null],
      ['Weir', 7],
    ]);
    expect(await marked('watchlist')).toEqual([['Ferry Town', null]]);
    const viewings = await store.reader.diary.viewings(ana.authorId, READER, { after: null, limit: 9 });
    expect(viewings.map(({ filmTitle, viewed }) => [filmTitle, viewed])).toEqual([['Weir', '2020-12-31']]);
    expect((await undo(store, report.batch ?? '', now)).kept).toEqual([]);
    expect(differences(await dump(store), before)).toEqual([]);
  });
});
