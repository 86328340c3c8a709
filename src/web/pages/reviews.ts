import { z } from 'zod';
import { cursorIn, cursorText } from '../../domain/cursor.ts';
import { notFound } from '../../domain/errors.ts';
import { REVIEW_SIFT, reviewSift, reviewsCursor } from '../../domain/review-sift.ts';
import { allReviews } from '../../domain/reviews.ts';
import { reviewsView } from '../../views/reviews.ts';
import { askedIn } from '../asked.ts';
import { type Answer, moved, page, type Visit } from '../route.ts';
import { justArranged } from './arrange.ts';

/** What of the reviews an address may ask for. */
const ASKED = REVIEW_SIFT.extend({ spoilers: z.enum(['no', 'all']).optional() });

/** All reviews of a film. */
export async function showReviews(visit: Visit): Promise<Answer> {
  const { reader, viewer, film: key, params, url, frame, origin } = visit;
  if (!key) throw notFound('film');
  if (key.slug !== params.slug) return moved(`/film/${key.slug}/reviews${url.search}`);
  const { asked: state, unread } = askedIn(ASKED, url.searchParams);
  const { sort = 'newest' } = state;
  const token = url.searchParams.get('after');
  const after = cursorIn(token, reviewsCursor(sort));
  const sift = { sort, filter: reviewSift(state, state.spoilers === 'no'), after };
  const shown = await allReviews(reader, key, viewer, sift);
  if (!shown) throw notFound('film');
  return page(
    reviewsView(frame, {
      ...shown,
      state,
      unread,
      // The place in the list could not be read.
      lost: Boolean(token) && after === null,
      paged: after !== null,
      next: shown.next && cursorText(shown.next),
      viewerAuthorId: viewer.authorId,
      arranges: viewer.role === 'owner' || viewer.role === 'curator',
      arranged: justArranged(url),
      url: `${origin}/film/${encodeURIComponent(key.slug)}/reviews`,
    }),
  );
}
