import { describe, expect, test } from 'vitest';
import { bare, film, rowsOf, told } from '../../../test/store/jsonld-rows.ts';

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
