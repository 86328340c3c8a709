import { BY_TEXT, cursorIn } from '../../domain/cursor.ts';
import { memberPage, memberReviews } from '../../domain/member.ts';
import { dayIn } from '../../domain/viewing-date.ts';
import { memberReviewsView, memberView } from '../../views/member.ts';
import { atMember, steps } from '../member-route.ts';
import { type Answer, page, type Visit } from '../route.ts';

/** Somebody's page. */
export async function showMember(visit: Visit): Promise<Answer> {
  const { reader, viewer, frame, site } = visit;
  return atMember(visit, '', async (at) => {
    const shown = await memberPage(reader, at, viewer);
    const since = dayIn(site.settings.timeZone, at.member.created);
    return page(memberView(frame, { ...at, ...shown, since }));
  });
}

/** What somebody wrote. */
export async function showTheirs(visit: Visit): Promise<Answer> {
  const { reader, viewer, frame, url } = visit;
  return atMember(visit, '/reviews', async (at) => {
    const after = cursorIn(url.searchParams.get('after'), BY_TEXT);
    const shown = await memberReviews(reader, at.member, viewer, after);
    return page(
      memberReviewsView(frame, {
        ...at,
        ...shown,
        unsettled: at.own ? await reader.reviews.unsettledCount(viewer, null) : 0,
        ...steps(at.path, { next: shown.next, after }),
      }),
    );
  });
}
