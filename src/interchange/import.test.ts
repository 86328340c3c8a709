import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROBLEM_CODES } from '../domain/import.ts';
import { readFiles } from './import.ts';
import { fileAtHand, fileInPieces, type InputFile } from './input.ts';

const read = (bytes: Uint8Array) => readFiles([fileAtHand('f', bytes)]);

/** Reading never fails in another way than by saying why. */
async function isTold(bytes: Uint8Array): Promise<void> {
  const { taken, rows, problems, format } = await read(bytes);
  expect(problems.length).toBe(taken ? 0 : 1);
  if (!taken) expect(format).toBeNull();
  for (const { code } of problems) expect(PROBLEM_CODES).toContain(code);
  for (const { record, row } of rows) {
    expect(row).not.toBe('');
    if ('code' in record) expect(PROBLEM_CODES).toContain(record.code);
  }
}

const DOCUMENT = JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'Movie',
  name: 'Saltmarsh',
  sameAs: ['https://www.imdb.com/title/tt9990001/'],
  review: [
    {
      '@type': 'Review',
      author: { '@type': 'Person', name: 'Ada' },
      reviewRating: { ratingValue: '4/5' },
      reviewBody: 'Ti\ndal – “灯”.',
    },
    { '@type': 'Review', author: 'Bo', reviewBody: '<p>One.</p>', datePublished: '2014-05-03' },
  ],
});
const PAGE = `<!doctype html><title>x</title><script type="application/ld+json">${DOCUMENT}</script><p>y`;

describe('Whatever bytes are read', () => {
  test('any at all', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), isTold), { numRuns: 500 });
  });

  test('a document, a page and their UTF-16, cut anywhere, with any byte changed', async () => {
    for (const text of [DOCUMENT, PAGE])
      for (const encoding of ['utf8', 'utf16le'] as const) {
        const whole = Buffer.from(text, encoding);
        await fc.assert(
          fc.asyncProperty(
            fc.nat(whole.length),
            fc.nat(whole.length),
            fc.integer({ min: 0, max: 255 }),
            async (end, at, byte) => {
              const bytes = Buffer.from(whole);
              bytes[at % bytes.length] = byte;
              await isTold(bytes);
              await isTold(bytes.subarray(0, end));
              await isTold(whole.subarray(0, end));
            },
          ),
          { numRuns: 150 },
        );
      }
  });

  test('JSON of any shape under names that mean something here', async () => {
    const names = fc.constantFrom(
      '@type',
      '@id',
      '@graph',
      '@list',
      '@value',
      'review',
      'itemReviewed',
      'author',
      'name',
      'reviewRating',
      'ratingValue',
      'bestRating',
      'reviewBody',
      'url',
      'sameAs',
      'datePublished',
      '__proto__',
      'constructor',
    );
    const words = fc.constantFrom(
      'Movie',
      'Review',
      'Person',
      '#a',
      'Saltmarsh',
      '4',
      'https://a.example/1',
      '2014-05-03',
      '',
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'medium' },
        words,
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('node'),
      ),
      list: fc.array(tie('value'), { maxLength: 4 }),
      node: fc
        .array(fc.tuple(names, tie('value')), { maxLength: 6 })
        .map((entries) => Object.fromEntries(entries)),
    }));
    await fc.assert(
      fc.asyncProperty(value, (document) => isTold(Buffer.from(JSON.stringify(document)))),
      { numRuns: 1500 },
    );
  });
});

describe('Several files as one', () => {
  test('are one list of rows; each that cannot be read is one problem', async () => {
    const files: InputFile[] = [
      fileAtHand('a.jsonld', Buffer.from(DOCUMENT)),
      fileAtHand('b.png', Buffer.from([0x89, 0x50, 0x4e, 0x47])),
      fileInPieces('c.html', pieces(Buffer.from(PAGE), 7)),
    ];
    const all = await readFiles(files);
    expect(all).toMatchObject({ format: 'jsonld', taken: true, sourceName: 'a.jsonld +2' });
    expect(all.rows.map(({ file, row }) => `${file} ${row}`)).toEqual([
      'a.jsonld review[0]',
      'a.jsonld review[1]',
      'c.html review[0]',
      'c.html review[1]',
    ]);
    expect(all.problems).toEqual([
      { file: 'b.png', row: '', code: 'unknown-format', details: { kind: 'image' } },
    ]);
  });

  test('none at all', async () => {
    expect(await readFiles([])).toMatchObject({ taken: false, rows: [], problems: [] });
  });

  test('a file that breaks off while it is read is no answer but an error', async () => {
    await expect(readFiles([fileInPieces('a', broken())])).rejects.toThrow('gone');
  });
});

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

// biome-ignore lint/correctness/useYield: it breaks before its first piece
async function* broken(): AsyncGenerator<Uint8Array> {
  throw new Error('gone');
}
