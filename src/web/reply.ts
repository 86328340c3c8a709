import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { render } from '../views/html.ts';
import type { Answer } from './route.ts';
import { SECURITY_HEADERS } from './security.ts';

export type Encoding = 'br' | 'gzip' | 'identity';

/** An answer as bytes, ready to be sent again and again. */
export interface Ready {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer> | null;
  cookies: readonly string[];
}

/** Below this, compressing costs more than it saves. */
const WORTH_COMPRESSING = 1000;

/** The encoding to answer in: brotli where it is taken, else gzip. */
export function encodingFor(accept: string | null): Encoding {
  if (!accept) return 'identity';
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accept)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accept) ? 'gzip' : 'identity';
}

/** Compresses at the quickest level, which on a page costs a fifth of the usual one and saves nearly as much. */
export function compress(bytes: Buffer, encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'br')
    return brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 1,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }) as Uint8Array<ArrayBuffer>;
  if (encoding === 'gzip') return gzipSync(bytes, { level: 1 }) as Uint8Array<ArrayBuffer>;
  return bytes as Uint8Array<ArrayBuffer>;
}

/** Turns an answer into bytes with all their headers. */
export function ready(answer: Answer, encoding: Encoding, extra: Record<string, string>): Ready {
  if (answer.kind === 'redirect') {
    const headers = { ...SECURITY_HEADERS, ...extra, location: asciiPath(answer.to) };
    return { status: answer.status, headers, body: null, cookies: answer.cookies };
  }
  const isPage = answer.kind === 'page';
  const type = isPage ? 'text/html; charset=utf-8' : answer.type;
  const content = isPage ? render(answer.page) : answer.body;
  const bytes = bytesOf(content);
  const compressible = /^(text\/|image\/svg|application\/(json|javascript|xml))/.test(type);
  const worth = compressible && bytes.length >= WORTH_COMPRESSING && encoding !== 'identity';
  const body = worth ? compress(bytes, encoding) : new Uint8Array(bytes);
  const headers: Record<string, string> = {
    ...SECURITY_HEADERS,
    ...extra,
    'content-type': type,
    'content-length': String(body.length),
    ...answer.headers,
  };
  if (worth) headers['content-encoding'] = encoding;
  if (!isPage && answer.forever) headers['cache-control'] = 'public, max-age=31536000, immutable';
  return { status: answer.status, headers, body, cookies: isPage ? answer.cookies : [] };
}

/** Pages are written here before they are compressed: a place of their own for each costs as much as writing them. */
const DESK = Buffer.allocUnsafeSlow(512 * 1024);

/** A text's bytes, which hold until the next are asked for. */
function bytesOf(content: string | Uint8Array): Buffer {
  if (typeof content !== 'string') return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  // A UTF-16 unit takes three bytes at most.
  if (content.length * 3 > DESK.length) return Buffer.from(content);
  return DESK.subarray(0, DESK.write(content));
}

/** The bytes as a response. */
export function respond(made: Ready): Response {
  const response = new Response(made.body, { status: made.status, headers: made.headers });
  for (const cookie of made.cookies) response.headers.append('set-cookie', cookie);
  return response;
}

/** A path that may hold letters of any script, as a header takes it; what is encoded already stays as it is. */
function asciiPath(path: string): string {
  return path.toWellFormed().replace(/[^\x21-\x7e]|\\/gu, encodeURIComponent);
}
