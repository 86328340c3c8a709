import { z } from 'zod';
import { addFilm, namesakes } from '../../domain/add-film.ts';
import { conflict, notFound } from '../../domain/errors.ts';
import { languageTag } from '../../domain/fact-field.ts';
import { filmPage } from '../../domain/film.ts';
import { FILM_SIFT, filmSift } from '../../domain/film-sift.ts';
import {
  type ChosenKind,
  filmsPage as domainFilmsPage,
  FILMS_CURSOR,
  filmTerms,
} from '../../domain/films.ts';
import { knownPage } from '../../domain/known.ts';
import { cleanLine } from '../../domain/text/characters.ts';
import { type Call, created, ok, operation } from '../operation.ts';
import { cursor, cursorIn, pageAnswer } from '../paging.ts';
import { key, sent, slug, taken, url, words } from '../schema.ts';
import {
  cardOf,
  credit,
  creditOf,
  film,
  filmCard,
  filmLineOf,
  filmOf,
  filmsPage,
  filmUrl,
} from './film-shape.ts';

export const atFilm = z.object({ film: key.meta({ description: 'a film, by its slug or id' }) });

const listFilms = operation({
  id: 'listFilms',
  method: 'GET',
  path: '/films',
  tag: 'films',
  summary: 'the films of the site, sifted and in an order',
  scope: null,
  query: FILM_SIFT.extend({ cursor }),
  answers: { 200: { description: 'a page of films', schema: filmsPage } },
  problems: ['bad-cursor'],
  kept: 'programme',
  paged: true,
  async handler(call) {
    const { reader, viewer, query, origin } = call;
    const sift = filmSift(query);
    const after = cursorIn(query.cursor, FILMS_CURSOR);
    const shown = await domainFilmsPage(
      reader,
      { sift, sort: query.sort ?? 'reviews', after },
      viewer,
      call.now,
    );
    const items = shown.films.map((one) => filmLineOf(origin, one));
    return pageAnswer(call, items, shown.next, { count: shown.count });
  },
});

const one = z.array(z.strictObject({ term: z.string(), name: z.string() }));
const terms = sent(
  'Terms',
  z.strictObject({ genre: one, decade: one, country: one, language: one }),
  'what films can be sifted by',
  {
    genre: [{ term: 'drama', name: 'Drama' }],
    decade: [{ term: '1960s', name: '1960s' }],
    country: [{ term: 'de', name: 'DE' }],
    language: [{ term: 'de', name: 'de' }],
  },
);

const listTerms = operation({
  id: 'listTerms',
  method: 'GET',
  path: '/terms',
  tag: 'films',
  summary: 'what films can be sifted by',
  scope: null,
  answers: { 200: { description: 'the terms that some film has', schema: terms } },
  kept: 'catalogue',
  async handler({ reader }) {
    const found = await filmTerms(reader);
    const plain = (kind: ChosenKind) => found[kind].map(({ term, name }) => ({ term, name }));
    const [genre, decade] = [plain('genre'), plain('decade')];
    return ok({ genre, decade, country: plain('country'), language: plain('language') });
  },
});

const lookUpFilm = operation({
  id: 'lookUpFilm',
  method: 'GET',
  path: '/lookup',
  tag: 'films',
  summary: 'the film that an id elsewhere means',
  description: 'Ask by one scheme: `imdb=tt0000001`, `tmdb=1`, `wikidata=Q1`.',
  scope: null,
  query: z.strictObject({
    imdb: words.optional().meta({ description: 'a title’s id at IMDb: `tt` and digits' }),
    tmdb: words.optional().meta({ description: 'a film’s number at TMDB' }),
    wikidata: words.optional().meta({ description: 'an item of Wikidata: `Q` and digits' }),
    letterboxd: words.optional().meta({ description: 'the last part of a film’s address on Letterboxd' }),
  }),
  answers: { 200: { description: 'the film', schema: film } },
  problems: ['not-found'],
  kept: 'catalogue',
  async handler(call) {
    const [asked] = Object.entries(call.query);
    const found = asked && (await call.reader.films.idByExternal(asked[0], String(asked[1])));
    if (!found) throw notFound('film');
    return ok(await filmBody(call, found));
  },
});

export const getFilm = operation({
  id: 'getFilm',
  method: 'GET',
  path: '/films/{film}',
  tag: 'films',
  summary: 'all that is known of a film',
  scope: null,
  params: atFilm,
  answers: { 200: { description: 'the film', schema: film } },
  problems: ['not-found'],
  kept: 'catalogue',
  handler: async (call) => ok(await filmBody(call, (await call.film(call.params.film)).id)),
});

const further = sent(
  'FurtherFilms',
  z.strictObject({
    items: z.array(
      z.strictObject({
        film: filmCard,
        reason: z.string().meta({ description: '`director`, `named`, `cast` or `lists`' }),
        person: z
          .string()
          .nullable()
          .meta({ description: 'who made or plays in both, where that is the reason' }),
      }),
    ),
    namedIn: z
      .array(z.strictObject({ slug, title: z.string(), year: z.int().nullable(), url }))
      .meta({ description: 'films whose reviews name this one' }),
  }),
  'films to go on to from a film, each with its reason',
);

const listFurther = operation({
  id: 'listFurtherFilms',
  method: 'GET',
  path: '/films/{film}/further',
  tag: 'films',
  summary: 'films to go on to from a film, and those whose reviews name it',
  scope: null,
  params: atFilm,
  answers: { 200: { description: 'a few of each', schema: further } },
  problems: ['not-found'],
  kept: 'catalogue',
  async handler(call) {
    const { reader, viewer, origin, now } = call;
    const shown = await filmPage(reader, await call.film(call.params.film), viewer, 1, now);
    if (!shown) throw notFound('film');
    const items = shown.more.map(({ reason, person, ...film }) => ({
      film: cardOf(origin, film),
      reason,
      person,
    }));
    const namedIn = shown.namedIn.map((one) => ({ ...one, url: filmUrl(origin, one.slug) }));
    return ok({ items, namedIn });
  },
});

const listCredits = operation({
  id: 'listCredits',
  method: 'GET',
  path: '/films/{film}/credits',
  tag: 'films',
  summary: 'who made a film and who is in it, directors first',
  scope: null,
  params: atFilm,
  answers: {
    200: {
      description: 'all of them',
      schema: sent('Credits', z.strictObject({ items: z.array(credit) }), 'the people of a film'),
    },
  },
  problems: ['not-found'],
  kept: 'catalogue',
  async handler({ reader, origin, params, film: filmAt }) {
    const { id } = await filmAt(params.film);
    return ok({ items: (await reader.films.credits(id)).map((one) => creditOf(origin, one)) });
  },
});

const line = z.string().max(1000);
const newFilm = taken(
  'NewFilm',
  z.strictObject({
    title: line,
    originalTitle: line.optional(),
    year: z.int().optional(),
    directors: z.array(line).max(50).optional(),
    runtime: z.int().optional().meta({ description: 'minutes' }),
    countries: z.array(line).max(50).optional(),
    languages: z.array(line).max(50).optional(),
    genres: z.array(line).max(30).optional(),
    synopsis: z.string().max(20_000).optional(),
    synopsisLanguage: line.optional().meta({ description: 'BCP 47' }),
    another: z
      .boolean()
      .optional()
      .meta({ description: 'that it is none of those of this title and year that are there already' }),
  }),
  'a film as a curator adds it; a title is enough',
  { title: 'The Third Platform', year: 1962, directors: ['Ilse Marten'], runtime: 94, countries: ['DE'] },
);

const addOneFilm = operation({
  id: 'addFilm',
  method: 'POST',
  path: '/films',
  tag: 'films',
  summary: 'add a film',
  description: 'Where one of this title and year is there, this is a conflict until `another` is true.',
  scope: 'curate',
  body: newFilm,
  answers: { 201: { description: 'the film', schema: film } },
  problems: ['invalid', 'conflict'],
  async handler(call) {
    const { reader, transact, body, viewer, now } = call;
    const title = cleanLine(body.title);
    const same = body.another ? [] : await namesakes(reader, title, body.year ?? null);
    if (same[0]) throw conflict('namesake', { film: same[0].slug });
    const tag = body.synopsisLanguage === undefined ? 'und' : (languageTag(body.synopsisLanguage) ?? 'und');
    const said = {
      title,
      'original-title': body.originalTitle ?? null,
      year: body.year ?? null,
      'credits:director': body.directors?.map((name) => ({ name })) ?? null,
      runtime: body.runtime ?? null,
      countries: body.countries ?? null,
      languages: body.languages ?? null,
      genres: body.genres ?? null,
      [`synopsis:${tag}`]: body.synopsis ?? null,
    };
    const slug = await transact((writer) => addFilm(writer, said, viewer, now));
    const { id } = await call.film(slug);
    return created(`/films/${encodeURIComponent(slug)}`, await filmBody(call, id));
  },
});

/** A film as a GET of it answers. */
export async function filmBody({ reader, origin }: Pick<Call, 'reader' | 'origin'>, id: string) {
  const known = await knownPage(reader, { id });
  return filmOf(origin, known.film, known);
}

export const FILMS = [listFilms, listTerms, lookUpFilm, getFilm, listFurther, listCredits, addOneFilm];
