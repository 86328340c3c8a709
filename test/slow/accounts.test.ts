import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import type { ImportReport } from '../../src/domain/import.ts';
import { importAccount } from '../../src/interchange/account/import.ts';
import { openAccount } from '../../src/interchange/account/open.ts';
import { COMMAND_LIMITS } from '../../src/interchange/archive.ts';
import { undo } from '../../src/interchange/undo.ts';
import { openStore } from '../../src/store/open.ts';
import { houselights } from '../cli/command.ts';
import { describeWithShared, shared } from '../engines/shared.ts';
import { describeOnBothEngines, freshDatabase } from '../engines/store.ts';
import { clock, differences, dump } from '../store/importing.ts';

const ACCOUNTS = 'data/letterboxd';
const COMMAND = fileURLToPath(new URL('../../bin/houselights.js', import.meta.url));
/** Makes a process say at its end how much memory it had at most, in megabytes. */
const PEAK = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => console.error('peak', Math.round(process.resourceUsage().maxRSS / 1000)));",
)}`;
const COLUMNS =
  'engine,account,rows,created,updated,unchanged,unmatched,rejected,created or unchanged,whole files,seconds,peak MB,again,undone';

/** The import of one account by the command, as its owner runs it: a process of its own. */
async function byCommand(at: readonly string[], account: string) {
  const began = performance.now();
  const argv = ['import', account, '--as', 'rosa', '--json', ...at];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    '--import',
    PEAK,
    COMMAND,
    ...argv,
  ]);
  return {
    report: JSON.parse(stdout) as ImportReport,
    seconds: (performance.now() - began) / 1000,
    megabytes: /^peak (\d+)$/m.exec(stderr)?.[1] ?? 'unknown',
  };
}

/** How often each reason stands in a report, of rows or of whole files. */
function reasons({ problems }: ImportReport, ofRows: boolean): string {
  const some = problems.filter(({ row }) => (row !== '') === ofRows);
  const counts = Object.entries(Object.groupBy(some, ({ code }) => code));
  return counts.map(([code, all]) => `${code} ${all?.length}`).join(', ');
}

describeOnBothEngines('real accounts', (engine) => {
  describeWithShared('each comes once, twice changes nothing, and goes without a trace', () => {
    const names = existsSync(shared(ACCOUNTS)) ? readdirSync(shared(ACCOUNTS)) : [];
    const table: string[][] = [];
    afterAll(() => {
      const heads = COLUMNS.split(',');
      for (const cells of [heads, heads.map(() => '---'), ...table])
        process.stdout.write(`| ${cells.join(' | ')} |\n`);
    });

    test.each(names)('%s', { timeout: 300_000 }, async (name) => {
      const fresh = await freshDatabase(engine, true);
      const store = await openStore(fresh.database);
      const now = clock();
      try {
        const folder = shared(`${ACCOUNTS}/${name}`);
        const user = ['user', 'create', 'rosa', '--email', 'rosa@example.org', '--password-stdin'];
        const at = ['--data', fresh.folder, '--database', fresh.database];
        await houselights([...user, ...at], { input: 'a long enough password\n' });
        const { id = '' } = (await store.reader.members.byUsername('rosa')) ?? {};
        const before = await dump(store);
        const { report, seconds, megabytes } = await byCommand(at, folder);
        const { rows, created, updated, unchanged, unmatched, rejected } = report;
        const share = (created + unchanged) / rows;

        const opened = await openAccount(folder, COMMAND_LIMITS, { removed: false });
        if (!opened) throw new Error(`${name} is not known as an export`);
        const options = { asMember: id, memberId: id, visibility: 'everyone' as const, word: 'Mine.', now };
        const again = await importAccount(store, opened.account, options).finally(opened.close);
        const kept = [];
        for (const { batch } of [again, report]) kept.push(...(await undo(store, batch ?? '', now)).kept);
        const left = differences(await dump(store), before);
        table.push([
          engine,
          name,
          ...[rows, created, updated, unchanged].map(String),
          unmatched === 0 ? '0' : `${unmatched} (${reasons(report, true)})`,
          String(rejected),
          `${(share * 100).toFixed(2)} %`,
          reasons(report, false) || '–',
          seconds.toFixed(1),
          megabytes,
          `${again.created} created, ${again.updated} updated`,
          left.length === 0 && kept.length === 0 ? 'as before' : left.join('; '),
        ]);
        expect(rows).toBe(created + updated + unchanged + unmatched + rejected);
        expect(share).toBeGreaterThanOrEqual(0.95);
        expect([again.created, again.updated]).toEqual([0, 0]);
        expect([kept, left]).toEqual([[], []]);
      } finally {
        await store.close();
        await fresh.drop();
      }
    });
  }, [ACCOUNTS]);
});
