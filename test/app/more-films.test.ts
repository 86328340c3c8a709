import { afterAll, beforeAll, expect, test } from 'vitest';
import { setFact } from '../../src/domain/fact.ts';
import { chooseRow, reckonMoreFilms } from '../../src/domain/more-films.ts';
import { insertFilms } from '../../src/domain/new-film.ts';
import type { Visibility } from '../../src/domain/reader.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { linesOfMain } from './page-text.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addElsewhere, addList, publish, type Somebody } from './writing.ts';

/** Title, year, director, cast; those with a star somebody has written on. */
const FILMS: [title: string, year: number, director: string, cast: string[]][] = [
  ['Tideline*', 1974, 'Maud Ferrier', ['Ola Brand', 'Ines Kahn']],
  ['Saltmarsh', 1971, 'Maud Ferrier', ['Ola Brand']],
  ['Groyne', 1979, 'Maud Ferrier', []],
  ['Harbour*', 1985, 'Jon Aske', ['Ola Brand']],
  ['Unseen', 1986, 'Jon Aske', ['Ola Brand']],
  ['Lamp*', 1990, 'Rut Berg', ['Ines Kahn']],
  ['Kite*', 1991, 'Rut Berg', []],
  ['Otter*', 1992, 'Rut Berg', []],
  ['Contagious*', 1993, 'Rut Berg', []],
];

describeOnBothEngines('further films on a film’s page', (engine) => {
  let site: TestSite;
  let ann: Somebody;
  const ids = new Map<string, string>();
  const slugs = new Map<string, string>();
  const id = (title: string) => ids.get(title) ?? '';
  const reckon = () => reckonMoreFilms(site.site.store.transact, () => site.clock.now);
  /** What stands on a film's page under the row's title: film by film, as it is read. */
  const row = async (title: string, ask = {}) => {
    const lines = linesOfMain(await (await site.get(`/film/${slugs.get(title)}`, ask)).text());
    const at = lines.indexOf('More films');
    return at < 0 ? [] : lines.slice(at + 1);
  };
  const list = (title: string, films: string[], visibility: Visibility, authorId = ann.authorId) =>
    addList(site, authorId, {
      title,
      visibility,
      films: films.map((film) => ({ filmId: id(film), note: '' })),
    });

  beforeAll(async () => {
    site = await openTestSite({ engine });
    await site.signedIn('the_owner', 'owner');
    ann = await site.signedIn('ann');
    await site.site.work.stop();
    const titles = FILMS.map(([title]) => title.replace('*', ''));
    await site.site.store.transact(async (writer) => {
      const made = await insertFilms(
        writer,
        FILMS.map(([, year, director, cast], at) => ({
          facts: [
            { field: 'title', value: titles[at] },
            { field: 'year', value: year },
            { field: 'credits:director', value: [{ name: director }] },
            { field: 'credits:actor', value: cast.map((name) => ({ name })) },
          ],
        })),
        { source: 'curator', batchId: null, now: site.clock.now },
      );
      for (const [at, title] of titles.entries()) {
        ids.set(title, made[at] ?? '');
        slugs.set(title, (await writer.films.byId(made[at] ?? ''))?.slug ?? '');
      }
    });
    for (const [title] of FILMS)
      if (title.endsWith('*')) await addElsewhere(site, id(title.replace('*', '')), `Seen: ${title}.`);
  }, 60_000);
  afterAll(() => site.close());

  test('those of its director, known here or not; of its cast those that are; each with its reason', async () => {
    expect(await row('Tideline')).toEqual([]);
    await reckon();
    expect(await row('Tideline')).toEqual([
      'Saltmarsh 1971 also by Maud Ferrier',
      'Groyne 1979 also by Maud Ferrier',
      'Harbour 1985 also with Ola Brand',
      'Lamp 1990 also with Ines Kahn',
    ]);
    expect(await row('Tideline', { headers: { 'accept-language': 'de' } })).toEqual([]);
    const german = await (
      await site.get(`/film/${slugs.get('Lamp')}`, { headers: { 'accept-language': 'de' } })
    ).text();
    expect(linesOfMain(german)).toContain('Tideline 1974 auch mit Ines Kahn');
  });

  test('those that reviews name and lists bring together, no more than three for one reason', async () => {
    await list('By the sea', ['Tideline', 'Kite', 'Otter', 'Saltmarsh', 'Unseen'], 'everyone');
    await list('For myself', ['Tideline', 'Lamp', 'Contagious'], 'me');
    const review = await publish(site, slugs.get('Tideline') ?? '', ann, {
      rating: '8',
      text: 'It made me think of Contagious.',
      visibility: 'everyone',
      language: 'en',
    });
    await site.site.store.transact((writer) =>
      writer.mentions.put(review, {
        filmId: id('Contagious'),
        state: 'found',
        start: null,
        end: null,
        said: null,
        score: null,
      }),
    );
    await reckon();
    expect(await row('Tideline')).toEqual([
      'Saltmarsh 1971 also by Maud Ferrier',
      'Groyne 1979 also by Maud Ferrier',
      'Contagious 1993 named in these reviews',
      'Harbour 1985 also with Ola Brand',
      'Lamp 1990 also with Ines Kahn',
      'Kite 1991 on the same lists',
    ]);
    expect(await row('Kite')).toEqual([
      'Lamp 1990 also by Rut Berg',
      'Otter 1992 also by Rut Berg',
      'Contagious 1993 also by Rut Berg',
      'Tideline 1974 on the same lists',
      'Saltmarsh 1971 on the same lists',
      'Unseen 1986 on the same lists',
    ]);
  });

  test('a kept page names them as they are called now, and is another once its row is', async () => {
    const often = async (title: string) => {
      for (let n = 0; n < 4; n += 1) await row(title);
      return row(title);
    };
    expect((await often('Tideline'))[1]).toBe('Groyne 1979 also by Maud Ferrier');
    const owner = { memberId: ann.memberId, authorId: ann.authorId, role: 'owner' } as const;
    await site.site.store.transact((writer) =>
      setFact(writer, id('Groyne'), { field: 'title', value: 'Groynes' }, owner, site.clock.now),
    );
    expect((await often('Tideline'))[1]).toBe('Groynes 1979 also by Maud Ferrier');
    await site.site.store.transact((writer) =>
      setFact(
        writer,
        id('Groyne'),
        { field: 'credits:director', value: [{ name: 'Nobody Else' }] },
        owner,
        site.clock.now,
      ),
    );
    await reckon();
    expect(await often('Tideline')).not.toContain('Groynes 1979 also by Maud Ferrier');
  });

  test('a list that is shown to nobody any more, or is gone, brings nothing together', async () => {
    expect((await row('Unseen')).join()).toContain('on the same lists');
    await site.site.store.engine.transact((db) =>
      db.deleteFrom('list_items').where('film_id', '=', id('Unseen')).execute(),
    );
    await site.site.store.transact(async () => undefined);
    await reckon();
    expect((await row('Unseen')).join()).not.toContain('on the same lists');
    await site.site.store.engine.transact((db) =>
      db.updateTable('lists').set({ visibility: 'me' }).where('title', '=', 'By the sea').execute(),
    );
    await site.site.store.transact(async () => undefined);
    await reckon();
    expect((await row('Kite')).join()).not.toContain('on the same lists');
  });

  test('a film that was merged into another stands beside none, from that moment on', async () => {
    expect((await row('Tideline')).join()).toContain('Harbour');
    await site.site.store.engine.transact((db) =>
      db
        .updateTable('films')
        .set({ canonical_id: id('Lamp') })
        .where('id', '=', id('Harbour'))
        .execute(),
    );
    expect((await row('Tideline')).join()).not.toContain('Harbour');
  });

  test('nothing is reckoned while something is being brought in, nor forgotten', async () => {
    const { store } = site.site;
    await store.engine.transact((db) =>
      db
        .insertInto('more_queue')
        .values({ film_id: id('Kite'), noted: 1, times: 0 })
        .onConflict((oc) => oc.doNothing())
        .execute(),
    );
    const batch = {
      format: 'jsonld',
      sourceName: 'some.json',
      memberId: null,
      visibility: 'everyone' as const,
      word: null,
      lease: 0,
    };
    await store.transact((writer) => writer.batches.start(batch, site.clock.now));
    await reckon();
    expect(await store.transact((writer) => writer.moreFilms.queued(9))).not.toEqual([]);
    await store.engine.transact((db) => db.deleteFrom('batches').execute());
    await reckon();
    expect(await store.transact((writer) => writer.moreFilms.queued(9))).toEqual([]);
  });

  test('a catalogue that was loaded has its turn after what people speak of, and nothing is noted of what leads nowhere', async () => {
    const { store } = site.site;
    await reckon();
    const maker = { field: 'credits:director', value: [{ name: 'Maud Ferrier' }] };
    await store.transact((writer) =>
      insertFilms(
        writer,
        [[maker], []].map((more, at) => ({ facts: [{ field: 'title', value: `Loaded ${at}` }, ...more] })),
        { source: 'file', batchId: null, now: site.clock.now },
      ),
    );
    await addElsewhere(site, id('Kite'), 'Seen again: Kite.', { name: 'Olga' });
    await store.transact((writer) => writer.moreFilms.note(id('Kite')));
    const queued = await store.transact((writer) => writer.moreFilms.queued(9));
    const titles = (await store.reader.films.byIds(queued.map(({ filmId }) => filmId))).map(
      (film) => film.title,
    );
    expect(titles).toEqual(['Kite', 'Loaded 0']);
    expect(queued.map(({ later }) => later)).toEqual([false, true]);
    await reckon();
    expect(await row('Tideline'), 'and those that are near it follow').toContain(
      'Loaded 0 also by Maud Ferrier',
    );
  });
});

test('a film stands in a row once, for its best reason, and the row is filled up', () => {
  const film = (filmId: string, reason: 'director' | 'cast' | 'lists') => ({
    filmId,
    reason,
    personId: null,
  });
  const row = chooseRow([
    ['a', 'b', 'c', 'd', 'e'].map((one) => film(one, 'director')),
    [film('a', 'cast')],
    ['b', 'f', 'g'].map((one) => film(one, 'lists')),
  ]);
  expect(row.map(({ filmId, reason }) => `${filmId} ${reason}`)).toEqual([
    'a director',
    'b director',
    'c director',
    'd director',
    'f lists',
    'g lists',
  ]);
  expect(chooseRow([[], []])).toEqual([]);
});
