import { ACCOUNT, type ImportReport, OTHERS, type UndoReport } from '../../domain/import.ts';
import type { Batch } from '../../domain/reader.ts';
import { maySayUses, usesOf } from '../../domain/rights.ts';
import { askUndo, mayImportOthers } from '../../domain/upload.ts';
import { importGoneView, importNotYoursView, importWaitView } from '../../views/import.ts';
import { importReportView, importUndoneView, importUndoView } from '../../views/import-report.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { comeIn, mine, namesOf, until } from './import-visit.ts';

const FILMS_SHOWN = 60;

/** An import, wherever it stands. */
export async function batchPage(visit: Visit, batch: Batch): Promise<Answer> {
  const { frame, reader } = visit;
  const undoing = batch.state === 'undoing' || (await reader.jobs.stands('import-undo', { id: batch.id }));
  const address = `/import/${batch.id}`;
  if (batch.state === 'staging' || (undoing && batch.state !== 'undone')) {
    const kind = undoing ? 'undoing' : 'importing';
    const wait = {
      files: batch.sourceName,
      address,
      done: 0,
      rows: 0,
      behind: false,
      ofFilms: 'leftOut' in batch.report,
    };
    return page(importWaitView(frame, { kind, ...wait }));
  }
  const view = await about(visit, batch);
  const report = batch.report as unknown as ImportReport;
  if (batch.state === 'done') return page(importReportView(frame, { ...view, report }));
  const undone = batch.report.undone as UndoReport;
  const kept = undone.kept.filter(({ what }) => what === 'film' || what === 'rating' || what === 'fact');
  const films = await reader.films.byIds(kept.map(({ id }) => id));
  const slugs = new Map(films.map(({ id, slug }) => [id, slug]));
  return page(importUndoneView(frame, { ...view, undone, slugs }));
}

async function about(visit: Visit, batch: Batch) {
  const { reader, site } = visit;
  // What is in somebody's own account is theirs to tell.
  const theirs = batch.format !== ACCOUNT || batch.memberId === visit.viewer.memberId;
  const shown = batch.state === 'done' && theirs;
  const ids = shown ? await reader.batches.filmsAfter(batch.id, '', FILMS_SHOWN) : [];
  const films = await reader.films.byIds(ids);
  const memberName = (await namesOf(visit, [batch])).get(batch.memberId ?? '') ?? null;
  const unsettled = theirs ? await reader.reviews.unsettledCount(visit.viewer, batch.id) : 0;
  return {
    batch,
    theirs,
    unsettled,
    hereAlone: OTHERS.includes(batch.format) && usesOf(batch).length === 1,
    saysUses: maySayUses(batch, visit.viewer),
    memberName,
    films,
    filmsTotal: shown ? await reader.batches.filmCount(batch.id) : 0,
    timeZone: site.settings.timeZone,
  };
}

/** Asks once more before an import is undone. */
export async function showUndoImport(visit: Visit): Promise<Answer> {
  const at = `/import/${visit.params.id}`;
  if (visit.member === null) return comeIn(visit, `${at}/undo`);
  const found = await mine(visit);
  if (!found?.batch) return page(importGoneView(visit.frame), 404);
  if (found.batch.state !== 'done') return redirect(at);
  return page(importUndoView(visit.frame, await about(visit, found.batch)));
}

/** Undoes an import, once. */
export async function postUndoImport(visit: Visit): Promise<Answer> {
  const at = `/import/${visit.params.id}`;
  if (visit.member === null) return comeIn(visit, `${at}/undo`);
  const found = await mine(visit);
  if (!found?.batch) return page(importGoneView(visit.frame), 404);
  const { batch } = found;
  if (batch.format !== ACCOUNT && !mayImportOthers(visit.viewer))
    return page(importNotYoursView(visit.frame), 403);
  await visit.transact(async (writer) => {
    writer.afterCommit(visit.services.wakeJobs);
    await askUndo(writer, batch, visit.now);
  });
  await until(async () => (await visit.reader.batches.byId(batch.id))?.state === 'undone');
  return redirect(at);
}
