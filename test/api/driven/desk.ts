import { expect } from 'vitest';
import { addElsewhere } from '../../app/writing.ts';
import type { Drives, Listed } from './driving.ts';

export const DESK: Drives = {
  'what is reported, asked and decided': async ({ api, site, by, filmId }) => {
    const entry = await addElsewhere(site, filmId, 'Quite wonderful.', { name: 'Bea' });
    const report = { reason: 'other', message: 'Not about this film.', contact: 'a@ok.example' };
    await api.ask('reportEntry', { params: { entry }, body: report });
    await api.ask('claimEntry', { params: { entry }, body: { wish: 'remove' } });
    await api.ask('getEntry', { params: { entry }, status: 404 });
    expect((await api.ask<Listed>('listWaiting', by('owner'))).body.items).toHaveLength(1);
    const { body } = await api.ask<Listed>('listReports', by('owner'));
    expect(body.items).toHaveLength(2);
    expect(JSON.stringify(body)).not.toContain('ok.example');
    await api.ask('decideEntry', { params: { entry }, body: { shown: true }, ...by('owner') });
    for (const one of body.items)
      await api.ask('decideReport', {
        params: { report: String(one.id) },
        body: { decision: 'kept' },
        ...by('owner'),
      });
    expect(await site.mailedLinks()).toContain(`${site.origin}/review/${entry}`);
    await api.ask('listMembers', by('owner'));
    await api.ask('setRole', {
      params: { username: 'a_curator' },
      body: { role: 'curator' },
      ...by('owner'),
    });
    const capitals = { params: { username: 'A_Curator' }, body: { role: 'curator' }, ...by('owner') };
    expect((await api.ask('setRole', capitals)).body.username).toBe('a_curator');
    await api.ask('setRole', {
      params: { username: 'the_owner' },
      body: { role: 'member' },
      ...by('owner'),
      status: 409,
    });
    await api.ask('listUnsettled', by('member'));
    const answers = { answers: [{ entry, tells: true }] };
    expect((await api.ask('settleUnsettled', { body: answers, ...by('member') })).body).toEqual({
      settled: 0,
    });
  },
};
