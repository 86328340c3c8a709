import { createGunzip } from 'node:zlib';
import { type ArchiveLimits, type ExportFile, tooMuch } from '../archive.ts';
import { Refusal } from '../row.ts';

/** Below this a file is too small to be a bomb, however well it packs. */
const HARMLESS = 1_000_000;

/** Whether bytes begin as gzip does (RFC 1952). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * A compressed file as what is in it, counted while it inflates: no more than a piece of it is ever held.
 *
 * @throws Refusal while it is read: `too-large` or `archive-unsafe` past the limits; `archive-broken` where it is
 * damaged or cut short
 */
export function unpacked(file: ExportFile, limits: ArchiveLimits): ExportFile {
  return {
    path: file.path,
    async *pieces() {
      let packed = 0;
      let inflated = 0;
      const gunzip = createGunzip();
      const source = file.pieces();
      // What stops the source is told by the stream it is poured into.
      pour(source, gunzip, (bytes) => {
        packed += bytes;
      });
      try {
        for await (const piece of gunzip as AsyncIterable<Uint8Array>) {
          inflated += piece.length;
          if (inflated > limits.inflated) throw tooMuch(limits);
          if (inflated > HARMLESS && inflated > packed * limits.ratio)
            throw new Refusal('archive-unsafe', { name: file.path, kind: 'gzip' });
          yield piece;
        }
      } catch (error) {
        if (!/^Z_/.test(String((error as NodeJS.ErrnoException).code))) throw error;
        throw new Refusal('archive-broken', { name: file.path, kind: 'gzip' });
      } finally {
        gunzip.destroy();
      }
    },
  };
}

async function pour(
  source: AsyncIterable<Uint8Array>,
  into: ReturnType<typeof createGunzip>,
  count: (bytes: number) => void,
): Promise<void> {
  try {
    for await (const piece of source) {
      if (into.destroyed) return;
      count(piece.length);
      if (!into.write(piece)) await drained(into);
    }
    into.end();
  } catch (error) {
    into.destroy(error as Error);
  }
}

/** Waits until the stream takes more, or is gone. */
function drained(stream: ReturnType<typeof createGunzip>): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      stream.off('drain', settle).off('close', settle);
      resolve();
    };
    stream.on('drain', settle).on('close', settle);
  });
}
