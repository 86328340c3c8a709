import { z } from 'zod';
import { conflict, notFound } from '../../domain/errors.ts';
import type { MergeReport } from '../../domain/merge.ts';
import type { Batch } from '../../domain/reader.ts';
import { askUndo } from '../../domain/upload.ts';
import { accepted, type Call, ok, operation } from '../operation.ts';
import { id, instant, instantOf, sent } from '../schema.ts';

const SHOWN = 50;

export const filmWork = sent(
  'FilmWork',
  z.strictObject({
    id,
    kind: z.enum(['merge', 'split', 'removal']),
    state: z.enum(['running', 'done', 'undoing', 'undone']),
    from: z.strictObject({ id, slug: z.string(), title: z.string(), year: z.int().nullable() }),
    into: z.strictObject({ id, slug: z.string(), title: z.string(), year: z.int().nullable() }),
    moved: z.record(z.string(), z.int()).meta({ description: 'how much was moved, of each kind' }),
    undone: z.strictObject({ removed: z.int(), restored: z.int(), kept: z.int() }).nullable(),
    created: instant,
  }),
  'two films that were made one, or one that was made two; it can be undone',
);

const listFilmWorks = operation({
  id: 'listFilmWorks',
  method: 'GET',
  path: '/film-works',
  tag: 'curating',
  summary: 'what was done to films, latest first',
  scope: 'curate',
  answers: {
    200: {
      description: 'the latest fifty',
      schema: sent('FilmWorks', z.strictObject({ items: z.array(filmWork) }), 'what was done to films'),
    },
  },
  async handler({ reader }) {
    const batches = await reader.batches.onFilms(SHOWN);
    return ok({ items: batches.map(workOf) });
  },
});

const getFilmWork = operation({
  id: 'getFilmWork',
  method: 'GET',
  path: '/film-works/{work}',
  tag: 'curating',
  summary: 'what one of them has done',
  scope: 'curate',
  params: z.object({ work: id }),
  answers: { 200: { description: 'what it has done', schema: filmWork } },
  problems: ['not-found'],
  handler: async (call) => ok(await workBody(call, call.params.work)),
});

const undo = operation({
  id: 'undoFilmWork',
  method: 'POST',
  path: '/film-works/{work}/undo',
  tag: 'curating',
  summary: 'take back what was done to films',
  description: 'What was written since stays where it is, and is counted.',
  scope: 'curate',
  params: z.object({ work: id }),
  answers: { 202: { description: 'it is under way', schema: filmWork, located: true } },
  problems: ['not-found', 'conflict'],
  async handler(call) {
    const { reader, transact, now, services } = call;
    const batch = await workAt(call, call.params.work);
    if (batch.state !== 'done') throw conflict('not-done');
    const { from, into } = reportIn(batch);
    const whole = { merge: [into.id], split: [from.id, into.id], removal: [], import: [] }[batch.kind];
    const standing = await reader.films.standing(whole);
    if (whole.some((one) => standing.get(one) !== one)) throw conflict('merged-since');
    await transact(async (writer) => {
      writer.afterCommit(services.wakeJobs);
      await askUndo(writer, batch, now);
    });
    return accepted(`/film-works/${batch.id}`, await workBody(call, batch.id));
  },
});

async function workAt({ reader }: Pick<Call, 'reader'>, asked: string): Promise<Batch> {
  const batch = await reader.batches.byId(asked);
  if (!batch || batch.kind === 'import') throw notFound('film-work');
  return batch;
}

/** What was done to films, as a GET of it answers. */
export async function workBody(
  call: Pick<Call, 'reader'>,
  asked: string,
): Promise<z.output<typeof filmWork>> {
  const batch = await workAt(call, asked);
  const asks = batch.state === 'done' && (await call.reader.jobs.stands('import-undo', { id: batch.id }));
  return { ...workOf(batch), ...(asks ? { state: 'undoing' as const } : {}) };
}

function workOf(batch: Batch): z.output<typeof filmWork> {
  const { from, into, moved, undone } = reportIn(batch);
  const named = ({ id, slug, title, year }: MergeReport['from']) => ({ id, slug, title, year });
  return {
    id: batch.id,
    kind: batch.kind === 'import' ? 'removal' : batch.kind,
    state: batch.state === 'staging' || batch.state === 'refused' ? 'running' : batch.state,
    from: named(from),
    into: named(into),
    moved: { ...moved },
    undone: undone && { removed: undone.removed, restored: undone.restored, kept: undone.keptTotal },
    created: instantOf(batch.created),
  };
}

function reportIn(batch: Batch): MergeReport {
  return batch.report as unknown as MergeReport;
}

export const FILM_WORKS = [listFilmWorks, getFilmWork, undo];
