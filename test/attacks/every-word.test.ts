import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../app/site.ts';
import { PAYLOADS } from './payloads.ts';
import { describeEveryWord } from './said-everywhere.ts';
import { attributeOf, parsePage, textOf } from './skeleton.ts';
import { bringByPages, bringIn, castOf } from './world.ts';

// Those that break out of templates, and some of each other class; `npm run slow` says all of them.
describeEveryWord(PAYLOADS.filter(({ name }, index) => name.startsWith('context') || index % 12 === 0));

describe('an address from a file', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openTestSite();
    await site.signedIn('the_owner', 'owner');
  });
  afterAll(() => site.close());

  const targets = PAYLOADS.flatMap(({ input, name }) => {
    const target = name.startsWith('link, quoted')
      ? /^<a href="([\s\S]*)">here<\/a>$/.exec(input)?.[1]
      : null;
    return target ? [{ name: name.replace('link, quoted', 'the address'), target }] : [];
  });
  // Each has a host of its own, so that none is taken for a review that is known already.
  let hosts = 0;
  const own = (target: string) => {
    hosts += 1;
    return target.replaceAll('.example', `.example${hosts}`);
  };

  test.each(targets)('$name leads nowhere but to http and https', async ({ target }) => {
    const film = await bringIn(site.site.store, 'Words from elsewhere', own(target));
    for (const path of [`/film/${film.slug}`, `/film/${film.slug}/reviews`]) {
      const { faults, elements } = parsePage(await (await site.get(path)).text());
      expect.soft(faults, path).toEqual([]);
      for (const element of elements) {
        const href = attributeOf(element, 'href');
        if (element.tagName !== 'a' || !href || /^[#/]/.test(href)) continue;
        expect.soft(href, path).toMatch(/^(?:https?|mailto):/);
        expect.soft(attributeOf(element, 'rel'), href).toContain('nofollow');
        expect.soft(attributeOf(element, 'rel'), href).toContain('noopener');
      }
    }
  });
});

describe('what a title says to machines', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openTestSite();
    await site.signedIn('the_owner', 'owner');
  });
  afterAll(() => site.close());

  test.each(PAYLOADS.filter(({ name }, index) => /^(?:context|characters)/.test(name) || index % 12 === 0))(
    '$name',
    async ({ input }) => {
      const film = await bringIn(site.site.store, `Words before ${input} and after`);
      const kept = await site.site.store.reader.films.byId(film.id);
      const { elements } = parsePage(await (await site.get(`/film/${film.slug}`)).text());
      const data = elements.find(({ tagName }) => tagName === 'script');
      const said = JSON.parse(data ? textOf(data) : '{}') as { name: string };
      expect(said.name).toBe(kept?.title);
      const title = elements.find(({ tagName }) => tagName === 'h1');
      const shown = (kept?.title ?? '').replace(/[\ufffe\uffff]/g, '');
      expect(title && textOf(title)).toBe(`${shown} 1999`);
      const card = await (await site.get(`/card/${film.id}.svg`)).text();
      expect(faultsOfXml(card)).toEqual([]);
    },
  );
});

/** What an XML parser would refuse of a drawn card, and what none may hold. */
function faultsOfXml(text: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML can hold none of these
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text) || !text.isWellFormed())
    faults.push('a character that XML cannot hold');
  let rest = text;
  for (const tag of text.matchAll(/<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g)) {
    const [whole, closes, name = '', attributes = '', empty] = tag;
    rest = rest.replace(whole, '');
    if (!/^(?:svg|g|path|rect|circle|ellipse|line|polygon|polyline|text|tspan|defs|clipPath|use)$/.test(name))
      faults.push(`<${name}>`);
    if (/\s(?:on\w+|style|(?:xlink:)?href)="(?!#)/.test(attributes)) faults.push(attributes);
    if (closes && open.pop() !== name) faults.push(`</${name}> out of place`);
    if (!closes && !empty) open.push(name);
  }
  if (/[<>]/.test(rest.replaceAll('>', '')) || open.length > 0) faults.push('markup that is none');
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) faults.push('a bare &');
  return faults;
}

describe('files that are brought through the pages of imports', () => {
  let site: TestSite;
  const pagesFor = async (words: string) => {
    const pages = await bringByPages(await cast, words);
    const seen = [...pages].map(async ([page, response]) => {
      const { skeleton, faults } = parsePage(await response.text());
      return { page, skeleton, faults, status: response.status };
    });
    return Promise.all(seen);
  };
  let cast: ReturnType<typeof castOf>;
  let harmless: Awaited<ReturnType<typeof pagesFor>>;
  beforeAll(async () => {
    site = await openTestSite();
    cast = castOf(site);
    harmless = await pagesFor('Quite harmless words');
  }, 60_000);
  afterAll(() => site.close());

  test('the harmless pages are there to compare with', () => {
    expect(harmless.map(({ status }) => status)).toEqual([200, 400, 200, 200, 200, 200]);
    for (const { page, faults } of harmless) expect(faults, page).toEqual([]);
  });

  test.each(PAYLOADS.filter(({ name }, index) => index % (name.startsWith('context') ? 2 : 17) === 0))(
    '$name',
    async ({ input }) => {
      const seen = await pagesFor(`Words before ${input}\n\nand after`);
      for (const [index, { page, skeleton, faults, status }] of seen.entries()) {
        expect.soft(status, page).toBe(harmless[index]?.status);
        expect.soft(faults, page).toEqual([]);
        expect.soft(skeleton, page).toBe(harmless[index]?.skeleton);
      }
    },
  );
});
