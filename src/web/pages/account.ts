import type { Account, Signed } from '../../accounts/accounts.ts';
import { AccountsError } from '../../accounts/errors.ts';
import { DomainError } from '../../domain/errors.ts';
import { checkEmail, checkUsername, displayName, makeMember, memberOf } from '../../domain/member.ts';
import type { Role } from '../../domain/reader.ts';
import { noteMail } from '../../domain/waiting.ts';
import {
  linkFormView,
  linkOpenView,
  linkSentView,
  linkSpentView,
  signInView,
  signUpView,
  type Wrong,
} from '../../views/account.ts';
import { isBusy } from '../failure.ts';
import { field } from '../form.ts';
import { localPath } from '../local-path.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';

/** The form to sign in. */
export async function showSignIn(visit: Visit): Promise<Answer> {
  const next = localPath(visit.url.searchParams.get('next'));
  const { newcomers } = visit.site.settings;
  return page(signInView(visit.frame, { next, typed: {}, wrong: {}, newcomers }));
}

/** Signs somebody in with their password. */
export async function signIn(visit: Visit): Promise<Answer> {
  const form = await visit.form();
  const next = localPath(field(form, 'next'));
  const email = field(form, 'email');
  try {
    const given = { email, password: field(form, 'password') };
    const signed = await visit.accounts.signIn(given, visit.request.headers);
    await ensureMember(visit, signed.account);
    return redirect(next, signed.cookies);
  } catch (error) {
    const { wrong, status } = refusalOf(error);
    const { newcomers } = visit.site.settings;
    return page(signInView(visit.frame, { next, typed: { email }, wrong, newcomers }), status);
  }
}

/** An account without a member (a form that broke off half-way) gets one when its person comes back. */
async function ensureMember(visit: Visit, account: Account): Promise<void> {
  if (await visit.reader.members.byAccount(account.id)) return;
  await visit.transact((writer) => memberOf(writer, account, visit.now));
}

/** Ends the session. */
export async function signOut(visit: Visit): Promise<Answer> {
  return redirect('/', await visit.accounts.signOut(visit.request.headers));
}

/** The form to make an account. */
export async function showSignUp(visit: Visit): Promise<Answer> {
  const next = localPath(visit.url.searchParams.get('next'));
  const closed = !visit.site.settings.newcomers;
  return page(signUpView(visit.frame, { next, typed: {}, wrong: {}, closed }));
}

/** Makes an account and the member who uses it, and signs them in. */
export async function signUp(visit: Visit): Promise<Answer> {
  const form = await visit.form();
  const next = localPath(field(form, 'next'));
  if (!visit.site.settings.newcomers)
    return page(signUpView(visit.frame, { next, typed: {}, wrong: {}, closed: true }), 403);
  const person = personIn(form);
  const again = (wrong: Wrong, status = 400) =>
    page(signUpView(visit.frame, { next, typed: person, wrong, closed: false }), status);
  const wrong = await checkPerson(visit, person, 'member');
  if (wrong) return again(wrong);
  try {
    const signed = await accountFor(visit, person);
    if ('wrong' in signed) return again(signed.wrong);
    const input = { accountId: signed.account.id, ...person, role: 'member' as const };
    await visit.transact((writer) => makeMember(writer, input, visit.now));
    return redirect(next, signed.cookies);
  } catch (error) {
    const { wrong, status } = refusalOf(error);
    return again(wrong, status);
  }
}

/** What somebody typed to become a member. */
export interface PersonForm {
  name: string;
  username: string;
  email: string;
  password: string;
}

export function personIn(form: FormData): PersonForm {
  const [name, username, email] = ['name', 'username', 'email'].map((one) => field(form, one).trim());
  return {
    name: name ?? '',
    username: username ?? '',
    email: email ?? '',
    password: field(form, 'password'),
  };
}

/** What is wrong with the fields by which somebody becomes a member; null when nothing is. */
export async function checkPerson(visit: Visit, person: PersonForm, role: Role): Promise<Wrong | null> {
  const wrong: Wrong = {};
  const check = (look: () => unknown) => {
    try {
      look();
    } catch (error) {
      Object.assign(wrong, wrongOf(error));
    }
  };
  check(() => displayName(person.name));
  check(() => checkUsername(person.username, role));
  check(() => checkEmail(person.email));
  if (person.password.length < 8) wrong.password = 'password';
  if (!wrong.username) {
    const username = checkUsername(person.username, role);
    if (await visit.reader.members.usernameTaken(username)) wrong.username = 'username-taken';
  }
  return Object.keys(wrong).length > 0 ? wrong : null;
}

/** The field an error of the domain is about, and its sentence. */
export function wrongOf(error: unknown): Wrong {
  if (!(error instanceof DomainError)) throw error;
  switch (error.code) {
    case 'name':
    case 'name-too-long':
      return { name: error.code };
    case 'username':
    case 'username-reserved':
    case 'username-taken':
      return { username: error.code };
    case 'email':
      return { email: error.code };
    default:
      throw error;
  }
}

/**
 * What a form of accounts says of an error, and the status of its answer: whatever was typed stays in the form.
 * What is nobody's at the form is thrown on.
 */
export function refusalOf(error: unknown): { wrong: Wrong; status: number } {
  if (isBusy(error)) return { wrong: { form: 'busy' }, status: 503 };
  if (error instanceof DomainError && error.code === 'too-many-mails')
    return { wrong: { email: 'too-many-mails' }, status: 429 };
  if (!(error instanceof AccountsError)) return { wrong: wrongOf(error), status: 400 };
  switch (error.kind) {
    case 'email-taken':
      return { wrong: { email: 'email-taken' }, status: 400 };
    case 'weak-password':
      return { wrong: { password: 'password' }, status: 400 };
    case 'wait':
      return { wrong: { form: 'wait' }, status: 429 };
    case 'wrong-sign-in':
    case 'signed-out':
      return { wrong: { form: 'signIn' }, status: 400 };
  }
}

/**
 * An account for somebody who is to become a member. An account of theirs that was made before, but whose member
 * could not be (the username was taken at that moment), is taken up again with its own password.
 */
export async function accountFor(visit: Visit, person: PersonForm): Promise<Signed | { wrong: Wrong }> {
  const { accounts, reader, request } = visit;
  try {
    return await accounts.signUp(person, request.headers);
  } catch (error) {
    if (!(error instanceof AccountsError) || error.kind !== 'email-taken') throw error;
    const known = await accounts.byEmail(person.email);
    const unused = known !== null && (await reader.members.byAccount(known.id)) === null;
    if (unused && (await accounts.isPassword(known.id, person.password)))
      return accounts.signIn(person, request.headers);
    return { wrong: { email: 'email-taken' } };
  }
}

/** The form that asks for the address a link is mailed to. */
export async function showLinkForm(visit: Visit): Promise<Answer> {
  const next = localPath(visit.url.searchParams.get('next'));
  const { mailIsKept } = visit.services;
  return page(linkFormView(visit.frame, { next, typed: {}, wrong: {}, mailIsKept }));
}

/** Mails a link that signs in, if somebody has that address; says the same if not. */
export async function sendLink(visit: Visit): Promise<Answer> {
  const { accounts, services, frame, words, site, origin, now } = visit;
  const form = await visit.form();
  const next = localPath(field(form, 'next'));
  const typed = { email: field(form, 'email').trim() };
  const { mailIsKept } = services;
  try {
    const email = checkEmail(typed.email);
    const token = await accounts.linkToken(email);
    if (token === null) await visit.transact((writer) => noteMail(writer, email.toLowerCase(), now));
    else {
      const onward = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
      const link = `${origin}/sign-in/link/${token}${onward}`;
      const { subject, mail } = words.account.link;
      const message = { to: email, subject: subject(site.name), text: mail(site.name, link) };
      await visit.transact(async (writer) => {
        await noteMail(writer, email.toLowerCase(), now);
        await writer.jobs.enqueue('mail', message, now);
        writer.afterCommit(services.wakeJobs);
      });
    }
    return page(linkSentView(frame, { email, mailIsKept }));
  } catch (error) {
    const { wrong, status } = refusalOf(error);
    return page(linkFormView(frame, { next, typed, wrong, mailIsKept }), status);
  }
}

/** What a mailed link opens: one button. Nothing is used up by looking. */
export async function showLink(visit: Visit): Promise<Answer> {
  const token = visit.params.token ?? '';
  const next = localPath(visit.url.searchParams.get('next'));
  return page(linkOpenView(visit.frame, { token, next, wrong: {} }));
}

/**
 * Signs in whom a mailed link belongs to. Who thereby lost a password that was set before the address was proven is
 * told so first.
 */
export async function openLink(visit: Visit): Promise<Answer> {
  const next = localPath(field(await visit.form(), 'next'));
  const token = visit.params.token ?? '';
  try {
    const opened = await visit.accounts.openLink(token, visit.request.headers);
    if (opened === null) return page(linkSpentView(visit.frame), 400);
    await ensureMember(visit, opened.account);
    if (!opened.dropped) return redirect(next, opened.cookies);
    const onward = next === '/' || next === '/settings' ? '' : `&next=${encodeURIComponent(next)}`;
    return redirect(`/settings?saved=proven${onward}`, opened.cookies);
  } catch (error) {
    const { wrong, status } = refusalOf(error);
    return page(linkOpenView(visit.frame, { token, next, wrong }), status);
  }
}
