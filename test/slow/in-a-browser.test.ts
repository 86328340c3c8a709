import { pino } from 'pino';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type Serving, serve } from '../../src/main.ts';
import { openTestSite, type TestSite } from '../app/site.ts';
import { PAYLOADS } from '../attacks/payloads.ts';
import { type Cast, castOf, pagesOf, sayEverywhere } from '../attacks/world.ts';
import { browser, describeInBrowser } from '../engines/chromium.ts';

/** The pages of a world on which words stand in every kind of place. */
const SHOWN = [
  /^\/film\/[^/]+$/,
  /^\/review\/[^/]+$/,
  /^\/review\/[^/]+\/edit$/,
  /^\/@a_member\/list\//,
  /^\/admin$/,
];

const MOVED_OVER = `addEventListener('load', () => {
  for (const element of document.querySelectorAll('main *'))
    for (const kind of ['mouseover', 'pointerenter', 'focus', 'toggle', 'animationstart', 'click'])
      if (kind !== 'click' || !element.closest('a, button, summary, form'))
        element.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }));
})`;

/** Elements that no text may bring, and names by which a text would stand in for what scripts look up. */
const STRANGE = `[
  ...[...document.querySelectorAll('main :is(iframe, object, embed, base, style, link, meta, template)')]
    .map((element) => element.outerHTML),
  ...['cookie', 'body', 'getElementById', 'defaultView', 'currentScript']
    .filter((name) => document[name] instanceof HTMLAnchorElement),
]`;

describeInBrowser('whatever is written, in a real browser', () => {
  let site: TestSite;
  let cast: Cast;
  let serving: Serving;
  let context: BrowserContext;
  let page: Page;
  /** What a page did that none may do. */
  const done: string[] = [];

  beforeAll(async () => {
    site = await openTestSite();
    cast = await castOf(site);
    const config = readConfig({ data: site.folder, database: site.database, port: '0' }, {});
    serving = await serve(config, { print: () => undefined, log: pino({ level: 'silent' }) });
    context = await (await browser()).newContext({ locale: 'en-GB' });
    page = await context.newPage();
    page.on('dialog', async (dialog) => {
      done.push(`said ${dialog.message()}`);
      await dialog.dismiss();
    });
    page.on('pageerror', (error) => done.push(`threw ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') done.push(`complained: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(serving.url)) done.push(`asked ${request.url()}`);
    });
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) done.push(`opened a frame at ${frame.url()}`);
    });
    // What would run script runs it sooner when somebody moves over it, so everything is moved over.
    await page.addInitScript({ content: MOVED_OVER });
  }, 120_000);
  afterAll(async () => {
    await context.close();
    await serving.stop();
    await site.close();
  });

  /** Opens a page as somebody. */
  async function open(path: string, cookie: string | undefined): Promise<void> {
    await context.clearCookies();
    const cookies = (cookie ?? '').split('; ').filter(Boolean);
    await context.addCookies(
      cookies.map((pair) => {
        const [name = '', value = ''] = pair.split(/=(.*)/s);
        return { name, value, url: serving.url };
      }),
    );
    const response = await page.goto(`${serving.url}${path}`, { waitUntil: 'load' });
    expect(response?.status(), path).toBe(200);
  }

  test('the ears hear', async () => {
    await page.setContent('<script>alert(1)</script><img src="https://evil.example/x.png"><p>x</p>');
    await expect.poll(() => done.join()).toContain('said 1');
    expect(done.join()).toContain('evil.example');
    done.length = 0;
  });

  test.each(PAYLOADS)('$name', async ({ input }) => {
    const world = await sayEverywhere(cast, `Words before ${input}\n\nand after`);
    done.length = 0;
    const cookies = { reader: undefined, member: cast.member.cookie, owner: cast.owner };
    const shown = pagesOf(world).filter(({ path }) => SHOWN.some((one) => one.test(path)));
    expect(shown.length).toBeGreaterThan(4);
    for (const { path, as } of shown) {
      await open(path, cookies[as]);
      expect(done, path).toEqual([]);
      const strange = await page.evaluate<string[]>(STRANGE);
      expect(strange, path).toEqual([]);
    }
  });
});
