import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type ArchiveLimits, type ExportFolder, openFolder, openZip } from '../archive.ts';
import { findLetterboxd } from '../formats/letterboxd/export.ts';
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
  const found = findLetterboxd(folder, options);
  const fileName = options.name ?? basename(resolve(path));
  if (found) return { account: { found, fileName }, close: () => folder.close() };
  await folder.close();
  return null;
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
