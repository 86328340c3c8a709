import type { Context } from 'hono';
import type { Account } from '../accounts/accounts.ts';
import type { FilmKey, Member, Site } from '../domain/reader.ts';
import { READER, type Viewer } from '../domain/viewer.ts';
import { dayIn } from '../domain/viewing-date.ts';
import type { Frame } from '../views/layout.ts';
import { type Words, wordsFor } from '../words/words.ts';
import { MOST, readForm } from './form.ts';
import { type Desk, type Env, originOf, type WebParts } from './parts.ts';
import type { Route, Visit } from './route.ts';
import { isLoopback } from './security.ts';
import { UNREAD_SITE } from './site-memo.ts';

/** The name of the cookie that signs somebody in, as it begins on http and on https. */
const SESSION_COOKIE = /(?:^|;\s*)(?:__Host-)?houselights[^=]*=/;

/** Whether a request brings what signs somebody in. */
export function signsIn(cookie: string | null): boolean {
  return cookie !== null && SESSION_COOKIE.test(cookie);
}

/** Where a request comes from, as far as it can be known. */
export function addressOf(parts: WebParts, c: Context<Env>): string {
  const forwarded = c.req.raw.headers.get('x-forwarded-for');
  const socket = c.env?.incoming?.socket.remoteAddress ?? '';
  return parts.trustProxy && forwarded ? (forwarded.split(',').at(-1)?.trim() ?? socket) : socket;
}

/** A request as handlers see it, by whoever is signed in. */
export async function visitOf(desk: Desk, route: Route, c: Context<Env>): Promise<Visit> {
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

/** Who is signed in; null for readers. */
async function memberOf(parts: WebParts, headers: Headers): Promise<Member | null> {
  if (!signsIn(headers.get('cookie'))) return null;
  const account: Account | null = await parts.accounts.whoIs(headers);
  return account ? parts.reader.members.byAccount(account.id) : null;
}

/** A request as handlers see it, with what is known of it already. */
export function visitFor(
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

/** What stands around a page that says what went wrong, made without reading where nothing can be read. */
export async function frameForFailure({ parts, memo }: Desk, c: Context<Env>): Promise<Frame> {
  // A page that says that nothing can be read is made without reading.
  const site = await memo.latest().catch(() => UNREAD_SITE);
  const words = wordsFor(c.req.header('accept-language'), site.settings.language);
  const path = pathOf(c.req.url);
  const member = await memberOf(parts, c.req.raw.headers).catch(() => null);
  return frameOf(parts, site, words, member, path);
}
