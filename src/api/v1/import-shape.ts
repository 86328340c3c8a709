import { z } from 'zod';
import { notFound } from '../../domain/errors.ts';
import { ACCOUNT, type ImportReport } from '../../domain/import.ts';
import type { Batch, Upload } from '../../domain/reader.ts';
import { importFor, isAccount, type LookQuestion } from '../../domain/upload.ts';
import { waitingQuestions } from '../../interchange/waiting.ts';
import type { Call } from '../operation.ts';
import { id, instant, instantOf, sent } from '../schema.ts';

const QUESTIONS = 50;
export const STATES = ['reading', 'read', 'broken', 'importing', 'done', 'undoing', 'undone'] as const;
export const OUTCOMES = ['created', 'updated', 'unchanged', 'unmatched', 'rejected'] as const;

const problem = z.strictObject({
  file: z.string(),
  row: z.string(),
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
const report = z.strictObject({
  format: z.string().nullable(),
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  unmatched: z.int(),
  rejected: z.int(),
  problems: z.array(problem).meta({ description: 'at most 1,000' }),
  problemsTotal: z.int(),
});
const question = z.strictObject({
  number: z.int().nullable().meta({ description: 'by which it is answered once the import is done' }),
  file: z.string(),
  row: z.string(),
  title: z.string(),
  year: z.int().nullable(),
  candidates: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      year: z.int().nullable(),
      directors: z.array(z.string()),
    }),
  ),
});

export const shape = sent(
  'Import',
  z.strictObject({
    id,
    state: z.enum(STATES).meta({ description: '`read` waits for you to start it; `done` can be undone' }),
    files: z.array(z.string()),
    own: z.boolean().meta({ description: 'whether it is somebody’s own account' }),
    report: report.nullable().meta({ description: 'what it would do, or has done' }),
    questions: z.array(question).meta({ description: 'which film is meant, where several could be' }),
    undone: z.strictObject({ removed: z.int(), restored: z.int(), kept: z.int() }).nullable(),
    problem: z.string().nullable(),
    created: instant,
  }),
  'files that were brought, from the moment they are sent; under another id once it is started',
);

export function stateOf(upload: Upload): { id: string; state: (typeof STATES)[number] } {
  const done = upload.state === 'imported' && upload.batchId !== null;
  return {
    id: done ? (upload.batchId ?? '') : upload.id,
    state: upload.state === 'imported' ? 'done' : upload.state,
  };
}

export function batchState(state: Batch['state']): (typeof STATES)[number] {
  return state === 'staging' || state === 'refused' ? 'importing' : state;
}

/** An import as a GET of it answers; one that was started is the import it became. */
export async function importBody(
  call: Pick<Call, 'reader' | 'viewer'>,
  asked: string,
): Promise<z.output<typeof shape>> {
  const { reader, viewer } = call;
  const { upload, batch } = await importFor(reader, asked, viewer);
  if (upload?.state === 'imported' && upload.batchId !== null) return importBody(call, upload.batchId);
  if (upload) return uploadBody(upload);
  if (!batch) throw notFound('import');
  const own = batch.format === ACCOUNT;
  const theirs = !own || batch.memberId === viewer.memberId;
  const open = batch.state === 'done' && theirs ? await waitingQuestions(reader, batch.id, QUESTIONS) : null;
  const undone = (batch.report.undone ?? null) as {
    removed: number;
    restored: number;
    keptTotal: number;
  } | null;
  const asksUndo = await reader.jobs.stands('import-undo', { id: batch.id });
  return {
    id: batch.id,
    state: asksUndo && batch.state === 'done' ? 'undoing' : batchState(batch.state),
    files: [batch.sourceName],
    own,
    report: theirs && batch.state === 'done' ? reportOf(batch.report as unknown as ImportReport) : null,
    questions: open?.questions.map(questionOf) ?? [],
    undone: undone && { removed: undone.removed, restored: undone.restored, kept: undone.keptTotal },
    problem: null,
    created: instantOf(batch.created),
  };
}

function uploadBody(upload: Upload): z.output<typeof shape> {
  const { id, state } = stateOf(upload);
  const look = upload.look as { report?: ImportReport; questions?: LookQuestion[] } | null;
  return {
    id,
    state,
    files: upload.files.map(({ name }) => name),
    own: isAccount(upload.look),
    report: look?.report ? reportOf(look.report) : null,
    questions: look?.questions?.map((one) => questionOf({ ...one, number: null })) ?? [],
    undone: null,
    problem: upload.problem,
    created: instantOf(upload.created),
  };
}

function questionOf(of: LookQuestion & { number: number | null }): z.output<typeof question> {
  const { number, file, row, title, year } = of;
  const candidates = of.candidates.map(({ id, title, year, directors }) => ({ id, title, year, directors }));
  return { number, file, row, title, year, candidates };
}

function reportOf(of: ImportReport): z.output<typeof report> {
  const { format, rows, created, updated, unchanged, unmatched, rejected, problemsTotal } = of;
  const problems = of.problems.map(({ file, row, code, details }) => ({ file, row, code, details }));
  return { format, rows, created, updated, unchanged, unmatched, rejected, problems, problemsTotal };
}

/** An import that was started, where the asker may see it. */
export async function batchFor(
  { reader, viewer }: Pick<Call, 'reader' | 'viewer'>,
  asked: string,
): Promise<Batch> {
  const { batch } = await importFor(reader, asked, viewer);
  if (!batch) throw notFound('import');
  return batch;
}
