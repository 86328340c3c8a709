import { expect } from 'vitest';
import { noteHostPage } from '../../../src/domain/host-page.ts';
import type { Drives } from './driving.ts';

export const STRIPS: Drives = {
  'strips: one’s word, the sites, the pages that wait': async ({ api, site, by, film }) => {
    expect((await api.ask('getStrips', by('member'))).body).toEqual({ word: 'each' });
    await api.ask('setStrips', { body: { word: 'none' }, ...by('member') });
    expect((await api.ask('getStrips', by('member'))).body).toEqual({ word: 'none' });
    await api.ask('setStrips', { body: { word: 'each' }, ...by('member') });
    const set = await api.ask('setStripSites', {
      body: { sites: ['https://regent.example/'] },
      ...by('owner'),
    });
    expect(set.body.sites).toEqual(['https://regent.example']);
    await api.ask('setStripSites', { body: { sites: ['no site'] }, ...by('owner'), status: 422 });
    await api.ask('getStripDesk', by('owner'));
    const says = { title: 'Platform', year: null, director: null, imdb: null, tmdb: null };
    const { transact } = site.site.store;
    const waiting = { address: 'https://regent.example/p', origin: 'https://regent.example', says };
    await transact((writer) => noteHostPage(writer, waiting, site.clock.now));
    const desk = await api.ask<{ waiting: { id: string }[] }>('getStripDesk', by('owner'));
    const page = desk.body.waiting[0]?.id ?? '';
    await api.ask('decideHostPage', { params: { page }, body: { film }, ...by('owner') });
  },
};
