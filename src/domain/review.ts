import type { Writer } from '../store/open.ts';
import type { Review } from '../store/review.ts';
import { pageChanged } from './entry.ts';
import { forbidden, notFound } from './errors.ts';
import { type NamedPlace, namesIn } from './mentions/names.ts';
import { curates, moderates, type Viewer } from './viewer.ts';

/** A review as a page shows it to somebody. */
export interface ShownReview extends Review {
  /** Where it still lives and is named by in its heading, "on Letterboxd"; null for what members write or bring. */
  livesOn: string | null;
  /** Where a member's own imported review was first written; null where it was written here. */
  firstWrittenOn: string | null;
  /** The words are kept closed until the reader asks: they tell the story, and the reader has not logged the film. */
  closed: boolean;
  /** The viewer has logged the film or wrote this, and so is shown all of it, words hidden within it too. */
  open: boolean;
  /** Nobody has said yet whether the words tell the story, and the reader has not logged the film. */
  mayTell: boolean;
  tagList: string[];
  /** The films it names. */
  named: NamedPlace[];
}

/**
 * A review as somebody is shown it.
 *
 * @param seen whether they have logged the film, and so see everything open
 * @param onOwnPages whether it stands on one of its film's own pages; elsewhere an unknown spoiler counts as one
 */
export function shown<R extends Review>(review: R, seen: boolean, onOwnPages = true): R & ShownReview {
  const ofMember = review.username !== null;
  const unknown = review.spoiler === 'unknown' && review.html !== null;
  const tells = review.spoiler === 'yes' || (unknown && !onOwnPages);
  return {
    ...review,
    livesOn: ofMember ? null : review.place,
    firstWrittenOn: ofMember && review.source !== 'local' ? review.place : null,
    closed: tells && !seen,
    open: seen,
    mayTell: unknown && !seen,
    tagList: JSON.parse(review.tags) as string[],
    named: namesIn(review.names),
  };
}

/**
 * Says whether a review tells the story: its author may, and whoever looks after the site.
 *
 * @throws DomainError `not-found` for what the viewer cannot read; `forbidden` for who may not say
 */
export async function settleSpoiler(
  writer: Writer,
  entryId: string,
  tells: boolean,
  viewer: Viewer,
  now: number,
): Promise<void> {
  const read = await writer.reviews.byId(entryId, viewer);
  const review = read ?? (moderates(viewer) ? await writer.reviews.withheldById(entryId) : null);
  if (!review) throw notFound('review');
  if (review.authorId !== viewer.authorId && !curates(viewer) && !moderates(viewer))
    throw forbidden('curators-only');
  await writer.entries.setSpoiler(entryId, tells ? 'yes' : 'no', now);
  await pageChanged(writer, review.filmId, ...(await writer.mentions.filmsNamedIn(entryId)));
}

/**
 * Says of several of one's own reviews whether they tell the story.
 *
 * @param answers whether it does, by the reviews' ids; what is not one's own is passed over
 * @returns of how many it was said
 */
export async function settleSpoilers(
  writer: Writer,
  answers: ReadonlyMap<string, boolean>,
  viewer: Viewer,
  now: number,
): Promise<number> {
  const films = new Set<string>();
  let settled = 0;
  for (const [id, tells] of answers) {
    const review = await writer.reviews.byId(id, viewer);
    if (!review || viewer.authorId === null || review.authorId !== viewer.authorId) continue;
    await writer.entries.setSpoiler(id, tells ? 'yes' : 'no', now);
    for (const film of [review.filmId, ...(await writer.mentions.filmsNamedIn(id))]) films.add(film);
    settled += 1;
  }
  if (settled > 0) await writer.versions.raise(...films, 'films');
  return settled;
}
