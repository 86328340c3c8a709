import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { browserTest, describeInBrowser } from '../engines/chromium.ts';
import { complaints } from './audit.ts';
import { reachByTab } from './keyboard.ts';
import { type Served, serveSite } from './served.ts';

const FILM = '/film/close-up-1990';
const WORDS = 'He lends him the motorbike.\n\nI have <i>never</i> been lied to so kindly.';

const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: 'en-GB',
  timezoneId: 'UTC',
};
const onPhone = browserTest.extend({ contextOptions: PHONE });
const withoutScripts = browserTest.extend({ contextOptions: { ...PHONE, javaScriptEnabled: false } });

describeInBrowser('a stranger', () => {
  let served: Served;
  let number = 0;
  beforeAll(async () => {
    served = await serveSite({ demo: true });
  });
  afterAll(() => served.close());

  const somebody = () => {
    number += 1;
    return { name: `Noor Visser ${number}`, email: `noor_${number}@example.org` };
  };
  const lastLink = async () =>
    (await served.mailedLinks()).filter((link) => link.includes('/welcome/')).at(-1);
  const at = (path: string) => `${served.origin}${path}`;

  /** What the film's page says of a review, once it is there. */
  const shown = async (page: Page, name: string) => {
    const article = page.locator('.review', { hasText: name });
    expect(await article.locator('h2').textContent()).toBe(`★★★★½ review by ${name}`);
    expect(await article.locator('.text p').allTextContents()).toEqual([
      'He lends him the motorbike.',
      'I have never been lied to so kindly.',
    ]);
    expect(await article.locator('.text i').textContent()).toBe('never');
    expect(await article.locator('.foot').textContent()).toContain('Seen May 2024');
  };

  const byTouch = async (page: Page, scripts: boolean) => {
    const { name, email } = somebody();
    await page.goto(at(FILM));
    await page.getByRole('link', { name: 'Add a review' }).tap();
    await page.locator('.steps label').nth(8).tap();
    expect(await page.getByRole('radio', { name: '4½ out of 5 stars' }).isChecked()).toBe(true);
    await page.getByLabel('Your review').fill(WORDS);
    if (scripts) expect(await page.locator('.preview .text i').textContent({ timeout: 5000 })).toBe('never');
    else expect(await page.locator('.preview').isVisible()).toBe(false);
    await page.getByLabel('Year', { exact: true }).fill('2024');
    await page.getByLabel('Month', { exact: true }).selectOption({ label: 'May' });
    await page.getByText('Title, tags and language').tap();
    await page.getByLabel('Tags').fill('motorbike, truth');
    await page.getByRole('button', { name: 'Go on' }).tap();
    await page.getByLabel('Your name').fill(name);
    await page.getByLabel('Your email address').fill(email);
    await page.getByRole('button', { name: 'Send me the link' }).tap();
    await page.getByText(email).first().waitFor();
    await page.goto((await lastLink()) ?? '');
    expect(new URL(page.url()).pathname).toBe(FILM);
    await shown(page, name);
    // It stays when whoever wrote it signs out, and the form is empty for the next one.
    await page.getByRole('button', { name: 'Sign out' }).tap();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    await page.goto(at(FILM));
    await shown(page, name);
    await page.getByRole('link', { name: 'Add a review' }).tap();
    expect(await page.getByLabel('Your review').inputValue()).toBe('');
  };

  onPhone(
    'writes a review by touch, proves an address, and finds it on the film’s page',
    async ({ page }) => {
      const heard = complaints(page);
      await byTouch(page, true);
      expect(heard).toEqual([]);
    },
  );

  withoutScripts('does the same with JavaScript off', async ({ page }) => {
    await byTouch(page, false);
  });

  browserTest('does the same by keyboard alone, and sees where the keyboard is', async ({ page }) => {
    const { name, email } = somebody();
    const { keyboard } = page;
    await page.goto(at(FILM));
    await reachByTab(page, 'Add a review');
    await keyboard.press('Enter');
    await page.waitForURL(/\/review$/);
    // Nothing is chosen but "No rating", the last of the round; one back from it are five stars.
    await reachByTab(page, 'No rating');
    for (let step = 0; step < 2; step += 1) await keyboard.press('ArrowUp');
    expect(await page.getByRole('radio', { name: '4½ out of 5 stars' }).isChecked()).toBe(true);
    await reachByTab(page, 'Your review');
    for (const [index, line] of WORDS.split('\n').entries()) {
      if (index > 0) await keyboard.press('Enter');
      await keyboard.type(line);
    }
    await reachByTab(page, 'Year');
    await keyboard.type('2024');
    await reachByTab(page, 'Month');
    await keyboard.type('May');
    await reachByTab(page, 'I had seen it before');
    await keyboard.press('Space');
    await reachByTab(page, 'Title, tags and language');
    await keyboard.press('Enter');
    await reachByTab(page, 'Tags');
    await keyboard.type('motorbike, truth');
    await reachByTab(page, 'Go on');
    await keyboard.press('Enter');
    await page.waitForURL(/\/review\/./);
    await reachByTab(page, 'Your name');
    await keyboard.type(name);
    await reachByTab(page, 'Your email address');
    await keyboard.type(email);
    await keyboard.press('Enter');
    await page.getByText(email).first().waitFor();
    await page.goto((await lastLink()) ?? '');
    const article = page.locator('.review', { hasText: name });
    expect(await article.locator('h2').textContent()).toBe(`★★★★½ review by ${name}`);
    expect(await article.locator('.foot').textContent()).toContain('Seen again May 2024');
  });
});
