import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { COMMAND_LIMITS, type ExportFile, PAGE_LIMITS } from '../archive.ts';
import { Refusal } from '../row.ts';
import { openFilms } from './open.ts';
import type { ListedFilm, Rejected } from './row.ts';
import { EVERYTHING, type Sift } from './sift.ts';

/** A file that comes in pieces of so many bytes. */
function fileOf(content: string | Uint8Array, each = 7): ExportFile {
  const bytes = Buffer.from(content as string);
  return {
    path: 'list',
    async *pieces() {
      for (let at = 0; at < bytes.length; at += each) yield bytes.subarray(at, at + each);
    },
  };
}

async function read(file: ExportFile, sift: Partial<Sift> = {}, limits = COMMAND_LIMITS) {
  const { format, rows } = await openFilms(file, limits);
  const all: { row: string; said: ListedFilm | Rejected }[] = [];
  let leftOut = 0;
  for await (const some of rows({ ...EVERYTHING, ...sift })) {
    all.push(...some.rows);
    leftOut += some.leftOut;
  }
  return { format, rows: all, leftOut };
}

const films = async (file: ExportFile, sift?: Partial<Sift>) =>
  (await read(file, sift)).rows.map(({ said }) => said as ListedFilm);

async function refusal(file: ExportFile, limits = COMMAND_LIMITS): Promise<Refusal> {
  return read(file, {}, limits).then(
    () => expect.unreachable(),
    (error: unknown) => {
      expect(error).toBeInstanceOf(Refusal);
      return error as Refusal;
    },
  );
}

const HEADER =
  'tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres';
const BASICS = [
  HEADER,
  'tt0000001\tmovie\tThe "Ferry\tLa "Ferry\t0\t1931\t\\N\t98\tDrama,Romance',
  'tt0000002\tshort\tOne Lamp\tOne Lamp\t0\t\\N\t\\N\t\\N\t\\N',
  'tt0000003\ttvSeries\tNever Ends\tNever Ends\t0\t1990\t\\N\t30\tDrama',
  'tt0000004\tmovie\tBehind Doors\tBehind Doors\t1\t1975\t\\N\t70\tAdult',
  'tt0000005\ttvMovie\tSunday at Eight\tSunday at Eight\t0\t1982\t\\N\t90\tDrama',
  'tt0000006\tmovie\tcut',
  '',
].join('\n');

describe('IMDb’s title.basics', () => {
  test('is read line by line: a quotation mark is a letter, \\N is nothing, and what nobody asked for is left out', async () => {
    const { format, rows, leftOut } = await read(fileOf(BASICS));
    expect(format).toBe('films-imdb');
    expect(leftOut).toBe(3);
    expect(rows.map(({ row, said }) => [row, 'code' in said ? said.code : said.title])).toEqual([
      ['2', 'The "Ferry'],
      ['3', 'One Lamp'],
      ['7', 'truncated'],
    ]);
    expect(rows[0]?.said).toMatchObject({
      originalTitle: 'La "Ferry',
      year: 1931,
      runtime: 98,
      genres: ['Drama', 'Romance'],
      ids: [{ scheme: 'imdb', value: 'tt0000001' }],
      link: 'https://www.imdb.com/title/tt0000001/',
    });
    expect(rows[1]?.said).toMatchObject({ year: null, runtime: null, genres: [], originalTitle: null });
  });

  test('is sifted by kind, year, genre and whether it is pornography', async () => {
    const titles = async (sift: Partial<Sift>) =>
      (await read(fileOf(BASICS), sift)).rows.flatMap(({ said }) => ('code' in said ? [] : said.title));
    expect(await titles({ kinds: new Set(['tvMovie']) })).toEqual(['Sunday at Eight']);
    expect(await titles({ kinds: new Set(['movie']), adult: true })).toEqual(['The "Ferry', 'Behind Doors']);
    expect(await titles({ from: 1932 })).toEqual([]);
    expect(await titles({ to: 1931 })).toEqual(['The "Ferry']);
    expect(await titles({ genres: new Set(['romance']) })).toEqual(['The "Ferry']);
  });

  test('is unpacked as it is read; cut short, damaged or far larger than its package it is refused', async () => {
    const packed = gzipSync(BASICS);
    expect((await read(fileOf(packed))).rows).toHaveLength(3);
    expect(await refusal(fileOf(packed.subarray(0, packed.length - 12)))).toMatchObject({
      code: 'archive-broken',
      details: { kind: 'gzip' },
    });
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, 20, 40);
    expect(await refusal(fileOf(damaged))).toMatchObject({ code: 'archive-broken' });
    const bomb = gzipSync(
      `${HEADER}\n${'tt0000003\ttvSeries\ta\ta\t0\t1990\t\\N\t30\tDrama\n'.repeat(200_000)}`,
    );
    expect(await refusal(fileOf(bomb, 4096))).toMatchObject({ code: 'archive-unsafe' });
    const many = Buffer.from(`Title\n${Array.from({ length: 3000 }, (_, n) => Math.sin(n)).join('\n')}`);
    const limits = { ...PAGE_LIMITS, inflated: 20_000 };
    expect(await refusal(fileOf(gzipSync(many), 4096), limits)).toMatchObject({ code: 'too-large' });
  });

  test('with other columns, or a line without an end, is refused', async () => {
    expect(await refusal(fileOf('tconst\ttitleType\tprimary\n'))).toMatchObject({
      code: 'wrong-columns',
      details: { missing: 'primaryTitle' },
    });
    expect(await refusal(fileOf(`${HEADER}\n${'x'.repeat(30_000)}`, 4096))).toMatchObject({
      code: 'truncated',
    });
  });
});

describe('A table of films', () => {
  test('is read by our columns or names like them, whatever parts them', async () => {
    const wanted = {
      title: 'Playtime',
      originalTitle: 'Play Time',
      year: 1967,
      runtime: 124,
      countries: ['FR', 'IT'],
      languages: ['fr', 'en'],
      genres: ['Comedy'],
      credits: [
        { name: 'Jacques Tati', role: 'director', character: null },
        { name: 'Efrem Zimbalist, Jr.', role: 'actor', character: null },
        { name: 'Barbara Dennek', role: 'actor', character: null },
      ],
      ids: [
        { scheme: 'imdb', value: 'tt0062136' },
        { scheme: 'tmdb', value: '10227' },
        { scheme: 'wikidata', value: 'Q193570' },
        { scheme: 'letterboxd', value: 'playtime' },
      ],
      synopsis: 'A town of glass.',
      licence: 'CC0',
      link: 'https://films.example/playtime',
    };
    const rows = [
      'Title,Original Title,Year,Director,Cast,Country,Language,Genre,Runtime,imdb_id,tmdbId,Wikidata,Letterboxd URI,Overview,License,URL',
      'Playtime,Play Time,1967,Jacques Tati,"Efrem Zimbalist, Jr., Barbara Dennek","France, Italy","French, en",Comedy,2h 4m,62136,10227,https://www.wikidata.org/wiki/Q193570,https://letterboxd.com/film/playtime/,A town of glass.,CC0,https://films.example/playtime',
    ];
    expect(await films(fileOf(rows.join('\r\n')))).toMatchObject([wanted]);
    const german =
      '\ufeffFilmtitel;Jahr;Regie;Land;Laufzeit\nPlaytime;1967;Jacques Tati;FR;124 min\n"Mon; Oncle";1958 (I);;;x\n';
    expect(await films(fileOf(german))).toMatchObject([
      { title: 'Playtime', year: 1967, runtime: 124, countries: ['FR'] },
      { title: 'Mon; Oncle', year: 1958, runtime: null },
    ]);
    const bracketed = 'movieId,title,genres\n1,Heat (1995),Action|Crime\n2,M,(no genres listed)\n';
    expect(await films(fileOf(bracketed))).toMatchObject([
      { title: 'Heat', year: 1995, genres: ['Action', 'Crime'] },
      { title: 'M', year: null, genres: [] },
    ]);
    const list =
      'Position,Const,Title,Title Type,Runtime (mins),Year\n1,tt0000009,Kes,Movie,111,1969\n2,tt8,Z,TV Series,1,1\n';
    expect(await films(fileOf(list))).toMatchObject([
      { title: 'Kes', runtime: 111, kind: 'movie' },
      { code: 'television', details: { name: 'Z' } },
    ]);
  });

  test('takes a title of one letter, of 300, of emoji and from right to left, and no row without one', async () => {
    const long = 'ä'.repeat(300);
    const titles = ['M', long, '🎬🍿', 'אחרי החגים', '\u202eturned', ' Two  words '];
    const rows = [
      'Title,Year',
      ...titles.map((title) => `${title},`),
      ',1999',
      `${'x'.repeat(501)},`,
      'Year,soon',
    ];
    const said = (await read(fileOf(rows.join('\n')))).rows.map((one) => one.said);
    expect(said.map((one) => ('code' in one ? one.code : one.title))).toEqual([
      ...['M', long, '🎬🍿', 'אחרי החגים', 'turned', 'Two words'],
      ...['no-film-name', 'name-too-long', 'bad-date'],
    ]);
  });

  test('without a column of titles, without a letter, or of zeros, is refused; a row with zeros is rejected', async () => {
    expect(await refusal(fileOf('Year,Director\n1990,Somebody\n'))).toMatchObject({
      code: 'wrong-columns',
      details: { missing: 'Title', columns: 'Year, Director' },
    });
    expect(await refusal(fileOf(''))).toMatchObject({ code: 'empty-file' });
    for (const other of [
      Buffer.alloc(200),
      Buffer.from('%PDF-1.7\n\x01\x02'),
      Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
    ])
      expect(['unknown-format', 'nul-bytes'], String(other)).toContain((await refusal(fileOf(other))).code);
    expect((await read(fileOf('Title,Year\nKes,1969\nLo\0st,1970\n'))).rows).toMatchObject([
      { said: { title: 'Kes' } },
      { said: { code: 'nul-bytes' } },
    ]);
    expect(await refusal(fileOf(Buffer.from('Title\nKes\xe4\n', 'latin1')))).toMatchObject({
      code: 'not-utf8',
      details: { line: 2 },
    });
  });
});

describe('JSON', () => {
  const MOVIES = [
    { title: 'One } Two', year: 1901, cast: ['Ada "A" Quill', '?'], genres: ['Silent'], href: null },
    { title: 'Tide', year: 1902, cast: [], genres: [], href: 'Tide_(film)', extract: 'It comes \\ goes.' },
    { title: '', year: 1903, cast: [], genres: [] },
  ];

  test('of films from Wikipedia is read object by object; an extract keeps its licence and its page', async () => {
    const { format, rows } = await read(fileOf(JSON.stringify(MOVIES, null, 2)));
    expect(format).toBe('films-wikipedia');
    expect(rows.map(({ row }) => row)).toEqual(['[1]', '[2]', '[3]']);
    expect(rows.map(({ said }) => said)).toMatchObject([
      { title: 'One } Two', credits: [{ name: 'Ada "A" Quill', role: 'actor' }], ids: [], licence: null },
      {
        ids: [{ scheme: 'wikipedia', value: 'en:Tide_(film)' }],
        synopsis: 'It comes \\ goes.',
        synopsisLanguage: 'en',
        licence: 'CC BY-SA 4.0',
        link: 'https://en.wikipedia.org/wiki/Tide_(film)',
      },
      { code: 'no-film-name' },
    ]);
  });

  test('that ends too early or is none is refused', async () => {
    const text = JSON.stringify(MOVIES);
    expect(await refusal(fileOf(text.slice(0, -20)))).toMatchObject({ code: 'truncated' });
    expect(await refusal(fileOf(text.replace('1902', '19o2')))).toMatchObject({ code: 'not-json' });
    expect(await refusal(fileOf(`${text.slice(0, 40)}${'x'.repeat(1_100_000)}`, 65_536))).toMatchObject({
      code: 'truncated',
    });
  });

  test('of schema.org gives its films, each once, and leaves the reviews', async () => {
    const graph = [
      {
        '@type': 'Movie',
        name: 'Kes',
        datePublished: '1969',
        review: [{ '@type': 'Review', author: 'Ada' }],
      },
      { '@type': 'TVSeries', name: 'Never Ends' },
      { '@type': 'Movie', name: 'Saltmarsh', genre: 'Drama' },
    ];
    const file = fileOf(JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }));
    expect((await read(file)).rows.map(({ said }) => ('code' in said ? said.code : said.title))).toEqual([
      'Kes',
      'television',
      'Saltmarsh',
    ]);
    expect(await films(file, { genres: new Set(['drama']) })).toMatchObject([
      { code: 'television' },
      { title: 'Saltmarsh' },
    ]);
  });
});
