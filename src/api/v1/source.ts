import { z } from 'zod';
import { moveSource, orderToSet } from '../../domain/fact-order.ts';
import {
  forgetTmdb,
  LOOKED_UP,
  lookUpAgain,
  setSource,
  setTmdb,
  tmdbKey,
  trySource,
} from '../../domain/film-source.ts';
import type { Writer } from '../../domain/reader.ts';
import { type Call, done, ok, operation } from '../operation.ts';
import { instant, instantOf, sent, taken } from '../schema.ts';
import { atFilm } from './film.ts';

const name = z.enum(LOOKED_UP).meta({ description: 'where films are looked up' });

const sources = sent(
  'Sources',
  z.strictObject({
    items: z.array(
      z.strictObject({
        source: name,
        on: z.boolean().meta({ description: 'whether it is asked' }),
        films: z.record(z.string(), z.int()).meta({ description: 'how many films are in each state' }),
        asked: instant.nullable().meta({ description: 'when a film was last looked up there' }),
        failure: z
          .string()
          .nullable()
          .meta({ description: 'the kind of the latest failure that is not made good' }),
      }),
    ),
    order: z.array(z.string()).meta({ description: 'who is believed first, below what is set by hand' }),
    tmdbKey: z.boolean().meta({ description: 'whether there is a key to TMDB; it is given to nobody' }),
  }),
  'where facts of films come from, and how that goes',
);
const atSource = z.object({ source: name });
const ANSWERS = { 200: { description: 'how things stand now', schema: sources } };

const listSources = operation({
  id: 'listSources',
  method: 'GET',
  path: '/desk/sources',
  tag: 'desk',
  summary: 'where facts of films come from, and how that goes',
  scope: 'admin',
  who: 'owner',
  answers: ANSWERS,
  handler: async (call) => ok(await sourcesBody(call)),
});

const turnOn = operation({
  id: 'setSource',
  method: 'PUT',
  path: '/desk/sources/{source}',
  tag: 'desk',
  summary: 'let a source be asked for facts of the films here, or no more',
  description: 'What it said stays.',
  scope: 'admin',
  who: 'owner',
  params: atSource,
  body: taken('SourceInput', z.strictObject({ on: z.boolean() }), 'whether it is asked', { on: true }),
  match: { of: listSources },
  answers: ANSWERS,
  handler: (call) =>
    changed(call, (writer) => setSource(writer, call.params.source, call.body.on, call.viewer, call.now)),
});

const tryNow = operation({
  id: 'trySource',
  method: 'POST',
  path: '/desk/sources/{source}/attempts',
  tag: 'desk',
  summary: 'ask a source at once for what waits and for what failed',
  scope: 'admin',
  who: 'owner',
  params: atSource,
  answers: ANSWERS,
  handler: (call) => changed(call, (writer) => trySource(writer, call.params.source, call.viewer, call.now)),
});

const move = operation({
  id: 'moveSource',
  method: 'POST',
  path: '/desk/source-moves',
  tag: 'desk',
  summary: 'let a source be believed before the one above it, or after the one below',
  description: 'Films are brought in line in the background.',
  scope: 'admin',
  who: 'owner',
  body: taken(
    'SourceMove',
    z.strictObject({ source: z.string().max(50), to: z.enum(['up', 'down']) }),
    'one place',
    { source: 'wikidata', to: 'up' },
  ),
  answers: ANSWERS,
  handler: (call) =>
    changed(call, (writer) => moveSource(writer, call.body.source, call.body.to, call.viewer, call.now)),
});

const giveKey = operation({
  id: 'setTmdbKey',
  method: 'PUT',
  path: '/desk/tmdb',
  tag: 'desk',
  summary: 'give the key to TMDB, with what the site uses it for',
  description: 'TMDB wants an agreement in writing for commercial use.',
  scope: 'admin',
  who: 'owner',
  body: taken(
    'TmdbInput',
    z.strictObject({
      key: z.string().max(3000).optional().meta({ description: 'the one that is there stays unless said' }),
      use: z.enum(['private', 'commercial']),
      agreement: z.boolean().optional(),
      countries: z
        .array(z.string().max(2))
        .max(20)
        .meta({ description: 'of which it is told where to watch' }),
    }),
    'a key, and what it is used for',
    { key: '0123456789abcdef0123456789abcdef', use: 'private', countries: ['PT'] },
  ),
  match: { of: listSources },
  answers: ANSWERS,
  problems: ['invalid'],
  handler: (call) =>
    changed(call, (writer) => {
      const { key = '', use, agreement = false, countries } = call.body;
      const given = { key, use, agreement, countries: countries.join(' ') };
      return setTmdb(writer, given, call.viewer, call.now);
    }),
});

const dropKey = operation({
  id: 'forgetTmdbKey',
  method: 'DELETE',
  path: '/desk/tmdb',
  tag: 'desk',
  summary: 'forget the key to TMDB, which is then asked no more',
  scope: 'admin',
  who: 'owner',
  match: { of: listSources },
  answers: { 204: { description: 'it is forgotten' } },
  async handler(call) {
    await changed(call, (writer) => forgetTmdb(writer, call.viewer, call.now));
    return done;
  },
});

const again = operation({
  id: 'lookUpAgain',
  method: 'POST',
  path: '/films/{film}/lookups',
  tag: 'curating',
  summary: 'look a film up again at once, wherever films are looked up',
  scope: 'curate',
  params: atFilm,
  answers: { 204: { description: 'it is looked up next' } },
  problems: ['not-found'],
  async handler(call) {
    const { transact, params, viewer, now, services } = call;
    const film = await call.film(params.film);
    await transact(async (writer) => {
      writer.afterCommit(services.wakeJobs);
      await lookUpAgain(writer, film.id, viewer, now);
    });
    return done;
  },
});

/** Changes something of the sources, lets the work begin, and says how things stand. */
async function changed(call: Call, change: (writer: Writer) => Promise<unknown>) {
  await call.transact(async (writer) => {
    writer.afterCommit(call.services.wakeJobs);
    await change(writer);
  });
  return ok(await sourcesBody(call));
}

async function sourcesBody({ reader }: Pick<Call, 'reader'>): Promise<z.output<typeof sources>> {
  const { settings } = await reader.site.get();
  const items: z.output<typeof sources>['items'] = [];
  for (const source of LOOKED_UP) {
    const { counts, asked, failure } = await reader.filmSources.lookups(source);
    const on = settings.factSources?.includes(source) ?? false;
    const last = asked === null ? null : instantOf(asked);
    items.push({ source, on, films: { ...counts }, asked: last, failure: failure?.error ?? null });
  }
  return { items, order: orderToSet(settings), tmdbKey: (await tmdbKey(reader)) !== null };
}

export const SOURCES = [listSources, turnOn, tryNow, move, giveKey, dropKey, again];
