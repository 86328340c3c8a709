import { expect } from 'vitest';
import { somebody, tokenOf } from '../contract.ts';
import type { Drives, Listed } from './driving.ts';

export const MEMBERS: Drives = {
  'members, people, and oneself': async ({ api, by, film }) => {
    const at = { params: { username: 'a_member' } };
    await api.ask('getMember', at);
    const moved = await api.ask('getMember', { params: { username: 'A_Member' }, status: 301 });
    expect(moved.headers.get('location')).toBe('/api/v1/members/a_member');
    expect((await api.ask<Listed>('listDiary', { ...at, query: { year: '2026' } })).body.items).toHaveLength(
      1,
    );
    await api.ask('listMemberEntries', at);
    expect(
      (await api.ask<Listed>('listSeenFilms', { ...at, query: { sort: 'title' } })).body.items,
    ).toHaveLength(2);
    await api.ask('listWatchlist', at);
    await api.ask('getPerson', { params: { person: 'ilse-marten' } });
    await api.ask('getPerson', { params: { person: 'nobody' }, status: 404 });
    expect((await api.ask('getMe', by('member'))).body).toMatchObject({ token: { name: 'a test' } });
    await api.ask('getMe', { status: 401 });
    await api.ask('setName', { body: { name: 'Ines' }, ...by('member') });
    const profile = { bio: 'Sits in <i>row four</i>.', website: 'https://ines.example/', favourites: [film] };
    const said = await api.ask('replaceProfile', { body: profile, ...by('member') });
    expect(said.body).toMatchObject({ bioText: profile.bio, member: { name: 'Ines' } });
    await api.ask('replaceProfile', {
      body: { website: 'javascript:alert(1)' },
      ...by('member'),
      status: 422,
    });
  },

  'a token: ended by itself, and no other with it': async ({ api, site, by }) => {
    const leaving = await somebody(site, 'leaving');
    const [token, other] = [await tokenOf(site, leaving), await tokenOf(site, leaving)];
    await api.ask('endToken', { token });
    await api.ask('getMe', { token, status: 401 });
    await api.ask('getMe', { token: other });
    await api.ask('getMe', by('member'));
  },
};
