import { cursorText } from '../domain/cursor.ts';
import { notFound } from '../domain/errors.ts';
import { type MemberHead, memberNamed } from '../domain/member.ts';
import { username } from '../domain/slug.ts';
import type { Steps } from '../views/member-head.ts';
import { type Answer, moved, type Visit } from './route.ts';

/** Somebody's page: whose it is, what stands above all their pages, and where it lies. */
export interface MemberVisit extends MemberHead {
  visit: Visit;
  /** Whether it is the viewer's own. */
  own: boolean;
  /** The page's path without what is asked of it. */
  path: string;
  url: string;
}

/**
 * Answers for a page of somebody's; a former username, or capitals, lead to the same page of the present one.
 *
 * @param room what stands behind the name in the address: `/diary`, or nothing
 */
export async function atMember(
  visit: Visit,
  room: string,
  answer: (at: MemberVisit) => Promise<Answer>,
): Promise<Answer> {
  const { reader, viewer, url, params, origin } = visit;
  const asked = (params.handle ?? '').replace(/^@/, '');
  const name = username(asked);
  if (name === null) throw notFound('member');
  const { member } = await memberNamed(reader, name);
  const path = `/@${member.username}${room}`;
  if (member.username !== asked) return moved(`${path}${url.search}`);
  const head = await reader.profiles.head(member.authorId, viewer);
  const own = viewer.memberId === member.id;
  return answer({ visit, member, ...head, own, path, url: `${origin}${path}` });
}

/** An address with what is asked of it; what is null is left out. */
export function asking(path: string, asked: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== null) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}

/**
 * How a page of a long list leads on, and back to where the list begins; null where it ends, and on the first.
 *
 * @param asked what else is asked in its address
 */
export function steps<Cursor extends readonly (string | number)[]>(
  path: string,
  { next, after }: { next: Cursor | null; after: Cursor | null },
  asked: Readonly<Record<string, string | null>> = {},
): Steps {
  return {
    more: next && asking(path, { ...asked, after: cursorText(next) }),
    first: after && asking(path, asked),
  };
}
