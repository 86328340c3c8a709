import { expect } from 'vitest';
import { type Drives, type Listed, tag } from './driving.ts';

export const ENTRIES: Drives = {
  'entries: written, changed, taken away, brought back': async ({ api, by, film }) => {
    const said = {
      rating: 9,
      viewed: '2026-11-20',
      text: 'The last train waits for ||nobody||.',
      tags: ['trains'],
    };
    const made = await api.ask<{ id: string }>('addEntry', { params: { film }, body: said, ...by('member') });
    const at = { entry: made.body.id };
    const got = await api.ask('getEntry', { params: at, ...by('member') });
    expect(got.body).toMatchObject({ rating: 9, text: { source: said.text }, film: { slug: film } });
    const seen = await api.ask('getEntry', { params: at });
    expect(seen.body).not.toHaveProperty('text');
    expect(seen.body.html).toContain('[…]');
    const again = { params: at, body: { ...said, rating: 8 }, ...by('member') };
    await api.ask('replaceEntry', { ...again, status: 428 });
    await api.ask('replaceEntry', { ...again, headers: { 'if-match': '"other"' }, status: 412 });
    const changed = await api.ask('replaceEntry', { ...again, headers: tag(got) });
    expect(changed.body.rating).toBe(8);
    await api.ask('replaceEntry', { ...again, headers: tag(got), status: 412 });
    await api.ask('setEntryLanguage', { params: at, body: { language: 'pt' }, ...by('member') });
    await api.ask('setEntrySpoiler', { params: at, body: { tells: true }, ...by('member') });
    expect((await api.ask('getEntry', { params: at })).body).toMatchObject({
      closed: true,
      html: null,
      names: [],
    });
    const open = await api.ask('getEntry', { params: at, query: { spoilers: 'open' } });
    expect(open.body.html).toContain('nobody');
    const versions = await api.ask<Listed>('listEntryVersions', { params: at, ...by('member') });
    const version = String(versions.body.items[0]?.id);
    await api.ask('forgetEntryVersion', { params: { ...at, version }, ...by('member') });
    await api.ask('addNamedFilm', { params: { ...at, film: `${film}-2` }, ...by('member') });
    await api.ask('removeNamedFilm', { params: { ...at, film: `${film}-2` }, ...by('member') });
    await api.ask('listFilmEntries', {
      params: { film },
      query: { sort: 'highest', one: '1', place: 'here' },
    });
    await api.ask('listNewestEntries');
    await api.ask('listTagged', { params: { tag: 'Trains' }, query: { spoilers: 'open' } });
    await api.ask('listMemberTagged', { params: { username: 'a_member', tag: 'trains' } });
    await api.ask('listTagged', { params: { tag: 'none' }, status: 404 });
    await api.ask('preview', { body: { text: 'a <b>bold</b> <script>end</script>' } });
    await api.ask('deleteEntry', { params: at, ...by('member') });
    await api.ask('getEntry', { params: at, status: 410 });
    await api.ask('restoreEntry', { params: at, ...by('member') });
    await api.ask('restoreEntry', { params: at, ...by('member'), status: 404 });
    const draft = { text: 'Not yet.', visibility: 'draft' };
    const kept = await api.ask<{ id: string }>('addEntry', {
      params: { film: `${film}-2` },
      body: draft,
      ...by('member'),
    });
    await api.ask('getEntry', { params: { entry: kept.body.id }, status: 404 });
  },
  'pins: chosen, moved, let go': async ({ api, by, film }) => {
    const { body } = await api.ask<Listed>('listFilmEntries', { params: { film } });
    const entry = String(body.items[0]?.id);
    await api.ask('pinEntry', { params: { film, entry }, ...by('curator') });
    await api.ask('movePin', { params: { film, entry }, body: { to: 'up' }, ...by('curator') });
    expect((await api.ask('listPins', { params: { film } })).body).toEqual({ entries: [entry] });
    await api.ask('unpinEntry', { params: { film, entry }, ...by('curator') });
  },
};
