import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type EntryInput, writeEntry } from '../../src/domain/entry.ts';
import { browserTest, describeInBrowser } from '../engines/chromium.ts';
import { type House, openHouse } from './house.ts';
import { serveSite } from './served.ts';

const walk = browserTest.extend({
  contextOptions: {
    javaScriptEnabled: false,
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 412, height: 900 },
  },
});

const SAID: EntryInput = {
  rating: 4,
  liked: false,
  viewed: null,
  rewatch: false,
  tags: [],
  title: null,
  text: 'One of many.',
  format: 'lbml',
  spoiler: 'no',
  language: 'en',
  visibility: 'everyone',
};

describeInBrowser('with JavaScript off', () => {
  let house: House;
  let origin: string;
  beforeAll(async () => {
    house = await openHouse();
    origin = house.served.origin;
    const { authorId, memberId } = house.member;
    await house.served.site.store.transact(async (writer) => {
      for (let number = 1; number <= 23; number += 1) {
        const by = {
          authorId,
          memberId,
          now: house.served.now() + number,
          today: '2026-11-25',
          waits: false,
        };
        await writeEntry(writer, house.bareFilm.id, { ...SAID, text: `Number ${number} of many.` }, by);
      }
    });
  });
  afterAll(() => house.served.close());

  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
  const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first();
  const heading = (page: Page) => page.locator('main h1').first().textContent();
  const asMember = (page: Page) => page.context().addCookies(house.member.storageState.cookies);
  const asOwner = (page: Page) => page.context().addCookies(house.owner.storageState.cookies);

  walk('a film’s page is read, a long review unfolds and a spoiler opens', async ({ page }) => {
    await page.goto(`${origin}/`);
    await link(page, 'See more films').click();
    await page.getByLabel('Title, year or director').fill('mood');
    await button(page, 'Show').click();
    await page.locator('.wall a').first().click();
    expect(await heading(page)).toContain('In the Mood for Love');
    const spoiler = page.locator('details.spoiler').first();
    expect(await spoiler.locator('.text').isVisible()).toBe(false);
    await spoiler.locator('summary').click();
    expect(await spoiler.locator('.text').isVisible()).toBe(true);
    await page.goto(`${origin}/film/in-the-mood-for-love-2000/reviews?sort=longest`);
    const fold = page.locator('details.rest').first();
    expect(await fold.locator('.text').isVisible()).toBe(false);
    await fold.locator('summary').click();
    expect(await fold.locator('.text').isVisible()).toBe(true);
    await link(page, 'Read the rest').click();
    expect((await page.locator('.review .text').textContent())?.length).toBeGreaterThan(6000);
  });

  walk('all reviews are sifted, ordered and paged', async ({ page }) => {
    await page.goto(`${origin}/film/${house.film.slug}`);
    await link(page, 'See all reviews').click();
    const all = await page.locator('.review').count();
    await page.getByLabel('Where it was written').selectOption('Letterboxd');
    await button(page, 'Show').click();
    expect(await page.locator('.review').count()).toBeLessThan(all);
    expect(await page.locator('.review h2').allTextContents()).toEqual(
      expect.arrayContaining(['★★★★½ review by Tomasz on Letterboxd']),
    );
    await link(page, 'Show them all').click();
    expect(await page.locator('.review').count()).toBe(all);
    await page.goto(`${origin}/film/${house.bareFilm.slug}/reviews`);
    const seen = await page.locator('.review .text').allTextContents();
    await link(page, 'More reviews').click();
    seen.push(...(await page.locator('.review .text').allTextContents()));
    expect(new Set(seen.map((text) => text.trim())).size).toBe(23);
    await link(page, 'First page').click();
    expect(await page.locator('.review').count()).toBe(20);
  });

  walk('a member writes, is told what is amiss, edits, deletes and brings back', async ({ page }) => {
    await asMember(page);
    await page.goto(`${origin}/film/touki-bouki-1973/review`);
    await page.getByLabel('Your review').fill('A horned motorbike.');
    await page.getByLabel('Month', { exact: true }).selectOption('May');
    await button(page, 'Publish the review').click();
    expect(await page.locator('[role=alert]').textContent()).toContain('Give the year too');
    expect(await page.getByLabel('Your review').inputValue()).toBe('A horned motorbike.');
    await page.getByLabel('Year', { exact: true }).fill('2020');
    await page.getByLabel('4 out of 5 stars').check({ force: true });
    await button(page, 'Publish the review').click();
    const mine = page.locator('.review', { hasText: 'A horned motorbike.' });
    expect(await mine.locator('h2').textContent()).toBe('★★★★ review by Ines Okafor');
    await mine.getByRole('link', { name: 'Edit' }).click();
    await page.getByLabel('Your review').fill('A horned motorbike, twice.');
    await button(page, 'Save').click();
    await page.getByText('A horned motorbike, twice.').waitFor();
    await link(page, 'Former versions').click();
    await page.locator('summary').first().click();
    expect(await page.locator('.versions details').first().textContent()).toContain('A horned motorbike.');
    await page.goBack();
    await link(page, 'Delete').click();
    await page.locator('form[action$="/delete"] button').click();
    await page.locator('form[action$="/restore"] button').click();
    await page.getByText('A horned motorbike, twice.').waitFor();
  });

  walk('a curator pins, moves and takes down', async ({ page }) => {
    await asOwner(page);
    await page.goto(`${origin}/film/${house.film.slug}`);
    const pins = () => page.locator('.review.pinned h2').allTextContents();
    const [first = '', second = ''] = await pins();
    await button(page, 'Move down').click();
    expect(await pins()).toEqual([second, first]);
    expect(await page.locator('[role=status]').textContent()).toBe('Moved: 2 of 2 pinned.');
    await button(page, 'Take down').click();
    expect(await pins()).toEqual([first]);
    await page
      .locator('.review:not(.pinned)')
      .first()
      .getByRole('button', { name: 'Pin to the page' })
      .click();
    expect((await pins()).length).toBe(2);
  });

  walk('somebody signs up, signs out, signs in and changes their name', async ({ page }) => {
    await page.goto(`${origin}/sign-up`);
    await page.getByLabel('Your name').fill('Per Ødegård');
    await page.getByLabel('Username').fill('per_o');
    await page.getByLabel('Email').fill('per@example.org');
    await page.getByLabel('Password').fill('the ferry leaves at nine');
    await button(page, 'Make an account').click();
    await link(page, 'Per Ødegård, your page').waitFor();
    await button(page, 'Sign out').click();
    await link(page, 'Sign in').click();
    await page.getByLabel('Email').fill('per@example.org');
    await page.getByLabel('Password').fill('the ferry leaves at nine');
    await page.locator('main').getByRole('button', { name: 'Sign in' }).click();
    await link(page, 'Per Ødegård, your page').waitFor();
    await page.goto(`${origin}/settings`);
    await page.getByLabel('Your name').fill('Per Ødegaard');
    await button(page, 'Save the name').click();
    expect(await page.locator('[role=status]').textContent()).toContain('Your name is saved');
  });

  walk('the author of a review from elsewhere asks for it, and the house decides', async ({ page }) => {
    await page.goto(`${origin}/review/${house.elsewhere}`);
    await link(page, 'This is mine').click();
    await page.locator('input[type=radio]').first().check();
    await page.locator('main form button').first().click();
    expect((await fetch(`${origin}/review/${house.elsewhere}`)).status).toBe(404);
    await asOwner(page);
    await page.goto(`${origin}/admin`);
    const request = page.locator('section', { hasText: 'Tomasz' }).last();
    await request.getByRole('button').first().click();
    await page.locator('[role=status]').waitFor();
  });

  walk('the first run: demonstration, owner, name', async ({ page }) => {
    const fresh = await serveSite({ demo: false });
    try {
      await page.goto(fresh.origin);
      await button(page, 'Put in the demonstration').click();
      expect(await page.locator('.wall li').count()).toBeGreaterThan(20);
      await page.goto(fresh.origin);
      await link(page, 'Make it yours').click();
      await page.getByLabel('Name of the site').fill('The Alderman');
      await page.getByLabel('Your name').fill('Ted Hallam');
      await page.getByLabel('Username').fill('ted');
      await page.getByLabel('Email').fill('ted@example.org');
      await page.getByLabel('Password').fill('carbon arcs, then xenon');
      await button(page, 'Open the house').click();
      await page.getByRole('heading', { level: 1, name: 'The Alderman' }).waitFor();
    } finally {
      await fresh.close();
    }
  });

  walk('an owner brings in a file, sees what would happen, imports and undoes it', async ({ page }) => {
    await asOwner(page);
    await page.goto(`${origin}/import`);
    const film = {
      '@type': 'Movie',
      name: 'The Weir',
      review: [{ '@type': 'Review', author: 'Ada', reviewBody: 'Wet.' }],
    };
    const buffer = Buffer.from(JSON.stringify({ '@context': 'https://schema.org', ...film }));
    await page
      .getByLabel('Files', { exact: true })
      .setInputFiles({ name: 'weir.jsonld', mimeType: 'application/json', buffer });
    /** Reading and importing take a moment; a page that comes before they are done is looked at again. */
    const send = async (button: Locator) => {
      const arrived = page.waitForEvent('load');
      await button.click();
      await arrived;
      await house.served.site.work.settled();
      await page.reload();
    };
    await send(page.locator('form:has(#files) button'));
    await page.getByLabel('Everyone').check();
    await page.locator('input[name=word]').check();
    await send(page.locator('button[value=import]'));
    expect((await fetch(`${origin}/film/the-weir`)).status).toBe(200);
    await page.locator('a[href$="/undo"]').click();
    await page.waitForURL('**/undo');
    await send(page.locator('main form button').first());
    expect((await fetch(`${origin}/film/the-weir`)).status).toBe(404);
  });
});
