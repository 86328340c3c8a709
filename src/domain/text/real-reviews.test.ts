import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeHTMLStrict } from 'entities';
import { expect, test } from 'vitest';
import { strays } from '../../../test/attacks/allow-list.ts';
import { describeWithShared, shared } from '../../../test/engines/shared.ts';
import { renderText } from './render.ts';

const accounts = shared('data/letterboxd');

/** The records of a comma-separated file (RFC 4180), newlines inside quotes kept. */
function records(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function reviewsOf(account: string): string[] {
  return ['reviews.csv', 'deleted/reviews.csv', 'orphaned/reviews.csv'].flatMap((file) => {
    const path = join(accounts, account, file);
    if (!existsSync(path)) return [];
    const [header, ...rows] = records(readFileSync(path, 'utf8'));
    const column = header?.indexOf('Review') ?? -1;
    return column < 0 ? [] : rows.map((row) => row[column] ?? '').filter((review) => review !== '');
  });
}

const TAG =
  /<\/?(?:a|b|i|em|strong|blockquote|br|p|div|span|h[1-6]|img|iframe|hr|u|s|ul|ol|li)(?:\s[^>]*|\/)?>/gi;

/** Letters and digits alone. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** The same of what somebody wrote in Letterboxd's markup, read without this room's own reader. */
function lettersOfMarkup(source: string): string {
  return letters(decodeHTMLStrict(source.replace(TAG, '')));
}

/** Thousands of reviews are read in one test, on machines of any speed. */
const LONG = 60_000;

describeWithShared('the reviews of real accounts', () => {
  const names = existsSync(accounts) ? readdirSync(accounts).filter((name) => name.startsWith('acct-')) : [];

  test(
    'are there to be read',
    () => {
      expect(names.length).toBeGreaterThan(0);
      expect(names.flatMap(reviewsOf).length).toBeGreaterThan(1000);
    },
    LONG,
  );

  test.each(names)(
    '%s: no letter lost, nothing off the allow-list, the same when read again',
    (account) => {
      for (const review of reviewsOf(account)) {
        const { html, text } = renderText(review, 'lbml');
        expect(letters(text)).toBe(lettersOfMarkup(review));
        expect(strays(html)).toEqual([]);
        expect(renderText(html, 'html').html).toBe(html);
        expect(letters(renderText(review, 'plain').text)).toBe(letters(review));
      }
    },
    LONG,
  );

  test.each(names)(
    '%s: mistyped markup spreads over no more than its words',
    (account) => {
      for (const review of reviewsOf(account)) {
        const tags = review.match(/<\/?i>/gi) ?? [];
        if (tags.length === 0 || tags.length % 2 === 1) continue;
        const { html } = renderText(review, 'lbml');
        // With an even number of tags every second stretch between them is set in italics, in the same order.
        const stretches = review.split(/<\/?i>/i).filter((_, index) => index % 2 === 1);
        const italics = [...html.matchAll(/<i>(.*?)<\/i>/g)].map(([, words]) => lettersOfMarkup(words ?? ''));
        expect(italics.join('|')).toBe(stretches.map(lettersOfMarkup).filter(Boolean).join('|'));
      }
    },
    LONG,
  );

  test.each(names)(
    '%s: quotations hold what stands between their tags and nothing else',
    (account) => {
      for (const review of reviewsOf(account)) {
        const tags = review.match(/<\/?blockquote>/gi) ?? [];
        if (tags.length === 0 || tags.length % 2 === 1) continue;
        const { html } = renderText(review, 'lbml');
        const stretches = review.split(/<\/?blockquote>/i).filter((_, index) => index % 2 === 1);
        const quotations = [...html.matchAll(/<blockquote>(.*?)<\/blockquote>/g)].map(([, words]) =>
          lettersOfMarkup(words ?? ''),
        );
        expect(quotations).toEqual(stretches.map(lettersOfMarkup));
      }
    },
    LONG,
  );
});
