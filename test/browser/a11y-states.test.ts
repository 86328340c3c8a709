import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { browser, describeInBrowser } from '../engines/chromium.ts';
import { seedFilm } from '../store/seed-film.ts';
import type { Who } from './addresses.ts';
import { bringAxe, complaints, overflowing, violations } from './audit.ts';
import { type House, openHouse } from './house.ts';
import { openPages, type Pages } from './pages.ts';
import { type Served, type SignedIn, serveSite } from './served.ts';

vi.setConfig({ maxConcurrency: 3 });

/** A form as somebody sends it who fills it in wrongly. */
interface Mistake {
  name: string;
  who: Who;
  path: (at: House) => string;
  fill: Record<string, string>;
  /** Which form of the page is sent, by its action's ending; the first one with fields unless said. */
  form?: string;
}

const MISTAKES: readonly Mistake[] = [
  {
    name: 'a review with a day that never was, and too many tags',
    who: 'reader',
    path: ({ film }) => `/film/${film.slug}/review`,
    fill: { text: 'Words.', year: '2023', month: '2', day: '31', tags: 'a,'.repeat(3) + 'b'.repeat(101) },
  },
  { name: 'an empty review', who: 'member', path: ({ film }) => `/film/${film.slug}/review`, fill: {} },
  {
    name: 'an edit without a word left',
    who: 'member',
    path: ({ own }) => `/review/${own}/edit`,
    fill: { text: '', year: '20', title: 'x'.repeat(301) },
  },
  {
    name: 'a review by a link of a name at no address',
    who: 'reader',
    path: ({ film, waiting }) => `/film/${film.slug}/review/${waiting}`,
    fill: { name: 'https://example.org', email: 'nowhere' },
  },
  {
    name: 'a wrong password',
    who: 'reader',
    path: () => '/sign-in',
    fill: { email: 'ines@example.org', password: 'wrong' },
  },
  { name: 'a link to no address', who: 'reader', path: () => '/sign-in/link', fill: { email: 'nowhere' } },
  {
    name: 'an account with everything amiss',
    who: 'reader',
    path: () => '/sign-up',
    fill: { name: '…', username: 'Ines!', email: 'nowhere', password: 'password' },
  },
  {
    name: 'settings without a name',
    who: 'member',
    path: () => '/settings',
    form: '/name',
    fill: { name: '…' },
  },
  {
    name: 'a new password that everybody guesses',
    who: 'member',
    path: () => '/settings',
    form: '/password',
    fill: { current: 'wrong', password: 'password' },
  },
  {
    name: 'a report without a reason',
    who: 'reader',
    path: ({ review }) => `/review/${review}/report`,
    fill: { contact: 'nowhere', message: 'x'.repeat(2001) },
  },
  {
    name: 'a claim without a wish',
    who: 'reader',
    path: ({ elsewhere }) => `/review/${elsewhere}/mine`,
    fill: { contact: 'nowhere' },
  },
  { name: 'an import without a file', who: 'owner', path: () => '/import', fill: {} },
  { name: 'an import without a word given', who: 'owner', path: ({ asked }) => asked, fill: {} },
  {
    name: 'a site without a name',
    who: 'owner',
    path: () => '/admin/site',
    fill: { name: '', zone: 'Nowhere/At All', shown: '99' },
  },
  {
    name: 'a key to TMDB that is none',
    who: 'owner',
    path: () => '/admin/facts',
    form: '/tmdb',
    fill: { use: 'private', key: 'none', countries: 'Britain' },
  },
];

describeInBrowser('the audit', () => {
  test('finds what is wrong', async () => {
    const context = await (await browser()).newContext({ viewport: { width: 360, height: 640 } });
    await bringAxe(context);
    const page = await context.newPage();
    const wide = '<b style="position: absolute; left: 300px; width: 100px">W</b>';
    await page.setContent(`<title>x</title><input><p style="color: #999">Pale</p>${wide}`);
    expect((await violations(page)).join()).toMatch(/color-contrast.*label:|label:.*color-contrast/);
    expect((await violations(page, true)).join()).toContain('color-contrast');
    expect((await overflowing(page)).join()).toContain('over the edge: <b');
    await context.close();
  });
});

describeInBrowser('a form that was filled in wrongly', () => {
  let house: House;
  let pages: Pages;
  beforeAll(async () => {
    house = await openHouse();
    pages = openPages(house.served);
  });
  afterAll(async () => {
    await pages.close();
    await house.served.close();
  });

  for (const mistake of MISTAKES)
    test.concurrent(`says so to everybody: ${mistake.name}`, async () => {
      const found: string[] = [];
      for (const look of ['wide', 'narrow'] as const)
        await pages.visit(mistake.who === 'reader' ? null : house[mistake.who], look, async (page) => {
          await page.goto(mistake.path(house));
          expect(await send(page, mistake)).toBe(400);
          const against = await violations(page, look === 'narrow');
          found.push(...against, ...(await overflowing(page)), ...(await unsaid(page)));
        });
      expect(found).toEqual([]);
    });
});

/** Sends a form with what a browser would hold back: the site has to say it too. */
async function send(page: Page, { fill, form }: Mistake): Promise<number> {
  const place = form ? `main form[action$="${form}"]` : 'main form[method="post"]:has(input, textarea)';
  const sent = page.locator(place).first();
  await sent.evaluate((element, values) => {
    const { elements } = element as HTMLFormElement;
    (element as HTMLFormElement).noValidate = true;
    for (const [name, value] of Object.entries(values))
      (elements.namedItem(name) as HTMLInputElement).value = value;
  }, fill);
  const answered = page.waitForResponse((response) => response.request().isNavigationRequest());
  await sent.locator('.door.first, .door').first().click();
  const status = (await answered).status();
  await page.waitForLoadState();
  return status;
}

/** What a form that failed leaves unsaid to whoever hears it. */
function unsaid(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if (!document.querySelector('[role=alert]')) found.push('nothing is said above the form');
    for (const field of document.querySelectorAll('[aria-invalid="true"]')) {
      const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
      const wrong = ids
        .map((id) => document.getElementById(id))
        .find((said) => said?.classList.contains('wrong'));
      if (!wrong?.textContent) found.push(`nothing says what is wrong with ${field.getAttribute('name')}`);
    }
    return found;
  });
}

describeInBrowser('a site in an unusual state', () => {
  test('is accessible while it has no owner and no films', async () => {
    await serving(async (served) => {
      for (const path of ['/', '/setup', '/films', '/film/nothing', '/sign-up'])
        expect(await both(served, path)).toEqual([]);
    });
  });

  test('is accessible where a page breaks', async () => {
    await serving(async (served) => {
      served.site.store.reader.people.bySlug = () => Promise.reject(new Error('The shelf fell down.'));
      expect((await fetch(`${served.origin}/person/anybody`)).status).toBe(500);
      expect(await both(served, '/person/anybody')).toEqual([]);
    });
  });

  test('is accessible with an owner and nothing else, and while it takes no newcomers', async () => {
    await serving(async (served) => {
      const owner = await served.signedIn('house', 'House', 'owner');
      await served.site.store.transact(async (writer) => {
        await writer.site.set({ settings: { newcomers: false } }, served.now());
        await seedFilm(writer, { title: 'Kes', slug: 'kes' }, served.now());
        await writer.versions.raise('site', 'films');
      });
      for (const path of ['/', '/film/kes', '/film/kes/review', '/film/kes/reviews', '/sign-up'])
        expect(await both(served, path)).toEqual([]);
      for (const path of ['/', '/admin', '/@house']) expect(await both(served, path, owner)).toEqual([]);
    });
  });
});

async function serving(test: (served: Served) => Promise<void>): Promise<void> {
  const served = await serveSite({ demo: false });
  try {
    await test(served);
  } finally {
    await served.close();
  }
}

async function both(served: Served, path: string, as: SignedIn | null = null): Promise<string[]> {
  const pages = openPages(served);
  const found: string[] = [];
  for (const look of ['wide', 'narrow'] as const)
    await pages.visit(as, look, async (page) => {
      const heard = complaints(page);
      await page.goto(path);
      const against = await violations(page, look === 'narrow');
      found.push(...against, ...(await overflowing(page)), ...heard);
    });
  await pages.close();
  return found.map((problem) => `${path}: ${problem}`);
}
