import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { type Kind, keysOf, nearKeys, vocabularyOf } from '../../src/store/search/document.ts';
import { documentsOf } from '../../src/store/search/documents.ts';
import type { NamedKind } from '../../src/store/search/search.ts';
import { tierOf } from '../../src/store/tier.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { importing, movie, OWNER, review } from './importing.ts';
import { seedCredit, seedFilm } from './seed-film.ts';

const NOW = Date.UTC(2026, 10, 25);

/** Every id of what can be found, by kind. */
const IDS: Record<Kind, string> = {
  film: 'select id from films',
  person: 'select id from people',
  member: 'select id from members',
  list: 'select id from lists',
  review: 'select entry_id as id from reviews',
};

/** Expects what things are found by to be what the tables would make anew, row for row. */
async function expectExact(store: Store): Promise<void> {
  const db = store.engine.read;
  const things: string[] = [];
  const keys: string[] = [];
  const words = new Map<string, number>();
  const rows = await db.selectFrom('search_things').selectAll().execute();
  const idOf = new Map(rows.map((row) => [row.number, row.thing_id]));
  for (const [kind, all] of Object.entries(IDS) as [Kind, string][]) {
    const { rows: ids } = await sql<{ id: string }>`${sql.raw(all)}`.execute(db);
    if (ids.length === 0) continue;
    const documents = await documentsOf(
      db,
      kind,
      ids.map(({ id }) => id),
    );
    for (const [id, one] of documents) {
      things.push([id, kind, one.tier, one.year, one.titles.join('\n'), one.makers.join('\n')].join('|'));
      keys.push(...keysOf(kind, one).map(({ bucket, key }) => [bucket, key, id].join('|')));
      for (const word of vocabularyOf(one)) words.set(word, (words.get(word) ?? 0) + 1);
    }
  }
  const kept = rows.map((row) =>
    [row.thing_id, row.kind, row.tier, row.year, row.titles, row.makers].join('|'),
  );
  expect(kept.sort()).toEqual(things.sort());
  const keptKeys = await db.selectFrom('search_keys').selectAll().execute();
  expect(keptKeys.map((row) => [row.bucket, row.key, idOf.get(row.number)].join('|')).sort()).toEqual(
    keys.sort(),
  );
  const keptWords = await db.selectFrom('search_words').selectAll().execute();
  expect(new Map(keptWords.map((row) => [row.word, row.things]))).toEqual(words);
  const near = [...words.keys()].flatMap((word) => nearKeys(word).map((key) => `${key}|${word}`));
  const keptNear = await db.selectFrom('search_near').selectAll().execute();
  expect(keptNear.map((row) => `${row.near}|${row.word}`).sort()).toEqual(near.sort());
  const texts = await sql<{ n: number }>`select count(*) as n from search_texts`.execute(db);
  expect(Number(texts.rows[0]?.n)).toBe(rows.filter((row) => row.kind === 'review').length);
  expect(await db.selectFrom('search_changed').selectAll().execute()).toEqual([]);
}

describeOnBothEngines('what is found', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    ({ store, drop } = await freshStore(engine));
  });
  afterEach(async () => {
    await drop();
  });

  const film = (title: string, year: number | null = null, originalTitle: string | null = null) =>
    store.transact((writer) =>
      seedFilm(writer, { title, year, originalTitle, slug: `${title} ${year}` }, NOW),
    );
  const directs = (filmId: string, name: string) =>
    store.transact(async (writer) => {
      const personId = await writer.people.add({ name, slug: name }, NOW);
      await seedCredit(writer, { filmId, personId }, NOW);
      return personId;
    });
  const found = async (text: string, kind: NamedKind | 'review' = 'film') =>
    (await store.reader.search.find({ kind, text, offset: 0, limit: 10 })).ids;
  const titles = async (text: string) =>
    (await store.reader.films.byIds(await found(text))).map((one) => one.title);

  test('a film is found by any part of any of its names, by its year and by who made it', async () => {
    const heat = await film('Heat', 1995);
    await directs(heat, 'Michael Mann');
    await film('Heat', 1986);
    await film('The Heat', 2013);
    await film('Dead Heat', 1988);
    const amelie = await film('Amélie', 2001, "Le Fabuleux Destin d'Amélie Poulain");
    const tale = await film('東京物語', 1953, 'Tōkyō Monogatari');
    await film('M*A*S*H', 1970);
    await film('Rocky II', 1979);
    for (const text of ['heat 95', 'heat 1995', '1995 heat', 'mann heat', 'heat mic', 'heat manm'])
      expect((await found(text))[0], text).toBe(heat);
    for (const text of ['amelie', 'AMÉLIE', 'ameli', 'fabuleux', 'destin amelie', 'poulian'])
      expect(await found(text), text).toEqual([amelie]);
    for (const text of ['東京', '物語', 'tokyo mono']) expect(await found(text), text).toEqual([tale]);
    expect((await titles('the heat')).at(0)).toBe('The Heat');
    expect(await titles('dead h')).toEqual(['Dead Heat']);
    expect(await titles('mash')).toEqual(['M*A*S*H']);
    expect(await titles('rocky 2')).toEqual(['Rocky II']);
    for (const text of ['', '%', '"', "' or 1=1", '\u0000', '*']) expect(await found(text), text).toEqual([]);
  });

  test('what is typed wrong is forgiven where nothing is spelled like it', async () => {
    const shining = await film('The Shining', 1980);
    await directs(shining, 'Stanley Kubrick');
    await film('Shine', 1996);
    await film('Star Wars', 1977);
    await film('Spider-Man', 2002);
    for (const text of ['shinning', 'teh shining', 'shinign', 'kubrik', 'hte shining'])
      expect((await found(text))[0], text).toBe(shining);
    expect(await titles('starwars')).toEqual(['Star Wars']);
    expect(await titles('spiderman')).toEqual(['Spider-Man']);
    expect(await titles('spider man')).toEqual(['Spider-Man']);
  });

  test('of films of one name the one that more people use comes first', async () => {
    await film('The Thing', 2011);
    const used = await film('The Thing', 1982);
    await store.engine.transact(async (db) => {
      await db
        .updateTable('films')
        .set({ reviews: 40, tier: tierOf(40) })
        .where('id', '=', used)
        .execute();
    });
    await store.transact(async () => undefined);
    expect((await found('the thing'))[0]).toBe(used);
    await expectExact(store);
  });

  test('people, members and lists are found by name; a list only where everyone may see it', async () => {
    const person = await directs(await film('Jeanne Dielman', 1975), 'Chantal Akerman');
    const ids = await store.transact(async (writer) => {
      const author = { name: 'Zoë Ngũgĩ', source: 'local' as const, key: 'member:zoe' };
      const authorId = await writer.authors.add(author, NOW);
      const member = await writer.members.add(
        { accountId: null, authorId, username: 'the_zed', role: 'member' },
        NOW,
      );
      const list = { authorId, description: null, ranked: false, tags: [], items: [] };
      const open = await writer.lists.add(
        { ...list, title: 'Slow trains', slug: 'a', visibility: 'everyone' },
        NOW,
      );
      await writer.lists.add({ ...list, title: 'Slow secrets', slug: 'b', visibility: 'me' }, NOW);
      return { member, open };
    });
    expect(await found('ackerman', 'person')).toEqual([person]);
    expect(await found('ngugi', 'member')).toEqual([ids.member]);
    expect(await found('the_zed', 'member')).toEqual([ids.member]);
    expect(await found('slow', 'list')).toEqual([ids.open]);
    await expectExact(store);
  });

  test('an import is found when it is done, an undone one no more, and nothing of it is left', async () => {
    await film('Quiet Street', 1968);
    const words = [
      review('Ida', 'The corridors do the <b>acting</b>, and 京都 rains.'),
      review('Bo', 'Slow.'),
    ];
    const made = await importing(store, movie('Loud Corridors', words, { director: { name: 'Ida Lupino' } }));
    expect(await titles('corridors')).toEqual(['Loud Corridors']);
    expect(await titles('lupino')).toEqual(['Loud Corridors']);
    expect(await found('corridors act', 'review')).toHaveLength(1);
    expect(await found('京都', 'review')).toHaveLength(1);
    expect(await found('都京', 'review')).toEqual([]);
    await expectExact(store);
    await undo(store, made.batch ?? '', OWNER.now);
    expect(await titles('corridors')).toEqual([]);
    expect(await found('acting', 'review')).toEqual([]);
    await expectExact(store);
  });

  test('a film of an unfinished batch is not found, and a merged one leads to the one it was merged into', async () => {
    const [kept, merged, hidden] = [
      await film('Heat', 1995),
      await film('Feuer', 1995),
      await film('Unseen', 1999),
    ];
    await store.transact(async (writer) => {
      const batch = await writer.batches.start(
        { format: 'jsonld', sourceName: 'x', memberId: null, visibility: 'everyone', word: null, lease: NOW },
        NOW,
      );
      await writer.batches.putBack('films', { id: hidden }, { batch_id: batch });
      await writer.batches.putBack('films', { id: merged }, { canonical_id: kept });
    });
    expect(await found('unseen')).toEqual([]);
    expect(await found('feuer')).toEqual([kept]);
    await expectExact(store);
  });

  test('a film is found by its new name, and by its old no more', async () => {
    const id = await film('Working Title', 2020);
    const person = await directs(id, 'Old Name');
    await store.transact(async (writer) => {
      await writer.batches.putBack('films', { id }, { title: 'Final Title', year: 2021 });
      await writer.batches.putBack('people', { id: person }, { name: 'New Name' });
    });
    await store.engine.transact((db) =>
      db.updateTable('film_titles').set({ title: 'Final Title' }).where('film_id', '=', id).execute(),
    );
    await store.transact(async () => undefined);
    expect(await found('working')).toEqual([]);
    expect(await found('final 2021')).toEqual([id]);
    expect(await found('new name final')).toEqual([id]);
    await expectExact(store);
  });
});
