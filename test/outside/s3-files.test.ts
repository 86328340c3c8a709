import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsV4Signer } from 'aws4fetch';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import { damagedFiles, fileKeeper, filesAsLines } from '../../src/outside/archive.ts';
import type { Files } from '../../src/outside/files.ts';
import { openS3Files } from '../../src/outside/s3-files.ts';
import { KEYS, REGION, type S3Server, signatureOf, startS3 } from './s3-server.ts';

const NOTHING = createHash('sha256').digest('hex');

/** The examples of "Signature Calculations for the Authorization Header", Amazon S3 API Reference. */
describe('a request is signed as AWS publishes it', () => {
  const EXAMPLE = {
    ...{ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', service: 's3', region: 'us-east-1' },
    ...{ secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', datetime: '20130524T000000Z' },
  };
  test.each([
    [
      ...['an object', '/test.txt', { range: 'bytes=0-9' }],
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ],
    ['a setting', '/?lifecycle', {}, 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
    [
      ...['a list', '/?max-keys=2&prefix=J', {}],
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    ],
  ] as [string, string, Record<string, string>, string][])('%s', async (_, at, more, signature) => {
    const url = `https://examplebucket.s3.amazonaws.com${at}`;
    const headers = { 'x-amz-content-sha256': NOTHING, ...more };
    const signed = await new AwsV4Signer({ ...EXAMPLE, url, headers, allHeaders: true }).sign();
    expect(signed.headers.get('authorization')).toMatch(new RegExp(`Signature=${signature}$`));
    // What the stand-in holds requests against is no other.
    const { host, search } = new URL(url);
    const all = { host, 'x-amz-date': EXAMPLE.datetime, ...headers } as Record<string, string>;
    const query = search.slice(1).replace(/^lifecycle$/, 'lifecycle=');
    expect(
      signatureOf(
        { method: 'GET', path: at.split('?')[0] ?? '', query, headers: all },
        {
          names: Object.keys(all).sort(),
          date: EXAMPLE.datetime,
          scope: '20130524/us-east-1/s3/aws4_request',
          secret: EXAMPLE.secretAccessKey,
        },
      ),
    ).toBe(signature);
  });
});

describe('files in a bucket', () => {
  let server: S3Server;
  let folder: string;
  let files: Files;
  const open = (more: object = {}) =>
    openS3Files(
      {
        ...{ endpoint: server.origin, bucket: 'films', prefix: 'house/', region: REGION },
        ...{ ...KEYS, sessionToken: null },
        ...more,
      },
      folder,
      { silence: 80, pause: 1 },
    );
  beforeEach(async () => {
    server = await startS3();
    folder = mkdtempSync(join(tmpdir(), 'houselights-s3-'));
    files = open();
  });
  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const pieces = (...texts: string[]) => texts.map((text) => Buffer.from(text));
  const read = async (hash: string, from = files) => {
    const held: Uint8Array[] = [];
    for await (const piece of from.get(hash)) held.push(piece);
    return Buffer.concat(held).toString();
  };
  const listed = async () => {
    const all: string[] = [];
    for await (const { hash, size } of files.list()) all.push(`${hash} ${size}`);
    return all.sort();
  };

  test('lie by their hash, come back, are kept once and forgotten; nothing stays on this machine', async () => {
    const { hash, size } = await files.put(pieces('one ', 'two'));
    expect([hash, size]).toEqual([createHash('sha256').update('one two').digest('hex'), 7]);
    expect([...server.objects.keys()]).toEqual([`house/${hash.slice(0, 2)}/${hash.slice(2)}`]);
    await files.put(pieces('one two'));
    expect(server.asked.filter((one) => one.startsWith('PUT'))).toHaveLength(1);
    expect(await read(hash)).toBe('one two');
    const path = await files.onDisk(hash);
    expect(readFileSync(path, 'utf8')).toBe('one two');
    rmSync(path);
    expect(
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()),
    ).toEqual([]);
    await files.remove(hash);
    await files.remove(hash);
    expect(server.objects.size).toBe(0);
    await expect(read(hash)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('are asked for once where pages ask again and again', async () => {
    const { hash } = await files.put(pieces('poster'));
    const before = server.asked.length;
    expect([await read(hash), await read(hash), await read(hash)]).toEqual(['poster', 'poster', 'poster']);
    expect(server.asked.length).toBe(before + 1);
  });

  test('of odd names are not asked for, and what else lies in the bucket is not ours', async () => {
    await expect(files.remove('../../etc/passwd')).rejects.toThrow(RangeError);
    await expect(read('A'.repeat(64))).rejects.toThrow(RangeError);
    expect(server.asked).toEqual([]);
    server.objects.set('house/readme.txt', Buffer.from('x'));
    server.objects.set(`other/${'a'.repeat(2)}/${'a'.repeat(62)}`, Buffer.from('x'));
    const all = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((one) => files.put(pieces(one))));
    expect(await listed()).toEqual(all.map(({ hash }) => `${hash} 1`).sort());
  });

  test('go into a backup and come out of it, and a damaged one is found', async () => {
    const texts = ['', 'one', 'x'.repeat(900_000)];
    const hashes: string[] = [];
    for (const text of texts) hashes.push((await files.put(pieces(text))).hash);
    const lines: unknown[] = [];
    for await (const line of filesAsLines(files)) lines.push(line);
    server.objects.clear();
    const keeper = fileKeeper(open(), 'backup');
    for (const line of lines) await keeper.take(line as string);
    expect(await keeper.end()).toBe(3);
    const fresh = open();
    for (const [at, hash] of hashes.entries()) expect(await read(hash, fresh)).toBe(texts[at]);
    expect(await damagedFiles(open())).toEqual([]);
    const [, one = ''] = hashes;
    const name = `${one.slice(0, 2)}/${one.slice(2)}`;
    server.objects.set(`house/${name}`, Buffer.from('two'));
    expect(await damagedFiles(open())).toEqual([name]);
  });

  test('are asked for once more where the storage itself failed, and not where it refuses', async () => {
    const { hash } = await files.put(pieces('again'));
    let failures = 2;
    server.instead = (_, response) =>
      failures-- > 0 && Boolean(response.writeHead(503).end('<Code>SlowDown</Code>'));
    expect(await read(hash)).toBe('again');
    failures = 9;
    await expect(read(hash, open())).rejects.toThrow('The storage of files failed: 503 SlowDown');
    server.instead = () => false;
    const before = server.asked.length;
    const stranger = open({ secretAccessKey: 'another' });
    await expect(read(hash, stranger)).rejects.toMatchObject({ kind: 'refused' });
    await expect(read(hash, stranger)).rejects.toThrow('403 SignatureDoesNotMatch');
    expect(server.asked.length).toBe(before + 2);
    await expect(open({ bucket: 'nowhere' }).put(pieces('x'))).rejects.toThrow('there is no such bucket');
  });

  test('that come slowly, not whole or not at all are told as that', async () => {
    const { hash } = await files.put(pieces('slow'));
    server.instead = () => true;
    await expect(read(hash)).rejects.toMatchObject({ kind: 'unreachable' });
    server.instead = (_, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half');
      setTimeout(() => response.destroy(), 20);
      return true;
    };
    await expect(read(hash)).rejects.toMatchObject({ kind: 'unreachable' });
    await server.close();
    await expect(read(hash)).rejects.toMatchObject({ kind: 'unreachable' });
  });
});

describe('the setting', () => {
  const config = (HOUSELIGHTS_FILES: string, more: Record<string, string> = {}) => {
    const data = mkdtempSync(join(tmpdir(), 'houselights-config-'));
    const keys = { AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 'B' };
    try {
      return readConfig({ data }, { HOUSELIGHTS_FILES, ...keys, ...more }).filesBucket;
    } finally {
      rmSync(data, { recursive: true });
    }
  };
  test('names a bucket, and where it is', () => {
    expect(config('s3://films/house/files?endpoint=https://s3.example.org&region=eu-1')).toEqual({
      ...{ endpoint: 'https://s3.example.org', bucket: 'films', prefix: 'house/files/', region: 'eu-1' },
      ...{ accessKeyId: 'A', secretAccessKey: 'B', sessionToken: null },
    });
    expect(config('s3://films', { AWS_REGION: 'eu-west-1' })).toMatchObject({
      ...{ endpoint: 'https://s3.eu-west-1.amazonaws.com', prefix: '', region: 'eu-west-1' },
    });
    expect(config('')).toBe(null);
  });
  test.each([
    ['/srv/files', {}],
    ['s3://Films', {}],
    ['s3://films/../other', {}],
    ['s3://films?endpoint=ftp://example.org', {}],
    ['s3://films?endpoint=https://example.org/path', {}],
    ['s3://films', { AWS_SECRET_ACCESS_KEY: '' }],
  ])('%s is refused with a sentence', (text, more) => {
    expect(() => config(text, more)).toThrow(ConfigError);
  });
});
