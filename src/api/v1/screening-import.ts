import { z } from 'zod';
import { conflict, invalid } from '../../domain/errors.ts';
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
import { type ScreeningReport, VENUE } from '../../interchange/screenings/plan.ts';
import { type Call, created, done, ok, operation } from '../operation.ts';
import { id, instant, instantOf, key, sent, taken } from '../schema.ts';
import { venueAt } from './screening.ts';

const STATES = ['looked', 'done', 'undone'] as const;

const one = sent(
  'ScreeningImport',
  z.strictObject({
    id,
    name: z.string(),
    state: z.enum(STATES).meta({ description: '`looked` waits for you to start it' }),
    report: z
      .strictObject({
        format: z.string(),
        rows: z.int(),
        created: z.int(),
        updated: z.int(),
        unchanged: z.int(),
        unmatched: z.int(),
        rejected: z.int(),
        kept: z
          .int()
          .nullable()
          .meta({ description: 'screenings changed since, which stay when it is undone' }),
        problems: z.array(z.strictObject({ row: z.string(), code: z.string() })),
      })
      .meta({ description: 'what it would do, or has done' }),
    asksVenue: z.boolean().meta({ description: 'whether rows name no venue that is known' }),
    questions: z.array(
      z.strictObject({
        name: z.string().meta({ description: 'by which it is answered' }),
        title: z.string(),
        year: z.int().nullable(),
        rows: z.int(),
        candidates: z.array(z.strictObject({ id, title: z.string(), year: z.int().nullable() })),
      }),
    ),
    created: instant,
  }),
  'a file of screenings: what it says, what is still to be decided, what it did',
);
const atImport = z.object({ import: id });

const bring = operation({
  id: 'addScreeningImport',
  method: 'POST',
  path: '/screening-imports',
  tag: 'programme',
  summary: 'bring a file of screenings, a table (CSV) or a calendar (iCalendar)',
  description: 'It is read, and nothing is entered before it is started.',
  scope: 'curate',
  body: taken(
    'ScreeningFileInput',
    z.strictObject({ name: z.string().max(1000), text: z.string().max(1_400_000) }),
    'a file and its name',
    { name: 'week.csv', text: 'title,date,time\nThe Third Platform,2026-12-04,20:15\n' },
  ),
  answers: { 201: { description: 'what it says', schema: one } },
  problems: ['invalid'],
  async handler(call) {
    const { transact, body, now, today, viewer } = call;
    const rows = await readScreenings(Buffer.from(body.text), today, now).catch((error: unknown) => {
      throw error instanceof Refusal ? invalid(error.code) : error;
    });
    const file = { name: body.name, rows };
    const made = await transact((writer) => bringScreenings(writer, file, viewer, now));
    return created(`/screening-imports/${made}`, await importBody(call, made));
  },
});

const list = operation({
  id: 'listScreeningImports',
  method: 'GET',
  path: '/screening-imports',
  tag: 'programme',
  summary: 'the latest files of screenings that were brought in',
  scope: 'curate',
  answers: {
    200: {
      description: 'the latest',
      schema: sent(
        'ScreeningImports',
        z.strictObject({
          items: z.array(z.strictObject({ id, name: z.string(), state: z.enum(STATES), created: instant })),
        }),
        'files of screenings by name',
      ),
    },
  },
  async handler({ reader, viewer }) {
    const latest = await latestImports(reader, viewer);
    return ok({
      items: latest.map(({ id, name, state, created }) => ({ id, name, state, created: instantOf(created) })),
    });
  },
});

const get = operation({
  id: 'getScreeningImport',
  method: 'GET',
  path: '/screening-imports/{import}',
  tag: 'programme',
  summary: 'a file of screenings: what it would do, or what it did',
  scope: 'curate',
  params: atImport,
  answers: { 200: { description: 'how it stands', schema: one } },
  problems: ['not-found'],
  handler: async (call) => ok(await importBody(call, call.params.import)),
});

const decide = operation({
  id: 'decideScreeningImport',
  method: 'PATCH',
  path: '/screening-imports/{import}',
  tag: 'programme',
  summary: 'say which films and which venue a file of screenings means',
  scope: 'curate',
  params: atImport,
  body: taken(
    'ScreeningDecisions',
    z.strictObject({
      venue: key.optional().meta({ description: 'for rows that name none that is known' }),
      films: z
        .record(z.string().max(500), id)
        .optional()
        .meta({ description: 'a candidate, by the question’s name' }),
    }),
    'what is decided',
    { venue: 'the-regent' },
  ),
  match: { of: get },
  answers: { 200: { description: 'what it would do now', schema: one } },
  problems: ['not-found', 'conflict', 'invalid'],
  async handler(call) {
    const { reader, transact, params, body, now } = call;
    const found = await looked(call, params.import);
    const { questions } = await planOf(reader, found, now);
    const choices = { ...found.choices };
    if (body.venue !== undefined) choices[VENUE] = (await venueAt(reader, body.venue)).id;
    for (const [name, film] of Object.entries(body.films ?? {})) {
      const question = questions.find((each) => each.name === name);
      if (!question?.candidates.some((each) => each.id === film)) throw invalid('film');
      choices[name] = film;
    }
    await transact((writer) => writer.screeningImports.set(found.id, { choices }));
    return ok(await importBody(call, found.id));
  },
});

const start = operation({
  id: 'startScreeningImport',
  method: 'POST',
  path: '/screening-imports/{import}/start',
  tag: 'programme',
  summary: 'enter the screenings of a file',
  scope: 'curate',
  params: atImport,
  answers: { 200: { description: 'what it did', schema: one } },
  problems: ['not-found', 'conflict'],
  async handler(call) {
    const { reader, transact, params, viewer, now } = call;
    const found = await looked(call, params.import);
    const plan = await planOf(reader, found, now);
    await transact((writer) => commitScreenings(writer, found, plan, found.choices, { viewer, now }));
    return ok(await importBody(call, found.id));
  },
});

const undo = operation({
  id: 'undoScreeningImport',
  method: 'POST',
  path: '/screening-imports/{import}/undo',
  tag: 'programme',
  summary: 'take back what a file of screenings did',
  description: 'What somebody has changed since stays, and is counted.',
  scope: 'curate',
  params: atImport,
  answers: { 200: { description: 'how it stands', schema: one } },
  problems: ['not-found', 'conflict'],
  async handler(call) {
    const { transact, params, viewer, now } = call;
    await transact((writer) => undoScreenings(writer, params.import, { viewer, now }));
    return ok(await importBody(call, params.import));
  },
});

const leave = operation({
  id: 'leaveScreeningImport',
  method: 'DELETE',
  path: '/screening-imports/{import}',
  tag: 'programme',
  summary: 'let go of a file of screenings before it is started',
  scope: 'curate',
  params: atImport,
  match: { of: get },
  answers: { 204: { description: 'it is forgotten' } },
  problems: ['not-found', 'conflict'],
  async handler(call) {
    const found = await looked(call, call.params.import);
    await call.transact((writer) => writer.screeningImports.remove(found.id));
    return done;
  },
});

/** A file that was looked at and not started yet. */
async function looked({ reader, viewer }: Pick<Call, 'reader' | 'viewer'>, asked: string) {
  const found = await screeningImport(reader, asked, viewer);
  if (found.state !== 'looked') throw conflict('imported');
  return found;
}

/** A file of screenings as a GET of it answers. */
async function importBody(
  { reader, viewer, now }: Pick<Call, 'reader' | 'viewer' | 'now'>,
  asked: string,
): Promise<z.output<typeof one>> {
  const found = await screeningImport(reader, asked, viewer);
  const plan = found.state === 'looked' ? await planOf(reader, found, now) : null;
  const { format, rows, created, updated, unchanged, unmatched, rejected, kept, problems } =
    plan?.report ?? (found.report as ScreeningReport);
  const said = problems.map(({ row, code }) => ({ row, code }));
  return {
    id: found.id,
    name: found.name,
    state: found.state,
    report: {
      format,
      rows,
      created,
      updated,
      unchanged,
      unmatched,
      rejected,
      kept: kept ?? null,
      problems: said,
    },
    asksVenue: plan?.asksVenue ?? false,
    questions: (plan?.questions ?? []).map(({ name, title, year, rows, candidates }) => ({
      ...{ name, title, year, rows },
      candidates: candidates.map(({ id, title, year }) => ({ id, title, year })),
    })),
    created: instantOf(found.created),
  };
}

export const SCREENING_IMPORTS = [bring, list, get, decide, start, undo, leave];
