import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { EVERY_ROUTE } from '../../src/main.ts';
import { describeInBrowser } from '../engines/chromium.ts';
import { ADDRESSES, type Address, type Who } from './addresses.ts';
import { complaints, overflowing, violations } from './audit.ts';
import { type House, openHouse } from './house.ts';
import { type Look, openPages, type Pages, sizeOf } from './pages.ts';

// Two cores: two pages at once, and one more that waits for the server.
vi.setConfig({ maxConcurrency: 3 });

const PAGES = EVERY_ROUTE.filter((route) => route.method === 'GET').map((route) => route.path);
const EVERYBODY: readonly Who[] = ['reader', 'member', 'owner'];

test('every page of the route table is audited, and nothing else', () => {
  expect(Object.keys(ADDRESSES).sort()).toEqual([...PAGES].sort());
});

describeInBrowser('a page', () => {
  let house: House;
  let pages: Pages;

  /** What a page's main part is made of, to tell whether two people see the same: its elements, not its words. */
  const madeOf = async (path: string, who: Who) => {
    const headers: Record<string, string> = who === 'reader' ? {} : { cookie: house[who].cookie };
    const answer = await fetch(`${house.served.origin}${path}`, { headers, redirect: 'manual' });
    const main = /<main[\s\S]*<\/main>/.exec(await answer.text())?.[0] ?? '';
    const elements = main.replace(/>[^<]*/g, '>').replace(/ (?!class|type|role)([\w-]+)="[^"]*"/g, ' $1');
    return { status: answer.status, elements };
  };

  beforeAll(async () => {
    house = await openHouse();
    pages = openPages(house.served);
  });
  afterAll(async () => {
    await pages.close();
    await house.served.close();
  });

  for (const path of PAGES)
    test.concurrent(`${path} is accessible to everybody`, async () => {
      const found: string[] = [];
      const seen = new Set<string>();
      for (const address of ADDRESSES[path]?.(house) ?? []) {
        for (const who of address.who ?? EVERYBODY) {
          const { status, elements } = await madeOf(address.path, who);
          expect(status, `${address.path} as ${who}`).toBe(address.status ?? 200);
          if (!seen.has(elements)) found.push(...(await audit(address, who)));
          seen.add(elements);
        }
      }
      expect(found).toEqual([]);
    });

  /** Each page in English, wide and by day, and in German, narrow and by night. */
  async function audit({ path }: Address, who: Who): Promise<string[]> {
    const found: string[] = [];
    for (const look of ['wide', 'narrow'] as const)
      await pages.visit(who === 'reader' ? null : house[who], look, async (page) => {
        const heard = complaints(page);
        await page.goto(path);
        const against = await violations(page, look === 'narrow');
        const over = await fits(page, look);
        found.push(...[...against, ...over, ...heard].map((said) => `${path} as ${who}, ${look}: ${said}`));
      });
    return found;
  }

  /** Nothing may reach over the edge: not at 320 pixels, and not when text is twice its size. */
  async function fits(page: Page, look: Look): Promise<string[]> {
    const plain = await overflowing(page);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const large = (await overflowing(page)).map((said) => `large text: ${said}`);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '';
    });
    await page.setViewportSize({ width: 320, height: 640 });
    const narrow = (await overflowing(page)).map((said) => `320 wide: ${said}`);
    await page.setViewportSize(sizeOf(look));
    return [...plain, ...large, ...narrow];
  }
});
