import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { openSite, type Site, type Surroundings } from '../../src/main.ts';
import type { Role } from '../../src/store/schema.ts';
import { ensureBuilt } from '../../tools/build.js';
import { type EngineName, freshDatabase } from '../engines/store.ts';
import { signedUp } from './signed-up.ts';

await ensureBuilt();

/** A whole site on an empty database, asked through its application without a socket. */
export interface TestSite {
  site: Site;
  origin: string;
  /** Asks for a page. Redirects are answered, not followed. */
  get(path: string, ask?: Ask): Promise<Response>;
  /** Sends a form as one of our own pages would. */
  post(path: string, form: Record<string, string | string[]> | FormData, ask?: Ask): Promise<Response>;
  /** Makes somebody with an account and answers the cookie that signs them in. */
  signedIn(username: string, role?: Role): Promise<{ cookie: string; memberId: string; authorId: string }>;
  /** What the terminal was told, mails among it. */
  printed: string[];
  /** The links in mails sent so far, once every job is done. */
  mailedLinks(): Promise<string[]>;
  clock: { now: number };
  folder: string;
  database: string;
  close(): Promise<void>;
}

export interface Ask {
  cookie?: string;
  headers?: Record<string, string>;
  /** The address the request seems to come from; this machine unless said. */
  from?: string;
}

/** Where a test site's clock begins. */
export const BEGINNING = Date.UTC(2026, 10, 25, 12);

/**
 * Opens a site. `surroundings` and `environment` as main and the command line know them.
 */
export async function openTestSite(
  options: { engine?: EngineName; surroundings?: Surroundings; environment?: Record<string, string> } = {},
): Promise<TestSite> {
  const fresh = await freshDatabase(options.engine ?? 'sqlite', true);
  const clock = { now: BEGINNING };
  const printed: string[] = [];
  const config = readConfig(
    { data: fresh.folder, database: fresh.database, port: '3000' },
    options.environment ?? {},
  );
  const site = await openSite(config, {
    now: () => clock.now,
    print: (line) => printed.push(line),
    log: pino({ level: 'silent' }),
    ...options.surroundings,
  });
  const origin = config.url ?? 'http://localhost:3000';
  const ask = (path: string, init: RequestInit, { cookie, headers, from }: Ask = {}) => {
    const all = new Headers({ ...(init.headers as Record<string, string>), ...headers });
    if (cookie) all.set('cookie', cookie);
    const socket = { remoteAddress: from ?? '127.0.0.1' };
    return Promise.resolve(
      site.app.request(`${origin}${path}`, { ...init, headers: all }, { incoming: { socket } } as never),
    );
  };
  return {
    site,
    origin,
    printed,
    clock,
    folder: fresh.folder,
    database: fresh.database,
    get: (path, how) => ask(path, { method: 'GET' }, how),
    post: (path, form, how) => ask(path, { method: 'POST', body: bodyOf(form), headers: { origin } }, how),
    async signedIn(username, role = 'member') {
      const { cookies, ...ids } = await signedUp(site, { username, name: username, role }, clock.now);
      return { ...ids, cookie: cookies.join('; ') };
    },
    async mailedLinks() {
      await site.work.settled();
      return printed.flatMap((line) => line.match(/https?:\/\/\S+/g) ?? []);
    },
    async close() {
      await site.close();
      await fresh.drop();
    },
  };
}

function bodyOf(form: Record<string, string | string[]> | FormData): FormData | URLSearchParams {
  if (form instanceof FormData) return form;
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(form))
    for (const one of Array.isArray(value) ? value : [value]) fields.append(name, one);
  return fields;
}
