import { afterAll, beforeAll, expect, test } from 'vitest';
import { READER } from '../../src/domain/viewer.ts';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { clock, dump, importing, movie, review, stars } from './importing.ts';

const now = clock(Date.UTC(2026, 10, 26));

const SALTMARSH = movie(
  'Saltmarsh',
  [
    review('Ada Quill', 'The tide does the acting.\n\nI went twice.', {
      ...stars(4),
      datePublished: '2014-05-03T23:30:00+02:00',
      publisher: { '@type': 'Organization', name: 'Letterboxd', url: 'https://letterboxd.com/' },
      inLanguage: 'en',
    }),
    review('Bo Winter', 'Cold, and <3 for it.', { ...stars('84/100'), url: 'https://bo.example/saltmarsh' }),
    review('Cy Marlow', 'B+ is what I gave it then.', stars('B+')),
  ],
  {
    datePublished: '1974-09-12',
    duration: 'PT1H37M',
    director: { '@type': 'Person', name: 'Ottoline Varga' },
    actor: [{ '@type': 'Person', name: 'Ines Bell' }],
    genre: 'Drama',
    description: 'A ferryman counts the birds.',
    sameAs: ['https://www.imdb.com/title/tt9990001/', 'https://www.themoviedb.org/movie/999001-saltmarsh'],
  },
);

describeOnBothEngines('Importing JSON-LD', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ store, drop } = await freshStore(engine));
  });
  afterAll(() => drop());

  const filmOf = async (title: string) => (await store.reader.films.byTitle(title, null))[0]!;
  const reviewsOf = async (title: string) =>
    (
      await store.reader.reviews.ofFilm((await filmOf(title)).id, READER, {
        sort: 'newest',
        filter: {},
        after: null,
        limit: 200,
      })
    ).reviews;

  test('takes an author who reviewed one film twice, far apart in the file', async () => {
    const twice = (n: number) =>
      review('Iva Rook', `Time ${n}.`, { ...stars(n), url: `https://iva.example/${n}` });
    const others = Array.from({ length: 150 }, (_, n) => review(`Somebody ${n}`, `Words ${n}.`));
    const person = (one: object) => ({ ...one, author: { name: 'Iva Rook', url: 'https://iva.example/' } });
    const file = movie('The Long Queue', [person(twice(2)), ...others, person(twice(5))]);
    expect(await importing(store, file)).toMatchObject({ created: 152, rejected: 0 });
  });

  test('makes the film, its people and ids, the authors and their reviews', async () => {
    const before = await dump(store);
    const report = await importing(store, SALTMARSH);
    expect(report).toMatchObject({
      format: 'jsonld',
      rows: 3,
      created: 3,
      updated: 0,
      unchanged: 0,
      unmatched: 0,
      rejected: 0,
      problems: [],
      problemsTotal: 0,
    });
    const film = await filmOf('Saltmarsh');
    expect(film).toMatchObject({
      slug: 'saltmarsh-1974',
      year: 1974,
      released: '1974-09-12',
      runtime: 97,
      synopsis: 'A ferryman counts the birds.',
      genres: ['Drama'],
      reviews: 3,
      ratingsElsewhere: [0, 0, 0, 0, 0, 0, 0, 2, 0, 0],
      ratingsHere: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    });
    expect((await store.reader.films.credits(film.id)).map(({ name, role }) => [name, role])).toEqual([
      ['Ottoline Varga', 'director'],
      ['Ines Bell', 'actor'],
    ]);
    expect(await store.reader.films.externalIds(film.id)).toEqual([
      { scheme: 'imdb', value: 'tt9990001' },
      { scheme: 'tmdb', value: '999001' },
    ]);
    const [ada, bo, cy] = await reviewsOf('Saltmarsh');
    expect(ada).toMatchObject({
      authorName: 'Ada Quill',
      place: 'Letterboxd',
      rating: 8,
      written: '2014-05-03',
      language: 'en',
      spoiler: 'unknown',
      basis: 'permission',
    });
    expect(bo).toMatchObject({
      authorName: 'Bo Winter',
      rating: 8,
      score: '84/100',
      link: 'https://bo.example/saltmarsh',
    });
    expect(bo?.html).toContain('&lt;3');
    expect(cy).toMatchObject({ rating: null, score: 'B+' });
    const rights = await store.transact((w) => w.entries.rights(ada!.id));
    expect(rights).toMatchObject({
      basis: 'permission',
      allowed: '["here"]',
      word: 'The owner has the authors’ leave.',
    });

    const once = await dump(store);
    const again = await importing(store, SALTMARSH);
    expect(again).toMatchObject({ rows: 3, created: 0, updated: 0, unchanged: 3 });
    expect(await dump(store)).toEqual(once);

    expect(await undo(store, again.batch!, now)).toEqual({ removed: 0, restored: 0, kept: [], keptTotal: 0 });
    expect(await dump(store)).toEqual(once);
    const undone = await undo(store, report.batch!, now);
    expect(undone).toMatchObject({ kept: [], keptTotal: 0 });
    expect(await dump(store)).toEqual(before);
  });

  test('a hundred reviews by one name on one film are a hundred reviews by one author of that film', async () => {
    const before = await dump(store);
    const many = Array.from({ length: 100 }, (_, n) =>
      review('Anonymous', `Thought number ${n}.`, stars((n % 5) + 1)),
    );
    const report = await importing(store, [
      movie('The Long Ferry', many),
      movie('Kiri', [review('Anonymous', 'Another film, another Anonymous.')]),
    ]);
    expect(report).toMatchObject({ rows: 101, created: 101 });
    const reviews = await reviewsOf('The Long Ferry');
    expect(reviews).toHaveLength(100);
    expect(new Set(reviews.map((one) => one.authorId)).size).toBe(1);
    expect(reviews[0]?.html).toContain('Thought number 0.');
    const [other] = await reviewsOf('Kiri');
    expect(other?.authorId).not.toBe(reviews[0]?.authorId);
    expect((await filmOf('The Long Ferry')).ratingsElsewhere.reduce((a, b) => a + b)).toBe(1);
    const again = await importing(store, [movie('The Long Ferry', many)]);
    expect(again).toMatchObject({ rows: 100, created: 0, updated: 0, unchanged: 100 });
    const there = await dump(store);
    const shuffled = [...many.slice(40), ...many.slice(0, 40)].reverse();
    for (const order of [shuffled, shuffled.filter((_, n) => n % 3 === 0), [many[57]]]) {
      const other = await importing(store, [movie('The Long Ferry', order)]);
      expect(other).toMatchObject({ rows: order.length, created: 0, updated: 0, unchanged: order.length });
      expect(await dump(store)).toEqual(there);
    }
    await undo(store, report.batch!, now);
    expect(await dump(store)).toEqual(before);
  });

  test('of several reviews by one name, the one that reads differently is the one that was rewritten', async () => {
    const before = await dump(store);
    const said = (words: string[]) =>
      movie(
        'Three Notes',
        words.map((one) => review('Anonymous', one)),
      );
    const first = await importing(store, said(['One.', 'Two.', 'Three.']));
    const texts = async () => (await reviewsOf('Three Notes')).map(({ html }) => html).sort();

    const rewritten = await importing(store, said(['Three.', 'Two and a half.', 'One.']));
    expect(rewritten).toMatchObject({ created: 0, updated: 1, unchanged: 2 });
    expect(await texts()).toEqual(['<p>One.</p>', '<p>Three.</p>', '<p>Two and a half.</p>']);

    // A file that brings fewer says nothing of those it leaves out: what is new in it is one more.
    const more = await importing(store, said(['Four.', 'Three.']));
    expect(more).toMatchObject({ created: 1, updated: 0, unchanged: 1 });
    expect(await texts()).toHaveLength(4);

    for (const { batch } of [more, rewritten, first]) await undo(store, batch!, now);
    expect(await dump(store)).toEqual(before);
  });

  test('a second file corrects what the first said, and undo brings the first back', async () => {
    const before = await dump(store);
    const first = await importing(
      store,
      movie('Signal', [review('Ada Quill', 'Good.', { ...stars(3), url: 'https://a.example/1' })]),
    );
    const after = await dump(store);
    const second = await importing(
      store,
      movie(
        'Signal',
        [
          review('Ada Quill', 'Better than good.', { ...stars(5), url: 'https://a.example/1' }),
          review('Bo Winter', 'Static.', stars(2)),
        ],
        { duration: 'PT90M', sameAs: 'https://www.wikidata.org/wiki/Q42424242', director: 'Ines Bell' },
      ),
    );
    expect(second).toMatchObject({ rows: 2, created: 1, updated: 1 });
    expect(await filmOf('Signal')).toMatchObject({
      runtime: 90,
      reviews: 2,
      ratingsElsewhere: [0, 0, 0, 1, 0, 0, 0, 0, 0, 1],
    });
    const shown = await reviewsOf('Signal');
    expect(shown.map((one) => one.html).join()).toContain('Better than good.');
    expect(await undo(store, second.batch!, now)).toMatchObject({ kept: [] });
    expect(await dump(store)).toEqual(after);
    await undo(store, first.batch!, now);
    expect(await dump(store)).toEqual(before);
  });

  test('of two imports that lie over each other the lower can be undone first', async () => {
    const before = await dump(store);
    const url = 'https://a.example/2';
    const lower = await importing(
      store,
      movie('Mitternacht', [review('Ada Quill', 'Dark.', { ...stars(3), url })]),
    );
    const upper = await importing(
      store,
      movie('Mitternacht', [review('Ada Quill', 'Darker.', { ...stars(4), url })]),
    );
    expect(upper).toMatchObject({ updated: 1, created: 0 });
    const undone = await undo(store, lower.batch!, now);
    expect(undone.kept.map(({ what, why }) => `${what} ${why}`)).toContain('review changed');
    expect(await reviewsOf('Mitternacht')).toHaveLength(1);
    await undo(store, upper.batch!, now);
    const after = await dump(store);
    expect(after.entries).toEqual(before.entries);
    expect(after.reviews).toEqual(before.reviews);
    expect(after.marks).toEqual(before.marks);
  });

  test('undo keeps and names what somebody changed, liked or used since', async () => {
    const report = await importing(
      store,
      movie('Paper Moons', [
        review('Ada Quill', 'One.', stars(3)),
        review('Bo Winter', 'Two.', stars(4)),
        review('Cy Marlow', 'Three.', stars(5)),
      ]),
    );
    const film = await filmOf('Paper Moons');
    const byName = async (name: string) =>
      (await reviewsOf('Paper Moons')).find((one) => one.authorName === name)!;
    const [ada, bo, cy] = [await byName('Ada Quill'), await byName('Bo Winter'), await byName('Cy Marlow')];
    await store.transact(async (w) => {
      await w.entries.setSpoiler(ada.id, 'no', now());
      await w.pins.set(film.id, [bo.id]);
      const mark = await w.marks.get(cy.authorId, film.id);
      await w.marks.set({ ...mark!, rating: 1 });
    });
    const undone = await undo(store, report.batch!, now);
    const kept = undone.kept.map(({ what, name, why }) => `${what}: ${name}: ${why}`);
    expect(kept).toEqual(
      expect.arrayContaining([
        'review: Ada Quill, Paper Moons: settled',
        'review: Bo Winter, Paper Moons: answered',
        'rating: Cy Marlow, Paper Moons: changed',
        'film: Paper Moons: used',
      ]),
    );
    expect((await reviewsOf('Paper Moons')).map((one) => one.authorName).sort()).toEqual([
      'Ada Quill',
      'Bo Winter',
    ]);
    expect(await filmOf('Paper Moons')).toMatchObject({ reviews: 2 });
    await expect(undo(store, report.batch!, now)).rejects.toMatchObject({ code: 'already-undone' });
  });

  test('what somebody here edited, or was deleted, is not changed by a file again', async () => {
    const url = 'https://a.example/3';
    await importing(store, movie('A Minor Key', [review('Ada Quill', 'First.', { ...stars(3), url })]));
    const [there] = await reviewsOf('A Minor Key');
    await store.transact((w) => w.entries.remove(there!.id, now()));
    const report = await importing(
      store,
      movie('A Minor Key', [review('Ada Quill', 'Second.', { ...stars(3), url })]),
    );
    expect(report).toMatchObject({ unchanged: 1, created: 0, updated: 0, problems: [{ code: 'kept-here' }] });
    expect(await reviewsOf('A Minor Key')).toHaveLength(0);
  });

  test('what its author had deleted for good does not come back with the same file', async () => {
    const url = 'https://a.example/4';
    const file = movie('Ebb', [
      review('Ada Quill', 'With an address.', { ...stars(3), url }),
      review('Bo Winter', 'With a date.', { datePublished: '2014-05-03' }),
      review('Anonymous', 'One of two.'),
      review('Anonymous', 'The other.'),
      review('Cy Marlow', 'I stay.'),
    ]);
    await importing(store, file);
    const before = await reviewsOf('Ebb');
    await store.transact(async (writer) => {
      for (const { id, filmId, authorName, html } of before) {
        if (authorName === 'Cy Marlow' || html?.includes('The other')) continue;
        await writer.entries.remove(id, now());
        await writer.deletions.finish({ id, filmId, memberId: null, asked: now() }, now());
      }
    });
    const left = await dump(store);
    const again = await importing(store, file);
    expect(again).toMatchObject({ rows: 5, created: 0, updated: 0, unchanged: 5, problemsTotal: 3 });
    expect(again.problems.map(({ code, row }) => `${row} ${code}`)).toEqual([
      'review[0] kept-here',
      'review[1] kept-here',
      'review[2] kept-here',
    ]);
    expect(await dump(store)).toEqual(left);
    // Somebody else of that name on that film is one more, and takes nobody's place.
    const more = movie('Ebb', [
      review('Anonymous', 'One of two.'),
      review('Anonymous', 'The other.'),
      review('Anonymous', 'A third.'),
    ]);
    expect(await importing(store, more)).toMatchObject({ created: 1, unchanged: 2 });
    expect(await reviewsOf('Ebb')).toHaveLength(3);
  });

  test('several hundred changes to what was there follow in slices and are undone like few', async () => {
    const url = (n: number) => `https://many.example/${n}`;
    const films = (text: string, more: object) =>
      Array.from({ length: 250 }, (_, n) =>
        movie(`Reel ${n}`, [review('Ada Quill', `${text} ${n}`, { ...stars(3), url: url(n) })], more),
      );
    await importing(store, films('Before', {}));
    const before = await dump(store);
    const report = await importing(store, films('After', { duration: 'PT80M' }));
    expect(report).toMatchObject({ updated: 250, created: 0 });
    expect(await filmOf('Reel 249')).toMatchObject({ runtime: 80, reviews: 1 });
    expect((await reviewsOf('Reel 17'))[0]?.html).toContain('After 17');
    expect(await store.reader.batches.unfinished()).toEqual([]);
    expect(await undo(store, report.batch!, now)).toMatchObject({ kept: [] });
    expect(await dump(store)).toEqual(before);
  });
});
