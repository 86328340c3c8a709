import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { browserTest, describeInBrowser } from '../engines/chromium.ts';
import { type Served, serveSite } from './served.ts';

const WORDS = 'The real one takes the taxi.\nThe other one <b>pays</b>.';

describeInBrowser('what is typed into the form of a review', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveSite({ demo: true });
  });
  afterAll(() => served.close());

  const open = (page: Page, film = 'close-up-1990') => page.goto(`${served.origin}/film/${film}/review`);
  const fill = async (page: Page, words = WORDS) => {
    await page.getByLabel('3½ out of 5 stars').check({ force: true });
    await page.getByLabel('Your review').fill(words);
    await page.getByLabel('I liked it').check();
    await page.getByLabel('Year', { exact: true }).fill('1991');
    await page.getByText('Title, tags and language').click();
    await page.getByLabel('Tags').fill('taxi');
  };
  const isKept = async (page: Page, words = WORDS) => {
    expect(await page.getByLabel('Your review').inputValue()).toBe(words);
    expect(await page.getByLabel('3½ out of 5 stars').isChecked()).toBe(true);
    expect(await page.getByLabel('I liked it').isChecked()).toBe(true);
    expect(await page.getByLabel('Year', { exact: true }).inputValue()).toBe('1991');
    expect(await page.getByLabel('Tags').inputValue()).toBe('taxi');
  };
  const isEmpty = async (page: Page) => {
    expect(await page.getByLabel('Your review').inputValue()).toBe('');
    expect(await page.getByLabel('No rating').isChecked()).toBe(true);
    expect(await page.getByText('kept in this browser').isVisible()).toBe(false);
  };
  /** Waits until this browser keeps something. */
  const stored = (page: Page, part: string) =>
    page.waitForFunction((words) => JSON.stringify(localStorage).includes(words), part);

  browserTest('survives a reload, and says where it comes from', async ({ page }) => {
    await open(page);
    await fill(page);
    await page.reload();
    await isKept(page);
    // A reload brings a form's fields back by itself; another visit shows that it is kept.
    await open(page);
    await isKept(page);
    expect(await page.getByText('kept in this browser').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Start afresh' }).click();
    await isEmpty(page);
    await open(page);
    await isEmpty(page);
  });

  browserTest('survives a way out and back', async ({ page }) => {
    await open(page);
    await fill(page);
    await page.getByRole('link', { name: 'Close-Up' }).first().click();
    await page.getByRole('link', { name: 'Add a review' }).waitFor();
    await page.goBack();
    await isKept(page);
    await page.goForward();
    await page.getByRole('link', { name: 'Add a review' }).click();
    await isKept(page);
  });

  browserTest('survives a closed tab', async ({ page, context }) => {
    await open(page);
    await fill(page);
    await stored(page, 'taxi');
    await page.close();
    const other = await context.newPage();
    await open(other);
    await isKept(other);
  });

  browserTest('survives being typed before the script has come', async ({ page }) => {
    const scriptComes = await withoutScript(page);
    await page.goto(`${served.origin}/film/close-up-1990/review`, { waitUntil: 'commit' });
    await fill(page);
    scriptComes();
    await stored(page, 'taxi');
    await open(page);
    await isKept(page);
  });

  browserTest('stays beside what was kept before, when the script comes late', async ({ page }) => {
    await open(page);
    await fill(page);
    await stored(page, 'taxi');
    const scriptComes = await withoutScript(page);
    await page.goto(`${served.origin}/film/close-up-1990/review`, { waitUntil: 'commit' });
    await page.getByLabel('Your review').fill('And one thing more.');
    scriptComes();
    await page.getByText('kept in this browser').waitFor();
    await isKept(page, `${WORDS}\n\nAnd one thing more.`);
  });

  browserTest('is not mixed with another film’s in another tab', async ({ page, context }) => {
    const other = await context.newPage();
    await open(page);
    await open(other, 'stalker-1979');
    await fill(page);
    await fill(other, 'Rain indoors.');
    await stored(page, 'Rain indoors.');
    await Promise.all([open(page), open(other, 'stalker-1979')]);
    await isKept(page);
    await isKept(other, 'Rain indoors.');
  });

  browserTest('is there again when the form is sent without a name and left', async ({ page, context }) => {
    await open(page);
    await fill(page);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByLabel('Your name').waitFor();
    await page.goBack();
    await isKept(page);
    await page.goForward();
    await page.getByRole('link', { name: 'Change the words' }).click();
    await isKept(page);
    // The site has it now, and says so; this browser does not say it again.
    expect(await page.getByText('They are not published yet').isVisible()).toBe(true);
    expect(await page.getByText('kept in this browser').isVisible()).toBe(false);
    const other = await context.newPage();
    await open(other);
    await isKept(other);
  });

  browserTest(
    'is gone once it is published, from a page that was left open too',
    async ({ page, context }) => {
      const signed = await served.signedIn('drafts', 'Drafts');
      await context.addCookies(signed.storageState.cookies);
      await open(page);
      await fill(page);
      await page.getByRole('button', { name: 'Publish the review' }).click();
      await page.locator('.review', { hasText: 'Drafts' }).waitFor();
      await open(page);
      await isEmpty(page);
      await page.goBack();
      await page.goBack();
      await isEmpty(page);
    },
  );
});

describeInBrowser('the preview of a review', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveSite({ demo: true });
  });
  afterAll(() => served.close());

  browserTest(
    'follows the words in one request for a run of keys, and is not read out at each',
    async ({ page }) => {
      let asked = 0;
      page.on('request', (request) => {
        if (request.url().endsWith('/preview')) asked += 1;
      });
      await page.goto(`${served.origin}/film/close-up-1990/review`);
      const shown = page.locator('.preview .text');
      await page.getByLabel('Your review').pressSequentially('A <i>long</i> run of keys.', { delay: 20 });
      await shown.locator('i').waitFor();
      await page.waitForFunction(
        () => document.querySelector('.preview .text')?.textContent === 'A long run of keys.',
      );
      expect(asked).toBeLessThanOrEqual(3);
      expect(
        await page.locator('[aria-live], [role=status], [role=log]').filter({ has: shown }).count(),
      ).toBe(0);
    },
  );

  browserTest(
    'never runs what is typed, and keeps the last answer when the site is away',
    async ({ page }) => {
      await page.goto(`${served.origin}/film/close-up-1990/review`);
      const text = page.getByLabel('Your review');
      await text.fill(
        'Kept <b>bold</b> <img src=x onerror="document.title=1"><script>document.title=2</script>',
      );
      await page.locator('.preview .text b').waitFor();
      expect(await page.locator('.preview img, .preview script').count()).toBe(0);
      await page.context().setOffline(true);
      const tried = page.waitForEvent('requestfailed');
      await text.fill('Offline <b>now</b>');
      await tried;
      expect(await page.locator('.preview .text b').textContent()).toBe('bold');
      expect(await page.title()).toContain('Close-Up');
    },
  );
});

/** A slow network: the form's script comes when what is answered here is called, and not before. */
async function withoutScript(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/review-form*.js', async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}
