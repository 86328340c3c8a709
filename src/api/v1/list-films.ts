import { z } from 'zod';
import { listPage, setListFilms } from '../../domain/list.ts';
import type { Reader } from '../../domain/reader.ts';
import { done, ok, operation } from '../operation.ts';
import { cursor, cursorIn, pageAnswer } from '../paging.ts';
import { html, id, key, pageOf, taken } from '../schema.ts';
import { cardOf, filmCard } from './film-shape.ts';
import { atList, getList, listBody, listFor } from './list.ts';
import { filmsIn, filmsOn, list } from './list-shape.ts';

const PLACE = z.tuple([z.int().min(0)]);

const place = z.strictObject({
  position: z.int().min(1),
  film: filmCard,
  note: html.nullable(),
  text: z.string().optional().meta({ description: 'the note as it was written, for its author alone' }),
});
const PLACES_PAGE = pageOf('ListFilmsPage', place);

const listFilms = operation({
  id: 'listListFilms',
  method: 'GET',
  path: '/lists/{list}/films',
  tag: 'lists',
  summary: 'the films on a list, in its order',
  scope: null,
  params: atList,
  query: z.strictObject({ cursor }),
  answers: { 200: { description: 'a page of them', schema: PLACES_PAGE } },
  problems: ['not-found', 'bad-cursor'],
  kept: 'catalogue',
  paged: true,
  async handler(call) {
    const { reader, viewer, params, query, origin } = call;
    const [after = 0] = cursorIn(query.cursor, PLACE) ?? [];
    const { authorId, slug } = await listFor(call, params.list);
    const found = await listPage(reader, { authorId, slug }, viewer, after);
    const own = authorId === viewer.authorId;
    const notes = own
      ? new Map((await reader.lists.rows(params.list)).map((row) => [row.film_id, row.note]))
      : null;
    const items = found.items.map(
      (one): z.output<typeof place> => ({
        position: one.position,
        film: cardOf(origin, { id: one.filmId, slug: one.slug, title: one.title, year: one.year }),
        note: one.noteHtml,
        ...(notes ? { text: notes.get(one.filmId) ?? '' } : {}),
      }),
    );
    return pageAnswer(call, items, found.next === null ? null : [found.next]);
  },
});

const replaceFilms = operation({
  id: 'replaceListFilms',
  method: 'PUT',
  path: '/lists/{list}/films',
  tag: 'lists',
  summary: 'put films on one’s own list, in order, with notes',
  description: 'Replaces all that is on it.',
  scope: 'write',
  params: atList,
  body: taken('ListFilmsInput', z.strictObject({ films: filmsOn }), 'films in their order', {
    films: [{ film: 'the-third-platform-1962', note: 'Twice.' }],
  }),
  match: { of: getList },
  answers: { 200: { description: 'the list as it is now', schema: list } },
  problems: ['not-found', 'invalid'],
  async handler(call) {
    const { transact, params, body, viewer, now } = call;
    const films = await filmsIn(call, body.films);
    await transact((writer) => setListFilms(writer, params.list, films, viewer, now));
    return ok(await listBody(call, params.list));
  },
});

const putFilm = operation({
  id: 'putListFilm',
  method: 'PUT',
  path: '/lists/{list}/films/{film}',
  tag: 'lists',
  summary: 'put a film on one’s own list, or move it, or say something else of it there',
  scope: 'write',
  params: z.object({ list: id, film: key }),
  body: taken(
    'ListFilmInput',
    z.strictObject({
      note: z
        .string()
        .max(100_000)
        .optional()
        .meta({ description: 'what stays as it is where it is left out' }),
      position: z
        .int()
        .min(1)
        .optional()
        .meta({ description: 'from 1; where it stands, or last, unless said' }),
    }),
    'a film on a list',
    { note: 'Twice.', position: 1 },
  ),
  match: { of: getList },
  answers: { 200: { description: 'the list as it is now', schema: list } },
  problems: ['not-found', 'invalid'],
  async handler(call) {
    const { transact, params, body, viewer, now } = call;
    const { id: filmId } = await call.film(params.film);
    await transact(async (writer) => {
      const films = await filmsOnIt(writer, params.list);
      const at = films.findIndex((one) => one.filmId === filmId);
      const [before] = at < 0 ? [] : films.splice(at, 1);
      const to = (body.position ?? (at < 0 ? films.length : at) + 1) - 1;
      films.splice(Math.min(to, films.length), 0, { filmId, note: body.note ?? before?.note ?? '' });
      await setListFilms(writer, params.list, films, viewer, now);
    });
    return ok(await listBody(call, params.list));
  },
});

const takeFilm = operation({
  id: 'removeListFilm',
  method: 'DELETE',
  path: '/lists/{list}/films/{film}',
  tag: 'lists',
  summary: 'take a film off one’s own list',
  scope: 'write',
  params: z.object({ list: id, film: key }),
  match: { of: getList },
  answers: { 204: { description: 'it is not on the list' } },
  problems: ['not-found'],
  async handler(call) {
    const { transact, params, viewer, now } = call;
    const { id: filmId } = await call.film(params.film);
    await transact(async (writer) => {
      const films = await filmsOnIt(writer, params.list);
      const left = films.filter((one) => one.filmId !== filmId);
      await setListFilms(writer, params.list, left, viewer, now);
    });
    return done;
  },
});

/** What is on a list, with its notes as they were written. */
async function filmsOnIt(reader: Reader, listId: string): Promise<{ filmId: string; note: string }[]> {
  const rows = await reader.lists.rows(listId);
  return rows
    .sort((a, b) => a.position - b.position)
    .map((row) => ({ filmId: row.film_id, note: row.note ?? '' }));
}

export const LIST_FILMS = [listFilms, replaceFilms, putFilm, takeFilm];
