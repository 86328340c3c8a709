import { DomainError, notFound } from '../../domain/errors.ts';
import { mergeLook } from '../../domain/merge-look.ts';
import { beginMerge } from '../../interchange/films/merge.ts';
import { type MergeWrong, mergeChooseView, mergeLookView } from '../../views/merge.ts';
import { filmKey } from '../film-route.ts';
import { field } from '../form.ts';
import { type Answer, moved, page, redirect, type Visit } from '../route.ts';
import { filmsToChoose } from './choose-film.ts';

/** How long a merge waits for another, or for an import, to end, in milliseconds. */
const PATIENCE = 1500;
const ID = /^[0-9a-v]{26}$/;

/** Asks which film is the same one, or shows what merging with it would do. */
export async function showMerge(visit: Visit): Promise<Answer> {
  const { reader, frame, url, viewer } = visit;
  const key = await filmKey(visit);
  if (key.slug !== visit.params.slug) return moved(`/film/${key.slug}/merge${url.search}`);
  const other = url.searchParams.get('with');
  if (other !== null && ID.test(other)) {
    const look = await mergeLook(reader, { from: key.id, into: other }, viewer).catch(wrongOf);
    if (typeof look !== 'string') return page(mergeLookView(frame, look, null));
  }
  return page(mergeChooseView(frame, await filmsToChoose(reader, key.id, url)));
}

/** Makes two films one, and leads to the report. */
export async function postMerge(visit: Visit): Promise<Answer> {
  const { reader, frame, viewer, now, services } = visit;
  const key = await filmKey(visit);
  const into = field(await visit.form(), 'with');
  if (!ID.test(into)) throw notFound('film');
  const asked = { from: key.id, into };
  try {
    const { batchId, whole } = await beginMerge(services.store, asked, viewer, () => now, PATIENCE);
    if (!whole) services.wakeJobs();
    return redirect(`/admin/films/${batchId}`);
  } catch (error) {
    const wrong = wrongOf(error);
    if (wrong === 'same-film' || wrong === 'film') return redirect(`/film/${key.slug}`);
    return page(mergeLookView(frame, await mergeLook(reader, asked, viewer), wrong), 409);
  }
}

/** Why it was not done, where a sentence says so; anything else is thrown on. */
function wrongOf(error: unknown): MergeWrong {
  if (!(error instanceof DomainError)) throw error;
  const codes: readonly string[] = ['same-film', 'another-running', 'film'] satisfies MergeWrong[];
  if (!codes.includes(error.code)) throw error;
  return error.code as MergeWrong;
}
