import { conflict, notFound } from '../domain/errors.ts';
import type { UndoReport } from '../domain/import.ts';
import type { Batch, Writer } from '../domain/reader.ts';
import { reportOf } from './films/carry-on.ts';
import { takeBackFilms } from './films/take-back.ts';
import { type ImportStore, LEASE } from './hold.ts';
import { whenFree } from './sweep.ts';
import { takeBack } from './take-back.ts';

/** So many films' pages are rendered anew one by one; of more, all pages of the site. */
const FEW_FILMS = 200;

/**
 * Undoes what was done to films; what would have to be undone before is named.
 *
 * @throws DomainError `conflict` `merged-since` where the film that stayed is part of another by now
 */
async function undoFilms(
  store: ImportStore,
  batch: Batch,
  now: () => number,
  patience?: number,
): Promise<UndoReport> {
  const started = await whenFree(
    store,
    now,
    async (writer) => {
      if ((await writer.batches.byId(batch.id))?.state === 'undone') return 'ended' as const;
      const { from, into } = reportOf(batch);
      const whole = { merge: [into.id], split: [from.id, into.id], removal: [], import: [] }[batch.kind];
      const standing = await writer.films.standing(whole);
      if (whole.some((id) => standing.get(id) !== id)) throw conflict('merged-since');
      return (await writer.batches.startUndo(batch.id, now() + LEASE)) ? ('started' as const) : null;
    },
    patience,
  );
  if (started === 'ended') throw conflict('already-undone');
  return takeBackFilms(store, batch, now);
}

/**
 * Undoes an import: nothing of it is visible from the first moment on, then it is taken back piece by piece. Or what a
 * curator did to films.
 *
 * @throws DomainError `not-found` `batch`; `conflict` `already-undone`, `never-shown`, `another-running` or
 * `merged-since`
 */
export async function undo(
  store: ImportStore,
  batchId: string,
  now: () => number,
  patience?: number,
): Promise<UndoReport> {
  const batch = await store.reader.batches.byId(batchId);
  if (!batch) throw notFound('batch');
  if (batch.state === 'undone') throw conflict('already-undone');
  if (batch.state === 'refused') throw conflict('never-shown');
  if (batch.kind !== 'import') return undoFilms(store, batch, now, patience);
  const films = [
    ...(await store.reader.batches.filmsAfter(batchId, '', FEW_FILMS + 1)),
    ...(await store.reader.batches.filmsMentioned(batchId)),
  ];
  const started = await whenFree(
    store,
    now,
    async (writer) => {
      const current = await writer.batches.byId(batchId);
      if (current?.state === 'undone' || current?.state === 'refused') return 'ended' as const;
      if (!(await writer.batches.startUndo(batchId, now() + LEASE))) return null;
      await writer.batches.staging.raise(['films', ...(await around(writer, films))]);
      return 'started' as const;
    },
    patience,
  );
  if (started === 'ended') throw conflict('already-undone');
  return takeBack(store, batchId, now);
}

/** Whose pages change at once: the films', and those of films that they stand beside; all pages where they are many. */
async function around(writer: Writer, films: readonly string[]): Promise<readonly string[]> {
  return films.length > FEW_FILMS ? ['site'] : [...films, ...(await writer.moreFilms.showing(films))];
}

/** Takes away a batch that failed while it was staged; nothing of it was ever visible. */
export async function discard(store: ImportStore, batchId: string, now: () => number): Promise<void> {
  const begun = await store.transact((writer) => writer.batches.startDiscard(batchId, now() + LEASE));
  if (begun) await takeBack(store, batchId, now);
}
