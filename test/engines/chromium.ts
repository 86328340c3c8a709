import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { test } from 'vitest';
import { ask } from './ask.ts';
import { describeUnlessMissing } from './not-run.ts';

const answer = await ask('chromium');
let connected: Promise<Browser> | undefined;

/** A `describe` that needs a browser: skipped with a sentence where there is none, failed when `CI=true`. */
export function describeInBrowser(name: string, tests: () => void): void {
  describeUnlessMissing(name, 'missing' in answer ? answer.missing : null, tests);
}

/**
 * The test run's one Chromium, shared by all tests. Make a context per test and close it; never close this.
 *
 * @throws Error with a sentence where there is no Chromium
 */
export function browser(): Promise<Browser> {
  if ('missing' in answer) return Promise.reject(new Error(answer.missing));
  connected ??= chromium.connect(answer.address);
  return connected;
}

/** What a browser test is given: a context and a page of its own, both closed after it. */
export interface BrowserFixtures {
  /** Set others with `browserTest.extend({ contextOptions: … })`, e.g. `{ javaScriptEnabled: false }`. */
  contextOptions: BrowserContextOptions;
  context: BrowserContext;
  page: Page;
}

/** A vitest `test` whose function is given `{ page, context }`. Use inside {@link describeInBrowser}. */
export const browserTest = test.extend<BrowserFixtures>({
  contextOptions: { viewport: { width: 1280, height: 800 }, locale: 'en-GB', timezoneId: 'UTC' },
  context: async ({ contextOptions }, use) => {
    const context = await (await browser()).newContext(contextOptions);
    await use(context);
    await context.close();
  },
  page: async ({ context }, use) => {
    await use(await context.newPage());
  },
});
