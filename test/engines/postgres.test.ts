import pg from 'pg';
import { expect, test } from 'vitest';
import { describeWithPostgres, freshPostgres } from './postgres.ts';

describeWithPostgres('a fresh PostgreSQL', () => {
  async function ask(url: string, statement: string): Promise<unknown[][]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query({ text: statement, rowMode: 'array' })).rows;
    } finally {
      await client.end();
    }
  }

  test('is empty, apart from its neighbours, and gone when dropped', async () => {
    const [one, other] = await Promise.all([freshPostgres(), freshPostgres()]);
    await ask(one.url, 'create table film (title text)');
    expect(await ask(one.url, "select to_regclass('film')::text")).toEqual([['film']]);
    expect(await ask(other.url, "select to_regclass('film')::text")).toEqual([[null]]);
    await one.drop();
    await other.drop();
    await expect(ask(one.url, 'select 1')).rejects.toThrow('does not exist');
  });

  test('orders by code point, knows the case of every script, and has the extensions search needs', async () => {
    const { url, drop } = await freshPostgres();
    const order = await ask(url, "select t from (values ('é'), ('z'), ('Z')) as v (t) order by t");
    expect(order.flat()).toEqual(['Z', 'z', 'é']);
    expect(await ask(url, "select lower('ÉCLAIR')")).toEqual([['éclair']]);
    await ask(url, 'create extension pg_trgm; create extension unaccent');
    await drop();
  });

  test('is dropped although somebody is still connected', async () => {
    const { url, drop } = await freshPostgres();
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    await drop();
    await expect(client.query('select 1')).rejects.toThrow();
  });
});
