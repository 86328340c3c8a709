import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '../../bench/seed.ts';
import { fillDemonstration } from '../../src/demo/fill.ts';
import { deadLinks, filesOf, publishedTo } from '../app/published.ts';
import { openTestSite, type TestSite } from '../app/site.ts';
import { publish as review } from '../app/writing.ts';
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

  test('is brought up to date after a review by the answers that can show it', async () => {
    const { films } = await shown.site.store.reader.films.list({ sort: 'title', limit: 1 });
    const before = filesOf(folder);
    await review(shown, films[0]?.slug ?? '', await shown.signedIn('ana'), { text: 'The harbour.' });
    const { made, written } = await publishedTo(folder, shown);
    const shared = before.filter((file) => !/^(film|review|person|card|assets|search)\//.test(file));
    expect(made).toBeLessThan(shared.length + 40);
    expect(written).toBeLessThan(40);
    console.info({ files: before.length, made, written });
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

describe('a copy that is brought up to date after one review', () => {
  /** How many answers are made, and files written, where a site of so many films gets a review by a new member. */
  const afterOne = async (films: number) => {
    const site = await openTestSite();
    try {
      await site.signedIn('the_owner', 'owner');
      // One that few have written of: its reviews' pages have its version.
      const slug = (await seed(site.site.store, { films, reviews: films / 2 })).at(-1) ?? '';
      await site.site.work.stop();
      const folder = join(site.folder, 'copy');
      await publishedTo(folder, site);
      await review(site, slug, await site.signedIn('ana'), { rating: '8', text: 'The harbour, again.' });
      const { made, written } = await publishedTo(folder, site);
      // Lists of the catalogue have one version together, and twenty pages each at most.
      const lists = filesOf(folder).filter((file) => /^(films|genre|country|language|decade)\//.test(file));
      return { made: made - lists.length, written };
    } finally {
      await site.close();
    }
  };

  test('makes as many answers for thousands of films as for hundreds, but for lists of the catalogue', async () => {
    const [small, large] = [await afterOne(400), await afterOne(3000)];
    expect(small.written).toBeGreaterThan(5);
    expect(large.made).toBeLessThan(small.made + 5);
    expect(large.made).toBeLessThan(50);
    expect(large.written).toBeLessThan(small.written + 20);
    console.info(small, large);
  }, 300_000);
});
