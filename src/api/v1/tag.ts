import { z } from 'zod';
import { BY_TEXT } from '../../domain/cursor.ts';
import { tagPage } from '../../domain/tag.ts';
import { type Call, operation } from '../operation.ts';
import { cursor, cursorIn, pageAnswer } from '../paging.ts';
import { key, pageOf } from '../schema.ts';
import { entry, entryOf, spoilers } from './entry-shape.ts';
import { filmNamed } from './film-shape.ts';
import { atMember, memberAt } from './member.ts';

const tag = key.meta({ description: 'a tag, however it is written' });
const query = z.strictObject({ spoilers, cursor });
const PAGE = pageOf('TaggedPage', entry, {
  tag: z.string().meta({ description: 'as the latest of them writes it' }),
});

const listTagged = operation({
  id: 'listTagged',
  method: 'GET',
  path: '/tags/{tag}',
  tag: 'entries',
  summary: 'what everybody wrote under a tag, latest first',
  scope: null,
  params: z.object({ tag }),
  query,
  answers: { 200: { description: 'a page of it', schema: PAGE } },
  problems: ['not-found', 'bad-cursor'],
  kept: 'catalogue',
  paged: true,
  handler: (call) => tagged(call, call.params.tag, null),
});

const listTheirs = operation({
  id: 'listMemberTagged',
  method: 'GET',
  path: '/members/{username}/tags/{tag}',
  tag: 'members',
  summary: 'what a member wrote under a tag, latest first',
  scope: null,
  params: z.object({ username: atMember.shape.username, tag }),
  query,
  answers: { 200: { description: 'a page of it', schema: PAGE } },
  problems: ['not-found', 'bad-cursor'],
  kept: 'catalogue',
  paged: true,
  handler: async (call) =>
    tagged(call, call.params.tag, (await memberAt(call, call.params.username)).authorId),
});

async function tagged(call: Call<unknown, z.output<typeof query>>, asked: string, authorId: string | null) {
  const { reader, viewer, query, origin } = call;
  const after = cursorIn(query.cursor, BY_TEXT);
  const found = await tagPage(reader, { tag: asked, authorId }, viewer, after);
  const open = query.spoilers === 'open';
  const items = found.entries.map((one) => entryOf(one, { origin, film: filmNamed(one), open }));
  return pageAnswer(call, items, found.next, { tag: found.tag });
}

export const TAGS = [listTagged, listTheirs];
