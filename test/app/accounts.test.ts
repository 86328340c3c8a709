import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Accounts, openAccounts } from '../../src/accounts/accounts.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { describeOnBothEngines, type FreshDatabase, freshDatabase } from '../engines/store.ts';

const ANN = { email: 'ann@example.org', password: 'carbon arc lamp', name: 'Ann' };

describeOnBothEngines('accounts', (engine) => {
  let fresh: FreshDatabase;
  let store: Store;
  let accounts: Accounts;
  beforeEach(async () => {
    fresh = await freshDatabase(engine, true);
    store = await openStore(fresh.database);
    accounts = openAccounts({ engine: store.engine, secret: 'x'.repeat(43), url: 'http://localhost:3000' });
  });
  afterEach(async () => {
    await store.close();
    await fresh.drop();
  });
  const bearing = (cookies: string[]) =>
    new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });

  test('who signed up is known by the cookie, and no longer after signing out', async () => {
    const { account, cookies } = await accounts.signUp(ANN, new Headers());
    expect(await accounts.whoIs(bearing(cookies))).toEqual(account);
    await accounts.signOut(bearing(cookies));
    expect(await accounts.whoIs(bearing(cookies))).toBeNull();
  });

  test('a wrong password and an unknown address are refused alike', async () => {
    await accounts.create(ANN);
    const wrong = accounts.signIn({ ...ANN, password: 'carbon arc lamps' }, new Headers());
    await expect(wrong).rejects.toMatchObject({ kind: 'wrong-sign-in' });
    const unknown = accounts.signIn({ ...ANN, email: 'bob@example.org' }, new Headers());
    await expect(unknown).rejects.toMatchObject({ kind: 'wrong-sign-in' });
  });

  test('an address is taken once, however it is spelled', async () => {
    await accounts.create(ANN);
    const again = accounts.create({ ...ANN, email: ' ANN@Example.org ' });
    await expect(again).rejects.toMatchObject({ kind: 'email-taken' });
  });

  test('a password that is guessed first is refused', async () => {
    for (const password of ['short', 'password1', 'aaaaaaaaaaaa', 'Qwertyui'])
      await expect(accounts.create({ ...ANN, password })).rejects.toMatchObject({ kind: 'weak-password' });
  });

  test('a proven address signs in without a password and is verified', async () => {
    const made = await accounts.create({ email: ANN.email, name: ANN.name });
    const { account, cookies } = await accounts.signInProven(made.id, new Headers());
    expect(account.emailVerified).toBe(true);
    expect((await accounts.whoIs(bearing(cookies)))?.id).toBe(made.id);
  });

  test('a mailed link is good once', async () => {
    const made = await accounts.create(ANN);
    const token = await accounts.linkToken(ANN.email);
    const opened = await accounts.openLink(token ?? '', new Headers());
    expect(opened?.account).toMatchObject({ id: made.id, emailVerified: true });
    expect((await accounts.whoIs(bearing(opened?.cookies ?? [])))?.id).toBe(made.id);
    expect(await accounts.openLink(token ?? '', new Headers())).toBeNull();
    expect(await accounts.linkToken('nobody@example.org')).toBeNull();
  });

  test('a forged cookie signs nobody in', async () => {
    const { cookies } = await accounts.signUp(ANN, new Headers());
    const [name = '', value = ''] = (cookies[0]?.split(';')[0] ?? '').split('=');
    const forged = new Headers({ cookie: `${name}=${decodeURIComponent(value).split('.')[0]}.forged` });
    expect(await accounts.whoIs(forged)).toBeNull();
  });

  test('cookies are Secure and __Host- exactly on https', async () => {
    const { cookies } = await accounts.signUp(ANN, new Headers());
    expect(cookies[0]).toMatch(/^houselights=[^;]+;.*HttpOnly;.*SameSite=Lax/i);
    expect(cookies[0]).not.toMatch(/Secure|Domain/i);
    const secure = openAccounts({
      engine: store.engine,
      secret: 'x'.repeat(43),
      url: 'https://films.example.org',
    });
    const { cookies: safe } = await secure.signIn(ANN, new Headers());
    expect(safe[0]).toMatch(/^__Host-houselights=/);
    expect(safe[0]).toMatch(/Secure/i);
    expect(safe[0]).not.toMatch(/Domain/i);
  });

  if (engine === 'sqlite')
    test('who is signed in is known while another process holds the write lock', async () => {
      const { cookies } = await accounts.signUp(ANN, new Headers());
      const code = `import { DatabaseSync } from 'node:sqlite';
        const db = new DatabaseSync(process.argv[1], { timeout: 5000 });
        db.exec('BEGIN IMMEDIATE'); process.stdout.write('held'); process.stdin.resume();`;
      const holder = spawn(process.execPath, ['--input-type=module', '-e', code, fresh.database]);
      await once(holder.stdout, 'data');
      const waiting = store.transact((writer) => writer.versions.raise('site'));
      expect((await accounts.whoIs(bearing(cookies)))?.email).toBe(ANN.email);
      holder.kill('SIGKILL');
      await waiting;
    });
});
