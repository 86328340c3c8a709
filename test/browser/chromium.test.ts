import { expect } from 'vitest';
import { browserTest, describeInBrowser } from '../engines/chromium.ts';

describeInBrowser('the Chromium of the tests', () => {
  browserTest('runs scripts and draws text in a real font', async ({ page }) => {
    await page.setContent('<p style="font: 40px sans-serif"><span>W</span><br><span>i</span></p>');
    const widths = await page.evaluate(() =>
      [...document.querySelectorAll('span')].map((span) => span.getBoundingClientRect().width),
    );
    expect(widths[0]).toBeGreaterThan(20);
    expect(widths[1]).toBeGreaterThan(0);
    expect(widths[1]).toBeLessThan(widths[0]! / 2);
  });

  browserTest('keeps the cookies of one test from the next', async ({ context }) => {
    expect(await context.cookies()).toEqual([]);
    await context.addCookies([{ name: 'a', value: 'b', url: 'http://localhost/' }]);
  });

  browserTest('keeps the cookies of the last test from this one', async ({ context }) => {
    expect(await context.cookies()).toEqual([]);
  });
});
