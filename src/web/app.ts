import type { Context } from 'hono';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Account, Accounts } from '../accounts/accounts.ts';
import { DomainError, forbidden, notFound } from '../domain/errors.ts';
import { type NearFilms, nearFilms } from '../domain/near.ts';
import type { FilmKey, Member, Reader, Site, Transact } from '../domain/reader.ts';
import { READER, type Viewer } from '../domain/viewer.ts';
import { dayIn } from '../domain/viewing-date.ts';
import type { Frame } from '../views/layout.ts';
import { type Words, wordsFor } from '../words/words.ts';
import type { Assets } from './assets.ts';
import { failureAnswer, retryAfter, wrongMethodPage } from './failure.ts';
import { MOST, readForm } from './form.ts';
import { type Front, openFront } from './front.ts';
import { shownBy } from './kept.ts';
import { lending } from './lending.ts';
import type { Limits } from './limits.ts';
import type { PageCache } from './page-cache.ts';
import { type Encoding, encodingFor, type Ready, ready, respond } from './reply.ts';
import { type Answer, type Route, redirect, type Services, type Visit } from './route.ts';
import { fromOurPages, HSTS, isLoopback, originsOf, SECURITY_HEADERS } from './security.ts';
import { openSiteMemo, type SiteMemo, UNREAD_SITE } from './site-memo.ts';

/** What the web room is made of. */
export interface WebParts {
  reader: Reader;
  transact: Transact;
  accounts: Accounts;
  assets: Assets;
  cache: PageCache;
  limits: Limits;
  services: Services;
  log: Logger;
  /** The public address, or null: then `listening` says what is listened on. */
  url: string | null;
  listening: () => { host: string; port: number };
  trustProxy: boolean;
  /** What answers programs, below its own addresses. */
  api: { paths: readonly string[]; answer: (request: Request, address: string) => Promise<Response> };
  now: () => number;
  newId: () => string;
}

/** The name of the cookie that signs somebody in, as it begins on http and on https. */
const SESSION_COOKIE = /(?:^|;\s*)(?:__Host-)?houselights[^=]*=/;

interface Env {
  Bindings: { incoming?: { socket: { remoteAddress?: string } } };
}

/** The site as one Hono application over a route table. */
export function createApp(routes: readonly Route[], parts: WebParts): Hono<Env> {
  const app = new Hono<Env>();
  const front = openFront({
    cache: parts.cache,
    revision: parts.reader.versions.revision,
    unchanged,
    signsIn: (cookie) => SESSION_COOKIE.test(cookie),
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

/** Where a request comes from, as far as it can be known. */
function addressOf(parts: WebParts, c: Context<Env>): string {
  const forwarded = c.req.raw.headers.get('x-forwarded-for');
  const socket = c.env?.incoming?.socket.remoteAddress ?? '';
  return parts.trustProxy && forwarded ? (forwarded.split(',').at(-1)?.trim() ?? socket) : socket;
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

interface Desk {
  parts: WebParts;
  memo: SiteMemo;
  front: Front;
}

async function answerRoute(desk: Desk, route: Route, c: Context<Env>): Promise<Response> {
  const headers = c.req.raw.headers;
  const encoding = encodingFor(headers.get('accept-encoding'));
  const cookie = headers.get('cookie');
  const reads = route.method === 'GET';
  try {
    // Nothing that a database keeps has a NUL in its name.
    if (/^[^?]*%00/.test(c.req.url)) throw notFound('page');
    if (reads && route.cache && (route.lends || cookie === null || !SESSION_COOKIE.test(cookie)))
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
  const key = `${path} ${etag}${headers ? ` ${headers['access-control-allow-origin'] ?? ''}` : ''}`;
  const kept = parts.cache.get(key);
  if (kept) desk.front.learn(c.req.raw, { key, etag, until, headers });
  if (c.req.raw.headers.get('if-none-match') === etag) return unchanged(etag, headers);
  if (kept) return respond(kept);
  const visit = visitFor(desk, route, c, { site, words, member: null, film });
  const answer = await route.handler(visit);
  const keep =
    (answer.kind === 'page' && answer.cookies.length === 0 && answer.status === 200) ||
    (answer.kind === 'body' && !answer.forever && answer.status === 200);
  const known = keep ? { etag, ...READERS_CACHE } : {};
  const made = ready(answer, encoding, { ...known, ...https(parts), ...headers });
  if (keep) parts.cache.set(key, made);
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

async function visitOf(desk: Desk, route: Route, c: Context<Env>): Promise<Visit> {
  const { parts, memo } = desk;
  const [siteVersion = 0] = await parts.reader.versions.of('site');
  const site = await memo.at(siteVersion);
  const member = route.lends || route.open ? null : await memberOf(parts, c.req.raw.headers);
  const words = wordsFor(c.req.header('accept-language'), site.settings.language);
  const slug = c.req.param('slug');
  const film =
    route.cache === 'film' && slug !== undefined ? await parts.reader.films.key(slug, parts.now()) : null;
  return visitFor(desk, route, c, { site, words, member, film });
}

async function memberOf(parts: WebParts, headers: Headers): Promise<Member | null> {
  if (!SESSION_COOKIE.test(headers.get('cookie') ?? '')) return null;
  const account: Account | null = await parts.accounts.whoIs(headers);
  return account ? parts.reader.members.byAccount(account.id) : null;
}

function visitFor(
  desk: Desk,
  route: Route,
  c: Context<Env>,
  known: { site: Site; words: Words; member: Member | null; film: FilmKey | null },
): Visit {
  const { parts } = desk;
  const { site, words, member, film } = known;
  const request = c.req.raw;
  const now = parts.now();
  let url: URL | undefined;
  const forwarded = request.headers.get('x-forwarded-for');
  const socket = c.env?.incoming?.socket.remoteAddress ?? '';
  const viewer: Viewer = member
    ? { memberId: member.id, authorId: member.authorId, role: member.role }
    : READER;
  return {
    reader: parts.reader,
    transact: parts.transact,
    accounts: parts.accounts,
    viewer,
    member,
    site,
    words,
    frame: frameOf(parts, site, words, member, pathOf(request.url)),
    request,
    get url() {
      url ??= new URL(request.url);
      return url;
    },
    origin: originOf(parts.url, parts.listening()),
    params: c.req.param() as Record<string, string>,
    film,
    form: () => readForm(request, route.most ?? MOST),
    address: addressOf(parts, c),
    local: isLoopback(socket) && forwarded === null && !request.headers.has('forwarded'),
    now,
    get today() {
      return dayIn(site.settings.timeZone, now);
    },
    services: parts.services,
  };
}

function frameOf(parts: WebParts, site: Site, words: Words, member: Member | null, path: string): Frame {
  const { programme } = site.settings;
  return { words, siteName: site.name, member, asset: parts.assets.href, path, programme };
}

/** The path of an address that is written as a URL writes it. */
function pathOf(url: string): string {
  const from = url.indexOf('/', url.indexOf('//') + 2);
  const query = url.indexOf('?', from);
  return url.slice(from, query < 0 ? undefined : query);
}

/** The site's public address, without a last slash: the one that is set, else where it listens. */
export function originOf(url: string | null, { host, port }: { host: string; port: number }): string {
  // The name that is printed at the start: a link in a mail has to lead where its reader's cookies are.
  const name = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return url ?? `http://${name}:${port}`;
}

function origins(parts: WebParts): ReadonlySet<string> {
  return originsOf(parts.url, parts.listening().port);
}

function https(parts: WebParts): Record<string, string> {
  return parts.url?.startsWith('https:') ? { 'strict-transport-security': HSTS } : {};
}

/** A known path, asked by a method that it does not answer. */
async function answerOther(desk: Desk, c: Context<Env>, methods: readonly string[]): Promise<Response> {
  const encoding = encodingFor(c.req.header('accept-encoding') ?? null);
  const answer = wrongMethodPage(await frameForFailure(desk, c));
  const allow = [...methods, 'OPTIONS'].join(', ');
  if (c.req.method === 'OPTIONS')
    return new Response(null, { status: 204, headers: { ...SECURITY_HEADERS, ...https(desk.parts), allow } });
  return respond(ready(answer, encoding, { 'cache-control': 'no-store', ...https(desk.parts), allow }));
}

async function answerUnrouted(desk: Desk, c: Context<Env>): Promise<Response> {
  const encoding = encodingFor(c.req.header('accept-encoding') ?? null);
  const { pathname, search } = new URL(c.req.url);
  if (pathname !== '/' && pathname.endsWith('/') && c.req.method === 'GET') {
    const to = `${pathname.replace(/^\/+/, '/').replace(/(?<!\/)\/+$/, '')}${search}`;
    return respond(
      ready({ kind: 'redirect', to: to || '/', status: 301, cookies: [] }, encoding, https(desk.parts)),
    );
  }
  return fail(desk, c, encoding, notFound('page'));
}

async function fail(desk: Desk, c: Context<Env>, encoding: Encoding, thrown: unknown): Promise<Response> {
  const { parts } = desk;
  const error = await goneOr(parts, c, thrown);
  const near = await nearTo(parts, c, error);
  if (near?.slug && c.req.method === 'GET') {
    const { pathname, search } = new URL(c.req.url);
    const to = `${pathname.replace(/^\/film\/[^/]+/, `/film/${near.slug}`)}${search}`;
    return respond(ready({ kind: 'redirect', to, status: 301, cookies: [] }, encoding, https(parts)));
  }
  const frame = await frameForFailure(desk, c);
  // Whoever holds a token can use it, so none is kept in a log.
  const token = c.req.param('token');
  const path = token ? frame.path.replace(token, ':token') : frame.path;
  const answer = failureAnswer(error, { ...parts, frame, near, path, method: c.req.method });
  const headers = { 'cache-control': 'no-store', ...https(parts), ...retryAfter(error) };
  return respond(ready(answer, encoding, headers));
}

/** Of a film that was taken away it is said that it is gone; nothing is looked for in its place. */
async function goneOr(parts: WebParts, c: Context<Env>, error: unknown): Promise<unknown> {
  const slug = c.req.param('slug');
  if (!isLost(error) || !slug) return error;
  const gone = await parts.reader.films.wasRemoved(slug).catch(() => false);
  return gone ? new DomainError('gone', 'film') : error;
}

function isLost(error: unknown): boolean {
  return error instanceof DomainError && error.kind === 'not-found' && error.code === 'film';
}

/** What may have been meant by the address of a film that is not there; null for any other failure. */
async function nearTo(parts: WebParts, c: Context<Env>, error: unknown): Promise<NearFilms | null> {
  const slug = c.req.param('slug');
  return isLost(error) && slug ? nearFilms(parts.reader, slug).catch(() => null) : null;
}

async function frameForFailure({ parts, memo }: Desk, c: Context<Env>): Promise<Frame> {
  // A page that says that nothing can be read is made without reading.
  const site = await memo.latest().catch(() => UNREAD_SITE);
  const words = wordsFor(c.req.header('accept-language'), site.settings.language);
  const path = pathOf(c.req.url);
  const member = await memberOf(parts, c.req.raw.headers).catch(() => null);
  return frameOf(parts, site, words, member, path);
}
