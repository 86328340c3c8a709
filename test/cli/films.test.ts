import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../engines/store.ts';
import { houselights } from './command.ts';

const BASICS = gzipSync(
  [
    'tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres',
    'tt0000001\tmovie\tSaltmarsh\tSaltmarsh\t0\t1971\t\\N\t90\tDrama',
    'tt0000002\tshort\tOne Lamp\tOne Lamp\t0\t1999\t\\N\t9\tComedy',
    'tt0000003\ttvSeries\tNever Ends\tNever Ends\t0\t1999\t\\N\t9\tComedy',
  ].join('\n'),
);

describe('houselights films load', () => {
  let fresh: FreshDatabase;
  let where: string[];
  beforeEach(async () => {
    fresh = await freshDatabase('sqlite', true);
    where = ['--data', fresh.folder];
  });
  afterEach(() => fresh.drop());

  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(fresh.folder, name);
    writeFileSync(path, content);
    return path;
  };

  test('prints the report of an import and how many rows it left out; undo takes the films back', async () => {
    const path = file('title.basics.tsv.gz', BASICS);
    const load = ['films', 'load', path, '--licensed', '--json', ...where];
    const sifted = await houselights([
      ...load,
      '--dry-run',
      '--types',
      'Movie',
      '--from',
      '1970',
      '--genre',
      'drama',
    ]);
    expect(sifted).toMatchObject({ code: 0, err: '' });
    expect(sifted.json()).toEqual({
      ...{ format: 'films-imdb', batch: null, rows: 1, created: 1, updated: 0, unchanged: 0 },
      ...{ unmatched: 0, rejected: 0, problems: [], problemsTotal: 0, leftOut: 2 },
    });
    const report = (await houselights(load)).json();
    expect(report).toMatchObject({
      batch: expect.stringMatching(/^\w{26}$/),
      rows: 2,
      created: 2,
      leftOut: 1,
    });
    expect((await houselights(load)).json()).toMatchObject({ created: 0, unchanged: 2 });
    const undone = await houselights(['undo', String(report.batch), '--json', ...where]);
    expect(undone).toMatchObject({ code: 0 });
    expect((await houselights([...load, '--dry-run'])).json()).toMatchObject({ created: 2 });
  });

  test('says what it did to people, with a bar where they watch it', async () => {
    const path = file('films.csv', 'Title,Year\nKes,1969\n,1970\nShow,1999,\n');
    const ended = await houselights(['films', 'load', path, ...where], { terminal: true });
    expect(ended.code).toBe(0);
    expect(ended.out).toMatch(
      /^3 rows: 2 created, 1 not taken\nTo take it back: houselights undo \w{26}\n1 thing to look at:\n {2}films\.csv, 3: The film has no title\.\n$/,
    );
    expect(ended.err.endsWith('█ 100 %\r\u001b[K')).toBe(true);
  });

  test('takes IMDb’s data set only with a word, and refuses what it cannot read: exit 1, nothing written', async () => {
    const given = [
      file('title.basics.tsv.gz', BASICS),
      join(fresh.folder, 'none.csv'),
      file('odd.txt', '%!\u0001'),
    ];
    const ended = await houselights(['films', 'load', ...given, '--json', ...where]);
    expect(ended.code).toBe(1);
    expect(ended.json()).toMatchObject({ format: null, batch: null, rows: 0, created: 0 });
    const problems = ended.json().problems as { file: string; code: string; message: string }[];
    expect(problems.map(({ file: name, code }) => [name, code])).toEqual([
      ['title.basics.tsv.gz', 'not-licensed'],
      ['none.csv', 'unreadable-file'],
      ['odd.txt', 'unknown-format'],
    ]);
    expect(problems[0]?.message).toContain('that you have a licence or that this is private');
  });

  test('with what it does not understand is exit 2', async () => {
    for (const wrong of [['--types', 'tvSeries'], ['--from', 'then'], ['--to', '99'], []])
      expect(
        (await houselights(['films', 'load', ...(wrong.length > 0 ? ['a.csv'] : []), ...wrong, ...where]))
          .code,
      ).toBe(2);
  });
});
