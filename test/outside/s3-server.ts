import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stand-in for S3-compatible storage that believes nobody whose signature it cannot make itself. */
export interface S3Server {
  origin: string;
  /** What lies in the bucket, by name. */
  objects: Map<string, Buffer>;
  /** Methods and paths, in the order they were asked. */
  asked: string[];
  /** Answers in place of the stand-in, where it returns true. */
  instead: (request: IncomingMessage, response: ServerResponse) => boolean;
  close(): Promise<void>;
}

export const KEYS = { accessKeyId: 'HOUSE', secretAccessKey: 'a secret of tests' };
export const REGION = 'eu-test-1';
const PAGE = 2;

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/**
 * The signature of a request, written from the description alone: "Create a signed AWS API request",
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signatureOf(
  request: { method: string; path: string; query: string; headers: Record<string, string> },
  { names, date, scope, secret }: { names: string[]; date: string; scope: string; secret: string },
): string {
  const query = request.query.split('&').filter(Boolean).sort().join('&');
  const lines = names.map((name) => `${name}:${(request.headers[name] ?? '').trim()}\n`).join('');
  const hash = request.headers['x-amz-content-sha256'] ?? '';
  const canonical = [request.method, request.path, query, lines, names.join(';'), hash].join('\n');
  const [day = '', region = '', service = '', end = ''] = scope.split('/');
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), service), end);
  return hmac(key, ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')).toString('hex');
}

function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const headers = request.headers as Record<string, string>;
  const said = /^AWS4-HMAC-SHA256 Credential=HOUSE\/(\S+), SignedHeaders=(\S+), Signature=(\w{64})$/.exec(
    headers.authorization ?? '',
  );
  if (!said) return false;
  const [, scope = '', names = '', signature = ''] = said;
  const date = headers['x-amz-date'] ?? '';
  if (scope !== `${date.slice(0, 8)}/${REGION}/s3/aws4_request`) return false;
  const signs = names.split(';');
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => signs.includes(name))) return false;
  if (headers['x-amz-content-sha256'] !== sha256(body)) return false;
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const ours = signatureOf(
    { method: request.method ?? '', path, query, headers },
    { names: signs, date, scope, secret: KEYS.secretAccessKey },
  );
  return timingSafeEqual(Buffer.from(ours), Buffer.from(signature));
}

/** Starts a stand-in with an empty bucket `films`, whose lists have two names on a page. */
export async function startS3(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    response.on('error', () => undefined);
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    const url = new URL(request.url ?? '/', 'http://stand.in');
    mock.asked.push(`${request.method} ${url.pathname}`);
    if (mock.instead(request, response)) return;
    const fail = (status: number, code: string) =>
      response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
    if (!isSigned(request, body)) return fail(403, 'SignatureDoesNotMatch');
    const [, bucket, ...rest] = url.pathname.split('/');
    if (bucket !== 'films') return fail(404, 'NoSuchBucket');
    const name = rest.join('/');
    const there = objects.get(name);
    if (name === '') return list(url, response);
    if (request.method === 'PUT') {
      objects.set(name, body);
      return response.end();
    }
    if (request.method === 'DELETE') {
      objects.delete(name);
      return response.writeHead(204).end();
    }
    if (!there) return fail(404, 'NoSuchKey');
    response.writeHead(200, { 'content-length': there.length });
    return response.end(request.method === 'HEAD' ? undefined : there);
  });
  const list = (url: URL, response: ServerResponse) => {
    const prefix = url.searchParams.get('prefix') ?? '';
    const after = url.searchParams.get('continuation-token') ?? '';
    const names = [...objects.keys()].filter((name) => name.startsWith(prefix) && name > after).sort();
    const some = names.slice(0, PAGE);
    const more = names.length > PAGE;
    response.end(
      `<?xml version="1.0"?><ListBucketResult>${some
        .map((name) => `<Contents><Key>${name}</Key><Size>${objects.get(name)?.length}</Size></Contents>`)
        .join('')}<IsTruncated>${more}</IsTruncated>${
        more ? `<NextContinuationToken>${some.at(-1)}</NextContinuationToken>` : ''
      }</ListBucketResult>`,
    );
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const mock: S3Server = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    asked: [],
    instead: () => false,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return mock;
}
