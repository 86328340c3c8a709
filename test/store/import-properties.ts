import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportReport } from '../../src/domain/import.ts';
import { importRead, preview, readFiles } from '../../src/interchange/import.ts';
import { fileAtHand } from '../../src/interchange/input.ts';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { describeOnBothEngines, type EngineName, freshStore } from '../engines/store.ts';
import { clock, differences, dump, OWNER } from './importing.ts';

const now = clock();
const given = { ...OWNER, now };

/** Few names, so that films, people, authors and reviews meet again and again. */
const title = fc.constantFrom('Saltmarsh', 'Kiri', 'Otter', 'V/H/S', '花様年華');
const person = fc.constantFrom('Ada Quill', 'Bo Winter', 'Anonymous', 'O\u2019Brien', 'Ada  Quill');
const address = fc.constantFrom(
  'https://a.example/1',
  'https://a.example/2',
  'https://www.a.example/2/',
  'urn:uuid:7f',
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const oneOrMore = <T>(value: fc.Arbitrary<T>) => fc.oneof(value, fc.array(value, { maxLength: 3 }));
const anything = fc.anything({ maxDepth: 2, withNullPrototype: false });

const film = fc.record(
  {
    '@type': fc.constantFrom('Movie', 'http://schema.org/Movie', ['CreativeWork', 'Movie'], 'TVSeries'),
    name: fc.oneof({ weight: 8, arbitrary: title }, anything),
    datePublished: fc.constantFrom('1974', '1974-09-12', '1990', 'soon'),
    sameAs: oneOrMore(
      fc.constantFrom(
        'https://www.imdb.com/title/tt9990001/',
        'https://www.imdb.com/title/tt9990002/',
        'https://www.themoviedb.org/movie/11',
        'https://www.wikidata.org/wiki/Q12',
      ),
    ),
    director: oneOrMore(fc.oneof(person, fc.record({ name: person }))),
    actor: oneOrMore(person),
    genre: oneOrMore(fc.constantFrom('Drama', 'Crime, Drama', '')),
    duration: fc.constantFrom('PT97M', '', 'PT1H37M'),
    description: fc.constantFrom('A ferryman counts the birds.', ''),
    aggregateRating: fc.record({ '@type': fc.constant('AggregateRating'), ratingValue: fc.double() }),
  },
  { requiredKeys: ['@type'] },
);
const review = fc.record(
  {
    '@type': fc.constantFrom('Review', 'schema:Review', 'UserReview'),
    author: fc.oneof(
      person,
      oneOrMore(
        fc.record({
          name: person,
          url: maybe(fc.constantFrom('https://ada.example/', 'https://bo.example')),
        }),
      ),
      anything,
    ),
    reviewBody: fc.oneof(
      fc.constantFrom('Tidal.', 'Tidal.\n\nTwice.', '<p>One.</p>', 'A &amp; B', '<3', ''),
      fc.string({ unit: 'binary', maxLength: 60 }),
    ),
    reviewRating: fc.oneof(
      fc.record({
        ratingValue: fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constantFrom('4/5', '80%', 'B+')),
        bestRating: maybe(fc.constantFrom(4, 5, 10, 100)),
      }),
      anything,
    ),
    datePublished: fc.constantFrom('2014-05-03', '2014-05-03T23:30:00-07:00', '2014', 'then'),
    publisher: fc.constantFrom('Elsewhere', { name: 'Nowhere', url: 'https://nowhere.example/' }),
    url: address,
    '@id': fc.constantFrom('#a', 'https://a.example/3'),
    name: fc.constantFrom('The tide', 'Saltmarsh'),
    inLanguage: fc.constantFrom('en', 'pt_BR', 'English'),
  },
  { requiredKeys: ['@type', 'reviewBody'] },
);
const reviewed = fc
  .tuple(film, fc.array(review, { maxLength: 6 }))
  .map(([one, reviews]) => ({ ...one, review: reviews }));
const lone = fc.tuple(review, film).map(([one, itemReviewed]) => ({ ...one, itemReviewed }));
const documents = fc.oneof(
  reviewed,
  fc.array(fc.oneof(reviewed, lone, review, anything), { maxLength: 8 }),
  fc.array(fc.oneof(reviewed, lone), { maxLength: 8 }).map((graph) => ({ '@graph': graph })),
);

const read = (document: unknown) =>
  readFiles([fileAtHand('reviews.jsonld', Buffer.from(JSON.stringify(document) ?? ''))]);

function addsUp(report: ImportReport): void {
  const { rows, created, updated, unchanged, unmatched, rejected, problems, problemsTotal } = report;
  expect(rows).toBe(created + updated + unchanged + unmatched + rejected);
  expect(problemsTotal).toBe(problems.length);
  if (report.batch !== null) expect(problemsTotal).toBeGreaterThanOrEqual(unmatched + rejected);
}

/**
 * What holds of an import whatever its files say, on both engines.
 *
 * @param runs how many files are tried on each engine, and with which seed when they are to be the same each time
 */
export function importProperties(runs: (engine: EngineName) => fc.Parameters<unknown>): void {
  describeOnBothEngines('Whatever a file says', (engine) => properties(engine, runs(engine)));
}

function properties(engine: EngineName, runs: fc.Parameters<unknown>): void {
  let store: Store;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ store, drop } = await freshStore(engine));
  });
  afterAll(() => drop());

  /** Takes away what an earlier run left when it failed. */
  const clear = async () => {
    for (const { id, state } of await store.reader.batches.list(20))
      if (state === 'done') await undo(store, id, now);
  };

  test('a preview tells what an import does, a second import does nothing, undo leaves nothing', async () => {
    const before = await dump(store);
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        await clear();
        const looked = await preview(store, await read(document), given);
        addsUp(looked);
        const first = await importRead(store, await read(document), given);
        addsUp(first);
        expect({ ...first, batch: null }).toEqual(looked);
        if (first.batch === null) {
          expect(differences(await dump(store), before)).toEqual([]);
          return;
        }
        const once = await dump(store);
        const second = await importRead(store, await read(document), given);
        addsUp(second);
        expect(second).toMatchObject({ created: 0, updated: 0, rows: first.rows, rejected: first.rejected });
        expect(differences(await dump(store), once)).toEqual([]);
        expect(await undo(store, second.batch!, now)).toMatchObject({
          removed: 0,
          restored: 0,
          keptTotal: 0,
        });
        expect(await undo(store, first.batch, now)).toMatchObject({ keptTotal: 0 });
        expect(differences(await dump(store), before)).toEqual([]);
      }),
      runs,
    );
  }, 900_000);

  test('of two files, the later undone brings back what the earlier left; then the earlier leaves nothing', async () => {
    const before = await dump(store);
    await fc.assert(
      fc.asyncProperty(documents, documents, async (one, other) => {
        await clear();
        const first = await importRead(store, await read(one), given);
        const once = await dump(store);
        const second = await importRead(store, await read(other), given);
        addsUp(second);
        if (second.batch !== null)
          expect(await undo(store, second.batch, now)).toMatchObject({ keptTotal: 0 });
        expect(differences(await dump(store), once)).toEqual([]);
        if (first.batch !== null) expect(await undo(store, first.batch, now)).toMatchObject({ keptTotal: 0 });
        expect(differences(await dump(store), before)).toEqual([]);
      }),
      runs,
    );
  }, 900_000);
}
