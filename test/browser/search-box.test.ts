import { afterAll, beforeAll, expect } from 'vitest';
import { browserTest, describeInBrowser } from '../engines/chromium.ts';
import { seedFilm } from '../store/seed-film.ts';
import { violations } from './audit.ts';
import { type Served, serveSite } from './served.ts';

const walk = browserTest.extend({
  contextOptions: { locale: 'en-GB', viewport: { width: 900, height: 700 }, hasTouch: true },
});

describeInBrowser('the box in which something is looked for', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveSite({ demo: false });
    await served.signedIn('ann', 'Ann', 'owner');
    await served.site.store.transact(async (writer) => {
      for (const [title, year] of [
        ['Heat', 1995],
        ['The Heat', 2013],
        ['Heathers', 1989],
      ] as const)
        await seedFilm(writer, { title, year, slug: `${title}-${year}`.toLowerCase().replace(' ', '-') }, 1);
    });
  });
  afterAll(() => served.close());

  walk('offers what may be meant, and is worked by the keyboard alone', async ({ page }) => {
    await page.goto(`${served.origin}/about`);
    const box = page.getByRole('combobox', { name: 'Search films, people, members, lists and reviews' });
    await box.focus();
    const before = await page.locator('main').boundingBox();
    await page.keyboard.type('heat');
    const options = page.getByRole('option');
    await options.nth(2).waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('search-box [role=status]').textContent()).toBe('3 suggestions');
    expect(await page.locator('main').boundingBox(), 'nothing moves').toEqual(before);
    expect(await violations(page)).toEqual([]);
    const active = () =>
      page.evaluate(() =>
        document
          .getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')
          ?.textContent?.trim(),
      );
    expect(await active()).toBeUndefined();
    await page.keyboard.press('ArrowDown');
    expect(await active()).toContain('Heat (1995)');
    await page.keyboard.press('ArrowUp');
    expect(await active(), 'back in the box').toBeUndefined();
    await page.keyboard.press('ArrowUp');
    expect(await active(), 'round to the last').toContain('Heathers');
    await page.keyboard.press('Escape');
    expect(await options.count()).toBe(0);
    expect(await box.inputValue()).toBe('heat');
    await page.keyboard.press('ArrowDown');
    await options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/film/heat-1995');
  });

  walk('sends the form where nothing is chosen, and closes when it is left', async ({ page }) => {
    await page.goto(`${served.origin}/about`);
    await page.getByRole('combobox').focus();
    await page.keyboard.type('heat');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.getByRole('option').count()).toBe(0);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=heat');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Found for');
  });

  walk('waits for what is put together from several keys, and takes a finger', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/search/suggestions'))
        asked.push(new URL(request.url()).searchParams.get('q') ?? '');
    });
    await page.goto(`${served.origin}/about`);
    await page.getByRole('combobox').focus();
    const typing = await page.context().newCDPSession(page);
    await typing.send('Input.imeSetComposition', { text: 'he', selectionStart: 2, selectionEnd: 2 });
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    await typing.send('Input.insertText', { text: 'heat' });
    await page.getByRole('option').nth(1).tap();
    await page.waitForURL('**/film/the-heat-2013');
    expect(asked).toEqual(['heat']);
  });
});
