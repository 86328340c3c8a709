import { z } from 'zod';
import { filmAsked } from '../../domain/film.ts';
import { likelyDoubles, mergeLook, setApart } from '../../domain/merge-look.ts';
import { beginMerge } from '../../interchange/films/merge.ts';
import { accepted, done, ok, operation } from '../operation.ts';
import { cursor, cursorIn, pageAnswer } from '../paging.ts';
import { id, key, pageOf, sent, taken } from '../schema.ts';
import { atFilm } from './film.ts';
import { cardOf, filmCard } from './film-shape.ts';
import { filmWork, workBody } from './film-work.ts';

/** How long a merge waits for another, or for an import, to end, in milliseconds. */
export const PATIENCE = 1500;

const hanging = z.strictObject({
  entries: z.int(),
  ratings: z.int(),
  lists: z.int(),
  mentions: z.int(),
  screenings: z.int(),
});

const look = sent(
  'MergeLook',
  z.strictObject({
    from: filmCard,
    into: filmCard,
    hanging: z
      .strictObject({ from: hanging, into: hanging })
      .meta({ description: 'how much hangs on each of them' }),
    fields: z
      .array(z.strictObject({ field: z.string(), from: z.string(), into: z.string(), after: z.string() }))
      .meta({ description: 'in which they differ: what holds of each, and what will hold of both' }),
  }),
  'what making two films one would do',
);

const films = z.strictObject({
  id,
  slug: z.string(),
  title: z.string(),
  year: z.int().nullable(),
  reviews: z.int(),
});
const doubles = pageOf(
  'DoublesPage',
  z.strictObject({ one: films, other: films, why: z.enum(['name', 'id']) }),
);

const lookAtMerge = operation({
  id: 'lookAtMerge',
  method: 'GET',
  path: '/films/{film}/merges',
  tag: 'curating',
  summary: 'what making a film a part of another would do',
  scope: 'curate',
  params: atFilm,
  query: z.strictObject({ into: key.meta({ description: 'the film that stays, by slug or id' }) }),
  answers: { 200: { description: 'what it would do', schema: look } },
  problems: ['not-found', 'conflict'],
  async handler(call) {
    const { reader, viewer, params, query, origin, now } = call;
    const { id: from } = await call.film(params.film);
    // A former slug leads on where it stands in the address, and is as good as the present one here.
    const { id: into } = await filmAsked(reader, query.into, now);
    const found = await mergeLook(reader, { from, into }, viewer);
    const fields = found.fields.map(({ name, of, from, into, after }) => ({
      ...{ field: [name, ...of].join(':'), from, into, after },
    }));
    const films = { from: cardOf(origin, found.from), into: cardOf(origin, found.into) };
    return ok({ ...films, hanging: found.hanging, fields });
  },
});

const merge = operation({
  id: 'mergeFilm',
  method: 'POST',
  path: '/films/{film}/merges',
  tag: 'curating',
  summary: 'make a film a part of another',
  description: 'Its address leads to the other from then on, and all that hangs on it is moved.',
  scope: 'curate',
  params: atFilm,
  body: taken('MergeInput', z.strictObject({ into: key }), 'the film that stays, by slug or id', {
    into: 'the-third-platform-1962',
  }),
  answers: {
    202: {
      description: 'it is done, or under way where much has to be moved',
      schema: filmWork,
      located: true,
    },
  },
  problems: ['not-found', 'conflict'],
  async handler(call) {
    const { reader, transact, viewer, params, body, now, services } = call;
    const [from, into] = [(await call.film(params.film)).id, (await call.film(body.into)).id];
    const store = { reader, transact };
    const { batchId, whole } = await beginMerge(store, { from, into }, viewer, () => now, PATIENCE);
    if (!whole) services.wakeJobs();
    return accepted(`/film-works/${batchId}`, await workBody(call, batchId));
  },
});

const listDoubles = operation({
  id: 'listDoubles',
  method: 'GET',
  path: '/doubles',
  tag: 'curating',
  summary: 'films that may be one',
  scope: 'curate',
  query: z.strictObject({ cursor }),
  answers: { 200: { description: 'a page of pairs', schema: doubles } },
  problems: ['bad-cursor'],
  paged: true,
  async handler(call) {
    const [before = ''] = cursorIn(call.query.cursor, z.tuple([z.string().regex(/^[0-9a-v]{26}~$/)])) ?? [];
    const { pairs, next } = await likelyDoubles(call.reader, before, call.viewer);
    const items = pairs.map(({ one, other, why }) => ({ one: doubleOf(one), other: doubleOf(other), why }));
    return pageAnswer(call, items, next === null ? null : [next]);
  },
});

const apart = operation({
  id: 'setApart',
  method: 'POST',
  path: '/doubles',
  tag: 'curating',
  summary: 'say that two films which look alike are two',
  scope: 'curate',
  body: taken('ApartInput', z.strictObject({ films: z.tuple([key, key]) }), 'two films, by slug or id', {
    films: ['the-third-platform-1962', 'the-third-platform-1962-2'],
  }),
  answers: { 204: { description: 'they are two' } },
  problems: ['not-found'],
  async handler(call) {
    const [one, other] = call.body.films;
    const ids = [(await call.film(one)).id, (await call.film(other)).id] as const;
    await call.transact((writer) => setApart(writer, ids, call.viewer, call.now));
    return done;
  },
});

function doubleOf({ id, slug, title, year, reviews }: z.output<typeof films>): z.output<typeof films> {
  return { id, slug, title, year, reviews };
}

export const MERGES = [lookAtMerge, merge, listDoubles, apart];
