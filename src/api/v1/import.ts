import { z } from 'zod';
import { conflict, forbidden, invalid, notFound } from '../../domain/errors.ts';
import type { Batch, Upload } from '../../domain/reader.ts';
import {
  askImport,
  askUndo,
  bringFiles,
  IMPORT_VISIBILITIES,
  importFor,
  importsOf,
  isAccount,
  type LookQuestion,
  leaveUpload,
  MOST_FILES,
  mayImportOthers,
  NEW_FILM,
  REMOVED_TOO,
} from '../../domain/upload.ts';
import { settleRow } from '../../interchange/settle.ts';
import { wordsFor } from '../../words/words.ts';
import { accepted, type Call, done, ok, operation } from '../operation.ts';
import { cursor, cursorIn, cursorText, nextLink } from '../paging.ts';
import { id, instant, instantOf, pageOf, sent, taken } from '../schema.ts';
import { ACCOUNT, batchState, importBody, OUTCOMES, STATES, shape, stateOf } from './import-shape.ts';

const ROWS = 100;
const atImport = z.object({ import: id });

const bring = operation({
  id: 'addImport',
  method: 'POST',
  path: '/imports',
  tag: 'imports',
  summary: 'bring files: an account’s export, reviews as JSON-LD',
  description: `They are read next; nothing is imported before it is started. At most ${MOST_FILES} files, 50 MB together. Members bring their own accounts; what others wrote is for curators.`,
  scope: 'import',
  limit: 'import',
  body: 'files',
  answers: { 202: { description: 'they are being read', schema: shape, located: true } },
  problems: ['invalid'],
  async handler(call) {
    const { transact, body, viewer, now, services } = call;
    if (body.length === 0) throw invalid('no-file');
    const made = await transact(async (writer) => {
      writer.afterCommit(services.wakeJobs);
      return bringFiles(writer, body, viewer, now);
    });
    return accepted(`/imports/${made}`, await importBody(call, made));
  },
});

const listImports = operation({
  id: 'listImports',
  method: 'GET',
  path: '/imports',
  tag: 'imports',
  summary: 'what you have brought, and the imports you may see, latest first',
  scope: 'import',
  answers: {
    200: {
      description: 'the latest',
      schema: sent(
        'Imports',
        z.strictObject({ items: z.array(z.strictObject({ id, state: z.enum(STATES), created: instant })) }),
        'imports by their ids',
      ),
    },
  },
  async handler({ reader, viewer, now }) {
    const { waiting, imports } = await importsOf(reader, viewer, now);
    const items = [
      ...waiting.map((upload) => ({ ...stateOf(upload), created: upload.created })),
      ...imports.map(({ id, state, created }) => ({ id, state: batchState(state), created })),
    ].map(({ id, state, created }) => ({ id, state, created: instantOf(created) }));
    return ok({ items });
  },
});

const getImport = operation({
  id: 'getImport',
  method: 'GET',
  path: '/imports/{import}',
  tag: 'imports',
  summary: 'an import, wherever it stands',
  scope: 'import',
  params: atImport,
  answers: { 200: { description: 'the import', schema: shape } },
  problems: ['not-found'],
  handler: async (call) => ok(await importBody(call, call.params.import)),
});

const start = operation({
  id: 'startImport',
  method: 'POST',
  path: '/imports/{import}/start',
  tag: 'imports',
  summary: 'import what was read',
  description:
    '`word` is your word that you may show it here: that it is your own, or that those who wrote it allow it. Where a film could be several, `films` says by `file#row` which is meant: the id of a candidate, or `new`.',
  scope: 'import',
  params: atImport,
  body: taken(
    'StartInput',
    z.strictObject({
      visibility: z.enum(IMPORT_VISIBILITIES),
      word: z.literal(true),
      removed: z.boolean().optional().meta({ description: 'whether what its owner had deleted comes too' }),
      films: z.record(z.string().max(500), z.string().max(300)).optional(),
    }),
    'what has to be said before anything is imported',
    { visibility: 'everyone', word: true },
  ),
  answers: { 202: { description: 'it is under way', schema: shape, located: true } },
  problems: ['not-found', 'conflict', 'invalid'],
  async handler(call) {
    const { transact, params, body, viewer, now, services, site } = call;
    const { upload } = await importFor(call.reader, params.import, viewer);
    if (upload?.state !== 'read') throw conflict('not-read');
    const own = isAccount(upload.look);
    if (!own && !mayImportOthers(viewer)) throw forbidden('curators-only');
    const said = wordsFor(undefined, site.settings.language).imports;
    const decisions = {
      ...filmsIn(body.films ?? {}, upload),
      ...(own && body.removed ? { [REMOVED_TOO]: 'yes' } : {}),
    };
    const answers = { visibility: body.visibility, word: own ? said.ownWord : said.word, decisions };
    const taken = await transact(async (writer) => {
      writer.afterCommit(services.wakeJobs);
      return askImport(writer, upload, answers, now);
    });
    if (!taken) throw conflict('not-read');
    return accepted(`/imports/${upload.id}`, await importBody(call, upload.id));
  },
});

const leave = operation({
  id: 'leaveImport',
  method: 'DELETE',
  path: '/imports/{import}',
  tag: 'imports',
  summary: 'let go of files before they are imported',
  scope: 'import',
  params: atImport,
  answers: { 204: { description: 'they are forgotten' } },
  problems: ['not-found', 'conflict'],
  async handler({ reader, transact, params, viewer, services }) {
    const { upload } = await importFor(reader, params.import, viewer);
    if (!upload || upload.state === 'importing' || upload.state === 'imported') throw conflict('not-read');
    await services.files.release(await transact((writer) => leaveUpload(writer, upload)));
    return done;
  },
});

const undo = operation({
  id: 'undoImport',
  method: 'POST',
  path: '/imports/{import}/undo',
  tag: 'imports',
  summary: 'take an import back',
  description: 'What somebody has changed or answered since stays, and is counted.',
  scope: 'import',
  params: atImport,
  answers: { 202: { description: 'it is under way', schema: shape, located: true } },
  problems: ['not-found', 'conflict'],
  async handler(call) {
    const { reader, transact, params, viewer, now, services } = call;
    const batch = await batchFor(call, params.import);
    if (batch.format !== ACCOUNT && !mayImportOthers(viewer)) throw forbidden('curators-only');
    if (batch.state !== 'done') throw conflict('not-done');
    await transact(async (writer) => {
      writer.afterCommit(services.wakeJobs);
      await askUndo(writer, batch, now);
    });
    return accepted(`/imports/${batch.id}`, await importBody({ ...call, reader }, batch.id));
  },
});

const row = sent(
  'ImportRow',
  z.strictObject({
    number: z.int(),
    file: z.string(),
    row: z.string(),
    outcome: z.enum(OUTCOMES),
    code: z.string().nullable(),
    about: z
      .strictObject({ what: z.enum(['film', 'entry', 'list']), title: z.string(), slug: z.string() })
      .nullable(),
  }),
  'what became of one record of a file',
);

const listRows = operation({
  id: 'listImportRows',
  method: 'GET',
  path: '/imports/{import}/rows',
  tag: 'imports',
  summary: 'what became of each record, for whoever brought it',
  scope: 'import',
  params: atImport,
  query: z.strictObject({ outcome: z.enum(OUTCOMES).optional(), cursor }),
  answers: {
    200: { description: 'a page of them, in the order of the files', schema: pageOf('ImportRowsPage', row) },
  },
  problems: ['not-found', 'bad-cursor'],
  paged: true,
  async handler(call) {
    const { reader, viewer, query } = call;
    const batch = await ownBatch(call, call.params.import);
    const [after = 0] = cursorIn(query.cursor, z.tuple([z.int().min(0)])) ?? [];
    const found = await reader.batches.rowsAfter(batch.id, query.outcome ?? null, after, ROWS + 1);
    const some = found.slice(0, ROWS);
    const ids = [...new Set(some.flatMap(({ targetId }) => targetId ?? []))];
    const targets = await reader.batches.targets(ids, viewer);
    const items = some.map(({ number, file, row, outcome, code, targetId }) => {
      const about = targetId === null ? null : (targets.get(targetId) ?? null);
      return { number, file, row, outcome, code, about };
    });
    const last = found.length > ROWS ? some.at(-1) : undefined;
    const next = last ? cursorText([last.number]) : null;
    return ok({ items, next }, nextLink(call, next));
  },
});

const settle = operation({
  id: 'settleImport',
  method: 'POST',
  path: '/imports/{import}/settlements',
  tag: 'imports',
  summary: 'say which film a record means that an import has left open',
  description: 'All records that name the same film are settled with it, as a part of the import.',
  scope: 'import',
  params: atImport,
  body: taken(
    'SettlementInput',
    z.strictObject({
      number: z.int().min(0),
      film: z.string().max(300).meta({ description: 'the id of one of the candidates, or `new`' }),
    }),
    'which film is meant',
    { number: 12, film: 'new' },
  ),
  answers: {
    200: {
      description: 'how many records were settled',
      schema: sent('SettledRows', z.strictObject({ rows: z.int() }), 'how many', { rows: 1 }),
    },
  },
  problems: ['not-found', 'conflict', 'invalid'],
  async handler(call) {
    const { params, body, services, now } = call;
    const batch = await ownBatch(call, params.import);
    return ok({ rows: await settleRow(services.store, batch.id, body.number, body.film, now) });
  },
});

function filmsIn(asked: Readonly<Record<string, string>>, { look }: Upload): Record<string, string> {
  const questions = (look as { questions?: LookQuestion[] } | null)?.questions ?? [];
  const chosen: Record<string, string> = {};
  for (const { file, row, candidates, also = [] } of questions) {
    const film = Object.hasOwn(asked, `${file}#${row}`) ? asked[`${file}#${row}`] : undefined;
    if (film === undefined) continue;
    const offered = candidates.some(({ id }) => id === film) || (isAccount(look) && film === NEW_FILM);
    if (!offered) throw invalid('film');
    for (const each of [`${file}#${row}`, ...also]) chosen[each] = film;
  }
  return chosen;
}

async function batchFor({ reader, viewer }: Pick<Call, 'reader' | 'viewer'>, asked: string): Promise<Batch> {
  const { batch } = await importFor(reader, asked, viewer);
  if (!batch) throw notFound('import');
  return batch;
}

/** An import that is done, for whoever brought it. */
async function ownBatch(call: Pick<Call, 'reader' | 'viewer'>, asked: string): Promise<Batch> {
  const batch = await batchFor(call, asked);
  if (batch.state !== 'done' || batch.memberId !== call.viewer.memberId) throw notFound('import');
  return batch;
}

export const IMPORTS = [bring, listImports, getImport, start, leave, undo, listRows, settle];
