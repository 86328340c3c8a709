import { pino } from 'pino';
import type { BrowserContextOptions } from 'playwright-core';
import { readConfig } from '../../src/config.ts';
import { type Serving, serve } from '../../src/main.ts';
import type { Role } from '../../src/store/schema.ts';
import { ensureBuilt } from '../../tools/build.js';
import { signedUp } from '../app/signed-up.ts';
import { freshDatabase } from '../engines/store.ts';

await ensureBuilt();

/** Somebody with an account: the cookies that sign them in, as a browser's context takes them. */
export interface SignedIn {
  memberId: string;
  authorId: string;
  storageState: NonNullable<Exclude<BrowserContextOptions['storageState'], string>>;
  /** The same as a Cookie header. */
  cookie: string;
}

/** A site that listens on a port of its own, for browsers. */
export interface Served {
  /** Where it is, without a last slash. */
  origin: string;
  site: Serving['site'];
  signedIn(username: string, name: string, role?: Role): Promise<SignedIn>;
  /** The links in mails sent so far, once every job is done. */
  mailedLinks(): Promise<string[]>;
  now(): number;
  close(): Promise<void>;
}

/**
 * Serves a site on SQLite.
 *
 * @param options.demo with the demonstration catalogue
 * @param options.now where its clock stands, when it must not go
 */
export async function serveSite(options: { demo: boolean; now?: number }): Promise<Served> {
  const fresh = await freshDatabase('sqlite', true);
  const printed: string[] = [];
  const now = () => options.now ?? Date.now();
  const config = readConfig({ data: fresh.folder, port: '0', demo: options.demo }, {});
  const serving = await serve(config, {
    now,
    print: (line) => printed.push(line),
    log: pino({ level: 'silent' }),
  });
  const { store, work } = serving.site;
  return {
    origin: serving.url,
    site: serving.site,
    now,
    async signedIn(username, name, role = 'member') {
      const { cookies, ...ids } = await signedUp(serving.site, { username, name, role }, now());
      await store.transact((writer) => writer.versions.raise('site'));
      return { ...ids, cookie: cookies.join('; '), storageState: storageOf(cookies, serving.url) };
    },
    async mailedLinks() {
      await work.settled();
      return printed.flatMap((line) => line.match(/https?:\/\/\S+/g) ?? []);
    },
    async close() {
      await serving.stop();
      await fresh.drop();
    },
  };
}

function storageOf(pairs: readonly string[], origin: string): SignedIn['storageState'] {
  const cookies = pairs.map((pair) => {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const { hostname: domain } = new URL(origin);
    const how = { path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const };
    return { name, value, domain, ...how };
  });
  return { cookies, origins: [] };
}
