import { expect } from 'vitest';
import type { Drives, Listed } from './driving.ts';

export const FILMS: Drives = {
  'films: made, found, sifted, known': async (driving) => {
    const { api, by } = driving;
    const body = {
      title: 'The Third Platform',
      year: 1962,
      directors: ['Ilse Marten'],
      runtime: 94,
      genres: ['Drama'],
    };
    const made = await api.ask<{ slug: string; id: string }>('addFilm', { body, ...by('curator') });
    const film = made.body.slug;
    const filmId = made.body.id;
    Object.assign(driving, { film, filmId });
    expect(made.headers.get('location')).toBe(`/api/v1/films/${film}`);
    await api.ask('addFilm', { body, ...by('curator'), status: 409 });
    const another = await api.ask<{ slug: string }>('addFilm', {
      body: { ...body, another: true },
      ...by('curator'),
    });
    expect(another.body.slug).toBe(`${film}-2`);
    expect((await api.ask('getFilm', { params: { film } })).body).toMatchObject({
      title: body.title,
      runtime: 94,
    });
    expect((await api.ask('getFilm', { params: { film: filmId }, status: 200 })).body.slug).toBe(film);
    await api.ask('getFilm', { params: { film: 'none' }, status: 404 });
    await api.ask('listCredits', { params: { film } });
    const { body: terms } = await api.ask<{ genre: { term: string }[] }>('listTerms');
    const sifted = { genre: [terms.genre[0]?.term ?? ''], length: 'under-120', sort: 'title' };
    expect((await api.ask('listFilms', { query: sifted })).body).toMatchObject({ count: 2 });
    await api.ask('listFilms', { query: { cursor: 'broken' }, status: 400 });
  },
  'facts: said, set, taken back; ids lead to the film': async ({ api, by, film, filmId }) => {
    const at = { film, field: 'id:imdb' };
    await api.ask('setFact', { params: at, body: { value: 'tt0000001' }, ...by('curator') });
    expect((await api.ask('lookUpFilm', { query: { imdb: 'tt0000001' } })).body.id).toBe(filmId);
    await api.ask('lookUpFilm', { query: { imdb: 'tt0000009' }, status: 404 });
    await api.ask('setFact', {
      params: { film, field: 'year' },
      body: { value: 'soon' },
      ...by('curator'),
      status: 422,
    });
    await api.ask('setFact', {
      params: { film, field: 'synopsis:en' },
      body: { value: 'A train is late.' },
      ...by('curator'),
    });
    const { body } = await api.ask<Listed>('listFacts', { params: { film }, ...by('curator') });
    expect(body.items.map(({ field }) => field)).toContain('id:imdb');
    await api.ask('clearFact', { params: at, ...by('curator') });
  },
};
