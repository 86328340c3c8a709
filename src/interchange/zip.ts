/**
 * Zips, read without unpacking them to disk. Only the central directory is believed, and only as far as its claims
 * are possible: nothing is inflated before they are checked, and then it is counted while it inflates.
 */
import { crc32 } from 'node:zlib';
import {
  type Entry,
  fromBufferPromise,
  getFileNameLowLevel,
  type LocalFileHeader,
  openPromise,
  validateFileName,
  type ZipFile,
} from 'yauzl';
import type { ProblemCode } from '../domain/import.ts';
import { type ArchiveLimits, type ExportFolder, isBeside, refuseNames, tooMany, tooMuch } from './archive.ts';
import { shortened, shownPath } from './file-name.ts';
import { Refusal } from './row.ts';

/** Below this a file is too small to be a bomb, however well it packs. */
const HARMLESS = 1_000_000;
/** The same for all files together. */
const HARMLESS_TOGETHER = 10 * HARMLESS;
/** The longest path of a file, in bytes. */
const LONGEST_PATH = 1000;

/** One file of a zip, as it is claimed to be. */
interface Packed {
  entry: Entry;
  path: string;
}

/**
 * Opens a zip. Nothing of it is inflated until a file is read.
 *
 * @param source where the zip lies, or its bytes
 * @throws Refusal `archive-broken`, `archive-unsafe`, `archive-locked`, `archive-method` or `too-large`
 */
export async function openZip(source: string | Buffer, limits: ArchiveLimits): Promise<ExportFolder> {
  const zip = await opened(source);
  try {
    const packed = await listed(zip, limits);
    await refuseLies(zip, packed);
    return {
      files: packed.map((one) => ({ path: one.path, pieces: () => inflate(zip, one) })),
      close: async () => closed(zip),
    };
  } catch (error) {
    closed(zip);
    throw asRefusal(error);
  }
}

async function opened(source: string | Buffer): Promise<ZipFile> {
  // Names and comments come as bytes: they are decoded where they are wanted, and where they are not too long.
  const options = { autoClose: false, lazyEntries: true, decodeStrings: false } as const;
  try {
    return typeof source === 'string'
      ? await openPromise(source, options)
      : await fromBufferPromise(source, options);
  } catch (error) {
    throw asRefusal(error);
  }
}

/** The files a zip names, once none of what is claimed of them is a trap. */
async function listed(zip: ZipFile, limits: ArchiveLimits): Promise<Packed[]> {
  refuseNames(zip.entryCount, limits);
  const packed: Packed[] = [];
  const paths = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const path = pathOf(entry);
    forgetRest(entry);
    if (isSpecial(entry)) throw refused('archive-unsafe', path);
    if (path.endsWith('/') || isBeside(path)) continue;
    if (packed.length >= limits.files) throw tooMany(limits);
    if (entry.isEncrypted()) throw refused('archive-locked', path);
    if (!entry.canDecodeFileData()) throw refused('archive-method', path);
    // Which of two would count?
    if (paths.has(path)) throw refused('archive-unsafe', path);
    paths.add(path);
    total += entry.uncompressedSize;
    if (entry.uncompressedSize > HARMLESS && ratioOf(entry) > limits.ratio)
      throw refused('archive-unsafe', path);
    if (total > limits.inflated) throw tooMuch(limits);
    packed.push({ entry, path });
  }
  if (total > HARMLESS_TOGETHER && total / zip.fileSize > limits.ratio) throw refused('archive-unsafe', '');
  return packed;
}

function ratioOf({ uncompressedSize, compressedSize }: Entry): number {
  return uncompressedSize / Math.max(compressedSize, 1);
}

/** A file's path as people may see it; a folder's ends with a slash. @throws Refusal `archive-unsafe` */
function pathOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  if (fileNameRaw.length > LONGEST_PATH)
    throw refused('archive-unsafe', shownPath(fileNameRaw.toString('latin1', 0, LONGEST_PATH)));
  const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  const path = shownPath(name);
  if (name.length > LONGEST_PATH || validateFileName(name) !== null || validateFileName(path) !== null)
    throw refused('archive-unsafe', path);
  return path;
}

const NOTHING = Buffer.alloc(0);

/** Lets go of what nobody asks for: up to 128 kB of comment and fields beside each name. */
function forgetRest(entry: Entry): void {
  const nothing = { fileNameRaw: NOTHING, extraFieldRaw: NOTHING, fileCommentRaw: NOTHING, extraFields: [] };
  Object.assign(entry, nothing, { fileName: '', fileComment: '', comment: '' });
}

/** Whether it is a link or a device: neither a file nor a folder, where it says what it is (stat.h). */
function isSpecial({ externalFileAttributes }: Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & 0xf000;
  return kind !== 0 && kind !== 0x8000 && kind !== 0x4000;
}

/**
 * Files that share bytes of the zip are how a small one claims to hold very much; and a file of which its own head
 * says something else than the directory shows two programs two different things.
 */
async function refuseLies(zip: ZipFile, packed: readonly Packed[]): Promise<void> {
  const place = ({ entry }: Packed) => entry.relativeOffsetOfLocalHeader;
  let end = 0;
  for (const one of [...packed].sort((a, b) => place(a) - place(b))) {
    if (place(one) < end) throw refused('archive-unsafe', one.path);
    const head = await headOf(zip, one);
    if (!isSame(head, one.entry)) throw refused('archive-unsafe', one.path);
    end = head.fileDataStart + one.entry.compressedSize;
  }
}

async function headOf(zip: ZipFile, { entry, path }: Packed): Promise<LocalFileHeader> {
  try {
    return await zip.readLocalFileHeaderPromise(entry);
  } catch (error) {
    throw asRefusal(error, path);
  }
}

/** Sizes follow after the data where bit 3 says so, and stand in a field of 64 bits where these are all ones. */
function isSame(head: LocalFileHeader, entry: Entry): boolean {
  if (head.compressionMethod !== entry.compressionMethod) return false;
  if ((head.generalPurposeBitFlag & 8) !== 0) return true;
  const told = (size: number, claimed: number) => size === 0xffffffff || size === claimed;
  return (
    told(head.compressedSize, entry.compressedSize) && told(head.uncompressedSize, entry.uncompressedSize)
  );
}

async function* inflate(zip: ZipFile, { entry, path }: Packed): AsyncGenerator<Uint8Array> {
  try {
    // Ends with an error at the first byte beyond the size that was claimed.
    const stream = await zip.openReadStreamPromise(entry);
    let sum = 0;
    for await (const piece of stream as AsyncIterable<Buffer>) {
      sum = crc32(piece, sum);
      yield piece;
    }
    if (sum !== entry.crc32) throw refused('archive-broken', path);
  } catch (error) {
    throw asRefusal(error, path);
  }
}

function refused(code: ProblemCode, path: string): Refusal {
  return new Refusal(code, { name: shortened(path) });
}

function closed(zip: ZipFile): void {
  if (zip.isOpen) zip.close();
}

/** What yauzl says of a zip: that it is locked, that it lies, or else that it is no whole zip. */
function asRefusal(error: unknown, name = ''): unknown {
  if (error instanceof Refusal) return error;
  const { message, code = '' } = error as NodeJS.ErrnoException;
  if (/^E[A-Z]+$/.test(code)) return new Refusal('unreadable-file', { reason: code });
  if (/^strong encryption/.test(message)) return refused('archive-locked', name);
  if (/^too many bytes in the stream|size mismatch for stored file/.test(message))
    return refused('archive-unsafe', name);
  return refused('archive-broken', name);
}
