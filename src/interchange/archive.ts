import type { Dirent } from 'node:fs';
import { createReadStream } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { shownPath } from './file-name.ts';
import { Refusal } from './row.ts';

/** One file of an export, in a folder or in a zip. */
export interface ExportFile {
  /** Its path inside the export, with slashes, as people may see it. Only ever compared and shown. */
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
  /** Lines of all files together: a file of very short ones is small, and takes as long as a large one. */
  lines: number;
  /** Inflated size against size in the zip, of each file that is not small, and of all together. */
  ratio: number;
  /** What the command takes, where that is more. */
  command?: { inflated: number; files: number; lines: number };
}

/** What the command takes. */
export const COMMAND_LIMITS: ArchiveLimits = {
  inflated: 4_000_000_000,
  files: 20_000,
  lines: 20_000_000,
  ratio: 200,
};
/** What a page takes; domain/upload.ts says how large the zip itself may be. */
export const PAGE_LIMITS: ArchiveLimits = {
  inflated: 500_000_000,
  files: 2000,
  lines: 500_000,
  ratio: 100,
  command: COMMAND_LIMITS,
};

/** A zip packed on a Mac names each file twice, and folders are named too: so many names for each file allowed. */
const NAMES_FOR_A_FILE = 3;

/** @throws Refusal `too-large` when there are more names than an export of so many files has */
export function refuseNames(names: number, limits: ArchiveLimits): void {
  if (names > limits.files * NAMES_FOR_A_FILE) throw tooMany(limits);
}

export function tooMany({ files, command }: ArchiveLimits): Refusal {
  return new Refusal('too-large', { files, ...(command && { command: command.files }) });
}

export function tooLong({ lines, command }: ArchiveLimits): Refusal {
  return new Refusal('too-large', { lines, ...(command && { command: command.lines }) });
}

export function tooMuch({ inflated: inside, command }: ArchiveLimits): Refusal {
  return new Refusal('too-large', { inside, ...(command && { command: command.inflated }) });
}

/** Files that programs put beside others; nobody means them. */
export function isBeside(path: string): boolean {
  return /(^|\/)(__MACOSX\/|\.)/.test(path);
}

/**
 * Opens a folder of this machine as an export. Links in it are not followed.
 *
 * @throws Refusal `too-large`, or `unreadable-file`
 */
export async function openFolder(folder: string, limits: ArchiveLimits): Promise<ExportFolder> {
  const paths = await filesIn(folder, limits);
  let total = 0;
  for (const path of paths) total += await sizeOf(path);
  if (total > limits.inflated) throw tooMuch(limits);
  return {
    files: paths.map((path) => ({
      path: shownPath(relative(folder, path).split(sep).join('/')),
      pieces: () => counted(path, limits),
    })),
    close: async () => undefined,
  };
}

async function filesIn(folder: string, limits: ArchiveLimits): Promise<string[]> {
  const paths: string[] = [];
  let names = 0;
  try {
    for await (const entry of await opendir(folder, { recursive: true })) {
      names += 1;
      refuseNames(names, limits);
      if (!isMeant(entry, folder)) continue;
      paths.push(join(entry.parentPath, entry.name));
      if (paths.length > limits.files) throw tooMany(limits);
    }
  } catch (error) {
    throw unreadable(error);
  }
  return paths.sort();
}

function isMeant(entry: Dirent, folder: string): boolean {
  if (!entry.isFile()) return false;
  return !isBeside(relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    throw unreadable(error);
  }
}

/** A file's bytes; one that grows while it is read ends at what an export may hold. */
async function* counted(path: string, limits: ArchiveLimits): AsyncGenerator<Uint8Array> {
  let left = limits.inflated;
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Uint8Array>) {
      left -= piece.length;
      if (left < 0) throw tooMuch(limits);
      yield piece;
    }
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (error instanceof Refusal || !/^E[A-Z]+$/.test(code)) return error;
  return new Refusal('unreadable-file', { reason: code === 'ENOENT' ? 'missing' : code });
}
