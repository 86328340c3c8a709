import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../app/site.ts';
import { describeWithPostgres } from '../engines/postgres.ts';
import { CHANGES, GETS, isFault, NAMES, PARAMETER, pathIn } from './addresses.ts';
import { PAYLOADS } from './payloads.ts';
import { parsePage } from './skeleton.ts';
import { type Cast, castOf, pagesOf, sayEverywhere, type World } from './world.ts';

/** What PostgreSQL keeps otherwise than SQLite, or not at all. */
const WORDS = [
  'a NUL \0 within',
  '\0',
  'lone \ud83d and \udc00 halves',
  'not characters \ufffe \uffff',
  "back\\slash \\x00 \\u0000 %00 E'\\0'",
  "'; DROP TABLE entries; --",
  '$1 $$ :name ? @x',
  `Z${'\u0301\u0316\u0327'.repeat(300)}`,
  '\u{1f468}\u200d\u{1f469} 映画 ﷽ İı ẞß',
  ...PAYLOADS.filter((_, index) => index % 40 === 7).map(({ input }) => input),
];

describeWithPostgres('what PostgreSQL is given', () => {
  let site: TestSite;
  let cast: Cast;
  let world: World;
  beforeAll(async () => {
    site = await openTestSite({ engine: 'postgres' });
    cast = await castOf(site);
    world = await sayEverywhere(cast, 'Quite harmless words');
  }, 60_000);
  afterAll(() => site.close());

  let visits = 0;
  const from = () => {
    visits += 1;
    return `10.9.${visits >> 8}.${visits & 255}`;
  };

  test.each(WORDS.map((words) => [JSON.stringify(words.slice(0, 40)), words]))('%s', async (_, words) => {
    const said = await sayEverywhere(cast, `Words before ${words} and after`);
    const cookies = { reader: undefined, member: cast.member.cookie, owner: cast.owner };
    for (const { path, as } of pagesOf(said)) {
      const cookie = cookies[as];
      const response = await site.get(path, { from: from(), ...(cookie ? { cookie } : {}) });
      expect.soft(response.status, path).toBe(200);
      expect.soft(parsePage(await response.text()).faults, path).toEqual([]);
    }
  });

  test('in every part of every address, as a reader and as the owner', async () => {
    for (const { path } of GETS)
      for (const value of WORDS.slice(0, 5)) {
        const query = new URLSearchParams(Object.fromEntries(NAMES.map((name) => [name, value]))).toString();
        const inPath = path.replace(PARAMETER, encodeURIComponent(value.toWellFormed()));
        for (const at of [`${pathIn(world, path)}?${query}`, inPath])
          for (const cookie of [undefined, cast.owner]) {
            const response = await site.get(at, { from: from(), ...(cookie ? { cookie } : {}) });
            expect.soft(isFault(response), `${at.slice(0, 200)}: ${response.status}`).toBe(false);
          }
      }
  }, 120_000);

  test('in every field of every form', async () => {
    for (const { path } of CHANGES)
      for (const value of WORDS.slice(0, 5)) {
        const form = Object.fromEntries(NAMES.map((name) => [name, value]));
        for (const cookie of path === '/sign-out' ? [undefined] : [undefined, cast.owner]) {
          const ask = { from: from(), ...(cookie ? { cookie } : {}) };
          const response = await site.post(pathIn(world, path), form, ask);
          expect.soft(response.status, `${path} ${JSON.stringify(value)}`).toBeLessThan(500);
        }
      }
  }, 120_000);
});
