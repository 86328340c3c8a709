import { z } from 'zod';
import type { Account } from '../../accounts/accounts.ts';
import { AccountsError } from '../../accounts/errors.ts';
import { wordsHere } from '../../domain/entry.ts';
import { DomainError, notFound } from '../../domain/errors.ts';
import { displayName } from '../../domain/member.ts';
import type { Film, FilmKey, WaitingReview, Writer } from '../../domain/reader.ts';
import { addressWaiting, hashOf, publishWaiting, WAITING_DAYS } from '../../domain/waiting.ts';
import { filmName, stars } from '../../views/stars.ts';
import {
  expiredView,
  mailedAgainView,
  openLinkView,
  unknownLinkView,
  type WaitingView,
  type WaitingWords,
  waitingView,
} from '../../views/waiting.ts';
import { isBusy } from '../failure.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { draftCookie, filmOf, publishedCookies, readReview, type Sent, whereShown } from './review-form.ts';

const EMAIL = z.email().max(254);

/** A waiting review, the film it is about, and what its words say now. */
interface Waiting {
  row: WaitingReview;
  film: Film;
  key: FilmKey;
  sent: Sent;
}

/** Step two: the words as they will be, and who wrote them. */
export async function showWaiting(visit: Visit): Promise<Answer> {
  const token = visit.params.token ?? '';
  const waiting = await waitingHere(visit, token);
  if (waiting.row.entryId !== null) return redirect(`/review/${waiting.row.entryId}`);
  if (waiting.sent.problems.length > 0)
    return redirect(`/film/${waiting.key.slug}/review`, [draftCookie(visit, waiting.key, token)]);
  return page(stepTwo(visit, waiting, waiting.row.name ?? '', waiting.row.email ?? '', {}));
}

/** Mails the link, or publishes at once for whoever is signed in. */
export async function postWaiting(visit: Visit): Promise<Answer> {
  const waiting = await waitingHere(visit, visit.params.token ?? '');
  const { row, key, film } = waiting;
  if (row.entryId !== null) return redirect(`/review/${row.entryId}`);
  const form = await visit.form();
  if (visit.member?.accountId) {
    const account = { id: visit.member.accountId, name: visit.member.name, email: '' };
    const id = await publish(visit, waiting, account).catch(nullWhenBusy);
    if (id === null) return page(stepTwo(visit, waiting, '', '', { form: 'busy' }), 503);
    return redirect(await whereShown(visit, key, id, visit.viewer), publishedCookies(visit, key));
  }
  const name = field(form, 'name').slice(0, 1000);
  const email = field(form, 'email').trim().slice(0, 1000);
  const problems: WaitingView['problems'] = { ...nameProblem(name), ...emailProblem(email) };
  if (isClosed(visit) || Object.keys(problems).length > 0)
    return page(stepTwo(visit, waiting, name, email, problems), 400);
  try {
    await visit.transact((writer) =>
      mailLink(visit, writer, row, film, waiting.sent, { name: displayName(name), email }),
    );
  } catch (error) {
    const { problem, status } = mailProblem(error);
    const where = problem === 'busy' ? { form: problem } : { email: problem };
    return page(stepTwo(visit, waiting, name, email, where), status);
  }
  return redirect(`/film/${key.slug}/review/${visit.params.token}`);
}

/**
 * A mailed link is opened: the review is published and its writer signed in. It is the one GET that changes
 * something, because it is what people do with a link in a mail; it does so once, by a token nobody can guess.
 * What only looks ahead (a HEAD request, a prefetching browser) changes nothing and finds a button.
 */
export async function openWelcome(visit: Visit): Promise<Answer> {
  const waiting = await waitingByMail(visit);
  if (!waiting) return page(unknownLinkView(visit.frame), 404);
  const { headers, method } = visit.request;
  const ahead = /\bprefetch\b/i.test(
    `${headers.get('sec-purpose')} ${headers.get('purpose')} ${headers.get('x-moz')}`,
  );
  if (waiting.row.entryId === null && (method === 'HEAD' || ahead))
    return page(openLinkView(visit.frame, waiting.film, visit.url.pathname, false));
  return welcome(visit, waiting);
}

/** The same by a button; or a new link for one that has run out. */
export async function postWelcome(visit: Visit): Promise<Answer> {
  const waiting = await waitingByMail(visit);
  if (!waiting) return page(unknownLinkView(visit.frame), 404);
  const asked = field(await visit.form(), 'do');
  const { row, film } = waiting;
  const again = asked === 'again' && row.entryId === null && row.expires <= visit.now && !isClosed(visit);
  if (!again || row.email === null || row.name === null) return welcome(visit, waiting);
  const to = { name: row.name, email: row.email };
  try {
    await visit.transact((writer) => mailLink(visit, writer, row, film, waiting.sent, to));
  } catch (error) {
    const { problem, status } = mailProblem(error);
    return page(expired(visit, waiting, problem), status);
  }
  const said = { email: row.email, days: WAITING_DAYS, kept: visit.services.mailIsKept };
  return page(mailedAgainView(visit.frame, film, said));
}

/** Why no link was mailed; anything else is thrown on. */
function mailProblem(error: unknown): { problem: 'too-many-mails' | 'busy'; status: number } {
  if (isBusy(error)) return { problem: 'busy', status: 503 };
  if (!(error instanceof DomainError) || error.code !== 'too-many-mails') throw error;
  return { problem: 'too-many-mails', status: 429 };
}

function nullWhenBusy(error: unknown): null {
  if (isBusy(error)) return null;
  throw error;
}

/** Publishes by a mailed link; where the site cannot write just now, the link is good still and says so. */
async function welcome(visit: Visit, waiting: Waiting): Promise<Answer> {
  const answer = await publishByLink(visit, waiting).catch(nullWhenBusy);
  return answer ?? page(openLinkView(visit.frame, waiting.film, visit.url.pathname, true), 503);
}

async function publishByLink(visit: Visit, waiting: Waiting): Promise<Answer> {
  const { row, key } = waiting;
  if (row.entryId !== null) return redirect(await whereShown(visit, key, row.entryId, visit.viewer));
  if (row.expires <= visit.now || row.email === null || waiting.sent.problems.length > 0)
    return page(expired(visit, waiting, null), 410);
  const known = await visit.accounts.byEmail(row.email);
  if (!known && !visit.site.settings.newcomers) return page(expired(visit, waiting, null), 403);
  const account = known ?? (await newAccount(visit, row.email, row.name ?? ''));
  // First, because it takes the account from whoever registered with the address without having it.
  const { cookies } = await visit.accounts.signInProven(account.id, visit.request.headers);
  const id = await publish(visit, waiting, account);
  const member = await visit.reader.members.byAccount(account.id);
  const viewer = member
    ? { memberId: member.id, authorId: member.authorId, role: member.role }
    : visit.viewer;
  const to = await whereShown(visit, key, id, viewer);
  return redirect(to, [...cookies, ...publishedCookies(visit, key)]);
}

async function newAccount({ accounts }: Visit, email: string, name: string): Promise<Account> {
  try {
    return await accounts.create({ email, name, emailVerified: true });
  } catch (error) {
    const made = error instanceof AccountsError ? await accounts.byEmail(email) : null;
    if (!made) throw error;
    return made;
  }
}

/** Publishes under an account; who comes second finds what the first has published. */
async function publish(
  visit: Visit,
  { row, sent }: Waiting,
  account: { id: string; name: string; email: string },
): Promise<string> {
  const { now, today, site, transact } = visit;
  return transact(async (writer) => {
    const made = await publishWaiting(writer, row, sent.input, account, {
      settings: site.settings,
      now,
      today,
    });
    if (made) return made.entryId;
    const published = await writer.waiting.entryOf(row.id);
    if (published === null) throw notFound('review');
    return published;
  });
}

async function mailLink(
  visit: Visit,
  writer: Writer,
  row: WaitingReview,
  film: Film,
  sent: Sent,
  to: { name: string; email: string },
): Promise<void> {
  const token = await addressWaiting(writer, row, to, visit.now);
  const { mail } = visit.words.waiting;
  const text = mail.text({
    site: visit.site.name,
    film: filmName(film),
    stars: sent.input.rating === null ? '' : stars(sent.input.rating),
    link: `${visit.origin}/welcome/${token}`,
    days: WAITING_DAYS,
  });
  await writer.jobs.enqueue('mail', { to: to.email, subject: mail.subject(filmName(film)), text }, visit.now);
  writer.afterCommit(visit.services.wakeJobs);
}

async function waitingHere(visit: Visit, token: string): Promise<Waiting> {
  const key = await filmOf(visit);
  const row = await visit.reader.waiting.byTokenHash(hashOf(token));
  const film = row && row.filmId === key.id ? await visit.reader.films.byId(key.id) : null;
  if (!row || !film) throw notFound('review');
  return { row, film, key, sent: readReview(row.form, visit.today) };
}

async function waitingByMail(visit: Visit): Promise<Waiting | null> {
  const row = await visit.reader.waiting.byMailHash(hashOf(visit.params.token ?? ''));
  const film = row && (await visit.reader.films.byId(row.filmId));
  const key = film && (await visit.reader.films.key(film.slug));
  return row && film && key ? { row, film, key, sent: readReview(row.form, visit.today) } : null;
}

function stepTwo(
  visit: Visit,
  { row, film, key, sent }: Waiting,
  name: string,
  email: string,
  problems: WaitingView['problems'],
) {
  const days = Math.max(1, Math.ceil((row.expires - visit.now) / 86_400_000));
  return waitingView(visit.frame, {
    film,
    review: wordsOf(sent),
    action: `/film/${key.slug}/review/${visit.params.token}`,
    name,
    email,
    problems,
    mailed: row.email === null ? null : { days, kept: visit.services.mailIsKept },
    member: visit.member,
    closed: isClosed(visit),
  });
}

function expired(visit: Visit, { film, sent }: Waiting, problem: 'too-many-mails' | 'busy' | null) {
  return expiredView(visit.frame, {
    film,
    review: wordsOf(sent),
    source: sent.values.text,
    action: visit.url.pathname,
    closed: isClosed(visit),
    problem,
  });
}

function wordsOf({ input }: Sent): WaitingWords {
  const { rating, title, viewed, tags } = input;
  return { rating, title, viewed, tags, html: wordsHere(input.text, input.format)?.html ?? null };
}

function isClosed({ member, site }: Visit): boolean {
  return member === null && !site.settings.newcomers;
}

function nameProblem(text: string): Pick<WaitingView['problems'], 'name'> {
  if (/https?:|www\.|:\/\//i.test(text)) return { name: 'name-link' };
  try {
    displayName(text);
    return {};
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { name: error.code === 'name-too-long' ? 'name-too-long' : 'name' };
  }
}

function emailProblem(text: string): Pick<WaitingView['problems'], 'email'> {
  return EMAIL.safeParse(text).success ? {} : { email: 'email' };
}
