import type { Context } from 'hono';
import { DomainError, notFound } from '../domain/errors.ts';
import { type NearFilms, nearFilms } from '../domain/near.ts';
import { failureAnswer, retryAfter, wrongMethodPage } from './failure.ts';
import { type Desk, type Env, https, type WebParts } from './parts.ts';
import { type Encoding, encodingFor, ready, respond } from './reply.ts';
import { SECURITY_HEADERS } from './security.ts';
import { frameForFailure } from './visit.ts';

/** A known path, asked by a method that it does not answer. */
export async function answerOther(
  desk: Desk,
  c: Context<Env>,
  methods: readonly string[],
): Promise<Response> {
  const encoding = encodingFor(c.req.header('accept-encoding') ?? null);
  const answer = wrongMethodPage(await frameForFailure(desk, c));
  const allow = [...methods, 'OPTIONS'].join(', ');
  if (c.req.method === 'OPTIONS')
    return new Response(null, { status: 204, headers: { ...SECURITY_HEADERS, ...https(desk.parts), allow } });
  return respond(ready(answer, encoding, { 'cache-control': 'no-store', ...https(desk.parts), allow }));
}

/** An address that no route has; with a slash too many it leads to the one without. */
export async function answerUnrouted(desk: Desk, c: Context<Env>): Promise<Response> {
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

/** What is answered where a handler throws: the page that says so, or the way to the film that was meant. */
export async function fail(
  desk: Desk,
  c: Context<Env>,
  encoding: Encoding,
  thrown: unknown,
): Promise<Response> {
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
