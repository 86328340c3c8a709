import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../app/site.ts';
import { PAYLOADS } from './payloads.ts';
import { attributeOf, parsePage } from './skeleton.ts';
import { bringIn, type Cast, castOf, pagesOf, sayEverywhere, type World } from './world.ts';

/** A page's place among the pages of a world, by which it is compared with the same page of another. */
interface Seen {
  page: string;
  skeleton: string;
  faults: string[];
  status: number;
}

/** Pages that list what other worlds hold too: each of their parts is compared, and not the whole. */
const LISTS = / \/(?:films.*|@.*|admin.*)?$/;

async function look(cast: Cast, world: World): Promise<Seen[]> {
  const cookies = { reader: undefined, member: cast.member.cookie, owner: cast.owner };
  const seen: Seen[] = [];
  for (const { path, as } of pagesOf(world)) {
    const cookie = cookies[as];
    const response = await cast.site.get(path, { from: world.from, ...(cookie ? { cookie } : {}) });
    const { skeleton, faults } = parsePage(await response.text());
    const known = path
      .replace(world.film.slug, 'FILM')
      .replace(encodeURIComponent(world.film.slug), 'FILM')
      .replace(world.own ?? '-', 'OWN')
      .replace(world.person ?? '-', 'PERSON')
      .replace(/\/review\/[\w-]{30,}$/, '/review/WAITING')
      .replace(/[0-9a-v]{26}/g, 'ID');
    seen.push({ page: `${as} ${known}`, skeleton, faults, status: response.status });
  }
  return seen;
}

describe('whatever is written, wherever it is written', () => {
  let site: TestSite;
  let cast: Cast;
  let harmless: Map<string, Seen>;

  beforeAll(async () => {
    site = await openTestSite();
    cast = await castOf(site);
    const world = await sayEverywhere(cast, 'Quite harmless words');
    harmless = new Map((await look(cast, world)).map((seen) => [seen.page, seen]));
  }, 60_000);
  afterAll(() => site.close());

  test('the harmless pages are there to compare with', () => {
    expect(harmless.size).toBeGreaterThan(20);
    for (const { page, status, faults } of harmless.values()) {
      expect(status, page).toBe(200);
      expect(faults, page).toEqual([]);
    }
  });

  test.each(PAYLOADS)('$name', async ({ input }) => {
    const world = await sayEverywhere(cast, `Words before ${input}\n\nand after`);
    for (const { page, skeleton, faults, status } of await look(cast, world)) {
      expect.soft(status, page).toBe(200);
      expect.soft(faults, page).toEqual([]);
      const known = harmless.get(page)?.skeleton ?? '';
      if (LISTS.test(page)) {
        const parts = new Set(known.split('\n'));
        expect
          .soft(
            skeleton.split('\n').filter((part) => !parts.has(part)),
            page,
          )
          .toEqual([]);
      }
      if (!LISTS.test(page)) expect.soft(skeleton, page).toBe(known);
    }
  });

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
