import { ZipFile } from 'yazl';
import { findLetterboxd, type LetterboxdExport } from '../../src/interchange/formats/letterboxd/export.ts';

/** The first lines of an export's files. */
export const MARKS = 'Date,Name,Year,Letterboxd URI';
export const DIARY = `${MARKS},Rating,Rewatch,Tags,Watched Date`;
export const REVIEWS = `${MARKS},Rating,Rewatch,Review,Tags,Watched Date`;
const PROFILE =
  'Date Joined,Username,Given Name,Family Name,Email Address,Location,Website,Bio,Pronoun,Favorite Films';

/** A small account with something of every kind, written for the tests: the files of an export by their names. */
export const ACCOUNT: Readonly<Record<string, string>> = {
  'profile.csv': `${PROFILE}\r\n2014-05-01,rosa_w,Rosa,Weir,rosa@mail.example,Leith,https://rosa.example,Sits in <i>row five</i>.,,https://boxd.it/aa1\r\n`,
  'watched.csv': `${MARKS}\r\n2015-01-01,Harbour Light,1951,https://boxd.it/aa1\r\n2015-01-02,The Lamplighter,1924,https://boxd.it/bb2\r\n2015-01-03,Quiet Street,1968,https://boxd.it/cc3\r\n`,
  'ratings.csv': `${MARKS},Rating\r\n2016-01-01,Harbour Light,1951,https://boxd.it/aa1,4.5\r\n2016-01-02,The Lamplighter,1924,https://boxd.it/bb2,2\r\n`,
  'watchlist.csv': `${MARKS}\r\n2019-01-01,Tomorrow’s Ferry,,https://boxd.it/dd4\r\n`,
  'likes/films.csv': `${MARKS}\r\n2015-01-01,Harbour Light,1951,https://boxd.it/aa1\r\n`,
  'diary.csv': `${DIARY}\r\n2015-03-02,Harbour Light,1951,https://boxd.it/e11,5,,"with dad, 16mm",2015-03-01\r\n2018-07-10,Harbour Light,1951,https://boxd.it/e12,4.5,Yes,,2018-07-09\r\n`,
  'reviews.csv': `${REVIEWS}\r\n2015-03-02,Harbour Light,1951,https://boxd.it/e11,5,,"The lamp goes round, and <i>nobody</i> sleeps.\r\n\r\nI counted the beams.","with dad, 16mm",2015-03-01\r\n2017-02-03,Quiet Street,1968,https://boxd.it/e13,,,Everybody waits at the window for a door that is never opened.,,\r\n`,
  'comments.csv': 'Date,Content,Comment\r\n2016-01-01,https://boxd.it/zz9,So it is.\r\n',
  'lists/rain.csv':
    'Letterboxd list export v7\r\nDate,Name,Tags,URL,Description\r\n2016-05-05,It rains,weather,https://boxd.it/LL1,Bring a coat.\r\n\r\nPosition,Name,Year,URL,Description\r\n1,The Lamplighter,1924,https://boxd.it/bb2,Twice in one scene.\r\n2,Harbour Light,1951,https://boxd.it/aa1,\r\n',
  'deleted/diary.csv': `${DIARY}\r\n2014-09-09,Quiet Street,1968,,1,,,2014-09-09\r\n`,
  'likes/reviews.csv': 'Date,Content\r\n2016-01-01,https://boxd.it/yy8\r\n',
};

/** A list's file. */
export const list = (head: string, ...items: string[]) =>
  `Letterboxd list export v7\nDate,Name,Tags,URL,Description\n${head}\n\nPosition,Name,Year,URL,Description\n${items.join('\n')}\n`;

/** An account as it was, and the same two years later: films seen since, one that has got its name and year. */
export const OLDER = {
  'watched.csv': `${MARKS}\n2020-01-01,Ferry Town,2019,https://boxd.it/f1\n`,
  'ratings.csv': `${MARKS},Rating\n2020-01-01,Ferry Town,2019,https://boxd.it/f1,3\n`,
  'watchlist.csv': `${MARKS}\n2020-02-01,The Lantern,1954,https://boxd.it/l1\n2020-02-02,Untitled Harbour Film,,https://boxd.it/u1\n2020-02-03,Weir,1988,https://boxd.it/w1\n`,
  'reviews.csv': `${REVIEWS}\n2020-01-01,Ferry Town,2019,https://boxd.it/e1,3,,Slow.,,2019-12-31\n`,
  'lists/boats.csv': list(
    '2020-01-05,Boats,,https://boxd.it/L1,',
    '1,Ferry Town,2019,https://boxd.it/f1,The best boat.',
    '2,Weir,1988,https://boxd.it/w1,',
  ),
};
export const NEWER = {
  'watched.csv': `${OLDER['watched.csv']}2022-03-01,The Lantern,1954,https://boxd.it/l1\n2022-04-01,Harbour,2022,https://boxd.it/u1\n`,
  'ratings.csv': `${MARKS},Rating\n2022-01-01,Ferry Town,2019,https://boxd.it/f1,4.5\n2022-04-01,Harbour,2022,https://boxd.it/u1,4\n`,
  'watchlist.csv': `${MARKS}\n2020-02-03,Weir,1988,https://boxd.it/w1\n2022-05-01,Ferry Town,2019,https://boxd.it/f1\n`,
  'diary.csv': `${DIARY}\n2020-01-01,Ferry Town,2019,https://boxd.it/e1,3,,,2019-12-31\n2022-01-01,Ferry Town,2019,https://boxd.it/e2,4.5,Yes,,2022-01-01\n2022-04-01,Harbour,2022,https://boxd.it/e3,4,,,2022-03-31\n`,
  'reviews.csv': `${REVIEWS}\n2020-01-01,Ferry Town,2019,https://boxd.it/e1,3,,"Slow, until it is not.",,2019-12-31\n2022-04-01,Harbour,2022,https://boxd.it/e3,4,,So that is what it is called.,,2022-03-31\n`,
  'lists/boats.csv': list(
    '2020-01-05,Boats and harbours,,https://boxd.it/L1,',
    '1,Harbour,2022,https://boxd.it/u1,',
    '2,Ferry Town,2019,https://boxd.it/f1,The best boat.',
  ),
};

/** Files as the export they are; what was deleted only where it is asked for. */
export function exportOf(files: Readonly<Record<string, string>>, removed = false): LetterboxdExport {
  const all = Object.entries(files).map(([path, text]) => ({
    path,
    pieces: async function* () {
      yield Buffer.from(text);
    },
  }));
  const found = findLetterboxd({ files: all, close: async () => undefined }, { removed });
  if (!found) throw new Error('These files are no export.');
  return found;
}

/** Files packed as a zip, each below `folder` where one is named. */
export function zipped(
  files: Readonly<Record<string, string | Buffer>>,
  folder = '',
): Promise<Buffer<ArrayBuffer>> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), folder + name);
  zip.end();
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    zip.outputStream.on('data', (piece: Buffer) => pieces.push(piece));
    zip.outputStream.on('end', () => resolve(Buffer.from(Buffer.concat(pieces))));
    zip.outputStream.on('error', reject);
  });
}
