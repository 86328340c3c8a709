import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { type FreshDatabase, freshDatabase } from '../engines/store.ts';

describe('What refers to something else', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase('sqlite');
    await (await openStore(fresh.database)).close();
  });
  afterAll(() => fresh.drop());

  test('is found by an index, so that removing a row never reads whole tables', () => {
    const db = new DatabaseSync(fresh.database, { readOnly: true });
    const ask = (text: string) => db.prepare(text).all() as Record<string, string>[];
    const slow: string[] = [];
    const tables = ask("select name from sqlite_master where type = 'table'");
    expect(tables.length).toBeGreaterThan(10);
    for (const { name: table } of tables) {
      const leading = ask(`pragma index_list("${table}")`).map(
        ({ name }) => ask(`pragma index_info("${name}")`)[0]?.name,
      );
      for (const { from, table: target } of ask(`pragma foreign_key_list("${table}")`))
        if (!leading.includes(from)) slow.push(`${table}.${from} refers to ${target}`);
    }
    db.close();
    expect(slow).toEqual([]);
  });
});
