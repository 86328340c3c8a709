import { expect } from 'vitest';
import type { Drives } from './driving.ts';

export const SOURCES: Drives = {
  'sources of facts: let, tried, believed earlier, let no more': async ({ api, site, by, film }) => {
    // Nobody outside is asked here.
    await site.site.work.stop();
    const wikidata = { params: { source: 'wikidata' }, ...by('owner') };
    await api.ask('setSource', { ...wikidata, body: { on: true } });
    await api.ask('trySource', wikidata);
    const before = await api.ask<{ order: string[] }>('listSources', by('owner'));
    const [, second = ''] = before.body.order;
    const moved = await api.ask<{ order: string[] }>('moveSource', {
      body: { source: second, to: 'up' },
      ...by('owner'),
    });
    expect(moved.body.order[0]).toBe(second);
    const key = '0123456789abcdef0123456789abcdef';
    const given = await api.ask('setTmdbKey', {
      body: { key, use: 'private', countries: ['PT'] },
      ...by('owner'),
    });
    expect(given.body).toMatchObject({ tmdbKey: true });
    expect(JSON.stringify(given.body)).not.toContain(key);
    await api.ask('setTmdbKey', { body: { use: 'commercial', countries: [] }, ...by('owner'), status: 422 });
    await api.ask('lookUpAgain', { params: { film }, ...by('curator') });
    await api.ask('forgetTmdbKey', by('owner'));
    await api.ask('setSource', { ...wikidata, body: { on: false } });
    await api.ask('listFurtherFilms', { params: { film } });
  },
};
