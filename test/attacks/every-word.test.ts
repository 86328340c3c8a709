import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../app/site.ts';
import { PAYLOADS } from './payloads.ts';
import { describeEveryWord } from './said-everywhere.ts';
import { attributeOf, parsePage } from './skeleton.ts';
import { bringIn } from './world.ts';

// Those that break out of templates, and some of each other class; `npm run slow` says all of them.
describeEveryWord(
  PAYLOADS.filter(({ name }, index) => /^(?:context|characters)/.test(name) || index % 6 === 0),
);

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
