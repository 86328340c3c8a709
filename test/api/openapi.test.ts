import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCOPES } from '../../src/domain/token.ts';
import { openTestSite, type TestSite } from '../app/site.ts';
import { type Contract, FORMATS, lint, openContract } from './contract.ts';

type Json = Record<string, unknown>;
/** An operation of the file, with where it stands. */
interface Entry {
  at: string;
  path: string;
  one: Json;
}

let site: TestSite;
let api: Contract;
let doc: Json;
let entries: Entry[];

beforeAll(async () => {
  site = await openTestSite();
  api = await openContract(site);
  doc = api.doc as unknown as Json;
  entries = Object.entries(api.doc.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ at: `${method} ${path}`, path, one })),
  );
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

const followed = (value: unknown): Json => {
  const { $ref } = value as { $ref?: string };
  if (!$ref) return value as Json;
  return $ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, name) => (at as Json)?.[name], doc) as Json;
};
const parametersOf = ({ one }: Entry) => (one.parameters as unknown[]).map(followed);
/** What breaks a rule, by what it says. */
const breaking = (rule: (entry: Entry) => string[]) =>
  entries.flatMap((entry) => rule(entry).map((what) => `${entry.at}: ${what}`));

/** A sentence of the file: begins small, as it follows a name, and bears no full stop. */
const isSummary = (text: unknown) => typeof text === 'string' && /^[^\s.][^.]{4,110}[^\s.]$/.test(text);
const isSaid = (text: unknown) => typeof text === 'string' && text.trim().length > 1;

describe('the file, read strictly,', () => {
  test('knows each operation by a name of its own, and says what it does', () => {
    const ids = entries.map(({ one }) => String(one.operationId));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z]+(?:[A-Z][a-z]+)*$/.test(id))).toEqual([]);
    expect(breaking(({ one }) => (isSummary(one.summary) ? [] : [`summary: ${one.summary}`]))).toEqual([]);
    const summaries = entries.map(({ one }) => one.summary);
    expect(summaries.filter((said, at) => summaries.indexOf(said) !== at)).toEqual([]);
  });

  test('has addresses of one fashion, and names each part of them once', () => {
    const paths = Object.keys(api.doc.paths);
    expect(paths.filter((path) => !/^(?:\/(?:[a-z]+(?:-[a-z]+)*|\{[a-z]+\}))+$/.test(path))).toEqual([]);
    const shapes = paths.map((path) => path.replace(/\{\w+\}/g, '{}'));
    expect(shapes.filter((shape, at) => shapes.indexOf(shape) !== at)).toEqual([]);
    expect(
      breaking((entry) => {
        const named = parametersOf(entry).filter((parameter) => parameter.in === 'path');
        const wanted = [...entry.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const same = String(named.map(({ name }) => name)) === String(wanted);
        return same && named.every(({ required }) => required === true) ? [] : ['parts of the address'];
      }),
    ).toEqual([]);
  });

  test('says of each parameter what it is for', () => {
    expect(
      breaking((entry) =>
        parametersOf(entry).flatMap(({ name, description }) => (isSaid(description) ? [] : [String(name)])),
      ),
    ).toEqual([]);
    expect(
      breaking((entry) => {
        const names = parametersOf(entry).map((parameter) => `${parameter.in} ${parameter.name}`);
        return names.filter((name, at) => names.indexOf(name) !== at);
      }),
    ).toEqual([]);
  });

  test('declares each tag, and says what it stands for', () => {
    const tags = doc.tags as { name: string; description?: string }[];
    expect(tags.filter(({ description }) => !isSaid(description)).map(({ name }) => name)).toEqual([]);
    expect(new Set(entries.flatMap(({ one }) => one.tags as string[]))).toEqual(
      new Set(tags.map(({ name }) => name)),
    );
  });

  test('describes each answer, and how each may be refused', () => {
    expect(
      breaking(({ one }) =>
        Object.entries(one.responses as Json).flatMap(([status, said]) => {
          const { description, content } = followed(said) as { description?: string; content?: Json };
          const refuses = Number(status) >= 400;
          const typed = !refuses || Object.keys(content ?? {}).join() === 'application/problem+json';
          return isSaid(description) && typed ? [] : [status];
        }),
      ),
    ).toEqual([]);
    expect(
      breaking(({ one, path }) => {
        const statuses = Object.keys(one.responses as Json);
        const wanted = ['400', '401', '403', '429', '500', ...(path.includes('{') ? ['404'] : [])];
        return wanted.filter((status) => !statuses.includes(status));
      }),
    ).toEqual([]);
  });

  test('says which token each wants, by a scope there is', () => {
    const { securitySchemes } = doc.components as { securitySchemes: Record<string, Json> };
    expect(
      breaking(({ one }) =>
        (one.security as Record<string, string[]>[]).flatMap((way) =>
          Object.entries(way).flatMap(([scheme, scopes]) => [
            ...(securitySchemes[scheme] ? [] : [scheme]),
            ...scopes.filter((scope) => !SCOPES.includes(scope as 'read')),
          ]),
        ),
      ),
    ).toEqual([]);
    for (const scope of SCOPES) expect(JSON.stringify(securitySchemes)).toContain(scope);
  });

  test('leads nowhere that is not there, and holds nothing that nothing leads to', () => {
    const text = JSON.stringify(doc);
    const refs = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref));
    expect([...refs].filter((ref) => followed({ $ref: ref }) === undefined)).toEqual([]);
    const { securitySchemes: _, ...kinds } = doc.components as Record<string, Json>;
    const unused = Object.entries(kinds).flatMap(([kind, all]) =>
      Object.keys(all).filter((name) => !refs.has(`#/components/${kind}/${name}`)),
    );
    expect(unused).toEqual([]);
  });

  test('gives an example of whatever is sent, and says what each shape is', () => {
    const { schemas } = api.doc.components;
    expect(
      Object.entries(schemas)
        .filter(([, one]) => !isSaid(one.description))
        .map(([name]) => name),
    ).toEqual([]);
    expect(
      breaking(({ one }) => {
        const { content = {} } = (one.requestBody ?? {}) as { content?: Record<string, { schema: Json }> };
        const schema = content['application/json']?.schema;
        if (!schema) return [];
        const said = followed(schema) as { examples?: unknown[] };
        return said.examples?.length ? [] : ['an example of what is sent'];
      }),
    ).toEqual([]);
  });
});
