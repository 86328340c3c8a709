import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strays } from '../../../test/attacks/allow-list.ts';
import { PAYLOADS } from '../../../test/attacks/payloads.ts';
import { BEGINNINGS, expectSafe, writtenTexts } from '../../../test/attacks/text-promises.ts';
import { renderText } from './render.ts';

describe('the walker that judges', () => {
  test.each([
    '<p><b onclick=x>b</b></p>',
    '<p><a href="javascript:x" rel="nofollow ugc noopener">a</a></p>',
    '<p><a href="https://ok.example">a</a></p>',
    '<p><span class="spoiler">s</span></p>',
    '<div>d</div>',
    'bare words',
    '<p>p</p><!-- c -->',
    '<blockquote>q</blockquote>',
  ])('names what is wrong in %s', (html) => expect(strays(html)).not.toEqual([]));
});

test('the corpus has payloads of every class', () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(250);
  expect(new Set(PAYLOADS.map(({ name }) => name)).size).toBe(PAYLOADS.length);
});

describe.each(PAYLOADS)('$name', ({ input }) => {
  test('alone, and in the midst of a review', () => {
    expectSafe(input);
    expectSafe(`Before <i>it\n${input}\n\nafter</i> it **all** ||hidden||`);
  });
});

test('1,000 texts nobody thought of', () => {
  fc.assert(
    fc.property(writtenTexts, (parts) => expectSafe(parts.join(''))),
    { numRuns: 1000 },
  );
}, 60_000);

test('plain text comes through letter for letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const bare = (words: string) => words.replace(/\s/g, '');
      expect(bare(renderText(text, 'plain').text)).toBe(bare(text));
    }),
    { numRuns: 1000 },
  );
});

describe('a text of nothing but beginnings', () => {
  // What it costs as it grows is measured by `npm run slow`.
  test.each(Object.entries(BEGINNINGS))('%s', (_name, make) => expectSafe(make(500)));

  test('10,000 levels deep do not overflow the stack', () => {
    for (const tag of [
      'b',
      'blockquote',
      'div',
      'svg',
      'span class="spoiler"',
      'a href="https://ok.example"',
    ]) {
      expectSafe(`${`<${tag}>`.repeat(10_000)}x${`</${tag.split(' ')[0]}>`.repeat(10_000)}`);
    }
    expectSafe(`${'> '.repeat(10_000)}x`);
    expectSafe(`${'['.repeat(10_000)}x${'](https://ok.example)'.repeat(10_000)}`);
  }, 60_000);
});
