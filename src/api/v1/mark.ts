import { z } from 'zod';
import { changeMark, markOf } from '../../domain/marks.ts';
import type { Rating } from '../../domain/rating.ts';
import type { Mark } from '../../domain/reader.ts';
import { ok, operation } from '../operation.ts';
import { day, rating, sent, taken } from '../schema.ts';
import { mustBe } from './entry.ts';
import { atFilm } from './film.ts';

const since = day.nullable();

const mark = sent(
  'Mark',
  z.strictObject({
    watched: z.boolean(),
    watchedSince: since,
    liked: z.boolean(),
    likedSince: since,
    rating: rating.nullable(),
    ratedSince: since,
    watchlist: z.boolean(),
    watchlistSince: since,
    visibility: z.enum(['everyone', 'members', 'followers', 'me', 'draft']),
  }),
  'how you stand to a film now; a day is null where it is not known',
  {
    watched: true,
    watchedSince: '2026-11-25',
    liked: false,
    likedSince: null,
    rating: 9,
    ratedSince: '2026-11-25',
    watchlist: false,
    watchlistSince: null,
    visibility: 'everyone',
  },
);

const getMark = operation({
  id: 'getMark',
  method: 'GET',
  path: '/films/{film}/mark',
  tag: 'marks',
  summary: 'how you stand to a film: seen, liked, rated, wanted',
  scope: 'read',
  params: atFilm,
  answers: { 200: { description: 'your mark', schema: mark } },
  problems: ['not-found'],
  async handler(call) {
    const film = await call.film(call.params.film);
    return ok(sentMark(await markOf(call.reader, mustBe(call.member).authorId, film.id)));
  },
});

const setMark = operation({
  id: 'changeMark',
  method: 'PATCH',
  path: '/films/{film}/mark',
  tag: 'marks',
  summary: 'say that you have seen, like, rate or want to see a film',
  description:
    'What is left out stays. No diary entry is made or changed. A film that is rated is seen, and one that is seen leaves the watchlist.',
  scope: 'write',
  params: atFilm,
  body: taken(
    'MarkChange',
    z.strictObject({
      watched: z.boolean().optional(),
      liked: z.boolean().optional(),
      rating: rating.nullable().optional(),
      watchlist: z.boolean().optional(),
      visibility: z.enum(['everyone', 'members', 'followers', 'me']).optional(),
    }),
    'what is to be changed',
    { watchlist: true },
  ),
  match: { of: getMark },
  answers: { 200: { description: 'your mark as it is now', schema: mark } },
  problems: ['not-found', 'invalid'],
  async handler(call) {
    const { transact, params, body, viewer, today } = call;
    const film = await call.film(params.film);
    const { authorId } = mustBe(call.member);
    const change = { ...body, rating: body.rating as Rating };
    await transact((writer) => changeMark(writer, film.id, change, viewer, today));
    return ok(sentMark(await markOf(call.reader, authorId, film.id)));
  },
});

function sentMark(of: Mark): z.output<typeof mark> {
  return {
    watched: of.watched !== null,
    watchedSince: of.watched || null,
    liked: of.liked !== null,
    likedSince: of.liked || null,
    rating: of.rating,
    ratedSince: of.rated || null,
    watchlist: of.watchlist !== null,
    watchlistSince: of.watchlist || null,
    visibility: of.visibility,
  };
}

export const MARKS = [getMark, setMark];
