import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertFilms } from '../../src/domain/new-film.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { houselights } from './command.ts';

const BASICS =
  'tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n';
const AKAS = 'titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle\n';
const PRINCIPALS = 'tconst\tordering\tnconst\tcategory\tjob\tcharacters\n';
const NAMES = 'nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles\n';

describe('houselights films facts', () => {
  let folder: string;
  let data: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'imdb-'));
    data = join(folder, 'data');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, text: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, name.endsWith('.gz') && typeof text === 'string' ? gzipSync(text) : text);
    return path;
  };
  const whole = () => [
    file(
      'title.basics.tsv.gz',
      `${BASICS}tt0113276\ttvSeries\tNot it\tNot it\t0\t1995\t1999\t60\tDrama\r\ntt0113277\tmovie\tHeat "1"\tHeat\t0\t1995\t\\N\t170\tCrime,Drama\ntt0999999\tvideoGame\tA game\tA game\t0\t\\N\t\\N\t\\N\t\\N\n`,
    ),
    file(
      'title.akas.tsv.gz',
      `${AKAS}tt0113277\t1\tСхватка\tRU\t\\N\t\\N\t\\N\t0\ntt0113277\t2\tHeat\t\\N\t\\N\toriginal\t\\N\t1\ntt0113277\t3\tLa chaleur\tCA\tfr\timdbDisplay\t\\N\t0\n`,
    ),
    file(
      'title.crew.tsv',
      'tconst\tdirectors\twriters\ntt0113277\tnm0000520\tnm0000520,nm0000001\ntt0000001\tnm0000009\t\\N\n',
    ),
    file(
      'title.principals.tsv.gz',
      `${PRINCIPALS}tt0113277\t2\tnm0000134\tactor\t\\N\t["Neil McCauley"]\ntt0113277\t1\tnm0000199\tactor\t\\N\t["Vincent","Hanna"]\ntt0113277\t3\tnm0000520\tdirector\t\\N\t\\N\n`,
    ),
    file(
      'name.basics.tsv.gz',
      `${NAMES}nm0000134\tRobert De Niro\t1943\t\\N\tactor\ttt0113277\nnm0000199\tAl Pacino\t1940\t\\N\tactor\ttt0113277\nnm0000520\tMichael Mann\t1943\t\\N\tdirector\ttt0113277\n`,
    ),
  ];
  const run = (...words: string[]) => houselights(['films', 'facts', ...words, '--data', data, '--json']);
  const inStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore(join(data, 'houselights.sqlite'));
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  const films = (...all: Record<string, unknown>[]) =>
    inStore((store) =>
      store.transact((writer) => {
        const made = all.map((film) => ({
          facts: Object.entries(film).map(([field, value]) => ({ field, value })),
        }));
        return insertFilms(writer, made, { source: 'import', batchId: null, now: 1 });
      }),
    );
  const film = (id = '') => inStore(async ({ reader }) => (await reader.films.byId(id))!);

  test('fills the films that are here by their ids, adds none, and takes it back', async () => {
    const [heat, game] = await films(
      { title: 'Heat', 'id:imdb': 'tt0113277', genres: ['Thriller'] },
      { title: 'A game', 'id:imdb': 'tt0999999' },
      { title: 'Unheard of', 'id:imdb': 'tt7777777' },
    );
    const ended = await run(...whole(), '--licensed');
    expect(ended.code).toBe(0);
    expect(ended.json()).toMatchObject({ films: 3, known: 1, changed: 1, others: 1 });
    expect(await film(heat)).toMatchObject({
      ...{ title: 'Heat', year: 1995, runtime: 170, genres: ['Thriller'] },
      details: {
        titles: expect.arrayContaining([
          { title: 'Схватка', language: null },
          { title: 'La chaleur', language: 'fr' },
        ]),
        sources: [
          { source: 'imdb', licence: 'IMDb Data Sets', link: 'https://www.imdb.com/title/tt0113277/' },
        ],
      },
    });
    expect(await film(game)).toMatchObject({ year: null });
    await inStore(async ({ reader }) => {
      const credits = await reader.films.credits(heat ?? '');
      expect(credits.map(({ role, name, character }) => [role, name, character])).toEqual([
        ['director', 'Michael Mann', null],
        ['actor', 'Al Pacino', 'Vincent / Hanna'],
        ['actor', 'Robert De Niro', 'Neil McCauley'],
        ['writer', 'Michael Mann', null],
      ]);
      expect(await reader.films.count()).toBe(3);
      expect((await reader.site.get()).settings.imdbFiles).toBe(true);
    });
    expect((await run(...whole(), '--licensed')).json()).toMatchObject({ known: 1, changed: 0 });
    expect((await run('--forget')).json()).toEqual({ films: 1 });
    expect(await film(heat)).toMatchObject({ title: 'Heat', year: null, runtime: null });
  });

  test('asks for the word that this may be done, and does nothing without it', async () => {
    const [heat] = await films({ title: 'Heat', 'id:imdb': 'tt0113277' });
    const ended = await run(...whole());
    expect(ended).toMatchObject({ code: 2 });
    expect(ended.json()).toMatchObject({ error: { message: expect.stringContaining('--licensed') } });
    expect((await run('--licensed')).code).toBe(2);
    expect(await film(heat)).toMatchObject({ year: null });
  });

  test('leaves ratings and says why; of a file that breaks it takes nothing, and of the others all', async () => {
    const [heat] = await films({ title: 'Heat', 'id:imdb': 'tt0113277' });
    const [basics = '', akas = '', , ...more] = whole();
    const long = `${AKAS}${'tt0113277\t1\tA title\tRU\t\\N\t\\N\t\\N\t0\n'.repeat(5000)}`;
    const packed = gzipSync(long);
    writeFileSync(akas, packed.subarray(0, packed.length - 20));
    const ratings = file('title.ratings.tsv', 'tconst\taverageRating\tnumVotes\ntt0113277\t8.3\t700000\n');
    const page = file('page.html', '<!doctype html>');
    const ended = await run(basics, akas, ratings, page, join(folder, 'missing.tsv'), ...more, '--licensed');
    expect(ended.code).toBe(0);
    expect(ended.json()).toMatchObject({
      known: 1,
      files: [
        { table: 'basics', fault: null },
        { table: 'akas', fault: 'truncated' },
        { table: 'ratings', fault: 'ratings' },
        { table: null, fault: 'unknown' },
        { table: null, fault: 'unreadable' },
        { table: 'principals', fault: null },
        { table: 'names', fault: null },
      ],
    });
    const { details } = await film(heat);
    expect(details.titles).toBeUndefined();
    expect((await houselights(['films', 'facts', ratings, '--licensed', '--data', data])).err).toContain(
      'no review of anybody’s',
    );
  });
});
