import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/open.ts';
import { describeOnBothEngines, type FreshDatabase, freshDatabase } from '../engines/store.ts';
import { dump } from '../store/importing.ts';
import { filmWithReviews, houselights } from './command.ts';

const TWO = filmWithReviews(
  'Die Sünderin von Kiel',
  { author: 'Ada', reviewBody: 'Ein Licht geht an.', reviewRating: { ratingValue: 4 } },
  { author: 'Bo', reviewBody: 'And out again.' },
);
const ONE_BAD = filmWithReviews(
  'Saltworks',
  { author: 'Cai', reviewBody: 'Salt, and work.' },
  { author: 'Dov', reviewBody: 'Eleven.', reviewRating: { ratingValue: 11, bestRating: 5 } },
);

describeOnBothEngines('houselights import and undo', (engine) => {
  let fresh: FreshDatabase;
  let where: string[];
  beforeEach(async () => {
    fresh = await freshDatabase(engine);
    where = ['--data', fresh.folder, '--database', fresh.database];
  });
  afterEach(() => fresh.drop());

  const file = (name: string, text: string | Uint8Array): string => {
    const path = join(fresh.folder, name);
    writeFileSync(path, text);
    return path;
  };
  const inStore = async <T>(ask: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore(fresh.database);
    try {
      return await ask(store);
    } finally {
      await store.close();
    }
  };

  test('makes the database, brings the rows in, and says who can see them', async () => {
    const ended = await houselights(['import', file('two.jsonld', TWO), ...where]);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toMatch(
      /^2 rows: 2 created\nEveryone can see what was imported\.\nThe reviews are shown on this site alone: .+\nTo take it back: houselights undo \w{26}\n$/,
    );
  });

  test('prints one JSON object of the promised shape, and undoes what it named', async () => {
    const path = file('two.jsonld', TWO);
    await houselights(['undo', 'none', ...where]);
    const empty = await inStore(dump);
    const first = (await houselights(['import', path, '--json', ...where])).json();
    expect(Object.keys(first)).toEqual([
      'format',
      'batch',
      'rows',
      'created',
      'updated',
      'unchanged',
      'unmatched',
      'rejected',
      'problems',
      'problemsTotal',
    ]);
    expect(first).toMatchObject({ format: 'jsonld', rows: 2, created: 2, problems: [], problemsTotal: 0 });
    const again = (await houselights(['import', path, '--json', ...where])).json();
    expect(again).toMatchObject({ rows: 2, created: 0, updated: 0, unchanged: 2 });

    for (const { batch } of [again, first])
      expect((await houselights(['undo', String(batch), '--json', ...where])).json()).toMatchObject({
        batch,
        kept: [],
        keptTotal: 0,
      });
    expect(await inStore(dump)).toEqual(empty);
    const refused = await houselights(['undo', String(first.batch), '--json', ...where]);
    expect(refused.code).toBe(1);
    expect(refused.json()).toMatchObject({ error: { code: 'already-undone', message: expect.any(String) } });
    expect(await houselights(['undo', 'nothing', ...where])).toMatchObject({
      code: 1,
      out: '',
      err: 'There is no import of that name.\n',
    });
  });

  test('says which row of which file could not be taken, and why, and takes the others', async () => {
    const files = [file('bad.jsonld', ONE_BAD), join(fresh.folder, 'nowhere.json'), file('two.jsonld', TWO)];
    const { code, json } = await houselights(['import', ...files, '--json', ...where]);
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      rows: 4,
      created: 3,
      rejected: 1,
      problemsTotal: 2,
      problems: [
        { file: 'nowhere.json', row: '', code: 'unreadable-file', message: 'There is no such file.' },
        {
          file: 'bad.jsonld',
          row: 'review[1]',
          code: 'rating-outside-scale',
          message: 'The rating 11 lies outside its scale, 0 to 5.',
        },
      ],
    });
  });

  test('refuses, and writes nothing, when no file can be read', async () => {
    mkdirSync(join(fresh.folder, 'export'));
    await houselights(['import', file('nothing.json', '[]'), ...where]);
    const before = await inStore(dump);
    const files = [
      file('cut.json', '{"@type":"Movie",'),
      file('empty.json', ''),
      join(fresh.folder, 'export'),
    ];
    const { code, json } = await houselights(['import', ...files, '--json', ...where]);
    expect(code).toBe(1);
    expect(json()).toMatchObject({
      batch: null,
      rows: 0,
      rejected: 0,
      problems: [{ code: 'truncated' }, { code: 'empty-file' }, { code: 'unreadable-file' }],
    });
    const told = await houselights(['import', ...files, ...where]);
    expect(told).toMatchObject({ code: 1, out: '' });
    expect(told.err).toBe(
      'Nothing was imported.\n3 things to look at:\n' +
        '  cut.json: The file stops in the middle of something, at line 1. Download or save it once more.\n' +
        '  empty.json: The file is empty.\n' +
        '  export: This is a folder. Only the export of an account is read as one, and it comes alone; else name the files in it.\n',
    );
    expect(await inStore(dump)).toEqual(before);
  });

  test('takes an empty list for what it is: nothing to import', async () => {
    const { code, json } = await houselights(['import', file('none.json', '[]'), '--json', ...where]);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ rows: 0, problemsTotal: 0, batch: expect.any(String) });
  });

  test('refuses to import as somebody it does not know, with every row rejected', async () => {
    const path = file('two.jsonld', TWO);
    for (const dry of [[], ['--dry-run']]) {
      const { code, json } = await houselights([
        'import',
        path,
        '--as',
        'nobody',
        '--json',
        ...dry,
        ...where,
      ]);
      expect(code).toBe(1);
      expect(json()).toMatchObject({
        batch: null,
        rows: 2,
        rejected: 2,
        problems: [{ code: 'no-such-member', message: 'Nobody here goes by the name nobody.' }],
      });
    }
    expect(await inStore((store) => store.reader.batches.unfinished())).toEqual([]);
    expect((await inStore(dump)).films).toEqual([]);
  });

  test('only looks with --dry-run', async () => {
    const path = file('bad.jsonld', ONE_BAD);
    await houselights(['undo', 'none', ...where]);
    const before = await inStore(dump);
    const { code, out } = await houselights([
      'import',
      path,
      '--dry-run',
      '--visibility',
      'members',
      ...where,
    ]);
    expect(code).toBe(0);
    expect(out).toBe(
      'Nothing was written. This is what the import would do.\n2 rows: 1 created, 1 not taken\n' +
        'Members of this site would see it.\n' +
        'The reviews are shown on this site alone: strips on other sites and posters leave them out.\n1 thing to look at:\n' +
        '  bad.jsonld, review[1]: The rating 11 lies outside its scale, 0 to 5.\n',
    );
    expect(await inStore(dump)).toEqual(before);
  });

  test('keeps the word of whoever runs the site, and who may see, with every review', async () => {
    const password = { input: 'a lamp in the aisle\n' };
    const owner = [
      'user',
      'create',
      'ada',
      '--email',
      'ada@example.org',
      '--password-stdin',
      '--role',
      'owner',
    ];
    expect(await houselights([...owner, ...where], password)).toMatchObject({ code: 0 });
    await houselights(['import', file('two.jsonld', TWO), '--visibility', 'me', ...where]);
    const { rights, entries, batches } = await inStore(async (store) => ({
      rights: await store.engine.read.selectFrom('rights').selectAll().execute(),
      entries: await store.engine.read.selectFrom('entries').selectAll().execute(),
      batches: await store.engine.read.selectFrom('batches').selectAll().execute(),
    }));
    const given_by = (await inStore((store) => store.reader.members.owner()))?.id;
    expect(rights).toHaveLength(2);
    for (const right of rights)
      expect(right).toMatchObject({
        basis: 'permission',
        given_by,
        word: expect.stringMatching(/answers for/),
      });
    expect(entries.map((entry) => entry.visibility)).toEqual(['me', 'me']);
    expect(batches).toMatchObject([{ member_id: given_by, word: rights[0]?.word, visibility: 'me' }]);
  });

  test('says and keeps with every review where else it may be shown', async () => {
    const path = file('two.jsonld', TWO);
    const { out } = await houselights(['import', path, '--allows', 'posters', '--allows=strips', ...where]);
    expect(out).toContain(
      'They may also stand in strips on other sites. Sentences of them may also stand on posters.\n',
    );
    const rights = await inStore((store) => store.engine.read.selectFrom('rights').selectAll().execute());
    for (const one of rights) expect(one.allowed).toBe('["here","strips","posters"]');
    expect(rights[0]?.word).toContain('may also stand on posters');
  });

  test('counts off a bar on a terminal, and nowhere else', async () => {
    const path = file('two.jsonld', TWO);
    const seen = await houselights(['import', path, ...where], { terminal: true });
    expect(seen.err).toContain('100 %');
    expect(seen.err.endsWith('\r\u001b[K')).toBe(true);
    expect((await houselights(['import', path, ...where])).err).toBe('');
  });
});

describe('what is not understood', () => {
  const cases: [string, string[]][] = [
    ['no file', ['import']],
    ['an unknown visibility', ['import', 'a.json', '--visibility', 'all']],
    ['a draft, which an import cannot be', ['import', 'a.json', '--visibility', 'draft']],
    ['a use nobody knows', ['import', 'a.json', '--allows', 'here,mugs']],
    ['an unknown format', ['import', 'a.json', '--format', 'xlsx']],
    ['an unknown option', ['import', 'a.json', '--as-if']],
    ['an import without its name', ['undo']],
    ['an unknown command', ['imprt', 'a.json']],
    ['a user without a password', ['user', 'create', 'ada', '--email', 'ada@example.org']],
  ];
  for (const [name, argv] of cases) {
    test(`${name}: exit 2, a sentence, and with --json one object`, async () => {
      const plain = await houselights(argv);
      expect(plain).toMatchObject({ code: 2, out: '' });
      expect(plain.err).toMatch(/^error: .+\n/);
      const { code, json } = await houselights([...argv, '--json']);
      expect(code).toBe(2);
      expect(json()).toEqual({ error: { code: 'usage', message: expect.stringMatching(/^(?!error).+/) } });
    });
  }

  test('a setting that cannot be used is named, also in JSON', async () => {
    const argv = ['import', 'a.json', '--database', 'mysql://nowhere/films', '--data', '/nonexistent/\0'];
    const plain = await houselights(argv);
    expect(plain).toMatchObject({ code: 2, out: '' });
    expect((await houselights([...argv, '--json'])).json()).toMatchObject({ error: { code: 'setting' } });
  });

  test('a database that does not answer is a sentence and exit 1', async () => {
    const argv = ['import', 'a.json', '--database', 'postgres://nobody@127.0.0.1:1/films'];
    const { code, json, err } = await houselights([...argv, '--json', '--data', '/tmp']);
    expect(code).toBe(1);
    expect(json()).toMatchObject({
      error: { code: 'failed', message: expect.stringMatching(/does not answer/) },
    });
    expect(err).not.toContain('    at ');
  });

  test('a file that is no database is a sentence and exit 1, and stays as it is', async () => {
    const fresh = await freshDatabase('sqlite');
    writeFileSync(fresh.database, 'These are not the pages of a database. '.repeat(100));
    const { code, err } = await houselights(['undo', 'x', '--data', fresh.folder]);
    expect(code).toBe(1);
    expect(err).toBe('houselights: The database file is none, or it is damaged.\n');
    expect(readdirSync(fresh.folder)).toEqual(['houselights.sqlite']);
    await fresh.drop();
  });

  test('sentences come in the language of the environment', async () => {
    const fresh = await freshDatabase('sqlite');
    const environment = { LANG: 'de_DE.UTF-8' };
    const { err } = await houselights(['undo', 'x', '--data', fresh.folder], { environment });
    expect(err).toBe('Einen Import mit diesem Namen gibt es nicht.\n');
    await fresh.drop();
  });
});
