import { afterAll, beforeAll, expect, test } from 'vitest';
import { importAccount } from '../../src/interchange/account/import.ts';
import { findLetterboxd } from '../../src/interchange/formats/letterboxd/export.ts';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { imports as german } from '../../src/words/de/import.ts';
import { imports as english } from '../../src/words/en/import.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { clock, dump } from './importing.ts';
import { ACCOUNT } from './letterboxd-files.ts';

const now = clock(Date.UTC(2026, 10, 26));

/** What a cell may hold that no page, index or terminal should. */
const EVIL: Readonly<Record<string, string>> = {
  'very long': 'x'.repeat(300_000),
  'many words': Array.from({ length: 600 }, (_, n) => `word ${n}`).join(', '),
  'a long link': `https://boxd.it/${'a'.repeat(5000)}`,
  'a link to a script': 'javascript:alert(1)',
  'a link with a password': 'https://me:secret@boxd.it/x',
  'a link to itself': 'data:text/html,<script>alert(1)</script>',
  controls: 'a\u001b[2J\u0007\u0008\u009bb',
  'turning marks': '\u202eabc\u2066',
  'nothing to see': '\u200b\u00a0\u3000',
  zeros: 'a\0b',
  'no characters': '\uffff\ufffe',
  'a large number': '99999999999999',
  'a larger number': '1e300',
  'less than nothing': '-5',
  'no such day': '2020-02-30',
  'a name of every object': '__proto__',
  'another one': 'constructor',
  markup: '<script>alert(1)</script>"\'`',
  'a way out': '../../x',
};

/** Good cells, for those beside the evil one. */
const GOOD: Readonly<Record<string, string>> = {
  Date: '2020-01-01',
  'Watched Date': '2020-01-01',
  Name: 'The Salt Road',
  Year: '1999',
  Rating: '3',
  Username: 'rosa_w',
  Position: '7',
  Review: 'Words.',
  Comment: 'So it is.',
};

/**
 * An export in which every column of every file holds evil things, among good rows: a third of them each, another
 * third in the next column, so that a kind of column that several files have meets them all.
 */
function evilExport(): Record<string, string> {
  const files: Record<string, string> = { ...ACCOUNT };
  for (const [file, text] of Object.entries(ACCOUNT)) {
    if (file === 'profile.csv') continue;
    const lines = text.trimEnd().split('\r\n');
    if (!file.startsWith('lists/')) {
      files[file] = [...lines, ...evilRows(lines[0] ?? '')].join('\r\n');
      continue;
    }
    files[file] = [...lines, ...evilRows(lines[4] ?? '')].join('\r\n');
    for (const [at, row] of evilRows(lines[1] ?? '').entries())
      files[`lists/${at}.csv`] = [...lines.slice(0, 2), row, ...lines.slice(3)].join('\r\n');
  }
  return { ...files, 'constructor.csv': 'Name\r\nNobody\r\n', 'likes/valueof.csv': 'Name\r\nNobody\r\n' };
}

let turn = 0;

function evilRows(header: string): string[] {
  const columns = header.split(',');
  return columns.flatMap((_, at) => {
    turn += 1;
    return Object.entries(EVIL)
      .filter(([name], n) => (n + turn) % 3 === 0 || name === 'many words')
      .map(([, evil]) => rowOf(columns, at, evil));
  });
}

function rowOf(columns: readonly string[], at: number, evil: string): string {
  return columns
    .map((name, n) => (n === at ? evil : (GOOD[name] ?? '')))
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(',');
}

describeOnBothEngines('evil cells', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ store, drop } = await freshStore(engine));
  });
  afterAll(() => drop());

  const bring = (files: Record<string, string>) => {
    const folder = {
      files: Object.entries(files).map(([path, text]) => ({
        path,
        async *pieces() {
          yield Buffer.from(text);
        },
      })),
      close: async () => undefined,
    };
    const found = findLetterboxd(folder, { removed: true });
    if (!found) throw new Error('This is no export.');
    const options = { asMember: null, memberId: null, visibility: 'everyone', word: '', now } as const;
    return importAccount(store, { found, fileName: 'letterboxd-rosa_w-2024-05-01.zip' }, options);
  };

  test('in every column of every file: each row is taken or told, none breaks the import, all is undone', async () => {
    const before = await dump(store);
    const evil = evilExport();
    const report = await bring(evil);
    const { rows, created, updated, unchanged, unmatched, rejected, batch } = report;
    expect(batch).not.toBeNull();
    expect(created + updated + unchanged + unmatched + rejected).toBe(rows);
    for (const { code, details } of report.problems)
      for (const words of [english, german]) {
        const sentence = words.problem[code](details);
        expect(sentence).toMatch(/^\S.*[.!?]$/s);
        expect(sentence).not.toMatch(/undefined|NaN|\[object/);
        expect(sentence.length).toBeLessThan(500);
      }
    const codes = new Set(report.problems.map(({ code }) => code));
    for (const code of [
      'bad-date',
      'name-too-long',
      'too-long',
      'too-many-tags',
      'nul-bytes',
      'no-film-name',
    ])
      expect(codes).toContain(code);

    const stored = await dump(store);
    const cells = Object.entries(stored).flatMap(([table, all]) =>
      /^(batches|batch_rows|changes)$/.test(table)
        ? []
        : all.flatMap((row) =>
            (JSON.parse(row) as [string, unknown][]).map(([name, value]) => ({
              at: `${table}.${name}`,
              value,
            })),
          ),
    );
    for (const { at, value } of cells) {
      if (typeof value !== 'string') continue;
      // A text is kept byte for byte; what is made of it for a page is clean.
      if (/source$/.test(at)) continue;
      expect(value.length, at).toBeLessThan(100_001);
      if (/(name|title|slug|link|location|website|pronoun|tags)$/.test(at)) {
        expect(value.length, at).toBeLessThan(2001);
        expect(value, at).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
      }
      if (/link$/.test(at) && value !== '') expect(value, at).toMatch(/^https?:\/\/[^@]+$/);
    }
    const again = await bring(evil);
    expect(again).toMatchObject({ created: 0, updated: 0 });
    await undo(store, again.batch ?? '', now);
    await undo(store, batch ?? '', now);
    expect(await dump(store)).toEqual(before);
  });

  test('in a profile: it is told, and what else there is comes in', async () => {
    const [header = ''] = (ACCOUNT['profile.csv'] ?? '').split('\r\n');
    const columns = header.split(',');
    const at = columns.indexOf('Given Name');
    const row = rowOf(columns, at, EVIL['very long'] ?? '');
    const report = await bring({ ...ACCOUNT, 'profile.csv': `${header}\r\n${row}\r\n` });
    expect(report).toMatchObject({ rejected: 1, created: 15 });
    expect(report.problems).toContainEqual(
      expect.objectContaining({ file: 'profile.csv', code: 'name-too-long' }),
    );
    await undo(store, report.batch ?? '', now);
  });
});
