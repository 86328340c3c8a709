import { z } from 'zod';
import { conflict } from '../../domain/errors.ts';
import {
  askForMine,
  canBeAsked,
  LONGEST_MESSAGE,
  REPORT_REASONS,
  reportReview,
  WISHES,
} from '../../domain/report.ts';
import { reviewPage } from '../../domain/reviews.ts';
import { READER } from '../../domain/viewer.ts';
import { operation } from '../operation.ts';
import { sent, taken } from '../schema.ts';
import { atEntry } from './entry.ts';

const contact = z
  .email()
  .max(254)
  .optional()
  .meta({ description: 'where to be answered; shown to nobody else' });
const message = z.string().max(LONGEST_MESSAGE).optional();
const told = sent(
  'Told',
  z.strictObject({ settled: z.boolean().meta({ description: 'whether anything is left to be decided' }) }),
  'that the house knows',
  { settled: false },
);

const report = operation({
  id: 'reportEntry',
  method: 'POST',
  path: '/entries/{entry}/reports',
  tag: 'entries',
  summary: 'tell the house what is wrong with an entry',
  scope: null,
  limit: 'mail',
  params: atEntry,
  body: taken(
    'ReportInput',
    z.strictObject({ reason: z.enum(REPORT_REASONS), message, contact }),
    'what is wrong',
    { reason: 'spoilers', message: 'It tells the end in its first line.' },
  ),
  answers: { 202: { description: 'the house knows', schema: told } },
  problems: ['not-found', 'invalid', 'gone'],
  async handler({ reader, transact, viewer, params, body, now }) {
    await reviewPage(reader, params.entry, viewer);
    const said = { message: (body.message ?? '').trim(), contact: body.contact ?? null };
    const settled = await transact((writer) =>
      reportReview(writer, params.entry, body.reason, said, viewer, now),
    );
    return { status: 202, body: { settled } };
  },
});

const claim = operation({
  id: 'claimEntry',
  method: 'POST',
  path: '/entries/{entry}/claims',
  tag: 'entries',
  summary: 'ask, as its author, that a review from elsewhere be changed or removed',
  description: 'No account is needed. It is hidden at once, until the house has decided.',
  scope: null,
  limit: 'mail',
  params: atEntry,
  body: taken(
    'ClaimInput',
    z.strictObject({ wish: z.enum(WISHES), message, contact }),
    'what its author wishes',
    { wish: 'remove', message: 'I wrote this for another page.' },
  ),
  answers: { 202: { description: 'it is hidden, and the house knows', schema: told } },
  problems: ['not-found', 'conflict', 'invalid'],
  async handler({ reader, transact, params, body, now }) {
    const found = await reviewPage(reader, params.entry, READER).catch(() => null);
    if (found && !canBeAsked(found.review)) throw conflict('of-a-member');
    const said = { message: (body.message ?? '').trim(), contact: body.contact ?? null };
    await transact((writer) => askForMine(writer, params.entry, body.wish, said, now));
    return { status: 202, body: { settled: false } };
  },
});

export const REPORTS = [report, claim];
