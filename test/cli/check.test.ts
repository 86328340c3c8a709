import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { describeOnBothEngines, type FreshDatabase } from '../engines/store.ts';
import { at, dropBoth, FILES, furnish, twoPlaces } from './backed-up.ts';
import { houselights } from './command.ts';

vi.setConfig({ testTimeout: 90_000 });

describeOnBothEngines('houselights check', (engine) => {
  let fresh: FreshDatabase;
  let other: FreshDatabase;
  let file: string;
  beforeEach(async () => {
    ({ fresh, other, file } = await twoPlaces(engine));
  });
  afterEach(() => dropBoth(fresh, other));

  test('a row that points at none is told by check, with the table', async () => {
    await furnish(fresh);
    await houselights(['backup', file, ...at(fresh)]);
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
    const author = lines.findIndex((line) => line.startsWith('{"table":"authors"')) + 1;
    const ends = lines.findIndex((line) => line.startsWith('{"end"'));
    const { rows, files } = JSON.parse(lines[ends] ?? '') as { rows: number; files: number };
    const fewer = lines.toSpliced(ends, 1, JSON.stringify({ end: true, rows: rows - 1, files }));
    writeFileSync(join(fresh.folder, 'bad.gz'), gzipSync(fewer.toSpliced(author, 1).join('\n')));
    // The transaction itself refuses such a thing, so a backup cannot bring one in.
    expect(await houselights(['restore', join(fresh.folder, 'bad.gz'), ...at(other)])).toMatchObject({
      code: 1,
    });
    await breakKeys(fresh, engine);
    const { code, json } = await houselights(['check', '--json', ...at(fresh)]);
    expect(code).toBe(1);
    expect(json()).toMatchObject({
      sound: false,
      problems: [{ kind: 'dangling', table: 'pins', parent: 'films', rows: 1, message: expect.any(String) }],
    });
  });

  test('a file whose bytes have changed is told by check', async () => {
    await furnish(fresh);
    const [path = ''] = FILES[1] ?? [];
    writeFileSync(join(fresh.folder, 'files', path), 'something else');
    const { code, json } = await houselights(['check', '--json', ...at(fresh)]);
    expect(code).toBe(1);
    expect(json()).toMatchObject({ sound: false, problems: [{ kind: 'damaged', found: path }] });
  });
});

/** A pin of a film that is not there, as no engine would take it. */
async function breakKeys(fresh: FreshDatabase, engine: 'sqlite' | 'postgres'): Promise<void> {
  const pin = "insert into pins select 'gone', id, 1 from entries limit 1";
  if (engine === 'sqlite') {
    const db = new DatabaseSync(fresh.database, { enableForeignKeyConstraints: false, timeout: 5000 });
    db.exec(pin);
    db.close();
    return;
  }
  const key = 'pins_film_id_fkey';
  const client = new pg.Client({ connectionString: fresh.database });
  await client.connect();
  await client.query(
    `alter table pins drop constraint ${key}; ${pin};
     alter table pins add constraint ${key} foreign key (film_id) references films (id) not valid`,
  );
  await client.end();
}
