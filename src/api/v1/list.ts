import { z } from 'zod';
import { BY_NUMBER } from '../../domain/cursor.ts';
import { notFound } from '../../domain/errors.ts';
import {
  changeList,
  checkList,
  listsPage as domainListsPage,
  type ListLine,
  listPage,
  makeList,
  removeList,
  setListFilms,
} from '../../domain/list.ts';
import type { Reader } from '../../domain/reader.ts';
import { type Call, created, done, ok, operation } from '../operation.ts';
import { cursor, cursorIn, pageAnswer } from '../paging.ts';
import { id, key, pageOf, taken, visibility } from '../schema.ts';
import { mustBe } from './entry.ts';
import { filmsIn, filmsOn, list, listLine, listLineOf } from './list-shape.ts';
import { atMember, memberAt } from './member.ts';

export const atList = z.object({ list: id });
const LISTS_PAGE = pageOf('ListsPage', listLine);

const listLists = operation({
  id: 'listLists',
  method: 'GET',
  path: '/lists',
  tag: 'lists',
  summary: 'the lists of all members, latest change first',
  scope: null,
  query: z.strictObject({ cursor }),
  answers: { 200: { description: 'a page of them', schema: LISTS_PAGE } },
  problems: ['bad-cursor'],
  kept: 'catalogue',
  paged: true,
  handler: (call) => lists(call, undefined),
});

const listTheirs = operation({
  id: 'listMemberLists',
  method: 'GET',
  path: '/members/{username}/lists',
  tag: 'members',
  summary: 'a member’s lists, latest change first',
  scope: null,
  params: atMember,
  query: z.strictObject({ cursor }),
  answers: { 200: { description: 'a page of them', schema: LISTS_PAGE } },
  problems: ['not-found', 'bad-cursor'],
  kept: 'catalogue',
  paged: true,
  handler: async (call) => lists(call, (await memberAt(call, call.params.username)).authorId),
});

async function lists(call: Call<unknown, { cursor?: string | undefined }>, authorId: string | undefined) {
  const { reader, viewer, query, origin } = call;
  const after = cursorIn(query.cursor, BY_NUMBER);
  const of = authorId === undefined ? { after } : { authorId, after };
  const found = await domainListsPage(reader, viewer, of);
  const items = found.lists.map((one) => listLineOf(origin, one));
  return pageAnswer(call, items, found.next);
}

export const getList = operation({
  id: 'getList',
  method: 'GET',
  path: '/lists/{list}',
  tag: 'lists',
  summary: 'a list',
  scope: null,
  params: atList,
  answers: { 200: { description: 'the list', schema: list } },
  problems: ['not-found'],
  kept: 'catalogue',
  handler: async (call) => ok(await listBody(call, call.params.list)),
});

const getListOf = operation({
  id: 'getMemberList',
  method: 'GET',
  path: '/members/{username}/lists/{slug}',
  tag: 'members',
  summary: 'a member’s list by the last part of its address',
  scope: null,
  params: z.object({ username: atMember.shape.username, slug: key }),
  answers: { 200: { description: 'the list', schema: list } },
  problems: ['not-found'],
  kept: 'catalogue',
  async handler(call) {
    const { authorId } = await memberAt(call, call.params.username);
    const found = await listPage(call.reader, { authorId, slug: call.params.slug }, call.viewer, 0);
    return ok(await listBody(call, found.list.id));
  },
});

const said = {
  title: z.string().max(2000),
  description: z.string().max(100_000).optional(),
  ranked: z.boolean().optional(),
  tags: z.array(z.string().max(1000)).max(200).optional(),
  visibility: visibility.optional().meta({ description: '`everyone` unless said' }),
};

const addList = operation({
  id: 'addList',
  method: 'POST',
  path: '/lists',
  tag: 'lists',
  summary: 'make a list',
  scope: 'write',
  body: taken(
    'NewList',
    z.strictObject({ ...said, films: filmsOn.optional() }),
    'a list, with its films in order',
    {
      title: 'Seen on the last train',
      ranked: true,
      tags: ['trains'],
      films: [{ film: 'the-third-platform-1962', note: 'Twice.' }],
    },
  ),
  answers: { 201: { description: 'the list', schema: list } },
  problems: ['invalid', 'not-found'],
  async handler(call) {
    const { transact, body, now, viewer } = call;
    const { authorId } = mustBe(call.member);
    const films = await filmsIn(call, body.films ?? []);
    const input = { ...checkList(listIn(body)), films: [], format: 'lbml' as const };
    const made = await transact(async (writer) => {
      const id = await makeList(writer, authorId, input, now);
      if (films.length > 0) await setListFilms(writer, id, films, viewer, now);
      return id;
    });
    return created(`/lists/${made}`, await listBody(call, made));
  },
});

const replaceList = operation({
  id: 'replaceList',
  method: 'PUT',
  path: '/lists/{list}',
  tag: 'lists',
  summary: 'say something else of one’s own list',
  description: 'Replaces its title, description and all the rest but its films. Its address stays.',
  scope: 'write',
  params: atList,
  body: taken('ListInput', z.strictObject(said), 'what is said of a list', {
    title: 'Seen on the last train',
    ranked: true,
    tags: ['trains'],
  }),
  match: { of: getList, must: true },
  answers: { 200: { description: 'the list as it is now', schema: list } },
  problems: ['not-found', 'invalid'],
  async handler(call) {
    const { transact, params, body, viewer, now } = call;
    await transact((writer) => changeList(writer, params.list, listIn(body), viewer, now));
    return ok(await listBody(call, params.list));
  },
});

const dropList = operation({
  id: 'deleteList',
  method: 'DELETE',
  path: '/lists/{list}',
  tag: 'lists',
  summary: 'take one’s own list away for good',
  scope: 'write',
  params: atList,
  match: { of: getList },
  answers: { 204: { description: 'it is gone' } },
  problems: ['not-found'],
  async handler(call) {
    await call.transact((writer) => removeList(writer, call.params.list, call.viewer));
    return done;
  },
});

function listIn(body: { [Name in keyof typeof said]?: z.output<(typeof said)[Name]> } & { title: string }) {
  const { title, description = '', ranked = false, tags = [], visibility = 'everyone' as const } = body;
  return { title, description, ranked, tags, visibility };
}

/** A list, where the asker may see it. */
export async function listFor(
  { reader, viewer }: Pick<Call, 'viewer'> & { reader: Reader },
  asked: string,
): Promise<ListLine> {
  const [found] = await reader.lists.byIds([asked], viewer);
  if (!found) throw notFound('list');
  return found;
}

/** A list as a GET of it answers. */
export async function listBody(
  call: Pick<Call, 'viewer' | 'origin'> & { reader: Reader },
  asked: string,
): Promise<z.output<typeof list>> {
  const found = await listFor(call, asked);
  const line = listLineOf(call.origin, found);
  if (found.authorId !== call.viewer.authorId) return line;
  return { ...line, text: (await call.reader.lists.source(asked)) ?? '' };
}

export const LISTS = [listLists, listTheirs, getList, getListOf, addList, replaceList, dropList];
