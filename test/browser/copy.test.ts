import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import { publishedTo } from '../app/published.ts';
import { openTestSite, type TestSite } from '../app/site.ts';
import { addFilm, addList, publish } from '../app/writing.ts';
import { browserTest, describeInBrowser } from '../engines/chromium.ts';
import { violations } from './audit.ts';

describeInBrowser('a copy of the site, opened from a folder', () => {
  let site: TestSite;
  let folder: string;
  beforeAll(async () => {
    site = await openTestSite();
    await site.signedIn('the_owner', 'owner');
    const ana = await site.signedIn('ana');
    const heat = await addFilm(site, 'heat-1995', 'Heat', 1995);
    await addFilm(site, 'the-heat-2013', 'The Heat', 2013);
    await publish(site, 'heat-1995', ana, { rating: '9', text: 'They drink coffee.' });
    await addList(site, ana.authorId, { title: 'Heatwaves', films: [{ filmId: heat, note: '' }] });
    folder = join(site.folder, 'copy');
    await publishedTo(folder, site);
  }, 60_000);
  afterAll(() => site.close());

  browserTest('leads from its front to a film, a review and whatever is looked for', async ({ page }) => {
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('requestfailed', (request) => faults.push(request.url()));
    page.on('request', (request) => request.url().startsWith('file:') || faults.push(request.url()));
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await page.getByRole('link', { name: 'Heat', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Heat 1995' }).waitFor();
    expect(await page.getByText('They drink coffee.').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'See all reviews' }).click();
    await page.getByText('They drink coffee.').waitFor();

    await page.getByRole('searchbox').fill('heat');
    await page.keyboard.press('Enter');
    await page.locator('#found-titles a').nth(2).waitFor();
    const found = page.locator('#found-titles li');
    expect(await found.allInnerTexts()).toEqual([
      expect.stringMatching(/^Heat \(1995\)/),
      expect.stringMatching(/^The Heat \(2013\)/),
      expect.stringMatching(/^Heatwaves .*ana$/),
    ]);
    await page.getByRole('searchbox', { name: 'What are you looking for?' }).fill('nothing like it');
    await page.getByText('Nothing here begins like that.').waitFor();
    await page.getByRole('searchbox', { name: 'What are you looking for?' }).fill('ÁN');
    await page.getByRole('link', { name: 'ana' }).click();
    await page.getByRole('heading', { level: 1, name: 'ana' }).waitFor();
    expect(faults).toEqual([]);
    // It asks for the style sheets itself, which no page of a folder may.
    expect(await violations(page)).toEqual([]);
    await page.goto(pathToFileURL(join(folder, 'search/index.html')).href);
    expect(await violations(page)).toEqual([]);
  });
});
