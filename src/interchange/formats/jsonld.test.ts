import { describe, expect, test } from 'vitest';
import { type ImportRow, Refusal } from '../row.ts';
import { parseJsonld, readJsonld, readPage } from './jsonld.ts';

const turns = async () => {};
const rowsOf = async (document: unknown): Promise<ImportRow[]> => {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return (await parseJsonld(readJsonld(text), 'f', turns)).rows;
};
const rowsOfPage = async (html: string): Promise<ImportRow[]> =>
  (await parseJsonld(readPage(html), 'f', turns)).rows;
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(() => null).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Refusal);
  const { code, details } = error as Refusal;
  return { code, details };
};

/** What a row comes to, in a line: whose review of what, or why not. */
const told = ({ row, record }: ImportRow): string =>
  'code' in record
    ? `${row}: ${record.code}`
    : `${row}: ${record.film.title}${record.film.year ? ` (${record.film.year})` : ''}${
        record.review
          ? ` by ${record.review.author.name}: ${record.review.rating ?? '–'} ${record.review.text}`
          : ''
      }`;
const lines = async (document: unknown) => (await rowsOf(document)).map(told);
const script = (content: string, type = 'application/ld+json') =>
  `<script type="${type}">${content}</script>`;

const ada = { '@type': 'Person', name: 'Ada' };
const bare = { '@type': 'Review', author: 'Ada', reviewBody: 'Tidal.' };
const film = { '@type': 'Movie', name: 'Saltmarsh', datePublished: '1974' };

describe('The shapes schema.org reviews come in', () => {
  test.each([
    ['a film with its reviews', { ...film, review: [bare] }, 'review[0]'],
    ['a film with one review', { ...film, review: bare }, 'review'],
    ['a lone review', { ...bare, itemReviewed: film }, 'Review'],
    ['an array', [{ ...bare, itemReviewed: film }], '[0]'],
    ['a graph', { '@graph': [{ ...bare, itemReviewed: film }] }, '@graph[0]'],
    [
      'a graph whose parts name each other',
      {
        '@graph': [
          { '@id': '#film', ...film },
          { '@id': '#ada', ...ada },
          {
            '@type': 'Review',
            author: { '@id': '#ada' },
            itemReviewed: { '@id': '#film' },
            reviewBody: 'Tidal.',
          },
        ],
      },
      '@graph[2]',
    ],
    [
      'a graph whose film names its reviews',
      {
        '@graph': [
          { ...film, review: [{ '@id': '#r' }] },
          { '@id': '#r', ...bare },
        ],
      },
      '@graph[1]',
    ],
    [
      'types in a list',
      { ...film, '@type': ['CreativeWork', 'Movie'], review: { ...bare, '@type': ['Review'] } },
      'review',
    ],
    [
      'types and names as whole addresses',
      {
        '@type': 'http://schema.org/Movie',
        'http://schema.org/name': 'Saltmarsh',
        'http://schema.org/datePublished': '1974',
        'http://schema.org/review': {
          '@type': 'https://schema.org/Review',
          'https://schema.org/author': 'Ada',
          'https://schema.org/reviewBody': 'Tidal.',
        },
      },
      'http://schema.org/review',
    ],
    [
      'types and names with a prefix',
      {
        '@context': { schema: 'http://schema.org/' },
        '@type': 'schema:Movie',
        'schema:name': { '@value': 'Saltmarsh' },
        'schema:datePublished': '1974',
        'schema:review': {
          '@list': [{ '@type': 'schema:Review', 'schema:author': 'Ada', 'schema:reviewBody': 'Tidal.' }],
        },
      },
      'schema:review.@list[0]',
    ],
    [
      'a work that is only said to be one',
      { ...bare, itemReviewed: { '@type': 'CreativeWork', name: 'Saltmarsh', dateCreated: '1974' } },
      'Review',
    ],
    ['a film that is only named', { ...bare, itemReviewed: 'Saltmarsh (1974)' }, 'Review'],
    [
      'a review that is an article too',
      { ...bare, '@type': ['Article', 'Review'], itemReviewed: film },
      'Article',
    ],
    ['a page about a film', { '@type': 'WebPage', mainEntity: film, review: bare }, 'review'],
    [
      'a page whose main thing is the film',
      { '@type': 'WebPage', mainEntity: { ...film, review: bare } },
      'mainEntity.review',
    ],
    [
      'a list of reviews',
      {
        '@type': 'ItemList',
        itemListElement: [{ '@type': 'ListItem', item: { ...bare, itemReviewed: film } }],
      },
      'itemListElement[0].item',
    ],
    [
      'a film page that says again which film its review is of',
      {
        ...film,
        url: 'https://www.imdb.com/title/tt9990001/',
        review: { ...bare, itemReviewed: { '@type': 'Movie', url: 'https://www.imdb.com/title/tt9990001/' } },
      },
      'review',
    ],
    [
      'a film page that says its name again',
      {
        ...film,
        name: 'Salt&#109;arsh',
        review: { ...bare, itemReviewed: { '@type': 'Movie', name: 'Salt&#109;arsh' } },
      },
      'review',
    ],
    [
      'reviews under their average',
      { ...film, aggregateRating: { '@type': 'AggregateRating', ratingValue: 4.9, review: bare } },
      'aggregateRating.review',
    ],
  ])('%s', async (_, document, place) => {
    for (const context of ['https://schema.org', 'http://schema.org/', ['https://schema.org', {}]]) {
      const whole = Array.isArray(document) ? document : { '@context': context, ...document };
      expect(await lines(whole)).toEqual([`${place}: Saltmarsh (1974) by Ada: – Tidal.`]);
    }
  });

  test.each([
    ['a name', 'Ada'],
    ['somebody', ada],
    ['a list of one', [ada]],
    ['a list of one name', ['Ada']],
    ['an organisation', { '@type': 'Organization', name: 'Ada' }],
    ['somebody without a type', { name: 'Ada' }],
    ['somebody by another name', { '@type': 'Person', alternateName: 'Ada' }],
  ])('an author as %s', async (_, author) => {
    expect(await lines({ ...bare, author, itemReviewed: film })).toEqual([
      'Review: Saltmarsh (1974) by Ada: – Tidal.',
    ]);
  });

  test('two authors of one review sign it together', async () => {
    const author = [ada, { givenName: 'Bo', familyName: 'Winter' }];
    expect(await lines({ ...bare, author, itemReviewed: film })).toEqual([
      'Review: Saltmarsh (1974) by Ada, Bo Winter: – Tidal.',
    ]);
  });

  test('several films of one file, each with its own', async () => {
    expect(
      await lines([
        { ...film, review: [bare, { ...bare, author: 'Bo' }] },
        { '@type': 'Movie', name: 'Kiri', review: { ...bare, reviewRating: { ratingValue: 4 } } },
        { '@type': 'Movie', name: 'Unreviewed' },
      ]),
    ).toEqual([
      '[0].review[0]: Saltmarsh (1974) by Ada: – Tidal.',
      '[0].review[1]: Saltmarsh (1974) by Bo: – Tidal.',
      '[1].review: Kiri by Ada: 8 Tidal.',
      '[2]: Unreviewed',
    ]);
  });

  test('an average is nobody’s review', async () => {
    const aggregateRating = { '@type': 'AggregateRating', ratingValue: 4.9, reviewCount: 10 };
    expect(await lines({ ...film, aggregateRating })).toEqual(['Movie: Saltmarsh (1974)']);
  });
});

describe('What is wrong with a row', () => {
  const one = async (review: object, about: unknown = film) => {
    const [row] = await rowsOf([{ ...bare, itemReviewed: about, ...review }]);
    return row && 'code' in row.record ? row.record : null;
  };

  test.each([
    ['no author', { author: undefined }, film, 'no-author', {}],
    ['an author without a name', { author: { '@type': 'Person' } }, film, 'no-author', {}],
    ['an author who is only an address', { author: 'https://ada.example/' }, film, 'no-author', {}],
    ['no film', {}, null, 'no-film', {}],
    ['a film without a name', {}, { '@type': 'Movie', datePublished: '1974' }, 'no-film-name', {}],
    [
      'a series',
      {},
      { '@type': 'TVSeries', name: 'Harbour' },
      'television',
      { type: 'TVSeries', name: 'Harbour' },
    ],
    [
      'an episode',
      {},
      { '@type': 'TVEpisode', name: 'Two' },
      'television',
      { type: 'TVEpisode', name: 'Two' },
    ],
    ['a book', {}, { '@type': 'Book', name: 'Salt' }, 'not-a-film', { type: 'Book', name: 'Salt' }],
    [
      'a rating above its scale',
      { reviewRating: { ratingValue: 11, bestRating: 5 } },
      film,
      'rating-outside-scale',
      { value: '11', best: '5', worst: '0' },
    ],
    [
      'a rating below its scale',
      { reviewRating: { ratingValue: -1 } },
      film,
      'rating-outside-scale',
      { value: '-1', best: '5', worst: '0' },
    ],
    ['neither words nor a rating', { reviewBody: ' ' }, film, 'nothing-said', {}],
    ['markup without words', { reviewBody: '<p><img src="x"></p>' }, film, 'nothing-said', {}],
    ['a name without an end', { author: 'A'.repeat(201) }, film, 'name-too-long', { most: 200 }],
    ['a text without an end', { reviewBody: 'x'.repeat(100_001) }, film, 'too-long', { most: 100_000 }],
  ])('%s', async (_, review, about, code, details) => {
    expect(await one(review, about)).toEqual({ code, details });
  });

  test('what is no review where one should be is told with its place; the others are taken', async () => {
    expect(
      await lines({ ...film, review: [bare, 'Lovely!', { '@type': 'Comment', text: 'Hm.' }, 7, null] }),
    ).toEqual([
      'review[0]: Saltmarsh (1974) by Ada: – Tidal.',
      'review[1]: not-a-review',
      'review[2]: not-a-review',
      'review[3]: not-a-review',
      'review[4]: not-a-review',
    ]);
  });
});

describe('Documents that are nested without end', () => {
  const deep = (around: (inner: string) => string, inner: string, times = 10_000) => {
    const [open = '', close = ''] = around('\0').split('\0');
    return open.repeat(times) + inner + close.repeat(times);
  };
  const review = JSON.stringify({ ...bare, itemReviewed: film });

  test('arrays, objects and graphs ten thousand deep are given up by name; what stands beside them is taken', async () => {
    for (const around of [
      (inner: string) => `[${inner}]`,
      (inner: string) => `{"@graph":[${inner}]}`,
      (inner: string) => `{"@type":"Movie","name":"Deep","review":${inner}}`,
    ]) {
      const rows = await rowsOf(`{"@graph":[${review},${deep(around, review)}]}`);
      expect(told(rows[0]!)).toBe('@graph[0]: Saltmarsh (1974) by Ada: – Tidal.');
      expect(rows.map(({ record }) => ('code' in record ? record.code : ''))).toContain('too-deep');
      expect(rows.every(({ row }) => row.length < 600)).toBe(true);
    }
  });

  test('a document that is nothing but depth is refused', async () => {
    for (const text of [
      deep((inner) => `[${inner}]`, review),
      deep((inner) => `{"a":${inner}}`, '1', 1_000_000),
    ])
      expect(await refusal(rowsOf(text))).toEqual({ code: 'too-deep', details: {} });
  });

  test('a page of elements ten thousand deep is read', async () => {
    const page = deep((inner) => `<div>${inner}</div>`, script(review));
    expect((await rowsOfPage(page)).map(told)).toEqual(['Review: Saltmarsh (1974) by Ada: – Tidal.']);
  });

  test('a review of elements ten thousand deep is read as its words', async () => {
    const reviewBody = deep((inner) => `<b>${inner}</b>`, 'Tidal.');
    const [row] = await rowsOf({ ...bare, reviewBody, itemReviewed: film });
    expect(row?.record).toMatchObject({ review: { text: reviewBody, format: 'html' } });
  });
});

describe('Text that is no whole JSON', () => {
  test.each([
    ['cut in a string', '{\n"name": "Salt', 'truncated', { line: 2 }],
    ['cut after a comma', '{\n"a": 1,\n', 'truncated', { line: 3 }],
    ['cut in a list', '[[1,2', 'truncated', { line: 1 }],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 'not-json', { line: 3, column: 3 }],
    ['closed twice', '{"a":1}}', 'not-json', { line: 1, column: 8 }],
    ['not a number', '{"a": NaN}', 'not-json', { line: 1, column: 7 }],
    ['JavaScript', "{name: 'Salt'}", 'not-json', { line: 1, column: 2 }],
  ])('%s', async (_, text, code, details) => {
    expect(await refusal(rowsOf(text))).toEqual({ code, details });
  });

  test('comments and CDATA around it, a line break in a string and a comma too many are mended', async () => {
    const json = `{"@type":"Movie","name":"Saltmarsh","review":{"@type":"Review","author":"Ada","reviewBody":"Two\nlines.",},}`;
    for (const [before, after] of [
      ['', ''],
      ['/* <![CDATA[ */\n', '\n/* ]]> */'],
      ['//<![CDATA[\n', '\n//]]>'],
      ['<!--\n', '\n-->'],
      ['\ufeff', ';'],
    ]) {
      const [row] = await rowsOfPage(script(`${before}${json}${after}`));
      expect(row?.record).toMatchObject({ review: { text: 'Two\nlines.' } });
    }
  });

  test('a document of something else, and none at all', async () => {
    for (const other of [
      { '@type': 'Recipe', name: 'Soup' },
      { id: 7, title: 'Salt', reviews: { page: 1, results: [{ author: 'Ada' }] } },
    ])
      expect(await refusal(rowsOf(other))).toEqual({ code: 'nothing-in-it', details: {} });
    for (const value of ['7', '"film"', 'null', 'true'])
      expect((await refusal(rowsOf(value))).code).toBe('nothing-in-it');
    expect(await rowsOf([])).toEqual([]);
    expect(await rowsOf({ '@graph': [] })).toEqual([]);
    expect(await refusal(rowsOfPage('<p>A page.</p><script>var a = 1</script>'))).toEqual({
      code: 'no-jsonld',
      details: {},
    });
  });
});

describe('Saved pages', () => {
  test('every script is read; one that breaks is told, the others are taken', async () => {
    const page = `<!doctype html><title>x</title>${script(JSON.stringify({ ...film, review: bare }))}
      <!-- ${script(JSON.stringify({ ...film, name: 'In a comment', review: bare }))} -->
      <textarea>${script(JSON.stringify({ ...film, name: 'In a field', review: bare }))}</textarea>
      ${script('{"@type": "Movie"')}
      ${script(
        JSON.stringify({ ...bare, itemReviewed: { '@type': 'Movie', name: 'Kiri' } }),
        "Application/LD+JSON; charset='utf-8'",
      )
        .replace('="', "='")
        .replace('">', "'>")
        .replace("='utf-8'", '=utf-8')}`;
    expect((await rowsOfPage(page)).map(told)).toEqual([
      'script[1].review: Saltmarsh (1974) by Ada: – Tidal.',
      'script[2]: truncated',
      'script[3].Review: Kiri by Ada: – Tidal.',
    ]);
  });

  test('the line of a fault is the page’s', async () => {
    const page = `<html>\n\n${script('{\n"a": nothing\n}')}`;
    expect(await refusal(rowsOfPage(page))).toEqual({ code: 'not-json', details: { line: 4, column: 6 } });
  });
});

describe('What a review says', () => {
  const review = async (more: object) => {
    const [row] = await rowsOf([{ ...bare, itemReviewed: film, ...more }]);
    if (!row || 'code' in row.record || !row.record.review) throw new Error(JSON.stringify(row));
    return row.record.review;
  };

  test.each([
    ['2014-05-03', '2014-05-03', '2014-05-03'],
    ['2014-05-03T23:30:00+02:00', '2014-05-03', '2014-05-03T21:30:00.000Z'],
    ['2014-05-03T23:30:00-0700', '2014-05-03', '2014-05-04T06:30:00.000Z'],
    ['2014-05-03T00:10:00+13:00', '2014-05-03', '2014-05-02T11:10:00.000Z'],
    ['2014-05-03 21:00', '2014-05-03', '2014-05-03'],
    ['20140503', '2014-05-03', '2014-05-03'],
    ['2014-05', '2014-05', '2014-05'],
    ['2014', '2014', '2014'],
    ['2014-02-30', null, null],
    ['yesterday', null, null],
  ])('a date keeps its day, whatever its zone: %s', async (datePublished, written, ordered) => {
    expect(await review({ datePublished })).toMatchObject({ written, ordered });
  });

  test.each([
    ['Cold, and <3 for it. 5 > 4 & so on.', 'plain'],
    ['Two\nlines', 'plain'],
    ['<p>One.</p><p>Two.</p>', 'html'],
    ['One.<br>Two.', 'html'],
    ['A <b>bold</b> film', 'html'],
    ['A <b>bold</b> film\nin two lines', 'lbml'],
    ['It&#39;s &quot;good&quot; &amp; short', 'html'],
    ['AT&T; R&D', 'plain'],
  ])('%j is kept byte for byte and read as %s', async (reviewBody, format) => {
    expect(await review({ reviewBody })).toMatchObject({ text: reviewBody, format });
  });

  test('an address of its own, a place, a language and a title', async () => {
    expect(
      await review({
        url: 'https://www.ada.example/saltmarsh/',
        publisher: { '@type': 'Organization', name: 'Elsewhere', url: 'https://elsewhere.example/' },
        inLanguage: 'pt_BR',
        name: 'The tide does the acting',
        author: { name: 'Ada', url: 'https://elsewhere.example/' },
      }),
    ).toMatchObject({
      address: 'ada.example/saltmarsh',
      link: 'https://www.ada.example/saltmarsh/',
      place: 'Elsewhere',
      language: 'pt-BR',
      title: 'The tide does the acting',
      // The publisher's front page is nobody's profile.
      author: { name: 'Ada', link: null },
      spoiler: 'unknown',
    });
  });

  test('names and titles are read as the HTML many pages write them in', async () => {
    const [row] = await rowsOf({
      '@type': 'Movie',
      name: 'L&apos;&eacute;cume &amp; l&#39;eau',
      review: {
        ...bare,
        author: 'O&#x27;Brien',
        name: 'So &quot;tidal&quot;',
        reviewBody: '&quot;Tidal&quot; &lt;3',
      },
    });
    expect(row?.record).toMatchObject({
      film: { title: "L'écume & l'eau" },
      review: {
        author: { name: "O'Brien" },
        title: 'So "tidal"',
        text: '&quot;Tidal&quot; &lt;3',
        format: 'html',
      },
    });
    const [plain] = await rowsOf({ ...film, name: 'AT&T; R&D &amp', review: bare });
    expect(plain?.record).toMatchObject({ film: { title: 'AT&T; R&D &amp' } });
  });

  test('links that lead nowhere safe are none', async () => {
    const said = await review({
      url: 'javascript:alert(1)',
      author: { name: 'Ada', url: 'data:text/html,x' },
    });
    expect(said).toMatchObject({ link: null, address: null, author: { link: null } });
  });

  test('an address that several reviews share is the page they stand on', async () => {
    const url = 'https://club.example/saltmarsh';
    const rows = await rowsOf({
      ...film,
      review: [
        { ...bare, url },
        { ...bare, author: 'Bo', url },
      ],
    });
    for (const { record } of rows) expect(record).toMatchObject({ review: { address: null, link: url } });
  });

  test('what no database keeps is left out, and nothing of an object’s own making is believed', async () => {
    expect(await review({ reviewBody: 'a\0b\ud800c' })).toMatchObject({ text: 'ab\ufffdc' });
    const rows = await rowsOf(
      '{"__proto__":{"review":[]},"constructor":{"name":"x"},"@type":"Movie","name":"Saltmarsh"}',
    );
    expect(rows.map(told)).toEqual(['Movie: Saltmarsh']);
  });
});
