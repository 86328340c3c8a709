import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../app/site.ts';
import { CHANGES, GETS, isFault, NAMES, PARAMETER, pathIn } from './addresses.ts';
import { PAYLOADS } from './payloads.ts';
import { parsePage } from './skeleton.ts';
import { type Cast, castOf, sayEverywhere, type World } from './world.ts';

/** Keys that every object answers to, or that change what objects are. */
const KEYS = '__proto__ constructor prototype toString hasOwnProperty valueOf __defineGetter__'.split(' ');
const DEEP = KEYS.slice(0, 3).flatMap((key) => [
  `${key}[polluted]`,
  `a[${key}][polluted]`,
  `${key}.polluted`,
]);

/** Some of each class, most of all of what breaks out of a template. */
const SAMPLE: readonly string[] = [
  ...PAYLOADS.filter(({ name }, index) => /^context/.test(name) && index % 2).map(({ input }) => input),
  ...PAYLOADS.filter((_, index) => index % 31 === 0).map(({ input }) => input),
  'lone \ud83d and \udc00 \u202e\u0000\u001b\ufffe',
  ...KEYS.slice(0, 2),
  'x'.repeat(20_000),
  '\0',
  '-1',
  '1e999',
  'null',
  '[]',
  '٣',
];

/**
 * Sends hostile values wherever a page asks for one, and judges every answer.
 *
 * @param everybody whether a reader, a member and the owner each send every value; else they take turns
 */
export function describeEveryInput(everybody: boolean): void {
  let site: TestSite;
  let cast: Cast;
  let world: World;
  let visits = 0;

  beforeAll(async () => {
    site = await openTestSite();
    cast = await castOf(site);
    world = await sayEverywhere(cast, 'Quite harmless words');
  }, 60_000);
  afterAll(() => site.close());

  /** An address nobody has come from, so that no limit is met. */
  function somewhere(): string {
    visits += 1;
    return `10.${visits >> 16}.${(visits >> 8) & 255}.${visits & 255}`;
  }

  /** A reader, a member and the owner; where not everybody sends everything, whose turn it is. */
  const people = (turn: number) => {
    const all = [undefined, cast.member.cookie, cast.owner];
    return everybody ? all : [all[turn % all.length]];
  };

  /** Looks at an answer: no crash, nothing that ran out of its place, no way out of the site. */
  async function judge(response: Response, what: string): Promise<void> {
    expect.soft(isFault(response), `${what}: ${response.status}`).toBe(false);
    const to = response.headers.get('location');
    if (to !== null) expect.soft(to, what).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
    for (const cookie of response.headers.getSetCookie()) expect.soft(cookie, what).not.toMatch(/<|[\r\n]/);
    const type = response.headers.get('content-type') ?? '';
    if (type.startsWith('text/html')) {
      const text = await response.text();
      if (!text.startsWith('<!doctype') || sound.has(text)) return;
      const { faults } = parsePage(text);
      expect.soft(faults, what).toEqual([]);
      if (faults.length === 0) sound.add(text);
    }
  }

  /** Pages that were found without a fault: most inputs change nothing of the page they are sent to. */
  const sound = new Set<string>();

  const queries = new Map<string, string>();
  /** Every name with the same value; the same for every page. */
  function queryOf(value: string): string {
    const known = queries.get(value);
    if (known !== undefined) return known;
    const query = new URLSearchParams(Object.fromEntries(NAMES.map((name) => [name, value]))).toString();
    queries.set(value, query);
    return query;
  }

  test('the names that pages ask for are known', () => {
    for (const name of ['q', 'next', 'after', 'place', 'username', 'message', 'tags', 'do', 'zone'])
      expect(NAMES).toContain(name);
  });

  describe('in every part of an address', () => {
    test.each(GETS.map((route) => route.path))('%s', async (path) => {
      for (const [turn, value] of SAMPLE.entries())
        for (const cookie of people(turn + path.length)) {
          const at = `${pathIn(world, path)}?${queryOf(value.slice(0, 200))}`;
          const response = await site.get(at, { from: somewhere(), ...(cookie ? { cookie } : {}) });
          await judge(response, `${path} ${JSON.stringify(value.slice(0, 60))}`);
        }
    });

    test.each(GETS.filter((route) => route.path.includes(':')).map((route) => route.path))(
      'as a part of %s',
      async (path) => {
        for (const [turn, value] of SAMPLE.entries()) {
          const at = path.replace(PARAMETER, encodeURIComponent(value.toWellFormed()));
          for (const cookie of people(turn + path.length))
            await judge(await site.get(at, { from: somewhere(), ...(cookie ? { cookie } : {}) }), at);
        }
      },
    );
  });

  describe('in every field of a form', () => {
    test.each(CHANGES.map((route) => route.path))('%s', async (path) => {
      // A password is hashed slowly, on purpose.
      const sample = /sign|password|setup/.test(path) ? SAMPLE.slice(-12) : SAMPLE;
      for (const [turn, value] of sample.entries()) {
        const form = Object.fromEntries(NAMES.map((name) => [name, value.slice(0, 5000)]));
        for (const cookie of path === '/sign-out' ? [undefined] : people(turn + path.length)) {
          const ask = { from: somewhere(), ...(cookie ? { cookie } : {}) };
          const at = pathIn(world, path);
          await judge(await site.post(at, form, ask), `${path} ${JSON.stringify(value.slice(0, 60))}`);
        }
      }
    });

    test.each(CHANGES.map((route) => route.path))('no file where a text is asked: %s', async (path) => {
      const form = new FormData();
      for (const name of NAMES) form.append(name, new Blob(['<script>alert(1)</script>']), '../../<b>.html');
      await judge(await site.post(pathIn(world, path), form, { from: somewhere() }), path);
    });
  });

  describe('in headers and cookies', () => {
    const bytes = (value: string) =>
      value
        .replace(/[^\t\x20-\x7e]/g, '?')
        .trim()
        .slice(0, 4000);
    test.each(['/', '/films', '/sign-in', '/film/none', '/review/none', '/settings', '/no/such/page'])(
      '%s',
      async (path) => {
        for (const value of SAMPLE.map(bytes)) {
          const headers = Object.fromEntries(
            [
              'accept-language accept-encoding accept user-agent referer x-forwarded-for x-forwarded-host',
              'x-forwarded-proto forwarded host if-none-match if-modified-since range via x-real-ip purpose',
            ]
              .join(' ')
              .split(' ')
              .map((name) => [name, value]),
          );
          await judge(await site.get(path, { headers }), `${path} ${value}`);
          for (const name of [
            'houselights.session_token',
            '__Host-houselights',
            'review-draft',
            'review-published',
            '__proto__',
          ])
            await judge(await site.get(path, { cookie: `${name}=${value}` }), `${path} ${name}=${value}`);
        }
      },
    );

    test.each(KEYS)('a language called %s', async (key) => {
      const page = await (await site.get('/about', { headers: { 'accept-language': `${key}, *` } })).text();
      expect(page).toContain('<html lang="en"');
    });
  });

  describe('keys that change what objects are', () => {
    const untouched = () => {
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(([] as unknown as Record<string, unknown>).polluted).toBeUndefined();
    };

    test.each(CHANGES.map((route) => route.path))('in the form of %s', async (path) => {
      const form = Object.fromEntries([...KEYS, ...DEEP].map((key) => [key, '{"polluted":"yes"}']));
      for (const cookie of path === '/sign-out' ? [undefined] : [undefined, cast.member.cookie, cast.owner])
        await judge(
          await site.post(pathIn(world, path), form, { from: somewhere(), ...(cookie ? { cookie } : {}) }),
          path,
        );
      untouched();
    });

    test.each(GETS.map((route) => route.path))('in the address of %s', async (path) => {
      const query = [...KEYS, ...DEEP].map((key) => `${key}=%7B%22polluted%22%3A1%7D`).join('&');
      for (const cookie of [undefined, cast.member.cookie, cast.owner])
        await judge(
          await site.get(`${pathIn(world, path)}?${query}`, {
            from: somewhere(),
            ...(cookie ? { cookie } : {}),
          }),
          path,
        );
      untouched();
    });
  });
}
