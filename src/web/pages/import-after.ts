import { z } from 'zod';
import { BY_TEXT, cursorIn, cursorText } from '../../domain/cursor.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Outcome } from '../../domain/import.ts';
import type { Batch } from '../../domain/reader.ts';
import { settleSpoilers, shown } from '../../domain/review.ts';
import { settleRow } from '../../interchange/settle.ts';
import { waitingQuestions } from '../../interchange/waiting.ts';
import { importGoneView } from '../../views/import.ts';
import { importRowsView, settleView, spoilersView } from '../../views/import-after.ts';
import { field, fields } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { mine } from './import-visit.ts';

const ROWS = 100;
const QUESTIONS = 20;
const REVIEWS = 20;
const OUTCOMES = ['created', 'updated', 'unchanged', 'unmatched', 'rejected'] as const;
const OUTCOME: z.ZodType<Outcome> = z.enum(OUTCOMES);
const NUMBER = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Every row of an import, for whoever brought it. */
export async function showImportRows(visit: Visit): Promise<Answer> {
  const batch = await own(visit);
  if (!batch) return page(importGoneView(visit.frame), 404);
  const { reader, url, viewer, frame } = visit;
  const outcome = OUTCOME.safeParse(url.searchParams.get('became')).data ?? null;
  const after = NUMBER.safeParse(url.searchParams.get('after')).data ?? 0;
  const found = await reader.batches.rowsAfter(batch.id, outcome, after, ROWS + 1);
  const rows = found.slice(0, ROWS);
  const targets = await reader.batches.targets(
    [...new Set(rows.flatMap(({ targetId }) => targetId ?? []))],
    viewer,
  );
  const at = `/import/${batch.id}/rows`;
  const asking = (more: Record<string, string>) => {
    const query = new URLSearchParams({ ...(outcome ? { became: outcome } : {}), ...more }).toString();
    return query === '' ? at : `${at}?${query}`;
  };
  const last = rows.at(-1);
  return page(
    importRowsView(frame, {
      batch,
      rows,
      targets,
      outcome,
      first: after > 0 ? asking({}) : null,
      more: found.length > ROWS && last ? asking({ after: String(last.number) }) : null,
    }),
  );
}

/** What an import leaves open: which films are meant. */
export async function showSettle(visit: Visit): Promise<Answer> {
  const batch = await own(visit);
  if (!batch) return page(importGoneView(visit.frame), 404);
  const done = NUMBER.safeParse(visit.url.searchParams.get('done') ?? undefined).data ?? null;
  return page(await settlePage(visit, batch, { done }));
}

/** Carries out what was decided; what was left for later stays open. */
export async function postSettle(visit: Visit): Promise<Answer> {
  const batch = await own(visit);
  if (!batch) return page(importGoneView(visit.frame), 404);
  const chosen = [...(await visit.form())].flatMap(([name, value]) => {
    const number = NUMBER.safeParse(/^film-(\d+)$/.exec(name)?.[1]).data;
    return number === undefined || value === '' ? [] : [[number, String(value)] as const];
  });
  if (chosen.length === 0) return page(await settlePage(visit, batch, { wrong: 'nothing' }), 400);
  let done = 0;
  try {
    for (const [number, choice] of chosen.slice(0, QUESTIONS))
      done += await settleRow(visit.services.store, batch.id, number, choice, visit.now);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'not-done') return redirect(`/import/${batch.id}`);
    return page(await settlePage(visit, batch, { wrong: 'gone' }), 400);
  }
  return redirect(`/import/${batch.id}/settle?done=${done}`);
}

async function settlePage(
  { reader, frame }: Visit,
  batch: Batch,
  said: { done?: number | null; wrong?: 'nothing' | 'gone' },
) {
  const { questions, total } = await waitingQuestions(reader, batch.id, QUESTIONS);
  return settleView(frame, { batch, questions, total, done: said.done ?? null, wrong: said.wrong ?? null });
}

/** One's own reviews of which nobody has said whether they tell the story: of one import, or all. */
export async function showSpoilers(visit: Visit): Promise<Answer> {
  const { reader, viewer, url, frame, params } = visit;
  const batch = params.id === undefined ? null : await own(visit);
  if (params.id !== undefined && !batch) return page(importGoneView(frame), 404);
  const after = cursorIn(url.searchParams.get('after'), BY_TEXT);
  const found = await reader.reviews.unsettled(viewer, batch?.id ?? null, after, REVIEWS + 1);
  const reviews = found.slice(0, REVIEWS).map((review) => shown(review, true));
  const last = reviews.at(-1);
  const at = batch ? `/import/${batch.id}/spoilers` : '/import/spoilers';
  return page(
    spoilersView(frame, {
      reviews,
      total: await reader.reviews.unsettledCount(viewer, batch?.id ?? null),
      address: at,
      after: after && url.searchParams.get('after'),
      done: NUMBER.safeParse(url.searchParams.get('done') ?? undefined).data ?? null,
      first: after && at,
      more: found.length > REVIEWS && last ? `${at}?after=${cursorText([last.writtenKey, last.id])}` : null,
    }),
  );
}

/** Keeps what was said of the reviews on a page. */
export async function postSpoilers(visit: Visit): Promise<Answer> {
  const { params, viewer, transact, now } = visit;
  if (params.id !== undefined && !(await own(visit))) return page(importGoneView(visit.frame), 404);
  const form = await visit.form();
  const none = field(form, 'none') !== '';
  const answers = new Map<string, boolean>();
  for (const id of fields(form, 'review').slice(0, REVIEWS)) {
    const said = field(form, `tells-${id}`);
    if (said === 'yes') answers.set(id, true);
    else if (said === 'no' || none) answers.set(id, false);
  }
  const done = await transact((writer) => settleSpoilers(writer, answers, viewer, now));
  const at = params.id === undefined ? '/import/spoilers' : `/import/${params.id}/spoilers`;
  const after = field(form, 'after');
  const query = new URLSearchParams({ done: String(done), ...(after === '' ? {} : { after }) });
  return redirect(`${at}?${query}`);
}

/** The import of the address, where the viewer brought it and it is here. */
async function own(visit: Visit): Promise<Batch | null> {
  const batch = (await mine(visit))?.batch ?? null;
  return batch?.state === 'done' && batch.memberId === visit.viewer.memberId ? batch : null;
}
