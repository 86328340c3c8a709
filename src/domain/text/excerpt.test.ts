import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasBalancedBidi } from './characters.ts';
import { excerpt } from './excerpt.ts';

const graphemes = (text: string) =>
  [...new Intl.Segmenter('und').segment(text)].map(({ segment }) => segment);

describe('excerpt', () => {
  test('leaves alone what fits, on one line', () => {
    expect(excerpt('Two men.\n\nOne  table.', 40)).toBe('Two men. One table.');
    expect(excerpt('abcd', 4)).toBe('abcd');
  });

  test('ends with a word', () => {
    expect(excerpt('Nobody raises his voice in the coffee house', 30)).toBe('Nobody raises his voice in…');
  });

  test('ends with a sentence when one ends late enough', () => {
    expect(excerpt('Nobody raises his voice. It is the loudest scene.', 30)).toBe(
      'Nobody raises his voice. …',
    );
    expect(excerpt('Yes. It is the loudest scene of the year by far.', 30)).toBe(
      'Yes. It is the loudest scene…',
    );
  });

  test('takes no point in a number for the end of a sentence', () => {
    expect(excerpt('It deserves all of its 3.5 stars', 25)).toBe('It deserves all of its…');
  });

  test('cuts between words where no spaces are written', () => {
    expect(excerpt('静かな映画だった。雪の夜に二人だけが残った。', 12)).toBe('静かな映画だった。 …');
  });

  test('cuts no character as people see it', () => {
    const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';
    expect(excerpt(family.repeat(10), 4)).toBe(`${family.repeat(3)}…`);
    expect(excerpt('e\u0301'.repeat(10), 4)).toBe(`${'e\u0301'.repeat(3)}…`);
  });

  test('is not fooled by a letter under a hundred accents', () => {
    expect(excerpt(`Z${'\u0301'.repeat(5000)} end`, 10).length).toBeLessThan(400);
  });

  test('leaves no direction open', () => {
    expect(excerpt('\u2067one two three four five six\u2069', 12)).toBe('one two…');
  });

  test('is never longer than its limit and always a beginning', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (text, limit) => {
          const cut = excerpt(text, limit);
          expect(graphemes(cut).length).toBeLessThanOrEqual(limit);
          expect(hasBalancedBidi(cut)).toBe(true);
          const line = text.replace(/\s+/g, ' ').trim();
          expect(cut === line || line.startsWith(cut.replace(/ ?…$/, ''))).toBe(true);
        },
      ),
    );
    expect(excerpt('word', 0)).toBe('');
  });
});
