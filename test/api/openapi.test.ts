import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../app/site.ts';
import { type Contract, FORMATS, lint, openContract } from './contract.ts';

let site: TestSite;
let api: Contract;

beforeAll(async () => {
  site = await openTestSite();
  api = await openContract(site);
});
afterAll(() => site.close());

describe('the file', () => {
  test('is OpenAPI 3.1 as its own schema has it', async () => {
    expect(await lint(api.doc)).toBe(true);
    expect((api.doc as unknown as { openapi: string }).openapi).toMatch(/^3\.1\./);
  });

  test('gives examples that are what their shapes say', () => {
    const ajv = new Ajv2020({ strict: false, formats: FORMATS });
    ajv.addSchema({ $id: 'doc', ...api.doc });
    let examples = 0;
    for (const [name, { examples: some = [] }] of Object.entries(api.doc.components.schemas))
      for (const example of some) {
        examples += 1;
        expect(
          ajv.validate(`doc#/components/schemas/${name}`, example) || `${name}: ${ajv.errorsText()}`,
        ).toBe(true);
      }
    expect(examples).toBeGreaterThan(20);
  });

  test('says what every object is made of, and that it is made of nothing else', () => {
    const open: string[] = [];
    const walk = (at: unknown, path: string) => {
      if (typeof at !== 'object' || at === null) return;
      const schema = at as Record<string, unknown>;
      if (schema.type === 'object' && schema.additionalProperties === undefined) open.push(path);
      for (const [name, inner] of Object.entries(schema))
        if (name !== 'examples') walk(inner, `${path}/${name}`);
    };
    walk(api.doc.components.schemas, '');
    expect(open).toEqual([]);
  });

  test('has every address, and each answers what is documented there and nothing else', async () => {
    const methods = Map.groupBy(api.operations.values(), ({ path }) => path);
    for (const [path, some] of methods) {
      const at = path.replace(/\{\w+\}/g, 'x');
      const answer = await site.site.app.request(`${site.origin}/api/v1${at}`, { method: 'OPTIONS' });
      const wanted = some.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
      const own = (answer.headers.get('allow') ?? '').split(', ');
      for (const method of [...wanted, 'OPTIONS']) expect(own, path).toContain(method);
      // An address in braces may stand for one that is written out.
      const twins = [...methods.keys()].filter((other) => other !== path && matches(other, path));
      if (twins.length === 0) expect(own.sort(), path).toEqual([...wanted, 'OPTIONS'].sort());
    }
    for (const path of ['', '/', '/film', '/films/x/y', '/users', '/v2'])
      expect((await site.get(`/api/v1${path}`)).status, path).toBe(404);
  });
});

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
}
