import { z } from 'zod';
import { BY_TEXT } from '../../domain/cursor.ts';
import { diaryPage } from '../../domain/diary.ts';
import { MARKED_SORTS, type MarkedAs, markedCursor, markedPage } from '../../domain/marks.ts';
import { memberNamed, memberReviews, ROLES } from '../../domain/member.ts';
import { shownProfile } from '../../domain/profile.ts';
import type { Member, Reader } from '../../domain/reader.ts';
import { type Call, ok, operation } from '../operation.ts';
import { cursor, cursorIn, pageAnswer } from '../paging.ts';
import { Moved } from '../problem.ts';
import {
  day,
  html,
  id,
  instant,
  instantOf,
  pageOf,
  rating,
  sent,
  url,
  userKey,
  username,
} from '../schema.ts';
import { entriesPage, entryOf, spoilers } from './entry-shape.ts';
import { cardOf, filmCard, filmNamed } from './film-shape.ts';

export const atMember = z.object({ username: userKey });

const words = sent(
  'Profile',
  z.strictObject({
    bio: html.nullable(),
    location: z.string().nullable(),
    website: url.nullable(),
    pronoun: z.string().nullable(),
    favourites: z.array(filmCard).max(4),
  }),
  'what somebody says of themselves',
);

export const member = sent(
  'Member',
  z.strictObject({
    username,
    name: z.string(),
    url,
    role: z.enum(ROLES as [(typeof ROLES)[number]]).meta({ description: 'what they do on this site' }),
    since: instant,
    profile: words,
    counts: z.strictObject({
      viewings: z.int(),
      films: z.int(),
      reviews: z.int(),
      watchlist: z.int(),
      lists: z.int(),
    }),
  }),
  'somebody with an account here, as far as you may see them',
);

const viewing = sent(
  'Viewing',
  z.strictObject({
    entry: id,
    film: filmCard,
    viewed: day,
    rating: rating.nullable(),
    liked: z.boolean(),
    rewatch: z.boolean(),
    words: z.boolean().meta({ description: 'whether there is a review' }),
    tags: z.array(z.string()),
    venue: z.string().nullable(),
  }),
  'a line of a diary',
);

export const markedFilm = sent(
  'MarkedFilm',
  z.strictObject({
    film: filmCard,
    rating: rating.nullable(),
    liked: z.boolean(),
    day: day.nullable().meta({ description: 'the day it was marked; null where nobody knows' }),
  }),
  'a film among somebody’s films',
);

export const getMember = operation({
  id: 'getMember',
  method: 'GET',
  path: '/members/{username}',
  tag: 'members',
  summary: 'a member',
  scope: null,
  params: atMember,
  answers: { 200: { description: 'the member', schema: member } },
  problems: ['not-found'],
  kept: 'catalogue',
  handler: async (call) => ok(await memberBody(call, await memberAt(call, call.params.username))),
});

const listEntries = operation({
  id: 'listMemberEntries',
  method: 'GET',
  path: '/members/{username}/entries',
  tag: 'members',
  summary: 'what a member wrote, latest first',
  scope: null,
  params: atMember,
  query: z.strictObject({ spoilers, cursor }),
  answers: { 200: { description: 'a page of it', schema: entriesPage } },
  problems: ['not-found', 'bad-cursor'],
  kept: 'catalogue',
  paged: true,
  async handler(call) {
    const { reader, viewer, query, origin } = call;
    const of = await memberAt(call, call.params.username);
    const after = cursorIn(query.cursor, BY_TEXT);
    const found = await memberReviews(reader, of, viewer, after);
    const open = query.spoilers === 'open';
    const items = found.entries.map((one) => entryOf(one, { origin, film: filmNamed(one), open }));
    return pageAnswer(call, items, found.next);
  },
});

const listDiary = operation({
  id: 'listDiary',
  method: 'GET',
  path: '/members/{username}/diary',
  tag: 'members',
  summary: 'what a member saw, latest first',
  scope: null,
  params: atMember,
  query: z.strictObject({
    year: z
      .string()
      .regex(/^[12]\d{3}$/)
      .optional()
      .meta({ description: 'in which it was seen' }),
    cursor,
  }),
  answers: { 200: { description: 'a page of it', schema: pageOf('DiaryPage', viewing) } },
  problems: ['not-found', 'bad-cursor'],
  kept: 'catalogue',
  paged: true,
  async handler(call) {
    const { reader, viewer, query, origin } = call;
    const { authorId } = await memberAt(call, call.params.username);
    const after = cursorIn(query.cursor, BY_TEXT);
    const year = query.year === undefined ? null : Number(query.year);
    const found = await diaryPage(reader, authorId, viewer, { year, after });
    const items = found.viewings.map((one): z.output<typeof viewing> => {
      const { viewed, rating, liked, rewatch, tags, venue } = one;
      const said = { viewed, rating, liked, rewatch, tags, venue };
      return { entry: one.id, film: cardOf(origin, filmNamed(one)), words: one.hasText, ...said };
    });
    return pageAnswer(call, items, found.next);
  },
});

const listMarked = (as: MarkedAs) =>
  operation({
    id: as === 'watched' ? 'listSeenFilms' : 'listWatchlist',
    method: 'GET',
    path: as === 'watched' ? '/members/{username}/films' : '/members/{username}/watchlist',
    tag: 'members',
    summary: as === 'watched' ? 'the films a member has seen' : 'the films a member wants to see',
    scope: null,
    params: atMember,
    query: z.strictObject({
      sort: z
        .enum(MARKED_SORTS as [(typeof MARKED_SORTS)[number]])
        .optional()
        .meta({ description: '`added` unless said: the latest first' }),
      cursor,
    }),
    answers: { 200: { description: 'a page of them', schema: MARKED_PAGE } },
    problems: ['not-found', 'bad-cursor'],
    kept: 'catalogue',
    paged: true,
    async handler(call) {
      const { reader, viewer, query, origin } = call;
      const { authorId } = await memberAt(call, call.params.username);
      const sort = MARKED_SORTS.find((one) => one === query.sort) ?? 'added';
      const after = cursorIn(query.cursor, markedCursor(sort));
      const found = await markedPage(reader, authorId, viewer, { as, sort, after });
      const items = found.films.map(
        (one): z.output<typeof markedFilm> => ({
          film: cardOf(origin, one),
          rating: one.rating,
          liked: one.liked,
          day: one.day || null,
        }),
      );
      return pageAnswer(call, items, found.next);
    },
  });

const MARKED_PAGE = pageOf('MarkedFilmsPage', markedFilm);

/**
 * The member an address means; a former username, or capitals, lead to the present one where something is read.
 *
 * @throws Moved; DomainError `not-found` `member`
 */
export async function memberAt(
  { reader, reads }: Pick<Call, 'reader' | 'reads'>,
  asked: string,
): Promise<Member> {
  const { member: found } = await memberNamed(reader, asked.toLowerCase());
  if (reads && found.username !== asked) throw new Moved(found.username);
  return found;
}

/** A member as a GET of them answers. */
export async function memberBody(
  { reader, viewer, origin }: Pick<Call, 'viewer' | 'origin'> & { reader: Reader },
  of: Member,
): Promise<z.output<typeof member>> {
  const { profile, counts } = await reader.profiles.head(of.authorId, viewer);
  const { favouriteFilms, bio, location, website, pronoun } = await shownProfile(reader, profile);
  const said = { location, website, pronoun, bio: bio?.html ?? null };
  return {
    username: of.username,
    name: of.name,
    url: `${origin}/@${of.username}`,
    role: of.role,
    since: instantOf(of.created),
    profile: { ...said, favourites: favouriteFilms.map((film) => cardOf(origin, film)) },
    counts,
  };
}

export const MEMBERS = [getMember, listEntries, listDiary, listMarked('watched'), listMarked('watchlist')];
