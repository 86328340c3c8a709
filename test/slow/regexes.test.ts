import { describe, expect, test } from 'vitest';
import { filesOf, walk } from '../words/syntax.ts';
import { growthOf, TIMES } from './cost.ts';

/** A regular expression where it stands. */
interface Found {
  where: string;
  regex: RegExp;
}

/** Every regular expression of the sources, read from their syntax. */
function expressions(): Found[] {
  const found = new Map<string, Found>();
  for (const { path, text } of filesOf('src')) {
    if (path.startsWith('src/demo/')) continue;
    walk(text, (node) => {
      const literal = node.regex as { pattern: string; flags: string } | undefined;
      if (node.type !== 'Literal' || !literal) return;
      const key = `/${literal.pattern}/${literal.flags}`;
      found.set(key, { where: path, regex: new RegExp(literal.pattern, literal.flags) });
    });
  }
  return [...found.values()];
}

/** Texts that make an expression go back over what it has read: its own letters, over and over, never ending well. */
function evilFor(regex: RegExp): string[] {
  const own = regex.source
    .replace(/\\[pP]\{[^}]*\}/g, 'é')
    .replace(/\\u\{?([\da-f]{4,5})\}?/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  const letters = [...new Set(own.replace(/\\[nrtsdwbDSWB]|[()|*+?^$]/g, ''))].slice(0, 24);
  const words = [...new Set(own.match(/[a-z<>/:="'@#&;-]{2,}/gi) ?? [])].slice(0, 12);
  const common = [
    'a',
    ' ',
    '0',
    '-',
    '<',
    '.',
    '\n',
    ' \n',
    '<a ',
    'é',
    '"',
    '/',
    'a.',
    'a@',
    '9-',
    '&',
    'a ',
    '<!--',
  ];
  return [...new Set([...letters, ...words, ...words.map((word) => `${word} `), ...common])];
}

/** Does what code does with it: finds all, splits, replaces. */
function apply(regex: RegExp, text: string): void {
  if (regex.global) text.replace(regex, '');
  else {
    regex.test(text);
    text.search(regex);
  }
}

describe('every regular expression takes time in step with what it reads', () => {
  const all = expressions();

  test('there are many', () => {
    expect(all.length).toBeGreaterThan(100);
  });

  test('the measure tells a bad one', () => {
    for (const [bad, evils] of [
      [/(a+)+$/, ['a']],
      [/\s+$/, [' ']],
      [/<[^>]*>/g, ['<']],
      [/(?:\w+\s?)*!/, ['a']],
    ] as const) {
      expect(evilFor(bad)).toEqual(expect.arrayContaining([...evils]));
      const growths = evils.map((evil) =>
        growthOf((length) => apply(bad, `${evil.repeat(Math.ceil(length / evil.length))}\u0001`)),
      );
      expect(Math.max(...growths), String(bad)).toBeGreaterThan(3 * TIMES);
    }
  });

  test.each(all.map(({ where, regex }) => [`${where} ${regex}`.slice(0, 160), regex] as const))(
    '%s',
    (_, regex) => {
      for (const evil of evilFor(regex))
        for (const end of ['\u0001', '']) {
          const growth = growthOf((length) =>
            apply(regex, evil.repeat(Math.ceil(length / evil.length)) + end),
          );
          expect(growth, JSON.stringify(evil)).toBeLessThan(3 * TIMES);
        }
    },
  );
});
