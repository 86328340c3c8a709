import { AccountsError } from '../../accounts/errors.ts';
import { forbidden } from '../../domain/errors.ts';
import { renameMember } from '../../domain/member.ts';
import type { Member } from '../../domain/reader.ts';
import { type SettingsView, settingsView } from '../../views/settings.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { wrongOf } from './account.ts';

/** One's own settings. */
export async function showSettings(visit: Visit): Promise<Answer> {
  const done = (['name', 'password'] as const).find((one) => one === visit.url.searchParams.get('saved'));
  return page(await settingsOf(visit, { done: done ?? null }));
}

/** Saves another display name. */
export async function saveName(visit: Visit): Promise<Answer> {
  const member = signedIn(visit);
  const name = field(await visit.form(), 'name');
  try {
    await visit.transact((writer) => renameMember(writer, member, name));
  } catch (error) {
    const { name: code } = wrongOf(error);
    const wrong = code === 'name' || code === 'name-too-long' ? { name: code } : {};
    return page(await settingsOf(visit, { name, wrong }), 400);
  }
  return redirect('/settings?saved=name');
}

/** Sets a first password, or another one for whoever knows the present one. */
export async function savePassword(visit: Visit): Promise<Answer> {
  const { accounts } = visit;
  const accountId = signedIn(visit).accountId ?? '';
  const form = await visit.form();
  const has = await accounts.hasPassword(accountId);
  if (has && !(await accounts.isPassword(accountId, field(form, 'current'))))
    return page(await settingsOf(visit, { wrong: { current: true } }), 400);
  try {
    await accounts.setPassword(accountId, field(form, 'password'));
  } catch (error) {
    if (!(error instanceof AccountsError)) throw error;
    return page(await settingsOf(visit, { wrong: { password: true } }), 400);
  }
  return redirect('/settings?saved=password');
}

async function settingsOf(visit: Visit, now: Partial<SettingsView>) {
  const member = signedIn(visit);
  const account = await visit.accounts.whoIs(visit.request.headers);
  return settingsView(visit.frame, {
    username: member.username,
    name: member.name,
    email: account?.email ?? '',
    hasPassword: await visit.accounts.hasPassword(member.accountId ?? ''),
    done: null,
    wrong: {},
    ...now,
  });
}

function signedIn(visit: Visit): Member {
  if (!visit.member) throw forbidden('role');
  return visit.member;
}
