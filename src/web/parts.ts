import type { Logger } from 'pino';
import type { Accounts } from '../accounts/accounts.ts';
import type { Reader, Transact } from '../domain/reader.ts';
import type { Assets } from './assets.ts';
import type { Front } from './front.ts';
import type { Limits } from './limits.ts';
import type { PageCache } from './page-cache.ts';
import type { Services } from './route.ts';
import { HSTS, originsOf } from './security.ts';
import type { SiteMemo } from './site-memo.ts';

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

/** What a request comes with beside itself. */
export interface Env {
  Bindings: { incoming?: { socket: { remoteAddress?: string } } };
}

/** What answers are made with. */
export interface Desk {
  parts: WebParts;
  memo: SiteMemo;
  front: Front;
}

/** The site's public address, without a last slash: the one that is set, else where it listens. */
export function originOf(url: string | null, { host, port }: { host: string; port: number }): string {
  // The name that is printed at the start: a link in a mail has to lead where its reader's cookies are.
  const name = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return url ?? `http://${name}:${port}`;
}

/** The addresses of pages of ours. */
export function origins(parts: WebParts): ReadonlySet<string> {
  return originsOf(parts.url, parts.listening().port);
}

/** What an answer says where the site is reached by https alone. */
export function https(parts: WebParts): Record<string, string> {
  return parts.url?.startsWith('https:') ? { 'strict-transport-security': HSTS } : {};
}
