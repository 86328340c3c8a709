import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';

/** What of axe an audit asks for. */
interface Axe {
  run(
    page: Document,
    how: { runOnly: { type: 'tag' | 'rule'; values: string[] }; resultTypes: ['violations'] },
  ): Promise<{ violations: Violation[] }>;
}

interface Violation {
  id: string;
  help: string;
  nodes: { html: string; any: { message: string }[] }[];
}

declare global {
  var axe: Axe;
}

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** The rules by which a page can fail in another theme, at another size or in another language alone. */
const BY_LOOK = ['color-contrast', 'target-size', 'html-has-lang', 'html-lang-valid', 'valid-lang'];

/**
 * Has every page of a context bring axe along. By AxeBuilder it would be sent anew for each question, which takes
 * longer than the answer.
 */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ path: axeFile() });
}

function axeFile(): string {
  const builder = createRequire(import.meta.url).resolve('@axe-core/playwright');
  return createRequire(builder).resolve('axe-core/axe.min.js');
}

/**
 * What a page has against WCAG 2.2 A and AA and against good practice, a line for each element; empty when
 * nothing.
 *
 * @param page best of a context that was given to `bringAxe`
 * @param again the page was audited in another look: only what depends on that is asked
 */
export async function violations(page: Page, again = false): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(readFileSync(axeFile(), 'utf8'));
  const runOnly = again
    ? { type: 'rule' as const, values: BY_LOOK }
    : { type: 'tag' as const, values: STANDARDS };
  return page.evaluate(async (only) => {
    const found = await globalThis.axe.run(document, { runOnly: only, resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${help} — ${html.slice(0, 160)} (${any[0]?.message ?? ''})`),
    );
  }, runOnly);
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
  page.on('requestfailed', (request) => {
    // A question that the page itself takes back, for a newer one or because it is left.
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') heard.push(`failed: ${request.url()} ${why}`);
  });
  page.on('pageerror', (error) => heard.push(`threw: ${error.message}`));
  page.on('console', (message) => {
    // The page that answers 404 is one that was asked for.
    const own = documents.has(message.location().url);
    if (/error|warning/.test(message.type()) && !own) heard.push(`console: ${message.text()}`);
  });
  return heard;
}
