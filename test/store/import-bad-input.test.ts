import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportReport } from '../../src/domain/import.ts';
import { READER } from '../../src/domain/viewer.ts';
import { importRead, preview, readFiles } from '../../src/interchange/import.ts';
import {
  fileAtHand,
  fileInPieces,
  fileOnDisk,
  type InputFile,
  largestFile,
} from '../../src/interchange/input.ts';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { imports as german } from '../../src/words/de/import.ts';
import { imports as english } from '../../src/words/en/import.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { clock, dump, importing, movie, OWNER, review, stars } from './importing.ts';

const now = clock(Date.UTC(2026, 10, 26));
const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const GOOD = movie('Saltmarsh', [review('Ada Quill', 'The tide does the acting.', stars(4))]);

/** What is said of each problem, in two languages; a code without a sentence fails. */
function sentences({ problems }: ImportReport): string[] {
  return problems.map(({ file, row, code, details }) => {
    for (const words of [english, german]) {
      const sentence = words.problem[code](details);
      expect(sentence).toMatch(/^\S.*[.!?]$/);
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
    }
    return `${english.where(file, row)}: ${english.problem[code](details)}`;
  });
}

describeOnBothEngines('Bad input', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ store, drop } = await freshStore(engine));
  });
  afterAll(() => drop());

  const reviewsOf = async (title: string) => {
    const film = (await store.reader.films.byTitle(title, null))[0]!;
    const ask = { sort: 'newest', filter: {}, after: null, limit: 200 } as const;
    return (await store.reader.reviews.ofFilm(film.id, READER, ask)).reviews;
  };
  /** Imports what must be refused, and looks that nothing at all was written. */
  const refused = async (...files: InputFile[]) => {
    const before = { ...(await dump(store)), batches: await store.reader.batches.list(100) };
    const report = await importRead(store, await readFiles(files, 1_000_000), OWNER);
    expect(report).toMatchObject({ batch: null, rows: 0, created: 0, updated: 0 });
    expect(report.problemsTotal).toBe(report.problems.length);
    expect({ ...(await dump(store)), batches: await store.reader.batches.list(100) }).toEqual(before);
    return sentences(report);
  };

  test.each<[string, InputFile, RegExp]>([
    ['a picture', fileAtHand('a.jsonld', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10])), /picture/],
    ['plain text', fileAtHand('a.txt', Buffer.from('The tide does the acting.')), /could not be told/],
    ['nothing', fileAtHand('a.jsonld', Buffer.alloc(0)), /empty/],
    [
      'half a file',
      fileAtHand('a.jsonld', json(GOOD).subarray(0, 120)),
      /stops in the middle of something, at line 1/,
    ],
    ['Latin-1', fileAtHand('a.jsonld', Buffer.from('{"name":"caf\xe9"}', 'latin1')), /Line 1 is not UTF-8/],
    ['broken JSON', fileAtHand('a.jsonld', Buffer.from('{\n"name" "x"}')), /line 2, column 8/],
    ['a recipe', fileAtHand('a.jsonld', json({ '@type': 'Recipe' })), /neither a film nor a review/],
    [
      'a page without data',
      fileAtHand('a.html', Buffer.from('<!doctype html><p>Hello.')),
      /no schema\.org data/,
    ],
    ['a large file', fileAtHand('a.jsonld', Buffer.alloc(1_000_001, 32)), /larger than 1 MB/],
    ['a large file that comes in pieces', fileInPieces('a', endless()), /larger than 1 MB/],
    ['a file that is not there', fileOnDisk('/nowhere/at/all.jsonld'), /no such file/],
    ['a folder', fileOnDisk(tmpdir()), /folder/],
  ])('%s is refused with a sentence, and nothing is written', async (_, file, sentence) => {
    const said = await refused(file);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(sentence);
    expect(said[0]!.startsWith(`${file.name}: `)).toBe(true);
  });

  test('a file beyond the limit is refused before it is read, and the limit follows the memory there is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'houselights-test-'));
    const path = join(folder, 'reviews.jsonld');
    writeFileSync(path, '{');
    truncateSync(path, 400_000_000);
    try {
      const read = await readFiles([fileOnDisk(path)]);
      expect(read.problems).toMatchObject([{ code: 'too-large', details: { most: largestFile() } }]);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(largestFile(128_000_000, 4_000_000_000)).toBe(128_000_000);
    expect(largestFile(128_000_000, 400_000_000)).toBe(50_000_000);
  });

  test('an unreadable file among good ones is one problem and no row', async () => {
    const before = await dump(store);
    const files = [
      fileAtHand('a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47])),
      fileAtHand('b.jsonld', json(GOOD)),
    ];
    const report = await importRead(store, await readFiles(files), OWNER);
    expect(report).toMatchObject({ rows: 1, created: 1, rejected: 0, problemsTotal: 1 });
    expect(sentences(report)).toEqual([expect.stringMatching(/^a\.png: This is a picture\./)]);
    await undo(store, report.batch!, now);
    expect(await dump(store)).toEqual(before);
  });

  test('an empty list is an import of nothing', async () => {
    const report = await importing(store, []);
    expect(report).toMatchObject({ rows: 0, created: 0, problems: [], batch: expect.any(String) });
  });

  test('good rows land, each bad one is listed with its place and its reason', async () => {
    const before = await dump(store);
    const file = [
      movie('The Long Ferry', [
        review('Ada Quill', 'Eleven of five.', stars(11, { bestRating: 5 })),
        review('Bo Winter', 'Less than nothing.', stars(-1)),
        review('Cy Marlow', 'Three of four.', stars(3, { bestRating: 4 })),
        review('Dee Arno', 'Seven of ten.', stars(7, { bestRating: 10, worstRating: 1 })),
        review('Eli Sand', 'Eighty-four of a hundred.', stars('84', { bestRating: '100' })),
        { '@type': 'Review', reviewBody: 'Nobody wrote this.' },
        'not a review',
      ]),
      { ...review('Ada Quill', 'Of what?'), '@context': 'https://schema.org' },
      { ...review('Ada Quill', 'Of something.'), itemReviewed: { '@type': 'Movie' } },
      { ...review('Ada Quill', 'Nine episodes.'), itemReviewed: { '@type': 'TVSeries', name: 'Harbour' } },
    ];
    const looked = await preview(store, await readFiles([fileAtHand('reviews.jsonld', json(file))]), OWNER);
    expect(await dump(store)).toEqual(before);
    const report = await importing(store, file);
    expect(report).toMatchObject({ rows: 10, created: 3, rejected: 7, problemsTotal: 7 });
    expect(looked).toEqual({ ...report, batch: null });
    expect(sentences(report)).toEqual([
      'reviews.jsonld, [0].review[0]: The rating 11 lies outside its scale, 0 to 5.',
      'reviews.jsonld, [0].review[1]: The rating -1 lies outside its scale, 0 to 5.',
      expect.stringMatching(/^reviews\.jsonld, \[0\]\.review\[5\]: /),
      expect.stringMatching(/^reviews\.jsonld, \[0\]\.review\[6\]: /),
      expect.stringMatching(/^reviews\.jsonld, \[1\]: /),
      expect.stringMatching(/^reviews\.jsonld, \[2\]: /),
      expect.stringMatching(/^reviews\.jsonld, \[3\]: “Harbour” was made for television/),
    ]);
    const kept = await store.reader.batches.problems(report.batch!, 100);
    expect(kept.map(({ code, outcome }) => `${code} ${outcome}`)).toEqual(
      report.problems.map(({ code }) => `${code} rejected`),
    );
    const shown = await reviewsOf('The Long Ferry');
    expect(shown.map(({ authorName, rating, score }) => [authorName, rating, score])).toEqual([
      ['Cy Marlow', 8, '3/4'],
      ['Dee Arno', 7, null],
      ['Eli Sand', 8, '84/100'],
    ]);
    await undo(store, report.batch!, now);
    expect(await dump(store)).toEqual(before);
  });

  test('markup in a review is shown as far as it is allowed, and kept byte for byte', async () => {
    const before = await dump(store);
    const bodies = {
      'Ada Quill': '<p>One <b>bold</b> line.</p><script>alert(1)</script><p onclick="x()">Two.</p>',
      'Bo Winter': 'It&#39;s &quot;good&quot; &amp; <i>short</i>',
      'Cy Marlow': 'I <3 it, 5 > 4 & more',
      'Dee Arno': '<a href="javascript:alert(1)">here</a> and <a href="https://ok.example/">there</a>',
      'Eli Sand': `${'<b>'.repeat(9000)}deep${'</b>'.repeat(9000)}`,
    };
    const report = await importing(
      store,
      movie(
        'Kiri',
        Object.entries(bodies).map(([author, body]) => review(author, body)),
      ),
    );
    expect(report).toMatchObject({ created: 5, rejected: 0 });
    const shown = new Map((await reviewsOf('Kiri')).map((one) => [one.authorName, one]));
    const html = (name: string) => shown.get(name)?.html ?? '';
    expect(html('Ada Quill')).toBe('<p>One <b>bold</b> line.</p><p>Two.</p>');
    expect(html('Bo Winter').replaceAll('&quot;', '"')).toBe('<p>It\'s "good" &amp; <i>short</i></p>');
    expect(html('Cy Marlow')).toContain('I &lt;3 it, 5 &gt; 4 &amp; more');
    expect(html('Dee Arno')).not.toContain('javascript');
    expect(html('Dee Arno')).toContain('href="https://ok.example/"');
    expect(html('Eli Sand')).toMatch(/deep/);
    expect(html('Eli Sand').length).toBeLessThan(100_000);
    for (const [name, body] of Object.entries(bodies)) {
      const words = await store.engine.read
        .selectFrom('reviews')
        .select('source')
        .where('entry_id', '=', shown.get(name)!.id)
        .executeTakeFirst();
      expect(words?.source).toBe(body);
    }
    await undo(store, report.batch!, now);
    expect(await dump(store)).toEqual(before);
  });

  test('names, titles and words of any script, any length and any malice are only letters', async () => {
    const before = await dump(store);
    const names = [
      '花様年華',
      'Ärger & <b>Söhne</b>',
      "Robert'); DROP TABLE entries;--",
      '👩‍👩‍👧',
      'e\u0301',
      '\u202eevil',
      '%_\\',
    ];
    const report = await importing(
      store,
      names.map((name) => movie(name, [review(name, name)])),
    );
    expect(report).toMatchObject({ rows: names.length, created: names.length, rejected: 0 });
    expect(
      await importing(
        store,
        names.map((name) => movie(name, [review(name, name)])),
      ),
    ).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: names.length,
    });
    const slugs = await store.engine.read.selectFrom('films').select('slug').execute();
    expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(slugs.length);
    await undo(store, report.batch!, now);
    const after = await dump(store);
    expect(after).toEqual(before);
  });

  test('more problems than a report lists are all counted, and all kept', async () => {
    const many = Array.from({ length: 1500 }, (_, n) => ({ '@type': 'Review', reviewBody: `Number ${n}` }));
    const report = await importing(store, movie('Nobody', [...many, review('Ada Quill', 'Me.')]));
    expect(report).toMatchObject({ rows: 1501, created: 1, rejected: 1500, problemsTotal: 1500 });
    expect(report.problems).toHaveLength(1000);
    expect(await store.reader.batches.problems(report.batch!, 5000)).toHaveLength(1500);
    await undo(store, report.batch!, now);
  });
});

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield Buffer.alloc(65_536, 32);
}
