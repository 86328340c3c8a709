import { z } from 'zod';
import { notFound } from '../../domain/errors.ts';
import type { Batch } from '../../domain/reader.ts';
import { settleRow } from '../../interchange/settle.ts';
import { type Call, ok, operation } from '../operation.ts';
import { cursor, cursorIn, pageAnswer } from '../paging.ts';
import { pageOf, sent, taken } from '../schema.ts';
import { atImport } from './import.ts';
import { batchFor, OUTCOMES } from './import-shape.ts';

const ROWS = 100;

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
  query: z.strictObject({
    outcome: z.enum(OUTCOMES).optional().meta({ description: 'none but these' }),
    cursor,
  }),
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
    return pageAnswer(call, items, last ? [last.number] : null);
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
    const { reader, transact, params, body, now } = call;
    const batch = await ownBatch(call, params.import);
    return ok({ rows: await settleRow({ reader, transact }, batch.id, body.number, body.film, now) });
  },
});

/** An import that is done, for whoever brought it. */
async function ownBatch(call: Pick<Call, 'reader' | 'viewer'>, asked: string): Promise<Batch> {
  const batch = await batchFor(call, asked);
  if (batch.state !== 'done' || batch.memberId !== call.viewer.memberId) throw notFound('import');
  return batch;
}

export const IMPORT_ROWS = [listRows, settle];
