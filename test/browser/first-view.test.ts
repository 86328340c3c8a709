import type { Page, Response } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect } from 'vitest';
import { chance } from '../../bench/seed.ts';
import { browser, browserTest, describeInBrowser } from '../engines/chromium.ts';
import { overflowing } from './audit.ts';
import { type House, openHouse, send } from './house.ts';

const KB = 1024;
/** Films of the demonstration whose pages show five reviews. */
const WITH_FIVE = ['tokyo-story-1953', 'm-1931', 'parasite-2019', 'in-the-mood-for-love-2000'];

/** What a first view fetched: kind → bytes of the bodies as they travelled. */
async function fetched(page: Page, address: string): Promise<Record<string, number>> {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(address, { waitUntil: 'networkidle' });
  page.removeAllListeners('response');
  const bytes: Record<string, number> = {};
  for (const response of responses) {
    const kind = response.request().resourceType();
    const { responseBodySize } = await response.request().sizes();
    bytes[kind] = (bytes[kind] ?? 0) + responseBodySize;
  }
  return bytes;
}

/** A picture that weighs what a photograph does: detail of every size, a little weaker the finer it is. */
async function photograph(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const random = chance(3);
  const pixels = new Float32Array(width * height * 3).fill(128);
  for (let across = 3, strength = 110; across <= width; across *= 2, strength /= 1.5) {
    const down = Math.ceil((across * height) / width);
    const noise = Uint8Array.from({ length: across * down * 3 }, () => random() * 256);
    const raw = { width: across, height: down, channels: 3 as const };
    const large = await sharp(noise, { raw }).resize(width, height, { fit: 'fill' }).raw().toBuffer();
    for (const [at, value] of large.entries()) pixels[at]! += ((value - 128) / 128) * strength;
  }
  const raw = { width, height, channels: 3 as const };
  return new Uint8Array(
    await sharp(Uint8ClampedArray.from(pixels), { raw }).jpeg({ quality: 92 }).toBuffer(),
  );
}

/** How far what was drawn moved about, by the browser's own measure; 0 is not at all. */
function shifts(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const watch = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        });
        watch.observe({ type: 'layout-shift', buffered: true });
        // That nothing moves any more no event tells: what moves once fonts and pictures are in moves within this.
        setTimeout(() => resolve(sum), 300);
      }),
  );
}

describeInBrowser('the first view of a film’s page', () => {
  let house: House;
  let origin: string;
  beforeAll(async () => {
    house = await openHouse();
    origin = house.served.origin;
  });
  afterAll(() => house.served.close());

  browserTest('weighs little, and needs no script', async () => {
    for (const film of WITH_FIVE) {
      const context = await (await browser()).newContext();
      const page = await context.newPage();
      const bytes = await fetched(page, `${origin}/film/${film}`);
      expect(await page.locator('.review').count(), film).toBe(5);
      expect((bytes.document ?? 0) + (bytes.stylesheet ?? 0), film).toBeLessThanOrEqual(14 * KB);
      // The box of the search has a list that opens; the page stands without.
      expect(bytes.script ?? 0).toBeLessThanOrEqual(3 * KB);
      const all = Object.values(bytes).reduce((sum, size) => sum + size, 0);
      expect(all, `${film}: ${JSON.stringify(bytes)}`).toBeLessThanOrEqual(120 * KB);
      await context.close();
    }
  });

  browserTest('weighs little with a photographic poster too, on a phone and on a desk', async () => {
    const film = WITH_FIVE.at(-1) ?? '';
    const form = new FormData();
    for (const [name, value] of Object.entries({ kind: 'poster', licence: 'ours', credit: 'The Regent' }))
      form.append(name, value);
    form.append('file', new File([await photograph(1000, 1500)], 'poster.jpg'));
    await send(house.served, house.owner, `/film/${film}/pictures`, form);
    for (const [width, deviceScaleFactor] of [
      [360, 2],
      [1280, 1],
    ] as const) {
      const how = { viewport: { width, height: 800 }, deviceScaleFactor };
      const context = await (await browser()).newContext(how);
      const page = await context.newPage();
      const bytes = await fetched(page, `${origin}/film/${film}`);
      expect(await page.locator('img.card').evaluate((img: HTMLImageElement) => img.currentSrc)).toMatch(
        /avif$/,
      );
      const all = Object.values(bytes).reduce((sum, size) => sum + size, 0);
      expect(all, `${width}: ${JSON.stringify(bytes)}`).toBeLessThanOrEqual(120 * KB);
      await context.close();
    }
  });

  for (const width of [390, 1280])
    browserTest(`does not move while it arrives, ${width} wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      // The fonts are asked for beside the style sheet, and are there before it is used.
      await page.route('**/*.css', async (route) => {
        // A slow network has to be a time: long enough for the page to be painted without it, if it could be.
        await new Promise((wake) => setTimeout(wake, 500));
        await route.continue();
      });
      for (const path of [
        `/film/${house.film.slug}`,
        `/film/${house.bareFilm.slug}`,
        `/film/${house.picturedFilm.slug}`,
        '/films',
        '/',
      ]) {
        await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
        expect(await shifts(page), path).toBeLessThan(0.005);
      }
    });
});

describeInBrowser('a film’s page', () => {
  let house: House;
  let path: string;
  beforeAll(async () => {
    house = await openHouse();
    path = `${house.served.origin}/film/${house.film.slug}`;
  });
  afterAll(() => house.served.close());

  browserTest(
    'prints its reviews whole, in black on white, without what only a screen needs',
    async ({ page }) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.setViewportSize({ width: 700, height: 1000 });
      await page.goto(`${path}/reviews?sort=longest`);
      const seen = await page.evaluate(() => {
        const colours = getComputedStyle(document.body);
        const shown = (selector: string) =>
          [...document.querySelectorAll(selector)].some((element) => element.checkVisibility());
        const folded = [...document.querySelectorAll('details.rest .text')];
        return {
          paper: colours.backgroundColor,
          ink: colours.color,
          header: shown('.site'),
          doors: shown('.door'),
          rest: folded.length > 0 && folded.every((text) => text.getBoundingClientRect().height > 20),
          spoiler: shown('details.spoiler .text'),
        };
      });
      expect(seen).toEqual({
        paper: 'rgb(255, 255, 255)',
        ink: 'rgb(0, 0, 0)',
        header: false,
        doors: false,
        rest: true,
        spoiler: false,
      });
      expect(await overflowing(page)).toEqual([]);
    },
  );

  browserTest('has nothing that moves for whoever wants that', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
          return (
            animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration) || scrollBehavior === 'smooth'
          );
        }).length,
    );
    expect(moving).toBe(0);
  });

  browserTest(
    'shows stars, doors and the chosen rating where the machine chooses the colours',
    async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'active' });
      await page.goto(`${path}/review`);
      await page.getByLabel('3 out of 5 stars').check({ force: true });
      const stars = await page.evaluate(() => {
        const all = [...document.querySelectorAll('.steps label span')];
        const colours = all.map((star) => getComputedStyle(star).color);
        return { chosen: colours.slice(0, 6), left: colours.slice(6) };
      });
      expect(new Set(stars.chosen).size).toBe(1);
      expect(stars.left).not.toContain(stars.chosen[0]);
      await page.goto(path);
      const border = await page
        .locator('.door.first')
        .first()
        .evaluate((door) => getComputedStyle(door).borderTopStyle);
      expect(border).toBe('solid');
    },
  );
});
