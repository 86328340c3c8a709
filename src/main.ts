import { createHash, createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { serve as listen } from '@hono/node-server';
import type { Hono } from 'hono';
import { type Logger, pino } from 'pino';
import { z } from 'zod';
import type { Accounts } from './accounts/accounts.ts';
import { STRIP_ROUTES } from './api/embed-routes.ts';
import { FEED_ROUTES } from './api/feed-routes.ts';
import { LOBBY_CARD_ROUTES } from './api/lobby-card.ts';
import { guide, programs } from './api/programs.ts';
import { QUOTE_CARD_ROUTES } from './api/quote-card.ts';
import { CARD_ROUTES } from './api/social-card.ts';
import type { Config } from './config.ts';
import { openData } from './data.ts';
import { DomainError, invalid } from './domain/errors.ts';
import { holdFile, releaseFiles, sweepFiles } from './domain/file.ts';
import { tmdbKey } from './domain/film-source.ts';
import type { PictureDesk } from './domain/pictures.ts';
import type { ImportThreadData } from './import-thread.ts';
import { dailyHandlers } from './jobs/daily.ts';
import { factsDaily, factsHandlers } from './jobs/facts.ts';
import { filesDaily } from './jobs/files.ts';
import { importHandlers } from './jobs/import.ts';
import { mentionHandlers } from './jobs/mentions.ts';
import { mergeHandlers } from './jobs/merge.ts';
import { moreFilmsHandlers } from './jobs/more-films.ts';
import { pictureHandlers, picturesDaily } from './jobs/pictures.ts';
import { startSweeping } from './jobs/sweep.ts';
import { openThread } from './jobs/thread.ts';
import { webhookHandlers } from './jobs/webhooks.ts';
import { type JobHandler, startWork, together, type Work, type WorkParts } from './jobs/work.ts';
import { type Fetch, openFetch } from './outside/fetch.ts';
import type { Files } from './outside/files.ts';
import { openFilmPictures } from './outside/film-pictures.ts';
import { ImageError, openImages } from './outside/images.ts';
import { openKeptFiles } from './outside/kept-files.ts';
import { openMail } from './outside/mail.ts';
import { openTmdb } from './outside/tmdb.ts';
import { openWikidata } from './outside/wikidata.ts';
import { type Folder, openFolder, PublishError } from './publish/folder.ts';
import { type CopyParts, type Published, publishCopy } from './publish/publish.ts';
import { type CopyRecords, openCopyRecords } from './store/copy.ts';
import { newId } from './store/ids.ts';
import { openKeptPages } from './store/kept-pages.ts';
import type { Store } from './store/open.ts';
import { titlesView } from './views/copy.ts';
import { render } from './views/html.ts';
import { mappedPath } from './views/sitemap.ts';
import { filmName } from './views/stars.ts';
import { createApp } from './web/app.ts';
import { openAssets } from './web/assets.ts';
import { errorForLog } from './web/failure.ts';
import { versionsIn } from './web/kept.ts';
import { type Limits, openLimits } from './web/limits.ts';
import { openPageCache } from './web/page-cache.ts';
import { originOf } from './web/parts.ts';
import type { Route, Services } from './web/route.ts';
import { ROUTES } from './web/routes.ts';
import { LANGUAGES, wordsFor } from './words/words.ts';

export { PublishError };

/** A site that is open but does not listen yet. */
export interface Site {
  store: Store;
  accounts: Accounts;
  app: Hono<never>;
  work: Work;
  log: Logger;
  /** The code that first run asks for, or null when the site has an owner. */
  setupCode(): Promise<string | null>;
  close(): Promise<void>;
}

/** What a test or a bench may set that no owner needs to. */
export interface Surroundings {
  /** False for a process that serves nobody: no job is taken, and no file of the database mapped into memory. */
  jobs?: boolean;
  /** False for a copy in files, which greets nobody. */
  greets?: boolean;
  now?: () => number;
  /** Bytes of ready pages to keep in memory; 0 renders each one anew. */
  pageCache?: number;
  print?: (line: string) => void;
  log?: Logger;
  listening?: () => { host: string; port: number };
  /** How often addresses may come. */
  limits?: Limits;
  /** A way out to stand-ins for the sources of facts, and where they are. */
  sources?: { fetch: Fetch; wikidata?: string; tmdb?: string };
}

/** Megabytes an import may use before it is given up: what the largest upload needs, on a small machine less. */
const IMPORT_MEMORY = Math.min(1024, Math.floor(totalmem() / 3_000_000));

/**
 * An idle connection is kept longer than a proxy in front keeps one (nginx and the load balancers of clouds: 60 s), so
 * that it is the proxy that closes it and no request is sent on one that ends just then.
 */
const KEEP_ALIVE_MS = 65_000;

/** How long a server that is stopped waits for whoever still reads an answer: a slow reader must not keep it for ever. */
const SLOW_READERS_MS = 3000;

const MAIL = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** Every address of the site, for people and for machines. */
export const EVERY_ROUTE: readonly Route[] = [
  ...ROUTES,
  ...STRIP_ROUTES,
  ...FEED_ROUTES,
  ...CARD_ROUTES,
  ...QUOTE_CARD_ROUTES,
  ...LOBBY_CARD_ROUTES,
];

/** Composes a site: the one place that knows every room. */
export async function openSite(config: Config, surroundings: Surroundings = {}): Promise<Site> {
  const now = surroundings.now ?? Date.now;
  const log = surroundings.log ?? pino({ level: config.logLevel }, pino.destination(2));
  const print = surroundings.print ?? ((line: string) => process.stdout.write(`${line}\n`));
  const data = await openData(config, now, { mapped: surroundings.jobs !== false });
  const { store, accounts } = data;
  const { reader, transact } = store;
  const listening = surroundings.listening ?? (() => ({ host: config.host, port: config.port }));
  const mail = openMail({ smtpUrl: config.smtpUrl, from: config.mailFrom, folder: config.mailFolder, print });
  const files = openKeptFiles(config, (file) => holdFile({ transact, now }, file));
  const sweeper = { transact, remove: files.remove, now };
  const release = (hashes: readonly string[]) => releaseFiles(sweeper, hashes);
  const sweep = (hashes: readonly string[]) => sweepFiles(sweeper, hashes);
  const importing = openThread(() => importThread(config, now));
  const failed = (kind: string, error: unknown) =>
    log.error({ err: errorForLog(error), kind }, 'a job failed');
  const lane = (handlers: Readonly<Record<string, JobHandler>>, daily?: WorkParts['daily']) =>
    startWork({
      reader,
      transact,
      handlers,
      daily,
      holder: `${process.pid}-${newId()}`,
      now,
      failed,
    });
  const elsewhere = surroundings.sources;
  const fetch = elsewhere?.fetch ?? openFetch({ agent: agentOf(config), now });
  const sources = {
    wikidata: openWikidata({ fetch, origin: elsewhere?.wikidata }),
    tmdb: openTmdb({ fetch, origin: elsewhere?.tmdb, key: () => tmdbKey(reader) }),
  };
  const facts = { reader, transact, sources, languages: Object.keys(LANGUAGES), now };
  const desk: PictureDesk = { ...openDrawing(), put: files.put, release };
  const pictures = {
    ...{ reader, transact, desk, sweep, now },
    sources: openFilmPictures({ fetch, tmdb: elsewhere?.tmdb, commons: elsewhere?.wikidata }),
  };
  // An import may take minutes, and no mail waits for one.
  const works = [
    () => lane({ mail: async (payload) => mail.send(MAIL.parse(payload)) }),
    () => lane(importHandlers(importing, store, failed)),
    () => lane(mentionHandlers(store, now)),
    () => lane(moreFilmsHandlers(transact, now)),
    () =>
      lane(
        webhookHandlers({ reader, transact, fetch, origin: () => originOf(config.url, listening()), now }),
      ),
    () => lane(mergeHandlers(store, now)),
    () => lane(factsHandlers(facts)),
    () => lane(pictureHandlers(pictures)),
    () =>
      lane(
        {},
        {
          ...dailyHandlers(transact, now),
          ...factsDaily(facts),
          ...picturesDaily(pictures),
          ...filesDaily({ reader, ...sweeper }),
        },
      ),
  ];
  const work = together(surroundings.jobs === false ? [] : works.map((begin) => begin()));
  const assets = openAssets(assetsFolder());
  const limits = surroundings.limits ?? openLimits();
  const services: Services = {
    wakeJobs: () => work.wake(),
    files: {
      put: files.put,
      release,
      sweep,
      read: (hash) => readWhole(files, hash),
    },
    pictures: desk,
    setupCode: () => setupCode(store),
    mailIsKept: mail.kept,
    onlyHere: config.url === null && /^(127\.|localhost$|::1$)/.test(config.host),
    greets: surroundings.greets ?? true,
    demonstrate: () => demonstrate(store, now()),
    builtText: assets.text,
    store,
    guide,
  };
  const cache = openPageCache({
    size: surroundings.pageCache,
    shelf: () => openKeptPages(config.data),
    failed: (error) => log.warn({ err: errorForLog(error) }, 'no pages are kept on the disk any more'),
  });
  const origin = () => originOf(config.url, listening());
  const app = createApp(EVERY_ROUTE, {
    reader,
    transact,
    accounts,
    assets,
    cache,
    limits,
    services,
    api: programs({ reader, transact, services, limits, log, errorForLog, now, newId, origin }),
    log,
    url: config.url,
    listening,
    trustProxy: config.trustProxy,
    now,
    newId,
  });
  if (config.demo) await demonstrate(store, now());
  return {
    store,
    accounts,
    app: app as unknown as Hono<never>,
    work,
    log,
    setupCode: () => setupCode(store),
    async close() {
      fetch.stop();
      await importing.stop();
      await work.stop();
      cache.close();
      await data.close();
    },
  };
}

/** A site that listens. `url` is where. */
export interface Serving {
  url: string;
  site: Site;
  stop(): Promise<void>;
}

/** Opens a site and serves it until stopped. */
export async function serve(config: Config, surroundings: Surroundings = {}): Promise<Serving> {
  let port = config.port;
  const listening = () => ({ host: config.host, port });
  const site = await openSite(config, { ...surroundings, listening });
  const server = await new Promise<Server>((resolve, reject) => {
    const how = {
      fetch: site.app.fetch,
      hostname: config.host,
      port: config.port,
      serverOptions: { keepAliveTimeout: KEEP_ALIVE_MS },
    };
    // It makes a server of HTTP/2 only where it is given one.
    const starting = listen(how, (info) => {
      port = info.port;
      resolve(starting);
    }) as Server;
    starting.once('error', reject);
  }).catch(async (error) => {
    await site.close();
    throw error;
  });
  const sweeping = startSweeping({
    store: site.store,
    now: surroundings.now ?? Date.now,
    failed: (error) =>
      site.log.error({ err: errorForLog(error) }, 'what a broken-off import left could not be ended'),
  });
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    url: config.url ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`,
    site,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const hurry = setTimeout(() => server.closeAllConnections(), SLOW_READERS_MS);
      await closed;
      clearTimeout(hurry);
      await sweeping.stop();
      await site.close();
    },
  };
}

/** Where a copy goes, and what is in it. */
export interface PublishOptions extends Partial<Pick<CopyParts, 'at' | 'cards' | 'progress'>> {
  folder: string;
}

/**
 * Writes the public site into a folder as files, of which only those that changed are written.
 *
 * @throws PublishError where the folder is no place for it
 */
export async function publish(
  config: Config,
  { folder, at = null, cards = 'written', progress }: PublishOptions,
  surroundings: Surroundings = {},
): Promise<Published & { owned: boolean }> {
  const into = openFolder(folder);
  const site = await openSite(config, { ...surroundings, jobs: false, greets: false, pageCache: 0 });
  try {
    const { reader } = site.store;
    const secret = (await reader.site.secret('accounts')) ?? '';
    const records = openRecords(into, folder, createHmac('sha256', secret).update('copy').digest('hex'));
    try {
      const { name, settings, owned } = await reader.site.get();
      const words = wordsFor(undefined, settings.language);
      const assets = openAssets(assetsFolder());
      const built = join(assetsFolder(), '..', 'built-from.txt');
      const frame = { words, siteName: name, member: null, asset: assets.href, path: '/search' };
      const origin = originOf(config.url, config);
      const code = existsSync(built) ? readFileSync(built, 'utf8') : assets.build;
      const done = await publishCopy({
        ask: async (address, headers) => site.app.request(`${origin}${address}`, { headers }),
        standsFor: versionsIn,
        reader,
        folder: into,
        records,
        origin,
        live: config.url,
        at,
        cards,
        stamp: JSON.stringify([code, config.url, at, cards]),
        now: surroundings.now ?? Date.now,
        said: {
          film: (film) => ({
            text: filmName(film),
            note: words.film.names(film.directors),
            href: `/film/${encodeURIComponent(film.slug)}`,
          }),
          other: (kind, row) => ({
            text: row.title ?? row.name,
            note: {
              people: words.search.person,
              members: words.search.member(row.name),
              lists: `${words.list.listBy} ${row.by}`,
            }[kind],
            href: mappedPath(kind, row),
          }),
        },
        titlePage: (view) => render(titlesView({ ...frame, programme: settings.programme }, view)),
        progress,
      });
      return { ...done, owned };
    } finally {
      records.close();
    }
  } finally {
    await site.close();
  }
}

/** @throws PublishError where another process holds them, or they are those of another site */
function openRecords(into: Folder, folder: string, site: string): CopyRecords {
  const busy = (error: unknown) => (error as { errcode?: number }).errcode === 5;
  let records: CopyRecords;
  try {
    records = openCopyRecords(into.records);
  } catch (error) {
    throw busy(error) ? new PublishError('in-use', folder) : error;
  }
  const known = records.said('site');
  if (known !== null && known !== site) {
    records.close();
    throw new PublishError('of-another', folder);
  }
  records.say('site', site);
  return records;
}

/** The drawing of pictures, with its refusals as ones that a person can be told about. */
function openDrawing(): Pick<PictureDesk, 'redraw'> {
  const images = openImages();
  return {
    async redraw(bytes, widths) {
      try {
        const original = createHash('sha256').update(bytes).digest('hex');
        return { ...(await images.redraw(bytes, widths)), original };
      } catch (error) {
        if (!(error instanceof ImageError)) throw error;
        if (error.kind === 'busy') throw new DomainError('too-many', 'too-many', { seconds: 10 });
        throw invalid(error.kind);
      }
    },
  };
}

/** A file's bytes; null where they are not kept any more. */
async function readWhole(files: Files, hash: string): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of files.get(hash)) pieces.push(piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return Buffer.concat(pieces);
}

/** Fills an empty site with the demonstration, whose catalogue hardly any site ever reads. */
async function demonstrate(store: Store, now: number): Promise<void> {
  const { fillDemonstration } = await import('./demo/fill.ts');
  await fillDemonstration(store, now);
}

async function setupCode(store: Store): Promise<string | null> {
  if (await store.reader.members.owner()) return null;
  const known = await store.reader.site.secret('setup-code');
  if (known) return known;
  return store.transact(async (writer) => {
    const made = await writer.site.secret('setup-code');
    if (made) return made;
    const code = newId().slice(-10);
    await writer.site.secretSet('setup-code', code);
    return code;
  });
}

/** Who we say we are to other sites: this program, and where the site is that asks, if it can be reached. */
function agentOf({ url }: Config): string {
  return url === null ? 'Houselights (film reviews)' : `Houselights (+${url})`;
}

/** Begins the thread of imports; built, it lies beside the built server. */
function importThread(config: Config, now: () => number): Worker {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const { database, filesFolder, filesBucket } = config;
  return new Worker(new URL(`./import-thread.${extension}`, import.meta.url), {
    workerData: {
      database,
      files: { filesFolder, filesBucket },
      ahead: now() - Date.now(),
    } satisfies ImportThreadData,
    resourceLimits: { maxOldGenerationSizeMb: IMPORT_MEMORY },
  });
}

/** Built files lie beside the built server; from the sources, in `dist/` of the checkout. */
function assetsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const beside = join(here, 'assets');
  return existsSync(beside) ? beside : join(here, '..', 'dist', 'assets');
}
