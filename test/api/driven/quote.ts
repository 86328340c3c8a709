import { expect } from 'vitest';
import { addElsewhere } from '../../app/writing.ts';
import type { Drives, Listed } from './driving.ts';

export const QUOTES: Drives = {
  'quotes: allowed, made, drawn, fallen, taken away': async ({ api, site, by, film, filmId }) => {
    const body = { text: 'The train is late. Nobody minds.', rating: 7 };
    const written = await api.ask<{ id: string }>('addEntry', { params: { film }, body, ...by('member') });
    const at = { params: { entry: written.body.id } };
    const passages = ['Nobody minds.'];
    await api.ask('addQuote', { ...at, body: { passages }, ...by('curator'), status: 403 });
    await api.ask('setEntryPosters', { ...at, body: { allowed: true }, ...by('member') });
    const may = await api.ask('getQuotable', { ...at, ...by('curator') });
    expect(may.body).toMatchObject({ sentences: ['The train is late.', 'Nobody minds.'], allowed: true });
    const wrong = { passages: ['Everybody minds.'] };
    await api.ask('addQuote', { ...at, body: wrong, ...by('curator'), status: 422 });
    const made = await api.ask<{ id: string }>('addQuote', { ...at, body: { passages }, ...by('curator') });
    expect(made.body).toMatchObject({ line: '★★★½ “Nobody minds.” — Ines', fallen: null, rating: 7 });
    const quote = { params: { quote: made.body.id }, ...by('curator') };
    expect((await api.ask('getQuoteDrawings', quote)).body).toMatchObject({ outlined: true });
    await api.ask('setPosters', { body: { word: 'none' }, ...by('member') });
    expect((await api.ask('getPosters', by('member'))).body).toEqual({ word: 'none' });
    expect((await api.ask('getQuote', quote)).body).toMatchObject({ fallen: 'no-word', line: null });
    expect((await api.ask('getQuoteDrawings', quote)).body).toMatchObject({ square: null });
    await api.ask('setPosters', { body: { word: 'each' }, ...by('member') });
    const all = await api.ask<Listed>('listFilmQuotes', { params: { film }, ...by('curator') });
    expect(all.body.items).toHaveLength(1);
    await api.ask('listFilmQuotes', { params: { film }, ...by('member'), status: 403 });
    await api.ask('deleteQuote', quote);
    expect((await api.ask('getQuote', quote)).body).toMatchObject({ fallen: 'removed' });
    const elsewhere = { entry: await addElsewhere(site, filmId, 'Worth the wait.') };
    const noted = { allowed: true, word: 'by mail', until: '2027-12-31' };
    await api.ask('setEntryPosters', { params: elsewhere, body: noted, ...by('curator') });
    await api.ask('setEntryPosters', {
      params: elsewhere,
      body: { allowed: true },
      ...by('curator'),
      status: 422,
    });
    await api.ask('setEntryPosters', { params: elsewhere, body: noted, ...by('member'), status: 403 });
    const word = await api.ask('getEntryPosters', { params: elsewhere, ...by('curator') });
    expect(word.body).toEqual(noted);
    await api.ask('getEntryPosters', { params: elsewhere, ...by('member'), status: 404 });
  },
};
