import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askedForRows } from './rows.ts';

let folder: string;
let writing: DatabaseSync;
let reading: DatabaseSync;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'houselights-rows-'));
  writing = new DatabaseSync(join(folder, 'rows.sqlite'));
  writing.exec(
    "create table films (id text, year integer); insert into films values ('a', 1995), ('b', null)",
  );
  reading = new DatabaseSync(join(folder, 'rows.sqlite'), { readOnly: true });
});
afterEach(() => {
  reading.close();
  writing.close();
  rmSync(folder, { recursive: true });
});

test('rows are named by the columns asked for', () => {
  const ask = askedForRows(reading.prepare('select year as made, id from films where id = ?'));
  expect(ask(['a'])).toEqual([{ made: 1995, id: 'a' }]);
  expect(ask(['b'])).toEqual([{ made: null, id: 'b' }]);
  expect(ask(['c'])).toEqual([]);
});

test('a statement kept from before another process added a column names it too', () => {
  const ask = askedForRows(reading.prepare('select * from films where id = ?'));
  expect(ask(['a'])).toEqual([{ id: 'a', year: 1995 }]);
  writing.exec('alter table films add column runtime integer');
  expect(ask(['a'])).toEqual([{ id: 'a', year: 1995, runtime: null }]);
});

test('a Node that cannot answer arrays answers the same rows', () => {
  const statement = reading.prepare('select id, year from films order by id');
  const older = { all: (...values: []) => statement.all(...values) } as unknown as StatementSync;
  expect(askedForRows(older)([])).toEqual([
    { id: 'a', year: 1995 },
    { id: 'b', year: null },
  ]);
});
