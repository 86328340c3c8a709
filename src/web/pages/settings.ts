import { AccountsError } from '../../accounts/errors.ts';
import { forbidden } from '../../domain/errors.ts';
import { renameMember } from '../../domain/member.ts';
import { setOnPosters } from '../../domain/poster-word.ts';
import { profileFields, readProfile, saveProfile } from '../../domain/profile.ts';
import type { Member } from '../../domain/reader.ts';
import { setLetsOut } from '../../domain/strip.ts';
import type { Wrong } from '../../views/account.ts';
import { type SettingsView, settingsView } from '../../views/settings.ts';
import { field } from '../form.ts';
import { localPath } from '../local-path.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { refusalOf } from './account.ts';

/** One's own settings. */
export async function showSettings(visit: Visit): Promise<Answer> {
  const { searchParams } = visit.url;
  const done = (['name', 'password', 'profile', 'strips', 'posters', 'proven'] as const).find(
    (one) => one === searchParams.get('saved'),
  );
  return page(await settingsOf(visit, { done: done ?? null, next: localPath(searchParams.get('next')) }));
}

/** Saves another display name. */
export async function saveName(visit: Visit): Promise<Answer> {
  const member = signedIn(visit);
  const name = field(await visit.form(), 'name');
  try {
    await visit.transact((writer) => renameMember(writer, member, name));
  } catch (error) {
    const { wrong, status } = refusalOf(error);
    return page(await settingsOf(visit, { name, wrong: settingsWrong(wrong) }), status);
  }
  return redirect('/settings?saved=name');
}

/** Saves what somebody says of themselves; what cannot be read is said beside its field, and nothing is lost. */
export async function saveAbout(visit: Visit): Promise<Answer> {
  const { authorId, id } = signedIn(visit);
  const form = await visit.form();
  const profile = {
    bio: field(form, 'bio'),
    location: field(form, 'location'),
    website: field(form, 'website'),
    pronoun: field(form, 'pronoun'),
    favourites: [0, 1, 2, 3].map((at) => field(form, `favourite-${at}`)),
  };
  const read = await readProfile(visit.reader, authorId, profile);
  if ('wrong' in read) return page(await settingsOf(visit, { profile, profileWrong: read.wrong }), 400);
  await visit.transact(async (writer) => {
    await saveProfile(writer, authorId, read.input, visit.now);
    await writer.versions.raise(id);
  });
  return redirect('/settings?saved=profile');
}

/** Saves what of their reviews may stand on other sites. */
export async function saveStrips(visit: Visit): Promise<Answer> {
  const member = signedIn(visit);
  const word = wordIn(await visit.form(), 'strips');
  await visit.transact((writer) => setLetsOut(writer, member, word));
  return redirect('/settings?saved=strips');
}

/** Saves what of their reviews may stand on posters. */
export async function savePosters(visit: Visit): Promise<Answer> {
  const member = signedIn(visit);
  const word = wordIn(await visit.form(), 'posters');
  await visit.transact((writer) => setOnPosters(writer, member, word));
  return redirect('/settings?saved=posters');
}

function wordIn(form: FormData, where: 'strips' | 'posters') {
  const asked = field(form, where);
  return (['all', 'none'] as const).find((one) => one === asked) ?? null;
}

/**
 * Sets a password for whoever knows the present one, or has come by a mailed link just now. Their other sessions
 * end, and this one goes on under a new id.
 */
export async function savePassword(visit: Visit): Promise<Answer> {
  const { accounts } = visit;
  const { headers } = visit.request;
  const accountId = signedIn(visit).accountId ?? '';
  const form = await visit.form();
  try {
    if (!(await accounts.cameByLink(headers))) {
      if (!(await accounts.hasPassword(accountId)))
        return page(await settingsOf(visit, { wrong: { link: true } }), 403);
      if (!(await accounts.isPassword(accountId, field(form, 'current'))))
        return page(await settingsOf(visit, { wrong: { current: true } }), 400);
    }
    const { cookies } = await accounts.changePassword(field(form, 'password'), headers);
    const { id } = signedIn(visit);
    if (field(form, 'tokens') === '1') await visit.transact((writer) => writer.tokens.removeAll(id));
    return redirect('/settings?saved=password', cookies);
  } catch (error) {
    if (error instanceof AccountsError && error.kind === 'signed-out')
      return redirect('/sign-in?next=%2Fsettings');
    const { wrong, status } = refusalOf(error);
    return page(await settingsOf(visit, { wrong: settingsWrong(wrong) }), status);
  }
}

/** What is wrong with a form of the settings. */
function settingsWrong({ name, password, form }: Wrong): SettingsView['wrong'] {
  return {
    ...(name === 'name' || name === 'name-too-long' ? { name } : {}),
    ...(password ? { password: true as const } : {}),
    ...(form ? { form } : {}),
  };
}

async function settingsOf(visit: Visit, now: Partial<SettingsView>) {
  const member = signedIn(visit);
  const { headers } = visit.request;
  const account = await visit.accounts.whoIs(headers);
  return settingsView(visit.frame, {
    username: member.username,
    name: member.name,
    profile: await profileFields(visit.reader, member.authorId),
    profileWrong: null,
    strips: await visit.reader.members.letsOut(member.id, 'strips'),
    posters: await visit.reader.members.letsOut(member.id, 'posters'),
    email: account?.email ?? '',
    hasPassword: await visit.accounts.hasPassword(member.accountId ?? ''),
    cameByLink: await visit.accounts.cameByLink(headers),
    hasTokens: (await visit.reader.tokens.of(member.id)).length > 0,
    done: null,
    next: '/',
    wrong: {},
    ...now,
  });
}

function signedIn(visit: Visit): Member {
  if (!visit.member) throw forbidden('role');
  return visit.member;
}
