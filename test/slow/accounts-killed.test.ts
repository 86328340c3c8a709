import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ImportReport } from '../../src/domain/import.ts';
import { undo } from '../../src/interchange/undo.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { houselights } from '../cli/command.ts';
import { describeWithShared, shared } from '../engines/shared.ts';
import { describeOnBothEngines, freshDatabase } from '../engines/store.ts';
import { clock, differences, dump } from '../store/importing.ts';
import { shape } from '../store/killing.ts';

const ACCOUNT = 'data/letterboxd/acct-c';
const COMMAND = fileURLToPath(new URL('../../bin/houselights.js', import.meta.url));

async function count(store: Store, table: 'marks' | 'entries' | 'list_items'): Promise<number> {
  const all = store.engine.read.selectFrom(table).select((eb) => eb.fn.countAll().as('n'));
  return Number((await all.executeTakeFirstOrThrow()).n);
}

/** When the command is killed: as soon as so much of the account is staged, and while what is visible is finished. */
const MOMENTS: readonly (readonly [string, (store: Store) => Promise<boolean>])[] = [
  ['with its first films', async (store) => (await count(store, 'marks')) > 0],
  ['in the midst of its films', async (store) => (await count(store, 'marks')) > 1500],
  ['in the midst of its diary', async (store) => (await count(store, 'entries')) > 1000],
  ['in the midst of its lists', async (store) => (await count(store, 'list_items')) > 300],
  [
    'when it has become visible',
    async (store) => (await store.reader.batches.unfinished()).some(({ state }) => state === 'done'),
  ],
];

describeOnBothEngines('a real account whose import is killed by the system', (engine) => {
  describeWithShared('comes to the same when it is imported again', () => {
    test('whenever that was', async () => {
      const fresh = await freshDatabase(engine, true);
      const store = await openStore(fresh.database);
      const now = clock();
      const at = ['--data', fresh.folder, '--database', fresh.database];
      const start = () => {
        const argv = [COMMAND, 'import', shared(ACCOUNT), '--as', 'rosa', '--json', ...at];
        const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'ignore'] });
        let out = '';
        child.stdout.on('data', (text) => {
          out += text;
        });
        const ended = once(child, 'close').then(([code, signal]) => ({ code: code ?? signal, out }));
        return { child, ended };
      };
      const whole = async () => {
        const { code, out } = await start().ended;
        expect(code).toBe(0);
        return JSON.parse(out) as ImportReport;
      };
      const undoAll = async () => {
        for (const { id, state } of await store.reader.batches.list(3))
          if (state === 'done') expect((await undo(store, id, now)).kept).toEqual([]);
      };
      try {
        const user = ['user', 'create', 'rosa', '--email', 'rosa@example.org', '--password-stdin'];
        await houselights([...user, ...at], { input: 'a long enough password\n' });
        const before = await dump(store);
        const never = await whole();
        const meant = shape(await dump(store));
        await undoAll();
        expect(differences(await dump(store), before)).toEqual([]);

        for (const [moment, isNow] of MOMENTS) {
          const killed = start();
          while (killed.child.exitCode === null && !(await isNow(store)))
            await new Promise((resolve) => setTimeout(resolve, 5));
          killed.child.kill('SIGKILL');
          expect((await killed.ended).code, moment).toBe('SIGKILL');
          const [batch] = await store.reader.batches.unfinished();
          expect(batch, moment).toBeDefined();
          // As when ten seconds have gone by in which nobody said that the import lives.
          await store.engine.write.updateTable('batches').set({ lease: 0 }).execute();
          const again = await whole();
          expect(again.rows).toBe(never.rows);
          expect(again.created + again.unchanged, moment).toBe(never.created + never.unchanged);
          if (batch?.state === 'done') expect([again.created, again.updated]).toEqual([0, 0]);
          expect(differences(shape(await dump(store)), meant), moment).toEqual([]);
          await undoAll();
          expect(differences(await dump(store), before), moment).toEqual([]);
        }
      } finally {
        await store.close();
        await fresh.drop();
      }
    });
  }, [ACCOUNT]);
});
