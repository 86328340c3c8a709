import { conflict, forbidden, notFound } from '../../domain/errors.ts';
import { filmNamed, type MergeReport, NOTHING_MOVED } from '../../domain/merge.ts';
import type { Writer } from '../../domain/reader.ts';
import { curates, type Viewer } from '../../domain/viewer.ts';
import type { ImportStore } from '../hold.ts';
import { whenFree } from '../sweep.ts';
import { beginOnFilms } from './begin.ts';

/**
 * Takes a film away on which nobody has written, rated, listed or shown anything. Its addresses lead to another film,
 * or say that it is gone; nobody else gets them.
 *
 * @param leadsTo the film its addresses lead to; null where they lead nowhere
 * @returns the batch by which it can be undone
 * @throws DomainError `forbidden` `curators-only`; `not-found` `film`; `conflict` `in-use`, `same-film` or
 * `another-running`
 */
export async function removeFilm(
  store: ImportStore,
  asked: { film: string; leadsTo: string | null },
  viewer: Viewer,
  now: () => number,
  patience?: number,
): Promise<string> {
  if (!curates(viewer)) throw forbidden('curators-only');
  return whenFree(
    store,
    now,
    async (writer) => {
      const batchId = await beginOnFilms(writer, 'removal', viewer, now());
      if (batchId !== null) await remove(writer, batchId, asked, now());
      return batchId;
    },
    patience,
  );
}

async function remove(
  writer: Writer,
  batchId: string,
  { film: filmId, leadsTo }: { film: string; leadsTo: string | null },
  now: number,
): Promise<void> {
  const film = await writer.films.byId(filmId);
  const [target] = leadsTo === null ? [] : await writer.films.byIds([leadsTo]);
  if (!film || (leadsTo !== null && !target)) throw notFound('film');
  if (target?.id === film.id) throw conflict('same-film');
  await writer.batches.staging.raise([film.id]);
  if (!(await writer.filmMoves.isBare(film.id))) throw conflict('in-use');
  await writer.filmMoves.takeAway(batchId, film.id, target?.id ?? film.id);
  const from = filmNamed(film);
  const into = target ? filmNamed(target) : from;
  const report: MergeReport = { from, into, moved: { ...NOTHING_MOVED }, undone: null };
  await writer.batches.setState(batchId, 'done', now, report);
  await writer.batches.staging.raise(['site', 'films', 'programme', film.id]);
}
