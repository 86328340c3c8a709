import { BY_TEXT, cursorIn } from '../../domain/cursor.ts';
import { tagKey, tagPage } from '../../domain/tag.ts';
import { memberTagView, tagView } from '../../views/tag.ts';
import { atMember, steps } from '../member-route.ts';
import { type Answer, moved, page, type Visit } from '../route.ts';

/** What everybody wrote under a tag; the tag written otherwise leads to the same page. */
export async function showTag(visit: Visit): Promise<Answer> {
  const { reader, viewer, frame, url, params, origin } = visit;
  const tag = params.tag ?? '';
  const path = `/tag/${encodeURIComponent(tagKey(reader, tag))}`;
  const after = cursorIn(url.searchParams.get('after'), BY_TEXT);
  const shown = await tagPage(reader, { tag, authorId: null }, viewer, after);
  if (shown.key !== tag) return moved(`${path}${url.search}`);
  return page(
    tagView(frame, { ...shown, ...steps(path, { next: shown.next, after }), url: `${origin}${path}` }),
  );
}

/** What somebody wrote under a tag. */
export async function showTheirTag(visit: Visit): Promise<Answer> {
  const { reader, viewer, frame, url, params } = visit;
  const tag = params.tag ?? '';
  const room = `/tag/${encodeURIComponent(tagKey(reader, tag))}`;
  return atMember(visit, room, async (at) => {
    const after = cursorIn(url.searchParams.get('after'), BY_TEXT);
    const shown = await tagPage(reader, { tag, authorId: at.member.authorId }, viewer, after);
    if (shown.key !== tag) return moved(`${at.path}${url.search}`);
    return page(memberTagView(frame, { ...at, ...shown, ...steps(at.path, { next: shown.next, after }) }));
  });
}
