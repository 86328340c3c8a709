import { type FileSweeper, sweepAllFiles } from '../domain/file.ts';
import type { Reader } from '../domain/reader.ts';
import type { DailyHandler } from './work.ts';

/** Every day the files are swept that nothing needs any more. */
export function filesDaily(
  sweeper: FileSweeper & { reader: Reader },
): Readonly<Record<string, DailyHandler>> {
  return { 'sweep-files': () => sweepAllFiles(sweeper) };
}
