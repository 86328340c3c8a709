import { Refusal } from '../../interchange/row.ts';
import {
  bringScreenings,
  commitScreenings,
  latestImports,
  planOf,
  readScreenings,
  screeningImport,
  undoScreenings,
} from '../../interchange/screenings/import.ts';
import { type ScreeningPlan, type ScreeningReport, VENUE } from '../../interchange/screenings/plan.ts';
import {
  type ScreeningImportWrong,
  screeningImportView,
  screeningLookView,
  screeningReportView,
} from '../../views/screening-import.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';

/** The page on which a file of screenings is brought. */
export async function showScreeningImports(visit: Visit): Promise<Answer> {
  return page(await startPage(visit, null));
}

/** Reads a file of screenings and keeps what it says, to be looked at. */
export async function postScreeningFile(visit: Visit): Promise<Answer> {
  const { viewer, now, today, transact } = visit;
  const file = (await visit.form()).get('file');
  if (!(file instanceof File) || file.size === 0) return page(await startPage(visit, 'none'), 400);
  try {
    const rows = await readScreenings(new Uint8Array(await file.arrayBuffer()), today, now);
    const id = await transact((writer) => bringScreenings(writer, { name: file.name, rows }, viewer, now));
    return redirect(`/admin/programme/import/${id}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const wrong = error.code === 'too-large' || error.code === 'unknown-format' ? error.code : 'broken';
    return page(await startPage(visit, wrong), 400);
  }
}

/** A file of screenings: what it would do, or what it did. */
export async function showScreeningImport(visit: Visit): Promise<Answer> {
  const { frame, reader, params, viewer, now } = visit;
  const one = await screeningImport(reader, params.id ?? '', viewer);
  const { id, name, state } = one;
  if (state !== 'looked') {
    const report = one.report as ScreeningReport;
    return page(screeningReportView(frame, { id, name, report, undone: state === 'undone' }));
  }
  const { report, questions, asksVenue } = await planOf(reader, one, now);
  const venues = await reader.venues.list();
  const venueId = one.choices[VENUE] ?? '';
  return page(screeningLookView(frame, { id, name, report, questions, asksVenue, venues, venueId }));
}

/** Answers what a file leaves open, brings it in, lets go of it, or takes it back. */
export async function postScreeningImport(visit: Visit): Promise<Answer> {
  const { transact, reader, params, viewer, now } = visit;
  const one = await screeningImport(reader, params.id ?? '', viewer);
  const sent = await visit.form();
  const at = `/admin/programme/import/${one.id}`;
  const act = field(sent, 'do');
  if (act === 'undo') {
    await transact((writer) => undoScreenings(writer, one.id, { viewer, now }));
    return redirect(at);
  }
  if (one.state !== 'looked') return redirect(at);
  if (act === 'leave') {
    await transact((writer) => writer.screeningImports.remove(one.id));
    return redirect('/admin/programme/import');
  }
  const answers = { ...one.choices, ...answersIn(sent, await planOf(reader, one, now)) };
  if (act !== 'import') {
    await transact((writer) => writer.screeningImports.set(one.id, { choices: answers }));
    return redirect(at);
  }
  const plan = await planOf(reader, one, now, answers);
  await transact((writer) => commitScreenings(writer, one, plan, answers, { viewer, now }));
  return redirect(at);
}

/** The films and the venue that were chosen, each one of those that were offered. */
function answersIn(sent: FormData, { questions }: ScreeningPlan): Record<string, string> {
  const answers: Record<string, string> = {};
  const venue = field(sent, VENUE);
  if (sent.has(VENUE) && venue.length < 40) answers[VENUE] = venue;
  for (const [at, { name, candidates }] of questions.entries()) {
    const id = field(sent, `film-${at}`);
    if (candidates.some((film) => film.id === id)) answers[name] = id;
  }
  return answers;
}

async function startPage({ reader, frame, viewer }: Visit, wrong: ScreeningImportWrong | null) {
  return screeningImportView(frame, { wrong, latest: await latestImports(reader, viewer) });
}
