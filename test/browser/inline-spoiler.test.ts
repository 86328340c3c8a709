import { afterAll, beforeAll, expect } from 'vitest';
import { type EntryInput, writeEntry } from '../../src/domain/entry.ts';
import { browserTest, describeInBrowser } from '../engines/chromium.ts';
import { seedFilm } from '../store/seed-film.ts';
import { violations } from './audit.ts';
import { reachByTab } from './keyboard.ts';
import { type Served, serveSite } from './served.ts';

const walk = browserTest.extend({
  contextOptions: { javaScriptEnabled: false, locale: 'en-GB', viewport: { width: 412, height: 900 } },
});

const SAID: EntryInput = {
  rating: 9,
  liked: false,
  viewed: null,
  rewatch: false,
  tags: [],
  title: null,
  text: 'He opens the door and ||the sled is [there](https://example.org/), burning||. Then it ends.',
  format: 'lbml',
  spoiler: 'no',
  language: 'en',
  visibility: 'everyone',
};

describeInBrowser('words hidden within a line', () => {
  let served: Served;
  let address: string;
  beforeAll(async () => {
    served = await serveSite({ demo: false });
    const { store } = served.site;
    const { authorId, memberId } = await served.signedIn('ann', 'Ann', 'owner');
    await store.transact(async (writer) => {
      const filmId = await seedFilm(writer, { title: 'Sled', slug: 'sled' }, 1);
      const by = { authorId, memberId, now: served.now(), today: '2026-11-25', waits: false };
      await writeEntry(writer, filmId, SAID, by);
    });
    address = `${served.origin}/film/sled`;
  });
  afterAll(() => served.close());

  walk(
    'keep their place unseen and unheard until the box before them is ticked, by keyboard too',
    async ({ page }) => {
      await page.goto(address);
      const hidden = page.locator('.hush > span');
      const shown = () => hidden.evaluate((span) => getComputedStyle(span).visibility);
      const heard = () => page.locator('article').ariaSnapshot();
      expect(await shown()).toBe('hidden');
      expect(await heard()).not.toContain('burning');
      expect(await heard()).toContain('checkbox "Show words that tell the story"');
      const before = await page.locator('article').boundingBox();
      await reachByTab(page, 'Show words that tell the story');
      await page.keyboard.press('Space');
      expect(await shown()).toBe('visible');
      expect(await heard()).toContain('burning');
      expect(await page.locator('article').boundingBox(), 'nothing moves').toEqual(before);
      await page.keyboard.press('Space');
      expect(await shown()).toBe('hidden');
      await page.locator('.hush').click();
      expect(await shown()).toBe('visible');
    },
  );

  const withScripts = browserTest.extend({
    contextOptions: { locale: 'en-GB', viewport: { width: 412, height: 900 } },
  });
  withScripts('break no rule of the audit, closed or open', async ({ page }) => {
    await page.goto(address);
    expect(await violations(page)).toEqual([]);
    await page.locator('.hush').click();
    expect(await violations(page)).toEqual([]);
  });
});
