import { z } from 'zod';
import { MARKED_SORTS, type MarkedAs, type MarkedCursor, markedPage } from '../../domain/marks.ts';
import { markedView } from '../../views/marks.ts';
import { cursorIn, cursorText } from '../cursor.ts';
import { asking, atMember } from '../member-route.ts';
import { type Answer, page, type Visit } from '../route.ts';

const CURSOR: z.ZodType<MarkedCursor> = z.tuple([z.union([z.string(), z.int()]), z.string()]);

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
    const after = cursorOf(url.searchParams.get('after'), sort);
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

/** A cursor of the order that is asked for; one of another order shows the first page. */
function cursorOf(text: string | null, sort: (typeof MARKED_SORTS)[number]): MarkedCursor | null {
  const cursor = cursorIn(text, CURSOR);
  const wanted = sort === 'year' || sort === 'rating' ? 'number' : 'string';
  return cursor && typeof cursor[0] === wanted ? cursor : null;
}
