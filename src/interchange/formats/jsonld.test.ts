import { describe, expect, test } from 'vitest';
import { ada, bare, film, lines, rowsOf } from '../../../test/store/jsonld-rows.ts';

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
