import { afterEach, beforeEach, expect, test } from 'vitest';
import { arrange } from '../../src/domain/arrange.ts';
import { editEntry, inputOf, writeEntry } from '../../src/domain/entry.ts';
import { setFact } from '../../src/domain/fact.ts';
import { makeList } from '../../src/domain/list.ts';
import { sayStanding } from '../../src/domain/mark.ts';
import { makeMember } from '../../src/domain/member.ts';
import { insertFilms, type NewFilm } from '../../src/domain/new-film.ts';
import type { FactSource, Visibility } from '../../src/domain/reader.ts';
import { addScreenings } from '../../src/domain/screening.ts';
import { saveVenue } from '../../src/domain/venue.ts';
import { READER, type Viewer } from '../../src/domain/viewer.ts';
import { mergeFilms } from '../../src/interchange/films/merge.ts';
import { splitFilm } from '../../src/interchange/films/split.ts';
import { sweepBatches } from '../../src/interchange/sweep.ts';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { bringAs, clock, differences, dump, importing, movie, review, stars } from './importing.ts';
import { DIARY, list, MARKS } from './letterboxd-files.ts';

const now = clock(Date.UTC(2026, 10, 26));
const curator: Viewer = { memberId: 'curator', authorId: null, role: 'curator' };

describeOnBothEngines('Merging films', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  let [ana, ben, eve]: { id: string; authorId: string }[] = [];
  let [from, into, other] = ['', '', ''];

  beforeEach(async () => {
    ({ store, drop } = await freshStore(engine));
    const members = [];
    for (const [name, role] of [
      ['Ana', 'member'],
      ['Ben', 'member'],
      ['Eve', 'curator'],
    ] as const)
      members.push(
        await store.transact((writer) =>
          makeMember(writer, { accountId: null, name, username: name.toLowerCase(), role }, now()),
        ),
      );
    [ana, ben, eve] = members;
    from = await make('import', [
      { field: 'title', value: 'The Tide Mill' },
      { field: 'year', value: 1961 },
      { field: 'title:fr', value: 'Le Moulin à marée' },
      { field: 'title:de', value: 'Die Gezeitenmühle' },
      { field: 'credits:director', value: [{ name: 'Inge Vang' }] },
      { field: 'genres', value: ['Drama'] },
      { field: 'runtime', value: 93 },
      { field: 'id:imdb', value: 'tt0999301' },
    ]);
    into = await make('wikidata', [
      { field: 'title', value: 'Tidevandsmøllen' },
      { field: 'year', value: 1961 },
      { field: 'title:sv', value: 'Tidvattenskvarnen' },
      { field: 'title:da', value: 'Tidevandsmøllen' },
      { field: 'credits:director', value: [{ name: 'I. Vang' }] },
      { field: 'credits:actor', value: [{ name: 'Ebbe Lund', character: 'Miller' }] },
      { field: 'id:wikidata', value: 'Q999301' },
    ]);
    other = await make('import', [{ field: 'title', value: 'Other Water' }]);
    await fill();
  });
  afterEach(() => drop());

  const make = async (source: FactSource, facts: NewFilm['facts']) =>
    (await store.transact((w) => insertFilms(w, [{ facts }], { source, batchId: null, now: now() })))[0] ??
    '';
  const write = (
    filmId: string,
    by: { id: string; authorId: string } | undefined,
    text: string,
    {
      rating = null as 3 | 8 | null,
      day = null as string | null,
      visibility = 'everyone' as Visibility,
    } = {},
  ) =>
    store.transact((writer) =>
      writeEntry(
        writer,
        filmId,
        {
          ...{
            rating,
            liked: false,
            viewed: day,
            rewatch: false,
            tags: [],
            title: null,
            text,
            format: 'lbml',
          },
          ...{ spoiler: 'no', language: null, visibility },
        } as const,
        {
          authorId: by?.authorId ?? '',
          memberId: by?.id ?? '',
          now: now(),
          today: '2026-11-25',
          waits: false,
        },
      ),
    );
  const mark = (filmId: string, authorId = '') => store.reader.marks.get(authorId, filmId);
  const merge = (a = from, b = into) => mergeFilms(store, { from: a, into: b }, curator, now, 500);
  const reviewsOf = async (filmId: string) =>
    (
      await store.reader.reviews.ofFilm(filmId, READER, {
        sort: 'newest',
        filter: {},
        after: null,
        limit: 50,
      })
    ).reviews.map(({ html }) => html);

  /** Everything that can hang on a film, on both. */
  async function fill() {
    const first = await write(from, ana, 'The wheel turns twice a day.', { rating: 8, day: '2020-03-01' });
    await write(from, ben, 'For me alone.', { rating: 3, day: '2019-01-01', visibility: 'me' });
    await write(into, ben, 'Salt on the boards.', { rating: 8, day: '2021-05-01' });
    const naming = await write(other, ana, 'Better than The Tide Mill.');
    await store.transact(async (writer) => {
      const days = { rating: null, day: '2018-02-02' };
      const eveOf = (filmId: string) => ({ authorId: eve?.authorId ?? '', filmId });
      await sayStanding(writer, eveOf(from), [{ state: 'rated', day: '2022-02-02', rating: 8 }], 'everyone');
      await sayStanding(
        writer,
        eveOf(into),
        [
          { state: 'rated', day: '2021-01-01', rating: 3 },
          { state: 'liked', ...days },
        ],
        'everyone',
      );
      for (const filmId of [from, into]) await writer.films.reckon(filmId);
      await arrange(writer, from, first, 'pin', curator);
      await writer.mentions.put(naming, {
        filmId: from,
        state: 'found',
        start: 3,
        end: 9,
        said: 'x',
        score: 50,
      });
      const list = (title: string, films: string[], visibility: Visibility = 'everyone') =>
        makeList(
          writer,
          ben?.authorId ?? '',
          {
            ...{ title, description: '', ranked: true, tags: [], visibility, format: 'lbml' },
            films: films.map((filmId, at) => ({ filmId, note: `Note ${at + 1}` })),
          },
          now(),
        );
      await list('Both', [from, other, into]);
      await list('One', [other, from], 'me');
      const venue = {
        name: 'The Regent',
        street: '',
        town: '',
        country: '',
        timeZone: 'Europe/Copenhagen',
        website: '',
      };
      await saveVenue(writer, null, venue, curator, now());
      const [{ id: venueId } = { id: '' }] = await writer.venues.list();
      const details = { doors: '', ends: '', room: '', format: '', spoken: '', language: '', subtitles: '' };
      await addScreenings(
        writer,
        {
          ...{ filmId: from, venueId, showings: [{ day: '2027-01-01', time: '20:00' }] },
          details: { ...details, tickets: '', note: '', series: '', state: 'on', draft: false },
        },
        curator,
        now(),
      );
    });
  }

  test('brings everything to the film that stays, and undone leaves every table as it was', async () => {
    const before = await dump(store);
    const id = await merge();
    const film = await store.reader.films.byId(into);
    expect(film).toMatchObject({ title: 'Tidevandsmøllen', runtime: 93, genres: ['Drama'], reviews: 2 });
    expect(film?.ratingsHere, 'ratings everyone may see, one of each author').toEqual([
      0, 0, 0, 0, 0, 0, 0, 3, 0, 0,
    ]);
    const credits = (await store.reader.films.credits(into)).map(({ name, role }) => `${role} ${name}`);
    expect(credits, 'an import is believed before a catalogue').toEqual([
      'director Inge Vang',
      'actor Ebbe Lund',
    ]);
    expect(await store.reader.films.externalIds(into)).toEqual([
      { scheme: 'imdb', value: 'tt0999301' },
      { scheme: 'wikidata', value: 'Q999301' },
    ]);
    expect(await reviewsOf(into)).toEqual([
      '<p>Salt on the boards.</p>',
      '<p>The wheel turns twice a day.</p>',
    ]);
    expect((await store.reader.reviews.pinned(into, READER)).map(({ html }) => html)).toEqual([
      '<p>The wheel turns twice a day.</p>',
    ]);
    expect(await mark(into, eve?.authorId), 'the later of two').toMatchObject({
      ...{ rating: 8, rated: '2022-02-02', liked: '2018-02-02' },
    });
    expect(await mark(into, ben?.authorId), 'one for fewer people adds nothing').toMatchObject({
      ...{ rating: 8, rated: '2021-05-01', visibility: 'everyone' },
    });
    const [both] = (await store.reader.lists.lines(READER, { after: null, limit: 9 })).filter(
      ({ title }) => title === 'Both',
    );
    const items = await store.reader.lists.items(both?.id ?? '', 0, 9);
    expect(items.map(({ filmId, noteHtml }) => [filmId, noteHtml])).toEqual([
      [into, '<p>Note 1</p><p>Note 3</p>'],
      [other, '<p>Note 2</p>'],
    ]);
    expect((await store.reader.screenings.ofFilm(into, 0)).total).toBe(1);
    expect(await store.reader.mentions.filmsNamedOn(other, 9)).toMatchObject([{ id: into }]);
    expect(await store.reader.films.idByExternal('imdb', 'tt0999301')).toBe(into);
    expect((await store.reader.films.key('the-tide-mill-1961'))?.id).toBe(into);
    const { ids } = await store.reader.search.find({
      kind: 'film',
      text: 'moulin a maree',
      offset: 0,
      limit: 5,
    });
    expect(ids, 'found by what the other was called').toEqual([into]);

    const report = await undo(store, id, now);
    expect(report).toMatchObject({ kept: [], keptTotal: 0 });
    expect(differences(await dump(store), before)).toEqual([]);
    await expect(undo(store, id, now)).rejects.toMatchObject({ code: 'already-undone' });
  });

  test('undone, keeps and names what was written, edited or said since', async () => {
    const id = await merge();
    const [entry] = await store.reader.entries.onFilm(into, ana?.authorId ?? '');
    await store.transact(async (writer) => {
      const by = {
        authorId: ana?.authorId ?? '',
        memberId: ana?.id ?? '',
        now: now(),
        today: '2026-11-26',
        waits: false,
      };
      if (entry)
        await editEntry(writer, entry.id, { ...inputOf(entry), text: 'It turns four times a day.' }, by);
      const eveMark = await writer.marks.get(eve?.authorId ?? '', into);
      if (eveMark) await writer.marks.set({ ...eveMark, rating: 3 });
      await setFact(writer, into, { field: 'runtime', value: 95 }, curator, now());
    });
    await write(into, eve, 'Seen as one film.');
    await write(into, eve, 'A draft of mine.', { visibility: 'draft' });
    const report = await undo(store, id, now);
    expect(report.kept.map(({ what, name, why }) => `${what} ${name}: ${why}`).sort()).toEqual([
      'rating Eve, Tidevandsmøllen: changed',
      'review Ana, The Tide Mill: back',
      'review Eve, Tidevandsmøllen: since',
    ]);
    expect(report.keptTotal, 'what only its author sees is counted').toBe(4);
    expect(await reviewsOf(from)).toEqual(['<p>It turns four times a day.</p>']);
    expect(await mark(from, eve?.authorId), 'as it was before').toMatchObject({
      rating: 8,
      rated: '2022-02-02',
    });
    expect(await mark(into, eve?.authorId), 'as it was said since').toMatchObject({ rating: 3 });
    expect(await store.reader.films.byId(into)).toMatchObject({ runtime: 95, genres: [] });
    expect(await store.reader.films.byId(from)).toMatchObject({ runtime: 93, reviews: 1 });
  });

  test('goes on from film to film, and is undone in the order it was done', async () => {
    const before = await dump(store);
    const first = await merge(from, into);
    const second = await merge(into, other);
    expect((await store.reader.films.key('the-tide-mill-1961'))?.id).toBe(other);
    expect(await reviewsOf(other)).toHaveLength(3);
    expect(await mark(other, eve?.authorId)).toMatchObject({ rating: 8 });
    await expect(merge(other, from), 'a film cannot be part of itself').rejects.toMatchObject({
      code: 'same-film',
    });
    await expect(merge(from, from)).rejects.toMatchObject({ code: 'same-film' });
    await expect(undo(store, first, now)).rejects.toMatchObject({ code: 'merged-since' });
    expect((await undo(store, second, now)).kept).toEqual([]);
    expect((await store.reader.films.key('the-tide-mill-1961'))?.id).toBe(into);
    expect((await undo(store, first, now)).kept).toEqual([]);
    expect(differences(await dump(store), before)).toEqual([]);
  });

  test('of two into one can be undone in either order', async () => {
    const before = await dump(store);
    await write(other, eve, 'On the other.', { rating: 3, day: '2023-01-01' });
    const first = await merge(from, into);
    const second = await merge(other, into);
    expect(await mark(into, eve?.authorId)).toMatchObject({ rating: 3, rated: '2023-01-01' });
    await undo(store, first, now);
    expect(await mark(from, eve?.authorId)).toMatchObject({ rating: 8, rated: '2022-02-02' });
    await undo(store, second, now);
    expect(await mark(into, eve?.authorId)).toMatchObject({
      rating: 3,
      rated: '2021-01-01',
      liked: '2018-02-02',
    });
    const after = await dump(store);
    for (const table of ['films', 'list_items', 'mentions', 'credits', 'film_titles', 'screenings', 'pins'])
      expect(
        differences({ [table]: after[table] ?? [] }, { [table]: before[table] ?? [] }).slice(
          0,
          table === 'films' ? 0 : 1,
        ),
        table,
      ).toEqual([]);
  });

  test('asked by two curators at once is done once, and the other is told', async () => {
    const done = await Promise.allSettled([merge(from, into), merge(into, from), merge(from, into)]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const one of done)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'same-film' });
  });

  test('lets what is written on the film that is gone arrive on the one it is part of', async () => {
    await merge();
    const id = await write(from, eve, 'Sent from a page that was open.');
    expect(await store.reader.entries.toChange(id)).toMatchObject({ filmId: into });
    const viewer = { ...READER, role: 'member' } as const;
    await expect(mergeFilms(store, { from: other, into }, viewer, now)).rejects.toMatchObject({
      code: 'curators-only',
    });
  });

  test('is known to imports that come later, by id, link and name, and an import before it is undone', async () => {
    const file = movie('The Tide Mill', [review('Ada Quill', 'A mill.', stars(4))], { dateCreated: '1961' });
    const before = await dump(store);
    const { batch } = await importing(store, file);
    const files = {
      'watched.csv': `${MARKS}\n2024-01-01,The Tide Mill,1961,https://boxd.it/m1\n`,
      'ratings.csv': `${MARKS},Rating\n2024-01-01,The Tide Mill,1961,https://boxd.it/m1,4.5\n`,
      'diary.csv': `${DIARY}\n2024-01-02,The Tide Mill,1961,https://boxd.it/e900,4.5,,,2024-01-01\n`,
      'lists/mills.csv': list(
        '2024-01-05,Mills,,https://boxd.it/L9,',
        '1,The Tide Mill,1961,https://boxd.it/m1,Wet.',
      ),
    };
    const bring = () => bringAs(store, ben?.id ?? '', files, now);
    const account = await bring();
    const merged = await merge();
    expect(await importing(store, file), 'the same review is the same').toMatchObject({
      created: 0,
      unchanged: 1,
    });
    const more = movie('The Tide Mill', [review('Bo Winter', 'Another.', stars(2))], { dateCreated: '1961' });
    const later = await importing(store, more);
    expect(await reviewsOf(into)).toContain('<p>Another.</p>');
    expect((await store.reader.films.byTitle('The Tide Mill', null)).length, 'no second film').toBe(0);
    expect(await bring(), 'the same account').toMatchObject({ created: 0, updated: 0, unmatched: 0 });
    await undo(store, later.batch ?? '', now);
    expect((await undo(store, batch ?? '', now)).kept, 'what the import brought goes').toEqual([]);
    const left = (await undo(store, account.batch ?? '', now)).kept;
    expect(left, 'a rating that became one with another').toMatchObject([{ what: 'rating', why: 'changed' }]);
    expect((await undo(store, merged, now)).kept).toEqual([]);
    expect(differences(await dump(store), before)).toEqual([]);
  });

  test('of very much goes on where a killed process left it, and so does undoing it', async () => {
    await store.engine.transact(async (db) => {
      const many = Array.from({ length: 450 }, (_, at) => ({
        author_id: `author-${at}`,
        rated: '2020-01-01',
      }));
      const author = {
        source: 'jsonld',
        link: null,
        place: null,
        canonical_id: null,
        batch_id: null,
      } as const;
      const authors = many.map(({ author_id: id }) => ({ ...author, id, key: id, name: id, created: 1 }));
      await db.insertInto('authors').values(authors).execute();
      const said = {
        watched: null,
        liked: null,
        rating: 5,
        watchlist: null,
        visibility: 'everyone',
      } as const;
      const marks = many.map((one) => ({
        ...{ ...one, ...said, first_author_id: one.author_id, film_id: from, first_film_id: from },
        ...({ here: 0, counted: 1, batch_id: null } as const),
      }));
      for (const some of [marks.slice(0, 225), marks.slice(225)])
        await db.insertInto('marks').values(some).execute();
    });
    await store.transact((writer) => writer.films.reckon(from));
    const before = await dump(store);
    const batch = async () => (await store.reader.batches.onFilms(1))[0];
    await expect(mergeFilms(dyingAfter(4), { from, into }, curator, now)).rejects.toThrow('killed');
    expect(await batch(), 'under way').toMatchObject({ state: 'done', finished: null });
    await expect(merge(other, into), 'nobody merges or imports meanwhile').rejects.toMatchObject({
      code: 'another-running',
    });
    const later = () => now() + 60_000;
    expect(await sweepBatches(store, later)).toBe(1);
    const film = await store.reader.films.byId(into);
    expect(film?.ratingsElsewhere[4]).toBe(450);
    const id = (await batch())?.id ?? '';
    await expect(undo(dyingAfter(5), id, now)).rejects.toThrow('killed');
    expect(await sweepBatches(store, later)).toBe(1);
    expect(await batch()).toMatchObject({ state: 'undone' });
    expect(differences(await dump(store), before)).toEqual([]);
  });

  test('the other way: what belongs to another film goes there, and comes back', async () => {
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

  /** The store as a process has it that is killed after so many transactions. */
  function dyingAfter(most: number): Pick<Store, 'reader' | 'transact'> {
    let left = most;
    const transact: Store['transact'] = (work) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return store.transact(work);
    };
    return { reader: store.reader, transact };
  }
});
