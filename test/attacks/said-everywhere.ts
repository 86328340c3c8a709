import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../app/site.ts';
import type { Payload } from './payloads.ts';
import { parsePage } from './skeleton.ts';
import { type Cast, castOf, pagesOf, sayEverywhere, type World } from './world.ts';

/** A page's place among the pages of a world, by which it is compared with the same page of another. */
interface Seen {
  page: string;
  skeleton: string;
  faults: string[];
  status: number;
}

/** Pages that list what other worlds hold too: each of their parts is compared, and not the whole. */
const LISTS = / \/(?:films.*|film\/FILM|lists|programme.*|@.*|admin.*)?$/;

async function look(cast: Cast, world: World): Promise<Seen[]> {
  const cookies = { reader: undefined, member: cast.member.cookie, owner: cast.owner };
  const seen: Seen[] = [];
  // What is found in the background stands on a page or does not: it is waited for.
  await cast.site.site.work.settled();
  for (const { path, as } of pagesOf(world)) {
    const cookie = cookies[as];
    const response = await cast.site.get(path, { from: world.from, ...(cookie ? { cookie } : {}) });
    const { skeleton, faults } = parsePage(await response.text());
    const known = path
      .replace(world.film.slug, 'FILM')
      .replace(encodeURIComponent(world.film.slug), 'FILM')
      .replace(world.own ?? '-', 'OWN')
      .replace(world.person ?? '-', 'PERSON')
      .replace(/^\/venue\/.*/, '/venue/VENUE')
      .replace(/\/list\/.*/, '/list/LIST')
      .replace(/\/review\/[\w-]{30,}$/, '/review/WAITING')
      .replace(/[0-9a-v]{26}/g, 'ID');
    seen.push({ page: `${as} ${known}`, skeleton, faults, status: response.status });
  }
  return seen;
}

/** Says each payload wherever words can be said, and compares every page that shows it with a harmless one. */
export function describeEveryWord(payloads: readonly Payload[]): void {
  describe('whatever is written, wherever it is written', () => {
    let site: TestSite;
    let cast: Cast;
    let harmless: Map<string, Seen>;

    beforeAll(async () => {
      site = await openTestSite();
      cast = await castOf(site);
      // The second of two: the first has no other to lead to.
      await sayEverywhere(cast, 'Quite harmless words');
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

    test.each(payloads)('$name', async ({ input }) => {
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
  });
}
