import type { Account, Signed } from '../../accounts/accounts.ts';
import { AccountsError } from '../../accounts/errors.ts';
import { DomainError } from '../../domain/errors.ts';
import { checkEmail, checkUsername, displayName, makeMember, memberOf } from '../../domain/member.ts';
import type { Role } from '../../domain/reader.ts';
import {
  linkFormView,
  linkOpenView,
  linkSentView,
  linkSpentView,
  signInView,
  signUpView,
  type Wrong,
} from '../../views/account.ts';
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
    if (!(error instanceof AccountsError)) throw error;
    const { newcomers } = visit.site.settings;
    const wrong: Wrong = { form: 'signIn' };
    return page(signInView(visit.frame, { next, typed: { email }, wrong, newcomers }), 400);
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
  const again = (wrong: Wrong) =>
    page(signUpView(visit.frame, { next, typed: person, wrong, closed: false }), 400);
  const wrong = await checkPerson(visit, person, 'member');
  if (wrong) return again(wrong);
  const signed = await accountFor(visit, person);
  if ('wrong' in signed) return again(signed.wrong);
  try {
    const input = { accountId: signed.account.id, ...person, role: 'member' as const };
    await visit.transact((writer) => makeMember(writer, input, visit.now));
  } catch (error) {
    return again(wrongOf(error));
  }
  return redirect(next, signed.cookies);
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
 * An account for somebody who is to become a member. An account of theirs that was made before, but whose member
 * could not be (the username was taken at that moment), is taken up again with its own password.
 */
export async function accountFor(visit: Visit, person: PersonForm): Promise<Signed | { wrong: Wrong }> {
  const { accounts, reader, request } = visit;
  try {
    return await accounts.signUp(person, request.headers);
  } catch (error) {
    if (!(error instanceof AccountsError)) throw error;
    if (error.kind === 'weak-password') return { wrong: { password: 'password' } };
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
  let email: string;
  try {
    email = checkEmail(typed.email);
  } catch (error) {
    return page(linkFormView(frame, { next, typed, wrong: wrongOf(error), mailIsKept }), 400);
  }
  const token = await accounts.linkToken(email);
  if (token !== null) {
    const onward = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
    const link = `${origin}/sign-in/link/${token}${onward}`;
    const { subject, mail } = words.account.link;
    const message = { to: email, subject: subject(site.name), text: mail(site.name, link) };
    await visit.transact(async (writer) => {
      await writer.jobs.enqueue('mail', message, now);
      writer.afterCommit(services.wakeJobs);
    });
  }
  return page(linkSentView(frame, { email, mailIsKept }));
}

/** What a mailed link opens: one button. Nothing is used up by looking. */
export async function showLink(visit: Visit): Promise<Answer> {
  const token = visit.params.token ?? '';
  const next = localPath(visit.url.searchParams.get('next'));
  return page(linkOpenView(visit.frame, { token, next }));
}

/**
 * Signs in whom a mailed link belongs to. Who thereby lost a password that was set before the address was proven is
 * told so first.
 */
export async function openLink(visit: Visit): Promise<Answer> {
  const form = await visit.form();
  const account = await visit.accounts.redeemLink(visit.params.token ?? '');
  if (account === null) return page(linkSpentView(visit.frame), 400);
  const drops = !account.emailVerified && (await visit.accounts.hasPassword(account.id));
  const { cookies } = await visit.accounts.signInProven(account.id, visit.request.headers);
  await ensureMember(visit, account);
  const next = localPath(field(form, 'next'));
  if (!drops) return redirect(next, cookies);
  const onward = next === '/' || next === '/settings' ? '' : `&next=${encodeURIComponent(next)}`;
  return redirect(`/settings?saved=proven${onward}`, cookies);
}
