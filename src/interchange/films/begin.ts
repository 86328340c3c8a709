import { filmNamed, type MergeReport, NOTHING_MOVED } from '../../domain/merge.ts';
import type { Film, Writer } from '../../domain/reader.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { LEASE } from '../hold.ts';

/**
 * Begins a batch on films that are there, held by this process.
 *
 * @returns its id; null while an import or another such batch is under way
 */
export function beginOnFilms(
  writer: Writer,
  kind: 'merge' | 'split' | 'removal',
  viewer: Viewer,
  now: number,
): Promise<string | null> {
  return writer.batches.startOnFilms(kind, { memberId: viewer.memberId, lease: now + LEASE }, now);
}

/** What is reported of two films while nothing has been moved. */
export function reportOn(from: Film, into: Film): MergeReport {
  return { from: filmNamed(from), into: filmNamed(into), moved: { ...NOTHING_MOVED }, undone: null };
}
