import type { Context } from 'hono';
import { Hono } from 'hono';
import { DomainError, forbidden, notFound } from '../domain/errors.ts';
import type { Viewer } from '../domain/viewer.ts';
import { wordsFor } from '../words/words.ts';
import { openFront } from './front.ts';
import { shownBy } from './kept.ts';
import { lending } from './lending.ts';
import { type Desk, type Env, https, origins, type WebParts } from './parts.ts';
import { type Encoding, encodingFor, type Ready, ready, respond } from './reply.ts';
import { type Answer, type Route, redirect, type Visit } from './route.ts';
import { fromOurPages, SECURITY_HEADERS } from './security.ts';
import { openSiteMemo } from './site-memo.ts';
import { answerOther, answerUnrouted, fail } from './unanswered.ts';
import { addressOf, signsIn, visitFor, visitOf } from './visit.ts';

/** The site as one Hono application over a route table. */
export function createApp(routes: readonly Route[], parts: WebParts): Hono<Env> {
  const app = new Hono<Env>();
  const front = openFront({
    cache: parts.cache,
    revision: parts.reader.versions.revision,
    unchanged,
    signsIn,
    now: parts.now,
  });
  const desk: Desk = { parts, memo: openSiteMemo(parts.reader), front };
  app.get('/assets/:file', (c) => {
    const file = parts.assets.file(c.req.param('file'), /\bbr\b/.test(c.req.header('accept-encoding') ?? ''));
    return file ? respond(file) : answerUnrouted(desk, c);
  });
  for (const path of parts.api.paths) app.all(path, (c) => answerProgram(desk, c));
  for (const route of routes) app.on(route.method, route.path, (c) => answerRoute(desk, route, c));
  // Apart from the routes: where two handlers match a path, Hono composes them anew for each request.
  const others = new Hono<Env>();
  for (const [path, methods] of methodsByPath(routes)) others.all(path, (c) => answerOther(desk, c, methods));
  others.notFound((c) => answerUnrouted(desk, c));
  app.notFound((c) => others.fetch(c.req.raw, c.env));
  const { fetch } = app;
  app.fetch = (request, ...rest) => front.answer(request) ?? fetch(request, ...rest);
  return app;
}

/** What another room answers, with the headers that every answer carries where it has none of its own. */
async function answerProgram({ parts }: Desk, c: Context<Env>): Promise<Response> {
  const answer = await parts.api.answer(c.req.raw, addressOf(parts, c));
  const response = new Response(answer.body, answer);
  for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, ...https(parts) }))
    if (!response.headers.has(name)) response.headers.set(name, value);
  return response;
}

/** The methods that are answered at each path; HEAD is answered wherever GET is. */
function methodsByPath(routes: readonly Route[]): Map<string, string[]> {
  const known = new Map<string, string[]>();
  for (const { method, path } of routes) {
    const methods = method === 'GET' ? ['GET', 'HEAD'] : [method];
    known.set(path, [...(known.get(path) ?? []), ...methods]);
  }
  return known;
}

async function answerRoute(desk: Desk, route: Route, c: Context<Env>): Promise<Response> {
  const headers = c.req.raw.headers;
  const encoding = encodingFor(headers.get('accept-encoding'));
  const cookie = headers.get('cookie');
  const reads = route.method === 'GET';
  try {
    // Nothing that a database keeps has a NUL in its name.
    if (/^[^?]*%00/.test(c.req.url)) throw notFound('page');
    if (reads && route.cache && (route.lends || !signsIn(cookie)))
      return await answerKept(desk, route, c, encoding);
    const visit = await visitOf(desk, route, c);
    return respond(await settle(desk, route, visit, encoding));
  } catch (error) {
    return fail(desk, c, encoding, error);
  }
}

/** A page for readers without an account: one query tells whether the copy that is kept is still exact. */
async function answerKept(desk: Desk, route: Route, c: Context<Env>, encoding: Encoding): Promise<Response> {
  const { parts, memo } = desk;
  const url = c.req.url;
  const path = url.slice(url.indexOf('/', 8));
  const { cache: rule = 'site' } = route;
  const { film, site, versions, until } = await shownBy(
    { reader: parts.reader, memo, now: parts.now },
    { rule: typeof rule === 'function' ? rule(path) : rule, named: namedIn(c.req.param()) },
  );
  const words = wordsFor(c.req.header('accept-language'), site.settings.language);
  const etag = `"${versions}.${words.language}.${encoding}.${parts.assets.build}"`;
  const headers = route.lends ? lending(site.settings.stripSites, c.req.header('origin')) : undefined;
  const lent = headers ? ` ${headers['access-control-allow-origin'] ?? ''}` : '';
  const page = `${path} ${words.language} ${encoding}${lent}`;
  const kept = parts.cache.get(page, etag);
  if (kept) desk.front.learn(c.req.raw, { page, etag, until, headers });
  if (c.req.raw.headers.get('if-none-match') === etag) return unchanged(etag, headers);
  if (kept) return respond(kept);
  const visit = visitFor(desk, route, c, { site, words, member: null, film });
  const answer = await route.handler(visit);
  const keep =
    (answer.kind === 'page' && answer.cookies.length === 0 && answer.status === 200) ||
    (answer.kind === 'body' && !answer.forever && answer.status === 200);
  const known = keep ? { etag, ...READERS_CACHE } : {};
  const made = ready(answer, encoding, { ...known, ...https(parts), ...headers });
  if (keep) parts.cache.set(page, etag, made);
  return respond(made);
}

/** By what a route's address names the one thing that its page shows: a slug, or an id. */
function namedIn({ slug, id, file }: Record<string, string | undefined>): string {
  return slug ?? id ?? file?.replace(/\.svg$/, '') ?? '';
}

/** A reader's copy may be kept by anybody, and is asked about each time: the answer is a 304 without a body. */
const READERS_CACHE = {
  'cache-control': 'public, no-cache',
  vary: 'accept-encoding, accept-language, cookie',
};

function unchanged(etag: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status: 304, headers: { etag, ...READERS_CACHE, ...headers } });
}

async function settle(desk: Desk, route: Route, visit: Visit, encoding: Encoding): Promise<Ready> {
  const { parts } = desk;
  const extra = { 'cache-control': 'private, no-store', vary: 'accept-encoding, accept-language, cookie' };
  const refusal = await refused(desk, route, visit);
  const answer = refusal ?? (await route.handler(visit));
  const lent = route.lends
    ? lending(visit.site.settings.stripSites, visit.request.headers.get('origin') ?? undefined)
    : {};
  return ready(answer, encoding, { ...extra, ...https(parts), ...lent });
}

/** Why a visit goes no further than the door, as an answer; null when it may come in. */
async function refused(desk: Desk, route: Route, visit: Visit): Promise<Answer | null> {
  const { parts } = desk;
  const changes = route.method !== 'GET';
  if (changes && !route.open && !fromOurPages(visit.request.headers, origins(parts)))
    throw forbidden('elsewhere');
  if (!allowed(route.who, visit.viewer)) {
    if (visit.member !== null || changes) throw forbidden('role');
    return redirect(`/sign-in?next=${encodeURIComponent(visit.url.pathname + visit.url.search)}`);
  }
  if (route.limit) {
    const limit = typeof route.limit === 'function' ? route.limit(visit) : route.limit;
    const seconds = await parts.limits.take(limit, visit.address);
    if (seconds > 0) throw new DomainError('too-many', 'too-many', { seconds });
  }
  return null;
}

function allowed(who: Route['who'], viewer: Viewer): boolean {
  if (who === 'anyone') return true;
  if (viewer.memberId === null) return false;
  return who === 'member' || viewer.role === 'owner' || viewer.role === who;
}
