import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { makeToken, type Scope, scopesOf } from '../../src/domain/token.ts';
import type { Role } from '../../src/store/schema.ts';
import type { TestSite } from '../app/site.ts';
import type { Somebody } from '../app/writing.ts';

/** Formats that are looked at by others: patterns of ours, and what links lead to. */
export const FORMATS = { uri: true, 'date-time': true, email: true } as const;

/** Whether a file is OpenAPI, by the schema of its own version; what is wrong where it is not. */
export async function lint(doc: OpenApi): Promise<string | true> {
  const { valid, errors } = await new Validator().validate({ ...structuredClone(doc) });
  return valid || JSON.stringify(errors).slice(0, 2000);
}

interface Parameter {
  $ref?: string;
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
}

interface Content {
  content?: Record<string, { schema: object }>;
  headers?: Record<string, unknown>;
  $ref?: string;
}

/** An operation as the OpenAPI file has it. */
export interface Documented {
  id: string;
  method: string;
  path: string;
  scope: Scope | null;
  parameters: Parameter[];
  body: object | null;
  responses: Record<string, Content>;
}

export interface OpenApi {
  paths: Record<string, Record<string, Record<string, unknown>>>;
  components: { schemas: Record<string, Schema>; responses: Record<string, Content> };
}

export interface Schema {
  examples?: unknown[];
  [name: string]: unknown;
}

/** What is asked of an operation. */
export interface Asking {
  params?: Record<string, string>;
  query?: Record<string, string | string[]>;
  body?: unknown;
  /** Bytes instead of JSON, as they are. */
  raw?: FormData | string;
  token?: string | null;
  headers?: Record<string, string>;
  from?: string;
  /** The status that has to come; a success unless said. */
  status?: number | 'any';
  cookie?: string;
}

/** An answer that kept to the contract. */
export interface Answered<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: T;
}

/** The API of a site, asked by nothing but its OpenAPI file. */
export interface Contract {
  doc: OpenApi;
  operations: Map<string, Documented>;
  /** Operations that went well, and statuses that were seen, by operation. */
  driven: Set<string>;
  seen: Map<string, Set<number>>;
  ask<T = Record<string, unknown>>(id: string, asking?: Asking): Promise<Answered<T>>;
}

/** Reads the file and compiles its schemas, with a validator that is not ours. */
export async function openContract(site: TestSite): Promise<Contract> {
  const doc = (await (await site.get('/api/openapi.json')).json()) as OpenApi;
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    formats: FORMATS,
  });
  ajv.addSchema({ $id: 'doc', ...doc });
  const compiled = new Map<string, ValidateFunction>();
  const check = (schema: object, value: unknown, what: string) => {
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"doc#/components/');
    const valid = compiled.get(text) ?? ajv.compile(JSON.parse(text));
    compiled.set(text, valid);
    expect(
      valid(value) || `${what}: ${ajv.errorsText(valid.errors)} in ${JSON.stringify(value).slice(0, 600)}`,
    ).toBe(true);
  };
  const operations = new Map(read(doc).map((one) => [one.id, one]));
  const driven = new Set<string>();
  const seen = new Map<string, Set<number>>();

  return {
    doc,
    operations,
    driven,
    seen,
    async ask<T>(id: string, asking: Asking = {}): Promise<Answered<T>> {
      const one = operations.get(id);
      if (!one) throw new Error(`${id} is not documented`);
      if (asking.body !== undefined && asking.status === undefined && one.body)
        check(one.body, asking.body, `${id} sends`);
      const response = await request(site, one, asking);
      const what = `${id} ${response.status}`;
      const text = await response.text();
      const said = one.responses[response.status];
      if (!said) throw new Error(`${what} is not documented: ${text.slice(0, 500)}`);
      seen.set(id, (seen.get(id) ?? new Set()).add(response.status));
      const answer = said.$ref ? (resolve(doc, said.$ref) as Content) : said;
      judge(answer, response, text, what, check);
      const any = asking.status === 'any' || (asking.status === undefined && response.status < 300);
      const wanted = any ? response.status : (asking.status ?? 'a success');
      expect(response.status, `${what}: ${text.slice(0, 400)}`).toBe(wanted);
      if (response.ok) driven.add(id);
      return {
        status: response.status,
        headers: response.headers,
        body: (text ? JSON.parse(text) : null) as T,
      };
    },
  };
}

function judge(
  answer: Content,
  response: Response,
  text: string,
  what: string,
  check: (schema: object, value: unknown, what: string) => void,
): void {
  for (const name of Object.keys(answer.headers ?? {}))
    if (!/^(?:Link|Idempotent-Replayed)$/.test(name) && !(name === 'Location' && response.status === 200))
      expect(response.headers.has(name), `${what} bears ${name}`).toBe(true);
  for (const name of ['ETag', 'Location', 'Link', 'Retry-After', 'Idempotent-Replayed'])
    if (response.headers.has(name))
      expect(Object.keys(answer.headers ?? {}), `${what}: ${name}`).toContain(name);
  if (!answer.content) {
    expect(text, `${what} says nothing`).toBe('');
    return;
  }
  const type = response.headers.get('content-type') ?? '';
  expect(Object.keys(answer.content), what).toContain(type);
  check(answer.content[type]?.schema ?? {}, JSON.parse(text), what);
}

async function request(site: TestSite, one: Documented, asking: Asking): Promise<Response> {
  const path = one.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = asking.params?.[name];
    if (value === undefined) throw new Error(`${one.id} needs ${name}`);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asking.query ?? {}))
    for (const each of [value].flat()) query.append(name, each);
  const headers = new Headers(asking.headers);
  if (asking.cookie) headers.set('cookie', asking.cookie);
  if (asking.token) headers.set('authorization', `Bearer ${asking.token}`);
  const body = asking.raw ?? (asking.body === undefined ? null : JSON.stringify(asking.body));
  if (asking.body !== undefined && !headers.has('content-type'))
    headers.set('content-type', 'application/json');
  const at = `${site.origin}/api/v1${path}${query.size > 0 ? `?${query}` : ''}`;
  const socket = { remoteAddress: asking.from ?? somewhere() };
  const init = { method: one.method, headers, body };
  return site.site.app.request(at, init, { incoming: { socket } } as never);
}

let visits = 0;
/** An address nobody has come from, so that no limit is met. */
export function somewhere(): string {
  visits += 1;
  return `10.${(visits >> 16) & 255}.${(visits >> 8) & 255}.${visits & 255}`;
}

function read(doc: OpenApi): Documented[] {
  return Object.entries(doc.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => {
      const { operationId, parameters, requestBody, responses, security } = one as unknown as {
        operationId: string;
        parameters: Parameter[];
        requestBody?: Content;
        responses: Record<string, Content>;
        security: { token?: string[] }[];
      };
      return {
        id: operationId,
        method: method.toUpperCase(),
        path,
        scope: security.length > 1 ? null : ((security[0]?.token?.[0] ?? null) as Scope | null),
        parameters: parameters.map((one) => (one.$ref ? (resolve(doc, one.$ref) as Parameter) : one)),
        body: requestBody?.content?.['application/json']?.schema ?? null,
        responses,
      };
    }),
  );
}

function resolve(doc: OpenApi, ref: string): unknown {
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], doc);
}

/** Somebody whose programs ask; nobody signs in as them, which saves a password's slow hash. */
export async function somebody(site: TestSite, username: string, role: Role = 'member'): Promise<Somebody> {
  const { now } = site.clock;
  return site.site.store.transact(async (writer) => {
    const author = { name: username, source: 'local' as const, key: `member:${username}` };
    const authorId = await writer.authors.add(author, now);
    const memberId = await writer.members.add({ accountId: null, authorId, username, role }, now);
    return { authorId, memberId, cookie: '' };
  });
}

/** A token of somebody's, with all they may be given unless less is asked for. */
export async function tokenOf(site: TestSite, who: Somebody, scopes?: readonly Scope[]): Promise<string> {
  const { reader, transact } = site.site.store;
  const member = await reader.members.byId(who.memberId);
  if (!member) throw new Error('no such member');
  const wanted = { name: 'a test', scopes: scopes ?? scopesOf(member.role) };
  return transact((writer) => makeToken(writer, member, wanted, site.clock.now));
}
