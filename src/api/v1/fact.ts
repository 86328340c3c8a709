import { z } from 'zod';
import { type Arranging, arrange } from '../../domain/arrange.ts';
import { clearFact, factsOf, setFact } from '../../domain/fact.ts';
import type { Fact, FormerFact, Reader } from '../../domain/reader.ts';
import { type Call, done, ok, operation } from '../operation.ts';
import { id, instant, instantOf, key, sent, taken, url } from '../schema.ts';
import { atFilm } from './film.ts';

const field = z
  .string()
  .min(1)
  .max(80)
  .meta({ description: 'a field’s path', examples: ['title', 'release:GB:theatrical', 'synopsis:en'] });
const atFact = z.object({ film: key, field });

const said = z.strictObject({
  source: z.string(),
  value: z.unknown().meta({ description: 'in the shape of its field; null where a curator holds it empty' }),
  licence: z.string().nullable(),
  link: url.nullable(),
  since: instant,
});

const fact = sent(
  'FieldFacts',
  z.strictObject({
    field,
    holds: said.nullable().meta({ description: 'what is shown' }),
    said: z.array(said).meta({ description: 'what each source says, the most believed first' }),
    former: z
      .array(said.extend({ until: instant }))
      .meta({ description: 'what was said before, latest first' }),
  }),
  'all that is said of one field of a film',
);

const facts = sent(
  'FilmFacts',
  z.strictObject({ items: z.array(fact) }),
  'all that is said of a film, by whom',
);

const listFacts = operation({
  id: 'listFacts',
  method: 'GET',
  path: '/films/{film}/facts',
  tag: 'curating',
  summary: 'all that is said of a film, and by whom',
  scope: 'curate',
  params: atFilm,
  answers: { 200: { description: 'all of it', schema: facts } },
  problems: ['not-found'],
  async handler(call) {
    const film = await call.film(call.params.film);
    return ok(await factsBody(call.reader, film.id));
  },
});

const putFact = operation({
  id: 'setFact',
  method: 'PUT',
  path: '/films/{film}/facts/{field}',
  tag: 'curating',
  summary: 'set a fact by hand',
  description: 'It holds over whatever any source says. Null holds the field empty.',
  scope: 'curate',
  params: atFact,
  body: taken('FactInput', z.strictObject({ value: z.unknown() }), 'a value in the shape of its field', {
    value: 'The Third Platform',
  }),
  match: { of: listFacts },
  answers: { 200: { description: 'all that is said of the film now', schema: facts } },
  problems: ['not-found', 'invalid'],
  async handler(call) {
    const { transact, params, body, viewer, now } = call;
    const film = await call.film(params.film);
    const given = { field: params.field, value: body.value ?? null };
    await transact((writer) => setFact(writer, film.id, given, viewer, now));
    return ok(await factsBody(call.reader, film.id));
  },
});

const dropFact = operation({
  id: 'clearFact',
  method: 'DELETE',
  path: '/films/{film}/facts/{field}',
  tag: 'curating',
  summary: 'go back to what the sources say of a field',
  scope: 'curate',
  params: atFact,
  match: { of: listFacts },
  answers: { 200: { description: 'all that is said of the film now', schema: facts } },
  problems: ['not-found', 'invalid'],
  async handler(call) {
    const { transact, params, viewer, now } = call;
    const film = await call.film(params.film);
    await transact((writer) => clearFact(writer, film.id, params.field, viewer, now));
    return ok(await factsBody(call.reader, film.id));
  },
});

async function factsBody(reader: Reader, filmId: string): Promise<z.output<typeof facts>> {
  const items = (await factsOf(reader, filmId)).map(({ field, holds, said, former }) => ({
    field,
    holds: holds && saidOf(holds),
    said: said.map(saidOf),
    former: former.map((one) => ({ ...saidOf(one), until: instantOf(one.replaced) })),
  }));
  return { items };
}

function saidOf({ source, value, licence, link, fetched }: Fact | FormerFact) {
  return { source, value, licence, link, since: instantOf(fetched) };
}

const pins = sent(
  'Pins',
  z.strictObject({ entries: z.array(id) }),
  'the reviews that lead a film’s page, in their order',
  { entries: ['06f2e4l3m1o7q000000000000g'] },
);
const atPin = z.object({ film: key, entry: id });

const listPins = operation({
  id: 'listPins',
  method: 'GET',
  path: '/films/{film}/pins',
  tag: 'curating',
  summary: 'the reviews that were chosen to lead a film’s page',
  scope: null,
  params: atFilm,
  answers: { 200: { description: 'all of them', schema: pins } },
  problems: ['not-found'],
  kept: 'catalogue',
  handler: async (call) => ok(await pinsBody(call, (await call.film(call.params.film)).id)),
});

const arranging = (act: Arranging) => async (call: Call<z.output<typeof atPin>>) => {
  const film = await call.film(call.params.film);
  await call.transact((writer) => arrange(writer, film.id, call.params.entry, act, call.viewer));
  return film.id;
};

const pin = operation({
  id: 'pinEntry',
  method: 'PUT',
  path: '/films/{film}/pins/{entry}',
  tag: 'curating',
  summary: 'choose a review to lead its film’s page',
  scope: 'curate',
  params: atPin,
  match: { of: listPins },
  answers: { 200: { description: 'those that lead it now', schema: pins } },
  problems: ['not-found', 'invalid'],
  handler: async (call) => ok(await pinsBody(call, await arranging('pin')(call))),
});

const unpin = operation({
  id: 'unpinEntry',
  method: 'DELETE',
  path: '/films/{film}/pins/{entry}',
  tag: 'curating',
  summary: 'let a review lead its film’s page no more',
  scope: 'curate',
  params: atPin,
  match: { of: listPins },
  answers: { 204: { description: 'it does not lead the page' } },
  problems: ['not-found'],
  async handler(call) {
    await arranging('unpin')(call);
    return done;
  },
});

const movePin = operation({
  id: 'movePin',
  method: 'POST',
  path: '/films/{film}/pins/{entry}/moves',
  tag: 'curating',
  summary: 'move a chosen review up or down among those that lead',
  scope: 'curate',
  params: atPin,
  body: taken('MoveInput', z.strictObject({ to: z.enum(['up', 'down']) }), 'one place', { to: 'up' }),
  answers: { 200: { description: 'those that lead it now', schema: pins } },
  problems: ['not-found', 'invalid'],
  handler: async (call) => ok(await pinsBody(call, await arranging(call.body.to)(call))),
});

async function pinsBody({ reader }: Pick<Call, 'reader'>, filmId: string): Promise<z.output<typeof pins>> {
  return { entries: await reader.reviews.pinsSeen(filmId) };
}

export const CURATING = [listFacts, putFact, dropFact, listPins, pin, unpin, movePin];
