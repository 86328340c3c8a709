import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ArchiveLimits, type ExportFolder, openFolder, openZip } from '../archive.ts';
import { findLetterboxd } from '../formats/letterboxd/export.ts';
import { Refusal } from '../row.ts';
import type { AccountExport } from './import.ts';

/** An account's export that is open, and has to be closed. */
export interface OpenAccount extends AccountExport {
  close(): Promise<void>;
}

/** Whether a path is a folder or a zip: what an account's export comes as. A file that is not there is neither. */
export async function isArchive(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true;
    const file = await open(path);
    try {
      const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
      return buffer[0] === 0x50 && buffer[1] === 0x4b && (buffer[2] ?? 9) < 8;
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

/**
 * Opens an account's export: a folder, or a zip as downloaded or packed again.
 *
 * @param name the name people know it by, where that is not the path's own
 * @param options.removed whether to read what its owner had deleted
 * @throws Refusal what is wrong with the zip, or `unknown-format` when it is no export
 */
export async function openAccount(
  path: string,
  limits: ArchiveLimits,
  options: { removed: boolean; name?: string },
): Promise<OpenAccount> {
  const isFolder = (await stat(path)).isDirectory();
  const folder: ExportFolder = isFolder ? await openFolder(path, limits) : await openZip(path, limits);
  const found = findLetterboxd(folder, options);
  if (!found) {
    await folder.close();
    throw new Refusal('unknown-format', { kind: isFolder ? 'folder' : 'zip' });
  }
  return { found, fileName: options.name ?? basename(path), close: () => folder.close() };
}
