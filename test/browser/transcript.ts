import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

/** What of the reader a page asks for; the module itself is typed for a DOM of its own. */
interface ScreenReader {
  start(options: { container: Node }): Promise<void>;
  next(): Promise<void>;
  stop(): Promise<void>;
  lastSpokenPhrase(): Promise<string>;
  spokenPhraseLog(): Promise<string[]>;
}

declare global {
  var screenReaderOfTheTests: ScreenReader;
}

const READER = '/assets/screen-reader.js';
const LOADER = '/assets/screen-reader-of-the-tests.js';

/**
 * What a screen reader says from one end of a part of a page to the other, a line for each stop. The reader is a
 * module that the browser loads as if the site served it, so that the page's own security policy holds.
 */
export async function transcript(page: Page, selector: string): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader');
  const reader = readFileSync(join(dirname(main), '../esm/index.browser.js'), 'utf8');
  const loader = `import { virtual } from '${READER}';\nglobalThis.screenReaderOfTheTests = virtual;\n`;
  const scripts = { [READER]: reader, [LOADER]: loader };
  for (const [address, body] of Object.entries(scripts))
    await page.route(`**${address}`, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await page.addScriptTag({ url: LOADER, type: 'module' });
  const said = await page.evaluate(async (place) => {
    const container = document.querySelector(place);
    if (!container) throw new Error(`There is no ${place}.`);
    // The reader does not know that what is folded away is not said.
    for (const folded of container.querySelectorAll('details:not([open]) > :not(summary)'))
      folded.setAttribute('aria-hidden', 'true');
    const virtual = globalThis.screenReaderOfTheTests;
    await virtual.start({ container });
    const log = await virtual.spokenPhraseLog();
    for (let stop = 0; stop < 2000; stop += 1) {
      await virtual.next();
      if ((await virtual.lastSpokenPhrase()) === log[0]) break;
    }
    const all = await virtual.spokenPhraseLog();
    await virtual.stop();
    return all.slice(0, -1);
  }, selector);
  return `${said.join('\n')}\n`;
}
