import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { describeWithPostgres } from '../engines/postgres.ts';
import { describeOnBothEngines, freshDatabase } from '../engines/store.ts';
import { at, everything, furnishWhole, inStore } from './backed-up.ts';
import { houselights } from './command.ts';

vi.setConfig({ testTimeout: 90_000 });

describeOnBothEngines('a backup of an older version', (engine) => {
  test('is put back as its schema was, and then brought up to date', async () => {
    const fresh = await freshDatabase(engine);
    const file = join(fresh.folder, 'old.gz');
    const lines = [
      {
        houselights: 'backup',
        format: 1,
        made: '2026-11-25T12:00:00.000Z',
        migrations: ['001-foundation', '002-accounts'],
      },
      { table: 'films', columns: ['id', 'slug', 'title', 'title_key', 'canonical_id', 'created', 'updated'] },
      ['b', 'second', 'Second', 'second', 'a', 1, 1],
      ['a', 'first', 'First', 'first', null, 1, 1],
      { table: 'accounts', columns: ['id', 'name', 'email', 'emailVerified', 'createdAt', 'updatedAt'] },
      ['1', 'Ada', 'ada@example.org', 1, '2026-11-25', '2026-11-25'],
      { table: 'sessions', columns: ['id', 'userId', 'token', 'expiresAt', 'createdAt', 'updatedAt'] },
      ['1', '1', 'a token that lay open', '2027-11-25', '2026-11-25', '2026-11-25'],
      { end: true, rows: 4, files: 0 },
    ];
    writeFileSync(file, gzipSync(lines.map((line) => JSON.stringify(line)).join('\n')));
    expect(await houselights(['restore', file, ...at(fresh)])).toMatchObject({ code: 0, err: '' });
    const after = await inStore(fresh, everything);
    expect(after.films).toHaveLength(2);
    // A later migration ends sessions whose tokens lay open, and makes tables the backup knew nothing of.
    expect(after).toMatchObject({ sessions: [], deletions: [] });
    expect(await houselights(['check', ...at(fresh)])).toMatchObject({ code: 0 });
    await fresh.drop();
  });
});

describeWithPostgres('moving a site', () => {
  test('from SQLite to PostgreSQL and back leaves every row as it was', async () => {
    const sqlite = await freshDatabase('sqlite');
    const postgres = await freshDatabase('postgres');
    const home = await freshDatabase('sqlite');
    await furnishWhole(sqlite);
    const [there, back] = [join(sqlite.folder, 'there.gz'), join(sqlite.folder, 'back.gz')];
    await houselights(['backup', there, ...at(sqlite)]);
    expect(await houselights(['restore', there, ...at(postgres)])).toMatchObject({ code: 0, err: '' });
    await houselights(['backup', back, ...at(postgres)]);
    expect(await houselights(['restore', back, ...at(home)])).toMatchObject({ code: 0, err: '' });
    const before = await inStore(sqlite, everything);
    expect({ ...(await inStore(home, everything)), kysely_migration: [] }).toEqual({
      ...before,
      kysely_migration: [],
    });
    for (const one of [sqlite, postgres, home]) await one.drop();
  });
});
