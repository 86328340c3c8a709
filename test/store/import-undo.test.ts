import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrange } from '../../src/domain/arrange.ts';
import { writeEntry } from '../../src/domain/entry.ts';
import { clearFact, setFact } from '../../src/domain/fact.ts';
import type { UndoReport } from '../../src/domain/import.ts';
import { notePosterWord } from '../../src/domain/poster-word.ts';
import type { Writer } from '../../src/domain/reader.ts';
import { askForMine, reportReview } from '../../src/domain/report.ts';
import { settleSpoiler } from '../../src/domain/review.ts';
import { READER, type Viewer } from '../../src/domain/viewer.ts';
import { hideEntry } from '../../src/domain/withholding.ts';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { clock, differences, dump, importing, movie, review, stars } from './importing.ts';
import { seedCredit, seedFilm } from './seed-film.ts';

const now = clock(Date.UTC(2026, 10, 26));
const said = { message: '', contact: null };

/** What hands do to an import after it came; each is given the film, its reviews, and somebody who looks after the site. */
interface Hands {
  filmId: string;
  ada: { id: string; authorId: string };
  bo: { id: string; authorId: string };
  curator: Viewer & { memberId: string; authorId: string };
}

const CASES: readonly (readonly [string, (writer: Writer, hands: Hands) => Promise<unknown>, string[]])[] = [
  ['nothing', async () => {}, []],
  [
    'a spoiler that was settled',
    (w, { ada, curator }) => settleSpoiler(w, ada.id, true, curator, now()),
    [
      'review Ada Quill, FILM: settled',
      'rating Ada Quill, FILM: used',
      'author Ada Quill: used',
      'film FILM: used',
    ],
  ],
  [
    'a review that was hidden',
    (w, { ada, curator }) => hideEntry(w, ada.id, curator, now()),
    [
      'review Ada Quill, FILM: changed',
      'rating Ada Quill, FILM: used',
      'author Ada Quill: used',
      'film FILM: used',
    ],
  ],
  [
    'a review whose author asked for it',
    (w, { ada }) => askForMine(w, ada.id, 'remove', said, now()),
    [
      'review Ada Quill, FILM: changed',
      'rating Ada Quill, FILM: used',
      'author Ada Quill: used',
      'film FILM: used',
    ],
  ],
  [
    'a review that was reported',
    (w, { ada }) => reportReview(w, ada.id, 'other', { message: 'Look.', contact: null }, READER, now()),
    [
      'review Ada Quill, FILM: answered',
      'rating Ada Quill, FILM: used',
      'author Ada Quill: used',
      'film FILM: used',
    ],
  ],
  [
    'a review that was deleted',
    (w, { ada }) => w.entries.remove(ada.id, now()),
    [
      'review Ada Quill, FILM: changed',
      'rating Ada Quill, FILM: used',
      'author Ada Quill: used',
      'film FILM: used',
    ],
  ],
  [
    'a word that lets it onto posters',
    (w, { ada, curator }) => notePosterWord(w, ada.id, { word: 'By letter.', until: null }, curator, now()),
    [
      'review Ada Quill, FILM: answered',
      'rating Ada Quill, FILM: used',
      'author Ada Quill: used',
      'film FILM: used',
    ],
  ],
  [
    'a pin',
    (w, { filmId, bo, curator }) => arrange(w, filmId, bo.id, 'pin', curator),
    [
      'review Bo Winter, FILM: answered',
      'rating Bo Winter, FILM: used',
      'author Bo Winter: used',
      'film FILM: used',
    ],
  ],
  [
    'a rating that was changed',
    async (w, { filmId, bo }) => w.marks.set({ ...(await w.marks.get(bo.authorId, filmId))!, rating: 1 }),
    ['rating Bo Winter, FILM: changed', 'author Bo Winter: used', 'film FILM: used'],
  ],
  [
    'a right that was given anew',
    (w, { ada, curator }) =>
      w.entries.setRights(
        ada.id,
        {
          basis: 'permission',
          allowed: ['here', 'strips'],
          word: 'By letter.',
          givenBy: curator.memberId,
          batchId: null,
        },
        now(),
      ),
    [
      'review Ada Quill, FILM: changed',
      'rating Ada Quill, FILM: used',
      'author Ada Quill: used',
      'film FILM: used',
    ],
  ],
  [
    "somebody else's review of the film",
    (w, { filmId, curator }) =>
      writeEntry(
        w,
        filmId,
        {
          rating: 9,
          liked: true,
          viewed: '2026-11-24',
          rewatch: false,
          tags: [],
          title: null,
          text: 'I saw it too.',
          format: 'lbml',
          spoiler: 'no',
          language: null,
          visibility: 'everyone',
        },
        {
          authorId: curator.authorId,
          memberId: curator.memberId,
          now: now(),
          today: '2026-11-25',
          waits: false,
        },
      ),
    ['film FILM: used'],
  ],
  [
    'a list the film was put on',
    (w, { filmId, curator }) =>
      w.lists.add(
        {
          authorId: curator.authorId,
          slug: `list-${filmId}`,
          title: 'Ferries',
          description: null,
          ranked: false,
          tags: [],
          visibility: 'everyone',
          items: [{ filmId, note: null }],
        },
        now(),
      ),
    ['film FILM: used'],
  ],
  [
    'another number of the film',
    (w, { filmId }) => w.films.addExternalId(filmId, 'wikidata', `Q${now()}`, null),
    ['film FILM: used'],
  ],
];

describeOnBothEngines('Undoing an import', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  let curator: Hands['curator'];
  beforeAll(async () => {
    ({ store, drop } = await freshStore(engine));
    curator = await store.transact(async (writer) => {
      const authorId = await writer.authors.add(
        { name: 'Cy Marlow', source: 'local', key: 'member:cy' },
        now(),
      );
      const member = { accountId: null, authorId, username: 'cy', role: 'owner' as const };
      const memberId = await writer.members.add(member, now());
      return { ...READER, memberId, authorId, role: 'owner' as const };
    });
  });
  afterAll(() => drop());

  const kept = ({ kept: all }: UndoReport, title: string) =>
    all.map(({ what, name, why }) => `${what} ${name.replace(title, 'FILM')}: ${why}`).sort();
  const reviewsOf = async (filmId: string) => {
    const ask = { sort: 'newest', filter: {}, after: null, limit: 50 } as const;
    return (await store.reader.reviews.ofFilm(filmId, READER, ask)).reviews;
  };

  test.each(CASES.map(([name, hands, stays], index) => [name, hands, stays, `Film ${index}`] as const))(
    'keeps %s, names what stays with it, and takes away the rest',
    async (_, hands, named, title) => {
      // A film that stays keeps its makers.
      const stays = named.includes('film FILM: used') ? [...named, 'person Maker of FILM: used'] : [...named];
      const before = await dump(store);
      const file = movie(
        title,
        [review('Ada Quill', 'One.', stars(3)), review('Bo Winter', 'Two.', stars(4))],
        {
          director: `Maker of ${title}`,
          sameAs: `https://www.imdb.com/title/tt88${title.replace(/\D/g, '').padStart(5, '0')}/`,
        },
      );
      const report = await importing(store, file);
      const film = (await store.reader.films.byTitle(title, null))[0]!;
      const there = await reviewsOf(film.id);
      const [ada, bo] = ['Ada Quill', 'Bo Winter'].map(
        (name) => there.find((one) => one.authorName === name)!,
      );
      await store.transact((writer) => hands(writer, { filmId: film.id, ada: ada!, bo: bo!, curator }));
      const since = await dump(store);

      const undone = await undo(store, report.batch!, now);
      expect(kept(undone, title)).toEqual(stays.toSorted());
      expect(undone.keptTotal).toBe(stays.length);
      const after = await dump(store);
      if (stays.length === 0) expect(differences(after, before)).toEqual([]);
      // Nothing that stays was touched, but for the batch it no longer belongs to and what is counted anew.
      const plain = (row: string) =>
        row
          .replace(/\["batch_id",[^\]]*\],?/, '')
          .replace(/\["(ratings_\w+|reviews|tier|updated)",("[^"]*"|\d+)\],?/g, '');
      for (const [table, rows] of Object.entries(after)) {
        const known = new Set(since[table]?.map(plain));
        for (const row of rows) expect(known.has(plain(row)), `${table}: ${row}`).toBe(true);
      }
      const words = await store.reader.films.byId(film.id);
      expect(words === null).toBe(!stays.some((line) => line.startsWith('film')));

      // What went comes again with the same file; what stayed is known, and nothing is doubled.
      const again = await importing(store, file);
      expect(again).toMatchObject({ rows: 2, rejected: 0, unmatched: 0 });
      const entries = await store.engine.read
        .selectFrom('entries')
        .select(['key'])
        .where('source', '=', 'jsonld')
        .where('film_id', '=', (await store.reader.films.byTitle(title, null))[0]!.id)
        .execute();
      expect(entries).toHaveLength(2);
      expect(await importing(store, file)).toMatchObject({ created: 0, updated: 0 });
      await undo(store, again.batch!, now);
    },
  );

  test('a fact somebody has set by hand since stays as they said it; what the import said goes', async () => {
    await store.transact((writer) =>
      seedFilm(writer, { slug: 'the-weir', title: 'The Weir', year: 1988 }, now()),
    );
    const before = await dump(store);
    const file = movie('The Weir', [review('Ada Quill', 'Wet.')], {
      datePublished: '1988-02-01',
      duration: 'PT90M',
      description: 'A weir breaks.',
      director: 'Ines Bell',
      genre: 'Drama',
      sameAs: 'https://www.imdb.com/title/tt7700001/',
    });
    const report = await importing(store, file);
    const film = (await store.reader.films.byTitle('The Weir', null))[0]!;
    expect(film).toMatchObject({ released: '1988-02-01', runtime: 90, synopsis: 'A weir breaks.' });
    const by = { memberId: null, authorId: null, role: 'curator' } as const;
    const said = { field: 'synopsis:en', value: 'A weir holds.' };
    await store.transact((writer) => setFact(writer, film.id, said, by, now()));
    expect(await store.reader.films.byId(film.id)).toMatchObject({ synopsis: 'A weir holds.', runtime: 90 });
    expect(kept(await undo(store, report.batch!, now), 'The Weir')).toEqual([]);
    expect(await store.reader.films.byId(film.id)).toMatchObject({
      ...{ synopsis: 'A weir holds.', runtime: null, released: null, year: 1988, genres: [] },
    });
    expect(await store.reader.films.credits(film.id)).toEqual([]);
    expect(await store.reader.films.externalIds(film.id)).toEqual([]);
    await store.transact((writer) => clearFact(writer, film.id, 'synopsis:en', by, now()));
    const after = await dump(store);
    expect(differences({ ...after, fact_history: [] }, before)).toEqual([]);
    expect(after.fact_history).toHaveLength(1);
  });

  test('a maker whom another film has been given since stays', async () => {
    const report = await importing(store, movie('Sluice', [], { director: 'Petra Weir' }));
    const person = (await store.reader.people.byName('Petra Weir'))!;
    const other = await store.transact(async (writer) => {
      const id = await seedFilm(writer, { slug: 'lock', title: 'Lock' }, now());
      await seedCredit(writer, { filmId: id, personId: person.id }, now());
      return id;
    });
    const undone = await undo(store, report.batch!, now);
    expect(undone.kept).toEqual([{ what: 'person', id: person.id, name: 'Petra Weir', why: 'used' }]);
    expect(await store.reader.films.byTitle('Sluice', null)).toEqual([]);
    expect(await store.reader.films.credits(other)).toMatchObject([{ name: 'Petra Weir' }]);
  });

  test('a changed review that was edited since stays as edited; one that was not is as it was before', async () => {
    const url = (n: number) => `https://canal.example/${n}`;
    const file = (words: string) =>
      movie('Canal', [
        review('Ada Quill', `${words} one.`, { ...stars(3), url: url(1) }),
        review('Bo Winter', `${words} two.`, { ...stars(3), url: url(2) }),
      ]);
    await importing(store, file('First'));
    const before = await dump(store);
    const second = await importing(store, file('Second'));
    expect(second).toMatchObject({ updated: 2 });
    const film = (await store.reader.films.byTitle('Canal', null))[0]!;
    const ada = (await reviewsOf(film.id)).find((one) => one.authorName === 'Ada Quill')!;
    await store.transact((writer) => settleSpoiler(writer, ada.id, true, curator, now()));
    const undone = await undo(store, second.batch!, now);
    expect(kept(undone, 'Canal')).toEqual(['review Ada Quill, FILM: changed']);
    expect((await reviewsOf(film.id)).map(({ html }) => html).sort()).toEqual([
      '<p>First two.</p>',
      '<p>Second one.</p>',
    ]);
    const left = (await dump(store)).review_versions ?? [];
    expect(left).toHaveLength((before.review_versions ?? []).length + 1);
  });
});
