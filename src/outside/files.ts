import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files kept by what is in them. */
export interface Files {
  /**
   * Keeps bytes as they come, and answers the hash they are found under. The same bytes are kept once. When the
   * pieces break off nothing is kept.
   */
  put(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<{ hash: string; size: number }>;
  /** The bytes of a hash, piece by piece; throws an error with code `ENOENT` when they are not here. */
  get(hash: string): AsyncIterable<Uint8Array>;
  /** Where the bytes of a hash lie on this machine, for those who read here and there in them. */
  onDisk(hash: string): Promise<string>;
  /** Forgets bytes; does nothing where there are none. */
  remove(hash: string): Promise<void>;
  /** Every file that is kept, in no order; sizes in bytes. */
  list(): AsyncIterable<{ hash: string; size: number }>;
}

/**
 * Says that a file is about to be needed, once its hash is known and before its bytes are where files are: whoever
 * takes files away that nothing needs leaves it alone from then on.
 */
export type Hold = (file: { hash: string; size: number }) => Promise<void>;

export const HASH = /^[0-9a-f]{64}$/;
const STALE = 86_400_000;

/**
 * Files in a local folder, each by the SHA-256 of its bytes (`ab/cdef…`). They are written beside and renamed when
 * they are whole and on the disk, readable by this user only; no name from outside is ever part of a path.
 */
export function openFiles(folder: string, hold?: Hold): Files {
  const incoming = join(folder, 'incoming');
  const place = (hash: string) => {
    if (!HASH.test(hash)) throw new RangeError('a file is known by 64 hexadecimal digits');
    return join(folder, hash.slice(0, 2), hash.slice(2));
  };
  let ready: Promise<unknown> | null = null;
  return {
    async put(pieces) {
      ready ??= prepare(incoming);
      await ready;
      const beside = join(incoming, randomBytes(16).toString('hex'));
      try {
        const written = await write(beside, pieces);
        await hold?.(written);
        const home = place(written.hash);
        await mkdir(join(home, '..'), { recursive: true, mode: 0o700 });
        await rename(beside, home);
        await sync(join(home, '..'));
        return written;
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
    },
    get: (hash) => createReadStream(place(hash)),
    onDisk: async (hash) => place(hash),
    remove: (hash) => rm(place(hash), { force: true }),
    async *list() {
      for (const first of (await readdir(folder).catch(() => [])).sort()) {
        if (!/^[0-9a-f]{2}$/.test(first)) continue;
        for (const rest of (await readdir(join(folder, first))).sort()) {
          const facts = HASH.test(first + rest)
            ? await stat(join(folder, first, rest)).catch(() => null)
            : null;
          if (facts?.isFile()) yield { hash: first + rest, size: facts.size };
        }
      }
    },
  };
}

async function write(
  path: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ hash: string; size: number }> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      size += piece.length;
      for (let at = 0; at < piece.length; )
        at += (await file.write(piece, at, piece.length - at, null)).bytesWritten;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { hash: hash.digest('hex'), size };
}

/** Makes the folder, and clears away what a killed process left half written. */
async function prepare(incoming: string): Promise<void> {
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const facts = await stat(path).catch(() => null);
    if (facts && Date.now() - facts.mtimeMs > STALE) await rm(path, { force: true });
  }
}

/** Brings a folder's names to the disk, where the system can. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
