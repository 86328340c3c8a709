import { afterEach, beforeEach, expect, test } from 'vitest';
import { splitFilm } from '../../src/interchange/films/split.ts';
import { undo } from '../../src/interchange/undo.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { differences, dump } from './importing.ts';
import { curator, type Mills, now, openMills } from './mills.ts';

describeOnBothEngines('Splitting a film', (engine) => {
  let mills: Mills;
  beforeEach(async () => {
    mills = await openMills(engine);
  });
  afterEach(() => mills.drop());

  test('the other way: what belongs to another film goes there, and comes back', async () => {
    const { store, ana, ben, eve, from, into, other, write, mark, merge, reviewsOf } = mills;
    await write(from, ana, 'And this is of the remake.', { rating: 3, day: '2021-01-01' });
    await write(from, eve, 'Of the remake, all of it.', { rating: 8, day: '2020-05-05' });
    const before = await dump(store);
    const entries = async (by: typeof ana) => store.reader.entries.onFilm(from, by?.authorId ?? '');
    const wrong = (await entries(ana)).filter(({ rating }) => rating === 3);
    const chosen = [...wrong, ...(await entries(eve)), ...(await entries(ben))].map(({ id }) => id);
    const lists = (await store.reader.filmMoves.listsHolding(from, 9)).map(({ id }) => id);
    const asked = {
      ...{ film: from, to: { title: 'The Tide Mill', year: 1988 }, entries: chosen, lists },
      facts: [{ field: 'runtime', source: 'import' as const }],
      ids: [{ scheme: 'imdb', value: 'tt0999301' }],
    };
    const id = await splitFilm(store, asked, curator, now);
    const made = (await store.reader.films.key('the-tide-mill-1988'))?.id ?? '';
    expect(await store.reader.films.byId(made)).toMatchObject({ year: 1988, runtime: 93, reviews: 2 });
    expect(await store.reader.films.byId(from)).toMatchObject({ runtime: null, reviews: 1 });
    expect(await store.reader.films.idByExternal('imdb', 'tt0999301')).toBe(made);
    expect(await mark(from, ana?.authorId), 'what is left says').toMatchObject({ rating: 8 });
    expect(await mark(made, ana?.authorId)).toMatchObject({ rating: 3, rated: '2021-01-01' });
    expect(await mark(from, eve?.authorId), 'all of it went').toBeNull();
    expect(await entries(ben), 'nobody chooses what they may not read').toHaveLength(1);
    const [entry] = await store.reader.entries.onFilm(made, ana?.authorId ?? '');
    expect(entry?.id).toBe(wrong[0]?.id);
    expect((await undo(store, id, now)).kept).toEqual([]);
    expect(differences(await dump(store), before)).toEqual([]);

    const again = await splitFilm(store, { ...asked, to: { id: other } }, curator, now);
    expect(await reviewsOf(other)).toContain('<p>And this is of the remake.</p>');
    await merge(from, into);
    await expect(undo(store, again, now)).rejects.toMatchObject({ code: 'merged-since' });
    const refused = (more: object) => splitFilm(store, { ...asked, ...more }, curator, now);
    await expect(refused({ to: { id: from }, film: into })).rejects.toMatchObject({ code: 'same-film' });
    await expect(refused({ to: { title: ' ', year: null } })).rejects.toMatchObject({ code: 'title' });
    const none = { entries: [], lists: [], facts: [], ids: [] };
    await expect(refused(none)).rejects.toMatchObject({ code: 'nothing' });
  });
});
