import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from './row.ts';

/** A file to import, wherever its bytes come from. */
export interface InputFile {
  /** The name people know it by. */
  name: string;
  /** All of it. Throws `Refusal` when it is larger than `most` bytes or cannot be read. */
  read(most: number): Promise<Uint8Array>;
}

/** The largest text file that is read, in bytes. */
export const LARGEST_FILE = 64_000_000;

/** A file of this machine; its size is asked before it is opened. */
export function fileOnDisk(path: string): InputFile {
  return {
    name: basename(path) || path,
    async read(most) {
      try {
        const facts = await stat(path);
        if (facts.isDirectory()) throw new Refusal('unreadable-file', { reason: 'folder' });
        if (facts.size > most) throw new Refusal('too-large', { most });
        return await collect(createReadStream(path), most);
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

async function collect(pieces: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > most) throw new Refusal('too-large', { most });
    held.push(piece);
  }
  return Buffer.concat(held, size);
}
