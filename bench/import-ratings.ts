/**
 * `node bench/import-ratings.ts [--rows 100000,300000,1000000] [--database URL] [--unknown]`: brings in an account that
 * rates so many films, each once, all of them known, by the command, and reads the same file with csv-parse alone;
 * prints both by the clock and by processor time, and the most memory the command held. With a URL the films go into
 * that PostgreSQL database, which must be empty, and one size is measured. With `--unknown` none of the films is there
 * before.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { command, script } from './command.ts';
import { seedKnownFilms, writeRatings } from './known-films.ts';

/** What bringing in ratings cost, and what reading them alone. */
export interface RatingsCost {
  rows: number;
  /** Seconds, by the clock and of the processor. */
  parse: { seconds: number; cpu: number };
  import: { seconds: number; cpu: number };
  /** Bytes. */
  memory: number;
}

const PARSE = fileURLToPath(new URL('./parse-alone.ts', import.meta.url));
const TIMES = 3;

/**
 * Measures one import into a database of its own.
 *
 * @param parent a folder for its files
 * @param database an empty PostgreSQL database; null for SQLite
 * @param known whether the films are there before
 */
export async function ratingsCost(
  parent: string,
  rows: number,
  database: string | null,
  known = true,
): Promise<RatingsCost> {
  const folder = mkdtempSync(join(parent, 'ratings-'));
  const where = database === null ? ['--data', folder] : ['--data', folder, '--database', database];
  if (known) await seedKnownFilms(database ?? join(folder, 'houselights.sqlite'), rows);
  // Films are made findable when a site is opened, which is no part of an import.
  await command(['check', ...where, '--json']);
  const account = await writeRatings(join(folder, 'letterboxd-bench-2026-01-01'), rows, rows);
  const parses: RatingsCost['parse'][] = [];
  for (let time = 0; time < TIMES; time += 1)
    parses.push((await script<RatingsCost['parse']>([PARSE, join(account, 'ratings.csv')])).said);
  const brought = await command<{ created: number }>(['import', account, ...where, '--json']);
  if (brought.said.created !== rows + 1) throw new Error(JSON.stringify(brought.said));
  rmSync(folder, { recursive: true, force: true });
  const [least] = parses.sort((a, b) => a.cpu - b.cpu);
  const { seconds, cpu, memory } = brought;
  return { rows, parse: least!, import: { seconds, cpu }, memory };
}

/** The same in one line of a table. */
export function ratingsLine({ rows, parse, import: brought, memory }: RatingsCost): string {
  const of = (how: 'seconds' | 'cpu') => `1/${(brought[how] / parse[how]).toFixed(1)}`;
  const times = [parse.seconds, brought.seconds, parse.cpu, brought.cpu].map((time) => time.toFixed(1));
  return `| ${[rows, ...times, of('seconds'), of('cpu'), Math.round(memory / 1e6)].join(' | ')} |`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '100000,300000,1000000' },
      database: { type: 'string' },
      unknown: { type: 'boolean', default: false },
    },
  });
  const parent = mkdtempSync(join(tmpdir(), 'houselights-bench-'));
  try {
    process.stdout.write(
      '| rows | parse s | import s | parse CPU s | import CPU s | ratio | ratio of CPU | memory MB |\n' +
        '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n',
    );
    for (const rows of values.rows.split(',').map(Number))
      process.stdout.write(
        `${ratingsLine(await ratingsCost(parent, rows, values.database ?? null, !values.unknown))}\n`,
      );
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
