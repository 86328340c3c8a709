import { expect } from 'vitest';
import type { Drives, Listed } from './driving.ts';

export const SCREENING_IMPORTS: Drives = {
  'files of screenings: looked at, decided, entered, taken back': async ({ api, by, filmId }) => {
    const place = { name: 'The Gate', timeZone: 'Europe/London' };
    const venue = await api.ask<{ slug: string }>('addVenue', { body: place, ...by('curator') });
    const text =
      'title,year,date,time\nThe Third Platform,1962,2026-12-05,18:00\nNobody knows,1901,2026-12-05,20:00\n';
    const body = { name: 'week.csv', text };
    const left = await api.ask<{ id: string }>('addScreeningImport', { body, ...by('curator') });
    await api.ask('leaveScreeningImport', { params: { import: left.body.id }, ...by('curator') });
    await api.ask('addScreeningImport', { body: { name: 'x', text: '{}' }, ...by('curator'), status: 422 });
    const made = await api.ask<{ id: string }>('addScreeningImport', { body, ...by('curator') });
    expect(made.body).toMatchObject({ state: 'looked', asksVenue: true });
    const at = { params: { import: made.body.id }, ...by('curator') };
    await api.ask('decideScreeningImport', { ...at, body: { venue: venue.body.slug } });
    const now = await api.ask<{ questions: { name: string; candidates: { id: string }[] }[] }>(
      'getScreeningImport',
      at,
    );
    const [asked] = now.body.questions.filter(({ candidates }) => candidates.length > 0);
    if (asked) {
      const films = { [asked.name]: asked.candidates[0]?.id };
      await api.ask('decideScreeningImport', { ...at, body: { films } });
    }
    const wrong = { films: { 'film:none:': filmId } };
    await api.ask('decideScreeningImport', { ...at, body: wrong, status: 422 });
    expect((await api.ask('startScreeningImport', at)).body).toMatchObject({
      state: 'done',
      report: { created: 1 },
    });
    await api.ask('startScreeningImport', { ...at, status: 409 });
    await api.ask('listScreeningImports', by('curator'));
    expect((await api.ask<Listed>('listScreenings')).body.items).toHaveLength(1);
    expect((await api.ask<Listed>('listFilms', { query: { playing: 'here' } })).body.items).toHaveLength(1);
    expect((await api.ask('undoScreeningImport', at)).body).toMatchObject({
      state: 'undone',
      report: { kept: 0 },
    });
    expect((await api.ask<Listed>('listScreenings')).body.items).toEqual([]);
  },
};
