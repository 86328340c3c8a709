import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertFilms, type NewFilm } from '../../src/domain/new-film.ts';
import { LEASE } from '../../src/interchange/hold.ts';
import { settleRow } from '../../src/interchange/settle.ts';
import { sweepBatches } from '../../src/interchange/sweep.ts';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { clock, differences, dump } from './importing.ts';
import { dyingAfter, Killed, shape } from './killing.ts';
import { listOf, loading } from './loading.ts';

const now = clock();
const later = () => now() + 2 * LEASE;

const csv = (...rows: string[]) =>
  listOf('films.csv', ['Title,Year,IMDb,Director,Genre', ...rows].join('\n'));
const IMDB = [
  'tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres',
  'tt0000010\tmovie\tSaltmarsh\tSaltmarsh\t0\t1971\t\\N\t90\tDrama',
  'tt0000011\tmovie\tSaltmarsh\tSaltmarsh\t0\t1971\t\\N\t12\tHorror',
  'tt0000012\tmovie\tKes\tKes\t0\t1969\t\\N\t111\tDrama',
  'tt0000013\ttvSeries\tKes Again\tKes Again\t0\t1970\t\\N\t30\tDrama',
].join('\n');

describeOnBothEngines('A load of films', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    ({ store, drop } = await freshStore(engine));
  });
  afterEach(() => drop());

  /** Films that are there before, by what an import says of them. */
  const known = (...films: NewFilm['facts'][]) =>
    store.transact((writer) =>
      insertFilms(
        writer,
        films.map((facts) => ({ facts })),
        { source: 'import', batchId: null, now: now() },
      ),
    );
  const called = (title: string, year: number, ...more: NewFilm['facts']) => [
    { field: 'title', value: title },
    { field: 'year', value: year },
    ...more,
  ];

  test('fills what is known, makes what is not, and undone leaves every table as it was', async () => {
    const [kes = '', other = ''] = await known(
      called('Kes', 1969),
      called('Anders', 1990, { field: 'id:imdb', value: 'tt0000020' }),
    );
    const before = await dump(store);
    const list = csv(
      'Kes,1969,tt0000012,Ken Loach,Drama',
      'Otherwise,1991,tt0000020,Ines Bell,Drama; Comedy',
      'Saltmarsh,1971,,Ines Bell,Horror',
      ',1971,,,',
    );
    const first = await loading(store, [list]);
    expect(first).toMatchObject({
      format: 'films-csv',
      rows: 4,
      created: 1,
      updated: 2,
      rejected: 1,
      leftOut: 0,
    });
    expect(first.problems).toMatchObject([{ file: 'films.csv', row: '5', code: 'no-film-name' }]);
    expect((await store.reader.films.byId(kes))?.genres).toEqual(['Drama']);
    expect(await store.reader.films.idByExternal('imdb', 'tt0000012')).toBe(kes);
    const filled = await store.reader.films.byId(other);
    expect(filled).toMatchObject({ title: 'Anders', year: 1990, genres: ['Drama', 'Comedy'] });
    expect((await store.reader.facts.of(other)).map(({ field, source }) => `${source} ${field}`)).toEqual([
      'file credits:director',
      'file genres',
      'import id:imdb',
      'import title',
      'import year',
    ]);
    const [made] = await store.reader.films.byTitle('Saltmarsh', 1971);
    expect((await store.reader.films.credits(made?.id ?? '')).map(({ name }) => name)).toEqual(['Ines Bell']);

    const whole = await dump(store);
    expect(await loading(store, [list])).toMatchObject({ created: 0, updated: 0, unchanged: 3, rejected: 1 });
    const again = await dump(store);
    expect(differences(again, whole)).toEqual([]);
    expect(await undo(store, first.batch ?? '', now)).toMatchObject({ kept: [] });
    expect(differences(await dump(store), before)).toEqual([]);
  });

  test('guesses between no namesakes: their rows wait, with the films they could mean', async () => {
    const twins = await known(called('Twins', 1988), called('Twins', 1988));
    const report = await loading(store, [csv('Twins,1988,,,Comedy', 'Twins,1989,,,Comedy')]);
    expect(report).toMatchObject({ created: 1, unmatched: 1 });
    expect(report.problems).toMatchObject([
      { row: '2', code: 'two-films', details: { title: 'Twins', count: 2 } },
    ]);
    const waiting = await store.reader.batches.waiting(report.batch ?? '', 10);
    expect(waiting.map(({ plan }) => (plan.candidates as string[]).sort())).toEqual([twins.sort()]);
    const [row] = waiting;
    const [one = ''] = twins;
    expect(await settleRow(store, report.batch ?? '', row?.number ?? 0, one, now())).toBe(1);
    expect((await store.reader.films.byId(one))?.genres).toEqual(['Comedy']);
    expect((await store.reader.batches.byId(report.batch ?? ''))?.report).toMatchObject({
      updated: 1,
      unmatched: 0,
    });
  });

  test('keeps apart two films of one title and year that have numbers of their own, and takes a row said twice once', async () => {
    const imdb = listOf('title.basics.tsv', IMDB);
    expect(await loading(store, [imdb], { licensed: true, dryRun: true })).toMatchObject({
      ...{ batch: null, created: 3, leftOut: 1 },
    });
    expect(await store.reader.films.byTitle('Saltmarsh', null)).toEqual([]);
    const twice = csv(
      'Saltmarsh,1971,tt0000010,,',
      'Kes,1969,,,',
      'Kes,1969,,Ken Loach,',
      'Marsh of Salt,,tt0000011,,',
    );
    const report = await loading(store, [imdb, twice], { licensed: true });
    expect(report).toMatchObject({
      format: 'films-imdb',
      rows: 7,
      created: 3,
      updated: 1,
      unchanged: 3,
      leftOut: 1,
    });
    const salt = await store.reader.films.byTitle('Saltmarsh', 1971);
    expect(salt.map(({ runtime }) => runtime).sort()).toEqual([12, 90]);
    const [kes] = await store.reader.films.byTitle('Kes', 1969);
    expect(kes?.details.sources).toEqual([
      { source: 'imdb', licence: null, link: 'https://www.imdb.com/title/tt0000012/' },
    ]);
    expect(await loading(store, [imdb, twice], { licensed: true })).toMatchObject({ created: 0, updated: 0 });
  });

  test('takes rows with numbers of their own for two films, where the film that is there has none', async () => {
    const [kes = ''] = await known(called('Kes', 1969));
    const list = csv('Kes,1969,tt0000012,Ken Loach,', 'Kes,1969,tt0000013,Ines Bell,');
    expect(await loading(store, [list])).toMatchObject({ created: 1, updated: 1, unchanged: 0 });
    expect(await store.reader.films.idByExternal('imdb', 'tt0000012')).toBe(kes);
    expect(await store.reader.films.idByExternal('imdb', 'tt0000013')).not.toBe(kes);
  });

  test('keeps apart two films of one title and year that others directed, whether a file says both or one is here', async () => {
    const list = csv('Pinewood,2022,,Ines Bell,Drama', 'Pinewood,2022,,Tom Okafor,Comedy');
    expect(await loading(store, [list])).toMatchObject({ created: 2, unmatched: 0 });
    const again = csv(
      'Pinewood,2022,,"Bell, Ines",',
      'Pinewood,2022,,T. Okafor,',
      'Pinewood,2022,,Ada Moss,',
    );
    expect(await loading(store, [again])).toMatchObject({ created: 1, unchanged: 2 });
    const films = await store.reader.films.byTitle('Pinewood', 2022);
    expect(films.map(({ genres }) => genres).sort()).toEqual([[], ['Comedy'], ['Drama']]);
    const unsaid = csv('Pinewood,2022,,,');
    expect(await loading(store, [unsaid])).toMatchObject({ created: 0, unmatched: 1 });
  });

  test('takes no data set of IMDb’s without a word, nor a file it cannot read; the others are loaded', async () => {
    const broken = listOf('broken.csv', 'Title\n"Never closed\n');
    const files = [listOf('title.basics.tsv', IMDB), broken, csv('Kes,1969,,,')];
    const before = await dump(store);
    const none = await loading(store, files.slice(0, 2));
    expect(none).toMatchObject({ batch: null, format: null, rows: 0 });
    expect(none.problems.map(({ file, code }) => [file, code])).toEqual([
      ['title.basics.tsv', 'not-licensed'],
      ['broken.csv', 'truncated'],
    ]);
    expect(differences(await dump(store), before)).toEqual([]);
    expect(await loading(store, files)).toMatchObject({
      format: 'films-csv',
      rows: 1,
      created: 1,
      problemsTotal: 2,
    });
  });

  test('undone leaves a film that something hangs on since, and names it', async () => {
    const report = await loading(store, [csv('Kes,1969,,Ken Loach,Drama', 'Saltmarsh,1971,,,')]);
    const [kes] = await store.reader.films.byTitle('Kes', 1969);
    const tied = { filmId: kes?.id ?? '', scheme: 'tmdb', value: '1', batchId: null };
    await store.transact((writer) => writer.facts.putFilmIds([tied]));
    const undone = await undo(store, report.batch ?? '', now);
    expect(undone.kept).toMatchObject([{ what: 'film', name: 'Kes', why: 'used' }, { what: 'person' }]);
    expect(await store.reader.films.byTitle('Saltmarsh', null)).toEqual([]);
    expect(await store.reader.films.byTitle('Kes', 1969)).toHaveLength(1);
  });

  test('killed at any moment and begun again doubles nothing', async () => {
    await known(called('Film 3', 1903), called('Film 4', 1904));
    const before = await dump(store);
    const rows = Array.from(
      { length: 130 },
      (_, n) => `Film ${n},${1900 + n},tt${1_000_000 + n},Maker ${n % 7},Drama`,
    );
    const never = await loading(store, [csv(...rows)]);
    expect(never).toMatchObject({ created: 128, updated: 2 });
    const whole = shape(await dump(store));
    await undo(store, never.batch ?? '', now);
    for (let transactions = 0, stride = 0; ; transactions += stride) {
      // Closer at the beginning, where most different things happen.
      stride += 1;
      const dying = dyingAfter(store, transactions);
      const report = await loading(dying, [csv(...rows)]).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Killed);
        return null;
      });
      const [batch] = await store.reader.batches.unfinished();
      expect(await sweepBatches(store, later)).toBe(batch ? 1 : 0);
      const shown = report !== null || batch?.state === 'done';
      const after = await dump(store);
      expect(differences(shown ? shape(after) : after, shown ? whole : before)).toEqual([]);
      if (report) break;
      const last = batch?.state === 'done' ? batch.id : null;
      if (last) await undo(store, last, now);
    }
  });
});
