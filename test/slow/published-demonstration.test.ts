import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillDemonstration } from '../../src/demo/fill.ts';
import { deadLinks, filesOf, publishedTo } from '../app/published.ts';
import { openTestSite, type TestSite } from '../app/site.ts';
import { faultsOf } from '../html/validator.ts';

describe('a copy of the demonstration', () => {
  let folder: string;
  let shown: TestSite;
  beforeAll(async () => {
    shown = await openTestSite();
    await fillDemonstration(shown.site.store, shown.clock.now);
    folder = join(shown.folder, 'copy');
    await publishedTo(folder, shown);
  }, 60_000);
  afterAll(() => shown.close());

  test('leads nowhere that is not there', () => {
    expect(deadLinks(folder, (address, tag) => tag === 'a' && /^https?:/.test(address))).toEqual([]);
  });

  test('has valid pages, where much of them is gone', async () => {
    const of = [/^(index|films|about|programme|search)\b/, /^film\/p/, /^@ines\//];
    const pages = filesOf(folder).filter((file) => of.some((one) => one.test(file)) && /html$/.test(file));
    expect(pages.length).toBeGreaterThan(10);
    for (const file of pages)
      expect(await faultsOf(readFileSync(join(folder, file), 'utf8')), file).toEqual([]);
  });

  test('has no page that was not found', () => {
    const lost = filesOf(folder).filter(
      (file) => /html$/.test(file) && /error-\w+\.css/.test(readFileSync(join(folder, file), 'utf8')),
    );
    expect(lost).toEqual([]);
  });

  test('has no page that leads to the site, sends anything to it or asks it', () => {
    for (const file of filesOf(folder).filter((one) => one.endsWith('.html'))) {
      const page = readFileSync(join(folder, file), 'utf8');
      expect(page, file).not.toMatch(
        /localhost|action="(?!(\S*search\/)?index\.html")|method="post"|type="module"|\/report"|"\/[a-z@]/i,
      );
    }
  });
});
