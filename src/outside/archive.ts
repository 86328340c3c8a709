import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, rename, rm, stat } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Files } from './files.ts';

/** Why an archive could not be written or read. */
export type ArchiveFault =
  | 'already-there'
  | 'not-to-be-written'
  | 'not-to-be-read'
  | 'not-a-backup'
  | 'truncated'
  | 'damaged'
  | 'from-the-future'
  | 'has-data';

export class ArchiveError extends Error {
  override name = 'ArchiveError';
  readonly code: ArchiveFault;
  /** `reason` is the system's code, such as `ENOENT`, where it is the system that refuses. */
  readonly details: { file: string; reason: string };
  constructor(code: ArchiveFault, file: string, reason = '') {
    super(`${code}: ${file} ${reason}`.trim());
    this.code = code;
    this.details = { file, reason };
  }
}

/** Text is handed to the compressor in pieces of about this many letters. */
const PIECE = 256 * 1024;

/**
 * Writes values as lines of JSON into a new compressed file that nobody else can read. The file has its name only
 * once it is whole and on the disk.
 *
 * @param fill hands over one value after another
 * @returns its size in bytes
 * @throws ArchiveError `already-there` or `not-to-be-written`
 */
export async function writeArchive(
  file: string,
  fill: (put: (line: unknown) => Promise<void>) => Promise<void>,
): Promise<number> {
  if (await exists(file)) throw new ArchiveError('already-there', file);
  const part = `${file}.part-${process.pid}`;
  const packed = createGzip();
  const written = pipeline(packed, createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }));
  written.catch(() => undefined);
  let text = '';
  const flush = async () => {
    const room = packed.write(text);
    text = '';
    // Where the disk fails there is never room again, and `written` says why.
    if (!room) await Promise.race([once(packed, 'drain'), written]);
  };
  try {
    await fill(async (line) => {
      text += `${JSON.stringify(line)}\n`;
      if (text.length >= PIECE) await flush();
    });
    await flush();
    packed.end();
    await written;
    await rename(part, file);
    return (await stat(file)).size;
  } catch (error) {
    packed.destroy();
    await written.catch(() => undefined);
    await rm(part, { force: true }).catch(() => undefined);
    const { path, code, message } = error as NodeJS.ErrnoException;
    if (path === part || code === 'ENOSPC')
      throw new ArchiveError('not-to-be-written', file, code ?? message);
    throw error;
  }
}

/**
 * Unpacks an archive to its end and keeps nothing of it: whatever byte of it has changed, its check sum tells, and
 * tells before anything gives way to what it holds.
 *
 * @throws ArchiveError `not-to-be-read`, `not-a-backup`, `truncated` or `damaged`
 */
export async function proveArchive(file: string): Promise<void> {
  const nowhere = new Writable({ write: (_, __, done) => done() });
  await pipeline(createReadStream(file), createGunzip(), nowhere).catch((error: unknown) => {
    throw faultOf(file, error, false);
  });
}

/**
 * The values of an archive, one after another.
 *
 * @throws ArchiveError `not-to-be-read`, `not-a-backup`, `truncated` or `damaged`
 */
export async function* readArchive(file: string): AsyncGenerator<unknown> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  // Whatever fails on the way fails the reading of `unpacked`.
  const piped = pipeline(source, unpacked).catch(() => undefined);
  let read = false;
  try {
    for await (const line of linesOf(unpacked)) {
      yield JSON.parse(line) as unknown;
      read = true;
    }
  } catch (error) {
    throw faultOf(file, error, read);
  } finally {
    source.destroy();
    unpacked.destroy();
    await piped;
  }
}

/** Lines end at a line feed and nowhere else; the separators of Unicode are letters of somebody's text. */
async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let open: Buffer[] = [];
  for await (const piece of bytes) {
    let from = 0;
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, from)) {
      yield Buffer.concat([...open, piece.subarray(from, at)]).toString('utf8');
      open = [];
      from = at + 1;
    }
    if (from < piece.length) open.push(piece.subarray(from));
  }
  if (open.length > 0) yield Buffer.concat(open).toString('utf8');
}

function faultOf(file: string, error: unknown, read: boolean): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (error instanceof SyntaxError) return new ArchiveError(read ? 'damaged' : 'not-a-backup', file);
  if (code === 'Z_BUF_ERROR') return new ArchiveError('truncated', file);
  // What begins as something packed was a backup once, even where not a line of it is left.
  if (code.startsWith('Z_'))
    return new ArchiveError(/header check/.test(message) ? 'not-a-backup' : 'damaged', file);
  if (/^E[A-Z]+$/.test(code)) return new ArchiveError('not-to-be-read', file, code);
  return error;
}

/** A line of an archive that begins a file; its bytes follow as lines of base64. */
export interface FileLine {
  file: string;
  size: number;
}

const BYTES_AT_ONCE = 384 * 1024;

/** How a line names a file: by the SHA-256 of its bytes, as a folder of files keeps it. */
const BY_HASH = /^([0-9a-f]{2})\/([0-9a-f]{62})$/;

/** Every file that is kept, as lines of an archive. */
export async function* filesAsLines(files: Files): AsyncGenerator<FileLine | string> {
  for await (const { hash, size } of files.list()) {
    const pieces = inLargePieces(files.get(hash));
    // It may be needed no longer, and taken away since it was listed.
    const first = await pieces.next().catch(missing);
    if (first === null) continue;
    yield { file: nameOf(hash), size };
    let left = size;
    for (let piece = first; !piece.done; piece = await pieces.next()) {
      left -= piece.value.length;
      yield piece.value.toString('base64');
    }
    if (left !== 0) throw new Error(`${nameOf(hash)} became another while it was copied.`);
  }
}

/** Bytes in pieces that are all of one size but the last. */
async function* inLargePieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let open: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    open.push(piece);
    size += piece.length;
    if (size < BYTES_AT_ONCE) continue;
    const all = Buffer.concat(open);
    let at = 0;
    for (; size - at >= BYTES_AT_ONCE; at += BYTES_AT_ONCE) yield all.subarray(at, at + BYTES_AT_ONCE);
    open = [all.subarray(at)];
    size -= at;
  }
  if (size > 0) yield Buffer.concat(open);
}

/** The files that are kept whose bytes are not what their names say. */
export async function damagedFiles(files: Files): Promise<string[]> {
  const damaged: string[] = [];
  for await (const { hash } of files.list()) {
    const sum = createHash('sha256');
    try {
      for await (const piece of files.get(hash)) sum.update(piece);
    } catch (error) {
      missing(error as NodeJS.ErrnoException);
      continue;
    }
    if (sum.digest('hex') !== hash) damaged.push(nameOf(hash));
  }
  return damaged;
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

function nameOf(hash: string): string {
  return `${hash.slice(0, 2)}/${hash.slice(2)}`;
}

function hashOf(file: string): string {
  return file.replace(BY_HASH, '$1$2');
}

/** Puts files back as their lines come by. */
export function fileKeeper(
  files: Pick<Files, 'put'>,
  archive: string,
): { take(line: FileLine | string): Promise<void>; end(): Promise<number> } {
  let at: { file: string; bytes: Buffer[]; left: number } | null = null;
  let count = 0;
  const end = async () => {
    if (!at) return count;
    const { file, bytes, left } = at;
    const hash = createHash('sha256');
    for (const piece of bytes) hash.update(piece);
    if (left !== 0 || hash.digest('hex') !== hashOf(file)) throw new ArchiveError('damaged', archive);
    await files.put(bytes);
    at = null;
    count += 1;
    return count;
  };
  return {
    end,
    async take(line) {
      if (typeof line === 'string') {
        if (!at) throw new ArchiveError('damaged', archive);
        const bytes = Buffer.from(line, 'base64');
        at.bytes.push(bytes);
        at.left -= bytes.length;
        return;
      }
      await end();
      if (!BY_HASH.test(line.file)) throw new ArchiveError('damaged', archive);
      at = { file: line.file, bytes: [], left: line.size };
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
