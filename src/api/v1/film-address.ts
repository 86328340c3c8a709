import { z } from 'zod';
import { readdress } from '../../domain/film-address.ts';
import { removeFilm } from '../../interchange/films/remove.ts';
import { accepted, ok, operation } from '../operation.ts';
import { key, taken } from '../schema.ts';
import { atFilm, filmBody, getFilm } from './film.ts';
import { film } from './film-shape.ts';
import { filmWork, workBody } from './film-work.ts';
import { PATIENCE } from './merge.ts';

const readdressFilm = operation({
  id: 'setFilmSlug',
  method: 'PUT',
  path: '/films/{film}/slug',
  tag: 'curating',
  summary: 'give a film another address; the former one leads to it',
  scope: 'curate',
  params: atFilm,
  body: taken('SlugInput', z.strictObject({ slug: z.string().max(300) }), 'the last part of an address', {
    slug: 'the-third-platform',
  }),
  match: { of: getFilm },
  answers: {
    200: { description: 'the film, at the address that is kept', schema: film },
  },
  problems: ['not-found', 'conflict', 'invalid'],
  async handler(call) {
    const { transact, params, body, viewer } = call;
    const { id } = await call.film(params.film);
    await transact((writer) => readdress(writer, id, body.slug, viewer));
    return ok(await filmBody(call, id));
  },
});

const remove = operation({
  id: 'removeFilm',
  method: 'POST',
  path: '/films/{film}/removal',
  tag: 'curating',
  summary: 'take away a film on which nothing hangs; it can be brought back',
  scope: 'curate',
  params: atFilm,
  body: taken(
    'RemovalInput',
    z.strictObject({ leadsTo: key.optional().meta({ description: 'where its address leads from then on' }) }),
    'what becomes of its address',
    { leadsTo: 'the-third-platform-1962' },
  ),
  answers: { 202: { description: 'it is away', schema: filmWork, located: true } },
  problems: ['not-found', 'conflict', 'invalid'],
  async handler(call) {
    const { reader, transact, params, body, viewer, now } = call;
    const { id: film } = await call.film(params.film);
    const leadsTo = body.leadsTo === undefined ? null : (await call.film(body.leadsTo)).id;
    const made = await removeFilm({ reader, transact }, { film, leadsTo }, viewer, () => now, PATIENCE);
    return accepted(`/film-works/${made}`, await workBody(call, made));
  },
});

export const FILM_ADDRESSES = [readdressFilm, remove];
