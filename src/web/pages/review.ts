import { deleteEntry, GRACE_DAYS, restoreEntry } from '../../domain/deletion.ts';
import { DomainError, notFound } from '../../domain/errors.ts';
import { formerVersions, purgeVersion } from '../../domain/history.ts';
import { posterWord } from '../../domain/poster-word.ts';
import { settleSpoiler } from '../../domain/review.ts';
import { deletedReview, reviewPage } from '../../domain/reviews.ts';
import { curates, moderates } from '../../domain/viewer.ts';
import { dayIn, timeIn } from '../../domain/viewing-date.ts';
import { deletedView, deleteView, reviewView, versionsView } from '../../views/review.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { justArranged } from './arrange.ts';
import { whereShown } from './review-form.ts';

/** The review of an address that begins `/review/:id`. */
export function idOf({ params }: Visit): string {
  const id = params.id ?? '';
  if (!/^[0-9a-v]{26}$/.test(id)) throw notFound('review');
  return id;
}

/** Who writes, as the domain asks it, of somebody who is signed in. */
export function writing(visit: Visit) {
  const { member, now, today } = visit;
  if (!member) throw notFound('review');
  return { authorId: member.authorId, memberId: member.id, now, today, waits: false };
}

/** One review on a page of its own. Its author finds a deleted one here too, to bring it back. */
export async function showReview(visit: Visit): Promise<Answer> {
  const { reader, viewer, frame, origin, url } = visit;
  const id = idOf(visit);
  const deleted = viewer.authorId === null ? null : await deletedReview(reader, id, viewer, visit.now);
  if (deleted) return page(deletedView(frame, { film: deleted.film, id, days: GRACE_DAYS }));
  const shown = await reviewPage(reader, id, viewer);
  const own = shown.review.authorId === viewer.authorId;
  const filmUrl = `${origin}/film/${encodeURIComponent(shown.film.slug)}`;
  return page(
    reviewView(frame, {
      ...shown,
      viewerAuthorId: viewer.authorId,
      settles: own || curates(viewer) || moderates(viewer),
      names: shown.review.html !== null && (own || curates(viewer)),
      decides: moderates(viewer),
      sees: (own || moderates(viewer)) && shown.review.edited !== null,
      arranged: curates(viewer) ? justArranged(url) : null,
      onPosters: own && shown.review.html !== null ? await onPosters(visit, id) : null,
      url: `${origin}/review/${id}`,
      filmUrl,
    }),
  );
}

/** What somebody said of their own review and posters. */
async function onPosters({ reader, member, today }: Visit, id: string) {
  const all = member && (await reader.members.letsOut(member.id, 'posters'));
  return { all, this: (await posterWord(reader, id, today)).allowed };
}

/** Asks before deleting. */
export async function showDelete(visit: Visit): Promise<Answer> {
  const { film, review } = await reviewPage(visit.reader, idOf(visit), visit.viewer);
  if (review.authorId !== visit.viewer.authorId) throw notFound('review');
  return page(deleteView(visit.frame, { film, review, days: GRACE_DAYS }));
}

/** Deletes one's own review; its page says how to bring it back. */
export async function postDelete(visit: Visit): Promise<Answer> {
  const id = idOf(visit);
  await visit.transact((writer) => deleteEntry(writer, id, writing(visit)));
  return redirect(`/review/${id}`);
}

/** Brings back what one deleted. */
export async function postRestore(visit: Visit): Promise<Answer> {
  const id = idOf(visit);
  await visit.transact((writer) => restoreEntry(writer, id, writing(visit)));
  const { film } = await reviewPage(visit.reader, id, visit.viewer);
  const key = await visit.reader.films.key(film.slug);
  return redirect(key ? await whereShown(visit, key, id, visit.viewer) : `/review/${id}`);
}

/** The former versions of a review, for its author and the moderators. */
export async function showVersions(visit: Visit): Promise<Answer> {
  const { site, frame } = visit;
  const shown = await formerVersions(visit.reader, idOf(visit), visit.viewer);
  const versions = shown.versions.map((version) => ({
    ...version,
    date: dayIn(site.settings.timeZone, version.saved),
    time: timeIn(site.settings.timeZone, version.saved),
  }));
  return page(versionsView(frame, { ...shown, versions }));
}

/** Forgets a former version for good. */
export async function postVersions(visit: Visit): Promise<Answer> {
  const id = idOf(visit);
  const version = field(await visit.form(), 'forget');
  await visit.transact((writer) => purgeVersion(writer, id, version, visit.viewer));
  return redirect(`/review/${id}/versions`);
}

/** Says whether a review tells the story. */
export async function postSpoiler(visit: Visit): Promise<Answer> {
  const id = idOf(visit);
  const tells = field(await visit.form(), 'tells');
  if (tells !== 'yes' && tells !== 'no') throw new DomainError('invalid', 'tells');
  await visit.transact((writer) => settleSpoiler(writer, id, tells === 'yes', visit.viewer, visit.now));
  return redirect(`/review/${id}`);
}
