import { join } from 'node:path';
import { StatementSync } from 'node:sqlite';
import { pino } from 'pino';
import { readConfig } from '../src/config.ts';
import { openSite } from '../src/main.ts';
import { seedSite } from './site.ts';

/** How many questions a film's page asks the database, counted at the driver, when the film has so many reviews. */
export async function questionsOfFilmPage(parent: string, reviews: number): Promise<number> {
  const { folder, slugs } = await seedSite(parent, `questions-${reviews}`, { films: 1, reviews });
  const config = readConfig({ data: folder, database: join(folder, 'houselights.sqlite'), port: '0' }, {});
  const site = await openSite(config, { pageCache: 0, log: pino({ level: 'silent' }) });
  const { all } = StatementSync.prototype;
  const original = all as (...values: unknown[]) => unknown;
  let asked = 0;
  try {
    const ask = async () => (await site.app.request(`/film/${slugs[0]}`)).text();
    await site.work.stop();
    // What the site remembers for all pages is read by the first.
    await ask();
    StatementSync.prototype.all = function counted(this: StatementSync, ...values: unknown[]) {
      asked += 1;
      return original.apply(this, values);
    } as typeof all;
    await ask();
  } finally {
    StatementSync.prototype.all = all;
    await site.close();
  }
  return asked;
}
