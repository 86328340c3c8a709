import { type Context, Hono } from 'hono';
import { DomainError } from '../domain/errors.ts';
import { filmAsked } from '../domain/film.ts';
import type { Site } from '../domain/reader.ts';
import { dayIn } from '../domain/viewing-date.ts';
import { wordsFor } from '../words/words.ts';
import { etagOf, isKnown, openKept, tagsIn } from './etag.ts';
import { keyOf, once } from './idempotency.ts';
import { type Input, readInput } from './input.ts';
import { matching } from './match.ts';
import type { Call, Operation, Outcome } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { ApiProblem, Moved, PROBLEMS, type Problem, refusalOf } from './problem.ts';
import { type Asker, askerOf, mayAsk } from './token.ts';

/** Answers requests below `/api/v1`; `address` is where one comes from, as far as it can be known. */
export type Api = (request: Request, address: string) => Promise<Response>;

interface Env {
  Bindings: { address: string };
}

export const BASE = '/api/v1';

/** Whoever calls from a page elsewhere brings a token: no cookie is ever looked at, so none can be borrowed. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'etag, link, location, ratelimit, ratelimit-policy, retry-after, idempotent-replayed, www-authenticate',
};
const PREFLIGHT = {
  'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-match, if-none-match',
  'access-control-max-age': '7200',
};
const SAFE = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
};

/** The API as one Hono application over the table of its operations. */
export function createApi(operations: readonly Operation[], parts: ApiParts): Api {
  const app = new Hono<Env>();
  const kept = openKept();
  const desk: Desk = { parts, kept };
  for (const one of operations) app.on(one.method, routeOf(one.path), (c) => answer(desk, one, c));
  for (const [path, methods] of methodsByPath(operations))
    app.all(routeOf(path), (c) => {
      const allow = [...methods, 'OPTIONS'].join(', ');
      if (c.req.method !== 'OPTIONS') return refuse(desk, c, new ApiProblem('wrong-method', {}, { allow }));
      const headers = { ...SAFE, ...CORS, ...PREFLIGHT, allow, 'access-control-allow-methods': allow };
      return new Response(null, { status: 204, headers });
    });
  app.notFound((c) => refuse(desk, c, new ApiProblem('no-such-address')));
  return async (request, address) => app.fetch(request, { address });
}

interface Desk {
  parts: ApiParts;
  kept: ReturnType<typeof openKept>;
}

/** A path of the table as Hono reads it. */
function routeOf(path: string): string {
  return `${BASE}${path.replace(/\{(\w+)\}/g, ':$1')}`;
}

/** The methods that are answered at each path; HEAD is answered wherever GET is. */
function methodsByPath(operations: readonly Operation[]): Map<string, string[]> {
  const known = new Map<string, string[]>();
  for (const { method, path } of operations) {
    const methods = method === 'GET' ? ['GET', 'HEAD'] : [method];
    known.set(path, [...(known.get(path) ?? []), ...methods]);
  }
  return known;
}

async function answer(desk: Desk, one: Operation, c: Context<Env>): Promise<Response> {
  const { parts } = desk;
  const limits: Record<string, string> = {};
  try {
    const asker = await askerOf(parts, c.req.raw.headers, parts.now());
    await limited(parts, one, asker, c.env.address, limits);
    mayAsk(one, asker, c.req.raw.headers, parts.origin());
    const about = await settled(desk, one, asker, c);
    return sentOf(about, c, limits);
  } catch (error) {
    return refuse(desk, c, error, limits, one);
  }
}

/** Counts a request, and says how many more there may be. */
async function limited(
  parts: ApiParts,
  one: Operation,
  asker: Asker,
  address: string,
  headers: Record<string, string>,
): Promise<void> {
  const limit = one.limit ?? (one.method === 'GET' ? 'api-read' : 'api-write');
  // What pages limit by address is limited by address here too; the rest is counted for who asks.
  const own = asker.member !== null && limit.startsWith('api-');
  const quota = await parts.limits.ask(limit, own ? `member-${asker.member?.id}` : address);
  headers['ratelimit-policy'] = `"${limit}";q=${quota.of};w=${quota.window}`;
  headers.ratelimit = `"${limit}";r=${quota.left};t=${quota.reset}`;
  if (quota.wait > 0) throw new DomainError('too-many', 'too-many', { seconds: Math.ceil(quota.wait) });
}

/** An answer, as it was made or kept. */
interface About extends Outcome {
  text: string | null;
  etag: string | null;
  /** Whether the asker has it already. */
  known: boolean;
}

async function settled(desk: Desk, one: Operation, asker: Asker, c: Context<Env>): Promise<About> {
  const { parts, kept } = desk;
  const { headers } = c.req.raw;
  const reads = one.method === 'GET';
  const seen = reads ? tagsIn(headers.get('if-none-match')) : null;
  const versions = reads && one.kept && asker.member === null ? await versionsOf(parts, one.kept) : null;
  const key = versions && `${new URL(c.req.url).pathname}${new URL(c.req.url).search} ${versions}`;
  const copy = key === null ? undefined : kept.get(key);
  if (copy) return { ...copy, status: 200, text: copy.body, known: isKnown(seen, copy.etag) };
  const match = tagsIn(headers.get('if-match'));
  if (one.match?.must && match === null) throw new ApiProblem('no-if-match');
  const input = await readInput(one, c, parts.services.files);
  const made = await callOf(desk, one, asker, c, input);
  const call =
    one.match && match !== null ? { ...made, transact: matching(made, one.match.of, match) } : made;
  const named = reads ? null : keyOf(one, asker, headers, parts.now());
  const outcome = named ? await once(parts, named, input, call, one) : await one.handler(call);
  const text = outcome.body === undefined ? null : written(outcome.body);
  const etag = text !== null && outcome.status === 200 ? etagOf(text) : null;
  if (key !== null && text !== null && etag !== null)
    kept.set(key, { etag, body: text, headers: outcome.headers ?? {} });
  return { ...outcome, text, etag, known: etag !== null && isKnown(seen, etag) };
}

function written(body: unknown): string {
  return JSON.stringify(body);
}

/** The versions of what readers may be answered from a kept copy by; the programme is another when one begins. */
async function versionsOf({ reader, now }: ApiParts, kept: NonNullable<Operation['kept']>): Promise<string> {
  if (kept === 'programme') {
    const { site, films, programme, due } = await reader.versions.ofProgramme(now());
    return `${site}.${films}.${programme}.${due ?? ''}`;
  }
  const [site = 0, films = 0] = await reader.versions.of('site', 'films');
  return kept === 'site' ? `${site}` : `${site}.${films}`;
}

async function callOf(
  { parts }: Desk,
  one: Operation,
  asker: Asker,
  c: Context<Env>,
  input: Input,
): Promise<Call> {
  const { reader, transact, services } = parts;
  const now = parts.now();
  const site: Site = await reader.site.get();
  return {
    ...{ reader, transact, services, site, now, ...asker, ...input },
    origin: parts.origin(),
    url: new URL(c.req.url),
    today: dayIn(site.settings.timeZone, now),
    reads: one.method === 'GET',
    async film(asked) {
      const found = await filmAsked(reader, asked, now);
      if (found.slug !== asked && found.id !== asked && one.method === 'GET') throw new Moved(found.slug);
      return found;
    },
  };
}

function sentOf(about: About, c: Context<Env>, limits: Record<string, string>): Response {
  const { status, text, etag, known } = about;
  const headers: Record<string, string> = { ...SAFE, ...CORS, ...limits, ...about.headers };
  headers.vary = 'Authorization';
  headers['cache-control'] = c.req.header('authorization') ? 'private, no-cache' : 'public, no-cache';
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') headers['cache-control'] = 'no-store';
  if (etag !== null) headers.etag = etag;
  if (known) return new Response(null, { status: 304, headers });
  if (text === null) return new Response(null, { status, headers });
  headers['content-type'] ??= 'application/json';
  headers['content-length'] = String(Buffer.byteLength(text));
  return new Response(c.req.method === 'HEAD' ? null : text, { status, headers });
}

/** What went wrong, as RFC 9457 says it. A fault of ours is kept in the log under an id. */
function refuse(
  { parts }: Desk,
  c: Context<Env>,
  error: unknown,
  limits: Record<string, string> = {},
  one?: Operation,
): Response {
  const headers: Record<string, string> = { ...SAFE, ...CORS, ...limits, 'cache-control': 'no-store' };
  if (error instanceof Moved && one) return movedTo(error, one, c, headers);
  const refusal = refusalOf(error);
  const name = refusal?.problem ?? 'broken';
  const { problem: titles } = wordsFor(c.req.header('accept-language'), 'en').api;
  const problem: Problem = {
    type: `${parts.origin()}/api#${name}`,
    title: titles[name],
    status: PROBLEMS[name],
    name,
    ...refusal?.more,
  };
  if (refusal === null) {
    const id = parts.newId();
    problem.instance = `urn:houselights:fault:${id}`;
    const place = { id, method: c.req.method, path: one?.path ?? '' };
    parts.log.error({ err: parts.errorForLog(error), ...place }, 'an answer could not be made');
  }
  if (name === 'too-many') headers['retry-after'] = String(refusal?.more.details?.seconds ?? 60);
  if (PROBLEMS[name] === 401) headers['www-authenticate'] = 'Bearer realm="Houselights"';
  Object.assign(headers, refusal?.headers);
  headers['content-type'] = 'application/problem+json';
  const body = c.req.method === 'HEAD' ? null : JSON.stringify(problem);
  return new Response(body, { status: problem.status, headers });
}

/** The same question at the address that holds now. */
function movedTo(error: Moved, one: Operation, c: Context<Env>, headers: Record<string, string>): Response {
  const asked = one.path.split('/');
  const path = new URL(c.req.url).pathname
    .slice(BASE.length)
    .split('/')
    .map((part, at) =>
      /^\{(?:film|person|venue|username)\}$/.test(asked[at] ?? '') ? encodeURIComponent(error.slug) : part,
    );
  const location = `${BASE}${path.join('/')}${new URL(c.req.url).search}`;
  return new Response(null, { status: 301, headers: { ...headers, location } });
}
