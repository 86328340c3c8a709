import { z } from 'zod';
import type { FactSource } from '../../domain/reader.ts';
import { splitLook } from '../../domain/split.ts';
import { cleanLine } from '../../domain/text/characters.ts';
import { splitFilm } from '../../interchange/films/split.ts';
import { accepted, ok, operation } from '../operation.ts';
import { id, key, sent, taken } from '../schema.ts';
import { atFilm } from './film.ts';
import { cardOf, filmCard } from './film-shape.ts';
import { filmWork, workBody } from './film-work.ts';
import { PATIENCE } from './merge.ts';

/** So many things are moved at once at most, of each kind. */
const MOST = 200;

const fact = z.strictObject({ source: z.string().max(40), field: z.string().max(80) });
const external = z.strictObject({ scheme: z.string().max(40), value: z.string().max(200) });

const look = sent(
  'SplitLook',
  z.strictObject({
    film: filmCard,
    entries: z.array(z.strictObject({ id, author: z.string(), beginning: z.string().nullable() })),
    more: z.boolean().meta({ description: 'whether there are more entries than are shown' }),
    lists: z.array(z.strictObject({ id, title: z.string(), author: z.string() })),
    facts: z.array(fact.extend({ text: z.string() })),
    ids: z.array(external),
  }),
  'what of a film could belong to another',
);

const lookAtSplit = operation({
  id: 'lookAtSplit',
  method: 'GET',
  path: '/films/{film}/splits',
  tag: 'curating',
  summary: 'what of a film could belong to another',
  scope: 'curate',
  params: atFilm,
  answers: { 200: { description: 'what could', schema: look } },
  problems: ['not-found'],
  async handler(call) {
    const { id: filmId } = await call.film(call.params.film);
    const found = await splitLook(call.reader, filmId, call.viewer);
    const entries = found.entries.map(({ id, authorName, beginning }) => ({
      id,
      author: authorName,
      beginning,
    }));
    return ok({
      film: cardOf(call.origin, found.film),
      entries,
      more: found.more,
      lists: found.lists.map(({ id, title, authorName }) => ({ id, title, author: authorName })),
      facts: found.facts.map(({ source, field, text }) => ({ source, field, text })),
      ids: found.ids.map(({ scheme, value }) => ({ scheme, value })),
    });
  },
});

const split = operation({
  id: 'splitFilm',
  method: 'POST',
  path: '/films/{film}/splits',
  tag: 'curating',
  summary: 'move what belongs to another film, or to a new one',
  scope: 'curate',
  params: atFilm,
  body: taken(
    'SplitInput',
    z.strictObject({
      to: key.optional().meta({ description: 'the film it belongs to, by slug or id' }),
      title: z.string().max(2000).optional().meta({ description: 'of a new film, where none is named' }),
      year: z.int().nullable().optional(),
      entries: z.array(id).max(MOST).optional(),
      lists: z.array(id).max(MOST).optional(),
      facts: z.array(fact).max(MOST).optional(),
      ids: z.array(external).max(MOST).optional(),
    }),
    'what belongs to which film',
    { title: 'The Fourth Platform', year: 1971, ids: [{ scheme: 'imdb', value: 'tt0000002' }] },
  ),
  answers: { 202: { description: 'it is moved', schema: filmWork, located: true } },
  problems: ['not-found', 'conflict', 'invalid'],
  async handler(call) {
    const { reader, transact, params, body, viewer, now, services } = call;
    const { id: film } = await call.film(params.film);
    const to =
      body.to === undefined
        ? { title: cleanLine(body.title ?? ''), year: body.year ?? null }
        : { id: (await call.film(body.to)).id };
    const facts = (body.facts ?? []).map(({ source, field }) => ({ source: source as FactSource, field }));
    const { entries = [], lists = [], ids = [] } = body;
    const asked = { film, to, entries, lists, facts, ids };
    const made = await splitFilm({ reader, transact }, asked, viewer, () => now, PATIENCE);
    services.wakeJobs();
    return accepted(`/film-works/${made}`, await workBody(call, made));
  },
});

export const SPLITS = [lookAtSplit, split];
