import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { openStore } from '../../src/store/open.ts';
import { describeOnBothEngines, type FreshDatabase, freshDatabase } from '../engines/store.ts';
import { dump } from '../store/importing.ts';
import { houselights } from './command.ts';

const EXPORT: Readonly<Record<string, string>> = {
  'watched.csv': 'Date,Name,Year,Letterboxd URI\n2020-01-01,M,1931,https://boxd.it/m1\n',
  'ratings.csv': 'Date,Name,Year,Letterboxd URI,Rating\n2020-01-01,M,1931,https://boxd.it/m1,4.3\n',
  'reviews.csv':
    'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n2020-01-02,M,1931,https://boxd.it/e1,4.5,,Whistling.,,2020-01-01\n',
  'profile.csv': 'Date Joined,Username\n2013-05-01,ana_m\n',
  'deleted/diary.csv':
    'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n2018-01-01,Playtime,1967,,2,,,2018-01-01\n',
};

describeOnBothEngines('houselights import of an account', (engine) => {
  let fresh: FreshDatabase;
  let where: string[];
  beforeEach(async () => {
    fresh = await freshDatabase(engine);
    where = ['--data', fresh.folder, '--database', fresh.database];
  });
  afterEach(() => fresh.drop());

  const dumped = async () => {
    const store = await openStore(fresh.database);
    try {
      return await dump(store);
    } finally {
      await store.close();
    }
  };
  const folder = (top = 'export'): string => {
    for (const [name, text] of Object.entries(EXPORT)) {
      const path = join(fresh.folder, top, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    return join(fresh.folder, top);
  };
  const zipped = async (inside: string): Promise<string> => {
    const zip = new ZipFile();
    for (const [name, text] of Object.entries(EXPORT)) zip.addBuffer(Buffer.from(text), `${inside}${name}`);
    zip.end();
    const pieces: Buffer[] = [];
    for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
    const path = join(fresh.folder, 'letterboxd-ana_m-2025-01-01-00-00-utc.zip');
    writeFileSync(path, Buffer.concat(pieces));
    return path;
  };

  test('as a folder, as a zip, and as a zip packed again: the same report', async () => {
    const reports = [];
    for (const path of [folder(), await zipped(''), await zipped('my export/')])
      reports.push((await houselights(['import', path, '--dry-run', '--json', ...where])).json());
    expect(reports[0]).toMatchObject({
      format: 'letterboxd',
      batch: null,
      rows: 4,
      created: 3,
      rejected: 1,
      problems: [
        { file: 'deleted/diary.csv', row: '', code: 'left-out' },
        { file: 'ratings.csv', row: '2', code: 'rating-outside-scale' },
      ],
    });
    expect(reports[1]).toEqual(reports[0]);
    expect(reports[2]).toEqual(reports[0]);
  });

  test('belongs to the member it is imported as, with what was deleted only on request, and is undone', async () => {
    const user = ['user', 'create', 'ana', '--email', 'ana@example.org', '--password-stdin'];
    await houselights([...user, ...where], { input: 'a long enough password\n' });
    const before = await dumped();
    const done = (
      await houselights(['import', folder(), '--as', 'ana', '--removed', '--json', ...where])
    ).json();
    expect(done).toMatchObject({ rows: 5, created: 4 });
    const entries = (await dumped()).entries ?? [];
    expect(entries.filter((row) => row.includes('["visibility","me"]'))).toHaveLength(1);
    expect(entries.every((row) => row.includes('["basis","own"]'))).toBe(true);
    const ended = await houselights(['undo', String(done.batch), ...where]);
    expect(ended.code).toBe(0);
    expect(await dumped()).toEqual(before);
  });

  test('for somebody nobody knows, or of what is no export, is refused and writes nothing', async () => {
    const before = await houselights(['undo', 'none', ...where]).then(dumped);
    const empty = join(fresh.folder, 'empty');
    mkdirSync(empty);
    for (const [args, code] of [
      [['import', folder(), '--as', 'nobody'], 'no-such-member'],
      [['import', empty], 'unreadable-file'],
    ] as const) {
      const ended = await houselights([...args, '--json', ...where]);
      expect(ended.code).toBe(1);
      expect(ended.json()).toMatchObject({ batch: null, created: 0, problems: [{ code }] });
    }
    expect(await dumped()).toEqual(before);
  });

  test('is told from what it is not', async () => {
    const cut = await zipped('');
    writeFileSync(cut, readFileSync(cut).subarray(0, 300));
    const other = join(fresh.folder, 'other.json');
    writeFileSync(other, '[]');
    const cases: [string[], string][] = [
      [[cut], 'archive-broken'],
      [[other, '--format', 'letterboxd'], 'unknown-format'],
      [[folder(), '--format', 'jsonld'], 'unreadable-file'],
    ];
    for (const [argv, code] of cases) {
      const ended = await houselights(['import', ...argv, '--json', ...where]);
      expect({ argv, code: ended.code, json: ended.json() }).toMatchObject({
        code: 1,
        json: { batch: null, rows: 0, problems: [{ code, message: expect.any(String) }] },
      });
    }
  });
});
