import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { browserTest, describeInBrowser } from '../engines/chromium.ts';
import { movie, review, stars } from '../store/importing.ts';
import { type Served, type SignedIn, serveSite } from './served.ts';

const LONG = `${'reviews of a whole season from our own site '.repeat(4)}without_any_break_${'x'.repeat(80)}.json`;

describeInBrowser('bringing in a file', () => {
  let served: Served;
  let owner: SignedIn;
  let folder: string;
  beforeAll(async () => {
    served = await serveSite({ demo: false });
    owner = await served.signedIn('house', 'Hélène Marchetti', 'owner');
    folder = mkdtempSync(join(tmpdir(), 'houselights-import-'));
  });
  afterAll(async () => {
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const comeIn = async (page: Page) => {
    await page.context().addCookies(owner.storageState.cookies);
    await page.goto(`${served.origin}/import`);
  };
  const bring = async (page: Page, content: unknown, name: string) => {
    const buffer = Buffer.from(JSON.stringify(content));
    await page.locator('#files').setInputFiles({ name, mimeType: 'application/json', buffer });
    await page.getByRole('button', { name: 'Look at it first' }).click();
    await page.getByRole('heading', { level: 1, name: 'What is in it' }).waitFor();
  };
  const sideways = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  browserTest('is asked, answered and undone by keyboard alone', async ({ page }) => {
    await comeIn(page);
    await bring(page, movie('Keys', [review('Ada Quill', 'By hand.', stars(4))]), 'keys.json');
    await page.getByRole('link', { name: 'To the questions' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('visibility');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    for (const name of ['allows', 'allows', 'word']) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(name);
    }
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Imported' }).waitFor();
    expect(await page.getByText('Members of this site can see it.').count()).toBe(1);
    await page.getByRole('link', { name: 'Undo this import' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Undo it' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Undone' }).waitFor();
  });

  browserTest('the browser itself asks for both answers', async ({ page }) => {
    await comeIn(page);
    await bring(page, movie('Asked', [review('Ada Quill', 'Yes?')]), 'asked.json');
    const address = page.url();
    await page.getByRole('button', { name: 'Import 1 row' }).click();
    expect(page.url()).toBe(address);
    expect(await page.locator('input[name=visibility]:invalid').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Leave it' }).click();
    await page.getByRole('heading', { level: 1, name: 'Import', exact: true }).waitFor();
  });

  browserTest('stays within a narrow screen, whatever a file is called', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await comeIn(page);
    await page.getByText('How such a file looks').click();
    expect(await sideways(page)).toBe(0);
    const rtl = review('عبد الرحمن بن محمد الأندلسي الطويل الاسم', 'لا أحد يجدف.', stars(5));
    const wide = movie(`Unbroken${'x'.repeat(90)}`, [rtl, { '@type': 'Review', reviewBody: 'Whose?' }]);
    await bring(page, wide, LONG);
    expect(await sideways(page)).toBe(0);
    await page.goto(`${served.origin}/import`);
    expect(await page.getByText('without_any_break').count()).toBe(0);
    expect(await page.getByText('kept until').count()).toBe(1);
    expect(await sideways(page)).toBe(0);
  });

  browserTest('tells by itself when an import has begun and when it is done', async ({ page }) => {
    const { store } = served.site;
    const lease = Date.now() + 3_600_000;
    const input = {
      format: 'jsonld',
      sourceName: 'x',
      memberId: null,
      visibility: 'me',
      word: null,
    } as const;
    const running = await store.transact((writer) => writer.batches.start({ ...input, lease }, Date.now()));
    await comeIn(page);
    await bring(page, movie('Patience', [review('Ada Quill', 'At last.')]), 'patience.json');
    await page.getByLabel('Everyone').check();
    await page.locator('#given').check();
    await page.getByRole('button', { name: 'Import 1 row' }).click();
    await page.getByText('Another import is under way; yours begins when it is done.').waitFor();
    await store.transact((writer) => writer.batches.setState(running ?? '', 'refused', Date.now()));
    await page.getByRole('heading', { level: 1, name: 'Imported' }).waitFor();
    await page.getByRole('link', { name: 'Patience' }).waitFor();
  });

  browserTest('a hundred megabytes are answered with a sentence', async ({ page }) => {
    const large = join(folder, 'large.json');
    writeFileSync(large, Buffer.alloc(100_000_000, 32));
    await comeIn(page);
    await page.locator('#files').setInputFiles(large);
    await page.getByRole('button', { name: 'Look at it first' }).click();
    await page.getByText('Together that is more than 50 MB, and none of it was kept.').waitFor();
  });
});
