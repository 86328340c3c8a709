import { z } from 'zod';
import {
  ArchiveError,
  type FileLine,
  fileKeeper,
  filesAsLines,
  proveArchive,
  readArchive,
  writeArchive,
} from './archive.ts';
import type { Files } from './files.ts';

/*
 * A backup is lines of JSON, compressed by gzip (docs/decisions/007-backup.md): one that says what it is; for each
 * table an object with its columns, and arrays, its rows; for each file an object with its path and size, and
 * strings, its bytes in base64; and one that says how much there was, without which a backup is not whole.
 */
const FORMAT = 1;
const BEGINS = z.object({
  houselights: z.literal('backup'),
  format: z.number(),
  made: z.string(),
  migrations: z.array(z.string()),
});
const ENDS = z.object({ end: z.literal(true), rows: z.number(), files: z.number() });
const TABLE = z.object({ table: z.string(), columns: z.array(z.string()) });
const FILE = z.object({ file: z.string(), size: z.number() });

/** How much a backup holds. */
export interface Contents {
  rows: number;
  files: number;
}

/**
 * Writes a backup.
 *
 * @param parts.made when, as an ISO instant
 * @param parts.migrations those its tables have been through
 * @param parts.tables hands over its tables and their rows; answers how many rows
 * @param parts.files the files that belong to it
 * @throws ArchiveError `already-there` or `not-to-be-written`
 */
export async function writeBackup(
  file: string,
  parts: {
    made: string;
    migrations: readonly string[];
    tables: (put: (line: unknown) => Promise<void>) => Promise<number>;
    files: Files;
  },
): Promise<Contents & { bytes: number }> {
  const { made, migrations } = parts;
  let rows = 0;
  let files = 0;
  const bytes = await writeArchive(file, async (put) => {
    await put({ houselights: 'backup', format: FORMAT, made, migrations });
    rows = await parts.tables(put);
    for await (const line of filesAsLines(parts.files)) {
      if (typeof line !== 'string') files += 1;
      await put(line);
    }
    await put({ end: true, rows, files });
  });
  return { rows, files, bytes };
}

/** A backup that is being read. */
export interface OpenBackup {
  made: string;
  migrations: readonly string[];
  /** Its tables and their rows. Files are put back as they come by; fails where it is not whole. */
  tables(kept: Pick<Files, 'put'>): AsyncGenerator<{ table: string; columns: string[] } | unknown[]>;
  /** How many files there were. */
  files(): number;
  close(): Promise<void>;
}

/**
 * Reads a backup through once, and then opens it and reads what it says first.
 *
 * @throws ArchiveError `not-to-be-read`, `not-a-backup`, `truncated`, `damaged` or `from-the-future`
 */
export async function openBackup(file: string): Promise<OpenBackup> {
  await proveArchive(file);
  const lines = readArchive(file);
  const begins = BEGINS.safeParse((await lines.next()).value);
  if (!begins.success) throw new ArchiveError('not-a-backup', file);
  const { format, made, migrations } = begins.data;
  if (format > FORMAT) throw new ArchiveError('from-the-future', file);
  let files = 0;
  return {
    made,
    migrations,
    files: () => files,
    close: async () => void (await lines.return(undefined)),
    async *tables(kept) {
      const keeper = fileKeeper(kept, file);
      let rows = 0;
      let whole = false;
      for await (const line of lines) {
        if (whole) throw new ArchiveError('damaged', file);
        if (Array.isArray(line)) {
          rows += 1;
          yield line as unknown[];
          continue;
        }
        const table = TABLE.safeParse(line).data;
        if (table) yield table;
        else if (typeof line === 'string' || FILE.safeParse(line).success)
          await keeper.take(line as FileLine | string);
        else {
          const ends = ENDS.safeParse(line).data;
          files = await keeper.end();
          if (ends?.rows !== rows || ends.files !== files) throw new ArchiveError('damaged', file);
          whole = true;
        }
      }
      if (!whole) throw new ArchiveError('truncated', file);
    },
  };
}
