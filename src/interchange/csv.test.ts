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
  expect(await refused('a,b\n1,2\n3,"open\nand more\n')).toEqual({ code: 'truncated', details: { line: 3 } });
});

test('a cell of ten megabytes ends the reading instead of the process', async () => {
  expect(await refused(`a,b\n1,2\n3,"${'x'.repeat(10_000_000)}"\n`)).toEqual({
    code: 'truncated',
    details: { line: 3 },
  });
});

test('a byte that is no UTF-8 is told by its line', async () => {
  const bytes = Buffer.concat([Buffer.from('Name\nAmélie\n'), Buffer.of(0xe9), Buffer.from('t\u00e9\n')]);
  expect(await refused(bytes)).toEqual({ code: 'not-utf8', details: { line: 1 } });
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
