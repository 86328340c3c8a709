import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../app/site.ts';
import { strays } from '../attacks/allow-list.ts';
import { PAYLOADS } from '../attacks/payloads.ts';
import { type ApiWorld, asked, openWorld } from './world.ts';

/** Some of each class of what breaks out of text, and what breaks databases, numbers and objects. */
export const SAMPLE: readonly string[] = [
  ...PAYLOADS.filter((_, index) => index % 23 === 0).map(({ input }) => input),
  'lone \ud83d and \udc00 \u202e\u0000\u001b\ufffe',
  '\0',
  '__proto__',
  "'; drop table films; --",
  '%00%0d%0aset-cookie: a=b',
  '../../etc/passwd',
  'x'.repeat(30_000),
];
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString'];
/** Where answers hold HTML. */
const MARKUP = /"(?:html|description|note|bio)":("(?:[^"\\]|\\.)*")/g;

/**
 * Sends texts and values that mean harm wherever something can be sent.
 *
 * @param whole whether each field is tried alone too, and every kind of value
 */
export function describeHostile(sample: readonly string[], whole: boolean): void {
  let site: TestSite;
  let world: ApiWorld;

  beforeAll(async () => {
    // So much at once would meet every limit.
    const quota = { of: 1e6, window: 1, left: 1e6, reset: 1, wait: 0 };
    const limits = { take: async () => 0, ask: async () => quota };
    site = await openTestSite({ surroundings: { limits } });
    world = await openWorld(site);
  });
  afterAll(() => site.close());

  /** The same, with every text in it replaced. */
  function filled(example: unknown, value: string): unknown {
    if (typeof example === 'string') return value;
    if (Array.isArray(example)) return example.map((one) => filled(one, value));
    if (typeof example !== 'object' || example === null) return example;
    return Object.fromEntries(Object.entries(example).map(([name, inner]) => [name, filled(inner, value)]));
  }

  /** Each of the texts in it replaced alone, as many bodies as there are texts. */
  function eachFilled(example: unknown, value: string): unknown[] {
    if (typeof example !== 'object' || example === null || Array.isArray(example))
      return [filled(example, value)];
    return Object.entries(example).map(([name, inner]) => ({ ...example, [name]: filled(inner, value) }));
  }

  async function judge(id: string, asking: Parameters<ApiWorld['api']['ask']>[1]): Promise<void> {
    const { status, body, headers } = await world.api.ask(id, { ...asking, status: 'any' });
    expect
      .soft(status, `${id} ${JSON.stringify(asking?.body ?? asking?.query).slice(0, 200)}`)
      .toBeLessThan(500);
    for (const [, html = '""'] of JSON.stringify(body).matchAll(MARKUP))
      expect.soft(strays(JSON.parse(html) as string, true), id).toEqual([]);
    expect.soft(headers.get('location') ?? '/', id).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  }

  describe('what means harm', () => {
    test('texts in every field of every body', async () => {
      let bodies = 0;
      for (const one of world.api.operations.values()) {
        const asking = asked(world, one);
        if (asking.body === undefined) continue;
        for (const value of sample)
          for (const body of [filled(asking.body, value), ...(whole ? eachFilled(asking.body, value) : [])]) {
            bodies += 1;
            // The owner may do all; what a hostile name does to the site itself is undone by the next.
            await judge(one.id, {
              ...asking,
              body,
              token: world.tokens[one.scope === 'admin' ? 'owner' : 'curator'],
            });
          }
      }
      expect(bodies).toBeGreaterThan(whole ? 1000 : 80);
    });

    test('values of every other kind, in every body', async () => {
      const kinds = [null, [[[]]], 1e308, ...(whole ? [true, 0, -1, [], {}, '', { polluted: 'yes' }] : [])];
      for (const one of world.api.operations.values()) {
        const asking = asked(world, one);
        if (typeof asking.body !== 'object' || asking.body === null) continue;
        const token = world.tokens[one.scope === 'admin' ? 'owner' : 'curator'];
        for (const kind of kinds) {
          await judge(one.id, { ...asking, body: kind, token });
          for (const name of Object.keys(asking.body))
            await judge(one.id, { ...asking, body: { ...asking.body, [name]: kind }, token });
        }
        for (const key of KEYS) {
          const raw = `{${JSON.stringify(key)}:{"polluted":"yes"},${JSON.stringify(asking.body).slice(1)}`;
          const headers = { ...asking.headers, 'content-type': 'application/json' };
          const { body: _, ...rest } = asking;
          const { status } = await world.api.ask(one.id, { ...rest, raw, headers, token, status: 'any' });
          expect.soft(status, `${one.id} ${key}`).toBe(422);
        }
      }
    });

    test('parts of every address and every question', async () => {
      for (const one of world.api.operations.values()) {
        const asking = asked(world, one);
        const { token } = { token: world.tokens.owner };
        for (const value of sample.map((text) => text.slice(0, 300).toWellFormed())) {
          for (const { name, in: place } of one.parameters) {
            if (place === 'path')
              await judge(one.id, { ...asking, params: { ...asking.params, [name]: value }, token });
            if (place === 'query')
              await judge(one.id, { ...asking, query: { ...asking.query, [name]: [value, value] }, token });
          }
        }
        await judge(one.id, { ...asking, query: { ['__proto__']: 'polluted', a: 'b' }, token });
      }
    });

    test('bodies that are no JSON, too large, too deep, or of another kind', async () => {
      const send = (raw: string, type = 'application/json') =>
        world.api.ask('preview', { raw, headers: { 'content-type': type }, status: 'any' });
      expect((await send('{')).status).toBe(400);
      expect((await send('')).status).toBe(400);
      expect((await send('{"text":"a"}', 'text/plain')).status).toBe(415);
      expect((await send('{"text":"a"}', 'application/json; charset=utf-8')).status).toBe(200);
      expect((await send(`{"text":"${'a'.repeat(1_600_000)}"}`)).status).toBe(413);
      expect((await send('['.repeat(100_000) + ']'.repeat(100_000))).status).toBeGreaterThanOrEqual(400);
      expect((await send('{"text":"\\ud83d\\u0000 <img src=x onerror=alert(1)>"}')).body.html).toBe(
        '<p>\ufffd</p>',
      );
    });
  });
}
