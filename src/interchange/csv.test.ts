import { expect, test } from 'vitest';
import { type CsvRecord, readCsv } from './csv.ts';
import { Refusal } from './row.ts';

test('records know the line they begin on, over quoted lines and both kinds of line end', async () => {
  const text = 'Date,Name\r\n2020-01-01,"One\r\ntwo ""lines"""\n2020-01-02,Plain\r\n\r\n2020-01-03,Last';
  expect(await read(text)).toEqual([
    { line: 1, cells: ['Date', 'Name'] },
    { line: 2, cells: ['2020-01-01', 'One\r\ntwo "lines"'] },
    { line: 4, cells: ['2020-01-02', 'Plain'] },
    { line: 5, cells: [''] },
    { line: 6, cells: ['2020-01-03', 'Last'] },
  ]);
});

test('semicolons, a byte order mark and UTF-16 are read for what they are', async () => {
  expect((await read('\ufeffDate;Name;Rating\n2020-01-01;A, B;4,5\n'))[1]?.cells).toEqual([
    '2020-01-01',
    'A, B',
    '4,5',
  ]);
  const wide = Buffer.from('\ufeffName,Year\n花樣年華,2000\n', 'utf16le');
  expect((await read(wide))[1]?.cells).toEqual(['花樣年華', '2000']);
});

test('letters cut in two by the pieces a file comes in are whole', async () => {
  const bytes = Buffer.from('Name\nÀ propos – 花\n');
  expect((await read([...bytes].map((byte) => Buffer.of(byte))))[1]?.cells).toEqual(['À propos – 花']);
});

test('more or fewer cells than the header are kept as they stand', async () => {
  expect((await read('a,b\n1\n1,2,3\n')).map(({ cells }) => cells.length)).toEqual([2, 1, 3]);
});

test('a quotation mark in the middle of a cell is a letter', async () => {
  expect((await read('a,b\n5" disk,2\n'))[1]?.cells).toEqual(['5" disk', '2']);
});

test('a file of zero bytes is named as such', async () => {
  expect(await refused(Buffer.alloc(500))).toEqual({ code: 'nul-bytes', details: {} });
});

test('a quotation mark that never closes is told by the line it opened on', async () => {
  expect(await refused('a,b\n1,2\n3,"open\nand more\n')).toEqual({
    code: 'truncated',
    details: { line: 3, why: 'quote' },
  });
});

test('a cell of ten megabytes ends the reading instead of the process', async () => {
  expect(await refused(`a,b\n1,2\n3,"${'x'.repeat(10_000_000)}"\n`)).toEqual({
    code: 'truncated',
    details: { line: 3, why: 'long' },
  });
});

test('a byte that is no UTF-8 is told by its line', async () => {
  const bytes = Buffer.concat([Buffer.from('Name\nAmélie\n'), Buffer.of(0xe9), Buffer.from('t\u00e9\n')]);
  expect(await refused(bytes)).toEqual({ code: 'not-utf8', details: { line: 3 } });
});

test('whoever stops reading lets go of the file', async () => {
  let let_go = false;
  const pieces = async function* () {
    try {
      for (let n = 0; ; n += 1) yield Buffer.from(`${n},${'x'.repeat(5000)}\n`);
    } finally {
      let_go = true;
    }
  };
  for await (const { line } of readCsv({ path: 'endless.csv', pieces })) if (line === 3) break;
  await expect.poll(() => let_go).toBe(true);
});

test.each<[string, string]>([
  ['with a return alone', 'Name,Note\r花,"a\rb"\rM,\r'],
  ['with a feed', 'Name,Note\n花,"a\nb"\nM,\n'],
  ['with both', 'Name,Note\r\n花,"a\r\nb"\r\nM,\r\n'],
  ['with both in one file', 'Name,Note\r\n花,"a\nb"\nM,\r\n'],
])('lines that end %s are counted', async (_, text) => {
  expect((await read(text)).map(({ line, cells }) => [line, cells[0]])).toEqual([
    [1, 'Name'],
    [2, '花'],
    [4, 'M'],
  ]);
});

test.each<[string, Buffer]>([
  ['UTF-8', Buffer.from('Name,Year\n花樣年華,2000\n')],
  ['UTF-8 with a mark', Buffer.from('\ufeffName,Year\n花樣年華,2000\n')],
  ['UTF-16, little end first', Buffer.from('Name,Year\n花樣年華,2000\n', 'utf16le')],
  ['the same with a mark', Buffer.from('\ufeffName,Year\n花樣年華,2000\n', 'utf16le')],
  ['UTF-16, big end first', Buffer.from('Name,Year\n花樣年華,2000\n', 'utf16le').swap16()],
  ['the same with a mark', Buffer.from('\ufeffName,Year\n花樣年華,2000\n', 'utf16le').swap16()],
])('%s is read for what it is, however it is cut', async (_, bytes) => {
  for (const pieces of [[bytes], [...bytes].map((byte) => Buffer.of(byte))])
    expect((await read(pieces)).map(({ cells }) => cells)).toEqual([
      ['Name', 'Year'],
      ['花樣年華', '2000'],
    ]);
});

test.each<[string, string, string[]]>([
  ['commas', 'Date,Name\n1,A;B\n', ['1', 'A;B']],
  ['semicolons', 'Date;Name\n1;A,B\n', ['1', 'A,B']],
  ['tabs', 'Date\tName\n1\tA,B;C\n', ['1', 'A,B;C']],
  ['a column alone', 'Name\n"A;B"\n', ['A;B']],
  ['a line before the names', '\nList export v7\nDate;Name;Tags;URL\n1;A,B;;\n', ['1', 'A,B', '', '']],
])('columns are told apart by %s', async (_, text, last) => {
  expect((await read(text)).at(-1)?.cells).toEqual(last);
});

test('words after a closed quotation mark belong to the cell, and the next record is whole', async () => {
  expect((await read('a,b\n"He said" hello,2\n"x",3\n')).map(({ cells }) => cells)).toEqual([
    ['a', 'b'],
    ['"He said" hello', '2'],
    ['x', '3'],
  ]);
});

test('no byte is no record, and a header alone is one', async () => {
  expect(await read('')).toEqual([]);
  expect(await read('Name,Year')).toEqual([{ line: 1, cells: ['Name', 'Year'] }]);
});

test('ten thousand columns are read', async () => {
  const row = Array.from({ length: 10_000 }, (_, n) => `c${n}`).join(',');
  expect((await read(`${row}\n${row}\n`)).map(({ cells }) => cells.length)).toEqual([10_000, 10_000]);
});

test('a row with zero bytes is told, and those around it are kept', async () => {
  expect(await read('Name\nA\n\0\0\0\nB\0\nC\n')).toEqual([
    { line: 1, cells: ['Name'] },
    { line: 2, cells: ['A'] },
    { line: 3, cells: ['\0\0\0'], zeros: true },
    { line: 4, cells: ['B\0'], zeros: true },
    { line: 5, cells: ['C'] },
  ]);
});

test('a file whose end was lost to zeros is told by the line they begin on', async () => {
  expect(await refused(Buffer.concat([Buffer.from('Name\nA\n'), Buffer.alloc(3_000_000)]))).toEqual({
    code: 'nul-bytes',
    details: { line: 3 },
  });
});

test('a letter that stands for one that was lost is a letter', async () => {
  expect((await read('Name\nAm\ufffdlie\n'))[1]?.cells).toEqual(['Am\ufffdlie']);
  const lost = Buffer.concat([Buffer.from('Name\nA\nB\n'), Buffer.from('Amélie\n', 'latin1')]);
  expect(await refused(lost)).toEqual({ code: 'not-utf8', details: { line: 4 } });
});

test.each<[string, string, number]>([
  ['a quotation mark', 'Name,"Year\n', 1],
  ['a quotation mark after good rows', 'Name\nM\n"X\n', 3],
  ['nothing but empty cells', 'Name\nM\n,,,,,,,\n', 4],
])('a record opened by %s ends the reading long before the file ends', async (_, text, line) => {
  let taken = 0;
  const endless = async function* () {
    yield Buffer.from(text);
    for (; taken < 1000; taken += 1) yield Buffer.alloc(65_536, text.endsWith(',\n') ? ',' : 'x');
  };
  const reading = async () => {
    for await (const _ of readCsv({ path: 'x.csv', pieces: endless }));
  };
  await expect(reading()).rejects.toMatchObject({ code: 'truncated', details: { line, why: 'long' } });
  expect(taken).toBeLessThan(100);
});

async function read(content: string | Buffer | Buffer[]): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const record of readCsv(fileOf(content))) records.push(record);
  return records;
}

async function refused(content: string | Buffer) {
  const error = await read(content).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof Refusal ? { code: error.code, details: error.details } : error;
}

function fileOf(content: string | Buffer | Buffer[]) {
  return {
    path: 'x.csv',
    pieces: async function* () {
      yield* Array.isArray(content) ? content : [Buffer.from(content)];
    },
  };
}
