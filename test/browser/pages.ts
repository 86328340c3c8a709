import type { BrowserContext, Page } from 'playwright-core';
import { browser } from '../engines/chromium.ts';
import { bringAxe } from './audit.ts';
import type { Served, SignedIn } from './served.ts';

/** How a page is looked at: wide, in English and by day, or narrow, in German and by night. */
export type Look = 'wide' | 'narrow';

/** Pages of a served site, kept for the next test: making one costs more than loading what it shows. */
export interface Pages {
  /** Lends a page to somebody, or to a reader without an account. */
  visit<T>(as: SignedIn | null, look: Look, visit: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function openPages(served: Served): Pages {
  const contexts = new Map<string, Promise<BrowserContext>>();
  const free = new Map<string, Page[]>();
  const contextOf = async (key: string, as: SignedIn | null, look: Look) => {
    const known = contexts.get(key) ?? openContext(served, as, look);
    contexts.set(key, known);
    return known;
  };
  return {
    async visit(as, look, visit) {
      const key = `${look} ${as?.memberId ?? ''}`;
      const context = await contextOf(key, as, look);
      const page = free.get(key)?.pop() ?? (await context.newPage());
      try {
        return await visit(page);
      } finally {
        page.removeAllListeners();
        free.set(key, [...(free.get(key) ?? []), page]);
      }
    },
    async close() {
      for (const context of contexts.values()) await (await context).close();
    },
  };
}

const LOOKS = {
  wide: { locale: 'en-GB', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  narrow: { locale: 'de-DE', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
} as const;

/** The size of a look's window. */
export function sizeOf(look: Look): { width: number; height: number } {
  return LOOKS[look].viewport;
}

async function openContext(served: Served, as: SignedIn | null, look: Look): Promise<BrowserContext> {
  const state = as ? { storageState: as.storageState } : {};
  const context = await (await browser()).newContext({ baseURL: served.origin, ...LOOKS[look], ...state });
  await bringAxe(context);
  return context;
}
