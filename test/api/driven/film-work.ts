import { expect } from 'vitest';
import type { Drives, Listed } from './driving.ts';

export const FILM_WORKS: Drives = {
  'two films made one, and two again': async ({ api, site, by, film }) => {
    const again = { title: 'The Third Platform', year: 1962, another: true };
    const twin = await api.ask<{ slug: string; id: string }>('addFilm', { body: again, ...by('curator') });
    const from = { params: { film: twin.body.slug }, ...by('curator') };
    await api.ask('listDoubles', by('curator'));
    expect((await api.ask('lookAtMerge', { ...from, query: { into: film } })).body).toMatchObject({
      from: { slug: twin.body.slug },
      into: { slug: film },
    });
    const renamed = { title: 'Signals', year: 1950 };
    await api.ask('addFilm', { body: renamed, ...by('curator') });
    const named = {
      params: { film: 'signals-1950', field: 'title' },
      body: { value: 'Points' },
      ...by('curator'),
    };
    await api.ask('setFact', named);
    const former = await api.ask('lookAtMerge', { ...from, query: { into: 'signals-1950' } });
    expect(former.body.into).toMatchObject({ slug: 'points-1950' });
    const points = { params: { film: 'points-1950' }, ...by('curator') };
    await api.ask('setFilmSlug', { ...points, body: { slug: film }, status: 409 });
    const slug = await api.ask('setFilmSlug', { ...points, body: { slug: 'Points, at night' } });
    expect(slug.body.slug).toBe('points-at-night');
    const bare = { params: { film: 'points-at-night' }, ...by('curator') };
    const gone = await api.ask<{ id: string }>('removeFilm', { ...bare, body: { leadsTo: film } });
    await api.ask('undoFilmWork', { params: { work: gone.body.id }, ...by('curator') });
    await site.mailedLinks();
    await api.ask('getFilm', { params: { film: 'points-at-night' }, status: 200 });
    await api.ask('mergeFilm', { ...from, body: { into: twin.body.slug }, status: 409 });
    const headers = { 'idempotency-key': 'merge' };
    const merged = await api.ask<{ id: string }>('mergeFilm', { ...from, headers, body: { into: film } });
    const moved = await api.ask('getFilm', { params: { film: twin.body.slug }, status: 301 });
    expect(moved.headers.get('location')).toBe(`/api/v1/films/${film}`);
    expect((await api.ask<Listed>('listFilmWorks', by('curator'))).body.items).toHaveLength(2);
    const at = { params: { work: merged.body.id }, ...by('curator') };
    await api.ask('undoFilmWork', at);
    await site.mailedLinks();
    expect((await api.ask('getFilmWork', at)).body.state).toBe('undone');
    await api.ask('getFilm', { params: { film: twin.body.slug } });
    const { body: could } = await api.ask('lookAtSplit', { params: { film }, ...by('curator') });
    expect(could.film).toMatchObject({ slug: film });
    await api.ask('splitFilm', { params: { film }, body: { title: 'x' }, ...by('curator'), status: 422 });
    const [entry] = could.entries as { id: string }[];
    const body = { title: 'The Fourth Platform', year: 1971, entries: [entry?.id ?? ''] };
    const split = await api.ask<{ id: string }>('splitFilm', { params: { film }, body, ...by('curator') });
    expect(split.body).toMatchObject({ kind: 'split', moved: { entries: 1 } });
    const theirs = await api.ask<Listed>('listFilmEntries', { params: { film: 'the-fourth-platform-1971' } });
    expect(theirs.body.items.map(({ id }) => id)).toEqual([entry?.id]);
    await api.ask('undoFilmWork', { params: { work: split.body.id }, ...by('curator') });
    await site.mailedLinks();
    await api.ask('setApart', { body: { films: [film, twin.body.slug] }, ...by('curator') });
  },
};
