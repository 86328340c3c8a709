import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeWithShared, shared } from '../../../../test/engines/shared.ts';
import type { AccountRow, FileProblem } from '../../account/rows.ts';
import { COMMAND_LIMITS, type ExportFolder, openFolder } from '../../archive.ts';
import { findLetterboxd, readLetterboxd } from './export.ts';

const DIARY = 'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date';
const MARKS = 'Date,Name,Year,Letterboxd URI';

test('an export is found at the top, in a folder, and in folders; anything else is none', () => {
  const files = { 'watched.csv': MARKS, 'diary.csv': DIARY };
  const inside = (top: string) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${top}${name}`, text]));
  for (const top of ['', 'letterboxd-somebody/', 'My files/export (2)/'])
    expect(findLetterboxd(folderOf({ ...inside(top), '__MACOSX/diary.csv': '' }), ALL)?.files).toHaveLength(
      2,
    );
  expect(findLetterboxd(folderOf({ 'diary.csv': DIARY, 'photo.jpg': '' }), ALL)).toBeNull();
  expect(findLetterboxd(folderOf({ 'deleted/diary.csv': DIARY, 'deleted/reviews.csv': '' }), ALL)).toBeNull();
});

test('a diary row is an entry with half-stars, calendar dates and tags', async () => {
  const [row] = await rows({
    'diary.csv': `${DIARY}\r\n2021-03-02,V/H/S,2012,https://boxd.it/2abc,4.5,Yes,"with: mum, 35mm, 35mm",2021-03-01\r\n`,
  });
  expect(row).toEqual({
    file: 'diary.csv',
    row: '2',
    removed: false,
    record: {
      film: { title: 'V/H/S', year: 2012, id: null },
      logged: {
        link: 'https://boxd.it/2abc',
        added: '2021-03-02',
        viewed: '2021-03-01',
        rating: 9,
        rewatch: true,
        tags: ['with: mum', '35mm'],
        text: null,
      },
    },
  });
});

test('a review keeps its words byte for byte, over lines and with its markup', async () => {
  const text = '<i>First<i> line\r\n\r\n\u00a0 "quoted", &amp; so on ';
  const [row] = await rows({
    'reviews.csv': `Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\r\n2021-01-01,M,1931,https://boxd.it/x,,,"${text.replaceAll('"', '""')}",,\r\n`,
  });
  expect(row?.record).toMatchObject({ logged: { text, rating: null, viewed: null, rewatch: false } });
});

test('short links and full addresses of films are told apart from links of entries', async () => {
  const found = await rows({
    'watched.csv': `${MARKS}\n2020-01-01,One,2001,https://boxd.it/7lcA\n2020-01-01,Two,2002,https://letterboxd.com/film/two-2002/\n2020-01-01,Three,,\n`,
  });
  expect(found.map(({ record }) => 'film' in record && record.film)).toEqual([
    { title: 'One', year: 2001, id: { scheme: 'boxd', value: '7lcA' } },
    { title: 'Two', year: 2002, id: { scheme: 'letterboxd', value: 'two-2002' } },
    { title: 'Three', year: null, id: null },
  ]);
});

test('decomposed titles are composed, and a space that does not break stays', async () => {
  const [row] = await rows({ 'watched.csv': `${MARKS}\n2020-01-01,A\u0300 propos \u2013\u00a0II,1930,\n` });
  expect(row?.record).toMatchObject({ film: { title: 'À propos –\u00a0II' } });
});

test('both list layouts are read, with descriptions and notes over several lines', async () => {
  const table = (first: string) =>
    `${first}\nDate,Name,Tags,URL,Description\n2019-01-25,Best,"a, b",https://boxd.it/R3,"two\nlines"\n\nPosition,Name,Year,URL,Description\n1,M,1931,https://boxd.it/1,"a note\nof two"\n2,X,,https://boxd.it/2,\n`;
  for (const first of ['Letterboxd list export v7', '']) {
    const found = await rows({ 'lists/best.csv': table(first) });
    expect(found.map(({ row, record }) => [row, record])).toEqual([
      [
        '3',
        {
          list: {
            list: 'lists/best.csv',
            name: 'Best',
            made: '2019-01-25',
            tags: ['a', 'b'],
            link: 'https://boxd.it/R3',
            description: 'two\nlines',
          },
        },
      ],
      [
        '7',
        {
          film: { title: 'M', year: 1931, id: { scheme: 'boxd', value: '1' } },
          item: { list: 'lists/best.csv', position: 1, note: 'a note\nof two' },
        },
      ],
      [
        '9',
        {
          film: { title: 'X', year: null, id: { scheme: 'boxd', value: '2' } },
          item: { list: 'lists/best.csv', position: 2, note: null },
        },
      ],
    ]);
  }
});

test('a profile gives a name and favourites, and never an address', async () => {
  const [row] = await rows({
    'profile.csv':
      'Date Joined,Username,Given Name,Family Name,Email Address,Location,Website,Bio,Pronoun,Favorite Films\n2013-05-01,ana_m,Ana,Mora,ana@example.org,Lima,https://ana.example,"Hello\nthere",She / her,"https://boxd.it/a1, https://boxd.it/b2"\n',
  });
  expect(row?.record).toEqual({
    profile: {
      username: 'ana_m',
      name: 'Ana Mora',
      joined: '2013-05-01',
      location: 'Lima',
      website: 'https://ana.example',
      bio: 'Hello\nthere',
      pronoun: 'She / her',
      favourites: [
        { scheme: 'boxd', value: 'a1' },
        { scheme: 'boxd', value: 'b2' },
      ],
    },
  });
  expect(JSON.stringify(row)).not.toContain('ana@example.org');
});

test.each([
  ['4.3', 'rating-outside-scale'],
  ['11', 'rating-outside-scale'],
  ['0', 'rating-outside-scale'],
  ['-1', 'rating-outside-scale'],
  ['five', 'rating-outside-scale'],
  ['', 'nothing-said'],
])('a rating of "%s" is not taken, and the rows about it are', async (rating, code) => {
  const found = await rows({
    'ratings.csv': `${MARKS},Rating\n2020-01-01,A,2001,,5\n2020-01-01,B,2002,,${rating}\n2020-01-01,C,2003,,0.5\n`,
  });
  expect(found.map(({ record }) => ('code' in record ? record.code : 'taken'))).toEqual([
    'taken',
    code,
    'taken',
  ]);
});

test.each([
  ['31/12/2020', '2020-12-31'],
  ['12/31/2020', '2020-12-31'],
  ['05.05.2020', '2020-05-05'],
  ['2020-02-29T10:00:00Z', '2020-02-29'],
  ['03/04/2020', 'bad-date'],
  ['2021-02-29', 'bad-date'],
  ['yesterday', 'bad-date'],
  ['99/99/2020', 'bad-date'],
])('the date %s is read as %s', async (date, expected) => {
  const [row] = await rows({ 'diary.csv': `${DIARY}\n2021-01-01,M,1931,,,,,${date}\n` });
  const { record } = row as AccountRow;
  expect('code' in record ? record.code : 'logged' in record && record.logged.viewed).toBe(expected);
});

test('other names for columns, other separators and a file without a last newline are read', async () => {
  const found = await rows({ 'watchlist.csv': 'Title;Year;Letterboxd URI\nM;1931;https://boxd.it/m' });
  expect(found.map(({ record }) => record)).toEqual([
    {
      film: { title: 'M', year: 1931, id: { scheme: 'boxd', value: 'm' } },
      mark: { state: 'watchlist', day: null, rating: null },
    },
  ]);
});

test('a file that lacks a column, one of zero bytes and an empty one are named; the others are read', async () => {
  const found = await all({
    'watched.csv': `${MARKS}\n2020-01-01,M,1931,\n`,
    'ratings.csv': `${MARKS}\n2020-01-01,M,1931,\n`,
    'watchlist.csv': '\0'.repeat(300),
    'comments.csv': '',
  });
  expect(found.map((one) => ('code' in one ? [one.file, one.code] : [one.file, 'row']))).toEqual([
    ['watched.csv', 'row'],
    ['ratings.csv', 'wrong-columns'],
    ['watchlist.csv', 'nul-bytes'],
    ['comments.csv', 'empty-file'],
  ]);
});

test('what was deleted comes only when it is asked for, and what others wrote never', async () => {
  const files = {
    'likes/reviews.csv': 'Date,Content\n2020-01-01,https://boxd.it/abc\n',
    'diary.csv': `${DIARY}\n2021-01-01,M,1931,,,,,\n`,
    'deleted/diary.csv': `${DIARY}\n2021-01-01,X,1963,,,,,\n`,
    'deleted/lists/old.csv': 'Letterboxd list export v7\n',
  };
  const told = (found: (AccountRow | FileProblem)[]) =>
    found.map((one) => ('code' in one ? `${one.file}: ${one.code}` : `${one.file}: ${one.removed}`));
  expect(told(await all(files, { removed: false }))).toEqual([
    'likes/reviews.csv: others-words',
    'deleted/diary.csv: left-out',
    'deleted/lists/old.csv: left-out',
    'diary.csv: false',
  ]);
  expect(told(await all(files, { removed: true }))).toContain('deleted/diary.csv: true');
});

describeWithShared('real accounts', () => {
  test('every data record becomes a row, and none is refused but for its file', async () => {
    const folder = shared('data/letterboxd');
    for (const account of readdirSync(folder)) {
      const opened = await openFolder(join(folder, account), COMMAND_LIMITS);
      const found = findLetterboxd(opened, { removed: false });
      expect(found, account).not.toBeNull();
      let taken = 0;
      const refused: unknown[] = [];
      for await (const row of readLetterboxd(found as NonNullable<typeof found>))
        if ('record' in row && 'code' in row.record) refused.push([account, row]);
        else taken += 1;
      expect(refused, account).toEqual([]);
      expect(taken, account).toBeGreaterThan(50);
    }
  });
});

const ALL = { removed: true };

async function rows(files: Record<string, string>): Promise<AccountRow[]> {
  return (await all(files)).filter((one) => 'record' in one);
}

/** Reads files as an export; a second one makes a lone file recognisable. */
async function all(files: Record<string, string>, options = ALL): Promise<(AccountRow | FileProblem)[]> {
  const padded = { 'profile.csv': 'Username', 'watched.csv': MARKS, ...files };
  const found = findLetterboxd(folderOf(padded), options);
  if (!found) throw new Error('no export');
  const read: (AccountRow | FileProblem)[] = [];
  for await (const row of readLetterboxd(found)) read.push(row);
  return read;
}

function folderOf(files: Record<string, string>): ExportFolder {
  return {
    files: Object.entries(files).map(([path, text]) => ({
      path,
      pieces: async function* () {
        yield Buffer.from(text);
      },
    })),
    close: async () => undefined,
  };
}
