import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { writeEntry } from '../../src/domain/entry.ts';
import { browserTest, describeInBrowser } from '../engines/chromium.ts';
import { seedFilm } from '../store/seed-film.ts';
import { bringAxe, complaints, violations } from './audit.ts';
import { type Served, serveSite } from './served.ts';

const FILM = 'tokyo-story-1953';

/** The ways a strip gets onto a page, as the builder writes them; `at` is where the reviews are. */
const WAYS: Record<string, (at: string) => string | Promise<string>> = {
  'a frame': (at) =>
    `<iframe src="${at}/embed/film/${FILM}" title="Reviews" width="100%" height="480" style="border:0"></iframe>
    <script async src="${at}/embed.js"></script>`,
  'an element': (at) =>
    `<script async src="${at}/embed.js"></script><film-reviews film="${FILM}" style="display:block;min-height:480px"><a href="${at}/film/${FILM}/reviews">Reviews</a></film-reviews>`,
  'an element with no room': (at) =>
    `<script async src="${at}/embed.js"></script><film-reviews film="${FILM}"><a href="${at}/film/${FILM}/reviews">Reviews</a></film-reviews>`,
  'an element that the server draws': async (at) =>
    (await fetch(`${at}/embed/film/${FILM}.html?as=element`)).text(),
  'plain HTML': async (at) => (await fetch(`${at}/embed/film/${FILM}.html`)).text(),
  'as WordPress frames a stranger': (at) =>
    `<blockquote data-secret="abcDEF0123"><a href="${at}/film/${FILM}">Reviews</a></blockquote>
    <iframe id="wp" sandbox="allow-scripts" security="restricted" src="${at}/embed/film/${FILM}#?secret=abcDEF0123" data-secret="abcDEF0123" title="Reviews" width="600" height="480"></iframe>
    <script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>`,
  'whatever the page is about': (at) =>
    `<script async src="${at}/embed.js"></script><script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"The Regent"},{"@type":["Movie"],"name":"Tokyo Story","dateCreated":"1953-11-03","director":{"@type":"Person","name":"Ozu"}}]}</script>
    <film-reviews film="auto" style="display:block;min-height:480px"></film-reviews>`,
};

/** Puts a film in, and four who wrote of it at some length. */
async function fill(served: Served): Promise<void> {
  const now = served.now();
  await served.site.store.transact(async (writer) => {
    const film = { title: 'Tokyo Story', slug: FILM, year: 1953 };
    const filmId = await seedFilm(writer, film, now);
    for (const name of ['Ines', 'Yusuf', 'Awa', '峯岸はるか']) {
      const authorId = await writer.authors.add({ name, source: 'local', key: `test:${name}` }, now);
      const entry = {
        rating: 9 as const,
        liked: true,
        viewed: null,
        rewatch: false,
        tags: [],
        title: null,
        text: 'They go home by train. The daughters stay where they are, and so does the clock. '.repeat(5),
        format: 'lbml' as const,
        spoiler: 'no' as const,
        language: 'en',
        visibility: 'everyone' as const,
      };
      const by = { authorId, memberId: authorId, now, today: '2026-11-25', waits: false };
      await writeEntry(writer, filmId, entry, by);
    }
    await writer.versions.raise('films');
  });
}

/** A page of somebody else's site, with a strip in sight or far below. */
const pageWith = (strip: string, below: boolean) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>The Regent</title><link rel="icon" href="data:,">
<style>:root{color-scheme:light dark}body{margin:1rem;font:17px/1.5 serif;background:Canvas;color:CanvasText}a{color:inherit}</style>
<main><h1>What is on</h1>${below ? '<div style="height:2000px">Long.</div>' : ''}${strip}<p id="after">After it.</p></main></html>`;

describeInBrowser('a strip on a page elsewhere', () => {
  let served: Served;
  let host: Server;
  let elsewhere: string;
  beforeAll(async () => {
    served = await serveSite({ demo: false });
    await fill(served);
    host = createServer(async ({ url }, response) => {
      const { pathname, searchParams } = new URL(url ?? '/', 'http://x');
      const way = WAYS[decodeURIComponent(pathname.slice(1))];
      response.setHeader('content-type', 'text/html');
      response.end(way ? pageWith(await way(served.origin), searchParams.has('below')) : '');
    });
    await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
    elsewhere = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    host.close();
    await served.close();
  });

  /** Opens a page whose strip comes late: everything else has long been seen. */
  const open = async (page: Page, way: string, below = false) => {
    await page.route(/\/embed(?:\.js|\/)/, async (route) => {
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      await route.continue();
    });
    await arrive(page, way, below);
  };
  const arrive = async (page: Page, way: string, below = false) => {
    await page.goto(`${elsewhere}/${encodeURIComponent(way)}${below ? '?below' : ''}`);
    await insideOf(page, way).getByText('See all reviews').waitFor({ state: 'attached' });
  };
  const insideOf = (page: Page, way: string) => (way === 'a frame' ? page.frameLocator('iframe') : page);
  const moved = (page: Page) =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          const add = (entries: PerformanceEntryList) => {
            for (const entry of entries) {
              const { value, hadRecentInput } = entry as unknown as {
                value: number;
                hadRecentInput: boolean;
              };
              if (!hadRecentInput) sum += value;
            }
          };
          const observer = new PerformanceObserver((list) => add(list.getEntries()));
          observer.observe({ type: 'layout-shift', buffered: true });
          // What moved is told once it is drawn: after a frame, and the task behind it.
          requestAnimationFrame(() =>
            requestAnimationFrame(() =>
              setTimeout(() => {
                add(observer.takeRecords());
                resolve(sum);
              }),
            ),
          );
        }),
    );
  const roomOf = (page: Page) =>
    page.evaluate(() => {
      const strip = document.querySelector('iframe, film-reviews, film-programme, .fr');
      return strip?.getBoundingClientRect().height ?? 0;
    });

  browserTest('what moves would be noticed', async ({ page }) => {
    await open(page, 'plain HTML');
    await page.evaluate(() => {
      const late = document.createElement('div');
      late.style.height = '200px';
      document.body.prepend(late);
    });
    expect(await moved(page)).toBeGreaterThan(0);
  });

  const ORDINARY = Object.keys(WAYS).filter((way) => !way.startsWith('as WordPress'));
  for (const way of ORDINARY)
    browserTest(
      `${way}: shows reviews, moves nothing, sets no cookie, and axe finds nothing`,
      async ({ page }) => {
        await bringAxe(page.context());
        const heard = complaints(page);
        await page.setViewportSize({ width: 390, height: 844 });
        for (const below of way.startsWith('an element that') || way === 'plain HTML'
          ? [false]
          : [false, true]) {
          await open(page, way, below);
          expect(await moved(page), below ? 'below' : 'in sight').toBe(0);
        }
        expect(await roomOf(page)).toBeGreaterThan(600);
        const inside = way === 'a frame' ? page.frameLocator('iframe') : page;
        const more = way === 'the programme' ? 'The whole programme' : 'See all reviews';
        expect(await inside.getByText(more).isVisible()).toBe(true);
        // Before axe, which speaks to each frame as if it were the page's own.
        expect(heard).toEqual([]);
        expect(await violations(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await violations(page, true)).toEqual([]);
        expect(await page.context().cookies()).toEqual([]);
        expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
      },
    );

  browserTest(
    'in a frame that WordPress gives no rights it is drawn, and says its height and where a link leads',
    async ({ page }) => {
      const way = 'as WordPress frames a stranger';
      await page.goto(`${elsewhere}/${encodeURIComponent(way)}`);
      const inside = page.frameLocator('iframe');
      const door = inside.getByText('Add a review');
      // In its own letters and colours: the frame is of no origin, and is let have them.
      const look = await door.evaluate((one) => [
        getComputedStyle(one).backgroundColor,
        document.fonts.check('16px Archivo'),
      ]);
      expect(look).toEqual(['rgb(168, 57, 15)', true]);
      await door.click();
      await page.waitForFunction('heard.some(({ message }) => message === "link")');
      const heard = (await page.evaluate('heard')) as { message: string; value: unknown; secret: string }[];
      expect(heard.every(({ secret }) => secret === 'abcDEF0123')).toBe(true);
      expect(heard.find(({ message }) => message === 'height')?.value).toBeGreaterThan(400);
      expect(heard.find(({ message }) => message === 'link')?.value).toBe(
        `${served.origin}/film/${FILM}/review`,
      );
    },
  );

  browserTest('with too little room it opens when somebody asks', async ({ page }) => {
    await open(page, 'an element with no room');
    const before = await roomOf(page);
    expect(before).toBeLessThan(40);
    await page.getByRole('button', { name: 'Show the reviews' }).click();
    expect(await roomOf(page)).toBeGreaterThan(300);
    expect(await moved(page)).toBe(0);
    await page.locator('film-reviews').evaluate((strip) => strip.setAttribute('film', 'none-1900'));
    await page.getByText('does not know this film').waitFor({ state: 'attached' });
  });

  const plain = browserTest.extend({ contextOptions: { javaScriptEnabled: false } });
  plain(
    'without a script the frame scrolls, the server’s element stands, a way is left',
    async ({ page }) => {
      await arrive(page, 'a frame');
      expect(await page.frameLocator('iframe').getByText('Add a review').count()).toBe(1);
      await arrive(page, 'an element that the server draws');
      expect(await page.getByText('Add a review').isVisible()).toBe(true);
      await page.goto(`${elsewhere}/an element`);
      expect(await page.getByRole('link', { name: 'Reviews' }).isVisible()).toBe(true);
    },
  );

  browserTest(
    'its look is the page’s to choose, but not whether it is said how reviews were picked',
    async ({ page }) => {
      await open(page, 'an element');
      await page.addStyleTag({
        content: `film-reviews::part(review){border:0} film-reviews{--reviews-lamp:rgb(1, 2, 3)}
        film-reviews::part(doors), film-reviews::part(title), film-reviews::part(door){display:none}
        .fr-score, p {display:none!important}`,
      });
      const stars = page.locator('.fr-stars').first();
      expect(await stars.evaluate((one) => getComputedStyle(one).color)).toBe('rgb(1, 2, 3)');
      expect(await page.getByText('3 of ').isVisible()).toBe(true);
    },
  );
});
