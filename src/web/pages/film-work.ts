import { notFound } from '../../domain/errors.ts';
import type { MergeReport } from '../../domain/merge.ts';
import { likelyDoubles, setApart } from '../../domain/merge-look.ts';
import type { Batch } from '../../domain/reader.ts';
import { askUndo } from '../../domain/upload.ts';
import { dayIn } from '../../domain/viewing-date.ts';
import { type FilmWork, filmWorksView, filmWorkView } from '../../views/film-work.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { namesOf, until } from './import-visit.ts';

const SHOWN = 50;
const ID = /^[0-9a-v]{26}$/;

/** What was done to films, and films that may be one. */
export async function showFilmWorks(visit: Visit): Promise<Answer> {
  const { reader, viewer, url, frame } = visit;
  const asked = url.searchParams.get('before') ?? '';
  const before = /^[0-9a-v]{26}~$/.test(asked) ? asked : '';
  const { pairs, next } = await likelyDoubles(reader, before, viewer);
  const batches = await reader.batches.onFilms(SHOWN);
  const works = await worksOf(visit, batches);
  const apart = url.searchParams.get('done') === 'apart';
  return page(filmWorksView(frame, { works, pairs, before, next, apart }));
}

/** Notes that two films which look alike are two. */
export async function postFilmWorks(visit: Visit): Promise<Answer> {
  const form = await visit.form();
  const [one, other, before] = [field(form, 'one'), field(form, 'other'), field(form, 'before')];
  if (!ID.test(one) || !ID.test(other)) throw notFound('film');
  await visit.transact((writer) => setApart(writer, [one, other], visit.viewer, visit.now));
  const from = /^[0-9a-v]{26}~$/.test(before) ? `&before=${before}` : '';
  return redirect(`/admin/films?done=apart${from}`);
}

/** What one of them did. */
export async function showFilmWork(visit: Visit): Promise<Answer> {
  return page(await workPage(visit, await batchOf(visit), false));
}

/** Undoes it. */
export async function postFilmWork(visit: Visit): Promise<Answer> {
  const { reader, now } = visit;
  const batch = await batchOf(visit);
  const at = `/admin/films/${batch.id}`;
  if (field(await visit.form(), 'do') !== 'undo' || batch.state !== 'done') return redirect(at);
  const { from, into } = reportIn(batch);
  const whole = { merge: [into.id], split: [from.id, into.id], removal: [], import: [] }[batch.kind];
  const standing = await reader.films.standing(whole);
  if (whole.some((id) => standing.get(id) !== id)) return page(await workPage(visit, batch, true), 409);
  await visit.transact(async (writer) => {
    writer.afterCommit(visit.services.wakeJobs);
    await askUndo(writer, batch, now);
  });
  await until(async () => (await reader.batches.byId(batch.id))?.state === 'undone');
  return redirect(at);
}

async function workPage(visit: Visit, batch: Batch, blocked: boolean) {
  const { reader, frame } = visit;
  const report = reportIn(batch);
  const kept = report.undone?.kept.flatMap(({ what, id }) => (what === 'review' ? [] : id)) ?? [];
  const ids = [...new Set([report.from.id, report.into.id, ...kept])];
  const standing = await reader.films.standing(ids);
  const now = new Map((await reader.films.byIds(ids)).map((film) => [film.id, film]));
  const films = new Map(
    ids.flatMap((id) => {
      const film = now.get(standing.get(id) ?? '');
      return film ? [[id, film] as const] : [];
    }),
  );
  const [work] = await worksOf(visit, [batch]);
  const wrong = blocked ? ('merged-since' as const) : null;
  return filmWorkView(frame, { ...(work as FilmWork), films, wrong });
}

async function worksOf(visit: Visit, batches: readonly Batch[]): Promise<FilmWork[]> {
  const names = await namesOf(visit, batches);
  return batches.map((batch) => ({
    batch,
    report: reportIn(batch),
    by: names.get(batch.memberId ?? '') ?? null,
    day: dayIn(visit.site.settings.timeZone, batch.created),
  }));
}

function reportIn(batch: Batch): MergeReport {
  return batch.report as unknown as MergeReport;
}

async function batchOf({ reader, params }: Visit): Promise<Batch> {
  const batch = await reader.batches.byId(params.id ?? '');
  if (!batch || batch.kind === 'import') throw notFound('page');
  return batch;
}
