import { z } from 'zod';
import { conflict, forbidden, invalid } from '../../domain/errors.ts';
import { ACCOUNT } from '../../domain/import.ts';
import type { Upload } from '../../domain/reader.ts';
import { USES_ELSEWHERE, usesSaid, wordFor } from '../../domain/rights.ts';
import {
  ALLOWED_TOO,
  askImport,
  askUndo,
  bringFiles,
  FILMS_WANTED,
  IMPORT_VISIBILITIES,
  importFor,
  importsOf,
  isAccount,
  isList,
  type LookQuestion,
  leaveUpload,
  MOST_FILES,
  mayImportOthers,
  NEW_FILM,
  REMOVED_TOO,
} from '../../domain/upload.ts';
import { FILM_KINDS } from '../../interchange/films/row.ts';
import { type Wanted, wantedIn } from '../../interchange/films/sift.ts';
import { wordsFor } from '../../words/words.ts';
import { accepted, type Call, done, ok, operation } from '../operation.ts';
import { id, instant, instantOf, sent, taken } from '../schema.ts';
import { batchFor, batchState, importBody, STATES, shape, stateOf } from './import-shape.ts';

const year = z
  .string()
  .regex(/^\d{4}$/)
  .optional();
const flag = z.enum(['1']).optional();
export const atImport = z.object({ import: id });

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

const loadFilms = operation({
  id: 'addFilmLoad',
  method: 'POST',
  path: '/film-loads',
  tag: 'imports',
  summary: 'bring files of films: a table, JSON-LD, or a data set',
  description:
    'They are read next; nothing is loaded before the import is started. A data set of IMDb wants `licensed`.',
  scope: 'curate',
  limit: 'import',
  query: z.strictObject({
    kind: z.array(z.enum(FILM_KINDS)).optional().meta({ description: '`movie` and `short` unless said' }),
    from: year.meta({ description: 'the first year that is wanted' }),
    to: year.meta({ description: 'the last year that is wanted' }),
    genre: z
      .array(z.string().max(60))
      .max(50)
      .optional()
      .meta({ description: 'of one of which it has to be, as the file writes them; any, unless said' }),
    adult: flag.meta({ description: '`1`: what is for adults alone too' }),
    licensed: flag.meta({ description: '`1`: that you may use it as you do' }),
  }),
  body: 'files',
  answers: { 202: { description: 'they are being read', schema: shape, located: true } },
  problems: ['invalid'],
  async handler(call) {
    const { transact, query, body, viewer, now, services } = call;
    if (body.length === 0) throw invalid('no-file');
    const number = (text: string | undefined) => (text === undefined ? null : Number(text));
    const wanted: Wanted = {
      kinds: query.kind ?? ['movie', 'short'],
      ...{ from: number(query.from), to: number(query.to), genres: query.genre ?? [] },
      ...{ adult: query.adult === '1', licensed: query.licensed === '1' },
    };
    const made = await transact(async (writer) => {
      writer.afterCommit(services.wakeJobs);
      return bringFiles(writer, body, viewer, now, { [FILMS_WANTED]: JSON.stringify(wanted) });
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

const startInput = taken(
  'StartInput',
  z.strictObject({
    visibility: z.enum(IMPORT_VISIBILITIES),
    word: z.literal(true),
    removed: z.boolean().optional().meta({ description: 'whether what its owner had deleted comes too' }),
    allows: z
      .array(z.enum(USES_ELSEWHERE))
      .max(USES_ELSEWHERE.length)
      .optional()
      .meta({ description: 'where else than here your word lets them be shown; nowhere unless said' }),
    films: z.record(z.string().max(500), z.string().max(300)).optional(),
  }),
  'what has to be said before anything is imported',
  { visibility: 'everyone', word: true },
);
type Started = z.output<typeof startInput>;

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
  body: startInput,
  answers: { 202: { description: 'it is under way', schema: shape, located: true } },
  problems: ['not-found', 'conflict', 'invalid'],
  async handler(call) {
    const { transact, params, viewer, now, services } = call;
    const { upload } = await importFor(call.reader, params.import, viewer);
    if (upload?.state !== 'read') throw conflict('not-read');
    const own = isAccount(upload.look);
    if (!own && !mayImportOthers(viewer)) throw forbidden('curators-only');
    const answers = isList(upload.look) ? listAnswers(call, upload) : answersTo(call, upload);
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
  match: { of: getImport },
  answers: { 204: { description: 'they are forgotten' } },
  problems: ['not-found', 'conflict'],
  async handler({ reader, transact, params, viewer, services }) {
    const { upload } = await importFor(reader, params.import, viewer);
    if (!upload || upload.state === 'importing' || upload.state === 'imported') throw conflict('not-read');
    await services.files.sweep(await transact((writer) => leaveUpload(writer, upload)));
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

/** What is said with an account, or with what others wrote. */
function answersTo({ body, site }: Pick<Call<unknown, unknown, Started>, 'body' | 'site'>, upload: Upload) {
  const own = isAccount(upload.look);
  const { ownWord, word, further } = wordsFor(undefined, site.settings.language).imports;
  const allowed = usesSaid(body.allows ?? []);
  const decisions = filmsIn(body.films ?? {}, upload);
  if (own && body.removed) decisions[REMOVED_TOO] = 'yes';
  decisions[ALLOWED_TOO] = (body.allows ?? []).join(',');
  return { visibility: body.visibility, word: wordFor(own ? ownWord : word, allowed, further), decisions };
}

/** What is said with a list of films; what is wanted of it was said when it was brought. */
function listAnswers({ site }: Pick<Call, 'site'>, { decisions }: Upload) {
  const { licence, ownWord } = wordsFor(undefined, site.settings.language).load;
  const licensed = wantedIn(decisions[FILMS_WANTED])?.licensed ?? false;
  return { visibility: 'everyone' as const, word: licensed ? licence : ownWord, decisions };
}

export const IMPORTS = [bring, loadFilms, listImports, getImport, start, leave, undo];
