import { z } from 'zod';
import { BY_NUMBER } from '../../domain/cursor.ts';
import { notFound } from '../../domain/errors.ts';
import { programme, programmeOfMonth, screeningsOfFilm } from '../../domain/programme.ts';
import type { Reader, ScreeningLine } from '../../domain/reader.ts';
import {
  addScreenings,
  changeScreening,
  removeScreening,
  type ScreeningInput,
  SPOKEN,
  STATES,
} from '../../domain/screening.ts';
import { curates, type Viewer } from '../../domain/viewer.ts';
import { isoWithOffset } from '../../domain/zoned-time.ts';
import { type Call, created, done, ok, operation } from '../operation.ts';
import { cursor, cursorIn, pageAnswer } from '../paging.ts';
import { id, key, language, pageOf, sent, slug, taken, url } from '../schema.ts';
import { atFilm } from './film.ts';
import { cardOf, filmCard, filmNamed } from './film-shape.ts';

const time = z
  .string()
  .regex(/^\d\d:\d\d$/)
  .meta({ description: 'on the venue’s clocks', examples: ['20:15'] });
const date = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .meta({ description: 'a calendar date', examples: ['2026-12-04'] });

export const screening = sent(
  'Screening',
  z.strictObject({
    id,
    film: filmCard,
    venue: z.strictObject({ slug, name: z.string(), town: z.string().nullable(), url }),
    starts: z.string().meta({ description: 'RFC 3339, with the venue’s offset', format: 'date-time' }),
    day: date,
    time,
    doors: time.nullable(),
    ends: time.nullable(),
    room: z.string().nullable(),
    format: z.string().nullable(),
    spoken: z.enum(SPOKEN as [(typeof SPOKEN)[number]]).nullable(),
    language: language.nullable(),
    subtitles: language.nullable(),
    tickets: url.nullable(),
    note: z.string().nullable(),
    series: z.string().nullable(),
    state: z.enum(STATES as [(typeof STATES)[number]]),
    draft: z.boolean().meta({ description: 'whether only curators see it' }),
  }),
  'a film shown once, at one place',
);

const PAGE = pageOf('ScreeningsPage', screening);
const atScreening = z.object({ screening: id });

const listScreenings = operation({
  id: 'listScreenings',
  method: 'GET',
  path: '/screenings',
  tag: 'programme',
  summary: 'what is to come; or a month, what was in it too',
  scope: null,
  query: z.strictObject({
    venue: key.optional().meta({ description: 'a venue, by its slug' }),
    month: z
      .string()
      .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
      .optional()
      .meta({ description: '`YYYY-MM`; comes whole' }),
    cursor,
  }),
  answers: { 200: { description: 'a page of it, in the order of beginning', schema: PAGE } },
  problems: ['not-found', 'bad-cursor'],
  kept: 'programme',
  paged: true,
  async handler(call) {
    const { reader, viewer, query, origin, now } = call;
    const venue = query.venue ?? null;
    const after = cursorIn(query.cursor, BY_NUMBER);
    const found =
      query.month === undefined
        ? await programme(reader, viewer, { venue, after, now })
        : await programmeOfMonth(reader, viewer, { venue, month: query.month });
    const items = found.screenings.map((one) => screeningOf(origin, one));
    return pageAnswer(call, items, found.next);
  },
});

const listOfFilm = operation({
  id: 'listFilmScreenings',
  method: 'GET',
  path: '/films/{film}/screenings',
  tag: 'programme',
  summary: 'where and when a film is shown',
  scope: null,
  params: atFilm,
  answers: {
    200: {
      description: 'all that are to come',
      schema: sent('Screenings', z.strictObject({ items: z.array(screening) }), 'a film’s screenings'),
    },
  },
  problems: ['not-found'],
  kept: 'programme',
  async handler(call) {
    const film = await call.film(call.params.film);
    const found = await screeningsOfFilm(call.reader, call.viewer, film.id, call.now);
    return ok({ items: found.map((one) => screeningOf(call.origin, one)) });
  },
});

const getScreening = operation({
  id: 'getScreening',
  method: 'GET',
  path: '/screenings/{screening}',
  tag: 'programme',
  summary: 'a screening',
  scope: null,
  params: atScreening,
  answers: { 200: { description: 'the screening', schema: screening } },
  problems: ['not-found'],
  kept: 'programme',
  handler: async (call) => ok(await screeningBody(call, call.params.screening)),
});

const short = z.string().max(1000).optional();
const details = {
  doors: short,
  ends: short,
  room: short,
  format: short,
  spoken: z.enum(SPOKEN as [(typeof SPOKEN)[number]]).optional(),
  language: short,
  subtitles: short,
  tickets: short,
  note: short,
  series: short,
  state: z.enum(STATES as [(typeof STATES)[number]]).optional(),
  draft: z.boolean().optional(),
};
const SHOWN = { venue: 'the-regent', day: '2026-12-04', time: '20:15', format: '35 mm', subtitles: 'en' };

const addOnes = operation({
  id: 'addScreenings',
  method: 'POST',
  path: '/films/{film}/screenings',
  tag: 'programme',
  summary: 'enter a film’s screenings at one venue',
  description: 'One that is there already, at the same time in the same room, is left as it is.',
  scope: 'curate',
  params: atFilm,
  body: taken(
    'NewScreenings',
    z.strictObject({
      venue: key.meta({ description: 'a venue, by its slug' }),
      showings: z
        .array(z.strictObject({ day: date, time }))
        .min(1)
        .max(200),
      ...details,
    }),
    'what is shown where, and when',
    { venue: 'the-regent', showings: [{ day: '2026-12-04', time: '20:15' }], format: '35 mm' },
  ),
  answers: {
    201: {
      description: 'how many were entered',
      schema: sent('Added', z.strictObject({ added: z.int() }), 'how many', { added: 1 }),
    },
  },
  problems: ['not-found', 'invalid'],
  async handler(call) {
    const { transact, params, body, viewer, now } = call;
    const { id: filmId, slug } = await call.film(params.film);
    const venueId = (await venueAt(call.reader, body.venue)).id;
    const input = { filmId, venueId, showings: body.showings, details: detailsIn(body) };
    const added = await transact((writer) => addScreenings(writer, input, viewer, now));
    return created(`/films/${encodeURIComponent(slug)}/screenings`, { added });
  },
});

const replaceScreening = operation({
  id: 'replaceScreening',
  method: 'PUT',
  path: '/screenings/{screening}',
  tag: 'programme',
  summary: 'change a screening',
  scope: 'curate',
  params: atScreening,
  body: taken(
    'ScreeningInput',
    z.strictObject({ venue: key, day: date, time, ...details }),
    'a screening',
    SHOWN,
  ),
  match: { of: getScreening, must: true },
  answers: { 200: { description: 'the screening as it is now', schema: screening } },
  problems: ['not-found', 'invalid'],
  async handler(call) {
    const { transact, params, body, viewer, now } = call;
    const { day, time } = body;
    await transact(async (writer) => {
      const venueId = (await venueAt(writer, body.venue)).id;
      const input = { venueId, showing: { day, time }, details: detailsIn(body) };
      await changeScreening(writer, params.screening, input, viewer, now);
    });
    return ok(await screeningBody(call, params.screening));
  },
});

const dropScreening = operation({
  id: 'deleteScreening',
  method: 'DELETE',
  path: '/screenings/{screening}',
  tag: 'programme',
  summary: 'remove a screening without a trace',
  description: 'One that was announced is better cancelled.',
  scope: 'curate',
  params: atScreening,
  match: { of: getScreening },
  answers: { 204: { description: 'it is gone' } },
  problems: ['not-found'],
  async handler(call) {
    await call.transact((writer) => removeScreening(writer, call.params.screening, call.viewer));
    return done;
  },
});

/** A screening as it is sent. */
function screeningOf(origin: string, one: ScreeningLine): z.output<typeof screening> {
  const { id, day, time, doors, ends, room, format, spoken, language, subtitles } = one;
  const { tickets, note, series, state, draft, venueSlug: slug, venueName: name, town } = one;
  return {
    id,
    film: cardOf(origin, filmNamed(one)),
    venue: { slug, name, town, url: `${origin}/venue/${encodeURIComponent(slug)}` },
    starts: isoWithOffset(one.timeZone, one.starts),
    ...{ day, time, doors, ends, room, format, spoken, language, subtitles },
    ...{ tickets, note, series, state, draft },
  };
}

/** A screening as a GET of it answers; a draft is there for curators alone. */
async function screeningBody(
  { reader, viewer, origin }: Pick<Call, 'origin'> & { reader: Reader; viewer: Viewer },
  asked: string,
): Promise<z.output<typeof screening>> {
  const one = await reader.screenings.byId(asked);
  if (!one || (one.draft && !curates(viewer))) throw notFound('screening');
  return screeningOf(origin, one);
}

function detailsIn(
  body: { [Name in keyof typeof details]?: z.output<(typeof details)[Name]> },
): ScreeningInput {
  const said = (name: Exclude<keyof typeof details, 'draft'>) => body[name] ?? '';
  return {
    ...{ doors: said('doors'), ends: said('ends'), room: said('room'), format: said('format') },
    ...{ spoken: said('spoken'), language: said('language'), subtitles: said('subtitles') },
    ...{ tickets: said('tickets'), note: said('note'), series: said('series') },
    state: body.state ?? 'on',
    draft: body.draft ?? false,
  };
}

/** The venue a slug or an id means. */
export async function venueAt(reader: Reader, asked: string) {
  const venue = (await reader.venues.bySlug(asked)) ?? (await reader.venues.byId(asked));
  if (!venue) throw notFound('venue');
  return venue;
}

export const SCREENINGS = [
  listScreenings,
  listOfFilm,
  getScreening,
  addOnes,
  replaceScreening,
  dropScreening,
];
