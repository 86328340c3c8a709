import { z } from 'zod';
import { BY_TEXT } from '../../domain/cursor.ts';
import { LONGEST_REVIEW, wordsHere } from '../../domain/entry.ts';
import { notFound } from '../../domain/errors.ts';
import { home } from '../../domain/home.ts';
import { sayNamed } from '../../domain/mention.ts';
import { settleSpoilers, shown } from '../../domain/review.ts';
import { REVIEW_SIFT, REVIEW_SORTS, reviewSift, reviewsCursor } from '../../domain/review-sift.ts';
import { allReviews } from '../../domain/reviews.ts';
import { ok, operation } from '../operation.ts';
import { cursor, cursorIn, pageAnswer } from '../paging.ts';
import { html, id, sent, taken } from '../schema.ts';
import { entryBody, getEntry } from './entry.ts';
import { entriesPage, entry, entryOf, spoilers } from './entry-shape.ts';
import { atFilm } from './film.ts';
import { filmNamed } from './film-shape.ts';

const UNSETTLED = 20;

const listReviews = operation({
  id: 'listFilmEntries',
  method: 'GET',
  path: '/films/{film}/entries',
  tag: 'entries',
  summary: 'the reviews of a film',
  scope: null,
  params: atFilm,
  query: REVIEW_SIFT.extend({
    sort: z
      .enum([...REVIEW_SORTS, 'liked'])
      .optional()
      .meta({ description: '`newest` unless said' }),
    told: z.enum(['no', 'all']).optional().meta({ description: '`no`: none that tells the story' }),
    spoilers,
    cursor,
  }),
  answers: { 200: { description: 'a page of them', schema: entriesPage } },
  problems: ['not-found', 'bad-cursor'],
  kept: 'catalogue',
  paged: true,
  async handler(call) {
    const { reader, viewer, params, query, origin } = call;
    const key = await call.film(params.film);
    const sort = query.sort ?? 'newest';
    const after = cursorIn(query.cursor, reviewsCursor(sort));
    const filter = reviewSift(query, query.told === 'no');
    const found = await allReviews(reader, key, viewer, { sort, filter, after });
    if (!found) throw notFound('film');
    const { film, reviews } = found;
    const open = query.spoilers === 'open';
    // Who reads this may show it anywhere: what nobody has settled counts as telling the story.
    const items = reviews.map((one) => entryOf(shown(one, one.open, false), { origin, film, open }));
    return pageAnswer(call, items, found.next);
  },
});

const atNamed = z.object({ entry: id, film: atFilm.shape.film });

const sayNames = (names: boolean) =>
  operation({
    id: names ? 'addNamedFilm' : 'removeNamedFilm',
    method: names ? 'PUT' : 'DELETE',
    path: '/entries/{entry}/films/{film}',
    tag: 'entries',
    summary: names ? 'say that an entry names a film' : 'say that an entry does not name a film',
    description: 'Its author may, and a curator.',
    scope: 'write',
    params: atNamed,
    match: { of: getEntry },
    answers: { 200: { description: 'the entry as it is now', schema: entry } },
    problems: ['not-found', 'gone'],
    async handler(call) {
      const { transact, viewer, params } = call;
      const film = await call.film(params.film);
      await transact((writer) => sayNamed(writer, params.entry, film.id, names, viewer));
      return ok(await entryBody(call, params.entry));
    },
  });

const listUnsettled = operation({
  id: 'listUnsettled',
  method: 'GET',
  path: '/me/unsettled',
  tag: 'me',
  summary: 'your own words of which nobody has said whether they tell the story',
  scope: 'read',
  query: z.strictObject({ cursor }),
  answers: { 200: { description: 'a page of them', schema: entriesPage } },
  problems: ['bad-cursor'],
  paged: true,
  async handler(call) {
    const { reader, viewer, query, origin } = call;
    const before = cursorIn(query.cursor, BY_TEXT);
    const rows = await reader.reviews.unsettled(viewer, null, before, UNSETTLED + 1);
    const some = rows.slice(0, UNSETTLED);
    const last = some.at(-1);
    const after = rows.length > UNSETTLED && last ? [last.writtenKey, last.id] : null;
    const items = some.map((one) => entryOf(shown(one, true), { origin, film: filmNamed(one), open: true }));
    return pageAnswer(call, items, after);
  },
});

const settle = operation({
  id: 'settleUnsettled',
  method: 'POST',
  path: '/me/unsettled',
  tag: 'me',
  summary: 'say of several of your own reviews whether they tell the story',
  scope: 'write',
  body: taken(
    'SpoilersInput',
    z.strictObject({ answers: z.array(z.strictObject({ entry: id, tells: z.boolean() })).max(200) }),
    'an answer for each; what is not your own is passed over',
    { answers: [{ entry: '06f2e4l3m1o7q000000000000g', tells: false }] },
  ),
  answers: {
    200: {
      description: 'of how many it was said',
      schema: sent('Settled', z.strictObject({ settled: z.int() }), 'how many', { settled: 1 }),
    },
  },
  async handler({ transact, viewer, body, now }) {
    const answers = new Map(body.answers.map(({ entry, tells }) => [entry, tells]));
    return ok({ settled: await transact((writer) => settleSpoilers(writer, answers, viewer, now)) });
  },
});

const preview = operation({
  id: 'preview',
  method: 'POST',
  path: '/previews',
  tag: 'entries',
  summary: 'how words will look',
  scope: null,
  limit: 'preview',
  body: taken(
    'PreviewInput',
    z.strictObject({ text: z.string().max(LONGEST_REVIEW) }),
    'words as they are typed',
    { text: 'A <b>bold</b> ending.' },
  ),
  answers: {
    200: {
      description: 'the words, sanitised and rendered',
      schema: sent('Preview', z.strictObject({ html }), 'how words look', {
        html: '<p>A <b>bold</b> ending.</p>',
      }),
    },
  },
  problems: ['invalid'],
  handler: async ({ body }) => ok({ html: wordsHere(body.text)?.html ?? '' }),
});

const newest = operation({
  id: 'listNewestEntries',
  method: 'GET',
  path: '/entries',
  tag: 'entries',
  summary: 'the newest reviews of the site',
  scope: null,
  query: z.strictObject({ spoilers }),
  answers: {
    200: {
      description: 'a few of them',
      schema: sent('NewestEntries', z.strictObject({ items: z.array(entry) }), 'the newest reviews'),
    },
  },
  kept: 'catalogue',
  async handler({ reader, viewer, query, origin, now, today, site }) {
    const found = await home(reader, viewer, { now, today, ...site.settings, programme: false });
    const open = query.spoilers === 'open';
    const items = found.newest.map((one) => entryOf(one, { origin, film: filmNamed(one), open }));
    return ok({ items });
  },
});

export const REVIEWS = [newest, listReviews, sayNames(true), sayNames(false), listUnsettled, settle, preview];
