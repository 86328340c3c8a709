import { expect } from 'vitest';
import type { Drives } from './driving.ts';

export const MARKS: Drives = {
  'marks: how one stands to a film, apart from any entry': async ({ api, by, film }) => {
    const at = { params: { film: `${film}-2` }, ...by('member') };
    await api.ask('changeMark', { ...at, body: { watchlist: true } });
    expect((await api.ask('getMark', at)).body).toMatchObject({ watchlist: true, watched: false });
    const rated = await api.ask('changeMark', { ...at, body: { rating: 7, liked: true } });
    expect(rated.body).toMatchObject({ watched: true, liked: true, rating: 7, watchlist: false });
    await api.ask('changeMark', { ...at, body: { rating: 0 }, status: 422 });
    expect((await api.ask('changeMark', { ...at, body: { rating: null } })).body).toMatchObject({
      rating: null,
      watched: true,
    });
  },
};
