import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Why nothing can be published into a folder. */
export type PublishFault = 'not-empty' | 'of-another' | 'not-a-folder' | 'in-use' | 'not-to-be-written';

export class PublishError extends Error {
  override name = 'PublishError';
  readonly code: PublishFault;
  readonly folder: string;
  readonly reason: string;
  constructor(code: PublishFault, folder: string, reason = '') {
    super(`${folder}: ${code} ${reason}`.trim());
    this.code = code;
    this.folder = folder;
    this.reason = reason;
  }
}

/** Where a copy keeps what it knows of itself. */
const OWN = '.houselights';

/** A folder that a copy is written into. Paths in it have `/` between their parts. */
export interface Folder {
  /** Where its records lie. */
  records: string;
  /** The bytes of a file; null where there is none. */
  size(file: string): number | null;
  hash(file: string): string | null;
  /** Writes a file whole or not at all. */
  write(file: string, bytes: Uint8Array): void;
  /** Removes a file, and the folders that are empty without it. */
  remove(file: string): void;
}

/**
 * Opens a folder for a copy: a new or an empty one, or one that holds a copy.
 *
 * @throws PublishError where it holds anything else, or cannot be written
 */
export function openFolder(folder: string): Folder {
  const own = join(folder, OWN);
  const records = join(own, 'copy.sqlite');
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(records) && readdirSync(folder).some((name) => name !== OWN))
      throw new PublishError('not-empty', folder);
    mkdirSync(own, { recursive: true });
  } catch (error) {
    if (error instanceof PublishError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const fault = code === 'EEXIST' || code === 'ENOTDIR' ? 'not-a-folder' : 'not-to-be-written';
    throw new PublishError(fault, folder, message);
  }
  const made = new Set<string>();
  const unfinished = join(own, `unfinished-${randomBytes(4).toString('hex')}`);
  for (const name of readdirSync(own)) if (name.startsWith('unfinished-')) rmSync(join(own, name));
  return {
    records,
    size: (file) => lstatSync(join(folder, file), { throwIfNoEntry: false })?.size ?? null,
    hash: (file) => (existsSync(join(folder, file)) ? hashOf(readFileSync(join(folder, file))) : null),
    write(file, bytes) {
      const path = join(folder, file);
      const into = dirname(path);
      if (!made.has(into)) mkdirSync(into, { recursive: true });
      if (made.size > 10_000) made.clear();
      made.add(into);
      writeFileSync(unfinished, bytes);
      renameSync(unfinished, path);
    },
    remove(file) {
      rmSync(join(folder, file), { force: true });
      made.clear();
      for (let at = dirname(file); at !== '.'; at = dirname(at)) {
        try {
          rmdirSync(join(folder, at));
        } catch {
          // Something else is in it.
          return;
        }
      }
    },
  };
}

/** What tells bytes from others. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
