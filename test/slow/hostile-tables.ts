import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';

/** A table that means harm, and what becomes of it. */
export interface HostileTable {
  name: string;
  verdict: RegExp;
  write(path: string): void;
}

const HEADER = 'Date,Name,Year,Letterboxd URI,Rating\n';
const row = (n: number) =>
  `2020-01-01,Reel ${n},19${10 + (n % 90)},https://boxd.it/${n.toString(36)},${1 + (n % 4)}\n`;

/** Tables of the kinds people and machines break them in, most of them large. */
export function hostileTables(): HostileTable[] {
  const whole = (name: string, verdict: RegExp, content: () => string | Buffer): HostileTable => ({
    name,
    verdict,
    write: (path) => writeFileSync(path, content()),
  });
  const long = (
    name: string,
    verdict: RegExp,
    begin: string,
    piece: string,
    times: number,
  ): HostileTable => ({
    name,
    verdict,
    write(path) {
      const file = openSync(path, 'w');
      writeSync(file, begin);
      for (let n = 0; n < times; n += 1) writeSync(file, piece);
      closeSync(file);
    },
  });
  const rows = (count: number) => Array.from({ length: count }, (_, n) => row(n)).join('');
  const text = `${HEADER}${rows(1000)}`;
  const wide = Array.from({ length: 10_000 }, (_, n) => `c${n}`).join(',');
  return [
    whole('a million rows', /^1000001 records$/, () => HEADER + rows(1_000_000)),
    whole(
      'a field of 10 MB',
      /^2 records, then truncated .*long/,
      () => `a,b\n1,2\n3,"${'x'.repeat(10_000_000)}"\n`,
    ),
    long(
      'a quotation mark opened at the start of 400 MB',
      /^0 records, then truncated .*"line":1/,
      '"',
      row(7).repeat(8000),
      1000,
    ),
    long(
      'the same after a million characters',
      /^\d+ records, then truncated/,
      `${text}"`,
      row(7).repeat(8000),
      100,
    ),
    long(
      '400 MB of commas in one record',
      /^1 records, then truncated .*long/,
      'a,b\n',
      ','.repeat(400_000),
      1000,
    ),
    long(
      '400 MB of quoted line ends among commas',
      /^1 records, then truncated .*long/,
      'a,b\n',
      `${','.repeat(400_000)}"\n"`,
      1000,
    ),
    long('400 MB without a line', /^0 records, then truncated .*long/, '', 'x'.repeat(400_000), 1000),
    long('100,000 empty lines', /^\d+ records$/, 'a,b\n', '\n'.repeat(1000), 100),
    long('400 MB of quotation marks', /records|truncated/, 'a,b\n', '"'.repeat(400_001), 1000),
    long(
      '200 MB of zeros after a good row',
      /^2 records, then nul-bytes .*"line":3/,
      'a,b\n1,2\n',
      '\0'.repeat(400_000),
      500,
    ),
    whole('200 MB of zeros', /^0 records, then nul-bytes/, () => Buffer.alloc(200_000_000)),
    whole('10,000 columns, 1,000 times', /^1001 records$/, () => `${wide}\n`.repeat(1001)),
    whole('290,000 columns, 20 times', /^20 records$/, () => `${'a,'.repeat(290_000)}\n`.repeat(20)),
    whole('nothing', /^0 records$/, () => ''),
    whole('a header alone', /^1 records$/, () => HEADER),
    whole('UTF-8 with a mark', /^1001 records$/, () => `\ufeff${text}`),
    whole('UTF-16, little end first', /^1001 records$/, () => Buffer.from(`\ufeff${text}`, 'utf16le')),
    whole('the same without a mark, little end first', /^1001 records$/, () => Buffer.from(text, 'utf16le')),
    whole('UTF-16, big end first', /^1001 records$/, () => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()),
    whole('the same without a mark, big end first', /^1001 records$/, () =>
      Buffer.from(text, 'utf16le').swap16(),
    ),
    whole('ISO-8859-1, at row 900,000', /then not-utf8 {"line":900002}/, () =>
      Buffer.concat([
        Buffer.from(HEADER + rows(900_000)),
        Buffer.from('2020-01-01,Am\u00e9lie,2001,,\n', 'latin1'),
      ]),
    ),
    whole('lines that end with a return alone', /^1001 records$/, () => text.replaceAll('\n', '\r')),
    whole('line ends of both kinds', /^1001 records$/, () => text.replaceAll('1\n', '1\r\n')),
    whole('words after closed quotation marks', /^1001 records$/, () =>
      text.replaceAll(/Reel (\d+)/g, '"Reel" $1'),
    ),
  ];
}
