import { expect } from 'vitest';
import { type Drives, type Listed, tag } from './driving.ts';

export const SCREENINGS: Drives = {
  'venues and screenings': async ({ api, by, film }) => {
    const place = { name: 'The Regent', timeZone: 'Europe/Lisbon', town: 'Lisbon' };
    const venue = await api.ask<{ slug: string }>('addVenue', { body: place, ...by('curator') });
    const at = { venue: venue.body.slug };
    const got = await api.ask('getVenue', { params: at });
    await api.ask('replaceVenue', {
      params: at,
      body: { ...place, country: 'PT' },
      ...by('curator'),
      headers: tag(got),
    });
    await api.ask('listVenues');
    const body = { ...at, showings: [{ day: '2026-12-04', time: '20:15' }], format: '35 mm' };
    expect((await api.ask('addScreenings', { params: { film }, body, ...by('curator') })).body).toEqual({
      added: 1,
    });
    const { body: of } = await api.ask<Listed>('listFilmScreenings', { params: { film } });
    const screening = String(of.items[0]?.id);
    await api.ask('listScreenings', { query: { venue: at.venue } });
    await api.ask('listScreenings', { query: { month: '2026-12' } });
    const one = await api.ask('getScreening', { params: { screening } });
    expect(one.body.starts).toBe('2026-12-04T20:15:00+00:00');
    const other = { ...at, day: '2026-12-04', time: '21:00', draft: true };
    await api.ask('replaceScreening', {
      params: { screening },
      body: other,
      ...by('curator'),
      headers: tag(one),
    });
    await api.ask('getScreening', { params: { screening }, status: 404 });
    await api.ask('deleteVenue', { params: at, ...by('curator'), status: 409 });
    await api.ask('deleteScreening', { params: { screening }, ...by('curator') });
    await api.ask('deleteVenue', { params: at, ...by('curator') });
  },
};
