import { AccountsError } from '../../accounts/errors.ts';
import { restoreEntry } from '../../domain/deletion.ts';
import { type EntryInput, editEntry, editStamp, firstWaits, inputOf } from '../../domain/entry.ts';
import { DomainError, notFound } from '../../domain/errors.ts';
import type { Film, Member, Writer } from '../../domain/reader.ts';
import { versionOf } from '../../domain/version.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { type ReviewFormView, type ReviewValues, reviewFormView } from '../../views/review-form.ts';
import { isBusy } from '../failure.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { idOf } from './review.ts';
import { EMPTY, readReview, type Sent, typedIn } from './review-form.ts';

/** One's own review in its form. */
export async function showEdit(visit: Visit): Promise<Answer> {
  const id = idOf(visit);
  const entry = await visit.reader.entries.toChange(id);
  if (!entry || entry.authorId !== visit.viewer.authorId || entry.deleted !== null) throw notFound('review');
  return page(
    await editPage(visit, id, visit.viewer, { values: valuesOf(inputOf(entry)), seen: editStamp(entry) }),
  );
}

/**
 * Saves an edit. Whoever is not signed in as its author keeps every word and signs in by the same form; whose
 * review was changed or deleted elsewhere in the meantime is told, and keeps every word too.
 */
export async function postEdit(visit: Visit): Promise<Answer> {
  const id = idOf(visit);
  const form = await visit.form();
  const sent = readReview(typedIn(form), visit.today);
  const seen = field(form, 'seen') || null;
  try {
    return await takeEdit(visit, id, form, sent, seen);
  } catch (error) {
    if (!isBusy(error)) throw error;
    const asks = visit.member === null;
    const again = {
      values: sent.values,
      seen,
      busy: true,
      comesBack: form.has('back'),
      signIn: asks ? { email: field(form, 'email'), wrong: false } : null,
    };
    return page(await editPage(visit, id, visit.viewer, again), 503);
  }
}

async function takeEdit(
  visit: Visit,
  id: string,
  form: FormData,
  sent: Sent,
  seen: string | null,
): Promise<Answer> {
  // Whoever is signed in is not signed in as somebody else here, where passwords are not counted as at the door.
  const { member, cookies, wrong } =
    visit.member === null && form.has('password')
      ? await signIn(visit, form)
      : { member: visit.member, cookies: [], wrong: false };
  const entry = await visit.reader.entries.toChange(id);
  if (!member || entry?.authorId !== member.authorId) {
    const typed = { values: sent.values, seen, other: member !== null };
    const signIn = visit.member === null ? { email: field(form, 'email'), wrong } : null;
    const status = wrong === 'wait' ? 429 : 403;
    return page(await editPage(visit, id, visit.viewer, { ...typed, signIn }), status);
  }
  const viewer: Viewer = { memberId: member.id, authorId: member.authorId, role: member.role };
  const again = (change: Partial<ReviewFormView>) =>
    editPage(visit, id, viewer, { values: sent.values, seen, ...change });
  const comesBack = field(form, 'back') === '1' || entry.deleted === null;
  if (sent.problems.length > 0)
    return page(await again({ problems: sent.problems, comesBack: entry.deleted !== null }), 400, cookies);
  if (!comesBack) return page(await again({ comesBack: true }), 409, cookies);
  try {
    await visit.transact((writer) => save(writer, visit, { id, input: sent.input, member, seen }));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'edited-elsewhere') throw error;
    const now = await visit.reader.entries.toChange(id);
    if (!now) throw error;
    return page(await again({ seen: editStamp(now), conflict: versionOf(now) }), 409, cookies);
  }
  const path = `/review/${id}`;
  const secure = visit.origin.startsWith('https:') ? '; Secure' : '';
  return redirect(path, [
    ...cookies,
    `review-published=${visit.now}; Path=${path}/edit; Max-Age=86400; SameSite=Lax${secure}`,
  ]);
}

async function save(
  writer: Writer,
  { site, now, today }: Visit,
  { id, input, member, seen }: { id: string; input: EntryInput; member: Member; seen: string | null },
): Promise<void> {
  const waits = await firstWaits(writer, site.settings, member);
  const by = { authorId: member.authorId, memberId: member.id, now, today, waits };
  const entry = await writer.entries.toChange(id);
  if (entry?.deleted) await restoreEntry(writer, id, by);
  await editEntry(writer, id, input, by, seen);
}

async function signIn(
  visit: Visit,
  form: FormData,
): Promise<{ member: Member | null; cookies: string[]; wrong: boolean | 'wait' }> {
  const [email, password] = [field(form, 'email'), field(form, 'password')];
  const nobody = { member: null, cookies: [], wrong: true };
  if (email === '' || password === '') return nobody;
  try {
    const { account, cookies } = await visit.accounts.signIn({ email, password }, visit.request.headers);
    return { member: await visit.reader.members.byAccount(account.id), cookies, wrong: false };
  } catch (error) {
    if (!(error instanceof AccountsError)) throw error;
    return error.kind === 'wait' ? { ...nobody, wrong: 'wait' } : nobody;
  }
}

async function editPage(
  visit: Visit,
  id: string,
  viewer: Viewer,
  view: Pick<ReviewFormView, 'values'> & Partial<ReviewFormView>,
) {
  return reviewFormView(visit.frame, {
    film: await filmFor(visit, id, viewer),
    kind: 'edit',
    action: `/review/${id}/edit`,
    problems: [],
    member: true,
    today: visit.today,
    key: `edit:${id}`,
    back: `/review/${id}`,
    ...view,
  });
}

/** The film an edit is about, as far as whoever sent it may know: by what they can read, or by having written it. */
async function filmFor({ reader }: Visit, id: string, viewer: Viewer): Promise<Film | null> {
  const entry = await reader.entries.toChange(id);
  const readable = entry?.authorId === viewer.authorId || (await reader.reviews.byId(id, viewer)) !== null;
  return entry && readable ? reader.films.byId(entry.filmId) : null;
}

function valuesOf(input: EntryInput): ReviewValues {
  const [year = '', month = '', day = ''] = (input.viewed ?? '').split('-');
  const box = (ticked: boolean) => (ticked ? '1' : '');
  return {
    ...EMPTY,
    rating: input.rating === null ? '' : String(input.rating),
    liked: box(input.liked),
    text: input.text,
    spoiler: box(input.spoiler === 'yes'),
    year,
    month: String(Number(month) || ''),
    day: String(Number(day) || ''),
    rewatch: box(input.rewatch),
    title: input.title ?? '',
    tags: input.tags.join(', '),
    language: input.language ?? '',
    visibility: input.visibility,
  };
}
