import { AccountsError } from '../../accounts/errors.ts';
import { type EntryInput, editEntry, editStamp, firstWaits, inputOf } from '../../domain/entry.ts';
import { DomainError, notFound } from '../../domain/errors.ts';
import type { Member } from '../../domain/reader.ts';
import { reviewPage } from '../../domain/reviews.ts';
import { READER, type Viewer } from '../../domain/viewer.ts';
import { type ReviewFormView, type ReviewValues, reviewFormView } from '../../views/review-form.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { idOf } from './review.ts';
import { EMPTY, readReview, typedIn } from './review-form.ts';

/** One's own review in its form. */
export async function showEdit(visit: Visit): Promise<Answer> {
  const id = idOf(visit);
  const entry = await ownEntryOf(visit, id, visit.viewer.authorId);
  return page(
    await editPage(visit, id, visit.viewer, { values: valuesOf(inputOf(entry)), seen: editStamp(entry) }),
  );
}

/**
 * Saves an edit. Whoever is no longer signed in keeps every word and signs in by the same form; whose review was
 * changed elsewhere in the meantime sees both.
 */
export async function postEdit(visit: Visit): Promise<Answer> {
  const id = idOf(visit);
  const form = await visit.form();
  const sent = readReview(typedIn(form), visit.today);
  const seen = field(form, 'seen') || null;
  const signed = visit.member ? { member: visit.member, cookies: [] } : await signIn(visit, form);
  if (!signed.member) {
    const asked = { email: field(form, 'email'), wrong: form.has('password') };
    return page(await editPage(visit, id, READER, { values: sent.values, seen, signIn: asked }), 403);
  }
  const { member, cookies } = signed;
  const viewer: Viewer = { memberId: member.id, authorId: member.authorId, role: member.role };
  await ownEntryOf(visit, id, member.authorId);
  const again = (change: Partial<ReviewFormView>) =>
    editPage(visit, id, viewer, { values: sent.values, seen, ...change });
  if (sent.problems.length > 0) return page(await again({ problems: sent.problems }), 400, cookies);
  try {
    await visit.transact(async (writer) => {
      const waits = await firstWaits(writer, visit.site.settings, member);
      const by = {
        authorId: member.authorId,
        memberId: member.id,
        now: visit.now,
        today: visit.today,
        waits,
      };
      await editEntry(writer, id, sent.input, by, seen);
    });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'edited-elsewhere') throw error;
    const now = await ownEntryOf(visit, id, member.authorId);
    const conflict = { html: now.review?.html ?? null };
    return page(await again({ seen: editStamp(now), conflict }), 409, cookies);
  }
  const path = `/review/${id}`;
  return redirect(path, [
    ...cookies,
    `review-published=${visit.now}; Path=${path}/edit; Max-Age=86400; SameSite=Lax`,
  ]);
}

async function signIn(visit: Visit, form: FormData): Promise<{ member: Member | null; cookies: string[] }> {
  const [email, password] = [field(form, 'email'), field(form, 'password')];
  if (email === '' || password === '') return { member: null, cookies: [] };
  try {
    const { account, cookies } = await visit.accounts.signIn({ email, password }, visit.request.headers);
    return { member: await visit.reader.members.byAccount(account.id), cookies };
  } catch (error) {
    if (error instanceof AccountsError) return { member: null, cookies: [] };
    throw error;
  }
}

async function ownEntryOf({ reader }: Visit, id: string, authorId: string | null) {
  const entry = await reader.entries.toChange(id);
  if (!entry || entry.authorId !== authorId || entry.deleted !== null) throw notFound('review');
  return entry;
}

async function editPage(
  visit: Visit,
  id: string,
  viewer: Viewer,
  view: Pick<ReviewFormView, 'values'> & Partial<ReviewFormView>,
) {
  // Whoever is not signed in learns no more of a review than everybody may.
  const known = await reviewPage(visit.reader, id, viewer).catch((error: unknown) => {
    if (error instanceof DomainError && viewer.memberId === null) return null;
    throw error;
  });
  return reviewFormView(visit.frame, {
    film: known?.film ?? null,
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
