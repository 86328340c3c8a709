import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { Refusal } from './row.ts';

/** A file to import, wherever its bytes come from. */
export interface InputFile {
  /** The name people know it by. */
  name: string;
  /** All of it. Throws `Refusal` when it is larger than `most` bytes or cannot be read. */
  read(most: number): Promise<Uint8Array>;
}

/** The largest file that is read, in bytes. What a page takes is less, and said in domain/upload.ts. */
export const LARGEST_FILE = 128_000_000;

/**
 * Memory that the rows of a file need for each of its bytes while they are imported. Measured with a hundred
 * megabytes of reviews; files of many small records need more than those of long texts.
 */
const MEMORY_PER_BYTE = 8;

/**
 * The largest file this process can take, in bytes: less than `most` on a machine with little memory.
 *
 * @param memory the bytes its heap may grow to
 */
export function largestFile(most = LARGEST_FILE, memory = getHeapStatistics().heap_size_limit): number {
  return Math.min(most, Math.floor(memory / MEMORY_PER_BYTE / 1_000_000) * 1_000_000);
}

/** A file of this machine; its size is asked before it is opened. */
export function fileOnDisk(path: string): InputFile {
  return {
    name: basename(path) || path,
    async read(most) {
      try {
        const facts = await stat(path);
        if (facts.isDirectory()) throw new Refusal('unreadable-file', { reason: 'folder' });
        if (facts.size > most) throw new Refusal('too-large', { most });
        return await collect(createReadStream(path), most, facts.size);
      } catch (error) {
        if (error instanceof Refusal) throw error;
        const { code } = error as NodeJS.ErrnoException;
        throw new Refusal('unreadable-file', { reason: code === 'ENOENT' ? 'missing' : (code ?? 'unknown') });
      }
    },
  };
}

/** A file that arrives in pieces; they are counted as they come. */
export function fileInPieces(name: string, pieces: AsyncIterable<Uint8Array>): InputFile {
  return { name, read: (most) => collect(pieces, most) };
}

/** A file that is at hand. */
export function fileAtHand(name: string, bytes: Uint8Array): InputFile {
  return {
    name,
    async read(most) {
      if (bytes.length > most) throw new Refusal('too-large', { most });
      return bytes;
    },
  };
}

/** @param expected how many bytes will probably come, so that they need no second place in memory */
async function collect(
  pieces: AsyncIterable<Uint8Array>,
  most: number,
  expected = 65_536,
): Promise<Uint8Array> {
  let held = Buffer.allocUnsafeSlow(expected);
  let size = 0;
  for await (const piece of pieces) {
    if (size + piece.length > most) throw new Refusal('too-large', { most });
    if (size + piece.length > held.length) {
      const grown = Buffer.allocUnsafeSlow(Math.min(most, Math.max(size + piece.length, held.length * 2)));
      held.copy(grown, 0, 0, size);
      held = grown;
    }
    held.set(piece, size);
    size += piece.length;
  }
  return held.subarray(0, size);
}
