import { lookup as lookUpName } from 'node:dns/promises';
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchError } from './fetch-error.ts';
import { openManners } from './manners.ts';
import { isPublicAddress, mayBeAsked } from './public-address.ts';

/** What a host answered, whatever its status. */
export interface Fetched {
  /** Where the answer came from, after redirects. */
  url: string;
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Until when the host asks to be left alone (`Retry-After`), epoch milliseconds; null where it does not. */
  until: number | null;
}

/** The one way out to other sites. */
export interface Fetch {
  /**
   * @param given.most bytes of the body, unpacked; one MiB where nothing is said
   * @param given.headers are sent to the host first asked and to no other
   * @throws FetchError
   */
  get(url: string, given?: { most?: number; headers?: Record<string, string> }): Promise<Fetched>;
  /**
   * Sends something to a host, and follows it nowhere. Of what it answers no more than 64 KiB are read.
   *
   * @throws FetchError
   */
  post(url: string, given: { body: string; headers?: Record<string, string> }): Promise<Fetched>;
  /** Breaks off what is being fetched, and fetches nothing more. */
  stop(): void;
}

export interface FetchParts {
  /** Who asks, as `Houselights/0.1 (+https://films.example.org)`. */
  agent: string;
  now?: () => number;
  /** Origins on this machine that may be asked all the same: of a stand-in in tests. */
  loopback?: readonly string[];
  lookUp?: (host: string) => Promise<{ address: string; family: number }[]>;
  /** Milliseconds for everything, redirects too. */
  within?: number;
  /** Milliseconds between the end of one request to a host and the next. */
  pause?: number;
}

const WITHIN = 10_000;
const PAUSE = 500;
const MOST = 1_048_576;
/** Of an answer to what was sent. */
const MOST_ANSWERED = 65_536;
const MOST_REDIRECTS = 3;
const MOST_HEADERS = 16_384;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** What a host is asked: bytes of its answer at most, and what it is sent; nothing where it is only read. */
interface Asked {
  headers: Record<string, string>;
  most: number;
  body?: string | undefined;
}

/**
 * Opens the way out. A host is asked one thing at a time, with a pause between, and not at all while it asks to be
 * left alone. Each address a name stands for is looked at when the connection is made, so that none can change in
 * between; nothing is fetched from any but the public internet.
 */
export function openFetch(parts: FetchParts): Fetch {
  const { now = Date.now, within = WITHIN, pause = PAUSE } = parts;
  const stopped = new AbortController();
  const manners = openManners(now, pause, stopped.signal);
  const one = async (url: URL, { headers, most, body }: Asked, signal: AbortSignal): Promise<Fetched> => {
    const response = await ask(parts, url, { headers, body }, signal);
    const status = response.statusCode ?? 0;
    const until = untilOf(response.headers['retry-after'], now());
    const redirected = REDIRECTS.has(status) && response.headers.location !== undefined;
    if (redirected) response.destroy();
    const answered = redirected ? Buffer.alloc(0) : await readBody(response, url, most, signal);
    manners.asked(url.host, status, until);
    return { url: url.href, status, headers: response.headers, body: answered, until };
  };
  /** One request in its turn, within what is left of the milliseconds for all; waiting for the turn takes none. */
  const inTurn = async (url: URL, asked: Asked, time: { left: number }): Promise<Fetched> => {
    const leave = await manners.enter(url.host);
    const began = performance.now();
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), Math.max(0, time.left));
    try {
      return await one(url, asked, AbortSignal.any([late.signal, stopped.signal]));
    } catch (error) {
      if (stopped.signal.aborted) throw new FetchError('stopped', url.host);
      if (late.signal.aborted) throw new FetchError('too-slow', url.host);
      throw error;
    } finally {
      clearTimeout(timer);
      leave();
      time.left -= performance.now() - began;
    }
  };
  return {
    async get(address, { most = MOST, headers = {} } = {}) {
      let url = checked(parts, address);
      const first = url.origin;
      const time = { left: within };
      for (let redirects = 0; ; redirects += 1) {
        const answer = await inTurn(url, { headers: url.origin === first ? headers : {}, most }, time);
        const { location } = answer.headers;
        if (!REDIRECTS.has(answer.status) || location === undefined) return answer;
        if (redirects === MOST_REDIRECTS) throw new FetchError('too-many-redirects', url.host);
        const next = checked(parts, location, url);
        if (url.protocol === 'https:' && next.protocol === 'http:')
          throw new FetchError('forbidden-address', next.host);
        url = next;
      }
    },
    post: async (address, { body, headers = {} }) =>
      inTurn(checked(parts, address), { headers, most: MOST_ANSWERED, body }, { left: within }),
    stop: () => stopped.abort(),
  };
}

function checked({ loopback = [] }: FetchParts, address: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base?.href) : null;
  if (url && loopback.includes(url.origin)) return url;
  if (!url || !mayBeAsked(url)) throw new FetchError('forbidden-address', url?.host ?? '');
  return url;
}

/** Sends one request; the answer's headers have come when this resolves. */
function ask(
  parts: FetchParts,
  url: URL,
  { headers, body }: Pick<Asked, 'headers' | 'body'>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asking = request(url, {
      method: body === undefined ? 'GET' : 'POST',
      // A connection is used once: one that stays open would be asked again without its address being looked at.
      agent: false,
      signal,
      lookup: guardedLookup(parts),
      maxHeaderSize: MOST_HEADERS,
      headers: { accept: '*/*', ...headers, 'user-agent': parts.agent, 'accept-encoding': 'gzip, br' },
    });
    asking.on('response', resolve);
    asking.on('error', (error) => reject(faultOf(error, url.host)));
    asking.end(body);
  });
}

/** Looks a name up and gives its addresses to the socket, unless one of them is not on the public internet. */
function guardedLookup({ lookUp = (host) => lookUpName(host, { all: true }) }: FetchParts): LookupFunction {
  return (host, options, done) => {
    const refuse = (error: Error) => done(error as NodeJS.ErrnoException, '', 4);
    lookUp(host).then(
      (all) => {
        const [first] = all;
        if (!first) return refuse(new FetchError('unknown-host', host));
        if (!all.every(({ address }) => isPublicAddress(address)))
          return refuse(new FetchError('forbidden-address', host));
        if (options.all) done(null, all);
        else done(null, first.address, first.family);
      },
      (error: unknown) => refuse(new FetchError('unknown-host', host, { cause: error })),
    );
  };
}

function faultOf(error: Error & { code?: string }, host: string): FetchError {
  if (error instanceof FetchError) return error;
  const kind = /^(?:HPE_|ERR_HTTP|Z_|ERR__?BROTLI|ERR_STREAM)/.test(error.code ?? '')
    ? 'bad-answer'
    : 'unreachable';
  return new FetchError(kind, host, { cause: error });
}

/** Reads a body, counting its bytes as they come and again as they are unpacked. */
async function readBody(
  response: IncomingMessage,
  { host }: URL,
  most: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let unpacked: Readable | null = null;
  try {
    if (Number(response.headers['content-length'] ?? 0) > most) throw new FetchError('too-large', host);
    unpacked = unpack(counted(response, host, most), response.headers['content-encoding'], host);
    let size = 0;
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > most || signal.aborted) throw new FetchError('too-large', host);
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  } catch (error) {
    throw faultOf(error as Error, host);
  } finally {
    unpacked?.destroy();
    response.destroy();
  }
}

async function* counted(response: IncomingMessage, host: string, most: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) throw new FetchError('too-large', host);
    yield piece;
  }
}

function unpack(packed: AsyncIterable<Buffer>, encoding: string | undefined, host: string): Readable {
  const plain = Readable.from(packed);
  const how = (encoding ?? 'identity').trim().toLowerCase();
  if (how === 'identity' || how === '') return plain;
  const unpacker =
    how === 'gzip' || how === 'x-gzip'
      ? createGunzip()
      : how === 'deflate'
        ? createInflate()
        : how === 'br'
          ? createBrotliDecompress()
          : null;
  if (!unpacker) throw new FetchError('bad-answer', host);
  plain.on('error', (error) => unpacker.destroy(error));
  unpacker.on('close', () => plain.destroy());
  return plain.pipe(unpacker);
}

/** What `Retry-After` asks (RFC 9110 §10.2.3): seconds from now, or a date. Epoch milliseconds. */
function untilOf(text: string | undefined, now: number): number | null {
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text.trim())) return now + Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : date;
}
