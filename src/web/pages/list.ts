import { BY_NUMBER, cursorIn } from '../../domain/cursor.ts';
import { listPage, listsPage } from '../../domain/list.ts';
import { listsView, listView, memberListsView } from '../../views/list.ts';
import { asking, atMember, steps } from '../member-route.ts';
import { type Answer, page, type Visit } from '../route.ts';

/** The lists of everybody here. */
export async function showLists(visit: Visit): Promise<Answer> {
  const { reader, viewer, frame, url, origin } = visit;
  const after = cursorIn(url.searchParams.get('after'), BY_NUMBER);
  const shown = await listsPage(reader, viewer, { after });
  return page(
    listsView(frame, {
      ...shown,
      ...steps('/lists', { next: shown.next, after }),
      url: `${origin}/lists`,
    }),
  );
}

/** Somebody's lists. */
export async function showTheirLists(visit: Visit): Promise<Answer> {
  const { reader, viewer, frame, url } = visit;
  return atMember(visit, '/lists', async (at) => {
    const after = cursorIn(url.searchParams.get('after'), BY_NUMBER);
    const shown = await listsPage(reader, viewer, { authorId: at.member.authorId, after });
    return page(
      memberListsView(frame, {
        ...at,
        ...shown,
        ...steps(at.path, { next: shown.next, after }),
      }),
    );
  });
}

/** One list. */
export async function showList(visit: Visit): Promise<Answer> {
  const { reader, viewer, frame, url, params } = visit;
  const slug = params.slug ?? '';
  return atMember(visit, `/list/${encodeURIComponent(slug)}`, async (at) => {
    const [asked = '0'] = /^\d{1,7}$/.exec(url.searchParams.get('after') ?? '') ?? [];
    const after = Number(asked);
    const shown = await listPage(reader, { authorId: at.member.authorId, slug }, viewer, after);
    return page(
      listView(frame, {
        ...at,
        ...shown,
        more: shown.next === null ? null : asking(at.path, { after: String(shown.next) }),
        first: after > 0 ? at.path : null,
      }),
    );
  });
}
