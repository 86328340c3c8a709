import { expect } from 'vitest';
import { type Drives, type Listed, tag } from './driving.ts';

export const LISTS: Drives = {
  'lists: made, renamed, put in order, taken away': async ({ api, by, film }) => {
    const films = [{ film, note: 'Twice.' }, { film: `${film}-2` }];
    const made = await api.ask<{ id: string; slug: string }>('addList', {
      body: { title: 'Trains', films },
      ...by('member'),
    });
    const at = { list: made.body.id };
    const got = await api.ask('getList', { params: at, ...by('member') });
    await api.ask('replaceList', {
      params: at,
      body: { title: 'Late trains', ranked: true },
      ...by('member'),
      headers: tag(got),
    });
    await api.ask('putListFilm', {
      params: { ...at, film: `${film}-2` },
      body: { position: 1, note: 'First.' },
      ...by('member'),
    });
    const { body } = await api.ask<Listed>('listListFilms', { params: at, ...by('member') });
    expect(body.items.map((one) => [one.position, one.text])).toEqual([
      [1, 'First.'],
      [2, 'Twice.'],
    ]);
    await api.ask('replaceListFilms', { params: at, body: { films: [{ film }] }, ...by('member') });
    await api.ask('getMemberList', { params: { username: 'a_member', slug: made.body.slug } });
    await api.ask('listLists');
    await api.ask('listMemberLists', { params: { username: 'a_member' } });
    await api.ask('removeListFilm', { params: { ...at, film }, ...by('member') });
    await api.ask('deleteList', { params: at, ...by('curator'), status: 404 });
    await api.ask('deleteList', { params: at, ...by('member') });
    await api.ask('getList', { params: at, status: 404 });
  },
};
