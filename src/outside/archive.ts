import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

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
    if (path === part || code === 'ENOSPC') throw new ArchiveError('not-to-be-written', file, message);
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
  if (/^E[A-Z]+$/.test(code)) return new ArchiveError('not-to-be-read', file, message);
  return error;
}

/** A line of an archive that begins a file; its bytes follow as lines of base64. */
export interface FileLine {
  file: string;
  size: number;
}

const BYTES_AT_ONCE = 384 * 1024;

/** Where a file lies whose name is the SHA-256 of its bytes; whatever else lies there is on its way. */
const BY_HASH = /^([0-9a-f]{2})\/([0-9a-f]{62})$/;

/** Every file of a folder of files by their hash, as lines of an archive; none when there is no such folder. */
export async function* filesAsLines(folder: string): AsyncGenerator<FileLine | string> {
  for (const file of await filesIn(folder)) {
    const source = await open(join(folder, file)).catch(missing);
    // It was needed no longer, and taken away since the folder was read.
    if (source === null) continue;
    try {
      const { size } = await source.stat();
      yield { file, size };
      for (let at = 0; at < size; ) {
        const bytes = Buffer.alloc(Math.min(BYTES_AT_ONCE, size - at));
        const { bytesRead } = await source.read(bytes, 0, bytes.length, at);
        if (bytesRead === 0) throw new Error(`${file} became shorter while it was copied.`);
        yield bytes.subarray(0, bytesRead).toString('base64');
        at += bytesRead;
      }
    } finally {
      await source.close();
    }
  }
}

/** The files of such a folder whose bytes are not what their names say. */
export async function damagedFiles(folder: string): Promise<string[]> {
  const damaged: string[] = [];
  for (const file of await filesIn(folder)) {
    const source = await open(join(folder, file)).catch(missing);
    if (source === null) continue;
    const hash = createHash('sha256');
    for await (const piece of source.createReadStream()) hash.update(piece as Buffer);
    if (hash.digest('hex') !== hashOf(file)) damaged.push(file);
  }
  return damaged;
}

async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => BY_HASH.test(file))
    .sort();
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

function hashOf(file: string): string {
  return file.replace(BY_HASH, '$1$2');
}

/** Puts files back into a folder as their lines come by; one that is there already stays as it is. */
export function fileKeeper(
  folder: string,
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
    const path = join(folder, file);
    if (!(await exists(path))) await writeWhole(path, bytes);
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

async function writeWhole(path: string, bytes: readonly Buffer[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const part = `${path}.part-${process.pid}`;
  await pipeline(Readable.from(bytes), createWriteStream(part, { mode: 0o600, flush: true }));
  await rename(part, path);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
