import { afterAll, beforeAll, expect, test } from 'vitest';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { clock, dump, importing, movie, review } from './importing.ts';

const now = clock(Date.UTC(2026, 10, 26));

describeOnBothEngines('Which film an import means', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ store, drop } = await freshStore(engine));
  });
  afterAll(() => drop());

  const filmOf = async (title: string) => (await store.reader.films.byTitle(title, null))[0]!;

  test('a film is known by its id before its title, and two that fit are not guessed between', async () => {
    const before = await dump(store);
    const twins = await importing(store, [
      movie('Twins', [review('Ada Quill', 'Elder.')], {
        sameAs: 'https://www.imdb.com/title/tt9990010/',
        datePublished: '1950',
      }),
      movie('Twins', [review('Ada Quill', 'Younger.')], {
        sameAs: 'https://www.imdb.com/title/tt9990011/',
        datePublished: '1950',
      }),
    ]);
    expect(twins).toMatchObject({ created: 2 });
    const asked = await importing(store, [
      movie('Twins', [review('Bo Winter', 'Which?')], { datePublished: '1950' }),
      movie('The elder of the twins', [review('Bo Winter', 'This.')], {
        sameAs: 'https://m.imdb.com/title/tt9990010',
      }),
    ]);
    expect(asked).toMatchObject({
      created: 1,
      unmatched: 1,
      problems: [
        {
          file: 'reviews.jsonld',
          row: '[0].review[0]',
          code: 'two-films',
          details: { title: 'Twins', year: 1950, count: 2 },
        },
      ],
    });
    const [waiting] = await store.reader.batches.problems(asked.batch!, 10);
    expect(waiting?.plan).toMatchObject({ candidates: [expect.any(String), expect.any(String)] });
    await undo(store, asked.batch!, now);
    await undo(store, twins.batch!, now);
    expect(await dump(store)).toEqual(before);
  });

  test('a film of the same title and year is another where others directed it, in one file and beside one that is here', async () => {
    const before = await dump(store);
    const of = (director: string | null, reviewer: string) =>
      movie('Pinewood', [review(reviewer, `About that of ${director}.`)], {
        datePublished: '2022',
        ...(director === null ? {} : { director: { '@type': 'Person', name: director } }),
      });
    const first = await importing(store, [of('Ines Bell', 'Ada Quill'), of('Tom Okafor', 'Ada Quill')]);
    expect(first).toMatchObject({ created: 2, unmatched: 0 });
    const films = await store.reader.films.byTitle('Pinewood', 2022);
    expect(films).toHaveLength(2);
    const more = [of('BELL, Ines', 'Bo Winter'), of('Ada Moss', 'Bo Winter'), of(null, 'Cy Rook')];
    const second = await importing(store, more);
    expect(second).toMatchObject({ created: 2, unmatched: 1, problems: [{ code: 'two-films' }] });
    const directors = await store.reader.films.directors(
      (await store.reader.films.byTitle('Pinewood', 2022)).map(({ id }) => id),
    );
    expect([...directors.values()].sort()).toEqual([['Ada Moss'], ['Ines Bell'], ['Tom Okafor']]);
    expect(await importing(store, more)).toMatchObject({ created: 0, unchanged: 2, unmatched: 1 });
    await undo(store, second.batch!, now);
    await undo(store, first.batch!, now);
    expect(await dump(store)).toEqual(before);
  });

  test('a film without a name is known by an id that a later mention ties to a name', async () => {
    const imdb = 'https://www.imdb.com/title/tt9990014/';
    const tmdb = 'https://www.themoviedb.org/movie/99914';
    const file = [
      { '@type': 'Movie', sameAs: imdb, datePublished: '1974' },
      { '@type': 'Movie', sameAs: [imdb, tmdb] },
      { '@type': 'Movie', name: 'Saltmarsh', sameAs: tmdb },
    ];
    const once = await importing(store, file);
    expect(once).toMatchObject({ rows: 3, created: 1, unchanged: 2, rejected: 0 });
    expect(await store.reader.films.byTitle('Saltmarsh', 1974)).toHaveLength(1);
    expect(await importing(store, file)).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    await undo(store, once.batch!, now);
  });

  test('a mention that could mean two films of the same file waits for a decision between them', async () => {
    const before = await dump(store);
    const file = [
      { ...review('Bo Winter', 'Which?'), itemReviewed: { '@type': 'Movie', name: 'Otter' } },
      movie('Otter', [review('Ada Quill', 'Elder.')], { datePublished: '1950' }),
      movie('Otter', [], { datePublished: '1980' }),
    ];
    const report = await importing(store, file);
    expect(report).toMatchObject({
      created: 2,
      unmatched: 1,
      problems: [{ row: '[0]', code: 'two-films', details: { title: 'Otter', count: 2 } }],
    });
    const films = await store.reader.films.byTitle('Otter', null);
    const [waiting] = await store.reader.batches.problems(report.batch!, 10);
    const candidates = (waiting!.plan!.candidates as string[]).toSorted();
    expect(candidates).toEqual(films.map(({ id }) => id).sort());
    await undo(store, report.batch!, now);
    expect(await dump(store)).toEqual(before);
  });

  test('hundreds of films of one name, and casts of hundreds, each get an address of their own', async () => {
    const before = await dump(store);
    const numbered = (n: number) => `https://www.imdb.com/title/tt${9_100_000 + n}/`;
    const untitled = Array.from({ length: 400 }, (_, n) => movie('Untitled', [], { sameAs: numbered(n) }));
    const cast = Array.from({ length: 150 }, (_, n) => `Extra ${n % 120}${n < 120 ? '' : '!'}`);
    const report = await importing(store, [...untitled, movie('Crowd', [], { actor: cast })]);
    expect(report).toMatchObject({ rows: 401, created: 401 });
    const films = await store.engine.read
      .selectFrom('films')
      .select('slug')
      .where('title', '=', 'Untitled')
      .execute();
    const wanted = Array.from({ length: 400 }, (_, n) => (n === 0 ? 'untitled' : `untitled-${n + 1}`));
    expect(new Set(films.map(({ slug }) => slug))).toEqual(new Set(wanted));
    const crowd = await filmOf('Crowd');
    expect(await store.reader.films.credits(crowd.id)).toHaveLength(150);
    const slugs = Array.from({ length: 40_000 }, (_, n) => `extra-${n}`);
    const taken = await store.transact((writer) => writer.batches.staging.takenSlugs('person', slugs));
    expect(taken.has('extra-7')).toBe(true);
    expect(taken.size).toBe(120);
    const asked = await importing(store, {
      ...review('Bo Winter', 'Which?'),
      itemReviewed: { '@type': 'Movie', name: 'Untitled' },
    });
    expect(asked).toMatchObject({ unmatched: 1, problems: [{ code: 'two-films', details: { count: 400 } }] });
    const [waiting] = await store.reader.batches.problems(asked.batch!, 10);
    expect(waiting?.plan?.candidates).toHaveLength(50);
    await undo(store, asked.batch!, now);
    await undo(store, report.batch!, now);
    expect(await dump(store)).toEqual(before);
  });
});
