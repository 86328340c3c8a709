import { expect } from 'vitest';
import { movie, review } from '../../store/importing.ts';
import type { Drives, Listed } from './driving.ts';

export const IMPORTS: Drives = {
  'imports: brought, looked at, started, read, taken back': async ({ api, site, by }) => {
    const file = movie('Night Ferry', [
      review('Ada', 'It rocks gently.'),
      review('Bo', 'Too long by a pier.'),
    ]);
    const brought = async () => {
      const form = new FormData();
      form.append('files', new File([JSON.stringify(file)], 'reviews.jsonld'));
      const made = await api.ask<{ id: string }>('addImport', { raw: form, ...by('curator') });
      await site.mailedLinks();
      return { import: made.body.id };
    };
    const left = await brought();
    await api.ask('leaveImport', { params: left, ...by('curator') });
    const at = await brought();
    const look = await api.ask('getImport', { params: at, ...by('curator') });
    expect(look.body).toMatchObject({ state: 'read', report: { created: 2 } });
    await api.ask('getImport', { params: at, ...by('member'), status: 404 });
    await api.ask('startImport', {
      params: at,
      body: { visibility: 'everyone', word: true, allows: ['strips'] },
      ...by('curator'),
    });
    await site.mailedLinks();
    const done = await api.ask<{ id: string }>('getImport', { params: at, ...by('curator') });
    expect(done.body).toMatchObject({ state: 'done', report: { created: 2 } });
    const now = { import: done.body.id };
    expect(
      (await api.ask<Listed>('listImportRows', { params: now, ...by('curator') })).body.items,
    ).toHaveLength(2);
    const settled = await api.ask('settleImport', {
      params: now,
      body: { number: 1, film: 'new' },
      ...by('curator'),
    });
    expect(settled.body).toEqual({ rows: 0 });
    await api.ask('listImports', by('curator'));
    const uses = await api.ask('getImportUses', { params: now, ...by('curator') });
    expect(uses.body).toEqual({ allows: ['strips'], reviews: 2, apart: 0, more: false, underWay: false });
    const further = { allows: ['strips', 'posters'] };
    await api.ask('setImportUses', { params: now, body: further, ...by('curator'), status: 422 });
    const said = await api.ask('setImportUses', {
      ...{ params: now, body: { ...further, word: true }, ...by('curator') },
      headers: { 'if-match': uses.headers.get('etag') ?? '' },
    });
    expect(said.body).toMatchObject({ allows: ['strips', 'posters'], underWay: true });
    await site.mailedLinks();
    const none = await api.ask('setImportUses', { params: now, body: { allows: [] }, ...by('curator') });
    expect(none.body).toMatchObject({ allows: [], reviews: 2 });
    await site.mailedLinks();
    await api.ask('getImportUses', { params: now, ...by('member'), status: 404 });
    await api.ask('undoImport', { params: now, ...by('curator') });
    await site.mailedLinks();
    expect((await api.ask('getImport', { params: now, ...by('curator') })).body.state).toBe('undone');
    await api.ask('startImport', {
      params: at,
      body: { visibility: 'everyone', word: true },
      ...by('curator'),
      status: 409,
    });
  },
  'a file of films: loaded and taken back': async ({ api, site, by }) => {
    const files = new FormData();
    files.append('files', new File(['title,year\nA Quiet Siding,1949\nThe Long Points,1951\n'], 'films.csv'));
    const query = { from: '1950', kind: ['movie', 'short'] };
    const made = await api.ask<{ id: string }>('addFilmLoad', { raw: files, query, ...by('curator') });
    await site.mailedLinks();
    const at = { params: { import: made.body.id }, ...by('curator') };
    expect((await api.ask('getImport', at)).body).toMatchObject({ state: 'read', report: { created: 1 } });
    await api.ask('startImport', { ...at, body: { visibility: 'everyone', word: true } });
    await site.mailedLinks();
    expect((await api.ask('getImport', at)).body).toMatchObject({ state: 'done', report: { created: 1 } });
    await api.ask('getFilm', { params: { film: 'the-long-points-1951' } });
  },
};
