import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Accounts, openAccounts } from '../../src/accounts/accounts.ts';
import type { Engine } from '../../src/store/engines/engine.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { describeOnBothEngines, type FreshDatabase, freshDatabase } from '../engines/store.ts';

const ANN = { email: 'ann@example.org', password: 'carbon arc lamp', name: 'Ann' };
const SECRET = 'x'.repeat(43);
const MINUTE = 60_000;

const bearing = (cookies: string[]) =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });

/** An engine on which one connection fails, as a full disk or a lost server makes it. */
function failing(engine: Engine, connection: 'read' | 'write'): Engine {
  const broken = { executeQuery: () => Promise.reject(new Error('the disk is gone')) };
  return { ...engine, [connection]: broken as unknown as Engine['write'] };
}

describeOnBothEngines('accounts in hard times', (name) => {
  let fresh: FreshDatabase;
  let store: Store;
  let accounts: Accounts;
  const clock = { now: Date.now() };
  const open = (engine: Engine, url = 'http://localhost:3000') =>
    openAccounts({ engine, secret: SECRET, url, now: () => clock.now });
  const rows = async (table: 'accounts' | 'sessions' | 'verifications') =>
    store.engine.read
      .selectFrom(table as never)
      .selectAll()
      .execute() as Promise<Record<string, unknown>[]>;

  beforeEach(async () => {
    clock.now = Date.now();
    fresh = await freshDatabase(name, true);
    store = await openStore(fresh.database);
    accounts = open(store.engine);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await store.close();
    await fresh.drop();
  });

  test('signing out takes the session from the database', async () => {
    const { cookies } = await accounts.signUp(ANN, new Headers());
    expect(await rows('sessions')).toHaveLength(1);
    const cleared = await accounts.signOut(bearing(cookies));
    expect(await rows('sessions')).toEqual([]);
    expect(cleared[0]).toMatch(/^houselights=;.*Max-Age=0/i);
  });

  test('signing out does not claim to be done when the session could not be ended', async () => {
    const { cookies } = await accounts.signUp(ANN, new Headers());
    const out = open(failing(store.engine, 'write')).signOut(bearing(cookies));
    await expect(out).rejects.toThrow();
    expect(await accounts.whoIs(bearing(cookies))).not.toBeNull();
  });

  test('a database that fails is not told as a wrong password, nor as being signed out', async () => {
    const { cookies } = await accounts.signUp(ANN, new Headers());
    const unread = open(failing(store.engine, 'read'));
    await expect(unread.signIn(ANN, new Headers())).rejects.not.toMatchObject({ kind: 'wrong-sign-in' });
    await expect(unread.whoIs(bearing(cookies))).rejects.toThrow();
    const unwritten = open(failing(store.engine, 'write')).signIn(ANN, new Headers());
    await expect(unwritten).rejects.not.toMatchObject({ kind: 'wrong-sign-in' });
  });

  test('a request without a session cookie asks nothing of the database', async () => {
    const deaf = open(failing(failing(store.engine, 'read'), 'write'));
    expect(await deaf.whoIs(new Headers())).toBeNull();
    expect(await deaf.whoIs(new Headers({ cookie: 'theme=dark; other=houselights' }))).toBeNull();
  });

  test('a session that has ended signs nobody in and is read without writing', async () => {
    const { cookies } = await accounts.signUp(ANN, new Headers());
    await store.engine.write
      .updateTable('sessions' as never)
      .set({ expiresAt: '2020-01-01T00:00:00.000Z' } as never)
      .execute();
    expect(await open(failing(store.engine, 'write')).whoIs(bearing(cookies))).toBeNull();
    await accounts.signIn(ANN, new Headers());
    expect(await rows('sessions')).toHaveLength(1);
  });

  test('cookies that nobody could have been given sign nobody in', async () => {
    for (const value of ['', '%', '%E0%A4%A', 'a.b', '.', 'null', `${'a'.repeat(32)}.${'A'.repeat(43)}%3D`])
      expect(await accounts.whoIs(new Headers({ cookie: `houselights=${value}` })), value).toBeNull();
  });

  test('a session outlives a restart, but not another secret', async () => {
    const { account, cookies } = await accounts.signUp(ANN, new Headers());
    await store.close();
    store = await openStore(fresh.database);
    expect(await open(store.engine).whoIs(bearing(cookies))).toEqual(account);
    const other = openAccounts({
      engine: store.engine,
      secret: 'y'.repeat(43),
      url: 'http://localhost:3000',
    });
    expect(await other.whoIs(bearing(cookies))).toBeNull();
  });

  test('the environment cannot put another secret in the place of the site’s', async () => {
    vi.stubEnv('BETTER_AUTH_SECRETS', `1:${'z'.repeat(43)}`);
    vi.stubEnv('BETTER_AUTH_SECRET', 'w'.repeat(43));
    const { cookies } = await open(store.engine).signUp(ANN, new Headers());
    vi.unstubAllEnvs();
    expect((await accounts.whoIs(bearing(cookies)))?.email).toBe(ANN.email);
  });

  test('each sign-in is a session of its own', async () => {
    await accounts.create(ANN);
    const one = await accounts.signIn(ANN, new Headers());
    const two = await accounts.signIn(ANN, bearing(one.cookies));
    expect(two.cookies[0]).not.toEqual(one.cookies[0]);
    await accounts.signOut(bearing(one.cookies));
    expect(await accounts.whoIs(bearing(two.cookies))).not.toBeNull();
  });

  test('a mailed link ends after fifteen minutes', async () => {
    await accounts.create(ANN);
    const early = (await accounts.linkToken(ANN.email)) ?? '';
    const late = (await accounts.linkToken(ANN.email)) ?? '';
    clock.now += 14 * MINUTE;
    expect(await accounts.openLink(early, new Headers())).not.toBeNull();
    clock.now += 2 * MINUTE;
    expect(await accounts.openLink(late, new Headers())).toBeNull();
  });

  test('a link opened many times at once is good once', async () => {
    await accounts.create(ANN);
    const token = (await accounts.linkToken(ANN.email)) ?? '';
    const clicks = Array.from({ length: 8 }, () => accounts.openLink(token, new Headers()));
    const [opened, ...others] = (await Promise.all(clicks)).filter((signed) => signed !== null);
    expect(others).toEqual([]);
    expect((await accounts.whoIs(bearing(opened?.cookies ?? [])))?.email).toBe(ANN.email);
    expect(await rows('sessions')).toHaveLength(1);
  });

  test('a link whose session could not begin is good still', async () => {
    await accounts.create(ANN);
    const token = (await accounts.linkToken(ANN.email)) ?? '';
    const unwritten = open(failing(store.engine, 'write')).openLink(token, new Headers());
    await expect(unwritten).rejects.toThrow('the disk is gone');
    expect(await accounts.openLink(token, new Headers())).not.toBeNull();
  });

  test('links that were never opened are not kept, and no link can be read from the database', async () => {
    await accounts.create(ANN);
    const token = await accounts.linkToken(ANN.email);
    expect(JSON.stringify(await rows('verifications'))).not.toContain(token);
    clock.now += 16 * MINUTE;
    await accounts.linkToken(ANN.email);
    expect(await rows('verifications')).toHaveLength(1);
  });

  test('one address asked for many times at once is one account', async () => {
    const made = await Promise.allSettled(Array.from({ length: 4 }, () => accounts.create(ANN)));
    const refused = made.filter((one) => one.status === 'rejected');
    expect(refused.map((one) => one.reason.kind)).toEqual(['email-taken', 'email-taken', 'email-taken']);
    expect(await rows('accounts')).toHaveLength(1);
  });

  test('a password set later signs in, and the former one no longer does', async () => {
    const { id } = await accounts.create({ email: ANN.email, name: ANN.name });
    const passwordless = accounts.signIn(ANN, new Headers());
    await expect(passwordless).rejects.toMatchObject({ kind: 'wrong-sign-in' });
    await accounts.setPassword(id, ANN.password);
    await accounts.setPassword(id, 'a quite different one');
    await expect(accounts.signIn(ANN, new Headers())).rejects.toMatchObject({ kind: 'wrong-sign-in' });
    const signed = await accounts.signIn({ ...ANN, password: 'a quite different one' }, new Headers());
    expect(signed.account.id).toBe(id);
  });

  test('neither a password nor an address of the network lies open in the database', async () => {
    const headers = new Headers({ 'x-forwarded-for': '203.0.113.9', origin: 'https://elsewhere.example' });
    await accounts.signUp(ANN, headers);
    const signIns = await store.engine.read
      .selectFrom('sign_ins' as never)
      .selectAll()
      .execute();
    expect(JSON.stringify([signIns, await rows('sessions')])).not.toMatch(/carbon arc lamp|203\.0\.113\.9/);
  });

  test('its functions can be passed on without the object', async () => {
    const { create, signIn, byEmail } = accounts;
    const made = await create(ANN);
    expect((await signIn(ANN, new Headers())).account).toEqual(made);
    expect(await byEmail(' Ann@EXAMPLE.org ')).toEqual(made);
  });

  if (name === 'sqlite')
    test('a sign-in waits for a lock that another process holds, and whoIs does not', async () => {
      const { cookies } = await accounts.signUp(ANN, new Headers());
      const code = `import { DatabaseSync } from 'node:sqlite';
        const db = new DatabaseSync(process.argv[1], { timeout: 5000 });
        db.exec('BEGIN IMMEDIATE'); process.stdout.write('held');
        process.stdin.once('data', () => { db.exec('COMMIT'); process.stdout.write('let go'); process.exit(); });`;
      const holder = spawn(process.execPath, ['--input-type=module', '-e', code, fresh.database]);
      const said: string[] = [];
      holder.stdout.on('data', (bytes: Buffer) => said.push(String(bytes)));
      const gone = once(holder, 'exit');
      await once(holder.stdout, 'data');
      const transaction = store.transact((writer) => writer.versions.raise('site'));
      const signingIn = accounts.signIn(ANN, new Headers());
      expect((await accounts.whoIs(bearing(cookies)))?.email).toBe(ANN.email);
      expect({ said, signedIn: await Promise.race([signingIn, 'not yet']) }).toEqual({
        said: ['held'],
        signedIn: 'not yet',
      });
      holder.stdin.write('enough');
      const { cookies: second } = await signingIn;
      expect(said).toEqual(['held', 'let go']);
      expect((await accounts.whoIs(bearing(second)))?.email).toBe(ANN.email);
      await transaction;
      await gone;
    });
});
