import { z } from 'zod';
import { notFound } from '../../domain/errors.ts';
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
import {
  mineView,
  type ReportValues,
  type ReportView,
  reportedView,
  reportView,
} from '../../views/report.ts';
import { busyPage, whenBusy } from '../failure.ts';
import { field } from '../form.ts';
import { type Answer, page, type Visit } from '../route.ts';
import { idOf } from './review.ts';

const BUSY = { form: 'busy' } as const;
const EMPTY: ReportValues = { choice: '', message: '', contact: '' };
const WISH = z.enum(WISHES);
const REASON = z.enum(REPORT_REASONS);
const CONTACT = z.union([z.literal(''), z.email().max(254)]);

/** The form by which an author asks for a review from elsewhere; no account is needed. */
export async function showMine(visit: Visit): Promise<Answer> {
  const { film, review } = await reviewPage(visit.reader, idOf(visit), READER);
  const ofMember = !canBeAsked(review);
  return page(mineView(visit.frame, { film, review, values: EMPTY, problems: {}, ofMember }));
}

/** Hides a review from elsewhere at once, and asks the house to decide. */
export async function postMine(visit: Visit): Promise<Answer> {
  const id = idOf(visit);
  const { values, problems } = readValues(await visit.form());
  const wish = WISH.safeParse(values.choice);
  const shown = await reviewPage(visit.reader, id, READER).catch(() => null);
  if (shown && !canBeAsked(shown.review))
    return page(mineView(visit.frame, { ...shown, values, problems: {}, ofMember: true }), 409);
  if (!wish.success) problems.choice = 'wish';
  if (!wish.success || Object.keys(problems).length > 0) {
    if (!shown) throw notFound('review');
    return page(mineView(visit.frame, { ...shown, values, problems, ofMember: false }), 400);
  }
  const film = await visit
    .transact(async (writer) => {
      const entry = await writer.entries.toChange(id);
      await askForMine(writer, id, wish.data, said(values), visit.now);
      return entry && writer.films.byId(entry.filmId);
    })
    .catch(whenBusy);
  if (film === 'busy' && shown)
    return page(mineView(visit.frame, { ...shown, values, problems: BUSY, ofMember: false }), 503);
  if (film === 'busy') return busyPage(visit.frame);
  if (!film) throw notFound('review');
  const { mine } = visit.words.report;
  return page(reportedView(visit.frame, { film, title: mine.title, said: mine.done, reviewId: null }));
}

/** The form by which a reader points at a review. */
export async function showReport(visit: Visit): Promise<Answer> {
  const { film, review } = await reviewPage(visit.reader, idOf(visit), visit.viewer);
  return page(reportView(visit.frame, { film, review, values: EMPTY, problems: {} }));
}

/** Keeps a report for the house. */
export async function postReport(visit: Visit): Promise<Answer> {
  const id = idOf(visit);
  const { film, review } = await reviewPage(visit.reader, id, visit.viewer);
  const { values, problems } = readValues(await visit.form());
  const reason = REASON.safeParse(values.choice);
  if (!reason.success) problems.choice = 'reason';
  if (!reason.success || Object.keys(problems).length > 0)
    return page(reportView(visit.frame, { film, review, values, problems }), 400);
  const settled = await visit
    .transact((writer) => reportReview(writer, id, reason.data, said(values), visit.viewer, visit.now))
    .catch(whenBusy);
  if (settled === 'busy') return page(reportView(visit.frame, { film, review, values, problems: BUSY }), 503);
  const { report } = visit.words.report;
  const sentence = settled ? report.settled : report.done;
  return page(reportedView(visit.frame, { film, title: report.title, said: sentence, reviewId: id }));
}

function readValues(form: FormData): { values: ReportValues; problems: ReportView['problems'] } {
  const typed = (name: string) => field(form, name).replaceAll('\0', '');
  const values = { choice: typed('choice'), message: typed('message'), contact: typed('contact').trim() };
  const problems: ReportView['problems'] = {};
  if ([...values.message].length > LONGEST_MESSAGE) problems.message = 'message-too-long';
  if (!CONTACT.safeParse(values.contact).success) problems.contact = 'email';
  return { values, problems };
}

function said({ message, contact }: ReportValues) {
  return { message: message.trim(), contact: contact || null };
}
