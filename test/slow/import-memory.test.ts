import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ratingsCost } from '../../bench/import-ratings.ts';
import { describeOnBothEngines, freshDatabase } from '../engines/store.ts';

/** Enough for the heap and the caches to be as large as they become. */
const FEW = 40_000;

describeOnBothEngines('the memory of an import', (engine) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'houselights-slow-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const megabytes = async (rows: number, known: boolean) => {
    const fresh = await freshDatabase(engine);
    const cost = await ratingsCost(folder, rows, engine === 'sqlite' ? null : fresh.database, known);
    await fresh.drop();
    return Math.round(cost.memory / 1e6);
  };

  test('is the same for three times as many ratings', async () => {
    const few = await megabytes(FEW, true);
    const many = await megabytes(3 * FEW, true);
    process.stdout.write(`${FEW} ratings: ${few} MB, ${3 * FEW}: ${many} MB\n`);
    expect(many).toBeLessThan(few * 1.15);
    expect(many).toBeLessThan(230);
  });

  test('is hardly more for three times as many films that nobody knows', async () => {
    const few = await megabytes(FEW, false);
    const many = await megabytes(3 * FEW, false);
    process.stdout.write(`${FEW} new films: ${few} MB, ${3 * FEW}: ${many} MB\n`);
    expect(many).toBeLessThan(few * 1.3);
  });
});
