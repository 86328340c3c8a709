import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsV4Signer } from 'aws4fetch';
import { LRUCache } from 'lru-cache';
import { type Files, HASH, type Hold, openFiles } from './files.ts';

/** A bucket of S3-compatible storage, and how it is asked. */
export interface Bucket {
  /** `https://s3.eu-central-1.amazonaws.com`, without a last slash; the bucket's name comes behind it. */
  readonly endpoint: string;
  readonly bucket: string;
  /** What stands before every name: empty, or with a slash at its end. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of keys that are lent for a while. */
  readonly sessionToken: string | null;
}

/** The storage did not do what it was asked to. */
export class BucketError extends Error {
  override name = 'BucketError';
  /** `refused`: the keys or the bucket are not right; `unreachable`: nothing came, or no more; `failed`: its own fault. */
  readonly kind: 'refused' | 'unreachable' | 'failed';
  constructor(kind: BucketError['kind'], text: string, options?: ErrorOptions) {
    super(`The storage of files ${SAID[kind]}: ${text}`, options);
    this.kind = kind;
  }
}

const SAID = { refused: 'refuses', unreachable: 'does not answer', failed: 'failed' } as const;
/** Milliseconds in which nothing moves, after which a request is given up. */
const SILENCE = 20_000;
const TRIES = 3;
const PAUSE = 300;
/** What pages ask for again and again is kept in memory: files of up to so many bytes, so many bytes in all. */
const SMALL = 512 * 1024;
const KEPT = 8 * 1024 * 1024;
/** The SHA-256 of nothing, as requests without a body are signed. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

interface Asked {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Behind the bucket, with a slash before it; or a query. */
  at: string;
  /** The file that is sent, which is known by its hash, and its bytes. */
  body?: { path: string; hash: string; size: number };
}

/**
 * Files in a bucket, each by the SHA-256 of its bytes, as `openFiles` keeps them in a folder. What is brought goes
 * through a folder first: a name needs the whole. Requests are signed as AWS signs them (Signature Version 4), with the
 * hash of what is sent, so that the storage refuses what was changed on the way.
 *
 * @param folder of this machine, for what is on its way
 * @param pause milliseconds before the second try, doubled before the third
 */
export function openS3Files(
  bucket: Bucket,
  folder: string,
  {
    silence = SILENCE,
    pause = PAUSE,
    hold,
  }: { silence?: number; pause?: number; hold?: Hold | undefined } = {},
): Files {
  const local = openFiles(folder);
  const kept = new LRUCache<string, Buffer>({
    maxSize: KEPT,
    sizeCalculation: (bytes) => bytes.length || 1,
  });
  const placed = (hash: string) => {
    if (!HASH.test(hash)) throw new RangeError('a file is known by 64 hexadecimal digits');
    return `/${bucket.prefix}${hash.slice(0, 2)}/${hash.slice(2)}`;
  };
  const ask = (asked: Asked) => withPatience(() => send(bucket, asked, silence), pause);
  const get = async function* (hash: string): AsyncGenerator<Uint8Array> {
    const known = kept.get(hash);
    if (known) return yield known;
    const answer = await ask({ method: 'GET', at: placed(hash) });
    if (answer.statusCode === 404) {
      answer.resume();
      throw Object.assign(new Error(`There is no file ${hash}.`), { code: 'ENOENT' });
    }
    const size = Number(answer.headers['content-length'] ?? Number.POSITIVE_INFINITY);
    const pieces: Buffer[] = [];
    let came = 0;
    for await (const piece of bytesOf(answer)) {
      came += piece.length;
      if (size <= SMALL) pieces.push(piece);
      yield piece;
    }
    if (Number.isFinite(size) && came !== size)
      throw new BucketError('unreachable', 'a file broke off on its way');
    if (size <= SMALL) kept.set(hash, Buffer.concat(pieces));
  };
  return {
    get,
    async put(pieces) {
      const { hash, size } = await local.put(pieces);
      try {
        await hold?.({ hash, size });
        const there = await ask({ method: 'HEAD', at: placed(hash) });
        there.resume();
        if (there.statusCode !== 404) return { hash, size };
        const path = await local.onDisk(hash);
        const done = await ask({ method: 'PUT', at: placed(hash), body: { path, hash, size } });
        done.resume();
        if (done.statusCode === 404) throw new BucketError('refused', 'there is no such bucket');
        return { hash, size };
      } finally {
        await local.remove(hash);
      }
    },
    async onDisk(hash) {
      const incoming = join(folder, 'incoming');
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      const path = join(incoming, `${hash}-${randomBytes(8).toString('hex')}`);
      try {
        await pipeline(get(hash), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
      return path;
    },
    async remove(hash) {
      kept.delete(hash);
      (await ask({ method: 'DELETE', at: placed(hash) })).resume();
    },
    async *list() {
      for (let token: string | null = ''; token !== null; ) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: bucket.prefix });
        if (token !== '') query.set('continuation-token', token);
        const answer = await ask({ method: 'GET', at: `?${query}` });
        if (answer.statusCode === 404) throw new BucketError('refused', 'there is no such bucket');
        const said = await textOf(answer);
        yield* filesIn(said, bucket.prefix);
        token = /<IsTruncated>true</.test(said) ? inXml(said, 'NextContinuationToken') : null;
      }
    },
  };
}

/** Asks once more, and once more, where the storage itself failed; what it refuses it refuses. */
async function withPatience(work: () => Promise<IncomingMessage>, pause: number): Promise<IncomingMessage> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === TRIES || (error instanceof BucketError && error.kind === 'refused')) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause * 2 ** (attempt - 1)));
    }
  }
}

/** Sends one request; the answer's headers have come when this resolves, and say that it is there or that it is not. */
async function send(bucket: Bucket, { method, at, body }: Asked, silence: number): Promise<IncomingMessage> {
  const url = new URL(`${bucket.endpoint}/${bucket.bucket}${at}`);
  const { accessKeyId, secretAccessKey, sessionToken, region } = bucket;
  const signed = await new AwsV4Signer({
    ...{ method, url: url.href, service: 's3', region, accessKeyId, secretAccessKey },
    ...(sessionToken ? { sessionToken } : {}),
    headers: { 'x-amz-content-sha256': body?.hash ?? NOTHING },
  }).sign();
  const headers: Record<string, string> = Object.fromEntries(signed.headers);
  if (body) headers['content-length'] = String(body.size);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, { method, headers });
    request.setTimeout(silence, () => request.destroy(new Error('it was silent for too long')));
    request.on('response', resolve);
    request.on('error', reject);
    if (body) pipeline(createReadStream(body.path), request).catch(reject);
    else request.end();
  }).catch((error: Error) => {
    throw new BucketError('unreachable', error.message, { cause: error });
  });
  const { statusCode: status = 0 } = answer;
  if ((status >= 200 && status < 300) || status === 404) return answer;
  const why = inXml(await textOf(answer).catch(() => ''), 'Code') ?? '';
  throw new BucketError(status >= 500 || status === 429 ? 'failed' : 'refused', `${status} ${why}`.trim());
}

/** What came, piece by piece; a connection that breaks is told as such. */
async function* bytesOf(answer: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const piece of answer) yield piece as Buffer;
  } catch (error) {
    throw new BucketError('unreachable', (error as Error).message, { cause: error });
  }
}

/** A list of a thousand names takes some 300 KB. */
const LONGEST_TEXT = 4_000_000;

async function textOf(answer: Readable): Promise<string> {
  let text = '';
  for await (const piece of bytesOf(answer)) {
    text += piece.toString('utf8');
    if (text.length > LONGEST_TEXT) throw new BucketError('failed', 'it says too much');
  }
  return text;
}

/** Of a list, the files that are known by their hash. What else lies in the bucket is not ours. */
function* filesIn(said: string, prefix: string): Generator<{ hash: string; size: number }> {
  for (const one of said.split('<Contents>').slice(1)) {
    const name = inXml(one, 'Key') ?? '';
    const hash = name.startsWith(prefix) ? name.slice(prefix.length).replace(/^(..)\//, '$1') : '';
    if (HASH.test(hash)) yield { hash, size: Number(inXml(one, 'Size')) };
  }
}

/** What an element without others in it says. The storage's own names and tokens hold no other entities. */
function inXml(xml: string, name: string): string | null {
  const said = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return said === undefined
    ? null
    : said.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
