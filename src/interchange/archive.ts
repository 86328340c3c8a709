import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { Refusal } from './row.ts';

/** One file of an export, in a folder or in a zip. */
export interface ExportFile {
  /** Its path inside the export, with slashes. Only ever compared and shown, never opened or written. */
  path: string;
  /** Its bytes, counted as they come. Throws `Refusal` when there are more than allowed. */
  pieces(): AsyncIterable<Uint8Array>;
}

/** An export that consists of several files. */
export interface ExportFolder {
  files: readonly ExportFile[];
  close(): Promise<void>;
}

/** How much an export may hold. */
export interface ArchiveLimits {
  /** Bytes of all files together, inflated. */
  inflated: number;
  files: number;
  /** The largest inflated size of a file of over a megabyte, against its size in the zip. */
  ratio: number;
}

export const PAGE_LIMITS: ArchiveLimits = { inflated: 500_000_000, files: 2000, ratio: 100 };
export const COMMAND_LIMITS: ArchiveLimits = { inflated: 4_000_000_000, files: 20_000, ratio: 200 };

/** Below this a file is too small to be a bomb, however well it packs. */
const HARMLESS = 1_000_000;

/**
 * Opens a zip without unpacking it to disk. Nothing is inflated until a file is read, and then it is counted
 * while it inflates.
 *
 * @param source where the zip lies, or its bytes
 * @throws Refusal `archive-broken`, `archive-unsafe`, `archive-locked` or `too-large`
 */
export async function openZip(source: string | Buffer, limits: ArchiveLimits): Promise<ExportFolder> {
  const zip = await opened(source);
  try {
    const entries = await listed(zip, limits);
    const budget = { left: limits.inflated, most: limits.inflated };
    return {
      files: entries.map((entry) => ({ path: entry.fileName, pieces: () => inflate(zip, entry, budget) })),
      close: async () => closed(zip),
    };
  } catch (error) {
    closed(zip);
    throw error;
  }
}

/** Opens a folder of this machine as an export. Links in it are not followed. */
export async function openFolder(folder: string, limits: ArchiveLimits): Promise<ExportFolder> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  if (files.length > limits.files) throw new Refusal('too-large', { files: limits.files });
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  let total = 0;
  for (const path of paths) total += (await stat(path)).size;
  if (total > limits.inflated) throw new Refusal('too-large', { most: limits.inflated });
  return {
    files: paths.map((path) => ({
      path: relative(folder, path).split(sep).join('/'),
      pieces: () => createReadStream(path),
    })),
    close: async () => undefined,
  };
}

async function opened(source: string | Buffer): Promise<ZipFile> {
  const options = { autoClose: false, lazyEntries: true } as const;
  try {
    return typeof source === 'string'
      ? await openPromise(source, options)
      : await fromBufferPromise(source, options);
  } catch (error) {
    throw asRefusal(error);
  }
}

/** The files a zip names, once none of what it declares is a trap. */
async function listed(zip: ZipFile, limits: ArchiveLimits): Promise<Entry[]> {
  const entries: Entry[] = [];
  const names = new Set<string>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= limits.files) throw new Refusal('too-large', { files: limits.files });
      if (isLink(entry)) throw new Refusal('archive-unsafe', { name: entry.fileName });
      if (entry.fileName.endsWith('/')) continue;
      if (entry.isEncrypted()) throw new Refusal('archive-locked', { name: entry.fileName });
      if (names.has(entry.fileName)) throw new Refusal('archive-unsafe', { name: entry.fileName });
      names.add(entry.fileName);
      total += entry.uncompressedSize;
      const packed = Math.max(entry.compressedSize, 1);
      if (entry.uncompressedSize > HARMLESS && entry.uncompressedSize / packed > limits.ratio)
        throw new Refusal('archive-unsafe', { name: entry.fileName });
      if (total > limits.inflated) throw new Refusal('too-large', { most: limits.inflated });
      entries.push(entry);
    }
  } catch (error) {
    throw asRefusal(error);
  }
  refuseOverlaps(entries);
  return entries;
}

/** Files that share bytes of the zip are how a small one claims to hold very much. */
function refuseOverlaps(entries: readonly Entry[]): void {
  let end = 0;
  const byPlace = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const entry of byPlace) {
    if (entry.relativeOffsetOfLocalHeader < end)
      throw new Refusal('archive-unsafe', { name: entry.fileName });
    end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.compressedSize;
  }
}

/** Bytes of a local file header before its name. */
const LOCAL_HEADER = 30;

function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;
}

async function* inflate(
  zip: ZipFile,
  entry: Entry,
  budget: { left: number; most: number },
): AsyncGenerator<Uint8Array> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    let sum = 0;
    for await (const piece of stream) {
      budget.left -= piece.length;
      if (budget.left < 0) throw new Refusal('too-large', { most: budget.most });
      sum = crc32(piece, sum);
      yield piece;
    }
    if (sum !== entry.crc32) throw new Refusal('archive-broken', { name: entry.fileName });
  } catch (error) {
    throw asRefusal(error, entry.fileName);
  }
}

function closed(zip: ZipFile): void {
  if (zip.isOpen) zip.close();
}

/** What yauzl says of names is about safety; all else it says is about a file that is no whole zip. */
function asRefusal(error: unknown, name = ''): unknown {
  if (error instanceof Refusal) return error;
  const { message, code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') return error;
  if (/^(absolute path|invalid relative path|invalid characters in fileName)/.test(message))
    return new Refusal('archive-unsafe', { name: message.replace(/^[^:]+: /, '').slice(0, 200) });
  return new Refusal('archive-broken', { name });
}
