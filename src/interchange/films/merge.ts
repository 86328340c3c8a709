import { filmsToMerge } from '../../domain/merge.ts';
import type { Writer } from '../../domain/reader.ts';
import { reshape } from '../../domain/reshape.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { ImportStore } from '../hold.ts';
import { whenFree } from '../sweep.ts';
import { beginOnFilms, reportOn } from './begin.ts';
import { carryOnMerge, countsOf, endMerge, MERGE_JOB, raiseShowing } from './carry-on.ts';
import { MOVED_TABLES, moveNext, movePins } from './move.ts';

/** Up to so many rows are moved in the one transaction in which the films become one. */
const SMALL = 400;

/** What a curator asks for. */
export interface MergeAsked {
  /** The film that is part of the other from then on. */
  from: string;
  /** The film that stays. */
  into: string;
}

/**
 * Makes two films one. From the first moment on the address of the one leads to the other, and whatever is written
 * on it arrives there; what hangs on it is moved at once, or in short transactions where it is much.
 *
 * @param patience how long to wait for an import or another merge to end, in milliseconds
 * @returns the batch by which it can be undone
 * @throws DomainError as `filmsToMerge`; `conflict` `another-running`
 */
export async function mergeFilms(
  store: ImportStore,
  asked: MergeAsked,
  viewer: Viewer,
  now: () => number,
  patience?: number,
): Promise<string> {
  const { batchId, whole } = await beginMerge(store, asked, viewer, now, patience);
  const batch = whole ? null : await store.reader.batches.byId(batchId);
  if (batch) await carryOnMerge(store, batch, now);
  return batchId;
}

/**
 * Begins a merge, and carries it out where little hangs on the film; where it is much, a job is asked for in the same
 * transaction, which does the rest.
 *
 * @returns the batch, and whether all of it is done
 * @throws DomainError as `mergeFilms`
 */
export async function beginMerge(
  store: ImportStore,
  asked: MergeAsked,
  viewer: Viewer,
  now: () => number,
  patience?: number,
): Promise<{ batchId: string; whole: boolean }> {
  await filmsToMerge(store.reader, asked, viewer);
  return whenFree(store, now, (writer) => begin(writer, asked, viewer, now), patience);
}

async function begin(
  writer: Writer,
  asked: MergeAsked,
  viewer: Viewer,
  now: () => number,
): Promise<{ batchId: string; whole: boolean } | null> {
  const batchId = await beginOnFilms(writer, 'merge', viewer, now());
  if (batchId === null) return null;
  // Another curator may have merged one of them while this one waited.
  const films = await filmsToMerge(writer, asked, viewer);
  const [from, into] = [films.from.id, films.into.id];
  await writer.batches.staging.raise([from, into]);
  await raiseShowing(writer, [from, into]);
  const whole = !(await writer.filmMoves.hangsAtLeast(from, SMALL));
  const report = reportOn(films.from, films.into);
  const parts = await writer.filmMoves.partsOf(from);
  await writer.filmMoves.setPartOf(batchId, [from, ...parts], into);
  await writer.filmMoves.reshaped(batchId, into, () => reshape(writer, into, now()));
  const move = { batchId, from, to: into };
  const counts = countsOf(report);
  await movePins(writer, move, counts);
  if (whole) for (const table of MOVED_TABLES) await moveNext(writer, move, table, SMALL, counts);
  report.moved = counts;
  await writer.batches.setState(batchId, 'done', null, report);
  if (whole) await endMerge(writer, batchId, report, now());
  else await writer.jobs.enqueue(MERGE_JOB, { id: batchId }, now());
  return { batchId, whole };
}
