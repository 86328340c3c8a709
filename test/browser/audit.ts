import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** The rules by which a page can fail in another theme, at another size or in another language alone. */
const BY_LOOK = ['color-contrast', 'target-size', 'html-has-lang', 'html-lang-valid', 'valid-lang'];

/**
 * What a page has against WCAG 2.2 A and AA and against good practice, a line for each element; empty when
 * nothing.
 *
 * @param again the page was audited in another look: only what depends on that is asked
 */
export async function violations(page: Page, again = false): Promise<string[]> {
  // In one frame axe needs no second page to come to its result.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const found = await (again ? builder.withRules(BY_LOOK) : builder.withTags(STANDARDS)).analyze();
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} — ${node.html.slice(0, 160)} (${node.any[0]?.message ?? ''})`),
  );
}

/** What reaches over the edge of the page, or is cut off within a box; empty when nothing. */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const said = (element: Element, why: string) =>
      `${why}: <${element.localName} class="${element.getAttribute('class') ?? ''}"> ${element.textContent?.trim().slice(0, 40)}`;
    const found: string[] = [];
    const sideways = document.documentElement.scrollWidth > width;
    if (sideways)
      found.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} of ${width}`);
    for (const element of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || style.clipPath !== 'none') continue;
      if (element.closest('svg, input, .skip, .sideways > *, .steps')) continue;
      if (box.right > width + 1 || box.left < -1) found.push(said(element, 'over the edge'));
      const cut = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      if (cut) found.push(said(element, 'cut off'));
    }
    return found;
  });
}

/** Collects what a page's console and network complain about from now on. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  const documents = new Set<string>();
  page.on('response', (response) => {
    const asked = response.request();
    if (asked.isNavigationRequest()) documents.add(response.url());
    else if (response.status() >= 400) heard.push(`${response.status()} ${response.url()}`);
  });
  page.on('requestfailed', (request) =>
    heard.push(`failed: ${request.url()} ${request.failure()?.errorText}`),
  );
  page.on('pageerror', (error) => heard.push(`threw: ${error.message}`));
  page.on('console', (message) => {
    // The page that answers 404 is one that was asked for.
    const own = documents.has(message.location().url);
    if (/error|warning/.test(message.type()) && !own) heard.push(`console: ${message.text()}`);
  });
  return heard;
}
