import { z } from 'zod';
import { conflict, forbidden, notFound } from '../../domain/errors.ts';
import type { MergeReport } from '../../domain/merge.ts';
import { likelyDoubles, mergeLook, setApart } from '../../domain/merge-look.ts';
import type { Batch } from '../../domain/reader.ts';
import { askUndo } from '../../domain/upload.ts';
import { curates, type Viewer } from '../../domain/viewer.ts';
import { beginMerge } from '../../interchange/films/merge.ts';
import { accepted, type Call, done, ok, operation } from '../operation.ts';
import { cursor, cursorIn, cursorText, nextLink } from '../paging.ts';
import { id, instant, instantOf, key, pageOf, sent, taken } from '../schema.ts';
import { atFilm } from './film.ts';
import { cardOf, filmCard } from './film-shape.ts';

/** How long a merge waits for another, or for an import, to end, in milliseconds. */
const PATIENCE = 1500;
const SHOWN = 50;

const hanging = z.strictObject({
  entries: z.int(),
  ratings: z.int(),
  lists: z.int(),
  mentions: z.int(),
  screenings: z.int(),
});

const look = sent(
  'MergeLook',
  z.strictObject({
    from: filmCard,
    into: filmCard,
    hanging: z
      .strictObject({ from: hanging, into: hanging })
      .meta({ description: 'how much hangs on each of them' }),
    fields: z
      .array(z.strictObject({ field: z.string(), from: z.string(), into: z.string(), after: z.string() }))
      .meta({ description: 'in which they differ: what holds of each, and what will hold of both' }),
  }),
  'what making two films one would do',
);

const work = sent(
  'Merge',
  z.strictObject({
    id,
    state: z.enum(['running', 'done', 'undoing', 'undone']),
    from: z.strictObject({ id, slug: z.string(), title: z.string(), year: z.int().nullable() }),
    into: z.strictObject({ id, slug: z.string(), title: z.string(), year: z.int().nullable() }),
    moved: z.record(z.string(), z.int()).meta({ description: 'how much was moved, of each kind' }),
    undone: z.strictObject({ removed: z.int(), restored: z.int(), kept: z.int() }).nullable(),
    created: instant,
  }),
  'two films that were made one; it can be undone',
);

const films = z.strictObject({
  id,
  slug: z.string(),
  title: z.string(),
  year: z.int().nullable(),
  reviews: z.int(),
});
const doubles = pageOf(
  'DoublesPage',
  z.strictObject({ one: films, other: films, why: z.enum(['name', 'id']) }),
);

const lookAtMerge = operation({
  id: 'lookAtMerge',
  method: 'GET',
  path: '/films/{film}/merges',
  tag: 'curating',
  summary: 'what making a film a part of another would do',
  scope: 'curate',
  params: atFilm,
  query: z.strictObject({ into: key.meta({ description: 'the film that stays, by slug or id' }) }),
  answers: { 200: { description: 'what it would do', schema: look } },
  problems: ['not-found', 'conflict'],
  async handler(call) {
    const { reader, viewer, params, query, origin } = call;
    const [from, into] = [(await call.film(params.film)).id, (await call.film(query.into)).id];
    const found = await mergeLook(reader, { from, into }, viewer);
    const fields = found.fields.map(({ name, of, from, into, after }) => ({
      ...{ field: [name, ...of].join(':'), from, into, after },
    }));
    const films = { from: cardOf(origin, found.from), into: cardOf(origin, found.into) };
    return ok({ ...films, hanging: found.hanging, fields });
  },
});

const merge = operation({
  id: 'mergeFilm',
  method: 'POST',
  path: '/films/{film}/merges',
  tag: 'curating',
  summary: 'make a film a part of another',
  description: 'Its address leads to the other from then on, and all that hangs on it is moved.',
  scope: 'curate',
  params: atFilm,
  body: taken('MergeInput', z.strictObject({ into: key }), 'the film that stays, by slug or id', {
    into: 'the-third-platform-1962',
  }),
  answers: {
    202: { description: 'it is done, or under way where much has to be moved', schema: work, located: true },
  },
  problems: ['not-found', 'conflict'],
  async handler(call) {
    const { reader, transact, viewer, params, body, now, services } = call;
    const [from, into] = [(await call.film(params.film)).id, (await call.film(body.into)).id];
    const store = { reader, transact };
    const { batchId, whole } = await beginMerge(store, { from, into }, viewer, () => now, PATIENCE);
    if (!whole) services.wakeJobs();
    return accepted(`/merges/${batchId}`, await mergeBody(call, batchId));
  },
});

const listMerges = operation({
  id: 'listMerges',
  method: 'GET',
  path: '/merges',
  tag: 'curating',
  summary: 'the films that were made one, latest first',
  scope: 'curate',
  answers: {
    200: {
      description: 'the latest fifty',
      schema: sent('Merges', z.strictObject({ items: z.array(work) }), 'films that were made one'),
    },
  },
  async handler({ reader, viewer }) {
    curators(viewer);
    const batches = await reader.batches.onFilms(SHOWN);
    return ok({ items: batches.filter(({ kind }) => kind === 'merge').map(workOf) });
  },
});

const getMerge = operation({
  id: 'getMerge',
  method: 'GET',
  path: '/merges/{merge}',
  tag: 'curating',
  summary: 'what making two films one has done',
  scope: 'curate',
  params: z.object({ merge: id }),
  answers: { 200: { description: 'what it has done', schema: work } },
  problems: ['not-found'],
  handler: async (call) => ok(await mergeBody(call, call.params.merge)),
});

const undo = operation({
  id: 'undoMerge',
  method: 'POST',
  path: '/merges/{merge}/undo',
  tag: 'curating',
  summary: 'make two films of one again',
  description: 'What was written since stays where it is, and is counted.',
  scope: 'curate',
  params: z.object({ merge: id }),
  answers: { 202: { description: 'it is under way', schema: work, located: true } },
  problems: ['not-found', 'conflict'],
  async handler(call) {
    const { reader, transact, now, services } = call;
    const batch = await mergeAt(call, call.params.merge);
    if (batch.state !== 'done') throw conflict('not-done');
    const { into } = reportIn(batch);
    if ((await reader.films.standing([into.id])).get(into.id) !== into.id) throw conflict('merged-since');
    await transact(async (writer) => {
      writer.afterCommit(services.wakeJobs);
      await askUndo(writer, batch, now);
    });
    return accepted(`/merges/${batch.id}`, await mergeBody(call, batch.id));
  },
});

const listDoubles = operation({
  id: 'listDoubles',
  method: 'GET',
  path: '/doubles',
  tag: 'curating',
  summary: 'films that may be one',
  scope: 'curate',
  query: z.strictObject({ cursor }),
  answers: { 200: { description: 'a page of pairs', schema: doubles } },
  problems: ['bad-cursor'],
  paged: true,
  async handler(call) {
    const [before = ''] = cursorIn(call.query.cursor, z.tuple([z.string().regex(/^[0-9a-v]{26}~$/)])) ?? [];
    const { pairs, next } = await likelyDoubles(call.reader, before, call.viewer);
    const after = next === null ? null : cursorText([next]);
    const items = pairs.map(({ one, other, why }) => ({ one: doubleOf(one), other: doubleOf(other), why }));
    return ok({ items, next: after }, nextLink(call, after));
  },
});

const apart = operation({
  id: 'setApart',
  method: 'POST',
  path: '/doubles',
  tag: 'curating',
  summary: 'say that two films which look alike are two',
  scope: 'curate',
  body: taken('ApartInput', z.strictObject({ films: z.tuple([key, key]) }), 'two films, by slug or id', {
    films: ['the-third-platform-1962', 'the-third-platform-1962-2'],
  }),
  answers: { 204: { description: 'they are two' } },
  problems: ['not-found'],
  async handler(call) {
    const [one, other] = call.body.films;
    const ids = [(await call.film(one)).id, (await call.film(other)).id] as const;
    await call.transact((writer) => setApart(writer, ids, call.viewer, call.now));
    return done;
  },
});

function doubleOf({ id, slug, title, year, reviews }: z.output<typeof films>): z.output<typeof films> {
  return { id, slug, title, year, reviews };
}

function curators(viewer: Viewer): void {
  if (!curates(viewer)) throw forbidden('curators-only');
}

async function mergeAt({ reader, viewer }: Pick<Call, 'reader' | 'viewer'>, asked: string): Promise<Batch> {
  curators(viewer);
  const batch = await reader.batches.byId(asked);
  if (batch?.kind !== 'merge') throw notFound('merge');
  return batch;
}

async function mergeBody(
  call: Pick<Call, 'reader' | 'viewer'>,
  asked: string,
): Promise<z.output<typeof work>> {
  const batch = await mergeAt(call, asked);
  const asks = batch.state === 'done' && (await call.reader.jobs.stands('import-undo', { id: batch.id }));
  return { ...workOf(batch), ...(asks ? { state: 'undoing' as const } : {}) };
}

function workOf(batch: Batch): z.output<typeof work> {
  const { from, into, moved, undone } = reportIn(batch);
  const named = ({ id, slug, title, year }: MergeReport['from']) => ({ id, slug, title, year });
  return {
    id: batch.id,
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

export const MERGES = [lookAtMerge, merge, listMerges, getMerge, undo, listDoubles, apart];
