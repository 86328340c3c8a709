import { cursorIn } from '../../domain/cursor.ts';
import { MARKED_SORTS, type MarkedAs, markedCursor, markedPage } from '../../domain/marks.ts';
import { markedView } from '../../views/marks.ts';
import { atMember, steps } from '../member-route.ts';
import { type Answer, page, type Visit } from '../route.ts';

/** The films somebody has seen. */
export async function showSeen(visit: Visit): Promise<Answer> {
  return showMarked(visit, 'watched', '/films');
}

/** The films somebody means to see. */
export async function showWanted(visit: Visit): Promise<Answer> {
  return showMarked(visit, 'watchlist', '/watchlist');
}

async function showMarked(visit: Visit, as: MarkedAs, room: string): Promise<Answer> {
  const { reader, viewer, frame, url } = visit;
  return atMember(visit, room, async (at) => {
    const sort = MARKED_SORTS.find((one) => one === url.searchParams.get('sort')) ?? 'added';
    const after = cursorIn(url.searchParams.get('after'), markedCursor(sort));
    const shown = await markedPage(reader, at.member.authorId, viewer, { as, sort, after });
    return page(
      markedView(frame, {
        ...at,
        ...shown,
        ...steps(at.path, { next: shown.next, after }, { sort: sort === 'added' ? null : sort }),
      }),
    );
  });
}
