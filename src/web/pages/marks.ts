import { cursorIn, cursorText } from '../../domain/cursor.ts';
import {
  MARKED_SORTS,
  type MarkedAs,
  type MarkedCursor,
  markedCursor,
  markedPage,
} from '../../domain/marks.ts';
import { markedView } from '../../views/marks.ts';
import { asking, atMember } from '../member-route.ts';
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
    const address = (cursor: MarkedCursor | null) =>
      asking(at.path, { sort: sort === 'added' ? null : sort, after: cursor && cursorText(cursor) });
    return page(
      markedView(frame, {
        ...at,
        ...shown,
        more: shown.next && address(shown.next),
        first: after && address(null),
      }),
    );
  });
}
