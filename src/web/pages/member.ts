import { z } from 'zod';
import { notFound } from '../../domain/errors.ts';
import { type EntryCursor, memberPage } from '../../domain/member.ts';
import { username } from '../../domain/slug.ts';
import { dayIn } from '../../domain/viewing-date.ts';
import { memberView } from '../../views/member.ts';
import { cursorIn, cursorText } from '../cursor.ts';
import { type Answer, moved, page, type Visit } from '../route.ts';

const CURSOR: z.ZodType<EntryCursor> = z.tuple([z.string(), z.string()]);

/** Somebody's page; a former username, or capitals, lead to the present one. */
export async function showMember(visit: Visit): Promise<Answer> {
  const { reader, viewer, frame, origin, url, params, site } = visit;
  const asked = (params.handle ?? '').replace(/^@/, '');
  const name = username(asked);
  if (name === null) throw notFound('member');
  const after = cursorIn(url.searchParams.get('after'), CURSOR);
  const shown = await memberPage(reader, name, viewer, after);
  const path = `/@${shown.member.username}`;
  if (shown.member.username !== asked) return moved(path);
  return page(
    memberView(frame, {
      ...shown,
      own: viewer.memberId === shown.member.id,
      since: dayIn(site.settings.timeZone, shown.member.created),
      more: shown.next && `${path}?after=${cursorText(shown.next)}`,
      first: after && path,
      url: `${origin}${path}`,
    }),
  );
}
