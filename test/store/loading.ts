import { COMMAND_LIMITS, type ExportFile } from '../../src/interchange/archive.ts';
import { loadFilms, previewLoad } from '../../src/interchange/films/load.ts';
import { readList } from '../../src/interchange/films/read.ts';
import { EVERYTHING, type Sift } from '../../src/interchange/films/sift.ts';
import type { ImportStore } from '../../src/interchange/hold.ts';
import { clock } from './importing.ts';

const now = clock();

/** A file of films that is at hand. */
export function listOf(path: string, content: string | Uint8Array): ExportFile {
  return {
    path,
    async *pieces() {
      yield Buffer.from(content as string);
    },
  };
}

/** How a test's films are loaded. */
interface How {
  sift?: Partial<Sift>;
  licensed?: boolean;
  dryRun?: boolean;
}

/** Loads files of films, as the command does. */
export async function loading(
  store: ImportStore,
  files: readonly ExportFile[],
  { sift = {}, licensed = false, dryRun = false }: How = {},
) {
  const options = { sift: { ...EVERYTHING, ...sift }, licensed, limits: COMMAND_LIMITS };
  const read = await readList(store.reader, files, options);
  const named = { memberId: null, sourceName: files[0]?.path ?? '', word: 'A test.', now };
  try {
    return await (dryRun ? previewLoad(store.reader, read, now) : loadFilms(store, read, named));
  } finally {
    read.close();
  }
}
