import { expect } from 'vitest';
import { type Drives, type Listed, tag } from './driving.ts';

export const SITE: Drives = {
  'search, suggestions, the site': async ({ api, by }) => {
    const found = await api.ask<Record<string, Listed>>('search', { query: { q: 'platform' } });
    expect(found.body.films?.items).toHaveLength(2);
    await api.ask('search', { query: { q: 'train', in: 'reviews', page: '1' } });
    await api.ask('suggest', { query: { q: 'the th' } });
    const got = await api.ask('getSite', by('owner'));
    const { name, newcomers, firstReviewWaits, timeZone, language } = got.body;
    const body = { name, newcomers, firstReviewWaits, timeZone, language, reviewsOnFilmPage: 6 };
    await api.ask('replaceSite', { body, ...by('owner'), headers: tag(got) });
    await api.ask('replaceSite', { body, ...by('curator'), status: 403 });
  },
};
