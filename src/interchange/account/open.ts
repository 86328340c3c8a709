import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type ArchiveLimits, type ExportFolder, openFolder, tooLong } from '../archive.ts';
import { countOf, textOf } from '../encoding.ts';
import { findLetterboxd, type LetterboxdExport } from '../formats/letterboxd/export.ts';
import { Refusal } from '../row.ts';
import { openZip } from '../zip.ts';
import type { AccountExport } from './import.ts';

/** An account's export that is open to be read. */
export interface OpenAccount {
  account: AccountExport;
  close(): Promise<void>;
}

/**
 * Opens the export of an account: a zip, as downloaded or packed again, or a folder.
 *
 * @param options.removed whether to read what its owner had deleted
 * @param options.name the name people know it by, where that is not the path's own
 * @returns null when there is nothing like it at that path
 * @throws Refusal when it is a zip that cannot be opened, or too large
 */
export async function openAccount(
  path: string,
  limits: ArchiveLimits,
  options: { removed: boolean; name?: string },
): Promise<OpenAccount | null> {
  const folder = await filesAt(path, limits);
  if (!folder) return null;
  try {
    const found = findLetterboxd(folder, options);
    if (found) {
      await leaveUnreadable(found, limits);
      const fileName = options.name ?? basename(resolve(path));
      return { account: { found, fileName }, close: () => folder.close() };
    }
    if (folder.files.some((file) => /\.zip$/i.test(file.path)))
      throw new Refusal('unknown-format', { kind: 'zip-inside' });
  } catch (error) {
    await folder.close();
    throw error;
  }
  await folder.close();
  return null;
}

/** What makes a zip a trap, whichever of its files it shows in. */
const TRAPS: ReadonlySet<string> = new Set(['archive-unsafe', 'too-large']);

/**
 * Reads every file once to its end, so that no half of one is imported: one that is damaged, or whose letters cannot
 * be told, is left, and named.
 *
 * @throws Refusal when a file holds more than was claimed of it, or all together more than is taken
 */
async function leaveUnreadable(found: LetterboxdExport, limits: ArchiveLimits): Promise<void> {
  const { files } = found;
  let lines = 0;
  found.files = [];
  for (const one of files) {
    try {
      for await (const text of textOf(one.file)) {
        lines += countOf(text, '\n') || countOf(text, '\r');
        if (lines > limits.lines) throw tooLong(limits);
      }
      found.files.push(one);
    } catch (error) {
      if (!(error instanceof Refusal) || TRAPS.has(error.code)) throw error;
      found.left.push({ file: one.name, code: error.code, details: error.details });
    }
  }
}

async function filesAt(path: string, limits: ArchiveLimits): Promise<ExportFolder | null> {
  const facts = await stat(path).catch(() => null);
  if (facts?.isDirectory()) return openFolder(path, limits);
  return facts?.isFile() && (await isZip(path)) ? openZip(path, limits) : null;
}

/** By its first bytes; its name is not believed. */
async function isZip(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (!file) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString('latin1') === 'PK\u0003\u0004';
  } finally {
    await file.close();
  }
}
