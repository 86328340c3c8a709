/**
 * A bare node:http server to compare with: `node bench/bare.ts FILE MODE`. It sends the file's bytes: compressed
 * anew for each request (`compress`), compressed once (`ready`), or not at all but as a 304 (`unchanged`).
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';

const [file = '', mode = 'ready'] = process.argv.slice(2);
const bytes = readFileSync(file);
const compress = () =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
const ready = compress();
const headers = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br', etag: '"bare"' };
const server = createServer((_, response) => {
  if (mode === 'unchanged') return void response.writeHead(304, { etag: '"bare"' }).end();
  const body = mode === 'compress' ? compress() : ready;
  response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => server.closeAllConnections());
process.once('SIGTERM', () => server.close());
