import { askAgain } from '../../domain/mentions/work.ts';
import { type MergeReport, type MovedCounts, NOTHING_MOVED } from '../../domain/merge.ts';
import type { Batch, Writer } from '../../domain/reader.ts';
import { type ImportStore, stepOf } from '../hold.ts';
import { paceBetween } from '../pace.ts';
import { MOVED_TABLES, moveNext } from './move.ts';

const [FEWEST_ROWS, MOST_ROWS] = [20, 1000];
/** Of more films than these not each page is rendered anew, but all of the site. */
const FEW_FILMS = 200;

/** The kind of job that carries out what a merge has left to do. */
export const MERGE_JOB = 'merge';

/** Moves what a merge has still to move, in short transactions. May be called again after a kill. */
export async function carryOnMerge(store: ImportStore, batch: Batch, now: () => number): Promise<void> {
  const report = reportOf(batch);
  const step = stepOf(store, batch.id, 'done', now);
  const move = { batchId: batch.id, from: report.from.id, to: report.into.id };
  for (const table of MOVED_TABLES) {
    const pace = paceBetween(FEWEST_ROWS, MOST_ROWS);
    for (let met = 1; met > 0; )
      met = await step(
        async (writer) => {
          const counts = countsOf(report);
          const some = await moveNext(writer, move, table, pace.size(), counts);
          report.moved = counts;
          if (some > 0) await writer.batches.setState(batch.id, 'done', null, report);
          return some;
        },
        { pace, things: pace.size() },
      );
  }
  await step((writer) => endMerge(writer, batch.id, report, now()));
}

/** Counts both films anew, renders what shows them anew, and says that the merge is done. */
export async function endMerge(
  writer: Writer,
  batchId: string,
  report: MergeReport,
  now: number,
): Promise<void> {
  const films = [report.from.id, report.into.id];
  await writer.batches.staging.reckon(films, null);
  await raiseShowing(writer, films);
  await writer.batches.setState(batchId, 'done', now, report);
  await writer.jobs.forgetAbout(MERGE_JOB, 'id', batchId);
  await askAgain(writer, now);
}

/** Renders anew every page that shows one of these films. */
export async function raiseShowing(writer: Writer, films: readonly string[]): Promise<void> {
  const showing = new Set<string>(films);
  for (const film of films)
    for (const id of await writer.filmMoves.filmsShowing(film, FEW_FILMS + 1)) showing.add(id);
  const others = showing.size > FEW_FILMS ? ['site', ...films] : [...showing];
  await writer.batches.staging.raise([...others, 'films', 'programme']);
}

export function reportOf(batch: Batch): MergeReport {
  return batch.report as unknown as MergeReport;
}

export function countsOf({ moved }: Pick<MergeReport, 'moved'>): MovedCounts {
  return { ...NOTHING_MOVED, ...moved };
}
