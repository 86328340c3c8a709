import { afterAll, beforeAll, expect } from 'vitest';
import { browserTest, describeInBrowser } from '../engines/chromium.ts';
import { type Served, serveSite } from './served.ts';
import { transcript } from './transcript.ts';

describeInBrowser('what a screen reader says', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveSite({ demo: true, now: Date.UTC(2026, 10, 25, 12) });
  });
  afterAll(() => served.close());

  browserTest('of a film’s page', async ({ page }) => {
    await page.goto(`${served.origin}/film/close-up-1990`);
    await expect(await transcript(page, 'body')).toMatchFileSnapshot('transcripts/film-page.txt');
  });

  browserTest('of the form of a review that needs another look', async ({ page }) => {
    await page.goto(`${served.origin}/film/close-up-1990/review`);
    await page.getByLabel('Month', { exact: true }).selectOption('May');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('alert').waitFor();
    await expect(await transcript(page, 'main')).toMatchFileSnapshot('transcripts/review-form-amiss.txt');
  });

  browserTest('of the form of a review', async ({ page }) => {
    await page.goto(`${served.origin}/film/close-up-1990/review`);
    await expect(await transcript(page, 'body')).toMatchFileSnapshot('transcripts/review-form.txt');
  });
});
