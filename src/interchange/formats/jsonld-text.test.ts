import { describe, expect, test } from 'vitest';
import { bare, film, refusal, rowsOf, rowsOfPage, script, told } from '../../../test/store/jsonld-rows.ts';

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
