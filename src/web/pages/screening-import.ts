import { forbidden, notFound } from '../../domain/errors.ts';
import type { ScreeningImport } from '../../domain/reader.ts';
import { Refusal } from '../../interchange/row.ts';
import {
  commitScreenings,
  decidedBefore,
  readScreenings,
  undoScreenings,
} from '../../interchange/screenings/import.ts';
import {
  planScreenings,
  type ScreeningPlan,
  type ScreeningReport,
  VENUE,
} from '../../interchange/screenings/plan.ts';
import type { ScreeningFile } from '../../interchange/screenings/row.ts';
import {
  type ScreeningImportWrong,
  screeningImportView,
  screeningLookView,
  screeningReportView,
} from '../../views/screening-import.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';

const LATEST = 20;
const LONGEST_NAME = 120;

/** The page on which a file of screenings is brought. */
export async function showScreeningImports(visit: Visit): Promise<Answer> {
  return page(await startPage(visit, null));
}

/** Reads a file of screenings and keeps what it says, to be looked at. */
export async function postScreeningFile(visit: Visit): Promise<Answer> {
  const { member, now, today, transact } = visit;
  const file = (await visit.form()).get('file');
  if (!(file instanceof File) || file.size === 0) return page(await startPage(visit, 'none'), 400);
  if (member === null) throw forbidden('role');
  try {
    const rows = await readScreenings(new Uint8Array(await file.arrayBuffer()), today, now);
    const name = shownName(file.name);
    const id = await transact((writer) =>
      writer.screeningImports.add({ memberId: member.id, name, rows }, now),
    );
    return redirect(`/admin/programme/import/${id}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const wrong = error.code === 'too-large' || error.code === 'unknown-format' ? error.code : 'broken';
    return page(await startPage(visit, wrong), 400);
  }
}

/** A file of screenings: what it would do, or what it did. */
export async function showScreeningImport(visit: Visit): Promise<Answer> {
  const { frame, reader } = visit;
  const one = await importOf(visit);
  const { id, name, state } = one;
  if (state !== 'looked') {
    const report = one.report as ScreeningReport;
    return page(screeningReportView(frame, { id, name, report, undone: state === 'undone' }));
  }
  const choices = { ...(await decidedBefore(reader)), ...one.choices };
  const plan = await planOf(visit, one, choices);
  const { report, questions, asksVenue } = plan;
  const venues = await reader.venues.list();
  const venueId = one.choices[VENUE] ?? '';
  return page(screeningLookView(frame, { id, name, report, questions, asksVenue, venues, venueId }));
}

/** Answers what a file leaves open, brings it in, lets go of it, or takes it back. */
export async function postScreeningImport(visit: Visit): Promise<Answer> {
  const { transact, reader, viewer, now } = visit;
  const one = await importOf(visit);
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
  const before = { ...(await decidedBefore(reader)), ...one.choices };
  const asked = await planOf(visit, one, before);
  const answers = { ...one.choices, ...answersIn(sent, asked) };
  if (act !== 'import') {
    await transact((writer) => writer.screeningImports.set(one.id, { choices: answers }));
    return redirect(at);
  }
  const plan = await planOf(visit, one, { ...before, ...answers });
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

function planOf({ reader, now }: Visit, one: ScreeningImport, choices: Record<string, string>) {
  return planScreenings(reader, one.rows as ScreeningFile, choices, now);
}

async function importOf({ reader, params }: Visit): Promise<ScreeningImport> {
  const one = await reader.screeningImports.byId(params.id ?? '');
  if (!one) throw notFound('screening-import');
  return one;
}

async function startPage({ reader, frame }: Visit, wrong: ScreeningImportWrong | null) {
  return screeningImportView(frame, { wrong, latest: await reader.screeningImports.latest(LATEST) });
}

/** A file's name in one line, without what turns the page's direction around. */
function shownName(name: string): string {
  const plain = name.normalize('NFC').toWellFormed().replace(/\p{C}/gu, '').replace(/\s+/gu, ' ').trim();
  return [...plain].slice(0, LONGEST_NAME).join('') || '?';
}
