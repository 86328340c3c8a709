import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startWork, type Work, type WorkParts } from '../../src/jobs/work.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { describeOnBothEngines, type FreshDatabase, freshDatabase } from '../engines/store.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

describeOnBothEngines('jobs', (engine) => {
  let fresh: FreshDatabase;
  let store: Store;
  let works: Work[] = [];
  const clock = { now: 0 };
  const failures: [string, unknown][] = [];

  /** The jobs of one process more. */
  const work = (parts: Partial<WorkParts>) => {
    const { reader, transact } = store;
    const made = startWork({
      reader,
      transact,
      handlers: {},
      holder: `holder ${works.length}`,
      now: () => clock.now,
      failed: (kind, error) => failures.push([kind, error]),
      ...parts,
    });
    works.push(made);
    return made;
  };
  const enqueue = (kind: string, payload: Record<string, unknown> = {}) =>
    store.transact((writer) => writer.jobs.enqueue(kind, payload, clock.now));
  const rows = () => store.engine.read.selectFrom('jobs').selectAll().orderBy('id').execute();
  const take = (holder: string) =>
    store.transact((writer) => writer.jobs.take(holder, clock.now, MINUTE, ['mail']));

  /** Whether a connection of PostgreSQL waits for what another has locked. */
  const somebodyWaits = async () => {
    const waiting = sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    return (await waiting.execute(store.engine.read)).rows.length > 0;
  };

  beforeEach(async () => {
    clock.now = Date.UTC(2026, 10, 25, 12);
    failures.length = 0;
    fresh = await freshDatabase(engine, true);
    store = await openStore(fresh.database);
  });
  afterEach(async () => {
    vi.useRealTimers();
    await Promise.all(works.map((one) => one.stop()));
    works = [];
    await store.close();
    await fresh.drop();
  });

  test('are asked for in the transaction that causes them: seen when it commits, and never when it fails', async () => {
    const done: unknown[] = [];
    const mail = work({ handlers: { mail: async (payload) => void done.push(payload) } });
    const failed = store.transact(async (writer) => {
      await writer.jobs.enqueue('mail', { to: 'nobody' }, clock.now);
      throw new Error('the transaction fails');
    });
    await expect(failed).rejects.toThrow('the transaction fails');
    await mail.settled();
    expect(done).toEqual([]);

    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const open = store.transact(async (writer) => {
      await writer.jobs.enqueue('mail', { to: 'ann' }, clock.now);
      writer.afterCommit(mail.wake);
      await held;
    });
    expect(await store.reader.jobs.due(clock.now, ['mail'])).toBe(false);
    letGo();
    await open;
    await mail.settled();
    expect(done).toEqual([{ to: 'ann' }]);
    expect(await rows()).toEqual([]);
  });

  test('are each done once, however many take them at the same time', async () => {
    const done: unknown[] = [];
    for (let n = 0; n < 12; n += 1) await enqueue('mail', { n });
    const handlers = { mail: async ({ n }: Record<string, unknown>) => void done.push(n) };
    const many = Array.from({ length: 4 }, () => work({ handlers }));
    await Promise.all(many.map((one) => one.settled()));
    expect([...done].sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 12 }, (_, n) => n));
    expect(failures).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  test('are left to whoever has them while the lease lives, and are another’s after it', async () => {
    const id = await enqueue('mail');
    const first = await take('first');
    expect(first?.id).toBe(id);
    expect(await take('second')).toBeNull();
    clock.now += MINUTE;
    expect(await take('second')).toBeNull();
    clock.now += 1;
    expect(await take('second')).toMatchObject({ id, attempts: 2 });
    expect(await take('third')).toBeNull();
  });

  test('are held on to by a heartbeat for as long as they take', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let finish = () => {};
    const begun = Promise.withResolvers<void>();
    const long = work({
      handlers: {
        mail: () => {
          begun.resolve();
          return new Promise<void>((resolve) => {
            finish = resolve;
          });
        },
      },
    });
    await enqueue('mail');
    long.wake();
    await begun.promise;
    for (let beats = 0; beats < 9; beats += 1) {
      const before = (await rows())[0]?.lease ?? 0;
      clock.now += 20_000;
      vi.advanceTimersByTime(20_000);
      await vi.waitFor(async () => expect((await rows())[0]?.lease).toBeGreaterThan(before));
    }
    // Three minutes on, far beyond the first lease.
    expect(await take('somebody else')).toBeNull();
    finish();
    await long.settled();
    expect(await rows()).toEqual([]);
  });

  test('that were taken over are no longer held, ended or put back by whoever had them before', async () => {
    await enqueue('mail');
    const first = { ...(await take('first')), holder: 'first' } as never;
    clock.now += MINUTE + 1;
    const second = await take('second');
    await store.transact(async (writer) => {
      expect(await writer.jobs.hold(first, clock.now + 10 * MINUTE)).toBe(false);
      await writer.jobs.done(first);
      await writer.jobs.failed(first, 'too late', clock.now);
      await writer.jobs.again(first, clock.now);
    });
    const [row] = await rows();
    expect(row).toMatchObject({
      state: 'running',
      holder: 'second',
      attempts: second?.attempts,
      error: null,
    });
    expect(row?.lease).toBe(clock.now + MINUTE);
  });

  test('whose holder says that it lives at the moment another reaches for them stay with it', async () => {
    await enqueue('mail');
    const first = { ...(await take('first')), holder: 'first' } as never;
    clock.now += MINUTE + 1;
    let second: ReturnType<typeof take> | null = null;
    await store.transact(async (writer) => {
      expect(await writer.jobs.hold(first, clock.now + MINUTE)).toBe(true);
      second = take('second');
      // The other sees the lease that has run out, and waits for the row.
      if (engine === 'postgres') await vi.waitUntil(somebodyWaits, { timeout: 20_000 });
    });
    expect(await second).toBeNull();
    expect(await rows()).toMatchObject([{ holder: 'first', attempts: 1 }]);
  });

  test('of every day that are another’s today are not ended by whoever was late with them yesterday', async () => {
    await store.transact((writer) => writer.jobs.plan('mail', clock.now, clock.now));
    const late = { ...(await take('late')), holder: 'late' } as never;
    clock.now += MINUTE + 1;
    const other = { ...(await take('other')), holder: 'other' } as never;
    await store.transact((writer) => writer.jobs.again(other, clock.now + DAY));
    clock.now += DAY;
    expect(await take('today')).toMatchObject({ attempts: 1 });
    await store.transact((writer) => writer.jobs.done(late));
    expect(await rows()).toMatchObject([{ state: 'running', holder: 'today' }]);
  });

  test('are gone on with when somebody else was quicker with one', async () => {
    const done: unknown[] = [];
    await enqueue('mail', { n: 1 });
    let lost = false;
    const mail = work({
      handlers: { mail: async ({ n }) => void done.push(n) },
      transact: (asked) => {
        if (lost) return store.transact(asked);
        lost = true;
        return Promise.resolve(null as never);
      },
    });
    await mail.settled();
    expect(lost).toBe(true);
    expect(done).toEqual([1]);
  });

  test('that fail are tried again after pauses that grow, and given up in the end; what they carried is forgotten', async () => {
    let tried = 0;
    const bad = work({
      handlers: {
        mail: async () => {
          tried += 1;
          throw new Error('no server');
        },
      },
    });
    await enqueue('mail', { to: 'ann@example.org' });
    const pauses: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      await bad.settled();
      const [row] = await rows();
      if (row?.state !== 'waiting') break;
      expect(tried).toBe(round + 1);
      pauses.push((row.due - clock.now) / 1000);
      clock.now = row.due - 1;
      await bad.settled();
      expect(tried).toBe(round + 1);
      clock.now += 1;
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048]);
    expect(await rows()).toMatchObject([{ state: 'failed', attempts: 12, error: 'Error: no server' }]);
    expect(failures).toHaveLength(12);
    await store.transact((writer) => writer.jobs.forgetFailed(clock.now - 30 * DAY));
    expect(await rows()).toHaveLength(1);
    await store.transact((writer) => writer.jobs.forgetFailed(clock.now + 1));
    expect(await rows()).toEqual([]);
  });

  test('a failure holds up no other job', async () => {
    const done: unknown[] = [];
    await enqueue('mail', { to: 'bad' });
    await enqueue('mail', { to: 'good' });
    const mail = work({
      handlers: {
        mail: async ({ to }) => {
          if (to === 'bad') throw new Error('no such address');
          done.push(to);
        },
      },
    });
    await mail.settled();
    expect(done).toEqual(['good']);
  });

  test('whose holder was killed are done by another once its lease has run out, and not before', async () => {
    await enqueue('mail', { to: 'ann' });
    const script = join(fresh.folder, 'takes-a-job.mjs');
    writeFileSync(
      script,
      `const [, , open, database, now] = process.argv;
      const { openStore } = await import(open);
      const store = await openStore(database);
      const take = (writer) => writer.jobs.take('the killed one', Number(now), 60000, ['mail']);
      const job = await store.transact(take);
      process.stdout.write('held ' + job.attempts);
      process.stdin.resume();`,
    );
    const open = new URL('../../src/store/open.ts', import.meta.url).href;
    const child = spawn(process.execPath, [script, open, fresh.database, String(clock.now)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [said] = await once(child.stdout, 'data');
    expect(String(said)).toBe('held 1');
    child.kill('SIGKILL');
    await once(child, 'exit');

    const done: unknown[] = [];
    const other = work({ handlers: { mail: async (payload) => void done.push(payload) } });
    clock.now += MINUTE;
    await other.settled();
    expect(done).toEqual([]);
    clock.now += 1;
    await other.settled();
    expect(done).toEqual([{ to: 'ann' }]);
    expect(await rows()).toEqual([]);
  });

  test('of kinds that a process does not know are left to those that do', async () => {
    await enqueue('import');
    const mail = work({ handlers: { mail: async () => {} } });
    await mail.settled();
    expect(await rows()).toMatchObject([{ kind: 'import', state: 'waiting', attempts: 0 }]);
  });

  test('of every day are planned once by many processes and restarts, done once a day, and never given up', async () => {
    let done = 0;
    let fails = false;
    const daily = {
      sweep: async () => {
        if (fails) throw new Error('not today');
        done += 1;
      },
    };
    const many = [work({ daily }), work({ daily })];
    const all = () => Promise.all(many.map((one) => one.settled()));
    await all();
    expect(await rows()).toMatchObject([{ kind: 'sweep', state: 'waiting' }]);
    expect(done).toBe(0);
    clock.now += 10 * MINUTE;
    await all();
    expect(done).toBe(1);
    many.push(work({ daily }));
    clock.now += DAY - 1;
    await all();
    expect(done).toBe(1);
    clock.now += 1;
    await all();
    expect(done).toBe(2);
    fails = true;
    clock.now += DAY;
    for (let round = 0; round < 20; round += 1) {
      await all();
      clock.now = (await rows())[0]?.due ?? 0;
    }
    expect(failures.length).toBeGreaterThanOrEqual(20);
    fails = false;
    await all();
    expect(done).toBe(3);
    expect(await rows()).toMatchObject([
      { state: 'waiting', attempts: 0, error: null, due: clock.now + DAY },
    ]);
  });
});
